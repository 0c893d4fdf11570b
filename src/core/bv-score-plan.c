/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking many points before any of them is written. */
#include "config.h"

#include "bv-score-plan.h"

#include "bv-error.h"
#include "bv-fold.h"
#include "bv-history.h"
#include "bv-number.h"

#include <glib/gi18n-lib.h>

static void
clear_edit (gpointer data)
{
  BvScoreEdit *edit = data;

  g_free (edit->typed);
  g_free (edit->problem);
}

static void
take_edit (BvScorePlan *self, BvScoreEdit *edit)
{
  if (edit->problem != NULL) {
    edit->changes = edit->replaces = edit->needs_reason = FALSE;
    self->n_problems++;
  }
  self->n_changes += edit->changes;
  self->n_replaced += edit->replaces;
  self->n_reasons += edit->needs_reason;
  g_array_append_vals (self->edits, edit, 1);
}

static char *
dup_value_problem (BvScorePlan *self, BvScorePlace place, gint64 points)
{
  g_autoptr (GError) error = NULL;

  if (bv_scoring_check_value (
          bv_score_sheet_get_criterion (self->sheet, place.criterion), points, &error))
    return NULL;
  return g_strdup (error->message);
}

/* Nothing is left of what a computer puts around the words. */
static gboolean
says_not_applicable (const char *typed)
{
  static const char *const words[] = { "kad", "khong ap dung", "k.a.d", "n/a" };
  g_autofree char *folded = bv_fold (typed);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (const char *typed)
{
  return *typed == '\0' || g_str_equal (typed, "-") || g_str_equal (typed, "–");
}

/* Spaces that do not break come with numbers out of spreadsheets. */
static char *
dup_stripped (const char *typed)
{
  g_auto (GStrv) parts = g_strsplit (typed, "\302\240", -1);
  char *plain = g_strjoinv (" ", parts);

  g_strstrip (plain);
  if (strlen (plain) >= 2 && *plain == '"' && g_str_has_suffix (plain, "\"")) {
    plain[strlen (plain) - 1] = '\0';
    memmove (plain, plain + 1, strlen (plain));
    g_strstrip (plain);
  }
  return plain;
}

BvScorePlan *
bv_score_plan_new (BvScoreSheet *sheet)
{
  BvScorePlan *self = g_new0 (BvScorePlan, 1);

  self->sheet = g_object_ref (sheet);
  self->edits = g_array_new (FALSE, TRUE, sizeof (BvScoreEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

void
bv_score_plan_free (BvScorePlan *self)
{
  g_object_unref (self->sheet);
  g_array_unref (self->edits);
  g_free (self);
}

void
bv_score_plan_add (BvScorePlan *self, BvScorePlace place, gint64 points)
{
  gint64 stored = bv_score_sheet_get_points (self->sheet, place);
  gint64 before = bv_score_sheet_get_before (self->sheet, place);
  BvScoreEdit edit = { .place = place, .points = points };

  edit.problem = bv_score_sheet_dup_lock (self->sheet, place);
  if (edit.problem == NULL)
    edit.problem = dup_value_problem (self, place, points);
  edit.changes = points != stored;
  edit.replaces = edit.changes && stored >= 0;
  /* A reason that was given for other points is not one for these. */
  edit.needs_reason = edit.changes && !bv_scoring_check_reason (before, points, NULL, NULL);
  take_edit (self, &edit);
}

void
bv_score_plan_add_text (BvScorePlan *self, BvScorePlace place, const char *typed)
{
  gboolean applies = bv_score_sheet_get_points (self->sheet, place) != BV_POINTS_NOT_APPLICABLE;
  g_autofree char *plain = dup_stripped (typed);
  g_autoptr (GError) error = NULL;
  BvScoreEdit edit = { .place = place, .points = BV_POINTS_MISSING };
  gint64 points;

  if (is_blank (plain) || (!applies && says_not_applicable (plain)))
    return;
  if (bv_number_parse_decimal (plain, 2, &points, &error)) {
    bv_score_plan_add (self, place, points);
    g_array_index (self->edits, BvScoreEdit, self->edits->len - 1).typed = g_steal_pointer (&plain);
    return;
  }
  edit.problem = says_not_applicable (plain) ? g_strdup_printf (
                     _ ("“%s” applies to %s: points are needed."),
                     bv_assessment_get_criterion_name (bv_score_sheet_get_assessment (self->sheet),
                                                       place.criterion),
                     bv_score_sheet_get_subject (self->sheet, place.subject)->name)
                                             : g_strdup (error->message);
  edit.typed = g_steal_pointer (&plain);
  take_edit (self, &edit);
}

void
bv_score_plan_add_reason (BvScorePlan *self, BvScorePlace place)
{
  BvScoreEdit edit = { .place = place, .points = bv_score_sheet_get_points (self->sheet, place) };

  if (!bv_score_sheet_differs (self->sheet, place))
    return;
  edit.problem = bv_score_sheet_dup_lock (self->sheet, place);
  edit.changes = edit.needs_reason = TRUE;
  take_edit (self, &edit);
}

static gboolean
write_edit (BvScorePlan *self, const BvScoreEdit *edit, const char *reason, GError **error)
{
  if (edit->points == BV_POINTS_MISSING)
    return bv_score_sheet_clear (self->sheet, edit->place, error);
  return bv_score_sheet_store (
      self->sheet, edit->place, edit->points, edit->needs_reason ? reason : "", error);
}

gboolean
bv_score_plan_apply (BvScorePlan *self, const char *title, const char *reason, GError **error)
{
  BvHistory *history = bv_office_get_history (bv_score_sheet_get_office (self->sheet));
  g_autofree char *said = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  if (self->n_reasons > 0 && *said == '\0') {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 ngettext ("%u cell differs from the step before. Say why.",
                           "%u cells differ from the step before. Say why.",
                           self->n_reasons),
                 self->n_reasons);
    return FALSE;
  }
  if (self->n_changes == 0)
    return TRUE;
  if (!bv_history_begin (history, title, error))
    return FALSE;
  for (guint i = 0; i < self->edits->len; i++) {
    const BvScoreEdit *edit = &g_array_index (self->edits, BvScoreEdit, i);

    if (edit->changes && !write_edit (self, edit, said, error)) {
      bv_history_abort (history);
      return FALSE;
    }
  }
  return bv_history_commit (history, error);
}

GPtrArray *
bv_score_plan_split (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (parts);

  if (n > 0 && (*parts[n - 1] == '\0' || g_str_equal (parts[n - 1], "\r")))
    n--;
  for (guint i = 0; i < n; i++) {
    if (g_str_has_suffix (parts[i], "\r"))
      parts[i][strlen (parts[i]) - 1] = '\0';
    g_ptr_array_add (lines, g_strsplit (parts[i], "\t", -1));
  }
  return lines;
}
