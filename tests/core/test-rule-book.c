/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rule pack counts: by date, frozen at the launch, confirmed, and changed only with a reason.
 */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-assessment.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-rule-book.h"
#include "bv-rule-pack-edit.h"

typedef struct
{
  BvOffice *office;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/%p.bangvang", test_folder, (void *) fixture);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  fixture->office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_object_unref (fixture->office);
}

static gint64
add_movement (Fixture *fixture, const char *start_on, const char *status)
{
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (GError) error = NULL;

  bv_record_set_text (movement, "title", "Chào mừng ngày truyền thống");
  bv_record_set_text (movement, "start_on", start_on);
  bv_record_set_text (movement, "status", status);
  g_assert_true (bv_office_save (fixture->office, movement, &error));
  g_assert_no_error (error);
  return bv_record_get_id (movement);
}

static void
set_status (Fixture *fixture, gint64 id, const char *status)
{
  g_autoptr (BvRecord) movement = bv_office_load (fixture->office, &bv_movement_kind, id, NULL);
  g_autoptr (GError) error = NULL;

  bv_record_set_text (movement, "status", status);
  g_assert_true (bv_office_save (fixture->office, movement, &error));
  g_assert_no_error (error);
}

static char *
dup_frozen (Fixture *fixture, gint64 id)
{
  g_autoptr (BvRecord) movement = bv_office_load (fixture->office, &bv_movement_kind, id, NULL);

  return g_strdup (bv_record_get_text (movement, "rule_pack"));
}

static void
test_by_date (Fixture *fixture, gconstpointer data)
{
  static const char *const days[][2] = {
    { "2019-05-01", "2024" },   { "2024-01-01", "2024" }, { "2025-06-30", "2024" },
    { "2025-07-01", "2025" },   { "2026-09-30", "2025" }, { "2026-10-01", "2026q4" },
    { "2031-01-01", "2026q4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (BvRulePack) pack = bv_rule_book_choose (fixture->office, days[i][0], NULL);
    gint64 id = add_movement (fixture, days[i][0], "draft");
    g_autoptr (BvRulePack) own = bv_rule_book_load (fixture->office, id, NULL);
    g_assert_cmpstr (pack->code, ==, days[i][1]);
    g_assert_cmpstr (own->code, ==, days[i][1]);
  }
}

/* A copy of @code with another share of women. */
static BvRulePack *
edit (const char *code, const char *new_code, const char *percent, BvOffice *office)
{
  g_autoptr (BvRulePack) pack = bv_rule_book_find (office, code, NULL);
  BvRulePack *copy = bv_rule_pack_copy (pack);
  const BvRuleGroup *head = bv_rule_group_get (0);
  const BvRuleGroup *ranking = bv_rule_group_find ("ranking");

  g_assert_true (bv_rule_pack_edit_set (copy,
                                        ranking,
                                        bv_rule_group_get_struct (ranking, copy),
                                        bv_rule_group_find_field (ranking, "women_percent"),
                                        percent,
                                        NULL));
  g_assert_true (bv_rule_pack_edit_set (
      copy, head, copy, bv_rule_group_find_field (head, "code"), new_code, NULL));
  return copy;
}

static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_movement (fixture, "2024-06-01", "draft");
  g_autoptr (BvRulePack) first = edit ("2024", "2024", "60", fixture->office);
  g_autoptr (BvRulePack) second = edit ("2024", "2024", "80", fixture->office);
  g_autoptr (BvRulePack) pack = NULL;
  g_autofree char *none = dup_frozen (fixture, id);
  g_autofree char *frozen = NULL;
  g_autofree char *later = NULL;
  gint64 row;

  g_assert_cmpstr (none, ==, "");
  row = bv_rule_book_save (fixture->office, first, 0, NULL);
  g_assert_cmpint (row, !=, 0);
  set_status (fixture, id, "launched");
  frozen = dup_frozen (fixture, id);
  /* edited, closed, opened again, or gone: the movement keeps what it has */
  g_assert_cmpint (bv_rule_book_save (fixture->office, second, row, NULL), ==, row);
  set_status (fixture, id, "draft");
  set_status (fixture, id, "launched");
  g_assert_true (bv_office_remove (fixture->office, &bv_rule_pack_kind, &row, 1, NULL));
  set_status (fixture, id, "closed");
  later = dup_frozen (fixture, id);
  g_assert_cmpstr (later, ==, frozen);
  pack = bv_rule_book_load (fixture->office, id, NULL);
  g_assert_cmpint (pack->ranking.women_percent, ==, 60);
}

static void
test_own_packs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRulePack) same = edit ("2025", "2025", "60", fixture->office);
  g_autoptr (BvRulePack) other = edit ("2025", "SNgV-2025", "65", fixture->office);
  g_autoptr (BvRulePack) chosen = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_rule_book_save (fixture->office, same, 0, &error), !=, 0);
  g_assert_cmpint (bv_rule_book_save (fixture->office, same, 0, &error), ==, 0);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  entries = bv_rule_book_list (fixture->office, &error);
  g_assert_cmpint (entries->len, ==, 3);
  g_assert_cmpint (((BvRuleEntry *) g_ptr_array_index (entries, 1))->id, !=, 0);
  g_assert_cmpint (bv_rule_book_save (fixture->office, other, 0, &error), !=, 0);
  chosen = bv_rule_book_choose (fixture->office, "2025-08-01", &error);
  g_assert_cmpstr (chosen->code, ==, "SNgV-2025");
  g_assert_no_error (error);
}

/* What cannot be read as a pack is not kept as one. */
static void
test_bad_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) row = bv_record_new (&bv_rule_pack_kind);
  g_autoptr (GError) error = NULL;

  bv_record_set_text (row, "code", "a");
  bv_record_set_text (row, "title", "a");
  bv_record_set_text (row, "valid_from", "2024-01-01");
  bv_record_set_text (row, "content", "{\n\"format\": 7\n}");
  g_assert_false (bv_office_save (fixture->office, row, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "Line 2"));
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_movement (fixture, "2024-06-01", "launched");
  gint64 other = add_movement (fixture, "2025-08-01", "launched");
  g_autoptr (BvRulePack) before = bv_rule_book_load (fixture->office, id, NULL);
  g_autoptr (BvRulePack) after = NULL;
  g_autoptr (BvRulePack) apart = NULL;
  g_autoptr (BvRulePack) undone = NULL;
  g_autofree char *frozen = dup_frozen (fixture, id);
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_rule_book_confirm (fixture->office, "2024", "vote.quorum", " ", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (
      bv_rule_book_confirm (fixture->office, "2024", "vote.quorum", "12/QĐ-SNgV", &error));
  after = bv_rule_book_load (fixture->office, id, NULL);
  g_assert_cmpstr (bv_rule_pack_get_document (after, "vote.quorum"), ==, "12/QĐ-SNgV");
  g_assert_cmpint (
      bv_rule_pack_count_unconfirmed (after), ==, bv_rule_pack_count_unconfirmed (before) - 1);
  apart = bv_rule_book_load (fixture->office, other, NULL);
  g_assert_true (bv_rule_pack_is_unconfirmed (apart, "vote.quorum"));
  /* one step, undone as one */
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_no_error (error);
  now = dup_frozen (fixture, id);
  g_assert_cmpstr (now, ==, frozen);
  undone = bv_rule_book_find (fixture->office, "2024", NULL);
  g_assert_true (bv_rule_pack_is_unconfirmed (undone, "vote.quorum"));
}

/* A movement that froze another figure does not get a confirmation that is not about it. */
static void
test_confirm_other_figure (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_movement (fixture, "2024-06-01", "launched");
  g_autoptr (BvRulePack) edited = edit ("2024", "2024", "60", fixture->office);
  g_autoptr (BvRulePack) after = NULL;

  g_assert_cmpint (bv_rule_book_save (fixture->office, edited, 0, NULL), !=, 0);
  g_assert_true (
      bv_rule_book_confirm (fixture->office, "2024", "ranking.women_percent", "1/QĐ", NULL));
  after = bv_rule_book_load (fixture->office, id, NULL);
  g_assert_true (bv_rule_pack_is_unconfirmed (after, "ranking.women_percent"));
}

static void
test_rebase (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_movement (fixture, "2024-06-01", "launched");
  g_autoptr (BvRulePack) new = bv_rule_book_find (fixture->office, "2025", NULL);
  g_autoptr (BvRulePack) now = NULL;
  g_autoptr (BvRecord) movement = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_rule_book_rebase (fixture->office, id, new, "", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (bv_rule_book_rebase (fixture->office, id, new, "Theo công văn 5/SNV", &error));
  now = bv_rule_book_load (fixture->office, id, NULL);
  g_assert_cmpstr (now->code, ==, "2025");
  movement = bv_office_load (fixture->office, &bv_movement_kind, id, NULL);
  g_assert_cmpstr (bv_record_get_text (movement, "rule_pack_code"), ==, "2025");
  g_assert_nonnull (
      strstr (bv_record_get_text (movement, "rebase_reason"), "2024 → 2025. Theo công văn"));
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  bv_rule_pack_unref (g_steal_pointer (&now));
  now = bv_rule_book_load (fixture->office, id, NULL);
  g_assert_cmpstr (now->code, ==, "2024");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "by-date", test_by_date },     { "frozen", test_frozen },
    { "own-packs", test_own_packs }, { "bad-row", test_bad_row },
    { "confirm", test_confirm },     { "confirm-other-figure", test_confirm_other_figure },
    { "rebase", test_rebase },
  };

  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/rule-book/", tests[i].name, NULL);
    g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
  }
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
