/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one step of the log changed, and the button that takes it back. */
#include "config.h"

#include "bv-step-panel.h"

#include "bv-pill.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 200

struct _BvStepPanel
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *when;
  BvPill *state;
  GtkBox *lines;
  GtkLabel *more;
  GtkWidget *revert;
  GtkLabel *hint;
};

static guint revert_signal;

G_DEFINE_FINAL_TYPE (BvStepPanel, bv_step_panel, ADW_TYPE_BIN)

static GtkLabel *
create_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
show_lines (BvStepPanel *self, BvHistory *history, gint64 id, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = bv_history_describe_step (history, id, MOST_LINES, &error);
  GtkWidget *child;
  g_autofree char *more = NULL;
  guint n = lines != NULL ? g_strv_length (lines) : 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < n; i++) {
    GtkLabel *label = create_label ("bv-step-line");

    gtk_label_set_text (label, lines[i]);
    gtk_box_append (self->lines, GTK_WIDGET (label));
  }
  if (n == MOST_LINES)
    more = g_strdup_printf (
        ngettext ("Only the first lines are shown; %u row was changed in all.",
                  "Only the first lines are shown; %u rows were changed in all.",
                  n_rows),
        n_rows);
  gtk_label_set_text (self->more, error != NULL ? error->message : more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), error != NULL || more != NULL);
}

static void
clicked_cb (GtkButton *button, BvStepPanel *self)
{
  g_signal_emit (self, revert_signal, 0);
}

static void
bv_step_panel_class_init (BvStepPanelClass *klass)
{
  revert_signal = g_signal_new (
      "revert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
build_head (BvStepPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = create_label ("title-4");
  self->when = create_label ("dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->when), "numeric");
  self->state = BV_PILL (bv_pill_new ());
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->when));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->state));
  return head;
}

static GtkWidget *
build_changes (BvStepPanel *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *card = adw_bin_new ();

  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->more = create_label ("dim-label");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What changed"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-panel-card");
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->lines));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), card);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->more));
  return group;
}

/* Above the changes, which may be many. */
static GtkWidget *
build_undoing (BvStepPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->revert = gtk_button_new_with_mnemonic (_ ("_Take this step back"));
  g_signal_connect (self->revert, "clicked", G_CALLBACK (clicked_cb), self);
  self->hint = create_label ("dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_box_append (GTK_BOX (box), self->revert);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  return box;
}

static void
bv_step_panel_init (BvStepPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));

  gtk_box_append (box, build_head (self));
  gtk_box_append (box, build_undoing (self));
  gtk_box_append (box, build_changes (self));
  gtk_widget_add_css_class (GTK_WIDGET (box), "bv-panel");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (box));
  self->content = GTK_WIDGET (box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
bv_step_panel_new (void)
{
  return g_object_new (BV_TYPE_STEP_PANEL, NULL);
}

void
bv_step_panel_show (
    BvStepPanel *self, BvHistory *history, BvLogEntry *entry, gboolean writable, gboolean latest)
{
  const BvHistoryStep *step;
  g_autofree char *time = NULL;
  g_autofree char *when = NULL;
  gboolean done;

  g_return_if_fail (BV_IS_STEP_PANEL (self));

  gtk_widget_set_visible (self->content, entry != NULL);
  if (entry == NULL)
    return;
  step = bv_log_entry_get_step (entry);
  time = bv_log_entry_dup_time (entry);
  when = g_strdup_printf ("%s · %s", time, step->actor);
  done = step->state == BV_STEP_STATE_DONE;
  gtk_label_set_text (self->title, step->title);
  gtk_label_set_text (self->when, when);
  bv_pill_set (
      self->state, bv_log_entry_get_state_label (entry), bv_log_entry_get_state_tone (entry));
  show_lines (self, history, step->id, step->n_rows);
  gtk_widget_set_visible (self->revert, done && writable);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), done && writable);
  gtk_label_set_text (self->hint,
                      latest
                          ? _ ("This is the latest step: Ctrl+Z takes it back too.")
                          : _ ("Later steps stay. When one of them stands in the way, nothing is "
                               "changed and the program says which."));
}
