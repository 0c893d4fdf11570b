/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cells of the score sheet say. All texts are owned. */
#pragma once
#include "bv-score-cell.h"

G_BEGIN_DECLS

/** bv_score_text_points: "18,50". */
char *bv_score_text_points (gint64 points);
/** bv_score_text_stages: markup of the four stages of a content below each other; what differs from
 * the one above is bold and has an arrow. Sets @lacks when a reason is missing. */
char *bv_score_text_stages (BvScoreRow *row, guint criterion, gboolean *lacks);
/** bv_score_text_is_untouched: no stage gave points. */
gboolean bv_score_text_is_untouched (BvScoreRow *row, guint criterion);
/** bv_score_text_fact: a cell of any other column; @partial: it is not the last word. */
char *bv_score_text_fact (BvScoreRow *row, int column, guint position, gboolean *partial);

G_END_DECLS
