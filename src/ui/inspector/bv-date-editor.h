/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as a clerk types it, stepped with + and -, or picked from a calendar. */
#pragma once
#include "bv-text-editor.h"

G_BEGIN_DECLS

#define BV_TYPE_DATE_EDITOR (bv_date_editor_get_type ())
G_DECLARE_FINAL_TYPE (BvDateEditor, bv_date_editor, BV, DATE_EDITOR, BvTextEditor)

/** bv_date_editor_step: moves the date by @days; an empty field becomes today. FALSE when what is
 * typed is not a whole date yet. */
gboolean bv_date_editor_step (BvDateEditor *self, int days);

G_END_DECLS
