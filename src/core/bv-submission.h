/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of department forms: who is asked for one, who has sent it, who is to be reminded. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** bv_submission_expect: a row “not sent” for each of @departments that has none for @form. One
 * step, or part of the open one. */
gboolean bv_submission_expect (BvOffice *office,
                               gint64 movement_id,
                               const char *form,
                               const gint64 *departments,
                               guint n_departments,
                               GError **error);
/** bv_submission_mark: the form of @department_id is in @state since today. */
gboolean bv_submission_mark (BvOffice *office,
                             gint64 movement_id,
                             const char *form,
                             gint64 department_id,
                             const char *state,
                             GError **error);
/** bv_submission_dup_reminder: a text to those who have not sent their form or have to mend it,
 * ready to be copied into a message; owned. %NULL without @error when nobody is to be reminded. */
char *bv_submission_dup_reminder (BvOffice *office, gint64 movement_id, GError **error);

G_END_DECLS
