/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the cell share. */
#pragma once
#include "bv-preedit.h"
#include "bv-score-cell.h"

G_BEGIN_DECLS

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

void _bv_score_cell_toggle_class (BvScoreCell *self, const char *name, gboolean on);
/* Shows what the row says now. */
void _bv_score_cell_refresh (BvScoreCell *self);

G_END_DECLS
