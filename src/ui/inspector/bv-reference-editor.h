/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another row, found by typing a part of its name. */
#pragma once
#include "bv-editor.h"
#include "bv-reference.h"

G_BEGIN_DECLS

#define BV_TYPE_REFERENCE_EDITOR (bv_reference_editor_get_type ())
G_DECLARE_FINAL_TYPE (BvReferenceEditor, bv_reference_editor, BV, REFERENCE_EDITOR, BvEditor)

/** bv_reference_editor_get_entry: borrowed. */
GtkEntry *bv_reference_editor_get_entry (BvReferenceEditor *self);
/** bv_reference_editor_get_highlighted: the row that Enter would take, borrowed; %NULL when the
 * list is closed or empty. */
const BvReference *bv_reference_editor_get_highlighted (BvReferenceEditor *self);

G_END_DECLS
