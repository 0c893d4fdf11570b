/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rows go that could not be imported. */
#pragma once
#include "bv-import.h"

G_BEGIN_DECLS

/** bv_import_errors_file_write: a workbook beside @beside (nullable), or with the user's documents
 * when there is nothing to stand beside or no leave to write there. Nothing that is there is
 * written over. Owned; %NULL with @error. */
GFile *bv_import_errors_file_write (const BvImport *import, GFile *beside, GError **error);

G_END_DECLS
