/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is this file whole? Integrity, foreign keys, schema against catalogue, search index. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** bv_check_run: sentences about what is wrong, owned; empty when all is well; %NULL with @error.
 */
GPtrArray *bv_check_run (BvOffice *office, GCancellable *cancellable, GError **error);

G_END_DECLS
