/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a subject may be given the forms that its list has quotas for, condition by condition. */
#include "config.h"

#include "bv-ranking-conditions.h"

#include "bv-condition-light.h"
#include "bv-condition-list.h"
#include "bv-standing.h"

#include <glib/gi18n-lib.h>

struct _BvRankingConditions
{
  BvRankingPane parent_instance;
};

G_DEFINE_FINAL_TYPE (BvRankingConditions, bv_ranking_conditions, BV_TYPE_RANKING_PANE)

static void
done_cb (BvConditionList *list, const char *message, BvRankingPane *self)
{
  bv_page_toast (bv_ranking_pane_get_page (self), message, TRUE);
}

static void
failed_cb (BvConditionList *list, const GError *error, BvRankingPane *self)
{
  bv_page_report (bv_ranking_pane_get_page (self), g_error_copy (error));
}

static void
add_head (GtkBox *box, const char *form, const BvEligibilityVerdict *verdict)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = bv_ranking_pane_create_text (form, "heading");
  GtkWidget *light = bv_condition_light_new ();

  bv_condition_light_set_verdict (BV_CONDITION_LIGHT (light), verdict);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), light);
  gtk_box_append (box, head);
}

static void
add_card (BvRankingPane *self, GtkBox *box, BvRankingRow *row, gint64 form_id, const char *form)
{
  BvEligibilityBook *book = bv_assessment_get_book (bv_ranking_row_get_assessment (row));
  g_autoptr (BvEligibilityCard) card = bv_eligibility_book_open_card (
      book, bv_ranking_row_get_assessed (row)->subject_id, form_id, 0);
  BvOffice *office = bv_page_get_office (bv_ranking_pane_get_page (self));
  GtkWidget *list = bv_condition_list_new (
      office, bv_eligibility_book_get_case (book)->movement_id, card);

  add_head (box, form, &card->verdict);
  g_signal_connect_object (list, "done", G_CALLBACK (done_cb), self, 0);
  g_signal_connect_object (list, "failed", G_CALLBACK (failed_cb), self, 0);
  gtk_box_append (box, list);
}

static gboolean
came_before (BvAssessment *assessment, guint index)
{
  const BvQuotaLine *line = bv_assessment_get_quota (assessment, index);

  for (guint i = 0; i < index; i++) {
    const BvQuotaLine *before = bv_assessment_get_quota (assessment, i);

    if (before->list == line->list && before->award_form_id == line->award_form_id)
      return TRUE;
  }
  return FALSE;
}

static void
bv_ranking_conditions_fill (BvRankingPane *pane, GtkBox *box, BvRankingRow *row)
{
  BvAssessment *assessment = bv_ranking_row_get_assessment (row);
  BvQuotaOutcome outcome;
  guint n = 0;

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);

    if (!bv_standing_find_in (line, bv_ranking_row_get_subject (row), &outcome)
        || came_before (assessment, i))
      continue;
    add_card (pane, box, row, line->award_form_id, line->award_form);
    n++;
  }
  if (n == 0)
    add_card (pane, box, row, 0, _ ("Any award form"));
}

static void
bv_ranking_conditions_class_init (BvRankingConditionsClass *klass)
{
  BV_RANKING_PANE_CLASS (klass)->fill = bv_ranking_conditions_fill;
}

static void
bv_ranking_conditions_init (BvRankingConditions *self)
{
}

GtkWidget *
bv_ranking_conditions_new (void)
{
  return g_object_new (BV_TYPE_RANKING_CONDITIONS, NULL);
}
