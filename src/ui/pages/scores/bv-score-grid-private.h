/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of BvScoreGrid share: the cursor, and the typing of points. */
#pragma once
#include "bv-reason-popover.h"
#include "bv-score-grid.h"

G_BEGIN_DECLS

struct _BvScoreGrid
{
  AdwBin parent_instance;

  /* Owned */
  BvOffice *office;
  BvScoreSheet *sheet; /* nullable until shown */
  GListStore *rows;    /* BvScoreRow */
  GtkSingleSelection *selection;
  GPtrArray *cells; /* BvScoreCell of criteria that exist now, borrowed */
  char *headings;   /* what the columns were built for */

  /* Borrowed references */
  GtkColumnView *view;
  BvReasonPopover *reason;
  GtkWidget *problem; /* popover */
  GtkLabel *problem_label;

  /* The cursor */
  gint64 cursor_id; /* 0 = nowhere */
  guint cursor_criterion;
  BvStage stage;
  guint focus_id;

  /* Typing */
  BvScoreCell *edited; /* borrowed, nullable */
  gboolean asking;     /* for the reason of pending_points */
  gint64 pending_points;
  BvScorePlace pending_place;
  int after_x, after_y; /* where the cursor goes once it is saved */
  guint left_id;
};

/* bv-score-grid.c */
/** bv_score_grid_move: by cells and rows; @skip jumps over cells that do not apply. %FALSE at the
 * edge. */
gboolean bv_score_grid_move (BvScoreGrid *self, int dx, int dy, gboolean skip);
/** bv_score_grid_focus_cursor: puts the keyboard on the cursor's cell. */
void bv_score_grid_focus_cursor (BvScoreGrid *self);
void bv_score_grid_fail (BvScoreGrid *self, GError *error);

/* bv-score-grid-editing.c */
void bv_score_grid_init_editing (BvScoreGrid *self);
void bv_score_grid_watch_cell (BvScoreGrid *self, BvScoreCell *cell);
/** bv_score_grid_forget_cell: @cell is about to go. */
void bv_score_grid_forget_cell (BvScoreGrid *self, BvScoreCell *cell);
/** bv_score_grid_commit_and_move: as bv_score_grid_commit(), then moves the cursor. */
gboolean bv_score_grid_commit_and_move (BvScoreGrid *self, int dx, int dy);

G_END_DECLS
