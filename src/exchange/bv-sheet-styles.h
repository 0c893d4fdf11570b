/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the styles of a workbook say about the cells that wear them: a date, a share, an old font.
 */
#pragma once
#include "bv-legacy.h"
#include "bv-package.h"

G_BEGIN_DECLS

typedef struct BvSheetStyles BvSheetStyles;

typedef enum {
  BV_SHEET_FORMAT_NONE,
  BV_SHEET_FORMAT_DATE,
  BV_SHEET_FORMAT_TIME,
  BV_SHEET_FORMAT_PERCENT,
} BvSheetFormat;

/** bv_sheet_styles_read: from @part of @package. */
BvSheetStyles *bv_sheet_styles_read (BvPackage *package, const char *part, GError **error);
void bv_sheet_styles_free (BvSheetStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSheetStyles, bv_sheet_styles_free)

/** bv_sheet_styles_get_format: of the cells with style @index; NONE for one that is not there. */
BvSheetFormat bv_sheet_styles_get_format (const BvSheetStyles *self, guint index);
BvLegacy bv_sheet_styles_get_font (const BvSheetStyles *self, guint index);
/** bv_sheet_styles_judge: what a format code such as "dd/mm/yyyy" makes of a number. */
BvSheetFormat bv_sheet_styles_judge (const char *code);

G_END_DECLS
