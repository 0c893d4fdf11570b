/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look at many points before they are written. */
#include "config.h"

#include "bv-score-preview.h"

#include "bv-preedit.h"
#include "bv-score-details.h"
#include "bv-text-label.h"

#include <glib/gi18n-lib.h>

/* More lines than a person reads; the figures above say how many there are. */
#define MOST_LINES 300

struct _BvScorePreview
{
  AdwWindow parent_instance;

  /* Owned */
  BvScorePlan *plan;
  char *title;

  /* Borrowed references: parts of the window */
  GtkEntry *reason; /* nullable */
  BvPreedit *preedit;
  GtkLabel *problem;
  GtkWidget *write;
};

static guint accepted_signal;

G_DEFINE_FINAL_TYPE (BvScorePreview, bv_score_preview, ADW_TYPE_WINDOW)

static void
write_plan (BvScorePreview *self)
{
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (self->reason != NULL) {
    bv_preedit_settle (self->preedit);
    reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  }
  if (bv_score_plan_apply (self->plan, self->title, reason, &error)) {
    g_signal_emit (self, accepted_signal, 0);
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  if (self->reason != NULL) {
    gtk_widget_add_css_class (GTK_WIDGET (self->reason), "error");
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  }
}

static void
write_cb (gpointer source, BvScorePreview *self)
{
  write_plan (self);
}

static void
changed_cb (GtkEditable *editable, BvScorePreview *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
bv_score_preview_dispose (GObject *object)
{
  BvScorePreview *self = BV_SCORE_PREVIEW (object);

  g_clear_pointer (&self->plan, bv_score_plan_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (bv_score_preview_parent_class)->dispose (object);
}

static void
bv_score_preview_class_init (BvScorePreviewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_score_preview_dispose;
  accepted_signal = g_signal_new (
      "accepted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_score_preview_init (BvScorePreview *self)
{
}

/* Lines */

static char *
dup_points (gint64 points)
{
  return points >= 0 ? bv_points_format (points) : g_strdup ("–");
}

/* "18 → 17,5 (18,5 before)", or what was typed when it is no good. */
static char *
dup_change (BvScorePreview *self, const BvScoreEdit *edit)
{
  gint64 before = bv_score_sheet_get_before (self->plan->sheet, edit->place);
  g_autofree char *was = dup_points (bv_score_sheet_get_points (self->plan->sheet, edit->place));
  g_autofree char *is = dup_points (edit->points);
  g_autofree char *stood = dup_points (before);

  if (edit->problem != NULL)
    return g_strdup_printf ("✕ %s", edit->typed != NULL ? edit->typed : is);
  if (!edit->changes)
    return g_strdup_printf (_ ("%s, as it is"), is);
  if (edit->needs_reason)
    return g_strdup_printf (_ ("%s → %s, step before %s"), was, is, stood);
  return g_strdup_printf ("%s → %s", was, is);
}

static GtkWidget *
create_line (BvScorePreview *self, const BvScoreEdit *edit)
{
  BvScoreSheet *sheet = self->plan->sheet;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *change = dup_change (self, edit);
  GtkWidget *points = bv_text_label_new (change, edit->problem != NULL ? "error" : "numeric");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (
      GTK_BOX (words),
      bv_text_label_new (bv_score_sheet_get_subject (sheet, edit->place.subject)->name, NULL));
  gtk_box_append (
      GTK_BOX (words),
      bv_text_label_new (edit->problem != NULL
                             ? edit->problem
                             : bv_assessment_get_criterion_name (
                                 bv_score_sheet_get_assessment (sheet), edit->place.criterion),
                         edit->problem != NULL ? "error" : "dim-label"));
  gtk_label_set_wrap (GTK_LABEL (points), FALSE);
  gtk_widget_set_valign (points, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), points);
  gtk_widget_add_css_class (line, "bv-preview-line");
  return line;
}

/* What is wrong comes first, then what has to be explained, then the rest. */
static int
weigh (const BvScoreEdit *edit)
{
  if (edit->problem != NULL)
    return 0;
  return edit->needs_reason ? 1 : edit->changes ? 2 : 3;
}

static GtkWidget *
create_lines (BvScorePreview *self)
{
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (int weight = 0; weight < 4; weight++)
    for (guint i = 0; i < self->plan->edits->len && n < MOST_LINES; i++) {
      const BvScoreEdit *edit = &g_array_index (self->plan->edits, BvScoreEdit, i);

      if (weigh (edit) != weight)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), create_line (self, edit));
      n++;
    }
  return list;
}

static char *
dup_summary (BvScorePlan *plan)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text,
      ngettext ("%u cell will be written", "%u cells will be written", plan->n_changes),
      plan->n_changes);
  if (plan->n_replaced > 0)
    g_string_append_printf (text,
                            ngettext (", %u of them over other points",
                                      ", %u of them over other points",
                                      plan->n_replaced),
                            plan->n_replaced);
  g_string_append (text, ".");
  if (plan->n_problems > 0)
    g_string_append_printf (text,
                            ngettext (" %u cell cannot be taken and stays as it is.",
                                      " %u cells cannot be taken and stay as they are.",
                                      plan->n_problems),
                            plan->n_problems);
  return g_string_free (text, FALSE);
}

static GtkWidget *
create_reason (BvScorePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *question = g_strdup_printf (
      ngettext ("%u cell differs from the step before. The reason:",
                "%u cells differ from the step before. One reason for all:",
                self->plan->n_reasons),
      self->plan->n_reasons);

  self->reason = GTK_ENTRY (gtk_entry_new ());
  self->preedit = bv_preedit_watch (GTK_WIDGET (self->reason));
  gtk_entry_set_max_length (self->reason, 500);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason for the difference"),
                                  -1);
  g_signal_connect (self->reason, "activate", G_CALLBACK (write_cb), self);
  g_signal_connect (self->reason, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (box), bv_text_label_new (question, "heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  return box;
}

static GtkWidget *
create_header (BvScorePreview *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gboolean partly = self->plan->n_problems > 0;

  self->write = gtk_button_new_with_mnemonic (partly ? _ ("_Write the right cells only")
                                                     : _ ("_Write"));
  gtk_widget_set_sensitive (self->write, self->plan->n_changes > 0);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  if (!partly)
    gtk_widget_add_css_class (self->write, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect (self->write, "clicked", G_CALLBACK (write_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->write);
  return header;
}

static void
build (BvScorePreview *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *lines = create_lines (self);
  g_autofree char *summary = dup_summary (self->plan);

  gtk_widget_add_css_class (content, "bv-preview");
  gtk_box_append (GTK_BOX (content), bv_text_label_new (summary, NULL));
  if (self->plan->n_reasons > 0)
    gtk_box_append (GTK_BOX (content), create_reason (self));
  self->problem = GTK_LABEL (bv_text_label_new (NULL, "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->problem));
  gtk_widget_set_margin_start (lines, 1);
  gtk_widget_set_margin_end (lines, 1);
  gtk_widget_set_margin_bottom (lines, 1);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), lines);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), scroller);
  gtk_box_append (GTK_BOX (all), create_header (self));
  gtk_box_append (GTK_BOX (all), content);
  adw_window_set_content (ADW_WINDOW (self), all);
}

GtkWidget *
bv_score_preview_new (GtkWindow *parent, BvScorePlan *plan, const char *title)
{
  BvScorePreview *self = g_object_new (BV_TYPE_SCORE_PREVIEW, NULL);

  self->plan = plan;
  self->title = g_strdup (title);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Look before writing"));
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 560);
  build (self);
  if (self->reason != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else if (self->plan->n_problems == 0)
    gtk_widget_grab_focus (self->write);
  return GTK_WIDGET (self);
}

const char *
bv_score_preview_get_title (BvScorePreview *self)
{
  return self->title;
}

BvScorePlan *
bv_score_preview_get_plan (BvScorePreview *self)
{
  return self->plan;
}

void
bv_score_preview_accept (BvScorePreview *self, const char *reason)
{
  g_return_if_fail (BV_IS_SCORE_PREVIEW (self));

  if (self->reason != NULL && reason != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
  if (gtk_widget_get_sensitive (self->write))
    write_plan (self);
}
