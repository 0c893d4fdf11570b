/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stopping what runs on a connection in a thread. */
#pragma once
#include "bv-database.h"

G_BEGIN_DECLS

/** bv_database_stopping_watch: whatever runs on this connection ends with %BV_ERROR_CANCELLED, and
 * leaves nothing behind, once @cancellable is cancelled; borrowed, %NULL for nobody any more. */
void bv_database_stopping_watch (BvDatabase *self, GCancellable *cancellable);

G_END_DECLS
