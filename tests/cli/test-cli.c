/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bang-vang-cli as its users run it: exit codes, one sentence on stderr, tables and JSON. */
#include "config.h"

#include "test-folder.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  int status;
  char *output;
  char *complaint;
} Result;

static void
clear_result (Result *result)
{
  g_free (result->output);
  g_free (result->complaint);
}

static Result
run_words (const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Result result = { 0 };
  int wait_status;
  va_list arguments;

  g_ptr_array_add (words, (gpointer) g_getenv ("BANG_VANG_CLI"));
  va_start (arguments, first);
  for (const char *word = first; word; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (arguments);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL,
                (char **) words->pdata,
                NULL,
                G_SPAWN_DEFAULT,
                NULL,
                NULL,
                &result.output,
                &result.complaint,
                &wait_status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  result.status = WEXITSTATUS (wait_status);
  return result;
}

/* The output of a command that must succeed and have nothing to complain about; owned. */
#define RUN(...) check_done (run_words (__VA_ARGS__, NULL))

static char *
check_done (Result result)
{
  g_assert_cmpstr (result.complaint, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  g_free (result.complaint);
  return result.output;
}

/* A command that must fail with exit code 1 and one sentence that has @part. */
static void
check_fails (Result result, const char *part)
{
  g_test_message ("%s", result.complaint);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpstr (result.output, ==, "");
  g_assert_nonnull (strstr (result.complaint, part));
  g_assert_true (strchr (result.complaint, '\n')
                 == result.complaint + strlen (result.complaint) - 1);
  clear_result (&result);
}

static const char *
get_sample (void)
{
  static char *path;
  g_autofree char *output = NULL;

  if (path)
    return path;
  path = test_folder_path ("mau.bangvang");
  output = RUN ("sample", path);
  return path;
}

static JsonArray *
parse_rows (const char *text, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

static void
test_list (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = RUN ("list", get_sample (), "criterion", "--format", "json");
  g_autofree char *table = RUN ("list", get_sample (), "person");
  JsonArray *rows = parse_rows (json, parser);
  JsonObject *fifth = json_array_get_object_element (rows, 4);

  g_assert_cmpuint (json_array_get_length (rows), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (fifth, "label"), ==, "5.");
  g_assert_cmpint (json_object_get_int_member (fifth, "max_points"), ==, 1000);
  g_assert_true (json_object_get_boolean_member (fifth, "for_individuals"));
  g_assert_true (g_str_has_prefix (table, "id\tFull name\t"));
  g_assert_nonnull (strstr (table, "\tNguyễn Hoàng Thị Quỳnh Trang\t"));
  g_assert_nonnull (strstr (table, "\tTrung tâm Dịch vụ đối ngoại\t"));
}

/* What list writes, import reads again and finds nothing to change. */
static void
test_list_is_imported (void)
{
  static const char *const kinds[] = { "person", "posting", "pledge", "achievement", "score" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *table = RUN ("list", get_sample (), kinds[i]);
    g_autofree char *name = g_strconcat (kinds[i], ".tsv", NULL);
    g_autofree char *path = test_folder_path (name);
    g_autofree char *output = NULL;
    g_autoptr (GError) error = NULL;

    g_file_set_contents (path, table, -1, &error);
    g_assert_no_error (error);
    output = RUN ("import", get_sample (), kinds[i], path);
    g_assert_true (g_str_has_prefix (output, "New: 0. Updated: 0."));
  }
}

static void
test_import_and_undo (void)
{
  g_autofree char *path = test_folder_path ("moi.bangvang");
  g_autofree char *data = test_folder_path ("don-vi.csv");
  g_autofree char *bad = test_folder_path ("don-vi-loi.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *made = RUN ("new", path, "--office", "Sở Thử");
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *rows = NULL;

  g_file_set_contents (
      data, "Department name,Founded on\nVăn phòng,1/2/2010\nThanh tra,40/1/2010\n", -1, &error);
  g_assert_no_error (error);
  check_fails (run_words ("import", path, "department", data, NULL), "Line 3");
  g_assert_false (g_file_test (bad, G_FILE_TEST_EXISTS));
  done = RUN ("import", path, "department", data, "--skip-bad");
  g_assert_true (g_str_has_prefix (done, "New: 1. Updated: 0. Unchanged: 0. With errors: 1."));
  g_assert_true (g_file_test (bad, G_FILE_TEST_EXISTS));
  undone = RUN ("undo", path);
  g_assert_nonnull (strstr (undone, "don-vi.csv"));
  rows = RUN ("list", path, "department", "--format=json");
  g_assert_cmpstr (rows, ==, "[]\n");
}

static void
test_rank (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = RUN ("rank", get_sample (), "--format", "json");
  g_autofree char *table = RUN (
      "rank", get_sample (), "--movement", "chao mung 79 nam nganh ngoai giao");
  JsonArray *rows = parse_rows (json, parser);
  guint n_fifth = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);

    if (g_str_equal (json_object_get_string_member (row, "list"), "staff")
        && !json_object_get_null_member (row, "rank")
        && json_object_get_int_member (row, "rank") == 5) {
      g_assert_cmpint (json_object_get_int_member (row, "total"), ==, 9250);
      n_fifth++;
    }
  }
  g_assert_cmpuint (n_fifth, ==, 2);
  g_assert_nonnull (strstr (table, "\t92,50\t"));
}

/* Lights of the boundaries and ranks by other ways, without touching the official ones. */
static void
test_opinions (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = RUN ("rank", get_sample (), "--opinions", "--format", "json");
  g_autofree char *table = RUN ("rank", get_sample (), "--opinions");
  JsonArray *rows = parse_rows (json, parser);
  guint n_ties = 0, n_open = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);

    if (json_object_get_null_member (row, "subject")) {
      g_assert_cmpstr (json_object_get_string_member (row, "reasons"), !=, "");
      n_ties += g_str_equal (json_object_get_string_member (row, "light"), "tie");
    } else if (g_str_equal (json_object_get_string_member (row, "side"), "council")) {
      g_assert_cmpint (json_object_get_int_member (row, "rank"), ==, 5);
      n_open++;
    }
  }
  g_assert_cmpuint (n_ties, ==, 1);
  g_assert_cmpuint (n_open, ==, 2);
  g_assert_nonnull (strstr (table, "\tSensitive\t"));
}

static void
test_eligibility (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = RUN (
      "eligibility", get_sample (), "--format", "json", "--subject", "loc van toan");
  g_autofree char *all = RUN ("eligibility", get_sample ());
  JsonArray *rows = parse_rows (json, parser);
  gboolean found = FALSE;

  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);

    g_assert_cmpstr (json_object_get_string_member (row, "subject"), ==, "Lộc Văn Toản");
    if (!g_str_equal (json_object_get_string_member (row, "check"), "restriction"))
      continue;
    g_assert_cmpstr (json_object_get_string_member (row, "result"), ==, "blocked");
    g_assert_cmpstr (json_object_get_string_member (row, "set_aside_document"), ==, "45/TB-TTr");
    found = TRUE;
  }
  g_assert_true (found);
  g_assert_nonnull (strstr (all, "83/QĐ-SNgV"));
  check_fails (run_words ("eligibility", get_sample (), "--subject", "Lộc Văn", NULL), "Lộc Văn");
}

static void
test_propose_and_export (void)
{
  g_autofree char *book = test_folder_path ("de-nghi.xlsx");
  g_autofree char *proposed = RUN ("propose", get_sample ());
  g_autofree char *exported = RUN ("export", get_sample (), "--output", book);
  g_autofree char *history = RUN ("history", get_sample (), "--format", "json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows = parse_rows (history, parser);
  g_autofree char *content = NULL;

  g_assert_nonnull (strstr (proposed, " written"));
  g_assert_true (g_file_get_contents (book, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "PK"));
  g_assert_cmpuint (json_array_get_length (rows), >, 10);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (rows, 0), "state"), ==, "done");
}

/* One sentence, and the old file stays. */
static void
test_export_refused (void)
{
  g_autofree char *book = test_folder_path ("dang-mo.xlsx");
  g_autofree char *mark = test_folder_path (".~lock.dang-mo.xlsx#");
  g_autofree char *nowhere = test_folder_path ("khong-co/a.xlsx");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (book, "old", -1, NULL));
  g_assert_true (g_file_set_contents (mark, "", -1, NULL));
  check_fails (run_words ("export", get_sample (), "--output", book, NULL), "another program");
  g_assert_true (g_file_get_contents (book, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  check_fails (run_words ("export", get_sample (), "--output", nowhere, NULL), "a.xlsx");
  check_fails (run_words ("export", get_sample (), "--output", "/sys/kernel/a.xlsx", NULL),
               "cannot be changed");
}

/* Votes and seal, then the seal computed again: nothing differs. */
static void
test_session (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = RUN ("session", get_sample (), "--format", "json");
  g_autofree char *words = RUN ("session", get_sample (), "--check");
  g_autofree char *differences = RUN ("session", get_sample (), "--check", "--format=json");
  JsonArray *rows = parse_rows (json, parser);

  g_assert_cmpuint (json_array_get_length (rows), >, 5);
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);
    gboolean passed = json_object_get_int_member (row, "yes")
                      >= json_object_get_int_member (row, "need");

    g_assert_cmpint (json_object_get_int_member (row, "base"), ==, 9);
    g_assert_cmpstr (
        json_object_get_string_member (row, "outcome"), ==, passed ? "passed" : "failed");
    g_assert_cmpuint (strlen (json_object_get_string_member (row, "seal")), ==, 64);
  }
  g_assert_nonnull (strstr (words, "as it was sealed"));
  g_assert_cmpuint (json_array_get_length (parse_rows (differences, parser)), ==, 0);
  /* the yearly titles are not voted on yet */
  check_fails (
      run_words (
          "session", get_sample (), "--check", "--movement", "Thi đua thường xuyên năm 2024", NULL),
      "not sealed yet");
}

static void
test_rules (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = RUN ("rules", "list", "--format", "json");
  g_autofree char *path = test_folder_path ("bo.json");
  JsonArray *rows = parse_rows (json, parser);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (json_array_get_length (rows), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (rows, 2), "code"),
                   ==,
                   "2026q4");
  g_file_set_contents (path, "{\n  \"format\": 9\n}\n", -1, &error);
  g_assert_no_error (error);
  check_fails (run_words ("rules", "check", path, NULL), "bo.json · Line 2, format");
}

static void
test_check_and_backup (void)
{
  g_autofree char *copy = test_folder_path ("ban-sao.bangvang");
  g_autofree char *whole = RUN ("check", get_sample ());
  g_autofree char *done = RUN ("backup", get_sample (), copy);
  g_autofree char *people = RUN ("list", get_sample (), "person");
  g_autofree char *copied = RUN ("list", copy, "person");
  g_autofree char *text = test_folder_path ("chu.bangvang");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (whole, "whole"));
  g_assert_cmpstr (people, ==, copied);
  g_file_set_contents (text, "không phải sổ", -1, &error);
  g_assert_no_error (error);
  check_fails (run_words ("check", text, NULL), "chu.bangvang");
}

static void
test_complaints (void)
{
  g_autofree char *path = test_folder_path ("khong-co.bangvang");

  check_fails (run_words ("lst", NULL), "lst");
  check_fails (run_words ("list", NULL), "list FILE KIND");
  check_fails (run_words ("list", get_sample (), "foo", NULL), "foo");
  check_fails (run_words ("list", get_sample (), "person", "--format", "xml", NULL), "xml");
  check_fails (run_words ("list", path, "person", NULL), "khong-co.bangvang");
  check_fails (run_words ("rank", get_sample (), "--movement", "Khác", NULL), "Khác");
  check_fails (run_words ("export", get_sample (), NULL), "--output");
  check_fails (run_words ("new", path, NULL), "--office");
  check_fails (run_words ("sample", get_sample (), NULL), "mau.bangvang");
  check_fails (run_words ("rank", get_sample (), "--wrong", NULL), "--wrong");
}

static void
test_help (void)
{
  g_autofree char *help = RUN ("--help");
  g_autofree char *command = RUN ("import", "--help");
  g_autofree char *version = RUN ("--version");

  g_assert_nonnull (strstr (help, "  export "));
  g_assert_nonnull (strstr (command, "--skip-bad"));
  g_assert_true (g_str_has_prefix (version, "bang-vang-cli "));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_setenv ("XDG_DATA_HOME", test_folder, TRUE); /* where backups go */
  g_test_add_func ("/cli/list", test_list);
  g_test_add_func ("/cli/list-is-imported", test_list_is_imported);
  g_test_add_func ("/cli/import-and-undo", test_import_and_undo);
  g_test_add_func ("/cli/rank", test_rank);
  g_test_add_func ("/cli/opinions", test_opinions);
  g_test_add_func ("/cli/eligibility", test_eligibility);
  g_test_add_func ("/cli/propose-and-export", test_propose_and_export);
  g_test_add_func ("/cli/export-refused", test_export_refused);
  g_test_add_func ("/cli/session", test_session);
  g_test_add_func ("/cli/rules", test_rules);
  g_test_add_func ("/cli/check-and-backup", test_check_and_backup);
  g_test_add_func ("/cli/complaints", test_complaints);
  g_test_add_func ("/cli/help", test_help);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
