/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of an OpenDocument text, and what is set side by side in tables without lines. */
#include "config.h"

#include "bv-document-fodt-private.h"

#include <string.h>

/* Bytes of a cell whose row may be parted by a page. */
#define LONG_CELL 1200

#define RECIPIENTS_WIDTH 0.46
/* The line under the issuing body takes this share of its text's width. */
#define ISSUER_RULE 0.42
#define TABLE_BEFORE 6
#define SIGNATURE_BEFORE 18

/* Tables, ruled or only to set things side by side */

static void
begin_table (BvFodtWriter *self, const double *widths, guint n, double before, gboolean keep)
{
  guint number = ++self->n_tables;

  g_string_append_printf (self->styles,
                          "<style:style style:name=\"T%u\" style:family=\"table\">"
                          "<style:table-properties table:align=\"left\" table:border-model="
                          "\"collapsing\" fo:margin-top=\"%.0fpt\"",
                          number,
                          before);
  _bv_fodt_append_length (self->styles, " style:width=", self->width);
  if (keep)
    g_string_append (self->styles,
                     " style:may-break-between-rows=\"false\" fo:keep-with-next=\"always\"");
  g_string_append (self->styles, "/></style:style>\n");
  g_string_append_printf (
      self->body, "<table:table table:name=\"T%u\" table:style-name=\"T%u\">\n", number, number);
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (self->styles,
                            "<style:style style:name=\"T%u.%u\" style:family=\"table-column\">"
                            "<style:table-column-properties",
                            number,
                            i);
    _bv_fodt_append_length (self->styles, " style:column-width=", widths[i]);
    g_string_append (self->styles, "/></style:style>\n");
    g_string_append_printf (
        self->body, "<table:table-column table:style-name=\"T%u.%u\"/>\n", number, i);
  }
}

static void
begin_cell (BvFodtWriter *self, const char *style, guint n_columns)
{
  g_string_append_printf (self->body,
                          "<table:table-cell table:style-name=\"%s\""
                          " table:number-columns-spanned=\"%u\" office:value-type=\"string\">",
                          style,
                          n_columns);
}

static void
end_cell (BvFodtWriter *self, guint n_covered)
{
  g_string_append (self->body, "</table:table-cell>");
  for (guint i = 0; i < n_covered; i++)
    g_string_append (self->body, "<table:covered-table-cell/>");
}

/* Cells keep the alignment of their column through a style of their own. */
static void
add_cell (BvFodtWriter *self, BvTextStyle style, BvAlign align, const char *markup, guint n_columns)
{
  static const char *const names[] = { "CellLeft", "CellCentre", "CellRight", "CellJustify" };

  begin_cell (self, "Ruled", n_columns);
  if (style == BV_TEXT_CELL)
    _bv_fodt_add_paragraph (self, names[align], markup);
  else
    _bv_fodt_add_paragraph (self, _bv_fodt_get_style (style), markup);
  end_cell (self, n_columns - 1);
}

/* The room inside a cell is what its padding leaves. */
static void
add_head (BvFodtWriter *self, const char *title, double width)
{
  double padding = 2 * self->profile->cell_padding_x / bv_layout_profile_points (1);

  begin_cell (self, "Ruled", 1);
  _bv_fodt_add_broken (self, BV_TEXT_HEAD, title, width - padding);
  end_cell (self, 0);
}

/* Sums stand under their column, in bold. */
static void
add_sum (BvFodtWriter *self, BvAlign align, const char *markup)
{
  g_autofree char *bold = *markup ? g_strconcat ("<b>", markup, "</b>", NULL) : g_strdup ("");

  add_cell (self, BV_TEXT_CELL, align, bold, 1);
}

/* Only a row that is long goes on on the next page. */
static const char *
get_row_style (const BvRow *row)
{
  for (guint i = 0; row && row->cells[i]; i++)
    if (strlen (row->cells[i]) > LONG_CELL)
      return "";
  return " table:style-name=\"Whole\"";
}

static void
add_row (BvFodtWriter *self, const BvDocumentTable *table, const BvRow *row, const double *widths)
{
  gboolean group = row && row->type == BV_ROW_GROUP;

  g_string_append_printf (self->body, "<table:table-row%s>", get_row_style (row));
  if (group)
    add_cell (self, BV_TEXT_GROUP, BV_ALIGN_LEFT, row->cells[0], table->n_columns);
  for (guint i = 0; !group && i < table->n_columns; i++)
    if (!row)
      add_head (self, table->columns[i].title, widths[i]);
    else if (row->type == BV_ROW_TOTAL)
      add_sum (self, table->columns[i].align, row->cells[i]);
    else
      add_cell (self, BV_TEXT_CELL, table->columns[i].align, row->cells[i], 1);
  g_string_append (self->body, "</table:table-row>\n");
}

void
_bv_fodt_add_table (BvFodtWriter *self, const BvDocumentTable *table, gboolean keep)
{
  g_autofree double *widths = g_new0 (double, table->n_columns);
  double sum = 0;

  for (guint i = 0; i < table->n_columns; i++)
    sum += table->columns[i].width;
  for (guint i = 0; i < table->n_columns; i++)
    widths[i] = self->width * table->columns[i].width / sum;
  begin_table (self, widths, table->n_columns, TABLE_BEFORE, keep);
  g_string_append (self->body, "<table:table-header-rows>");
  add_row (self, table, NULL, widths);
  g_string_append (self->body, "</table:table-header-rows>\n");
  for (guint i = 0; i < table->rows->len; i++)
    add_row (self, table, g_ptr_array_index (table->rows, i), widths);
  g_string_append (self->body, "</table:table>\n");
}

/* The first page's heading and the signatures */

/* The line under @markup, of a share of its length. */
static void
add_heading_rule (
    BvFodtWriter *self, BvTextStyle style, const char *markup, double width, double share)
{
  double length = self->types
                      ? bv_typesetter_measure (self->types, markup, &self->profile->looks[style])
                      : bv_layout_profile_points (width);
  g_autofree char *name = g_strdup_printf ("F%u", ++self->n_fills);

  _bv_fodt_append_rule (self->styles,
                        name,
                        width,
                        MIN (length / bv_layout_profile_points (width), 1) * share,
                        self->profile->rule_width);
  _bv_fodt_add_paragraph (self, name, "");
}

static void
add_state (BvFodtWriter *self, double width)
{
  static const char motto[] = "Độc lập - Tự do - Hạnh phúc";

  begin_cell (self, "Bare", 1);
  _bv_fodt_add_text (self, BV_TEXT_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  _bv_fodt_add_text (self, BV_TEXT_MOTTO, motto);
  add_heading_rule (self, BV_TEXT_MOTTO, motto, width, 1);
  end_cell (self, 0);
}

void
_bv_fodt_add_heading (BvFodtWriter *self, const BvBlock *block)
{
  const double left = self->width * self->profile->heading_left, right = self->width - left;
  const char *issuer = _bv_block_get (block, BV_HEADING_ISSUER);

  begin_table (self, (const double[]){ left, right }, 2, 0, FALSE);
  g_string_append (self->body, "<table:table-row>");
  begin_cell (self, "Bare", 1);
  _bv_fodt_add_broken (self, BV_TEXT_SUPERIOR, _bv_block_get (block, BV_HEADING_SUPERIOR), left);
  _bv_fodt_add_broken (self, BV_TEXT_ISSUER, issuer, left);
  add_heading_rule (self, BV_TEXT_ISSUER, issuer, left, ISSUER_RULE);
  end_cell (self, 0);
  add_state (self, right);
  g_string_append (self->body, "</table:table-row><table:table-row>");
  begin_cell (self, "BareBelow", 1);
  _bv_fodt_add_text (self, BV_TEXT_NUMBER, _bv_block_get (block, BV_HEADING_NUMBER));
  end_cell (self, 0);
  begin_cell (self, "BareBelow", 1);
  _bv_fodt_add_text (self, BV_TEXT_PLACE, _bv_block_get (block, BV_HEADING_PLACE));
  end_cell (self, 0);
  g_string_append (self->body, "</table:table-row></table:table>\n");
}

static void
add_signer (BvFodtWriter *self, const BvBlock *block, guint i)
{
  const guint at = i * BV_N_SIGN;

  begin_cell (self, "Bare", 1);
  _bv_fodt_add_text (self, BV_TEXT_PLACE, _bv_block_get (block, at + BV_SIGN_DATE));
  _bv_fodt_add_text (self, BV_TEXT_AUTHORITY, _bv_block_get (block, at + BV_SIGN_AUTHORITY));
  _bv_fodt_add_text (self, BV_TEXT_SIGN_NOTE, _bv_block_get (block, at + BV_SIGN_NOTE));
  _bv_fodt_add_paragraph (self, "SignerName", _bv_block_get (block, at + BV_SIGN_NAME));
  end_cell (self, 0);
}

void
_bv_fodt_add_signature (BvFodtWriter *self, const BvBlock *block)
{
  gboolean half = block->n == 1;
  double widths[BV_MAX_SIGNERS];
  const char *recipients = _bv_block_get (block, block->n * BV_N_SIGN);

  for (guint i = 0; i < BV_MAX_SIGNERS; i++)
    widths[i] = self->width / block->n;
  if (half) {
    widths[0] = self->width * RECIPIENTS_WIDTH;
    widths[1] = self->width - widths[0];
  }
  begin_table (self, widths, half ? 2 : block->n, SIGNATURE_BEFORE, FALSE);
  g_string_append (self->body, "<table:table-row table:style-name=\"Whole\">");
  if (half) {
    begin_cell (self, "Bare", 1);
    _bv_fodt_add_text (self, BV_TEXT_RECIPIENTS, *recipients ? "Nơi nhận:" : "");
    _bv_fodt_add_paragraph (self, _bv_fodt_get_style (BV_TEXT_RECIPIENT), recipients);
    end_cell (self, 0);
  }
  for (guint i = 0; i < block->n; i++)
    add_signer (self, block, i);
  g_string_append (self->body, "</table:table-row></table:table>\n");
}
