/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of BvScoreGrid share: rows, cursor, typing of points, blocks. */
#pragma once
#include "bv-reason-popover.h"
#include "bv-score-grid.h"
#include "bv-score-preview.h"

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
  gint64 anchor_id; /* the other corner of the block */
  guint anchor_criterion;
  gboolean extending; /* the anchor stays */
  BvStage stage;
  guint focus_id, n_waits;

  /* Typing */
  BvScoreCell *edited; /* borrowed, nullable */
  gboolean asking;     /* for the reason of pending_points */
  gint64 pending_points;
  BvScorePlace pending_place;
  int after_x, after_y; /* where the cursor goes once it is saved */
  guint left_id;

  /* Blocks */
  BvScorePreview *preview; /* borrowed, nullable: what is about to be written */
};

/** BvScoreBlock: rows and criteria, both ends included. */
typedef struct
{
  guint top, bottom, left, right;
} BvScoreBlock;

/* bv-score-grid.c */
guint bv_score_grid_get_n_rows (BvScoreGrid *self);
guint bv_score_grid_get_n_criteria (BvScoreGrid *self);
gint64 bv_score_grid_get_row_id (BvScoreGrid *self, guint position);
/** bv_score_grid_find_row: %G_MAXUINT when it is not shown. */
guint bv_score_grid_find_row (BvScoreGrid *self, gint64 id);
/** bv_score_grid_tell: something was done that can be undone. */
void bv_score_grid_tell (BvScoreGrid *self, const char *message);
void bv_score_grid_fail (BvScoreGrid *self, GError *error);

/* bv-score-grid-cursor.c */
void bv_score_grid_init_cursor (BvScoreGrid *self);
void bv_score_grid_watch_press (BvScoreGrid *self, BvScoreCell *cell);
void bv_score_grid_place_cursor (BvScoreGrid *self, gint64 id, guint criterion);
/** bv_score_grid_get_block: %FALSE when the cursor is nowhere. */
gboolean bv_score_grid_get_block (BvScoreGrid *self, BvScoreBlock *block);
/** bv_score_grid_has_block: more than one cell is chosen. */
gboolean bv_score_grid_has_block (BvScoreGrid *self);
void bv_score_grid_show_block (BvScoreGrid *self);
/** bv_score_grid_move_on: to where the next points are typed. */
void bv_score_grid_move_on (BvScoreGrid *self, int dx, int dy);
/** bv_score_grid_move: by cells and rows; @skip jumps over cells that do not apply. %FALSE at the
 * edge. */
gboolean bv_score_grid_move (BvScoreGrid *self, int dx, int dy, gboolean skip);
/** bv_score_grid_focus_cursor: puts the keyboard on the cursor's cell. */
void bv_score_grid_focus_cursor (BvScoreGrid *self);

/* bv-score-grid-block.c */
void bv_score_grid_paste_clipboard (BvScoreGrid *self);
/** bv_score_grid_explain_block: asks for one reason for all chosen points that differ. */
void bv_score_grid_explain_block (BvScoreGrid *self);
/** bv_score_grid_clear_block: deletes all chosen points as one step. */
void bv_score_grid_clear_block (BvScoreGrid *self);

/* bv-score-grid-editing.c */
void bv_score_grid_init_editing (BvScoreGrid *self);
void bv_score_grid_watch_cell (BvScoreGrid *self, BvScoreCell *cell);
/** bv_score_grid_forget_cell: @cell is about to go. */
void bv_score_grid_forget_cell (BvScoreGrid *self, BvScoreCell *cell);
/** bv_score_grid_commit_and_move: as bv_score_grid_commit(), then moves the cursor. */
gboolean bv_score_grid_commit_and_move (BvScoreGrid *self, int dx, int dy);

G_END_DECLS
