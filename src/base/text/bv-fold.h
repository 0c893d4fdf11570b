/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds text so that a search finds it without accents, case or punctuation. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_fold:
 * @text: (nullable): UTF-8 text, composed or decomposed
 *
 * Lower case, marks stripped, đ as d; whatever is neither letter nor digit becomes one space
 * between words. "Nguyễn Thị Hường (VP-01)" becomes "nguyen thi huong vp 01". Folding twice changes
 * nothing.
 *
 * Returns: (transfer full): the folded text, "" for %NULL
 */
char *bv_fold (const char *text);

/**
 * bv_fold_query:
 * @typed: (nullable): what stands in a search field
 *
 * Makes an FTS5 query over folded text: every word must occur, the last one as the beginning of a
 * word. Nothing that is typed can be FTS5 syntax.
 *
 * Returns: (transfer full) (nullable): the query, %NULL when there is nothing to search
 */
char *bv_fold_query (const char *typed);

/**
 * bv_fold_loose:
 * @text: (nullable): UTF-8 text
 *
 * Folds for hints that two entries may be the same. The two spellings oà/òa, oè/òe, uý/úy differ
 * only in the place of the tone mark, so stripping marks already makes them equal; i and y stay
 * apart because Quí and Quý may be two persons.
 *
 * Returns: (transfer full): the folded text, "" for %NULL
 */
char *bv_fold_loose (const char *text);

G_END_DECLS
