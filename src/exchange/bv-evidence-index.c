/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of exported evidence: what each file proves, with a link to it. */
#include "config.h"

#include "bv-date.h"
#include "bv-evidence-export-private.h"
#include "bv-replacement.h"
#include "bv-sheet.h"

#include <errno.h>

enum { NUMBER, CONTENT, ACHIEVEMENT, ROLE, DOCUMENT, DATED, STATUS, FILE_LINK, N_COLUMNS };

static const BvSheetColumn columns[N_COLUMNS] = {
  [NUMBER] = { "TT", 5 },
  [CONTENT] = { "Nội dung", 22 },
  [ACHIEVEMENT] = { "Thành tích", 40 },
  [ROLE] = { "Vai trò", 10 },
  [DOCUMENT] = { "Số văn bản", 14 },
  [DATED] = { "Ngày văn bản", 11 },
  [STATUS] = { "Trạng thái", 13 },
  [FILE_LINK] = { "Tệp minh chứng", 44 },
};

static void
write_link (BvSheet *sheet, const char *name)
{
  g_autofree char *url = g_strconcat ("external:", name, NULL);

  /* the text first: it gives the row its height */
  bv_sheet_text (sheet, FILE_LINK, name, BV_STYLE_LINK);
  worksheet_write_url_opt (
      sheet->worksheet, sheet->row, FILE_LINK, url, sheet->book->styles[BV_STYLE_LINK], name, NULL);
}

static void
write_file (BvSheet *sheet, guint number, const BvEvidenceFile *file)
{
  bv_sheet_number (sheet, NUMBER, number, BV_STYLE_INTEGER);
  bv_sheet_text (sheet, CONTENT, file->content, BV_STYLE_TEXT);
  bv_sheet_text (sheet, ACHIEVEMENT, file->achievement, BV_STYLE_TEXT);
  bv_sheet_text (sheet, ROLE, file->role, BV_STYLE_CENTRE);
  bv_sheet_text (sheet, DOCUMENT, file->document_number, BV_STYLE_CENTRE);
  bv_sheet_date (sheet, DATED, file->document_date ? file->document_date : "");
  bv_sheet_text (sheet, STATUS, file->status, BV_STYLE_CENTRE);
  if (file->name)
    write_link (sheet, file->name);
  else
    bv_sheet_text (sheet, FILE_LINK, "Chưa có tệp", BV_STYLE_WARNING);
  bv_sheet_next_row (sheet);
}

static void
write_sheet (BvBook *book, const char *subject, const char *movement, GPtrArray *files)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *day = bv_date_format (today);
  g_autofree char *when = g_strdup_printf ("Ngày xuất: %s", day);
  const char *lines[] = { subject, movement, when };
  BvSheet sheet;

  bv_sheet_begin_list (&sheet,
                       book,
                       "Danh mục",
                       "Danh mục minh chứng",
                       lines,
                       G_N_ELEMENTS (lines),
                       columns,
                       N_COLUMNS);
  for (guint i = 0; i < files->len; i++)
    write_file (&sheet, i + 1, g_ptr_array_index (files, i));
  if (files->len == 0)
    bv_sheet_group (&sheet, "Chưa có thành tích nào.");
  bv_sheet_end (&sheet, FALSE);
}

gboolean
bv_evidence_index_write (BvOffice *office,
                         const char *path,
                         const char *subject,
                         const char *movement,
                         GPtrArray *files,
                         GError **error)
{
  g_autoptr (BvReplacement) file = bv_replacement_new (path, error);
  BvBook book = { .office = office };
  lxw_error result;

  if (!file)
    return FALSE;
  book.workbook = workbook_new (bv_replacement_get_path (file));
  bv_sheet_make_styles (&book);
  write_sheet (&book, subject, movement, files);
  errno = 0;
  result = workbook_close (book.workbook);
  bv_sheet_clear_book (&book);
  if (result == LXW_NO_ERROR)
    return bv_replacement_commit (file, error);
  g_info ("libxlsxwriter: %s", lxw_strerror (result));
  bv_replacement_set_error (file, errno ? errno : EIO, error);
  return FALSE;
}
