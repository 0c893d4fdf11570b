/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading and changing the score sheet share. */
#pragma once
#include "bv-score-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *reason; /* nullable */
} BvStoredScore;

struct _BvScoreSheet
{
  GObject parent_instance;

  /* Owned */
  BvOffice *office;
  BvAssessment *assessment;
  GHashTable *subjects; /* id -> index + 1 */
  GArray *stored;       /* BvStoredScore, by subject, criterion, stage */
  GHashTable *by_score; /* id -> index of stored + 1 */

  gint64 movement_id;
  guint n_criteria;
  guint member;
  gboolean doubled; /* two rows stand behind one cell */
};

/* By stage, as stored. */
extern const char *const _bv_score_sheet_stage_words[BV_N_STAGES];

BvStoredScore *_bv_score_sheet_get_stored (BvScoreSheet *self, BvScorePlace place);
/* Notes which row stands behind a cell. */
void
_bv_score_sheet_set_stored (BvScoreSheet *self, BvScorePlace place, gint64 id, const char *reason);
/* %BV_N_STAGES when @word is none. */
BvStage _bv_score_sheet_find_stage (const char *word);

G_END_DECLS
