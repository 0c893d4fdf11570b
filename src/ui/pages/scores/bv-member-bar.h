/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose score sheet is filled in, how far it is, and what can be done with it. */
#pragma once
#include "bv-score-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_MEMBER_BAR (bv_member_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvMemberBar, bv_member_bar, BV, MEMBER_BAR, AdwBin)

/* Signals: "changed": another member was chosen; "done" (message): something was written that can
 * be undone; "failed" (GError). */

GtkWidget *bv_member_bar_new (void);
/**
 * bv_member_bar_show: the member of @sheet, with the subjects (guint, indexes) of the list in
 * question. @cursor is the subject under the cursor, or %G_MAXUINT.
 */
void bv_member_bar_show (BvMemberBar *self, BvScoreSheet *sheet, GArray *subjects, guint cursor);
/** bv_member_bar_get_member: index of the chosen member. */
guint bv_member_bar_get_member (BvMemberBar *self);
void bv_member_bar_choose (BvMemberBar *self, guint member);
/** bv_member_bar_confirm: as if the button was pressed. */
void bv_member_bar_confirm (BvMemberBar *self);
void bv_member_bar_reopen (BvMemberBar *self, const char *reason);
/** bv_member_bar_recuse: the line under the cursor is not scored; "" scores it after all. */
void bv_member_bar_recuse (BvMemberBar *self, const char *reason);

G_END_DECLS
