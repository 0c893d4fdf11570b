/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the score sheet: shows a subject, points or a sum, and lets points be typed. */
#include "config.h"

#include "bv-score-cell.h"

#include "bv-preedit.h"
#include "bv-score-text.h"

#include <glib/gi18n-lib.h>

struct _BvScoreCell
{
  AdwBin parent_instance;

  int column;
  guint position;

  /* Owned */
  BvScoreRow *row; /* nullable */
  gulong changed_id;
  GtkWidget *display; /* while the field is open nobody else holds it */

  /* Borrowed references */
  GtkLabel *mark; /* criteria only */
  GtkInscription *text;
  GtkLabel *name;         /* subjects only: long names take two lines */
  GtkInscription *second; /* subjects only */
  GtkEntry *entry;        /* while typing */
  BvPreedit *preedit;
};

enum { EDITED, LEFT, ENTERED, OPENED, BOUND, PRESSED, DRAGGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvScoreCell, bv_score_cell, ADW_TYPE_BIN)

static void
toggle_class (BvScoreCell *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Points of a criterion */

static const char *const stage_classes[] = { "computed", "missing", "differs", "locked" };

static void
tell_points (BvScoreCell *self, const char *text, gint64 points, gint64 before, gboolean lacks)
{
  const BvAssessed *assessed = bv_score_row_get_assessed (self->row);
  BvAssessment *assessment = bv_score_sheet_get_assessment (bv_score_row_get_sheet (self->row));
  g_autoptr (GString) label = g_string_new (assessed->name);

  g_string_append_printf (
      label, ", %s: %s", bv_assessment_get_criterion_name (assessment, (guint) self->column), text);
  if (points >= 0 && before != BV_POINTS_MISSING && points != before)
    g_string_append_printf (
        label, ", %s", points > before ? _ ("more than before") : _ ("less than before"));
  if (lacks)
    g_string_append_printf (label, ", %s", _ ("reason missing"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

/* The inscription of GTK 4.8 loses attributes: those of a markup that it reads itself, and those it
 * has when it goes. */
static void
show_markup (GtkInscription *inscription, const char *markup)
{
  g_autofree char *text = NULL;
  PangoAttrList *attributes = NULL;

  if (!pango_parse_markup (markup, -1, 0, &attributes, &text, NULL, NULL))
    g_return_if_reached ();
  gtk_inscription_set_text (inscription, text);
  gtk_inscription_set_attributes (inscription, attributes);
  pango_attr_list_unref (attributes);
}

static void
show_stages (BvScoreCell *self)
{
  BvScoreSheet *sheet = bv_score_row_get_sheet (self->row);
  BvScorePlace place = bv_score_row_get_place (self->row, (guint) self->column);
  gboolean applies = bv_score_sheet_get_points (sheet, place) != BV_POINTS_NOT_APPLICABLE;
  gboolean lacks = FALSE;
  gint64 computed = bv_score_sheet_get_computed (
      sheet, (BvScorePlace){ place.subject, place.criterion, BV_STAGE_SELF });
  gboolean from_evidence = applies && bv_score_text_is_untouched (self->row, (guint) self->column)
                           && computed >= 0;
  g_autofree char *text = NULL;

  if (from_evidence)
    text = bv_score_text_points (computed);
  else
    text = applies ? bv_score_text_stages (self->row, (guint) self->column, &lacks)
                   : g_strdup (_ ("n/a"));
  gtk_label_set_text (self->mark, "");
  show_markup (self->text, text);
  for (guint i = 0; i < G_N_ELEMENTS (stage_classes); i++)
    toggle_class (self, stage_classes[i], FALSE);
  toggle_class (self, "computed", from_evidence);
  toggle_class (self, "not-applicable", !applies);
  toggle_class (self, "lacks-reason", lacks);
  tell_points (self, gtk_inscription_get_text (self->text), BV_POINTS_MISSING, 0, lacks);
}

static void
show_points (BvScoreCell *self)
{
  BvScoreSheet *sheet = bv_score_row_get_sheet (self->row);
  BvScorePlace place = bv_score_row_get_place (self->row, (guint) self->column);
  gint64 points = bv_score_sheet_get_points (sheet, place);
  gint64 computed = bv_score_sheet_get_computed (sheet, place);
  gint64 before = bv_score_sheet_get_before (sheet, place);
  gboolean lacks = bv_score_sheet_lacks_reason (sheet, place);
  gboolean blank = points == BV_POINTS_MISSING && computed == BV_POINTS_MISSING;
  gboolean differs = points >= 0 && before != BV_POINTS_MISSING && points != before;
  g_autofree char *number = points >= 0 ? bv_score_text_points (points) : NULL;
  g_autofree char *lock = bv_score_sheet_dup_lock (sheet, place);
  const char *text = number;

  if (points == BV_POINTS_MISSING && !blank)
    text = number = bv_score_text_points (computed);
  else if (number == NULL)
    text = blank ? "–" : _ ("n/a");
  gtk_inscription_set_text (self->text, text);
  gtk_inscription_set_attributes (self->text, NULL);
  gtk_label_set_text (self->mark, differs ? (points > before ? "↑" : "↓") : "");
  toggle_class (self, "computed", points == BV_POINTS_MISSING && !blank);
  toggle_class (self, "missing", blank);
  toggle_class (self, "not-applicable", points == BV_POINTS_NOT_APPLICABLE);
  toggle_class (self, "differs", differs);
  toggle_class (self, "lacks-reason", lacks);
  toggle_class (self, "locked", lock != NULL && points != BV_POINTS_NOT_APPLICABLE);
  if (points == BV_POINTS_NOT_APPLICABLE)
    text = _ ("does not apply");
  else if (blank)
    text = _ ("no points yet");
  tell_points (self, text, points, before, lacks);
}

/* The other columns */

static void
show_fact (BvScoreCell *self)
{
  const BvAssessed *assessed = bv_score_row_get_assessed (self->row);
  gboolean partial;
  g_autofree char *text = bv_score_text_fact (self->row, self->column, self->position, &partial);

  toggle_class (self, "partial", partial);
  if (self->name == NULL) {
    gtk_inscription_set_text (self->text, text);
    return;
  }
  gtk_label_set_text (self->name, text);
  gtk_inscription_set_text (self->second, assessed->department);
  gtk_widget_set_visible (GTK_WIDGET (self->second), *assessed->department != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), assessed->name);
}

static gboolean
is_tall (BvScoreCell *self)
{
  return self->column >= 0 || self->column == BV_SCORE_COLUMN_STAGE
         || self->column == BV_SCORE_COLUMN_SUM;
}

static void
refresh (BvScoreCell *self)
{
  gboolean compares = bv_score_row_get_place (self->row, 0).stage == BV_SCORE_OFFICIAL;

  if (self->column < 0)
    show_fact (self);
  else if (compares)
    show_stages (self);
  else
    show_points (self);
  toggle_class (self, "compares", compares);
  if (self->name != NULL)
    return;
  gtk_inscription_set_min_lines (self->text, compares && is_tall (self) ? BV_N_STAGES : 1);
  gtk_inscription_set_min_chars (self->text, self->column < 0 ? 2 : compares ? 8 : 5);
}

static void
row_changed_cb (BvScoreRow *row, BvScoreCell *self)
{
  refresh (self);
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
  refresh (self);
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
  toggle_class (self, "chosen", chosen);
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
