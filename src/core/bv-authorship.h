/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose rows are whose: who was the last to add or change a row, as the log has it. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * BvAuthorship: the rows of one kind that one person was the last to add or change. Steps that were
 * undone do not count, nor does what was done to rows that belong to a row, such as its files.
 */
typedef struct BvAuthorship BvAuthorship;

/** bv_authorship_get: what is known of the rows of @kind and @actor; borrowed from @office until it
 * is asked for others. */
BvAuthorship *bv_authorship_get (BvOffice *office, const BvKind *kind, const char *actor);
/**
 * bv_authorship_read: follows the log as it is now, newest steps first. Of a long log it reads a
 * piece that takes no longer than a frame or two; @whole tells whether that was the last one.
 */
gboolean bv_authorship_read (BvAuthorship *self, gboolean *whole, GError **error);
/** bv_authorship_has: whether row @id is the person's; certain once the log was read to its end. */
gboolean bv_authorship_has (BvAuthorship *self, gint64 id);

G_END_DECLS
