/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents of the sample office say, how many sheets they take, and whether the register
 * knows that they would say something else today. */
#include "config.h"

#include "bv-catalogue.h"
#include "bv-document-pdf.h"
#include "bv-document-type.h"
#include "bv-history.h"
#include "bv-issue-comparison.h"
#include "bv-issue-register.h"
#include "bv-nominee.h"
#include "bv-wording.h"
#include "sample-office.h"
#include "test-folder.h"

#include <string.h>

static BvOffice *office;
static gint64 movement;

static gint64
ask (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
save (BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_office_save (office, record, &error));
  g_assert_no_error (error);
}

static BvDocument *
build (const BvDocumentType *type, const gint64 *ids, guint n_ids)
{
  g_autoptr (GError) error = NULL;
  const BvDocumentOrder order = { .movement_id = movement, .about_ids = ids, .n_about = n_ids };
  BvDocument *document = bv_document_type_build (type, office, &order, &error);

  g_assert_no_error (error);
  return document;
}

/* The words of each page, or with "-bbox" their places. */
static char **
read_pages (BvDocument *document, const char *option)
{
  g_autofree char *path = g_build_filename (test_folder, "trang.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *command[] = { "pdftotext", option, path, "-", NULL };

  g_assert_true (bv_document_pdf_write (document, path, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_sync (
      NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error));
  return g_strsplit (text, "\f", -1);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, word)); at += strlen (word))
    n++;
  return n;
}

/* The register names every document, and only those. */
static void
test_names (void)
{
  const BvDocumentType *const *types = bv_document_type_get_all ();
  const BvField *field = bv_kind_find_field (&bv_issue_kind, "document");
  guint n = 0;

  for (; types[n]; n++) {
    const BvChoice *choice = bv_field_get_choice (field, types[n]->name);
    g_assert_nonnull (choice);
    g_assert_cmpstr (choice->label, ==, types[n]->title);
  }
  for (const BvChoice *choice = field->choices; choice->value; choice++)
    n--;
  g_assert_cmpint ((int) n, ==, -2); /* the workbook, a list */
}

/* Ten lines and eight members: two slips on each sheet, in letters no smaller than 11. */
static void
test_ballots (void)
{
  gint64 session = ask ("SELECT max (id) FROM session");
  g_autoptr (BvDocument) document = build (&bv_ballot_document, &session, 1);
  g_autoptr (BvPageLayout) layout = bv_page_layout_new (
      document, &bv_layout_profile_decree_30, NULL, NULL, NULL, NULL);
  g_auto (GStrv) pages = read_pages (document, "-layout");
  gint64 n_slips = ask ("SELECT count (*) FROM attendance WHERE presence = 'present' AND "
                        "session_id = (SELECT max (id) FROM session)");

  g_assert_cmpuint (bv_page_layout_get_n_pages (layout), ==, (guint) (n_slips + 1) / 2);
  g_assert_cmpfloat (bv_page_layout_get_profile (layout)->looks[BV_TEXT_CELL].size, >=, 11 - 1e-9);
  for (guint i = 0; i < bv_page_layout_get_n_pages (layout); i++) {
    g_assert_cmpuint (count (pages[i], "PHIẾU BẦU"), ==, 2);
    g_assert_cmpuint (count (pages[i], "Lộc Thị Minh Châu"), ==, 2);
    g_assert_cmpuint (count (pages[i], "Bế Ngọc Sơn"), ==, 2);
  }
}

static gint64
add_award (const char *number)
{
  g_autoptr (BvRecord) award = bv_record_new (&bv_award_kind);

  bv_record_set_integer (award,
                         "subject_id",
                         ask ("SELECT id FROM person WHERE id NOT IN (SELECT subject_id FROM award"
                              " WHERE decision_number = '999/QĐ-SNgV') ORDER BY id LIMIT 1"));
  bv_record_set_integer (
      award,
      "award_form_id",
      ask ("SELECT min (award_form_id) FROM proposal p JOIN person ON person.id = p.subject_id"));
  bv_record_set_text (award, "type", "theme");
  bv_record_set_text (award, "decision_number", number);
  bv_record_set_text (award, "decision_date", "2024-09-10");
  save (award);
  return bv_record_get_id (award);
}

static double
find_left (char **pages)
{
  const char *at = strstr (pages[0], "<word xMin=\"");

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen ("<word xMin=\""), NULL);
}

/* All awards of a decision are one job, one sheet each; the office moves them all. */
static void
test_certificates (void)
{
  gint64 other = add_award ("111/QĐ-SNgV"), first = add_award ("999/QĐ-SNgV");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (BvDocument) moved = NULL;
  g_auto (GStrv) pages = NULL;
  g_auto (GStrv) places = NULL;
  g_auto (GStrv) moved_places = NULL;
  g_autoptr (BvRecord) own = bv_office_get_own (office, NULL);

  add_award ("999/QĐ-SNgV");
  add_award ("999/QĐ-SNgV");
  ids = bv_document_type_find_together (&bv_certificate_document, office, first, NULL);
  g_assert_cmpuint (ids->len, ==, 3);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), !=, other);
  document = build (&bv_certificate_document, (gint64 *) (gpointer) ids->data, ids->len);
  pages = read_pages (document, "-layout");
  g_assert_cmpuint (g_strv_length (pages), ==, 4); /* and what follows the last page */
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (count (pages[i], "999/QĐ-SNgV"), ==, 1);
  places = read_pages (document, "-bbox");
  bv_record_set_integer (own, "certificate_x", 1250);
  save (own);
  moved = build (&bv_certificate_document, (gint64 *) (gpointer) ids->data, ids->len);
  moved_places = read_pages (moved, "-bbox");
  g_assert_cmpfloat_with_epsilon (
      find_left (moved_places) - find_left (places), bv_layout_profile_points (12.5), 0.1);
}

/* Minutes name what was set aside, for whom, why and by which document, and nothing else. */
static void
test_minutes (void)
{
  gint64 session = ask ("SELECT max (id) FROM session");
  g_autoptr (BvDocument) before = build (&bv_minutes_document, &session, 1);
  g_autofree char *plain = bv_document_dup_text (before);
  g_autoptr (BvRecord) override = bv_record_new (&bv_eligibility_override_kind);
  g_autoptr (BvDocument) after = NULL;
  g_autofree char *named = NULL;

  g_assert_null (strstr (plain, "ngoại lệ"));
  g_assert_nonnull (strstr (plain, "Ý kiến bằng văn bản của Bế Ngọc Sơn (nhận ngày 05/09/2024)"));
  g_assert_nonnull (strstr (plain, "Bế Ngọc Sơn không bỏ phiếu đối với trường hợp của mình."));
  bv_record_set_integer (override, "movement_id", movement);
  bv_record_set_integer (override, "subject_id", ask ("SELECT min (subject_id) FROM ballot"));
  bv_record_set_text (override, "check_name", "pledge");
  bv_record_set_text (override, "decided_by", "Giám đốc Sở");
  bv_record_set_text (override, "reason", "Đăng ký muộn do đi công tác.");
  bv_record_set_text (override, "document_number", "45/TB-SNgV");
  bv_record_set_text (override, "decided_on", "2024-09-01");
  save (override);
  after = build (&bv_minutes_document, &session, 1);
  named = bv_document_dup_text (after);
  g_assert_nonnull (strstr (named,
                            "được xem xét ngoại lệ theo văn bản số 45/TB-SNgV ngày 01/09/2024 của "
                            "Giám đốc Sở; lý do: Đăng ký muộn do đi công tác."));
}

/* Rows of the layout table of Nghị định 30/2020/NĐ-CP, Phụ lục I, that sample papers do not show */

static BvDocument *
build_decision (const char *number, const char *day, const char *title, const char *signer)
{
  g_autoptr (BvRecord) decision = bv_record_new (&bv_decision_kind);
  gint64 id;

  bv_record_set_integer (decision, "movement_id", movement);
  bv_record_set_text (decision, "number", number);
  bv_record_set_text (decision, "issued_on", day);
  bv_record_set_text (decision, "signer_title", title);
  bv_record_set_text (decision, "signer", signer);
  save (decision);
  id = bv_record_get_id (decision);
  return build (&bv_decision_document, &id, 1);
}

/* “Số, ký hiệu” and “Địa danh, thời gian”: two digits for numbers and days below 10 and for the
 * first two months. */
static void
test_leading_zeros (void)
{
  g_autoptr (BvDocument) early = build_decision ("5", "2026-02-05", "", "");
  g_autoptr (BvDocument) late = build_decision ("15", "2026-03-15", "", "");
  g_autofree char *first = bv_document_dup_text (early);
  g_autofree char *second = bv_document_dup_text (late);

  g_assert_nonnull (strstr (first, "Số: 05/QĐ-SNgV"));
  g_assert_nonnull (strstr (first, "Lạng Sơn, ngày 05 tháng 02 năm 2026"));
  g_assert_nonnull (strstr (second, "Số: 15/QĐ-SNgV"));
  g_assert_nonnull (strstr (second, "Lạng Sơn, ngày 15 tháng 3 năm 2026"));
}

/* No document rewards “0 tập thể”; a number below 10 has two digits, a large one its points. */
static void
test_numbers (void)
{
  static const struct
  {
    guint n_collectives, n_persons;
    const char *text;
  } cases[] = { { 2, 15, "02 tập thể và 15 cá nhân" },
                { 0, 1, "01 cá nhân" },
                { 10, 0, "10 tập thể" },
                { 0, 20000, "20.000 cá nhân" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    static BvNominee collective = { .collective = TRUE }, person;
    g_autoptr (GPtrArray) nominees = g_ptr_array_new ();
    g_autofree char *text = NULL;

    for (guint j = 0; j < cases[i].n_collectives; j++)
      g_ptr_array_add (nominees, &collective);
    for (guint j = 0; j < cases[i].n_persons; j++)
      g_ptr_array_add (nominees, &person);
    text = bv_nominee_dup_numbers (nominees);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
check_signed (BvDocument *document, const char *upper, const char *lower, const char *name)
{
  g_autofree char *text = bv_document_dup_text (document);
  g_autofree char *both = g_strdup_printf ("%s\n%s", upper, lower);

  if (!strstr (text, both) || !strstr (text, name))
    g_test_fail_printf ("no “%s” with “%s” in: %s", both, name, text);
}

/* “Quyền hạn, chức vụ và họ tên”: a deputy signs for the head (KT.), others by order or by
 * authority (TL., TUQ.), each on a line above their own post; a council through its chair (TM.). */
static void
test_authority (void)
{
  static const char *const typed[][3] = {
    { "Phó Giám đốc", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" },
    { "KT. Giám đốc / Phó Giám đốc", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" },
    { "TL. Giám đốc / Chánh Văn phòng", "TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG" },
    { "TUQ. Giám đốc / Trưởng phòng", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG" },
  };
  const BvSentence *sentence = bv_launch_document.sentences;
  g_autoptr (BvDocument) launch = NULL;
  g_autoptr (BvDocument) council = build (&bv_submission_document, NULL, 0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (BvDocument) decision = build_decision (
        "7", "2026-02-05", typed[i][0], "Hoàng Thị Bích Thảo");
    check_signed (decision, typed[i][1], typed[i][2], "Hoàng Thị Bích Thảo");
  }
  while (!g_str_equal (sentence->name, "authority"))
    sentence++;
  g_assert_true (bv_wording_save (
      office, &bv_launch_document, sentence, "KT. {chức danh}\nPhó Giám đốc", &error));
  g_assert_no_error (error);
  launch = build (&bv_launch_document, NULL, 0);
  check_signed (launch, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nông Quốc Khánh");
  check_signed (council, "TM. HỘI ĐỒNG", "CHỦ TỊCH", "");
}

/* “Phụ lục”: begins a page, its pages are counted anew, and the first shows no number. */
static void
test_annex (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Thử", FALSE);
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 60; i++)
    bv_document_add_format (document, BV_TEXT_BODY, "Dòng %u.", i);
  bv_document_add_annex (document);
  bv_document_add_text (document, BV_TEXT_TITLE, "Phụ lục");
  for (guint i = 0; i < 60; i++)
    bv_document_add_format (document, BV_TEXT_BODY, "Mục %u.", i);
  pages = read_pages (document, "-layout");
  g_assert_cmpuint (g_strv_length (pages), ==, 5); /* two, two, and what follows the last */
  for (guint i = 0; i < 4; i++) {
    g_autofree char *number = g_strdup_printf ("%u\n", i % 2 + 1);
    g_assert_true (g_str_has_prefix (g_strchug (pages[i]), number) == (i % 2 != 0));
  }
  g_assert_true (g_str_has_prefix (pages[2], "Phụ lục"));
}

/* The register */

static BvRecord *
register_document (BvDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = bv_document_dup_hash (document);
  const BvIssue issue = { .movement_id = movement,
                          .document = bv_document_get_source_type (document),
                          .about = bv_document_get_source_about (document),
                          .title = bv_document_get_title (document),
                          .medium = "print",
                          .fingerprint = hash };

  g_assert_true (bv_issue_register_add (office, &issue, &error));
  g_assert_no_error (error);
  return bv_office_load (office, &bv_issue_kind, ask ("SELECT max (id) FROM issue"), NULL);
}

static void
test_comparison (void)
{
  g_autoptr (BvDocument) list = build (&bv_nominations_document, NULL, 0);
  g_autoptr (BvRecord) issue = register_document (list);
  g_autoptr (BvRecord) proposal = bv_office_load (
      office,
      &bv_proposal_kind,
      ask ("SELECT min (id) FROM proposal WHERE vote_outcome = 'passed' AND movement_id ="
           " (SELECT movement_id FROM session ORDER BY id DESC LIMIT 1)"),
      NULL);
  gint64 n_steps = bv_issue_comparison_count_steps (office, issue);

  g_assert_cmpint (bv_issue_comparison_run (office, issue), ==, BV_ISSUE_SAME);
  bv_record_set_text (proposal, "summary", "Thành tích được viết lại");
  save (proposal);
  g_assert_cmpint (bv_issue_comparison_run (office, issue), ==, BV_ISSUE_CHANGED);
  g_assert_cmpint (bv_issue_comparison_count_steps (office, issue), ==, n_steps + 1);
  g_assert_true (bv_history_undo (bv_office_get_history (office), NULL));
  g_assert_cmpint (bv_issue_comparison_run (office, issue), ==, BV_ISSUE_SAME);
  bv_record_set_text (issue, "document", NULL);
  g_assert_cmpint (bv_issue_comparison_run (office, issue), ==, BV_ISSUE_UNKNOWN);
}

static void
test_gone (void)
{
  gint64 award = add_award ("222/QĐ-SNgV");
  g_autoptr (BvDocument) certificate = build (&bv_certificate_document, &award, 1);
  g_autoptr (BvRecord) issue = register_document (certificate);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_issue_comparison_run (office, issue), ==, BV_ISSUE_SAME);
  g_assert_true (bv_history_begin (bv_office_get_history (office), "Xóa", &error));
  g_assert_true (bv_office_remove (office, &bv_award_kind, &award, 1, &error));
  g_assert_true (bv_history_commit (bv_office_get_history (office), &error));
  g_assert_cmpint (bv_issue_comparison_run (office, issue), ==, BV_ISSUE_GONE);
}

static void
open_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (test_folder, "mẫu.bangvang", NULL);

  sample_office_write (path);
  office = bv_office_open (path, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  movement = ask ("SELECT movement_id FROM session ORDER BY id DESC LIMIT 1");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  open_sample ();
  g_test_add_func ("/document-types/names", test_names);
  g_test_add_func ("/document-types/ballots", test_ballots);
  g_test_add_func ("/document-types/certificates", test_certificates);
  g_test_add_func ("/document-types/minutes", test_minutes);
  g_test_add_func ("/document-types/leading-zeros", test_leading_zeros);
  g_test_add_func ("/document-types/numbers", test_numbers);
  g_test_add_func ("/document-types/authority", test_authority);
  g_test_add_func ("/document-types/annex", test_annex);
  g_test_add_func ("/issue-comparison/changed", test_comparison);
  g_test_add_func ("/issue-comparison/gone", test_gone);
  status = g_test_run ();
  g_assert_true (bv_office_close (office, NULL));
  g_object_unref (office);
  test_folder_remove ();
  return status;
}
