/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of a few words, from a drop-down that also listens to first letters. */
#pragma once
#include "bv-editor.h"

G_BEGIN_DECLS

#define BV_TYPE_CHOICE_EDITOR (bv_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (BvChoiceEditor, bv_choice_editor, BV, CHOICE_EDITOR, BvEditor)

/** bv_choice_editor_find_letter: position of the next choice after @from whose label begins with
 * @letter, accents aside; -1 when there is none. */
int bv_choice_editor_find_letter (BvChoiceEditor *self, gunichar letter, int from);

G_END_DECLS
