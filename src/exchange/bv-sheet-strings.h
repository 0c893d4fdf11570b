/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strings that the sheets of a workbook share. */
#pragma once
#include "bv-package.h"

G_BEGIN_DECLS

typedef struct BvSheetStrings BvSheetStrings;

BvSheetStrings *bv_sheet_strings_read (BvPackage *package,
                                       const char *part,
                                       GCancellable *cancellable,
                                       GError **error);
BvSheetStrings *bv_sheet_strings_ref (BvSheetStrings *self);
void bv_sheet_strings_unref (BvSheetStrings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSheetStrings, bv_sheet_strings_unref)

/** bv_sheet_strings_get: borrowed; %NULL when there is no string of this number. */
const char *bv_sheet_strings_get (const BvSheetStrings *self, guint64 index);
/** bv_sheet_strings_clean: takes the escapes away that Excel writes for control characters. */
void bv_sheet_strings_clean (GString *text);

G_END_DECLS
