/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cursor of the score grid: where it is, how keys and the mouse move it, the block it spans. */
#include "config.h"

#include "bv-focus.h"
#include "bv-score-grid-private.h"

#define PAGE_ROWS 10
#define FRAME_MS 16
#define MOST_WAITS 60

/* The cursor */

void
bv_score_grid_place_cursor (BvScoreGrid *self, gint64 id, guint criterion)
{
  guint position = bv_score_grid_find_row (self, id);

  self->cursor_id = position != G_MAXUINT ? id : 0;
  self->cursor_criterion = criterion;
  gtk_single_selection_set_selected (self->selection,
                                     position != G_MAXUINT ? position : GTK_INVALID_LIST_POSITION);
  if (!self->extending || position == G_MAXUINT) {
    self->anchor_id = self->cursor_id;
    self->anchor_criterion = criterion;
  }
  bv_score_grid_show_block (self);
  g_signal_emit_by_name (self, "cursor-moved");
}

static void focus_later (gpointer data);

static void
wait_for_cell (BvScoreGrid *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_timeout_add_once (FRAME_MS, focus_later, self);
}

/* A row that was out of sight can take the keyboard once it is laid out; what is typed until then
 * is handed on. */
static void
focus_later (gpointer data)
{
  BvScoreGrid *self = data;
  BvScoreCell *cell = bv_score_grid_find_cell (self, self->cursor_id, self->cursor_criterion);

  self->focus_id = 0;
  if (cell == NULL || !gtk_widget_get_mapped (GTK_WIDGET (cell))) {
    if (self->n_waits++ < MOST_WAITS)
      wait_for_cell (self);
  } else if (cell == self->edited) {
    bv_score_cell_focus_field (cell);
  } else {
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  }
}

void
bv_score_grid_focus_cursor (BvScoreGrid *self)
{
  BvScoreCell *cell = bv_score_grid_find_cell (self, self->cursor_id, self->cursor_criterion);
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  guint position = bv_score_grid_find_row (self, self->cursor_id);

  if (position == G_MAXUINT)
    return;
  if (cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (cell))) {
    gtk_widget_grab_focus (GTK_WIDGET (cell));
    return;
  }
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  self->n_waits = 0;
  wait_for_cell (self);
}

static gboolean
is_applicable (BvScoreGrid *self, guint position, guint criterion)
{
  BvScorePlace place = { bv_score_sheet_find (self->sheet,
                                              bv_score_grid_get_row_id (self, position)),
                         criterion,
                         self->stage };

  return bv_score_sheet_get_points (self->sheet, place) != BV_POINTS_NOT_APPLICABLE;
}

/* One cell on, into the next or previous row at the edge. */
static gboolean
step (BvScoreGrid *self, int dx, int dy, guint *position, guint *criterion)
{
  int n_criteria = (int) bv_score_grid_get_n_criteria (self);
  int n_rows = (int) bv_score_grid_get_n_rows (self);
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
  guint position = bv_score_grid_find_row (self, self->cursor_id);
  guint criterion = self->cursor_criterion;

  if (position == G_MAXUINT || bv_score_grid_get_n_criteria (self) == 0)
    return FALSE;
  do {
    if (!step (self, dx, dy, &position, &criterion))
      return FALSE;
  } while (skip && !is_applicable (self, position, criterion));
  bv_score_grid_place_cursor (self, bv_score_grid_get_row_id (self, position), criterion);
  bv_score_grid_focus_cursor (self);
  return TRUE;
}

/* Once a column is full the next one begins. */
void
bv_score_grid_move_on (BvScoreGrid *self, int dx, int dy)
{
  guint criterion = self->cursor_criterion + 1;
  guint row = 0;

  if (bv_score_grid_move (self, dx, dy, TRUE) || dx != 0 || dy <= 0
      || criterion >= bv_score_grid_get_n_criteria (self))
    return;
  while (row < bv_score_grid_get_n_rows (self) && !is_applicable (self, row, criterion))
    row++;
  if (row == bv_score_grid_get_n_rows (self))
    return;
  bv_score_grid_place_cursor (self, bv_score_grid_get_row_id (self, row), criterion);
  bv_score_grid_focus_cursor (self);
}

static void
jump (BvScoreGrid *self, guint position, guint criterion)
{
  if (bv_score_grid_get_n_rows (self) == 0 || bv_score_grid_get_n_criteria (self) == 0)
    return;
  bv_score_grid_place_cursor (
      self,
      bv_score_grid_get_row_id (self, MIN (position, bv_score_grid_get_n_rows (self) - 1)),
      criterion);
  bv_score_grid_focus_cursor (self);
}

static gboolean
jump_by_key (BvScoreGrid *self, guint keyval, gboolean control)
{
  guint position = bv_score_grid_find_row (self, self->cursor_id);
  guint last = MAX (1, bv_score_grid_get_n_criteria (self)) - 1;

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

/* The block from the anchor to the cursor */

gboolean
bv_score_grid_get_block (BvScoreGrid *self, BvScoreBlock *block)
{
  guint row = bv_score_grid_find_row (self, self->cursor_id);
  guint anchor = bv_score_grid_find_row (self, self->anchor_id);

  if (row == G_MAXUINT || bv_score_grid_get_n_criteria (self) == 0)
    return FALSE;
  if (anchor == G_MAXUINT)
    anchor = row;
  block->top = MIN (row, anchor);
  block->bottom = MAX (row, anchor);
  block->left = MIN (self->cursor_criterion, self->anchor_criterion);
  block->right = MAX (self->cursor_criterion, self->anchor_criterion);
  return TRUE;
}

gboolean
bv_score_grid_has_block (BvScoreGrid *self)
{
  BvScoreBlock block;

  return bv_score_grid_get_block (self, &block)
         && (block.top != block.bottom || block.left != block.right);
}

/* One cell alone shows the cursor only. */
static const BvScoreBlock *
get_shown_block (BvScoreGrid *self, BvScoreBlock *block)
{
  return bv_score_grid_has_block (self) && bv_score_grid_get_block (self, block) ? block : NULL;
}

static void
show_in_block (BvScoreCell *cell, const BvScoreBlock *block)
{
  guint column = (guint) bv_score_cell_get_column (cell);
  guint row = bv_score_cell_get_position (cell);

  bv_score_cell_set_chosen (cell,
                            block != NULL && column >= block->left && column <= block->right
                                && row >= block->top && row <= block->bottom);
}

void
bv_score_grid_show_block (BvScoreGrid *self)
{
  BvScoreBlock block;
  const BvScoreBlock *shown = get_shown_block (self, &block);

  for (guint i = 0; i < self->cells->len; i++)
    show_in_block (g_ptr_array_index (self->cells, i), shown);
}

void
bv_score_grid_select (
    BvScoreGrid *self, gint64 from_id, guint from_criterion, gint64 to_id, guint to_criterion)
{
  g_return_if_fail (BV_IS_SCORE_GRID (self));

  self->anchor_id = from_id;
  self->anchor_criterion = from_criterion;
  self->extending = TRUE;
  bv_score_grid_place_cursor (self, to_id, to_criterion);
  self->extending = FALSE;
}

static void
select_all (BvScoreGrid *self)
{
  guint n_rows = bv_score_grid_get_n_rows (self);
  guint n_criteria = bv_score_grid_get_n_criteria (self);

  if (n_rows > 0 && n_criteria > 0)
    bv_score_grid_select (self,
                          bv_score_grid_get_row_id (self, 0),
                          0,
                          bv_score_grid_get_row_id (self, n_rows - 1),
                          n_criteria - 1);
}

static void
collapse (BvScoreGrid *self)
{
  bv_score_grid_place_cursor (self, self->cursor_id, self->cursor_criterion);
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

/* A block grows to the edge and not into the next row. */
static gboolean
stays_inside (BvScoreGrid *self, int dx)
{
  int criterion = (int) self->cursor_criterion + dx;

  return criterion >= 0 && criterion < (int) bv_score_grid_get_n_criteria (self);
}

static gboolean
control_key (BvScoreGrid *self, guint keyval)
{
  switch (gdk_keyval_to_lower (keyval)) {
  case GDK_KEY_a:
    select_all (self);
    break;
  case GDK_KEY_c:
  case GDK_KEY_Insert:
    bv_score_grid_copy (self);
    break;
  case GDK_KEY_v:
    bv_score_grid_paste_clipboard (self);
    break;
  case GDK_KEY_d:
    bv_score_grid_fill_down (self);
    break;
  case GDK_KEY_r:
    bv_score_grid_ask_reason (self);
    break;
  default:
    return GDK_EVENT_PROPAGATE;
  }
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
    if (!self->extending || stays_inside (self, dx))
      bv_score_grid_move (self, dx, dy, FALSE);
    return GDK_EVENT_STOP;
  }
  if (jump_by_key (self, keyval, control))
    return GDK_EVENT_STOP;
  if (control)
    return control_key (self, keyval);
  if (is_enter (keyval) || keyval == GDK_KEY_F2)
    bv_score_grid_edit (self, NULL);
  else if (keyval == GDK_KEY_Escape && bv_score_grid_has_block (self))
    collapse (self);
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
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));
  gboolean stopped;

  if (focus == NULL || gtk_widget_get_ancestor (focus, BV_TYPE_SCORE_CELL) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (self->edited != NULL)
    return type_key (self, keyval, state) || bv_score_cell_take_key (self->edited, controller);
  self->extending = (state & GDK_SHIFT_MASK) != 0 && !is_tab (keyval);
  stopped = cursor_key (self, keyval, state);
  self->extending = FALSE;
  return stopped;
}

/* The mouse */

static void
reach (BvScoreGrid *self, BvScoreCell *cell, gboolean extend)
{
  BvScoreRow *row = bv_score_cell_get_row (cell);

  if (row == NULL || self->edited != NULL)
    return;
  self->extending = extend;
  bv_score_grid_place_cursor (
      self, bv_score_row_get_id (row), (guint) bv_score_cell_get_column (cell));
  self->extending = FALSE;
}

/* What is being typed is saved first; when it cannot be, the keyboard stays there. */
static void
pressed_cb (BvScoreCell *cell, gboolean extend, BvScoreGrid *self)
{
  if (!bv_score_grid_commit (self))
    return;
  reach (self, cell, extend);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static BvScoreCell *
find_cell_at (BvScoreGrid *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, BV_TYPE_SCORE_CELL) : NULL;

  return cell != NULL && bv_score_cell_get_column (BV_SCORE_CELL (cell)) >= 0 ? BV_SCORE_CELL (cell)
                                                                              : NULL;
}

static void
dragged_cb (BvScoreCell *from, double x, double y, BvScoreGrid *self)
{
  double view_x, view_y;
  BvScoreCell *to;

  if (!gtk_widget_translate_coordinates (
          GTK_WIDGET (from), GTK_WIDGET (self->view), x, y, &view_x, &view_y))
    return;
  to = find_cell_at (self, view_x, view_y);
  if (to == NULL || (to == from && !bv_score_grid_has_block (self)))
    return;
  reach (self, to, TRUE);
  bv_score_grid_focus_cursor (self);
}

static void
bound_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  BvScoreBlock block;

  show_in_block (cell, get_shown_block (self, &block));
}

void
bv_score_grid_watch_press (BvScoreGrid *self, BvScoreCell *cell)
{
  g_signal_connect_object (cell, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (cell, "dragged", G_CALLBACK (dragged_cb), self, 0);
  g_signal_connect_object (cell, "bound", G_CALLBACK (bound_cb), self, 0);
}

void
bv_score_grid_init_cursor (BvScoreGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}
