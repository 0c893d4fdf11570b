/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How firm: a light for each boundary with its reasons, the ranks of the subject by other ways, and
 * how the members of the council agree. */
#include "config.h"

#include "bv-ranking-firmness.h"

#include "bv-firmness-light.h"
#include "bv-number.h"
#include "bv-ranking-page.h"
#include "bv-second-opinions-words.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvRankingFirmness
{
  BvRankingPane parent_instance;
};

G_DEFINE_FINAL_TYPE (BvRankingFirmness, bv_ranking_firmness, BV_TYPE_RANKING_PANE)

/* A picture and a sentence beside it. */
static GtkWidget *
create_line (BvFirmness tone, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (bv_firmness_light_get_icon (tone));
  GtkWidget *label = bv_ranking_pane_create_text (text, NULL);

  gtk_widget_add_css_class (image, bv_firmness_light_get_tone (tone));
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 3);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

/* A word that must be read: never cut short, as pills elsewhere may be. */
static GtkWidget *
create_flag (const char *word, const char *tooltip)
{
  GtkWidget *flag = bv_ranking_pane_create_label (word, "pill-state", 0.5f);

  gtk_widget_add_css_class (flag, "warning");
  gtk_widget_set_valign (flag, GTK_ALIGN_CENTER);
  bv_tooltip_set (flag, tooltip);
  return flag;
}

/* Boundaries */

static void
add_boundary (GtkBox *box, const BvSecondOpinions *opinions, guint index)
{
  const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (opinions, index);
  g_autoptr (GPtrArray) reasons = bv_second_opinions_words_explain (opinions, index);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (content), bv_firmness_light_new (boundary->light));
  gtk_box_append (
      GTK_BOX (content),
      bv_ranking_pane_create_text (bv_second_opinions_words_meaning (boundary->light), NULL));
  if (reasons->len > 0)
    gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = 0; i < reasons->len; i++) {
    const BvSecondOpinionsReason *reason = g_ptr_array_index (reasons, i);

    gtk_box_append (GTK_BOX (content), create_line (reason->tone, reason->text));
  }
  bv_ranking_pane_add_card (box, boundary->name, content);
}

/* The subject */

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
add_rank (GtkWidget *group, BvOpinionBoard *board, BvOpinionMethod method, guint row)
{
  const guint *ranks = bv_second_opinions_get_ranks (bv_opinion_board_get (board), method);
  BvOpinionSide change = bv_opinion_board_find_change (board, method, row);
  GtkWidget *action = create_row (bv_second_opinions_words_method (method),
                                  bv_second_opinions_words_about (method));
  g_autofree char *rank = g_strdup_printf ("%u", ranks[row]);

  if (change == BV_OPINION_INSIDE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (action),
                               create_flag (C_ ("crossing", "comes in"), NULL));
  else if (change == BV_OPINION_OUTSIDE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (action),
                               create_flag (C_ ("crossing", "goes out"), NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (action),
                             bv_ranking_pane_create_label (rank, "heading", 1));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), action);
}

static void
add_share (GtkWidget *group, const BvOpinionBoundary *boundary, guint row)
{
  g_autofree char *share = NULL;
  GtkWidget *action;

  if (boundary->official[row] == BV_OPINION_NO_PART || boundary->n_draws == 0)
    return;
  share = bv_number_format_decimal ((gint64) boundary->n_inside[row] * 1000 / boundary->n_draws, 1);
  action = create_row (_ ("Times in 100 inside the quota"),
                       _ ("With the weights of all contents moved at random by up to 20 %."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (action),
                             bv_ranking_pane_create_label (share, "heading", 1));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), action);
}

static void
add_subject (GtkBox *box, BvOpinionBoard *board, guint row)
{
  const BvSecondOpinions *opinions = bv_opinion_board_get (board);
  g_autofree char *absent = bv_second_opinions_words_absent (opinions, BV_OPINION_MEAN);
  GtkWidget *group = bv_ranking_pane_add_group (box, _ ("This subject, counted other ways"));

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      absent != NULL ? absent : _ ("Advice only: the official rank stays as it is."));
  for (guint i = 0; i < BV_N_OPINIONS; i++)
    if (bv_second_opinions_get_ranks (opinions, (BvOpinionMethod) i) != NULL)
      add_rank (group, board, (BvOpinionMethod) i, row);
  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (opinions); i++)
    add_share (group, bv_second_opinions_get_boundary (opinions, i), row);
}

/* Members */

static char *
describe_member (const BvOpinionMember *member)
{
  g_autofree char *mean = bv_number_format_fixed (member->mean, 2);
  g_autofree char *spread = bv_number_format_fixed (member->spread, 2);
  g_autofree char *lowest = bv_number_format_decimal (member->lowest, 2);
  g_autofree char *highest = bv_number_format_decimal (member->highest, 2);
  g_autofree char *maximum = bv_number_format_decimal (member->at_maximum / 10, 1);
  g_autofree char *tau = member->has_tau ? bv_number_format_fixed (
                             (member->tau + (member->tau < 0 ? -50 : 50)) / 100, 2)
                                         : g_strdup ("–");

  return g_strdup_printf (_ ("Marked %u · mean %s · spread %s · from %s to %s · like the others: "
                             "%s · full points in %s %% of cells"),
                          member->n_subjects,
                          mean,
                          spread,
                          lowest,
                          highest,
                          tau,
                          maximum);
}

static void
add_flag (GtkWidget *action, const char *word, const char *tooltip)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (action), create_flag (word, tooltip));
}

static void
add_member (GtkWidget *group, const BvSecondOpinions *opinions, guint index)
{
  const BvOpinionMember *member = bv_second_opinions_get_member (opinions, index);
  g_autofree char *text = describe_member (member);
  GtkWidget *action = create_row (bv_second_opinions_get_matrix (opinions)->member_names[index],
                                  text);

  if (member->flat)
    add_flag (action,
              _ ("Flat"),
              _ ("Gives nearly the same to everybody, so that these marks tell nobody apart."));
  if (bv_second_opinions_is_pivotal (opinions, index))
    add_flag (action,
              _ ("Pivotal"),
              _ ("Without these marks others would be inside the quota. That is information, not a "
                 "reproach."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), action);
}

static void
add_members (GtkBox *box, const BvSecondOpinions *opinions)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (opinions);
  GtkWidget *group;
  gint64 w;

  if (matrix->n_members == 0)
    return;
  group = bv_ranking_pane_add_group (box, _ ("Members of the council"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Spread: how far a member's totals lie apart. Like the others: 1 orders everybody as the "
         "other members do, 0 has nothing to do with it, −1 is the opposite."));
  if (bv_second_opinions_get_agreement (opinions, &w)) {
    g_autofree char *text = bv_number_format_fixed ((w + 50) / 100, 2);
    GtkWidget *action = create_row (
        _ ("Agreement of all members"),
        _ ("1 when all members order everybody alike, 0 when their orders have nothing in common "
           "(Kendall's W)."));

    adw_action_row_add_suffix (ADW_ACTION_ROW (action),
                               bv_ranking_pane_create_label (text, "heading", 1));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), action);
  }
  for (guint j = 0; j < matrix->n_members; j++)
    add_member (group, opinions, j);
}

static void
add_outliers (GtkBox *box, const BvSecondOpinions *opinions)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (opinions);
  GArray *outliers = bv_second_opinions_get_outliers (opinions);
  GtkWidget *group;

  if (outliers->len == 0)
    return;
  group = bv_ranking_pane_add_group (box, _ ("Marks far from the others"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Ask the member for the reason; a mark is never left out for that."));
  for (guint i = 0; i < outliers->len; i++) {
    const BvOpinionOutlier *outlier = &g_array_index (outliers, BvOpinionOutlier, i);
    g_autofree char *mark = bv_number_format_decimal (outlier->mark, 2);
    g_autofree char *median = bv_number_format_decimal (outlier->median, 2);
    g_autofree char *text = g_strdup_printf (_ ("%s gives %s; the mark in the middle is %s."),
                                             matrix->member_names[outlier->member],
                                             mark,
                                             median);

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (matrix->subject_names[outlier->subject], text));
  }
}

static void
bv_ranking_firmness_fill (BvRankingPane *pane, GtkBox *box, BvRankingRow *row)
{
  BvOpinionBoard *board = bv_ranking_page_get_board (
      BV_RANKING_PAGE (bv_ranking_pane_get_page (pane)));
  const BvSecondOpinions *opinions = bv_opinion_board_get (board);
  guint place;

  if (opinions == NULL) {
    gtk_box_append (box, bv_ranking_pane_create_text (_ ("Counting other ways…"), "dim-label"));
    return;
  }
  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (opinions); i++)
    add_boundary (box, opinions, i);
  place = bv_opinion_board_find_row (board, bv_ranking_row_get_assessed (row)->subject_id);
  if (place != BV_OPINION_NO_ROW)
    add_subject (box, board, place);
  add_outliers (box, opinions);
  add_members (box, opinions);
}

static void
bv_ranking_firmness_class_init (BvRankingFirmnessClass *klass)
{
  BV_RANKING_PANE_CLASS (klass)->fill = bv_ranking_firmness_fill;
}

static void
bv_ranking_firmness_init (BvRankingFirmness *self)
{
}

GtkWidget *
bv_ranking_firmness_new (void)
{
  return g_object_new (BV_TYPE_RANKING_FIRMNESS, NULL);
}
