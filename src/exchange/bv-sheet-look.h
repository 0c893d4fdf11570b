/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the styles of a sheet's cells look like, and the letters they are set in. */
#pragma once
#include "bv-sheet.h"

G_BEGIN_DECLS

#define BV_SHEET_FONT "Times New Roman"
#define BV_SHEET_TABLE_SIZE 11

typedef struct
{
  double size;
  gboolean bold, italic, wrap, border;
  guint8 align; /* of libxlsxwriter */
  const char *number_format;
  lxw_color_t background;
  gboolean underline;
  lxw_color_t colour;
} BvSheetLook;

const BvSheetLook *bv_sheet_look_get (BvStyle style);
/** bv_sheet_look_is_indented: text keeps away from the border. */
gboolean bv_sheet_look_is_indented (const BvSheetLook *self);

G_END_DECLS
