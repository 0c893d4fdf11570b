/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under the score sheet: everything known about the cell under the cursor. */
#include "config.h"

#include "bv-score-details.h"

#include <glib/gi18n-lib.h>

struct _BvScoreDetails
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkLabel *title;
  GtkLabel *stages;
  GtkLabel *reason;
  GtkWidget *button;
};

static guint reason_signal;

G_DEFINE_FINAL_TYPE (BvScoreDetails, bv_score_details, ADW_TYPE_BIN)

static void
append (GString *line, const char *label, gint64 points)
{
  g_autofree char *number = points >= 0 ? bv_points_format (points) : g_strdup ("–");

  g_string_append_printf (line, "%s%s: %s", line->len > 0 ? "   ·   " : "", label, number);
}

static char *
dup_stages (BvScoreSheet *sheet, BvScorePlace place)
{
  GString *line = g_string_new (NULL);
  BvAssessment *assessment = bv_score_sheet_get_assessment (sheet);
  guint n;
  const BvScoringCriterion *criterion = &bv_assessment_get_criteria (assessment,
                                                                     &n)[place.criterion];

  if (bv_score_sheet_get_points (sheet, place) == BV_POINTS_NOT_APPLICABLE) {
    g_string_append (line, _ ("This content does not count for this subject."));
    return g_string_free (line, FALSE);
  }
  if (criterion->from_evidence)
    append (line, _ ("From evidence"), bv_score_sheet_get_computed (sheet, place));
  for (guint i = 0; i < BV_N_STAGES; i++) {
    BvScorePlace other = { place.subject, place.criterion, (BvStage) i };
    append (line,
            bv_score_details_get_stage_label ((BvStage) i),
            bv_score_sheet_get_points (sheet, other));
  }
  append (line, _ ("Greatest"), criterion->maximum);
  return g_string_free (line, FALSE);
}

static void
show_reason (BvScoreDetails *self, BvScoreSheet *sheet, BvScorePlace place)
{
  gint64 points = bv_score_sheet_get_points (sheet, place);
  gint64 before = bv_score_sheet_get_before (sheet, place);
  const char *reason = bv_score_sheet_get_reason (sheet, place);
  gboolean lacks = bv_score_sheet_lacks_reason (sheet, place);
  gboolean differs = points >= 0 && before != BV_POINTS_MISSING && points != before;
  g_autofree char *text = *reason != '\0' ? g_strdup_printf (_ ("Reason: %s"), reason) : NULL;

  if (lacks)
    gtk_widget_add_css_class (GTK_WIDGET (self->reason), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->reason), "warning");
  gtk_label_set_text (self->reason, lacks ? _ ("Reason missing") : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), text);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), lacks || text != NULL);
  gtk_widget_set_visible (self->button, differs);
}

static void
clicked_cb (GtkButton *button, BvScoreDetails *self)
{
  g_signal_emit (self, reason_signal, 0);
}

static void
bv_score_details_class_init (BvScoreDetailsClass *klass)
{
  reason_signal = g_signal_new (
      "reason", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
create_label (GtkBox *box)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static void
bv_score_details_init (BvScoreDetails *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  GtkBox *lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  GtkBox *first = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18));

  gtk_widget_set_hexpand (GTK_WIDGET (lines), TRUE);
  gtk_box_append (lines, GTK_WIDGET (first));
  self->title = create_label (first);
  self->reason = create_label (first);
  self->stages = create_label (lines);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->stages), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->stages), "dim-label");
  self->button = gtk_button_new_with_mnemonic (_ ("_Reason…"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (box, GTK_WIDGET (lines));
  gtk_box_append (box, self->button);
  gtk_widget_add_css_class (GTK_WIDGET (box), "bv-score-details");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
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
  BvAssessment *assessment;
  g_autofree char *title = NULL;
  g_autofree char *stages = NULL;

  g_return_if_fail (BV_IS_SCORE_DETAILS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), place != NULL);
  if (place == NULL)
    return;
  assessment = bv_score_sheet_get_assessment (sheet);
  title = g_strdup_printf ("%s · %s",
                           bv_assessment_get_subject (assessment, place->subject)->name,
                           bv_assessment_get_criterion_name (assessment, place->criterion));
  stages = dup_stages (sheet, *place);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->stages, stages);
  show_reason (self, sheet, *place);
}
