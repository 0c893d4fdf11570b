/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose rows are whose: who was the last to add or change a row, as the log has it. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * bv_authorship_find: ids (gint64) of the rows of @kind that @actor was the last to add or change;
 * owned. Steps that were undone do not count, nor does what was done to rows that belong to a row,
 * such as its files.
 */
GArray *
bv_authorship_find (BvOffice *office, const BvKind *kind, const char *actor, GError **error);

G_END_DECLS
