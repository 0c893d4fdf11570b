/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving a proposal up and down among those for the same award form. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * bv_proposal_order_move: changes place with the neighbour above (-1) or below (1) as one undoable
 * step. %TRUE without a change at the end of the group.
 */
gboolean bv_proposal_order_move (BvOffice *office, gint64 id, int direction, GError **error);

G_END_DECLS
