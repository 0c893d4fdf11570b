/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How documents break into pages: signatures, long rows, many rows; and files that must not be
 * harmed. */
#include "config.h"

#include "bv-document-file.h"
#include "bv-document-pdf.h"
#include "bv-error.h"
#include "test-folder.h"
#include "test-full-disk.h"

#include <string.h>

#define LONG_TEXT                                                                                                               \
  "Tham mưu tổ chức hội đàm thường niên với Khu tự trị dân tộc Choang Quảng Tây, rà soát đường " \
  "biên, mốc giới; giải quyết kịp thời các vụ việc phát sinh trên biên giới, cửa khẩu. "

static const BvDocumentColumn columns[] = {
  { "TT", 5, BV_ALIGN_CENTRE },
  { "Họ và tên", 25, BV_ALIGN_LEFT },
  { "Tóm tắt thành tích", 60, BV_ALIGN_JUSTIFY },
};

static char *
dup_long_text (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, LONG_TEXT);
  return g_string_free (text, FALSE);
}

static BvDocumentTable *
add_rows (BvDocument *document, guint n_rows, guint n_long)
{
  BvDocumentTable *table = bv_document_add_table (document, columns, G_N_ELEMENTS (columns));
  g_autofree char *text = dup_long_text (n_long);

  for (guint i = 0; i < n_rows; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    const char *cells[] = { number, "Nguyễn Thị Hường", text };
    bv_document_table_add_row (table, BV_ROW_PLAIN, cells);
  }
  return table;
}

static void
add_signature (BvDocument *document)
{
  const BvSigner signer = { .authority = "GIÁM ĐỐC", .name = "Nông Quốc Khánh" };

  bv_document_add_signature (document, "- Như trên;\n- Lưu: VT.", &signer, 1);
}

static guint
count_pages (BvDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvPageLayout) layout = bv_page_layout_new (
      document, &bv_layout_profile_decree_30, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bv_page_layout_get_n_pages (layout);
}

/* The words of each page, as pdftotext reads them. */
static char **
read_pages (BvDocument *document)
{
  g_autofree char *path = g_build_filename (test_folder, "trang.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *command[] = { "pdftotext", "-layout", path, "-", NULL };

  g_assert_true (bv_document_pdf_write (document, path, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_sync (
      NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error));
  return g_strsplit (text, "\f", -1);
}

static guint
count_words (char **pages, const char *word)
{
  guint n = 0;

  for (guint i = 0; pages[i]; i++)
    for (const char *at = pages[i]; (at = strstr (at, word)); at += strlen (word))
      n++;
  return n;
}

/* Whatever the number of lines before it, a signature never opens a page alone. */
static void
test_signature (void)
{
  for (guint n = 20; n < 44; n++) {
    g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
    g_auto (GStrv) pages = NULL;
    guint i;

    for (i = 0; i < n; i++)
      bv_document_add_format (document, BV_TEXT_BODY, "Dòng %u", i);
    add_signature (document);
    pages = read_pages (document);
    for (i = 0; pages[i] && !strstr (pages[i], "GIÁM ĐỐC"); i++)
      ;
    g_assert_nonnull (pages[i]);
    g_assert_nonnull (strstr (pages[i], "Dòng"));
    g_assert_nonnull (strstr (pages[i], "Nông Quốc Khánh"));
  }
}

/* Nor alone with the sentence that closes a table: the last rows come along. */
static void
test_closing (void)
{
  for (guint n = 20; n < 50; n++) {
    g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
    g_auto (GStrv) pages = NULL;
    guint i;

    add_rows (document, n, 0);
    bv_document_add_text (document, BV_TEXT_BODY, "Biên bản được lập thành 02 bản./.");
    add_signature (document);
    pages = read_pages (document);
    for (i = 0; pages[i] && !strstr (pages[i], "GIÁM ĐỐC"); i++)
      ;
    g_assert_nonnull (pages[i]);
    g_assert_nonnull (strstr (pages[i], "02 bản"));
    g_assert_cmpuint (count_words (pages + i, "Hường"), >=, 2);
    g_assert_cmpuint (count_words (pages, "Hường"), ==, n);
    g_assert_cmpuint (count_words (pages, "Tóm tắt"), ==, i + 1);
  }
}

/* A row longer than a page goes on over several, with the heading above each part. */
static void
test_long_row (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
  g_auto (GStrv) pages = NULL;

  add_rows (document, 2, 90);
  pages = read_pages (document);
  g_assert_cmpuint (g_strv_length (pages), >, 5);
  for (guint i = 0; i + 1 < g_strv_length (pages); i++)
    g_assert_nonnull (strstr (pages[i], "Tóm tắt thành tích"));
}

/* No line of a long row is lost or printed twice where it breaks. */
static void
test_nothing_lost (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", TRUE);
  g_auto (GStrv) pages = NULL;

  add_rows (document, 5, 40);
  pages = read_pages (document);
  g_assert_cmpuint (count_words (pages, "Choang"), ==, 5 * 40);
}

static char *
find_page (char **pages, const char *word)
{
  for (guint i = 0; pages[i]; i++)
    if (strstr (pages[i], word))
      return pages[i];
  return NULL;
}

static BvDocument *
create_list (guint n_rows, guint n_long, guint n_closings)
{
  BvDocument *document = bv_document_new ("Thử", FALSE);

  bv_document_add_format (document, BV_TEXT_TITLE, "TỜ TRÌNH");
  add_rows (document, n_rows, n_long);
  for (guint i = 0; i < n_closings; i++)
    bv_document_add_format (document, BV_TEXT_BODY, "Kính trình xem xét, quyết định.");
  add_signature (document);
  return document;
}

/* However long the list, its last two rows go with the signature, their heading above them: a page
 * with a closing sentence and names alone could be put under any list. */
static void
test_ending (void)
{
  for (guint n = 1; n < 64; n++) {
    g_autoptr (BvDocument) document = create_list (n, 0, 1 + n % 3);
    g_auto (GStrv) pages = read_pages (document);
    char *last = find_page (pages, "GIÁM ĐỐC");
    char *alone[] = { last, NULL };

    g_test_message ("%u rows on %u pages", n, count_pages (document));
    g_assert_nonnull (last);
    g_assert_cmpuint (count_words (alone, "Nguyễn Thị Hường"), >=, MIN (n, 2));
    g_assert_nonnull (strstr (last, "Tóm tắt thành tích"));
    g_assert_nonnull (strstr (last, "Nông Quốc Khánh"));
  }
}

/* Rows of half a page and more leave their last lines to the signature, and lose none. */
static void
test_ending_long (void)
{
  for (guint n = 6; n < 40; n++) {
    g_autoptr (BvDocument) document = create_list (3, n, 1 + n % 3);
    g_auto (GStrv) pages = read_pages (document);
    char *last = find_page (pages, "GIÁM ĐỐC");

    g_test_message ("rows of %u sentences on %u pages", n, count_pages (document));
    g_assert_nonnull (last);
    g_assert_nonnull (strstr (last, "biên giới"));
    g_assert_nonnull (strstr (last, "Tóm tắt thành tích"));
    g_assert_nonnull (strstr (last, "Nông Quốc Khánh"));
    g_assert_cmpuint (count_words (pages, "Choang"), ==, 3 * n);
  }
}

static void
test_empty (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);

  g_assert_cmpuint (count_pages (document), ==, 1);
  bv_document_add_text (document, BV_TEXT_BODY, "");
  add_rows (document, 0, 0);
  g_assert_cmpuint (count_pages (document), ==, 1);
}

/* What is cut apart is not parted by a page. */
/* A number with a third and a fourth digit stays on one line, and the heading fits as before. */
static void
test_numbers (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
  g_autoptr (BvDocument) plain = bv_document_new ("Thử", FALSE);
  static const char *const numbers[] = { "100", "1000", "1888" };
  const BvDocumentColumn narrow[] = { { "TT", 6, BV_ALIGN_CENTRE },
                                      { "Tập thể, cá nhân", 94, BV_ALIGN_LEFT } };
  BvDocumentTable *long_ones = bv_document_add_table (document, narrow, 2);
  BvDocumentTable *short_ones = bv_document_add_table (plain, narrow, 2);

  for (guint i = 0; i < 300; i++) {
    const char *cells[] = { numbers[i % 3], "Nguyễn Thị Hường" };
    const char *others[] = { "99", "Nguyễn Thị Hường" };

    bv_document_table_add_row (long_ones, BV_ROW_PLAIN, cells);
    bv_document_table_add_row (short_ones, BV_ROW_PLAIN, others);
  }
  g_assert_cmpuint (count_pages (document), ==, count_pages (plain));
}

static void
test_slips (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 9; i++) {
    bv_document_add_format (document, BV_TEXT_TITLE, "PHIẾU %u", i);
    add_rows (document, 8, 1);
    bv_document_add_format (document, BV_TEXT_BODY, "HẾT %u", i);
    bv_document_add_cut (document);
  }
  pages = read_pages (document);
  for (guint i = 0; pages[i]; i++)
    for (guint j = 0; j < 9; j++) {
      g_autofree char *begin = g_strdup_printf ("PHIẾU %u", j);
      g_autofree char *end = g_strdup_printf ("HẾT %u", j);
      g_assert_cmpint (strstr (pages[i], begin) != NULL, ==, strstr (pages[i], end) != NULL);
    }
}

static void
test_hash (void)
{
  g_autoptr (BvDocument) one = bv_document_new ("Thử", FALSE);
  g_autoptr (BvDocument) other = bv_document_new ("Thử", TRUE);
  g_autofree char *hash = NULL;
  g_autofree char *same = NULL;
  g_autofree char *changed = NULL;

  bv_document_add_text (one, BV_TEXT_BODY, "<b>Tiếng</b> Việt");
  bv_document_add_text (other, BV_TEXT_SECTION, "Tiếng Việt");
  hash = bv_document_dup_hash (one);
  same = bv_document_dup_hash (other);
  g_assert_cmpstr (hash, ==, same);
  add_rows (other, 1, 1);
  changed = bv_document_dup_hash (other);
  g_assert_cmpstr (hash, !=, changed);
}

/* Failures */

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (test_folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
assert_old_kept (const char *name, GCancellable *cancellable, GQuark domain, int code)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
  g_autofree char *path = g_build_filename (test_folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint before;

  add_rows (document, 400, 3);
  before = count_files ();
  g_assert_false (bv_document_file_write (document, path, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "cũ");
  g_assert_cmpuint (count_files (), ==, before);
}

static void
write_old (const char *name)
{
  g_autofree char *path = g_build_filename (test_folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
}

/* A limit on the size of files stops the writer as a full disk does. */
static void
test_full_disk (void)
{
  const char *names[] = { "đầy.pdf", "đầy.fodt" };
  struct rlimit before;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    write_old (names[i]);
  before = full_disk_begin (20000);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_old_kept (names[i], NULL, BV_ERROR, BV_ERROR_FULL);
  full_disk_end (before);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  write_old ("hủy.pdf");
  assert_old_kept ("hủy.pdf", cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  write_old ("hủy.fodt");
  assert_old_kept ("hủy.fodt", cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_folder (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
  g_autofree char *path = g_build_filename (test_folder, "không có", "a.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_document_file_write (document, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "a.pdf"));
  g_clear_error (&error);
  g_assert_false (bv_document_file_write (document, "a.doc", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

static void
note_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

/* Five hundred pages, and the progress runs from end to end without stepping back. */
static void
test_many_pages (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", TRUE);
  g_autofree char *path = g_build_filename (test_folder, "nhiều.pdf", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double last = 0;
  guint n = 0;

  add_rows (document, 7000, 1);
  g_assert_true (bv_document_pdf_write (document, path, &n, note_progress, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
  g_test_message ("%u pages in %.1f s", n, (double) (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (n, >=, 500);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/page-layout/signature", test_signature);
  g_test_add_func ("/page-layout/closing", test_closing);
  g_test_add_func ("/page-layout/long-row", test_long_row);
  g_test_add_func ("/page-layout/nothing-lost", test_nothing_lost);
  g_test_add_func ("/page-layout/ending", test_ending);
  g_test_add_func ("/page-layout/ending-long", test_ending_long);
  g_test_add_func ("/page-layout/empty", test_empty);
  g_test_add_func ("/page-layout/numbers", test_numbers);
  g_test_add_func ("/page-layout/slips", test_slips);
  g_test_add_func ("/page-layout/hash", test_hash);
  g_test_add_func ("/document-file/full-disk", test_full_disk);
  g_test_add_func ("/document-file/cancelled", test_cancelled);
  g_test_add_func ("/document-file/no-folder", test_no_folder);
  g_test_add_func ("/document-file/many-pages", test_many_pages);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
