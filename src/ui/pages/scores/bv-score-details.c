/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages of one cell beside each other, the evidence behind it, and what its subject lacks. */
#include "config.h"

#include "bv-score-details.h"

#include "bv-score-facts.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

/* Lines of each column: as many as stages and the evidence take. */
#define MOST_LINES 5

struct _BvScoreDetails
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkLabel *title;
  GtkGrid *stages;
  GtkBox *evidence;
  GtkBox *subject;
};

G_DEFINE_FINAL_TYPE (BvScoreDetails, bv_score_details, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_line (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = create_label (text, css_class);

  bv_tooltip_set (label, text);
  gtk_box_append (box, label);
}

static void
add_wrapped (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = create_label (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  bv_tooltip_set (label, text);
  gtk_box_append (box, label);
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (GTK_IS_GRID (box))
      gtk_grid_remove (GTK_GRID (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}

/* Stages */

static char *
dup_points (gint64 points)
{
  return points >= 0 ? bv_points_format (points) : g_strdup ("–");
}

/* "↓ 0,5" */
static char *
dup_difference (BvScoreSheet *sheet, BvScorePlace place)
{
  gint64 points = bv_score_sheet_get_points (sheet, place);
  gint64 before = bv_score_sheet_get_before (sheet, place);
  g_autofree char *size = NULL;

  if (!bv_score_sheet_differs (sheet, place))
    return g_strdup ("");
  size = bv_points_format (ABS (points - before));
  return g_strdup_printf ("%s %s", points > before ? "↑" : "↓", size);
}

static void
add_stage (BvScoreDetails *self, int row, const char *label, const char *points)
{
  GtkWidget *number = create_label (points, "numeric");

  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_grid_attach (self->stages, create_label (label, "dim-label"), 0, row, 1, 1);
  gtk_grid_attach (self->stages, number, 1, row, 1, 1);
}

static char *
dup_members (BvScoreSheet *sheet, guint subject)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (bv_score_sheet_get_assessment (sheet));
  const BvMemberResult *result = bv_member_sheets_get_result (sheets, subject);
  g_autofree char *median = bv_fraction_format (result->median);
  g_autofree char *spread = bv_points_format (result->highest - result->lowest);

  if (result->n_scorers == 0)
    return g_strdup_printf (_ ("no confirmed sheet yet, %u are needed"), result->n_needed);
  return g_strdup_printf (result->enough ? _ ("%u sheets (%u needed) · median %s · spread %s")
                                         : _ ("%u sheets, %u are needed · median %s · spread %s"),
                          result->n_scorers,
                          result->n_needed,
                          median,
                          spread);
}

static void
add_remark (BvScoreDetails *self, BvScoreSheet *sheet, BvScorePlace place, int row)
{
  BvAssessment *assessment = bv_score_sheet_get_assessment (sheet);
  gboolean lacks = bv_score_sheet_lacks_reason (sheet, place);
  g_autofree char *difference = dup_difference (sheet, place);
  g_autofree char *members = NULL;
  const char *text = lacks ? _ ("Reason missing") : bv_score_sheet_get_reason (sheet, place);
  GtkWidget *remark;

  if (place.stage == BV_STAGE_COUNCIL && bv_assessment_get_member_sheets (assessment) != NULL)
    text = members = dup_members (sheet, place.subject);
  remark = create_label (text, lacks ? "warning" : NULL);
  bv_tooltip_set (remark, text);
  gtk_widget_set_hexpand (remark, TRUE);
  gtk_grid_attach (self->stages, create_label (difference, "bv-difference"), 2, row, 1, 1);
  gtk_grid_attach (self->stages, remark, 3, row, 1, 1);
}

static void
show_stages (BvScoreDetails *self, BvScoreSheet *sheet, BvScorePlace place)
{
  int row = 0;

  empty (GTK_WIDGET (self->stages));
  if (bv_score_sheet_get_points (sheet, place) == BV_POINTS_NOT_APPLICABLE) {
    gtk_grid_attach (self->stages,
                     create_label (_ ("This content does not count for this subject."), NULL),
                     0,
                     0,
                     1,
                     1);
    return;
  }
  if (bv_score_sheet_get_criterion (sheet, place.criterion)->from_evidence) {
    g_autofree char *points = dup_points (
        bv_score_sheet_get_computed (sheet, (BvScorePlace){ place.subject, place.criterion, 0 }));
    add_stage (self, row++, _ ("From evidence"), points);
  }
  for (guint i = 0; i < BV_N_STAGES; i++, row++) {
    BvScorePlace stage = { place.subject, place.criterion, (BvStage) i };
    g_autofree char *points = dup_points (bv_score_sheet_get_points (sheet, stage));

    add_stage (self, row, bv_score_details_get_stage_label ((BvStage) i), points);
    add_remark (self, sheet, stage, row);
  }
}

/* On the sheet of a member who has not confirmed it, what others gave stays hidden. */
static void
show_member (BvScoreDetails *self, BvScoreSheet *sheet, BvScorePlace place)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (bv_score_sheet_get_assessment (sheet));
  guint member = bv_score_sheet_get_member (sheet);
  const BvMemberSheet *own;
  guint n = 0;

  empty (GTK_WIDGET (self->stages));
  if (sheets == NULL || member >= bv_member_sheets_get_n_members (sheets))
    return;
  own = bv_member_sheets_get_sheet (sheets, place.subject, member);
  if (own->state == BV_SHEET_DRAFT) {
    gtk_grid_attach (
        self->stages,
        create_label (_ ("What others gave is shown once this sheet is confirmed."), "dim-label"),
        0,
        0,
        1,
        1);
    return;
  }
  for (guint i = 0; i < bv_member_sheets_get_n_members (sheets); i++) {
    g_autofree char *points = NULL;

    if (!*bv_member_scores_counts (bv_member_sheets_get_scores (sheets), place.subject, i))
      continue;
    points = dup_points (*bv_member_scores_at (
        bv_member_sheets_get_scores (sheets), place.subject, i, place.criterion));
    gtk_grid_attach (self->stages,
                     create_label (bv_member_sheets_get_member (sheets, i)->name, "dim-label"),
                     (int) (n / MOST_LINES) * 2,
                     (int) (n % MOST_LINES),
                     1,
                     1);
    gtk_grid_attach (self->stages,
                     create_label (points, "numeric"),
                     (int) (n / MOST_LINES) * 2 + 1,
                     (int) (n % MOST_LINES),
                     1,
                     1);
    n++;
  }
}

/* Evidence */

static char *
dup_evidence (const BvScoreFact *fact)
{
  g_autofree char *points = bv_points_format (fact->points);
  g_autofree char *share = bv_points_format (fact->share);
  g_autofree char *given = NULL;

  if (fact->share == 10000)
    return g_strdup_printf ("%s · %s", points, fact->text);
  given = bv_points_format (bv_scoring_evidence (fact->points * fact->share));
  return g_strdup_printf ("%s = %s × %s %% · %s", given, points, share, fact->text);
}

/* @dup makes a line of one fact. */
static void
add_facts (GtkBox *box, GPtrArray *facts, char *(*dup) (const BvScoreFact *), guint most)
{
  for (guint i = 0; facts != NULL && i < facts->len && i < most; i++) {
    g_autofree char *text = dup (g_ptr_array_index (facts, i));
    add_line (box, text, "numeric");
  }
  if (facts != NULL && facts->len > most) {
    g_autofree char *more = g_strdup_printf (
        ngettext ("and %u more", "and %u more", facts->len - most), facts->len - most);
    add_line (box, more, "dim-label");
  }
}

static void
show_evidence (BvScoreDetails *self, BvScoreSheet *sheet, BvScorePlace place)
{
  const BvScoringCriterion *criterion = bv_score_sheet_get_criterion (sheet, place.criterion);
  g_autoptr (GPtrArray) facts = bv_score_facts_list_evidence (
      bv_score_sheet_get_office (sheet),
      bv_score_sheet_get_movement (sheet),
      bv_score_sheet_get_subject (sheet, place.subject)->subject_id,
      criterion->id,
      NULL);

  empty (GTK_WIDGET (self->evidence));
  if (facts == NULL || facts->len == 0) {
    add_line (self->evidence, _ ("No verified achievement"), "dim-label");
    return;
  }
  add_line (self->evidence,
            criterion->from_evidence ? _ ("Achievements that give the points")
                                     : _ ("Verified achievements"),
            "dim-label");
  add_facts (self->evidence, facts, dup_evidence, MOST_LINES - 2);
}

/* The subject */

static char *
dup_adjustment (const BvScoreFact *fact)
{
  g_autofree char *points = bv_points_format (ABS (fact->points));

  return g_strdup_printf ("%s%s · %s", fact->points < 0 ? "−" : "+", points, fact->text);
}

static void
tell_missing (BvScoreDetails *self, BvScoreSheet *sheet, BvScorePlace place)
{
  g_autoptr (GPtrArray) names = bv_score_sheet_list_missing (
      sheet, place.subject, place.stage == BV_SCORE_MEMBER ? place.stage : BV_SCORE_OFFICIAL);
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (char **) names->pdata);
  text = g_strdup_printf (_ ("Not enough points: %s missing"), all);
  add_wrapped (self->subject, text, "warning");
}

static void
tell_scaling (BvScoreDetails *self, BvScoreSheet *sheet, guint subject)
{
  const BvAssessed *assessed = bv_score_sheet_get_subject (sheet, subject);
  guint n;
  gint64 all = 0, applicable = 0;

  bv_assessment_get_criteria (bv_score_sheet_get_assessment (sheet), &n);
  for (guint i = 0; i < n; i++) {
    gint64 maximum = bv_score_sheet_get_criterion (sheet, i)->maximum;
    all += maximum;
    if (assessed->points[i] != BV_POINTS_NOT_APPLICABLE)
      applicable += maximum;
  }
  if (assessed->total.scaled) {
    g_autofree char *whole = bv_points_format (all);
    g_autofree char *part = bv_points_format (applicable);
    g_autofree char *text = g_strdup_printf (
        _ ("Total × %s ÷ %s: some contents do not apply"), whole, part);
    add_wrapped (self->subject, text, NULL);
  }
}

static void
show_subject (BvScoreDetails *self, BvScoreSheet *sheet, BvScorePlace place)
{
  g_autoptr (GPtrArray) facts = bv_score_facts_list_adjustments (
      bv_score_sheet_get_office (sheet),
      bv_score_sheet_get_movement (sheet),
      bv_score_sheet_get_subject (sheet, place.subject)->subject_id,
      NULL);

  empty (GTK_WIDGET (self->subject));
  tell_missing (self, sheet, place);
  tell_scaling (self, sheet, place.subject);
  if (facts == NULL || facts->len == 0)
    return;
  add_line (self->subject, _ ("Bonus and penalty points"), "dim-label");
  add_facts (self->subject, facts, dup_adjustment, 2);
}

static void
bv_score_details_class_init (BvScoreDetailsClass *klass)
{
}

static GtkBox *
add_column (GtkGrid *columns, int from, int width)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_grid_attach (columns, column, from, 0, width, 1);
  return GTK_BOX (column);
}

static void
bv_score_details_init (BvScoreDetails *self)
{
  GtkBox *all = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkGrid *columns = GTK_GRID (gtk_grid_new ());

  self->title = GTK_LABEL (create_label (NULL, "heading"));
  self->stages = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->stages, 12);
  gtk_grid_set_row_spacing (self->stages, 2);
  gtk_grid_set_column_homogeneous (columns, TRUE);
  gtk_grid_set_column_spacing (columns, 18);
  gtk_widget_set_hexpand (GTK_WIDGET (columns), TRUE);
  gtk_grid_attach (columns, GTK_WIDGET (self->stages), 0, 0, 5, 1);
  self->evidence = add_column (columns, 5, 4);
  self->subject = add_column (columns, 9, 3);
  gtk_box_append (all, GTK_WIDGET (self->title));
  gtk_box_append (all, GTK_WIDGET (columns));
  gtk_widget_add_css_class (GTK_WIDGET (all), "bv-score-details");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (all));
}

GtkWidget *
bv_score_details_new (void)
{
  return g_object_new (BV_TYPE_SCORE_DETAILS, NULL);
}

const char *
bv_score_details_get_stage_label (BvStage stage)
{
  const BvField *field = bv_kind_find_field (&bv_score_kind, "stage");

  return _ (field->choices[stage].label);
}

void
bv_score_details_show (BvScoreDetails *self, BvScoreSheet *sheet, const BvScorePlace *place)
{
  g_autofree char *title = NULL;
  g_autofree char *most = NULL;

  g_return_if_fail (BV_IS_SCORE_DETAILS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), place != NULL);
  if (place == NULL)
    return;
  most = bv_points_format (bv_score_sheet_get_criterion (sheet, place->criterion)->maximum);
  title = g_strdup_printf (
      _ ("%s · %s, at most %s"),
      bv_score_sheet_get_subject (sheet, place->subject)->name,
      bv_assessment_get_criterion_name (bv_score_sheet_get_assessment (sheet), place->criterion),
      most);
  gtk_label_set_text (self->title, title);
  if (place->stage == BV_SCORE_MEMBER)
    show_member (self, sheet, *place);
  else
    show_stages (self, sheet, *place);
  show_evidence (self, sheet, *place);
  show_subject (self, sheet, *place);
}

static void
collect (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

char *
bv_score_details_dup_text (BvScoreDetails *self)
{
  GString *text = g_string_new (NULL);

  collect (GTK_WIDGET (self), text);
  return g_string_free (text, FALSE);
}
