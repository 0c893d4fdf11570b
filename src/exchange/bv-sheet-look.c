/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of the workbook, as a table. */
#include "config.h"

#include "bv-sheet-look.h"

/* clang-format off */
static const BvSheetLook looks[BV_N_STYLES] = {
  [BV_STYLE_HEADING]      = { .size = 12, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_HEADING_BOLD] = { .size = 12, .bold = TRUE, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_MOTTO]        = { .size = 13, .bold = TRUE, .align = LXW_ALIGN_CENTER, .underline = TRUE },
  [BV_STYLE_RULE]         = { .size = 6, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_PLACE]        = { .size = 13, .italic = TRUE, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_TITLE]        = { .size = 14, .bold = TRUE, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_SUBTITLE]     = { .size = 13, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_TH]           = { .size = BV_SHEET_TABLE_SIZE, .bold = TRUE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_CENTER, .background = 0xE8ECF3 },
  [BV_STYLE_GROUP]        = { .size = BV_SHEET_TABLE_SIZE, .bold = TRUE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT, .background = 0xF6F1E1 },
  [BV_STYLE_TEXT]         = { .size = BV_SHEET_TABLE_SIZE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT },
  [BV_STYLE_TEXT_BOLD]    = { .size = BV_SHEET_TABLE_SIZE, .bold = TRUE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT },
  [BV_STYLE_CENTRE]       = { .size = BV_SHEET_TABLE_SIZE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_INTEGER]      = { .size = BV_SHEET_TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_CENTER, .number_format = "0" },
  [BV_STYLE_INTEGER_BOLD] = { .size = BV_SHEET_TABLE_SIZE, .bold = TRUE, .border = TRUE, .align = LXW_ALIGN_CENTER, .number_format = "0" },
  [BV_STYLE_POINTS]       = { .size = BV_SHEET_TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "0.00" },
  [BV_STYLE_POINTS_BOLD]  = { .size = BV_SHEET_TABLE_SIZE, .bold = TRUE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "0.00" },
  [BV_STYLE_MONEY]        = { .size = BV_SHEET_TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "#,##0" },
  [BV_STYLE_MONEY_BOLD]   = { .size = BV_SHEET_TABLE_SIZE, .bold = TRUE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "#,##0" },
  [BV_STYLE_NUMBER]       = { .size = BV_SHEET_TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "General" },
  [BV_STYLE_PERCENT]      = { .size = BV_SHEET_TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "0.0%" },
  [BV_STYLE_DATE]         = { .size = BV_SHEET_TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_CENTER, .number_format = "dd/mm/yyyy" },
  [BV_STYLE_LINK]         = { .size = BV_SHEET_TABLE_SIZE, .wrap = TRUE, .border = TRUE, .underline = TRUE, .align = LXW_ALIGN_LEFT, .colour = 0x0563C1 },
  [BV_STYLE_RED]          = { .size = BV_SHEET_TABLE_SIZE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT, .colour = 0xC00000 },
  [BV_STYLE_WARNING]      = { .size = BV_SHEET_TABLE_SIZE, .bold = TRUE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_CENTER, .colour = 0x9C2A00, .background = 0xFDEBD8 },
  [BV_STYLE_HELPER]       = { .size = 9, .align = LXW_ALIGN_CENTER, .wrap = TRUE, .colour = 0x6B7280 },
  [BV_STYLE_NOTE]         = { .size = BV_SHEET_TABLE_SIZE, .italic = TRUE, .wrap = TRUE, .align = LXW_ALIGN_LEFT },
  [BV_STYLE_SIGN]         = { .size = 13, .italic = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_SIGN_BOLD]    = { .size = 13, .bold = TRUE, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
};
/* clang-format on */

gboolean
bv_sheet_look_is_indented (const BvSheetLook *self)
{
  return self->border && self->align != LXW_ALIGN_CENTER;
}

static lxw_format *
make_format (lxw_workbook *workbook, const BvSheetLook *look)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, BV_SHEET_FONT);
  format_set_font_size (format, look->size);
  format_set_align (format, look->align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->bold)
    format_set_bold (format);
  if (look->italic)
    format_set_italic (format);
  if (look->wrap)
    format_set_text_wrap (format);
  if (bv_sheet_look_is_indented (look))
    format_set_indent (format, 1);
  if (look->border)
    format_set_border (format, LXW_BORDER_THIN);
  if (look->underline)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (look->number_format)
    format_set_num_format (format, look->number_format);
  if (look->background)
    format_set_bg_color (format, look->background);
  if (look->colour)
    format_set_font_color (format, look->colour);
  return format;
}

/* Widths of columns are counted in digits of the first format's font: one that all programs have a
 * font as wide for. */
static void
set_default_font (lxw_workbook *workbook)
{
  lxw_format *first = STAILQ_FIRST (workbook->formats);

  format_set_font_name (first, BV_SHEET_FONT);
  format_set_font_size (first, BV_SHEET_TABLE_SIZE);
}

void
bv_sheet_make_styles (BvBook *book)
{
  set_default_font (book->workbook);
  for (guint i = 0; i < BV_N_STYLES; i++)
    book->styles[i] = make_format (book->workbook, &looks[i]);
}

const BvSheetLook *
bv_sheet_look_get (BvStyle style)
{
  return &looks[style];
}
