/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Minh chứng": every verified achievement that counts, with the document that proves it. */
#include "config.h"

#include "bv-sheet.h"

/* clang-format off */
static const BvSheetColumn columns[] = {
  { "TT", 5 },        { "Đối tượng", 20 },   { "Nội dung", 17 },     { "Thành tích", 38 },
  { "Ngày", 10 },     { "Số văn bản", 12 },  { "Ngày văn bản", 10 }, { "Điểm", 6.5 },
  { "Tỷ lệ", 6.5 },   { "Điểm tính", 6.5 },  { "Người xác nhận", 13 }, { "Tệp minh chứng", 15 },
};
/* clang-format on */

/* Leads and partners alike, so that the sum of a subject can be followed. */
static const char counted_sql[]
    = "SELECT a.subject_id, a.criterion_id, a.title, a.achieved_on, a.document_number, "
      "a.document_date, a.points,"
      " coalesce (a.share, 10000), a.verified_by,"
      " (SELECT group_concat (f.name, '; ') FROM attachment f WHERE f.achievement_id = a.id)"
      " FROM achievement a WHERE a.movement_id = ?1 AND a.status = 'verified'"
      " UNION ALL"
      " SELECT c.subject_id, a.criterion_id, a.title, a.achieved_on, a.document_number, "
      "a.document_date, a.points,"
      " c.share, a.verified_by, 'Phối hợp'"
      " FROM achievement a JOIN credit c ON c.achievement_id = a.id"
      " WHERE a.movement_id = ?1 AND a.status = 'verified'"
      " ORDER BY 1, 2, 4";

static void
write_numbers (BvSheet *sheet, BvStatement *row)
{
  gint64 points = bv_statement_get_integer (row, 6);
  gint64 share = bv_statement_get_integer (row, 7);

  bv_sheet_points (sheet, 7, points, BV_STYLE_POINTS);
  bv_sheet_number (sheet, 8, (double) share / 10000, BV_STYLE_PERCENT);
  bv_sheet_points (sheet, 9, bv_scoring_evidence (points * share), BV_STYLE_POINTS);
}

static void
write_row (BvSheet *sheet, BvStatement *row, guint number)
{
  BvOffice *office = sheet->book->office;
  const char *done = bv_statement_get_text (row, 3);
  const char *dated = bv_statement_get_text (row, 5);

  bv_sheet_number (sheet, 0, number, BV_STYLE_INTEGER);
  bv_sheet_text (sheet,
                 1,
                 bv_office_get_subject_name_on (
                     office, bv_statement_get_integer (row, 0), sheet->book->closing_date),
                 BV_STYLE_TEXT);
  bv_sheet_text (sheet,
                 2,
                 bv_office_get_name (office, &bv_criterion_kind, bv_statement_get_integer (row, 1)),
                 BV_STYLE_TEXT);
  bv_sheet_text (sheet, 3, bv_statement_get_text (row, 2), BV_STYLE_TEXT);
  bv_sheet_date (sheet, 4, done ? done : "");
  bv_sheet_text (sheet, 5, bv_statement_get_text (row, 4), BV_STYLE_CENTRE);
  bv_sheet_date (sheet, 6, dated ? dated : "");
  write_numbers (sheet, row);
  bv_sheet_text (sheet, 10, bv_statement_get_text (row, 8), BV_STYLE_TEXT);
  bv_sheet_text (sheet, 11, bv_statement_get_text (row, 9), BV_STYLE_TEXT);
  bv_sheet_next_row (sheet);
}

gboolean
bv_sheet_evidence_write (BvBook *book, GError **error)
{
  BvSheet sheet;
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (book->office), counted_sql, error);
  BvStep step;
  guint number = 0;

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, book->movement_id);
  bv_sheet_begin (&sheet,
                  book,
                  "Minh chứng",
                  "THÀNH TÍCH ĐƯỢC TÍNH VÀ MINH CHỨNG",
                  columns,
                  G_N_ELEMENTS (columns));
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    if (!bv_sheet_go_on (book, error))
      return FALSE;
    write_row (&sheet, statement, ++number);
  }
  if (number == 0)
    bv_sheet_group (&sheet, "Chưa có thành tích nào được xác nhận.");
  bv_sheet_end (&sheet, FALSE);
  return step == BV_STEP_DONE;
}
