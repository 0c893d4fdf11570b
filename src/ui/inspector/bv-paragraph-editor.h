/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lines of text that grow with their content. */
#pragma once
#include "bv-editor.h"

G_BEGIN_DECLS

#define BV_TYPE_PARAGRAPH_EDITOR (bv_paragraph_editor_get_type ())
G_DECLARE_FINAL_TYPE (BvParagraphEditor, bv_paragraph_editor, BV, PARAGRAPH_EDITOR, BvEditor)

/** bv_paragraph_editor_get_view: borrowed. */
GtkTextView *bv_paragraph_editor_get_view (BvParagraphEditor *self);

G_END_DECLS
