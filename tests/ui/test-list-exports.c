/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that are no plain lists leave the office as they are shown too. */
#include "config.h"

#include "bv-history-page.h"
#include "bv-issue-list-page.h"
#include "bv-issue-register.h"
#include "bv-list-exporter.h"
#include "bv-log-page.h"
#include "bv-overview-page.h"
#include "bv-ranking-page.h"
#include "bv-ranking-row.h"
#include "bv-sessions-page.h"
#include "bv-source.h"
#include "bv-tabs-page.h"
#include "test-scores-fixture.h"

/* What the page lists, written to @name and read again. */
static BvTable *
export_page (Fixture *fixture, const char *name)
{
  g_autofree char *path = test_folder_path (name);
  g_autoptr (BvListExport) list = bv_page_make_export (fixture->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSource) source = NULL;
  BvTable *table;

  g_assert_nonnull (list);
  g_assert_true (bv_list_export_write (list, fixture->office, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  source = bv_source_open (path, NULL, &error);
  g_assert_no_error (error);
  table = bv_source_read (source, 0, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static guint
find_column (BvTable *table, guint row, const char *label)
{
  for (guint i = 0; i < bv_table_get_n_columns (table); i++)
    if (g_str_equal (bv_table_get_cell (table, row, i), label))
      return i;
  return G_MAXUINT;
}

/* The row of the headings in a workbook: above the first row numbered 1. */
static guint
find_heading (BvTable *table)
{
  for (guint i = 1; i < bv_table_get_n_rows (table); i++)
    if (g_str_equal (bv_table_get_cell (table, i, 0), "1"))
      return i - 1;
  g_assert_not_reached ();
}

static void
test_ranking (Fixture *fixture, gconstpointer data)
{
  BvRankingPage *page = BV_RANKING_PAGE (fixture->page);
  GListModel *rows = bv_ranking_page_get_rows (page);
  g_autoptr (BvTable) table = NULL;
  g_autoptr (BvTable) sheet = NULL;
  guint heading;

  bv_ranking_page_choose (page, BV_RANK_STAFF);
  table = export_page (fixture, "hạng.csv");
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, g_list_model_get_n_items (rows) + 1);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (BvRankingRow) row = g_list_model_get_item (rows, i);
    const BvAssessed *assessed = bv_ranking_row_get_assessed (row);
    g_autofree char *total = bv_fraction_format (assessed->total.total);

    g_assert_cmpstr (bv_table_get_cell (table, i + 1, 1), ==, assessed->name);
    g_assert_cmpstr (bv_table_get_cell (table, i + 1, 4), ==, total);
    g_assert_cmpstr (bv_table_get_cell (table, i + 1, 9), ==, assessed->reason);
  }
  sheet = export_page (fixture, "hạng.xlsx");
  heading = find_heading (sheet);
  g_assert_cmpint (bv_table_get_type_of (sheet, heading + 1, 1), ==, BV_TABLE_NUMBER);
  g_assert_cmpint (bv_table_get_type_of (sheet, heading + 1, 5), ==, BV_TABLE_NUMBER);
}

/* Other ways of counting, with the columns in sight. */
static void
test_opinions (Fixture *fixture, gconstpointer data)
{
  BvRankingPage *page = BV_RANKING_PAGE (fixture->page);
  GListModel *rows = bv_ranking_page_get_rows (page);
  g_autoptr (BvTable) table = NULL;

  WAIT_FOR (bv_opinion_board_get (bv_ranking_page_get_board (page)) != NULL);
  settle ();
  bv_ranking_page_look (page, TRUE);
  table = export_page (fixture, "ý kiến.csv");
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, g_list_model_get_n_items (rows) + 1);
  g_assert_cmpstr (bv_table_get_cell (table, 0, 0), ==, "Official");
  g_assert_cmpuint (find_column (table, 0, "Tried"), ==, G_MAXUINT); /* nothing is tried */
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (BvRankingRow) row = g_list_model_get_item (rows, i);
    const BvAssessed *assessed = bv_ranking_row_get_assessed (row);
    g_autofree char *rank = g_strdup_printf ("%u", assessed->rank);

    g_assert_true (g_str_has_prefix (bv_table_get_cell (table, i + 1, 0), rank));
    g_assert_true (g_str_has_prefix (bv_table_get_cell (table, i + 1, 1), assessed->name));
  }
}

/* The score sheet at a stage, then all stages in one cell. */
static void
test_scores (Fixture *fixture, gconstpointer data)
{
  BvScoresPage *page = BV_SCORES_PAGE (fixture->page);
  g_autoptr (BvTable) table = NULL;
  g_autoptr (BvTable) sheet = NULL;
  g_autoptr (BvTable) compared = NULL;

  bv_scores_page_choose (page, BV_RANK_COLLECTIVES, BV_STAGE_OFFICE);
  settle ();
  table = export_page (fixture, "điểm.csv");
  g_assert_cmpuint (bv_table_get_n_rows (table), >, 3);
  for (guint i = 1; i < bv_table_get_n_rows (table); i++)
    g_assert_cmpstr (bv_table_get_cell (table, i, 2),
                     ==,
                     get_text (fixture, bv_table_get_cell (table, i, 0), 0));
  sheet = export_page (fixture, "điểm.xlsx");
  g_assert_cmpint (bv_table_get_type_of (sheet, find_heading (sheet) + 1, 3), ==, BV_TABLE_NUMBER);
  bv_scores_page_choose (page, BV_RANK_COLLECTIVES, BV_SCORE_OFFICIAL);
  settle ();
  compared = export_page (fixture, "cấp.csv");
  g_assert_nonnull (strchr (bv_table_get_cell (compared, 1, 2), '\n'));
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvTable) table = NULL;

  WAIT_FOR (bv_overview_page_is_ready (BV_OVERVIEW_PAGE (fixture->page)));
  table = export_page (fixture, "tiến độ.csv");
  g_assert_cmpuint (
      bv_table_get_n_columns (table),
      ==,
      ask (fixture,
           "SELECT 1 + count (*) FROM criterion c JOIN movement m ON m.id = movement_id"
           " WHERE start_on = '2024-06-01'"));
  g_assert_cmpuint (bv_table_get_n_rows (table), >, 3);
  g_assert_nonnull (strstr (bv_table_get_cell (table, 1, 1), " of "));
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  GListModel *model = bv_history_page_get_model (BV_HISTORY_PAGE (fixture->page));
  g_autoptr (BvTable) table = export_page (fixture, "nhật ký.csv");
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
  g_autoptr (BvTable) after = NULL;
  guint column = find_column (table, 0, "State");

  g_assert_cmpuint (bv_table_get_n_rows (table), ==, g_list_model_get_n_items (model) + 1);
  bv_record_set_text (department, "name", "Phòng Thử");
  g_assert_true (bv_office_save (fixture->office, department, NULL));
  undo (fixture);
  after = export_page (fixture, "nhật ký sau.csv");
  g_assert_cmpuint (bv_table_get_n_rows (after), ==, bv_table_get_n_rows (table) + 1);
  g_assert_cmpstr (bv_table_get_cell (after, 1, column), ==, "Undone");
  g_assert_nonnull (strstr (bv_table_get_cell (after, 1, 1), "Phòng Thử"));
}

/* Deleted rows, of the tab in sight. */
static void
test_trash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
  g_autoptr (BvTable) table = NULL;
  gint64 id;

  bv_record_set_text (department, "name", "Phòng Thử");
  g_assert_true (bv_office_save (fixture->office, department, NULL));
  id = bv_record_get_id (department);
  g_assert_true (bv_office_remove (fixture->office, &bv_department_kind, &id, 1, NULL));
  g_assert_true (bv_tabs_page_show (BV_TABS_PAGE (fixture->page), "deleted"));
  table = export_page (fixture, "đã xóa.csv");
  g_assert_cmpstr (bv_table_get_cell (table, 1, 0), ==, "Phòng Thử");
  g_assert_cmpstr (bv_table_get_cell (table, 1, 3), ==, "Kiểm thử");
}

static void
test_tabs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvTable) table = NULL;

  settle ();
  table = export_page (fixture, "phiên họp.csv");
  g_assert_cmpuint (bv_table_get_n_rows (table),
                    ==,
                    1
                        + ask (fixture,
                               "SELECT count (*) FROM session s JOIN movement m"
                               " ON m.id = movement_id WHERE start_on = '2024-06-01'"));
}

/* An empty list is not written; what is written is on record, and the next list has it too. */
static void
test_register (Fixture *fixture, gconstpointer data)
{
  BvListExporter *exporter = g_object_ref_sink (BV_LIST_EXPORTER (bv_list_exporter_new ()));
  g_autofree char *path = test_folder_path ("sổ.csv");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  const BvIssue issue = { .movement_id = fixture->movement,
                          .document = "list",
                          .title = "Danh sách thử",
                          .medium = "csv",
                          .fingerprint = "0" };
  g_autoptr (BvTable) table = NULL;

  bv_list_exporter_write (exporter, fixture->page, target);
  g_assert_false (bv_list_exporter_is_running (exporter));
  g_assert_nonnull (fixture->toast);
  g_assert_true (bv_issue_register_add (fixture->office, &issue, NULL));
  settle ();
  bv_list_exporter_write (exporter, fixture->page, target);
  WAIT_FOR (!bv_list_exporter_is_running (exporter));
  settle ();
  g_assert_null (fixture->report);
  table = export_page (fixture, "sổ sau.csv");
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, 1 + 2);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM issue WHERE medium = 'csv'"), ==, 2);
  g_object_unref (exporter);
}

#define ADD(name, type, func)                                                                      \
  g_test_add ("/list-exports/" name, Fixture, type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("ranking", bv_ranking_page_get_type, test_ranking);
  ADD ("opinions", bv_ranking_page_get_type, test_opinions);
  ADD ("scores", bv_scores_page_get_type, test_scores);
  ADD ("overview", bv_overview_page_get_type, test_overview);
  ADD ("log", bv_history_page_get_type, test_log);
  ADD ("trash", bv_log_page_get_type, test_trash);
  ADD ("tabs", bv_sessions_page_get_type, test_tabs);
  ADD ("register", bv_issue_list_page_get_type, test_register);
  return g_test_run ();
}
