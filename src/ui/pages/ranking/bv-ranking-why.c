/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a subject has its rank: points of every stage, quotas, where to look closer. */
#include "config.h"

#include "bv-ranking-why.h"

#include "bv-number.h"
#include "bv-pill.h"
#include "bv-standing.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvRankingWhy
{
  BvRankingPane parent_instance;
};

G_DEFINE_FINAL_TYPE (BvRankingWhy, bv_ranking_why, BV_TYPE_RANKING_PANE)

/* Points: what counts, and in a dim line below how the stages came to it */

static void
add_line (GtkBox *box, const char *title, const char *value, const char *css_class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = bv_ranking_pane_create_label (title, css_class, 0);
  GtkWidget *number = bv_ranking_pane_create_label (value, "heading", 1);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  bv_tooltip_set (label, title);
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (box, line);
}

static void
append_stage (GString *line, const char *label, gint64 points)
{
  g_autofree char *number = NULL;

  if (points < 0)
    return;
  number = bv_points_format (points);
  g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "", label, number);
}

static char *
dup_stages (const BvAssessed *assessed, guint criterion)
{
  const BvField *field = bv_kind_find_field (&bv_score_kind, "stage");
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < BV_N_STAGES; i++)
    append_stage (line, _ (field->choices[i].label), assessed->cells[criterion].stages[i]);
  if (line->len == 0 && assessed->points[criterion] >= 0)
    append_stage (line, _ ("From evidence"), assessed->points[criterion]);
  if (line->len == 0)
    g_string_append (line,
                     assessed->points[criterion] == BV_POINTS_NOT_APPLICABLE ? _ ("does not apply")
                                                                             : _ ("no points yet"));
  return g_string_free (line, FALSE);
}

static void
add_criterion (GtkBox *box, BvRankingRow *row, guint criterion)
{
  const BvAssessed *assessed = bv_ranking_row_get_assessed (row);
  const char *name = bv_assessment_get_criterion_name (bv_ranking_row_get_assessment (row),
                                                       criterion);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gint64 points = assessed->points[criterion];
  g_autofree char *number = points >= 0 ? bv_number_format_fixed (points, 2) : g_strdup ("–");
  g_autofree char *stages = dup_stages (assessed, criterion);
  GtkWidget *below = bv_ranking_pane_create_text (stages, "dim-label");

  add_line (GTK_BOX (both), name, number, NULL);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "numeric");
  gtk_box_append (GTK_BOX (both), below);
  gtk_box_append (box, both);
}

static void
add_sums (GtkBox *box, const BvAssessed *assessed)
{
  g_autofree char *bonus = bv_number_format_fixed (assessed->total.bonus, 2);
  g_autofree char *penalty = bv_number_format_fixed (assessed->total.penalty, 2);
  g_autofree char *more = g_strconcat ("+", bonus, NULL);
  g_autofree char *less = g_strconcat ("−", penalty, NULL);
  g_autofree char *total = bv_fraction_format (assessed->total.total);

  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (assessed->total.bonus != 0)
    add_line (box, _ ("Bonus points"), more, NULL);
  if (assessed->total.penalty != 0)
    add_line (box, _ ("Penalty points"), less, NULL);
  add_line (box, _ ("Total"), total, "heading");
}

/* Which collective goes first in a tie, with the share that the rules ask for. */
static void
add_women (GtkBox *box, BvRankingRow *row)
{
  const BvAssessed *assessed = bv_ranking_row_get_assessed (row);
  const BvRulePack *pack = bv_assessment_get_pack (bv_ranking_row_get_assessment (row));
  g_autofree char *text = NULL;

  if (assessed->kind != &bv_department_kind || assessed->n_members == 0)
    return;
  text = g_strdup_printf (
      bv_rule_pack_is_unconfirmed (pack, "ranking.women_percent")
          ? _ ("Women: %u of %u. From %d %% on a collective goes first in a tie "
               "(to be confirmed).")
          : _ ("Women: %u of %u. From %d %% on a collective goes first in a "
               "tie."),
      assessed->n_women,
      assessed->n_members,
      (int) pack->ranking.women_percent);
  gtk_box_append (box, bv_ranking_pane_create_text (text, "dim-label"));
}

static void
add_points (GtkBox *box, BvRankingRow *row)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  guint n;

  bv_assessment_get_criteria (bv_ranking_row_get_assessment (row), &n);
  for (guint i = 0; i < n; i++)
    add_criterion (GTK_BOX (content), row, i);
  add_sums (GTK_BOX (content), bv_ranking_row_get_assessed (row));
  if (bv_ranking_row_get_assessed (row)->total.scaled)
    gtk_box_append (
        GTK_BOX (content),
        bv_ranking_pane_create_text (
            _ ("Contents that do not count for this subject are made up for: the sum is "
               "scaled to the points of all contents."),
            "dim-label"));
  add_women (GTK_BOX (content), row);
  bv_ranking_pane_add_card (box, _ ("Points by content"), content);
}

static void
add_standing (GtkBox *box, BvRankingRow *row)
{
  BvAssessment *assessment = bv_ranking_row_get_assessment (row);
  const BvAssessed *assessed = bv_ranking_row_get_assessed (row);
  GtkWidget *group = bv_ranking_pane_add_group (box, _ ("Standing with the quotas"));

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);
    GtkWidget *action, *pill;
    BvQuotaOutcome outcome;

    if (!bv_standing_find_in (line, bv_ranking_row_get_subject (row), &outcome))
      continue;
    action = adw_action_row_new ();
    pill = bv_pill_new ();
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (action), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (action), line->award_form);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (action),
                                 outcome == BV_QUOTA_NOT_ELIGIBLE ? assessed->blocked
                                                                  : line->explanation);
    bv_pill_set (BV_PILL (pill), bv_standing_get_label (outcome), bv_standing_get_tone (outcome));
    adw_action_row_add_suffix (ADW_ACTION_ROW (action), pill);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), action);
  }
  if (bv_assessment_get_n_quotas (assessment) == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("The movement has no quotas yet."));
}

static void
activated_cb (AdwActionRow *action, BvRankingPane *self)
{
  bv_ranking_pane_go (self, g_object_get_data (G_OBJECT (action), "page"));
}

static void
add_link (
    BvRankingPane *self, GtkWidget *group, const char *title, const char *value, const char *page)
{
  GtkWidget *action = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (action), title);
  if (value != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (action),
                               bv_ranking_pane_create_label (value, "numeric", 1));
  adw_action_row_add_suffix (ADW_ACTION_ROW (action),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (action), TRUE);
  g_object_set_data (G_OBJECT (action), "page", (gpointer) page);
  g_signal_connect (action, "activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), action);
}

static void
add_links (BvRankingPane *self, GtkBox *box, BvRankingRow *row)
{
  GtkWidget *group = bv_ranking_pane_add_group (box, _ ("Look closer"));
  g_autofree char *n = g_strdup_printf ("%u", bv_ranking_row_get_assessed (row)->n_verified);

  add_link (self, group, _ ("Verified achievements"), n, "achievements");
  add_link (self, group, _ ("Score sheet"), NULL, "scores");
}

static void
bv_ranking_why_fill (BvRankingPane *pane, GtkBox *box, BvRankingRow *row)
{
  const char *reason = bv_ranking_row_get_assessed (row)->reason;

  bv_ranking_pane_add_card (box, _ ("Why this rank"), bv_ranking_pane_create_text (reason, NULL));
  add_points (box, row);
  add_standing (box, row);
  add_links (pane, box, row);
}

static void
bv_ranking_why_class_init (BvRankingWhyClass *klass)
{
  BV_RANKING_PANE_CLASS (klass)->fill = bv_ranking_why_fill;
}

static void
bv_ranking_why_init (BvRankingWhy *self)
{
}

GtkWidget *
bv_ranking_why_new (void)
{
  return g_object_new (BV_TYPE_RANKING_WHY, NULL);
}
