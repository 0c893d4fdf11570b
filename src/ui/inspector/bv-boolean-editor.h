/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yes or no, as a switch. */
#pragma once
#include "bv-editor.h"

G_BEGIN_DECLS

#define BV_TYPE_BOOLEAN_EDITOR (bv_boolean_editor_get_type ())
G_DECLARE_FINAL_TYPE (BvBooleanEditor, bv_boolean_editor, BV, BOOLEAN_EDITOR, BvEditor)

G_END_DECLS
