/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing points into the grid: opening the field, checking, asking for the reason, saving. */
#include "config.h"

#include "bv-error.h"
#include "bv-focus.h"
#include "bv-number.h"
#include "bv-score-grid-private.h"

#include <glib/gi18n-lib.h>

static BvScorePlace
get_edited_place (BvScoreGrid *self)
{
  return bv_score_row_get_place (bv_score_cell_get_row (self->edited),
                                 (guint) bv_score_cell_get_column (self->edited));
}

static GdkRectangle
get_cell_place (BvScoreGrid *self, BvScoreCell *cell)
{
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    return (GdkRectangle){ 0, 0, 1, 1 };
  return (GdkRectangle){
    (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height
  };
}

static void
show_problem (BvScoreGrid *self, GError *error)
{
  GdkRectangle place = get_cell_place (self, self->edited);

  gtk_label_set_text (self->problem_label, error->message);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->problem), &place);
  gtk_popover_popup (GTK_POPOVER (self->problem));
  gtk_widget_add_css_class (GTK_WIDGET (self->edited), "wrong");
}

static void
hide_problem (BvScoreGrid *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->problem));
  if (self->edited != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->edited), "wrong");
}

/* Closes the field; the keyboard stays on the cell when it was in the field. */
static void
close_field (BvScoreGrid *self)
{
  BvScoreCell *cell = self->edited;
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));

  if (cell == NULL)
    return;
  hide_problem (self);
  self->edited = NULL;
  g_clear_handle_id (&self->left_id, g_source_remove);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (cell)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  bv_score_cell_stop (cell);
}

static void
ask (BvScoreGrid *self, BvScorePlace place, gint64 points, BvScoreCell *cell)
{
  gint64 before = bv_score_sheet_get_before (self->sheet, place);
  g_autofree char *was = bv_points_format (before);
  g_autofree char *is = bv_points_format (points);
  g_autofree char *question = g_strdup_printf (
      _ ("%s points instead of the %s points before. Why?"), is, was);
  GdkRectangle rectangle = get_cell_place (self, cell);

  self->asking = TRUE;
  self->pending_points = points;
  self->pending_place = place;
  bv_reason_popover_ask (
      self->reason, &rectangle, question, bv_score_sheet_get_reason (self->sheet, place));
}

static gboolean
store (BvScoreGrid *self, BvScorePlace place, gint64 points, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (bv_score_sheet_store (self->sheet, place, points, reason, &error))
    return TRUE;
  bv_score_grid_fail (self, error);
  return FALSE;
}

/* Whether the points may be stored now; else the reason is asked or the problem shown. */
static gboolean
settle_points (BvScoreGrid *self, BvScorePlace place, gint64 points)
{
  gint64 stored = bv_score_sheet_get_points (self->sheet, place);
  gint64 before = bv_score_sheet_get_before (self->sheet, place);
  const char *reason = bv_score_sheet_get_reason (self->sheet, place);
  guint n;
  g_autoptr (GError) error = NULL;

  if (!bv_scoring_check_value (
          &bv_assessment_get_criteria (bv_score_sheet_get_assessment (self->sheet),
                                       &n)[place.criterion],
          points,
          &error)) {
    show_problem (self, error);
    return FALSE;
  }
  /* A reason that was given for other points has to be looked at again. */
  if (bv_scoring_check_reason (before, points, points == stored ? reason : NULL, NULL))
    return TRUE;
  ask (self, place, points, self->edited);
  return FALSE;
}

static gboolean
save_typed (BvScoreGrid *self, const char *typed)
{
  BvScorePlace place = get_edited_place (self);
  gint64 before = bv_score_sheet_get_before (self->sheet, place);
  const char *reason = bv_score_sheet_get_reason (self->sheet, place);
  gint64 points;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (*typed == '\0') {
    close_field (self);
    bv_score_grid_clear (self);
    return TRUE;
  }
  if (!bv_number_parse_decimal (typed, 2, &points, &error)) {
    show_problem (self, error);
    return FALSE;
  }
  if (!settle_points (self, place, points))
    return FALSE;
  kept = g_strdup (points == before ? "" : reason);
  close_field (self);
  return store (self, place, points, kept);
}

gboolean
bv_score_grid_commit_and_move (BvScoreGrid *self, int dx, int dy)
{
  g_autofree char *typed = NULL;

  if (self->asking)
    return FALSE;
  if (self->edited == NULL)
    return TRUE;
  self->after_x = dx;
  self->after_y = dy;
  typed = bv_score_cell_dup_typed (self->edited);
  if (!save_typed (self, typed))
    return FALSE;
  if (dx != 0 || dy != 0)
    bv_score_grid_move_on (self, dx, dy);
  return TRUE;
}

gboolean
bv_score_grid_commit (BvScoreGrid *self)
{
  g_return_val_if_fail (BV_IS_SCORE_GRID (self), TRUE);
  return bv_score_grid_commit_and_move (self, 0, 0);
}

void
bv_score_grid_cancel (BvScoreGrid *self)
{
  g_return_if_fail (BV_IS_SCORE_GRID (self));
  close_field (self);
}

gboolean
bv_score_grid_is_editing (BvScoreGrid *self)
{
  g_return_val_if_fail (BV_IS_SCORE_GRID (self), FALSE);
  return self->edited != NULL;
}

/* Where nothing can be entered, the reason is told. */
static gboolean
refuse (BvScoreGrid *self, BvScorePlace place)
{
  g_autofree char *lock = bv_score_sheet_dup_lock (self->sheet, place);
  g_autoptr (GError) error = NULL;

  if (lock == NULL)
    return FALSE;
  error = g_error_new_literal (BV_ERROR, BV_ERROR_INVALID, lock);
  bv_score_grid_fail (self, error);
  return TRUE;
}

void
bv_score_grid_edit (BvScoreGrid *self, const char *typed)
{
  BvScorePlace place;
  BvScoreCell *cell;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  if (self->edited != NULL || !bv_office_is_writable (self->office)
      || !bv_score_grid_get_cursor (self, &place) || refuse (self, place))
    return;
  cell = bv_score_grid_find_cell (self, self->cursor_id, self->cursor_criterion);
  if (cell == NULL)
    return;
  self->edited = cell;
  bv_score_cell_start (cell, typed);
}

void
bv_score_grid_clear (BvScoreGrid *self)
{
  g_return_if_fail (BV_IS_SCORE_GRID (self));

  if (self->edited == NULL && bv_office_is_writable (self->office))
    bv_score_grid_clear_block (self);
}

void
bv_score_grid_ask_reason (BvScoreGrid *self)
{
  BvScorePlace place;
  gint64 points;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  if (self->edited != NULL || !bv_office_is_writable (self->office)
      || !bv_score_grid_get_cursor (self, &place))
    return;
  if (bv_score_grid_has_block (self)) {
    bv_score_grid_explain_block (self);
    return;
  }
  points = bv_score_sheet_get_points (self->sheet, place);
  if (points < 0 || bv_score_sheet_get_before (self->sheet, place) == BV_POINTS_MISSING)
    return;
  self->after_x = self->after_y = 0;
  ask (
      self, place, points, bv_score_grid_find_cell (self, self->cursor_id, self->cursor_criterion));
}

void
bv_score_grid_answer (BvScoreGrid *self, const char *reason)
{
  g_return_if_fail (BV_IS_SCORE_GRID (self));

  if (self->asking)
    bv_reason_popover_answer (self->reason, reason);
}

static void
accepted_cb (BvReasonPopover *popover, const char *reason, BvScoreGrid *self)
{
  if (!self->asking)
    return;
  self->asking = FALSE;
  close_field (self);
  if (store (self, self->pending_place, self->pending_points, reason)
      && (self->after_x != 0 || self->after_y != 0))
    bv_score_grid_move_on (self, self->after_x, self->after_y);
}

/* Closed without a reason: the stored points stay. */
static void
closed_cb (GtkPopover *popover, BvScoreGrid *self)
{
  if (self->asking) {
    self->asking = FALSE;
    close_field (self);
  }
  bv_score_grid_focus_cursor (self);
}

static void
edited_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  hide_problem (self);
}

static void
opened_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  bv_score_grid_edit (self, NULL);
}

/* Elsewhere was clicked: save what can be saved; what is wrong is told and not kept. */
static void
finish_left (gpointer data)
{
  BvScoreGrid *self = data;
  g_autofree char *typed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 points;

  self->left_id = 0;
  if (self->edited == NULL || self->asking)
    return;
  typed = bv_score_cell_dup_typed (self->edited);
  if (*typed != '\0' && !bv_number_parse_decimal (typed, 2, &points, &error)) {
    close_field (self);
    bv_score_grid_fail (self, error);
  } else if (!bv_score_grid_commit (self) && !self->asking) {
    bv_score_cell_focus_field (self->edited);
  }
}

static void
left_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  if (cell == self->edited && !self->asking && self->left_id == 0)
    self->left_id = g_idle_add_once (finish_left, self);
}

void
bv_score_grid_watch_cell (BvScoreGrid *self, BvScoreCell *cell)
{
  g_signal_connect_object (cell, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (cell, "opened", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (cell, "left", G_CALLBACK (left_cb), self, 0);
}

void
bv_score_grid_forget_cell (BvScoreGrid *self, BvScoreCell *cell)
{
  if (self->edited == cell)
    self->edited = NULL;
}

void
bv_score_grid_init_editing (BvScoreGrid *self)
{
  self->reason = BV_REASON_POPOVER (bv_reason_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->reason), GTK_WIDGET (self));
  g_signal_connect_object (self->reason, "accepted", G_CALLBACK (accepted_cb), self, 0);
  g_signal_connect_object (self->reason, "closed", G_CALLBACK (closed_cb), self, 0);

  self->problem_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem_label, TRUE);
  gtk_label_set_max_width_chars (self->problem_label, 44);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "error");
  self->problem = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->problem), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->problem), GTK_WIDGET (self->problem_label));
  gtk_widget_set_can_focus (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
}
