/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotas in full: arithmetic, who is inside, on the boundary and next in line, and how the
 * selection compares with the candidates. */
#include "config.h"

#include "bv-ranking-quota.h"

#include "bv-fairness-report.h"
#include "bv-number.h"
#include "bv-quota-card.h"
#include "bv-quota-warning.h"
#include "bv-standing.h"

#include <glib/gi18n-lib.h>

struct _BvRankingQuota
{
  BvRankingPane parent_instance;
};

G_DEFINE_FINAL_TYPE (BvRankingQuota, bv_ranking_quota, BV_TYPE_RANKING_PANE)

static const char *const list_names[BV_N_RANK_LISTS] = {
  [BV_RANK_COLLECTIVES] = N_ ("Collectives"),
  [BV_RANK_LEADERS] = N_ ("Individuals who lead"),
  [BV_RANK_STAFF] = N_ ("Individuals who do not lead"),
  [BV_RANK_INDIVIDUALS] = N_ ("Individuals"),
};

/* One quota */

static char *
dup_names (BvAssessment *assessment, const BvQuotaLine *line, BvQuotaOutcome outcome)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < line->n_outcomes; i++)
    if (line->outcomes[i] == outcome) {
      const BvAssessed *subject = bv_assessment_get_subject (assessment, line->subjects[i]);
      g_string_append_printf (
          names, "%s%u. %s", names->len > 0 ? "\n" : "", subject->rank, subject->name);
    }
  return g_string_free (names, FALSE);
}

static void
add_names (GtkBox *box, BvAssessment *assessment, const BvQuotaLine *line, BvQuotaOutcome outcome)
{
  g_autofree char *names = dup_names (assessment, line, outcome);

  if (*names == '\0')
    return;
  gtk_box_append (box,
                  bv_ranking_pane_create_text (bv_standing_get_label (outcome), "caption-heading"));
  gtk_box_append (box, bv_ranking_pane_create_text (names, NULL));
}

/* What the places of the form pass, leaders and staff taken together. */
static void
add_warnings (GtkBox *box, BvAssessment *assessment, const BvQuotaLine *line)
{
  g_autoptr (GArray) warnings = bv_quota_warning_list (assessment);

  for (guint i = 0; i < warnings->len; i++) {
    const BvQuotaWarning *warning = &g_array_index (warnings, BvQuotaWarning, i);
    g_autofree char *text = bv_quota_warning_describe (warning);

    if (warning->award_form_id == line->award_form_id)
      gtk_box_append (box, bv_ranking_pane_create_text (text, "warning"));
  }
}

static void
add_quota (GtkBox *box, BvAssessment *assessment, const BvQuotaLine *line)
{
  GtkBox *content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  g_autofree char *use = bv_quota_card_dup_use (&line->use);
  GtkWidget *sum = bv_ranking_pane_create_text (line->explanation, "heading");

  gtk_widget_add_css_class (sum, "numeric");
  gtk_box_append (content, bv_ranking_pane_create_text (line->award_form, NULL));
  gtk_box_append (content, sum);
  gtk_box_append (content, bv_ranking_pane_create_text (use, "dim-label"));
  add_names (content, assessment, line, BV_QUOTA_TAKEN);
  add_names (content, assessment, line, BV_QUOTA_BOUNDARY);
  if (line->use.n_boundary > 0)
    gtk_box_append (content,
                    bv_ranking_pane_create_text (
                        _ ("They are tied and do not fit into what is left: the council decides."),
                        "dim-label"));
  add_names (content, assessment, line, BV_QUOTA_ALTERNATE);
  add_warnings (content, assessment, line);
  bv_ranking_pane_add_card (box, _ (list_names[line->list]), GTK_WIDGET (content));
}

/* How the selection compares */

static char *
dup_group (const BvFairnessLine *line)
{
  switch (line->group) {
  case BV_FAIRNESS_WOMEN:
    return g_strdup (_ ("Women"));
  case BV_FAIRNESS_DIRECT:
    return g_strdup (_ ("Direct workers"));
  case BV_FAIRNESS_LEADERS:
    return g_strdup (_ ("Leaders"));
  case BV_FAIRNESS_RECENT:
    return g_strdup_printf (_ ("Rewarded in the last %d years"), BV_FAIRNESS_YEARS);
  case BV_FAIRNESS_DEPARTMENT:
    return g_strdup (line->name);
  case BV_FAIRNESS_ALL:
  default:
    return g_strdup (_ ("All candidates"));
  }
}

static char *
dup_share (guint part, guint whole)
{
  g_autofree char *percent = bv_number_format_decimal (bv_fairness_percent (part, whole), 1);

  return g_strdup_printf ("%u (%s %%)", part, percent);
}

static void
attach (GtkGrid *grid, GtkWidget *widget, int column, int row)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_BASELINE);
  gtk_grid_attach (grid, widget, column, row, 1, 1);
}

static void
attach_share (GtkGrid *grid, guint part, guint whole, int column, int row)
{
  g_autofree char *text = dup_share (part, whole);
  GtkWidget *label = bv_ranking_pane_create_label (text, "numeric", 1);

  attach (grid, label, column, row);
}

static void
add_line (GtkGrid *grid, const BvFairnessLine *line, const BvFairnessLine *all, int row)
{
  g_autofree char *group = dup_group (line);
  GtkWidget *label = bv_ranking_pane_create_text (group, row == 1 ? "heading" : NULL);

  gtk_widget_set_hexpand (label, TRUE);
  attach (grid, label, 0, row);
  attach_share (grid, line->count.n_candidates, all->count.n_candidates, 1, row);
  attach_share (grid, line->count.n_selected, all->count.n_selected, 2, row);
}

static void
append_short (GString *text, const BvFairnessLine *line, const BvFairnessLine *all)
{
  guint n = bv_fairness_short (&line->count, &all->count);
  g_autofree char *group = n > 0 ? dup_group (line) : NULL;

  if (n == 0 || line->group == BV_FAIRNESS_RECENT)
    return;
  g_string_append_printf (text,
                          ngettext ("%s: %u place fewer than their share of the candidates.",
                                    "%s: %u places fewer than their share of the candidates.",
                                    n),
                          group,
                          n);
  g_string_append_c (text, '\n');
}

static GtkWidget *
build_comparison (const BvFairnessReport *report)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  const BvFairnessLine *all = bv_fairness_report_get_line (report, 0);
  g_autoptr (GString) below = g_string_new (NULL);

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  attach (grid, bv_ranking_pane_create_label (_ ("Candidates"), "caption-heading", 1), 1, 0);
  attach (grid, bv_ranking_pane_create_label (_ ("Inside"), "caption-heading", 1), 2, 0);
  for (guint i = 0; i < bv_fairness_report_get_n_lines (report); i++) {
    const BvFairnessLine *line = bv_fairness_report_get_line (report, i);

    add_line (grid, line, all, (int) i + 1);
    append_short (below, line, all);
  }
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (grid));
  if (all->count.n_open > 0)
    g_string_append_printf (below,
                            ngettext ("The council still decides on %u candidate.",
                                      "The council still decides on %u candidates.",
                                      all->count.n_open),
                            all->count.n_open);
  if (below->len > 0)
    gtk_box_append (GTK_BOX (content),
                    bv_ranking_pane_create_text (g_strchomp (below->str), "dim-label"));
  return content;
}

static void
add_comparison (BvRankingPane *pane, GtkBox *box, BvAssessment *assessment)
{
  BvPage *page = bv_ranking_pane_get_page (pane);
  GError *error = NULL;
  g_autoptr (BvFairnessReport) report = bv_fairness_report_load (
      bv_page_get_office (page), assessment, bv_page_get_movement (page), &error);

  if (report == NULL) {
    bv_page_report (page, error);
    return;
  }
  bv_ranking_pane_add_card (box, _ ("Individuals, before the vote"), build_comparison (report));
}

/* Quotas of the subject's own list come first. */
static void
add_quotas (GtkBox *box, BvAssessment *assessment, BvRankList own, gboolean others)
{
  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);

    if ((line->list != own) == others)
      add_quota (box, assessment, line);
  }
}

static void
bv_ranking_quota_fill (BvRankingPane *pane, GtkBox *box, BvRankingRow *row)
{
  BvAssessment *assessment = bv_ranking_row_get_assessment (row);
  BvRankList own = bv_ranking_row_get_assessed (row)->list;

  if (bv_assessment_get_n_quotas (assessment) == 0) {
    gtk_box_append (box,
                    bv_ranking_pane_create_text (
                        _ ("The movement has no quotas yet: add them under “Movement and "
                           "contents”."),
                        "dim-label"));
    return;
  }
  add_quotas (box, assessment, own, FALSE);
  if (own != BV_RANK_COLLECTIVES)
    add_comparison (pane, box, assessment);
  add_quotas (box, assessment, own, TRUE);
}

static void
bv_ranking_quota_class_init (BvRankingQuotaClass *klass)
{
  BV_RANKING_PANE_CLASS (klass)->fill = bv_ranking_quota_fill;
}

static void
bv_ranking_quota_init (BvRankingQuota *self)
{
}

GtkWidget *
bv_ranking_quota_new (void)
{
  return g_object_new (BV_TYPE_RANKING_QUOTA, NULL);
}
