/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the score sheet: shows a subject, points or a sum, and lets points be typed. */
#include "config.h"

#include "bv-score-cell-private.h"

#include <glib/gi18n-lib.h>

enum { EDITED, LEFT, ENTERED, OPENED, BOUND, PRESSED, DRAGGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvScoreCell, bv_score_cell, ADW_TYPE_BIN)

static void
row_changed_cb (BvScoreRow *row, BvScoreCell *self)
{
  _bv_score_cell_refresh (self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BvScoreCell *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));

  if (self->entry != NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[PRESSED], 0, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2)
    g_signal_emit (self, signals[OPENED], 0);
}

/* The mouse went on with its button down. */
static void
update_cb (GtkGesture *gesture, GdkEventSequence *sequence, BvScoreCell *self)
{
  double x, y;

  if (self->entry == NULL && gtk_gesture_get_point (gesture, sequence, &x, &y))
    g_signal_emit (self, signals[DRAGGED], 0, x, y);
}

static void
entered_cb (GtkEventControllerFocus *controller, BvScoreCell *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
left_cb (GtkEventControllerFocus *controller, BvScoreCell *self)
{
  if (self->entry != NULL)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
entry_changed_cb (GtkEditable *editable, BvScoreCell *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
bv_score_cell_dispose (GObject *object)
{
  BvScoreCell *self = BV_SCORE_CELL (object);

  self->entry = NULL;
  bv_score_cell_set_row (self, NULL, 0);
  if (self->text != NULL)
    gtk_inscription_set_attributes (self->text, NULL); /* which it would not give back itself */
  self->text = NULL;
  g_clear_object (&self->display);
  G_OBJECT_CLASS (bv_score_cell_parent_class)->dispose (object);
}

static void
bv_score_cell_class_init (BvScoreCellClass *klass)
{
  static const char *const names[] = { "edited", "left", "entered", "opened", "bound" };

  G_OBJECT_CLASS (klass)->dispose = bv_score_cell_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i],
                               G_TYPE_FROM_CLASS (klass),
                               G_SIGNAL_RUN_LAST,
                               0,
                               NULL,
                               NULL,
                               NULL,
                               G_TYPE_NONE,
                               0);
  signals[PRESSED] = g_signal_new ("pressed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_BOOLEAN);
  signals[DRAGGED] = g_signal_new ("dragged",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_DOUBLE,
                                   G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "scorecell");
}

static void
bv_score_cell_init (BvScoreCell *self)
{
}

static GtkInscription *
add_inscription (GtkBox *box, float xalign)
{
  GtkInscription *text = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_text_overflow (text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (text, xalign);
  gtk_inscription_set_min_chars (text, 2);
  gtk_inscription_set_min_lines (text, 1);
  gtk_inscription_set_nat_lines (text, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (text), TRUE);
  gtk_box_append (box, GTK_WIDGET (text));
  return text;
}

static void
add_subject (BvScoreCell *self)
{
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->name, 8);
  gtk_box_append (GTK_BOX (self->display), GTK_WIDGET (self->name));
  self->second = add_inscription (GTK_BOX (self->display), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->second), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->second), "caption");
}

static void
make_editable (BvScoreCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mark = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "mark");
  gtk_box_append (GTK_BOX (self->display), GTK_WIDGET (self->mark));
  gtk_widget_set_halign (self->display, GTK_ALIGN_END);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "points");
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "update", G_CALLBACK (update_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
bv_score_cell_new (int column)
{
  BvScoreCell *self = g_object_new (BV_TYPE_SCORE_CELL, NULL);
  gboolean subject = column == BV_SCORE_COLUMN_SUBJECT;

  self->column = column;
  self->display = g_object_ref_sink (
      gtk_box_new (subject ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_valign (self->display, GTK_ALIGN_CENTER);
  if (column >= 0)
    make_editable (self);
  if (subject)
    add_subject (self);
  else
    self->text = add_inscription (GTK_BOX (self->display), column == BV_SCORE_COLUMN_STAGE ? 0 : 1);
  if (column == BV_SCORE_COLUMN_TOTAL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "total");
  if (column == BV_SCORE_COLUMN_STAGE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stages");
  if (column == BV_SCORE_COLUMN_NUMBER)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  adw_bin_set_child (ADW_BIN (self), self->display);
  return GTK_WIDGET (self);
}

void
bv_score_cell_set_row (BvScoreCell *self, BvScoreRow *row, guint position)
{
  g_return_if_fail (BV_IS_SCORE_CELL (self));

  if (self->row != NULL)
    g_clear_signal_handler (&self->changed_id, self->row);
  g_set_object (&self->row, row);
  self->position = position;
  if (row == NULL)
    return;
  self->changed_id = g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), self);
  _bv_score_cell_refresh (self);
  g_signal_emit (self, signals[BOUND], 0);
}

guint
bv_score_cell_get_position (BvScoreCell *self)
{
  return self->row != NULL ? self->position : G_MAXUINT;
}

void
bv_score_cell_set_chosen (BvScoreCell *self, gboolean chosen)
{
  _bv_score_cell_toggle_class (self, "chosen", chosen);
}

BvScoreRow *
bv_score_cell_get_row (BvScoreCell *self)
{
  return self->row;
}

int
bv_score_cell_get_column (BvScoreCell *self)
{
  return self->column;
}

const char *
bv_score_cell_get_text (BvScoreCell *self)
{
  return self->name != NULL ? gtk_label_get_text (self->name)
                            : gtk_inscription_get_text (self->text);
}

static char *
dup_stored (BvScoreCell *self)
{
  BvScorePlace place = bv_score_row_get_place (self->row, (guint) self->column);
  gint64 points = bv_score_sheet_get_points (bv_score_row_get_sheet (self->row), place);

  return points >= 0 ? bv_points_format (points) : g_strdup ("");
}

void
bv_score_cell_start (BvScoreCell *self, const char *typed)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *stored = NULL;

  g_return_if_fail (BV_IS_SCORE_CELL (self));
  g_return_if_fail (self->row != NULL && self->entry == NULL);

  stored = dup_stored (self);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->preedit = bv_preedit_watch (GTK_WIDGET (self->entry));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 3);
  gtk_entry_set_alignment (self->entry, 1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed != NULL ? typed : stored);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Points"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  /* it has to see the keyboard come, or it does not see it go */
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (typed != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_connect (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
}

void
bv_score_cell_stop (BvScoreCell *self)
{
  g_return_if_fail (BV_IS_SCORE_CELL (self));

  if (self->entry == NULL)
    return;
  self->entry = NULL; /* what follows is no leaving of the field */
  self->preedit = NULL;
  adw_bin_set_child (ADW_BIN (self), self->display);
}

char *
bv_score_cell_dup_typed (BvScoreCell *self)
{
  g_return_val_if_fail (BV_IS_SCORE_CELL (self), NULL);
  g_return_val_if_fail (self->entry != NULL, NULL);

  bv_preedit_settle (self->preedit);
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

gboolean
bv_score_cell_take_key (BvScoreCell *self, GtkEventControllerKey *controller)
{
  GtkEditable *text = self->entry != NULL ? gtk_editable_get_delegate (GTK_EDITABLE (self->entry))
                                          : NULL;

  if (text == NULL
      || (gtk_widget_has_focus (GTK_WIDGET (text)) && gtk_widget_get_mapped (GTK_WIDGET (text))))
    return GDK_EVENT_PROPAGATE;
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

void
bv_score_cell_focus_field (BvScoreCell *self)
{
  if (self->entry != NULL)
    gtk_entry_grab_focus_without_selecting (self->entry);
}
