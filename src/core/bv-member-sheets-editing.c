/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Confirming sheets, opening them again, leaving lines out. */
#include "config.h"

#include "bv-error.h"
#include "bv-history.h"
#include "bv-member-sheets-private.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* More names than this are only counted. */
#define MOST_NAMES 5

static gboolean
is_complete (BvMemberSheets *self, guint subject, guint member)
{
  for (guint k = 0; k < self->scores->n_criteria; k++)
    if (*bv_member_scores_at (self->scores, subject, member, k) == BV_POINTS_MISSING)
      return FALSE;
  return TRUE;
}

static const char *
get_subject_name (BvMemberSheets *self, guint subject)
{
  return bv_office_get_subject_name (self->office, self->all[subject].subject_id);
}

/* Writes one row, old or new. */
static gboolean
write_sheet (BvMemberSheets *self,
             guint subject,
             guint member,
             const char *state,
             const char *reason,
             GError **error)
{
  gint64 id = bv_member_sheets_get_sheet (self, subject, member)->sheet_id;
  g_autoptr (BvRecord) sheet = id ? bv_office_load (self->office, &bv_member_sheet_kind, id, error)
                                  : bv_record_new (&bv_member_sheet_kind);

  if (!sheet)
    return FALSE;
  bv_record_set_integer (sheet, "movement_id", self->movement_id);
  bv_record_set_integer (sheet, "member_id", bv_member_sheets_get_member (self, member)->member_id);
  bv_record_set_integer (sheet, "subject_id", self->all[subject].subject_id);
  bv_record_set_text (sheet, "state", state);
  bv_record_set_text (sheet, "reason", reason);
  return bv_office_save (self->office, sheet, error);
}

static char *
dup_gaps (BvMemberSheets *self, guint member, const guint *subjects, guint n_subjects)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < n_subjects; i++)
    if (bv_member_sheets_get_sheet (self, subjects[i], member)->state != BV_SHEET_RECUSED
        && !is_complete (self, subjects[i], member) && n++ < MOST_NAMES)
      g_string_append_printf (
          names, "%s%s", n > 1 ? ", " : "", get_subject_name (self, subjects[i]));
  if (n > MOST_NAMES)
    g_string_append_printf (
        names, ngettext (" and %u other", " and %u others", n - MOST_NAMES), n - MOST_NAMES);
  return g_string_free (names, FALSE);
}

BvSheetProgress
bv_member_sheets_get_progress (BvMemberSheets *self,
                               guint member,
                               const guint *subjects,
                               guint n_subjects)
{
  BvSheetProgress progress = { 0 };

  for (guint i = 0; i < n_subjects; i++) {
    BvSheetState state = bv_member_sheets_get_sheet (self, subjects[i], member)->state;

    if (state == BV_SHEET_RECUSED) {
      progress.n_recused++;
      continue;
    }
    progress.n_due++;
    progress.n_complete += is_complete (self, subjects[i], member);
    progress.n_confirmed += state == BV_SHEET_CONFIRMED;
  }
  return progress;
}

gboolean
bv_member_sheets_confirm (
    BvMemberSheets *self, guint member, const guint *subjects, guint n_subjects, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  const char *name = bv_member_sheets_get_member (self, member)->name;
  g_autofree char *gaps = dup_gaps (self, member, subjects, n_subjects);
  g_autofree char *title = g_strdup_printf (_ ("Confirm the score sheet of %s"), name);

  if (*gaps != '\0') {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The sheet of %s cannot be confirmed: points are missing for %s. Fill them in, "
                    "or note that the line is not scored."),
                 name,
                 gaps);
    return FALSE;
  }
  if (!bv_history_begin (history, title, error))
    return FALSE;
  for (guint i = 0; i < n_subjects; i++)
    if (bv_member_sheets_get_sheet (self, subjects[i], member)->state == BV_SHEET_DRAFT
        && !write_sheet (self, subjects[i], member, "confirmed", "", error)) {
      bv_history_abort (history);
      return FALSE;
    }
  return bv_history_commit (history, error);
}

gboolean
bv_member_sheets_reopen (BvMemberSheets *self,
                         guint member,
                         const guint *subjects,
                         guint n_subjects,
                         const char *reason,
                         GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  g_autofree char *said = g_strstrip (g_strdup (reason));
  g_autofree char *title = g_strdup_printf (_ ("Open the score sheet of %s again"),
                                            bv_member_sheets_get_member (self, member)->name);

  if (*said == '\0') {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("A confirmed sheet is opened again for a reason. Write it down."));
    return FALSE;
  }
  if (!bv_history_begin (history, title, error))
    return FALSE;
  for (guint i = 0; i < n_subjects; i++)
    if (bv_member_sheets_get_sheet (self, subjects[i], member)->state == BV_SHEET_CONFIRMED
        && !write_sheet (self, subjects[i], member, "draft", said, error)) {
      bv_history_abort (history);
      return FALSE;
    }
  return bv_history_commit (history, error);
}

gboolean
bv_member_sheets_recuse (
    BvMemberSheets *self, guint member, guint subject, const char *reason, GError **error)
{
  const BvMemberSheet *sheet = bv_member_sheets_get_sheet (self, subject, member);
  gboolean back = *reason == '\0';

  if (sheet->state == BV_SHEET_CONFIRMED) {
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_INVALID, _ ("This sheet is confirmed. Open it again first."));
    return FALSE;
  }
  if (sheet->state == BV_SHEET_RECUSED && sheet->derived) {
    g_set_error (
        error,
        BV_ERROR,
        BV_ERROR_INVALID,
        _ ("%s %s: that follows from the lists of the staff and cannot be taken back here."),
        bv_member_sheets_get_member (self, member)->name,
        sheet->reason);
    return FALSE;
  }
  return write_sheet (self, subject, member, back ? "draft" : "recused", reason, error);
}
