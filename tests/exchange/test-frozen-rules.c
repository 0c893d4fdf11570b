/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that are edited or installed later change nothing that an older movement computed: its
 * workbook stays the same, byte for byte. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-history.h"
#include "bv-rule-book.h"
#include "bv-rule-pack-edit.h"
#include "bv-workbook.h"
#include "sample-office.h"

static BvOffice *office;
static gint64 movement_id;

/* All sheets and their texts, without the moment of the export. */
static char *export(void)
{
  g_autofree char *path = test_folder_path ("a.xlsx");
  char *argv[] = { (char *) "unzip",
                   (char *) "-p",
                   path,
                   (char *) "xl/worksheets/*",
                   (char *) "xl/sharedStrings.xml",
                   NULL };
  g_autofree char *out = NULL;
  g_autoptr (GRegex) moment = g_regex_new (
      "[0-9]{2}:[0-9]{2} ngày [0-9/]{10}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_workbook_export (office, movement_id, NULL, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (
      g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_assert_cmpuint (strlen (out), >, 20000);
  return g_regex_replace_literal (moment, out, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
}

static void
set (
    BvRulePack *pack, const char *group_name, const char *key, const char *field, const char *typed)
{
  const BvRuleGroup *group = bv_rule_group_find (group_name);
  gpointer row = key ? bv_rule_group_find_row (group, pack, key)
                     : bv_rule_group_get_struct (group, pack);
  g_autoptr (GError) error = NULL;

  bv_rule_pack_edit_set (pack, group, row, bv_rule_group_find_field (group, field), typed, &error);
  g_assert_no_error (error);
}

/* Everything that shows in the workbook is different. */
static BvRulePack *
make_other (const char *code)
{
  g_autoptr (BvRulePack) pack = bv_rule_book_find (office, code, NULL);
  BvRulePack *other = bv_rule_pack_copy (pack);

  set (other, "scoring", NULL, "excellent_hundredths", "99,5");
  set (other, "scoring", NULL, "good_hundredths", "99");
  set (other, "ranking", NULL, "tie_chain", "achievements");
  set (other, "ranking", NULL, "women_percent", "1");
  set (other, "quota", NULL, "alternates", "0");
  set (other, "money", NULL, "rounding", "nearest");
  set (other, "salaries", "2024-07-01", "amount", "1.000.000");
  set (other, "awards", "GK_CN", "coefficient_thousandths", "5");
  set (other, "awards", "GK_TT", "coefficient_thousandths", "7");
  set (other, "texts", "L2022", "title", "Luật khác");
  return other;
}

static void
test_edited (void)
{
  g_autofree char *before = export();
  g_autofree char *after = NULL;
  g_autofree char *later = NULL;
  g_autoptr (BvRulePack) other = make_other ("2024");
  g_autoptr (BvRulePack) installed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_rule_book_save (office, other, 0, &error), !=, 0);
  after = export();
  g_assert_true (g_str_equal (after, before)); /* too long to print */
  installed = bv_rule_pack_copy (other);
  set (installed, "", NULL, "code", "2024b");
  set (installed, "", NULL, "valid_from", "01/02/2024");
  g_assert_cmpint (bv_rule_book_save (office, installed, 0, &error), !=, 0);
  later = export();
  g_assert_true (g_str_equal (later, before)); /* too long to print */
}

/* The same change shows once the movement is put on it: the comparison above can fail. */
static void
test_rebased (void)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (BvRulePack) other = bv_rule_book_find (office, "2024b", NULL);
  g_autoptr (GError) error = NULL;

  bv_database_exec (
      bv_office_get_database (office), "UPDATE session SET status = 'voting'", &error);
  g_assert_no_error (error);
  before = export();
  g_assert_true (bv_rule_book_rebase (office, movement_id, other, "Thử", &error));
  g_assert_no_error (error);
  after = export();
  g_assert_false (g_str_equal (after, before));
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  again = export();
  g_assert_true (g_str_equal (again, before)); /* too long to print */
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  path = test_folder_path ("So.bangvang");
  sample_office_write (path);
  office = bv_office_open (path, "Lan", BV_OFFICE_OPEN_NO_BACKUP, NULL);
  bv_database_query_integer (bv_office_get_database (office),
                             "SELECT id FROM movement ORDER BY start_on DESC LIMIT 1",
                             &movement_id,
                             NULL);
  g_test_add_func ("/frozen-rules/edited", test_edited);
  g_test_add_func ("/frozen-rules/rebased", test_rebased);
  result = g_test_run ();
  g_assert_true (bv_office_close (office, NULL));
  g_object_unref (office);
  test_folder_remove ();
  return result;
}
