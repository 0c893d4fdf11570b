/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of documents: what is chosen is shown, saved, registered; sentences are worded. */
#include "config.h"

#include "bv-award-decision.h"
#include "bv-document-page.h"
#include "bv-documents-page.h"
#include "bv-page-canvas.h"
#include "bv-wording.h"
#include "test-full-disk.h"
#include "test-page-fixture.h"

static BvDocumentPage *
get_page (Fixture *fixture)
{
  return BV_DOCUMENT_PAGE (fixture->page);
}

/* Waits for the thread that draws. */
static BvPageLayout *
wait_for_pages (BvDocumentPage *page)
{
  settle ();
  WAIT_FOR (!bv_document_page_is_drawing (page));
  settle ();
  return bv_page_preview_get_layout (bv_document_page_get_preview (page));
}

static void
open_documents (Fixture *fixture, gconstpointer type)
{
  open_page (fixture, type);
  wait_for_pages (get_page (fixture));
}

static char *
dup_shown (Fixture *fixture)
{
  BvPageLayout *layout = wait_for_pages (get_page (fixture));

  return layout != NULL ? bv_document_dup_text (bv_page_layout_get_document (layout))
                        : g_strdup ("");
}

static gboolean
shows (Fixture *fixture, const char *words)
{
  g_autofree char *shown = dup_shown (fixture);

  return strstr (shown, words) != NULL;
}

/* Every document of the sample can be looked at. */
static void
test_every_document (Fixture *fixture, gconstpointer data)
{
  const BvDocumentType *const *types = bv_document_type_get_all ();

  for (guint i = 0; types[i] != NULL; i++) {
    bv_document_page_choose (get_page (fixture), types[i], 0);
    wait_for_pages (get_page (fixture));
    g_assert_cmpstr (bv_document_page_get_problem (get_page (fixture)), ==, "");
    g_assert_cmpstr (
        bv_page_get_subtitle (fixture->page), ==, bv_document_type_get_title (types[i]));
  }
  g_assert_null (fixture->report);
}

static void
test_about (Fixture *fixture, gconstpointer data)
{
  gint64 person = ask (fixture,
                       "SELECT min (subject_id) FROM pledge JOIN person p ON p.id = subject_id");
  g_autofree char *name = g_strdup (bv_office_get_subject_name (fixture->office, person));

  bv_document_page_choose (get_page (fixture), &bv_person_pledge_document, 0);
  g_assert_false (shows (fixture, name));
  bv_document_page_choose (get_page (fixture), &bv_person_pledge_document, person);
  g_assert_true (shows (fixture, name));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "a.pdf", "b.fodt" };
  BvExportBar *bar = bv_document_page_get_export_bar (get_page (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = test_folder_path (names[i]);
    g_autoptr (GFile) target = g_file_new_for_path (path);

    bv_document_page_save (get_page (fixture), target);
    WAIT_FOR (g_file_test (path, G_FILE_TEST_EXISTS) && !bv_export_bar_is_running (bar));
    wait_for_pages (get_page (fixture));
  }
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM issue WHERE medium IN ('pdf', 'fodt')"), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count (DISTINCT fingerprint) FROM issue"), ==, 1);
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM issue"), ==, 1);
  g_assert_null (fixture->report);
}

static void
test_save_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("không có/a.pdf");
  g_autoptr (GFile) target = g_file_new_for_path (path);

  bv_document_page_save (get_page (fixture), target);
  WAIT_FOR (fixture->report != NULL);
  g_assert_nonnull (strstr (fixture->report, "a.pdf"));
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM issue"), ==, 0);
}

/* LibreOffice has it open: a sentence that says so, the old file stays, nothing lies beside it. */
static void
test_save_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "mở.pdf", "mở.fodt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = test_folder_path (names[i]);
    g_autofree char *lock = g_strdup_printf (".~lock.%s#", names[i]);
    g_autofree char *mark = test_folder_path (lock);
    g_autofree char *contents = NULL;
    g_autoptr (GFile) target = g_file_new_for_path (path);

    g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
    g_assert_true (g_file_set_contents (mark, "", -1, NULL));
    bv_document_page_save (get_page (fixture), target);
    WAIT_FOR (fixture->report != NULL);
    g_assert_nonnull (strstr (fixture->report, "open in another program"));
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_cmpstr (contents, ==, "cũ");
    g_clear_pointer (&fixture->report, g_free);
  }
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM issue"), ==, 0);
}

static const BvSentence *
get_sentence (const BvDocumentType *type, const char *name)
{
  const BvSentence *sentence = type->sentences;

  while (!g_str_equal (sentence->name, name))
    sentence++;
  return sentence;
}

/* A full disk: a sentence that says so, the old file stays, nothing lies beside it. */
static void
test_save_full_disk (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "đầy.pdf", "đầy.fodt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = test_folder_path (names[i]);
    g_autofree char *contents = NULL;
    g_autoptr (GFile) target = g_file_new_for_path (path);
    struct rlimit before;
    guint n_files;

    g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
    n_files = count_files_beside (path);
    before = full_disk_begin (4096);
    bv_document_page_save (get_page (fixture), target);
    WAIT_FOR (fixture->report != NULL);
    full_disk_end (before);
    g_assert_nonnull (strstr (fixture->report, "the disk is full"));
    g_assert_nonnull (strstr (fixture->report, names[i]));
    g_clear_pointer (&fixture->report, g_free);
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_cmpstr (contents, ==, "cũ");
    g_assert_cmpuint (count_files_beside (path), ==, n_files);
  }
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM issue"), ==, 0);
}

/* The picture follows the words, and undo brings both back. */
static void
test_wording (Fixture *fixture, gconstpointer data)
{
  const BvSentence *sentence = get_sentence (&bv_launch_document, "closing");
  g_autoptr (GError) error = NULL;

  bv_document_page_set_wording_shown (get_page (fixture), TRUE);
  bv_document_page_choose (get_page (fixture), &bv_launch_document, 0);
  g_assert_true (bv_wording_save (
      fixture->office, &bv_launch_document, sentence, "Toàn {co quan} hăng hái thi đua!", &error));
  g_assert_no_error (error);
  settle ();
  g_assert_true (shows (fixture, "Toàn Sở Ngoại vụ tỉnh Lạng Sơn hăng hái thi đua!"));
  g_assert_true (bv_page_flush (fixture->page));
  undo (fixture);
  g_assert_false (shows (fixture, "hăng hái thi đua!"));
}

static void
test_wrong_placeholder (Fixture *fixture, gconstpointer data)
{
  const BvSentence *sentence = get_sentence (&bv_launch_document, "closing");
  const char *texts[] = { "{giám đốc sở}", "Một { dấu", "} một dấu", "{cơ quan" };
  g_autoptr (BvRecord) record = bv_record_new (&bv_wording_kind);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_assert_false (
        bv_wording_save (fixture->office, &bv_launch_document, sentence, texts[i], &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
  }
  /* one that came another way is told before anything is printed */
  bv_record_set_text (record, "document", "launch");
  bv_record_set_text (record, "sentence", "closing");
  bv_record_set_text (record, "text", "{giám đốc sở}");
  g_assert_true (bv_office_save (fixture->office, record, &error));
  wait_for_pages (get_page (fixture));
  g_assert_nonnull (strstr (bv_document_page_get_problem (get_page (fixture)), "giám đốc sở"));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  BvPagePreview *preview = bv_document_page_get_preview (get_page (fixture));

  bv_page_preview_set_zoom (preview, BV_ZOOM_FREE, 150);
  settle ();
  g_assert_cmpint ((int) (bv_page_preview_get_percent (preview) + 0.5), ==, 150);
  bv_page_preview_show_page (preview, 1);
  WAIT_FOR (bv_page_preview_get_page (preview) == 1);
  bv_page_preview_set_zoom (preview, BV_ZOOM_FIT_PAGE, 0);
  settle ();
  g_assert_cmpuint (bv_page_preview_get_page (preview), ==, 1);
  g_assert_cmpfloat (bv_page_preview_get_percent (preview), <, 100);
}

/* What is asked for while the pages are drawn is done when they are there; a drawing that was
 * stopped says so and can be begun again. */
static void
test_drawing (Fixture *fixture, gconstpointer data)
{
  BvDocumentPage *page = get_page (fixture);
  BvExportBar *bar = bv_document_page_get_export_bar (page);
  g_autofree char *path = test_folder_path ("a.pdf");
  g_autoptr (GFile) target = g_file_new_for_path (path);

  bv_document_page_choose (page, &bv_report_document, 0);
  g_assert_true (bv_document_page_is_drawing (page));
  bv_document_page_save (page, target);
  g_assert_false (bv_export_bar_is_running (bar));
  WAIT_FOR (g_file_test (path, G_FILE_TEST_EXISTS) && !bv_export_bar_is_running (bar));
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM issue WHERE document = 'report'"), ==, 1);

  bv_document_page_choose (page, &bv_launch_document, 0);
  bv_document_page_cancel_drawing (page);
  g_assert_null (wait_for_pages (page));
  g_assert_cmpstr (bv_document_page_get_problem (page), !=, "");
  bv_document_page_choose (page, &bv_report_document, 0);
  bv_document_page_choose (page, &bv_launch_document, 0); /* before the first is there */
  g_assert_nonnull (wait_for_pages (page));
  g_assert_true (shows (fixture, "PHÁT ĐỘNG"));
}

static GtkWidget *
find_canvas (GtkWidget *widget)
{
  GtkWidget *found = BV_IS_PAGE_CANVAS (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);
  return found;
}

/* Page Down after a click on a page turns pages: in the list it would choose another document. */
static void
test_click_takes_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *canvas = find_canvas (GTK_WIDGET (bv_document_page_get_preview (get_page (fixture))));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);

  gtk_widget_child_focus (GTK_WIDGET (fixture->page), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != canvas);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
    if (GTK_IS_GESTURE_CLICK (controller))
      g_signal_emit_by_name (controller, "pressed", 1, 10.0, 10.0);
  }
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == canvas);
}

static void
test_no_movement (Fixture *fixture, gconstpointer data)
{
  bv_page_set_movement (fixture->page, 0);
  settle ();
  g_assert_cmpstr (bv_document_page_get_problem (get_page (fixture)), !=, "");
}

/* All certificates of a decision are one job; the sheet to measure on is not registered. */
static void
test_whole_decision (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("giấy khen.pdf");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  gint64 ids[2] = { ask (fixture, "SELECT min (id) FROM award"),
                    ask (fixture, "SELECT max (id) FROM award") };

  bv_document_page_choose_rows (get_page (fixture), &bv_certificate_document, ids, 2);
  g_assert_cmpuint (bv_page_layout_get_n_pages (wait_for_pages (get_page (fixture))), ==, 2);
  bv_document_page_save (get_page (fixture), target);
  WAIT_FOR (!bv_export_bar_is_running (bv_document_page_get_export_bar (get_page (fixture))));
  settle ();
  g_assert_cmpint (ask (fixture,
                        "SELECT count (*) FROM issue WHERE document = 'certificate' AND about ="
                        " (SELECT min (id) || ' ' || max (id) FROM award)"),
                   ==,
                   1);
  bv_document_page_choose (get_page (fixture), &bv_certificate_document, ids[1]);
  g_assert_cmpuint (bv_page_layout_get_n_pages (wait_for_pages (get_page (fixture))), ==, 1);
}

/* A decision stands for all awards that were written from it; before that a sentence says so. */
static void
test_decision_sheets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) decision = bv_record_new (&bv_decision_kind);
  g_autoptr (GError) error = NULL;
  BvPageLayout *layout;
  gint64 id;

  bv_record_set_integer (decision, "movement_id", fixture->movement);
  bv_record_set_text (decision, "number", "77/QĐ-SNgV");
  bv_record_set_text (decision, "issued_on", "2024-09-10");
  g_assert_true (bv_office_save (fixture->office, decision, &error));
  g_assert_no_error (error);
  id = bv_record_get_id (decision);
  BV_PAGE_GET_CLASS (fixture->page)->draw_up (fixture->page, "certificate", &id, 1);
  g_assert_nonnull (fixture->report);
  g_assert_cmpint (bv_award_decision_carry_out (fixture->office, id, &error), >, 1);
  g_assert_no_error (error);
  settle ();
  BV_PAGE_GET_CLASS (fixture->page)->draw_up (fixture->page, "certificate", &id, 1);
  layout = wait_for_pages (
      BV_DOCUMENT_PAGE (bv_tabs_page_get_shown (BV_TABS_PAGE (fixture->page))));
  g_assert_cmpint (
      bv_page_layout_get_n_pages (layout),
      ==,
      ask (fixture,
           "SELECT count (*) FROM award WHERE decision_id = (SELECT max (id) FROM decision)"));
}

/* A pledge leads to the form of the unit or person that made it. */
static void
test_pledge (Fixture *fixture, gconstpointer data)
{
  const gint64 pledges[2] = {
    ask (fixture, "SELECT min (l.id) FROM pledge l JOIN person p ON p.id = subject_id"),
    ask (fixture, "SELECT min (l.id) FROM pledge l JOIN department d ON d.id = subject_id"),
  };
  const BvDocumentType *const types[2] = { &bv_person_pledge_document, &bv_unit_pledge_document };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (BvRecord) pledge = bv_office_load (
        fixture->office, &bv_pledge_kind, pledges[i], NULL);
    const char *name = bv_office_get_subject_name (fixture->office,
                                                   bv_record_get_integer (pledge, "subject_id"));
    BvDocumentPage *page;
    g_autofree char *text = NULL;

    BV_PAGE_GET_CLASS (fixture->page)->draw_up (fixture->page, "person-pledge", &pledges[i], 1);
    page = BV_DOCUMENT_PAGE (bv_tabs_page_get_shown (BV_TABS_PAGE (fixture->page)));
    text = bv_document_dup_text (bv_page_layout_get_document (wait_for_pages (page)));
    g_assert_nonnull (strstr (text, name));
    g_assert_cmpstr (
        bv_page_get_subtitle (BV_PAGE (page)), ==, bv_document_type_get_title (types[i]));
  }
}

#define ADD(name, func)                                                                            \
  g_test_add (name, Fixture, bv_document_page_get_type, open_documents, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("vi");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/documents/every-document", test_every_document);
  ADD ("/documents/about", test_about);
  ADD ("/documents/save", test_save);
  ADD ("/documents/save-fails", test_save_fails);
  ADD ("/documents/save-open-elsewhere", test_save_open_elsewhere);
  ADD ("/documents/save-full-disk", test_save_full_disk);
  ADD ("/documents/wording", test_wording);
  ADD ("/documents/wrong-placeholder", test_wrong_placeholder);
  ADD ("/documents/whole-decision", test_whole_decision);
  ADD ("/documents/zoom", test_zoom);
  ADD ("/documents/drawing", test_drawing);
  ADD ("/documents/click-takes-keys", test_click_takes_keys);
  ADD ("/documents/no-movement", test_no_movement);
  g_test_add ("/documents/decision-sheets",
              Fixture,
              bv_documents_page_get_type,
              open_page,
              test_decision_sheets,
              close_page);
  g_test_add (
      "/documents/pledge", Fixture, bv_documents_page_get_type, open_page, test_pledge, close_page);
  return g_test_run ();
}
