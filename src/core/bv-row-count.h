/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows there are, for whoever shows the number and nothing else. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * bv_row_count_up_to: how many rows of @kind there are, of @movement_id when they belong to
 * movements, and with the choice @value in @field when that is given. Stops counting after @most.
 */
guint bv_row_count_up_to (const BvKind *kind,
                          BvOffice *office,
                          gint64 movement_id,
                          const char *field,
                          const char *value,
                          guint most);

G_END_DECLS
