/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of subjects × contents: its rows, its cursor, its keys. */
#include "config.h"

#include "bv-score-grid.h"

#include "bv-score-columns.h"
#include "bv-score-grid-private.h"

#include <glib/gi18n-lib.h>

#define PAGE_ROWS 10

enum { CURSOR_MOVED, FAILED, CLEARED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvScoreGrid, bv_score_grid, ADW_TYPE_BIN)

static guint
get_n_rows (BvScoreGrid *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static gint64
get_row_id (BvScoreGrid *self, guint position)
{
  g_autoptr (BvScoreRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row != NULL ? bv_score_row_get_id (row) : 0;
}

static guint
find_row (BvScoreGrid *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < get_n_rows (self); i++)
    if (get_row_id (self, i) == id)
      return i;
  return G_MAXUINT;
}

static guint
get_n_criteria (BvScoreGrid *self)
{
  guint n = 0;

  if (self->sheet != NULL)
    bv_assessment_get_criteria (bv_score_sheet_get_assessment (self->sheet), &n);
  return n;
}

/* The cursor */

static void
place_cursor (BvScoreGrid *self, gint64 id, guint criterion)
{
  guint position = find_row (self, id);

  self->cursor_id = position != G_MAXUINT ? id : 0;
  self->cursor_criterion = criterion;
  gtk_single_selection_set_selected (self->selection,
                                     position != G_MAXUINT ? position : GTK_INVALID_LIST_POSITION);
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

static void
focus_later (gpointer data)
{
  BvScoreGrid *self = data;
  BvScoreCell *cell = bv_score_grid_find_cell (self, self->cursor_id, self->cursor_criterion);

  self->focus_id = 0;
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

void
bv_score_grid_focus_cursor (BvScoreGrid *self)
{
  BvScoreCell *cell = bv_score_grid_find_cell (self, self->cursor_id, self->cursor_criterion);
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  guint position = find_row (self, self->cursor_id);

  if (position == G_MAXUINT)
    return;
  if (cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (cell))) {
    gtk_widget_grab_focus (GTK_WIDGET (cell));
    return;
  }
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_once (focus_later, self);
}

static gboolean
is_applicable (BvScoreGrid *self, guint position, guint criterion)
{
  BvScorePlace place = { bv_score_sheet_find (self->sheet, get_row_id (self, position)),
                         criterion,
                         self->stage };

  return bv_score_sheet_get_points (self->sheet, place) != BV_POINTS_NOT_APPLICABLE;
}

/* One cell on, into the next or previous row at the edge. */
static gboolean
step (BvScoreGrid *self, int dx, int dy, guint *position, guint *criterion)
{
  int n_criteria = (int) get_n_criteria (self);
  int n_rows = (int) get_n_rows (self);
  int x = (int) *criterion + dx;
  int y = (int) *position + dy;

  if (x < 0 || x >= n_criteria) {
    y += x < 0 ? -1 : 1;
    x = x < 0 ? n_criteria - 1 : 0;
  }
  if (y < 0 || y >= n_rows)
    return FALSE;
  *position = (guint) y;
  *criterion = (guint) x;
  return TRUE;
}

gboolean
bv_score_grid_move (BvScoreGrid *self, int dx, int dy, gboolean skip)
{
  guint position = find_row (self, self->cursor_id);
  guint criterion = self->cursor_criterion;

  if (position == G_MAXUINT || get_n_criteria (self) == 0)
    return FALSE;
  do {
    if (!step (self, dx, dy, &position, &criterion))
      return FALSE;
  } while (skip && !is_applicable (self, position, criterion));
  place_cursor (self, get_row_id (self, position), criterion);
  bv_score_grid_focus_cursor (self);
  return TRUE;
}

static void
jump (BvScoreGrid *self, guint position, guint criterion)
{
  if (get_n_rows (self) == 0 || get_n_criteria (self) == 0)
    return;
  place_cursor (self, get_row_id (self, MIN (position, get_n_rows (self) - 1)), criterion);
  bv_score_grid_focus_cursor (self);
}

static gboolean
jump_by_key (BvScoreGrid *self, guint keyval, gboolean control)
{
  guint position = find_row (self, self->cursor_id);
  guint last = MAX (1, get_n_criteria (self)) - 1;

  if (position == G_MAXUINT)
    return FALSE;
  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    jump (self, control ? 0 : position, 0);
  else if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    jump (self, control ? G_MAXUINT : position, last);
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    jump (self, position > PAGE_ROWS ? position - PAGE_ROWS : 0, self->cursor_criterion);
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    jump (self, position + PAGE_ROWS, self->cursor_criterion);
  else
    return FALSE;
  return TRUE;
}

/* Keys */

static gboolean
get_direction (guint keyval, int *dx, int *dy)
{
  *dx = (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
        - (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left);
  *dy = (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
        - (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up);
  return *dx != 0 || *dy != 0;
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

static gboolean
is_tab (guint keyval)
{
  return keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_KP_Tab;
}

static gboolean
type_key (BvScoreGrid *self, guint keyval, GdkModifierType state)
{
  int dx, dy;

  if (keyval == GDK_KEY_Escape)
    bv_score_grid_cancel (self);
  else if (is_enter (keyval))
    bv_score_grid_commit_and_move (self, 0, state & GDK_SHIFT_MASK ? -1 : 1);
  else if (is_tab (keyval))
    bv_score_grid_commit_and_move (self, state & GDK_SHIFT_MASK ? -1 : 1, 0);
  else if (get_direction (keyval, &dx, &dy) && dy != 0)
    bv_score_grid_commit_and_move (self, 0, dy);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Backspace is left alone: input methods send it while they retype a syllable. */
static gboolean
cursor_key (BvScoreGrid *self, guint keyval, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  char typed[2] = { (char) gdk_keyval_to_unicode (keyval), '\0' };
  int dx, dy;

  if (state & GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;
  if (is_tab (keyval) && !control)
    return bv_score_grid_move (self, state & GDK_SHIFT_MASK ? -1 : 1, 0, TRUE);
  if (get_direction (keyval, &dx, &dy) && !control) {
    bv_score_grid_move (self, dx, dy, FALSE);
    return GDK_EVENT_STOP;
  }
  if (jump_by_key (self, keyval, control))
    return GDK_EVENT_STOP;
  if (control)
    return GDK_EVENT_PROPAGATE;
  if (is_enter (keyval) || keyval == GDK_KEY_F2)
    bv_score_grid_edit (self, NULL);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    bv_score_grid_clear (self);
  else if (g_ascii_isdigit (typed[0]))
    bv_score_grid_edit (self, typed);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvScoreGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_get_ancestor (focus, BV_TYPE_SCORE_CELL) == NULL)
    return GDK_EVENT_PROPAGATE;
  return self->edited != NULL ? type_key (self, keyval, state) : cursor_key (self, keyval, state);
}

/* Cells */

static void
entered_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  BvScoreRow *row = bv_score_cell_get_row (cell);
  guint criterion = (guint) bv_score_cell_get_column (cell);

  if (row == NULL || self->edited != NULL
      || (bv_score_row_get_id (row) == self->cursor_id && criterion == self->cursor_criterion))
    return;
  place_cursor (self, bv_score_row_get_id (row), criterion);
}

static void
destroy_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  g_ptr_array_remove_fast (self->cells, cell);
  bv_score_grid_forget_cell (self, cell);
}

static void
cell_created (BvScoreCell *cell, gpointer owner)
{
  BvScoreGrid *self = owner;

  g_ptr_array_add (self->cells, cell);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (destroy_cb), self, 0);
  g_signal_connect_object (cell, "entered", G_CALLBACK (entered_cb), self, 0);
  bv_score_grid_watch_cell (self, cell);
}

BvScoreCell *
bv_score_grid_find_cell (BvScoreGrid *self, gint64 id, guint criterion)
{
  for (guint i = 0; id != 0 && i < self->cells->len; i++) {
    BvScoreCell *cell = g_ptr_array_index (self->cells, i);
    BvScoreRow *row = bv_score_cell_get_row (cell);

    if (row != NULL && bv_score_cell_get_column (cell) == (int) criterion
        && bv_score_row_get_id (row) == id)
      return cell;
  }
  return NULL;
}

/* Rows */

/* Columns are built anew only when the contents changed: doing so loses widths and focus. */
static void
sync_columns (BvScoreGrid *self)
{
  BvAssessment *assessment = bv_score_sheet_get_assessment (self->sheet);
  g_autoptr (GString) headings = g_string_new (NULL);
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (assessment, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (headings,
                            "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
                            criteria[i].id,
                            criteria[i].maximum,
                            bv_assessment_get_criterion_name (assessment, i));
  if (g_strcmp0 (headings->str, self->headings) == 0)
    return;
  g_free (self->headings);
  self->headings = g_strdup (headings->str);
  bv_score_columns_build (self->view, assessment, self->office, cell_created, self);
}

static gboolean
has_same_rows (BvScoreGrid *self, GArray *subjects)
{
  BvAssessment *assessment = bv_score_sheet_get_assessment (self->sheet);

  if (subjects->len != get_n_rows (self))
    return FALSE;
  for (guint i = 0; i < subjects->len; i++)
    if (get_row_id (self, i)
        != bv_assessment_get_subject (assessment, g_array_index (subjects, guint, i))->subject_id)
      return FALSE;
  return TRUE;
}

static void
replace_rows (BvScoreGrid *self, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < subjects->len; i++)
    g_ptr_array_add (
        rows, bv_score_row_new (self->sheet, g_array_index (subjects, guint, i), self->stage));
  g_list_store_splice (self->rows, 0, get_n_rows (self), rows->pdata, rows->len);
}

void
bv_score_grid_show (BvScoreGrid *self, BvScoreSheet *sheet, GArray *subjects, BvStage stage)
{
  gint64 id = self->cursor_id;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  g_set_object (&self->sheet, sheet);
  self->stage = stage;
  sync_columns (self);
  if (has_same_rows (self, subjects)) {
    for (guint i = 0; i < subjects->len; i++) {
      g_autoptr (BvScoreRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      bv_score_row_update (row, sheet, g_array_index (subjects, guint, i), stage);
    }
  } else {
    bv_score_grid_cancel (self);
    replace_rows (self, subjects);
  }
  if (find_row (self, id) == G_MAXUINT)
    id = get_row_id (self, 0);
  place_cursor (self, id, MIN (self->cursor_criterion, MAX (1, get_n_criteria (self)) - 1));
}

void
bv_score_grid_fail (BvScoreGrid *self, GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
bv_score_grid_grab_focus (GtkWidget *widget)
{
  bv_score_grid_focus_cursor (BV_SCORE_GRID (widget));
  return BV_SCORE_GRID (widget)->cursor_id != 0;
}

static void
bv_score_grid_dispose (GObject *object)
{
  BvScoreGrid *self = BV_SCORE_GRID (object);

  self->edited = NULL;
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_handle_id (&self->left_id, g_source_remove);
  if (self->reason != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->reason));
  self->reason = NULL;
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->sheet);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_score_grid_parent_class)->dispose (object);
}

static void
bv_score_grid_finalize (GObject *object)
{
  BvScoreGrid *self = BV_SCORE_GRID (object);

  g_ptr_array_unref (self->cells);
  g_free (self->headings);
  G_OBJECT_CLASS (bv_score_grid_parent_class)->finalize (object);
}

static void
bv_score_grid_class_init (BvScoreGridClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_score_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_score_grid_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = bv_score_grid_grab_focus;
  signals[CURSOR_MOVED] = g_signal_new (
      "cursor-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new (
      "failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[CLEARED] = g_signal_new (
      "cleared", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_score_grid_init (BvScoreGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cells = g_ptr_array_new ();
  self->rows = g_list_store_new (BV_TYPE_SCORE_ROW);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-score-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Score sheet"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  bv_score_grid_init_editing (self);
}

GtkWidget *
bv_score_grid_new (BvOffice *office)
{
  BvScoreGrid *self = g_object_new (BV_TYPE_SCORE_GRID, NULL);

  self->office = g_object_ref (office);
  return GTK_WIDGET (self);
}

gboolean
bv_score_grid_get_cursor (BvScoreGrid *self, BvScorePlace *place)
{
  g_return_val_if_fail (BV_IS_SCORE_GRID (self), FALSE);

  if (self->cursor_id == 0 || get_n_criteria (self) == 0)
    return FALSE;
  *place = (BvScorePlace){ bv_score_sheet_find (self->sheet, self->cursor_id),
                           self->cursor_criterion,
                           self->stage };
  return place->subject != G_MAXUINT;
}

gboolean
bv_score_grid_set_cursor (BvScoreGrid *self, gint64 id, guint criterion)
{
  g_return_val_if_fail (BV_IS_SCORE_GRID (self), FALSE);

  if (find_row (self, id) == G_MAXUINT || criterion >= get_n_criteria (self))
    return FALSE;
  place_cursor (self, id, criterion);
  bv_score_grid_focus_cursor (self);
  return TRUE;
}
