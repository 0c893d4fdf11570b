/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many points to be entered together: looked at as a whole first, then written as one step. */
#pragma once
#include "bv-score-sheet.h"

G_BEGIN_DECLS

/**
 * BvScoreEdit:
 * @points: in hundredths; BV_POINTS_MISSING deletes
 * @typed: as it was pasted; owned, nullable
 * @problem: why it cannot be entered, a sentence; owned, nullable
 * @changes: something would be written
 * @replaces: there are other points now
 * @needs_reason: the points differ from those before, and what is stored does not say why
 */
typedef struct
{
  BvScorePlace place;
  gint64 points;
  char *typed;
  char *problem;
  gboolean changes;
  gboolean replaces;
  gboolean needs_reason;
} BvScoreEdit;

typedef struct
{
  BvScoreSheet *sheet;
  GArray *edits; /* BvScoreEdit */
  guint n_changes;
  guint n_replaced;
  guint n_problems;
  guint n_reasons; /* changes that need one */
} BvScorePlan;

BvScorePlan *bv_score_plan_new (BvScoreSheet *sheet);
void bv_score_plan_free (BvScorePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScorePlan, bv_score_plan_free)

/** bv_score_plan_add: @points at @place; checked now, nothing is cut to fit. */
void bv_score_plan_add (BvScorePlan *self, BvScorePlace place, gint64 points);
/** bv_score_plan_add_text: as typed or pasted: "9,5"; blank leaves the cell as it is; "KAD" or
 * "không áp dụng" is right where the criterion does not apply. */
void bv_score_plan_add_text (BvScorePlan *self, BvScorePlace place, const char *typed);
/** bv_score_plan_add_reason: the stored points of @place get the reason that is given, if they
 * differ from those before. */
void bv_score_plan_add_reason (BvScorePlan *self, BvScorePlace place);
/**
 * bv_score_plan_apply: writes what has no problem as one undoable step named @title. @reason is
 * that of all cells which need one; without it BV_ERROR_INVALID.
 */
gboolean
bv_score_plan_apply (BvScorePlan *self, const char *title, const char *reason, GError **error);

/** bv_score_plan_split: the lines and cells of a block as Excel and LibreOffice copy it: a strv for
 * each line, owned. A last line break is not a line. */
GPtrArray *bv_score_plan_split (const char *text);

G_END_DECLS
