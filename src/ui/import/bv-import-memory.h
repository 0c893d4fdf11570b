/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields the columns of a table were given by hand, remembered on this computer by its
 * headings. */
#pragma once
#include "bv-import-columns.h"

G_BEGIN_DECLS

/** bv_import_memory_recall: maps @columns as the last time a table had these headings. */
void bv_import_memory_recall (BvImportColumns *columns);
void bv_import_memory_keep (const BvImportColumns *columns);

G_END_DECLS
