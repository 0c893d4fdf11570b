/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed sentences of a document, to be worded the office's own way. */
#include "config.h"

#include "bv-wording-panel.h"

#include "bv-preedit.h"
#include "bv-tooltip.h"
#include "bv-wording.h"

#include <glib/gi18n-lib.h>

#define TEXT_HEIGHT 96

struct _BvWordingPanel
{
  AdwBin parent_instance;
  const BvDocumentType *type;

  /* Owned */
  BvOffice *office;
  GPtrArray *rows; /* Row */

  /* Borrowed references: children */
  GtkBox *box;
};

/* One sentence: its text and what stands around it. */
typedef struct
{
  BvWordingPanel *panel;
  const BvSentence *sentence;
  BvPreedit *preedit;
  GtkTextView *view;
  GtkWidget *reset, *problem;
} Row;

enum { REPORT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvWordingPanel, bv_wording_panel, ADW_TYPE_BIN)

static char *
dup_typed (Row *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (row->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_problem (Row *row, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (row->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (row->problem, problem != NULL);
}

static void
show_row (Row *row)
{
  gboolean own = FALSE;
  g_autofree char *text = bv_wording_dup (
      row->panel->office, row->panel->type, row->sentence, &own, NULL);
  g_autofree char *typed = dup_typed (row);
  gboolean writable = bv_office_is_writable (row->panel->office);

  if (text != NULL && !g_str_equal (text, typed))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (row->view), text, -1);
  gtk_text_view_set_editable (row->view, writable);
  gtk_widget_set_sensitive (row->reset, own && writable);
  set_problem (row, NULL);
}

static gboolean
save_row (Row *row, GError **error)
{
  g_autofree char *typed = NULL;
  g_autoptr (GError) local = NULL;

  if (!bv_office_is_writable (row->panel->office))
    return TRUE;
  bv_preedit_settle (row->preedit);
  typed = dup_typed (row);
  if (bv_wording_save (row->panel->office, row->panel->type, row->sentence, typed, &local)) {
    show_row (row);
    return TRUE;
  }
  set_problem (row, local->message);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Callbacks */

static void
leave_cb (GtkEventControllerFocus *controller, Row *row)
{
  if (row->panel->office != NULL)
    save_row (row, NULL);
}

static void
reset_cb (GtkButton *button, Row *row)
{
  g_autoptr (GError) error = NULL;

  if (bv_wording_save (row->panel->office, row->panel->type, row->sentence, NULL, &error))
    show_row (row);
  else
    g_signal_emit (row->panel, signals[REPORT], 0, error);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  show_row (data);
  return GDK_EVENT_STOP;
}

static void
bv_wording_panel_dispose (GObject *object)
{
  g_clear_object (&BV_WORDING_PANEL (object)->office);
  G_OBJECT_CLASS (bv_wording_panel_parent_class)->dispose (object);
}

static void
bv_wording_panel_finalize (GObject *object)
{
  BvWordingPanel *self = BV_WORDING_PANEL (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (bv_wording_panel_parent_class)->finalize (object);
}

static void
bv_wording_panel_class_init (BvWordingPanelClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_wording_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_wording_panel_finalize;
  signals[REPORT] = g_signal_new (
      "report", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

/* Building */

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
build_text (Row *row)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  row->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (row->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (row->view, FALSE);
  row->preedit = bv_preedit_watch (GTK_WIDGET (row->view));
  gtk_text_view_set_left_margin (row->view, 9);
  gtk_text_view_set_right_margin (row->view, 9);
  gtk_text_view_set_top_margin (row->view, 6);
  gtk_text_view_set_bottom_margin (row->view, 6);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (row->sentence->label), -1);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row->view), focus);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, row, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (row->view), keys);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 3 * TEXT_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (row->view));
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static void
add_row (BvWordingPanel *self, const BvSentence *sentence)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = create_label (_ (sentence->label), "heading");

  row->panel = self;
  row->sentence = sentence;
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_hexpand (title, TRUE);
  row->reset = gtk_button_new_with_label (_ ("As delivered"));
  bv_tooltip_set (row->reset, _ ("Takes the office's own wording away"));
  gtk_widget_add_css_class (row->reset, "flat");
  g_signal_connect (row->reset, "clicked", G_CALLBACK (reset_cb), row);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), row->reset);
  gtk_box_append (self->box, head);
  gtk_box_append (self->box, build_text (row));
  row->problem = create_label (NULL, "error");
  gtk_box_append (self->box, row->problem);
  show_row (row);
}

static void
add_placeholders (BvWordingPanel *self, const BvPlaceholder *placeholders)
{
  for (; placeholders != NULL && placeholders->name != NULL; placeholders++) {
    g_autofree char *text = g_strdup_printf (
        "{%s}  %s", placeholders->name, _ (placeholders->meaning));
    GtkWidget *label = create_label (text, "caption");

    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    gtk_widget_set_can_focus (label, FALSE);
    gtk_box_append (self->box, label);
  }
}

static void
bv_wording_panel_init (BvWordingPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "bv-wording");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
bv_wording_panel_new (void)
{
  return g_object_new (BV_TYPE_WORDING_PANEL, NULL);
}

void
bv_wording_panel_set_type (BvWordingPanel *self, BvOffice *office, const BvDocumentType *type)
{
  GtkWidget *child;

  g_return_if_fail (BV_IS_WORDING_PANEL (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->rows, 0);
  g_set_object (&self->office, office);
  self->type = type;
  if (type == NULL)
    return;
  for (const BvSentence *sentence = type->sentences; sentence && sentence->name; sentence++)
    add_row (self, sentence);
  if (self->rows->len == 0) {
    gtk_box_append (self->box, create_label (_ ("This document has no fixed sentences."), NULL));
    return;
  }
  gtk_box_append (self->box, create_label (_ ("What can stand in braces"), "heading"));
  add_placeholders (self, type->placeholders);
  add_placeholders (self, bv_document_type_get_general ());
}

gboolean
bv_wording_panel_flush (BvWordingPanel *self)
{
  g_return_val_if_fail (BV_IS_WORDING_PANEL (self), TRUE);

  for (guint i = 0; i < self->rows->len; i++) {
    g_autoptr (GError) error = NULL;

    if (!save_row (g_ptr_array_index (self->rows, i), &error)) {
      g_signal_emit (self, signals[REPORT], 0, error);
      return FALSE;
    }
  }
  return TRUE;
}

void
bv_wording_panel_refresh (BvWordingPanel *self)
{
  g_return_if_fail (BV_IS_WORDING_PANEL (self));

  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = g_ptr_array_index (self->rows, i);

    if (!gtk_widget_has_focus (GTK_WIDGET (row->view)))
      show_row (row);
  }
}
