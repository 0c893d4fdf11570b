/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text: names, words and numbers. */
#pragma once
#include "bv-editor.h"

G_BEGIN_DECLS

#define BV_TYPE_TEXT_EDITOR (bv_text_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvTextEditor, bv_text_editor, BV, TEXT_EDITOR, BvEditor)

struct _BvTextEditorClass
{
  BvEditorClass parent_class;
};

/** bv_text_editor_get_entry: borrowed. */
GtkEntry *bv_text_editor_get_entry (BvTextEditor *self);
/** bv_text_editor_append: puts @widget, a button, behind the entry. */
void bv_text_editor_append (BvTextEditor *self, GtkWidget *widget);
/** bv_text_editor_set_text: shows @text; leaves cursor and undo alone when it is shown already. */
void bv_text_editor_set_text (BvTextEditor *self, const char *text);

G_END_DECLS
