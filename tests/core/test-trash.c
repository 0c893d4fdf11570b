/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleted rows come back as they were, with all that went with them, whatever happened since; and
 * what became of a row is told step by step. */
#include "config.h"

#include "bv-error.h"
#include "bv-language.h"
#include "bv-record.h"
#include "bv-row-timeline.h"
#include "bv-rule-book.h"
#include "bv-rule-pack-edit.h"
#include "bv-trash.h"
#include "test-folder.h"

#define N_ROUNDS 60

typedef struct
{
  char *path;
  BvOffice *office;
  gint64 movement, criterion;
} Fixture;

static gint64
save (Fixture *fixture, BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_office_save (fixture->office, record, &error));
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
add_department (Fixture *fixture, const char *name)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_department_kind);

  bv_record_set_text (record, "name", name);
  return save (fixture, record);
}

static gint64
add_person (Fixture *fixture, const char *name, gint64 department)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_person_kind);

  bv_record_set_text (record, "full_name", name);
  bv_record_set_integer (record, "department_id", department);
  return save (fixture, record);
}

static gint64
add_pledge (Fixture *fixture, gint64 subject, const char *text)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_pledge_kind);

  bv_record_set_integer (record, "movement_id", fixture->movement);
  bv_record_set_integer (record, "criterion_id", fixture->criterion);
  bv_record_set_integer (record, "subject_id", subject);
  bv_record_set_text (record, "commitment", text);
  return save (fixture, record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
  g_autoptr (GError) error = NULL;

  test_folder_make ();
  fixture->path = test_folder_path ("sở.bangvang");
  fixture->office = bv_office_create (fixture->path,
                                      "Sở Thử",
                                      NULL,
                                      "Lạng Sơn",
                                      NULL,
                                      "Kiểm thử",
                                      BV_OFFICE_OPEN_NO_BACKUP,
                                      &error);
  g_assert_no_error (error);
  bv_record_set_text (movement, "title", "Phong trào");
  bv_record_set_text (movement, "start_on", "2024-06-01");
  bv_record_set_text (movement, "end_on", "2024-08-30");
  fixture->movement = save (fixture, movement);
  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_text (criterion, "title", "Đối ngoại");
  bv_record_set_integer (criterion, "max_points", 2000);
  fixture->criterion = save (fixture, criterion);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_assert_finalize_object (fixture->office);
  g_free (fixture->path);
  test_folder_remove ();
}

static void
remove_row (Fixture *fixture, const BvKind *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_office_remove (fixture->office, kind, &id, 1, &error));
  g_assert_no_error (error);
}

static BvTrash *
read_trash (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvTrash *trash = bv_trash_new (fixture->office);

  g_assert_true (bv_trash_read (trash, G_MAXUINT, &error));
  g_assert_no_error (error);
  g_assert_true (bv_trash_has_ended (trash));
  return trash;
}

static BvTrashEntry *
find_entry (BvTrash *trash, gint64 id)
{
  GPtrArray *entries = bv_trash_get_entries (trash);

  for (guint i = 0; i < entries->len; i++)
    if (((BvTrashEntry *) g_ptr_array_index (entries, i))->id == id)
      return g_ptr_array_index (entries, i);
  return NULL;
}

static guint
restore (Fixture *fixture, gint64 id)
{
  g_autoptr (BvTrash) trash = read_trash (fixture);
  g_autoptr (GError) error = NULL;
  BvTrashEntry *entry = find_entry (trash, id);
  g_autoptr (GPtrArray) needed = NULL;

  g_assert_nonnull (entry);
  needed = bv_trash_list_needed (trash, entry, &error);
  g_assert_no_error (error);
  g_assert_true (bv_trash_restore (trash, needed, &error));
  g_assert_no_error (error);
  return needed->len;
}

/* Every column of the rows that hang on persons and departments, keys too. */
static char *
dump (Fixture *fixture)
{
  static const char *const tables[] = { "subject", "department", "person", "pledge", "posting" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[i]);
    g_autoptr (BvStatement) rows = bv_database_prepare (
        bv_office_get_database (fixture->office), sql, NULL);

    while (bv_statement_step (rows, NULL) == BV_STEP_ROW)
      for (int j = 0; j < bv_statement_get_n_columns (rows); j++) {
        g_autoptr (GBytes) blob = bv_statement_dup_blob (rows, j);
        g_autofree char *hash = blob ? g_compute_checksum_for_bytes (G_CHECKSUM_MD5, blob) : NULL;

        g_string_append_printf (text, "%s|", hash ? hash : "-");
      }
    g_string_append_c (text, '\n');
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_with_dependants (Fixture *fixture, gconstpointer data)
{
  gint64 department = add_department (fixture, "Phòng Lãnh sự");
  gint64 person = add_person (fixture, "Nông Văn Đạt", department);
  g_autofree char *before = NULL;
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (BvTrash) trash = NULL;
  BvTrashEntry *entry;

  add_pledge (fixture, person, "Dịch 12 tài liệu");
  add_pledge (fixture, person, "Học tiếng Trung");
  before = dump (fixture);
  remove_row (fixture, &bv_person_kind, person);
  without = dump (fixture);
  trash = read_trash (fixture);
  entry = find_entry (trash, person);
  g_assert_cmpuint (bv_trash_get_entries (trash)->len, ==, 1);
  g_assert_cmpstr (entry->name, ==, "Nông Văn Đạt");
  g_assert_cmpuint (entry->n_dependants, ==, 2);
  g_assert_cmpstr (entry->actor, ==, "Kiểm thử");
  g_assert_nonnull (strstr (entry->folded, "nong van dat"));
  g_assert_cmpuint (restore (fixture, person), ==, 1);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), NULL));
  undone = dump (fixture);
  g_assert_cmpstr (undone, ==, without);
}

/* A row that let go names it again, unless it names something else by now. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  gint64 department = add_department (fixture, "Phòng Lãnh sự");
  gint64 other = add_department (fixture, "Văn phòng");
  gint64 stays = add_person (fixture, "Nông Văn Đạt", department);
  gint64 moves = add_person (fixture, "Hoàng Thị Hường", department);
  g_autoptr (BvRecord) record = NULL;
  g_autoptr (BvRecord) again = NULL;
  g_autoptr (BvRecord) moved = NULL;

  remove_row (fixture, &bv_department_kind, department);
  record = bv_office_load (fixture->office, &bv_person_kind, moves, NULL);
  g_assert_true (bv_record_is_null (record, "department_id"));
  bv_record_set_integer (record, "department_id", other);
  save (fixture, record);
  restore (fixture, department);
  again = bv_office_load (fixture->office, &bv_person_kind, stays, NULL);
  moved = bv_office_load (fixture->office, &bv_person_kind, moves, NULL);
  g_assert_cmpint (bv_record_get_integer (again, "department_id"), ==, department);
  g_assert_cmpint (bv_record_get_integer (moved, "department_id"), ==, other);
}

/* A person whose department was deleted later comes back with it. */
static void
test_needed (Fixture *fixture, gconstpointer data)
{
  gint64 department = add_department (fixture, "Phòng Lãnh sự");
  gint64 person = add_person (fixture, "Nông Văn Đạt", department);
  gint64 pledge = add_pledge (fixture, person, "Dịch 12 tài liệu");
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (BvTrash) trash = NULL;
  g_autoptr (GPtrArray) needed = NULL;

  remove_row (fixture, &bv_pledge_kind, pledge);
  remove_row (fixture, &bv_person_kind, person);
  remove_row (fixture, &bv_department_kind, department);
  trash = read_trash (fixture);
  needed = bv_trash_list_needed (trash, find_entry (trash, pledge), NULL);
  g_assert_cmpuint (needed->len, ==, 3);
  g_assert_cmpint (((BvTrashEntry *) needed->pdata[0])->id, ==, department);
  g_assert_cmpint (((BvTrashEntry *) needed->pdata[2])->id, ==, pledge);
  g_assert_cmpuint (restore (fixture, pledge), ==, 3);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* What was never deleted but undone is nowhere: the row says so and nothing is changed. */
static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  gint64 person = add_person (fixture, "Nông Văn Đạt", 0);
  gint64 pledge = add_pledge (fixture, person, "Dịch 12 tài liệu");
  g_autoptr (BvTrash) trash = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) needed = NULL;

  remove_row (fixture, &bv_pledge_kind, pledge);
  g_assert_true (bv_database_exec (
      bv_office_get_database (fixture->office), "DELETE FROM person; DELETE FROM subject", NULL));
  trash = read_trash (fixture);
  needed = bv_trash_list_needed (trash, find_entry (trash, pledge), &error);
  g_assert_null (needed);
  g_assert_error (error, BV_ERROR, BV_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Dịch 12 tài liệu"));
  g_assert_false (bv_history_is_open (history));
}

static void
test_back_already (Fixture *fixture, gconstpointer data)
{
  gint64 department = add_department (fixture, "Phòng Lãnh sự");
  g_autoptr (BvTrash) trash = NULL;
  g_autoptr (BvTrash) later = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  remove_row (fixture, &bv_department_kind, department);
  trash = read_trash (fixture);
  g_ptr_array_add (entries, find_entry (trash, department));
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), NULL));
  g_assert_false (bv_trash_restore (trash, entries, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CONFLICT);
  later = read_trash (fixture);
  g_assert_cmpuint (bv_trash_get_entries (later)->len, ==, 0);
}

static void
edit_something (Fixture *fixture, GRand *random, gint64 kept)
{
  g_autoptr (BvRecord) record = bv_office_load (fixture->office, &bv_department_kind, kept, NULL);
  g_autofree char *note = g_strdup_printf ("lần %u", g_rand_int (random));
  gint64 extra;

  bv_record_set_text (record, "note", note);
  save (fixture, record);
  extra = add_person (fixture, note, kept);
  add_pledge (fixture, extra, note);
  if (g_rand_boolean (random))
    remove_row (fixture, &bv_person_kind, extra);
}

/* The rows of one person as they are, without what others are. */
static char *
dump_person (Fixture *fixture, gint64 person)
{
  g_autoptr (BvRecord) record = bv_office_load (fixture->office, &bv_person_kind, person, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BvStatement) pledges = bv_database_prepare (
      bv_office_get_database (fixture->office),
      "SELECT id, commitment, hex (commitment_key) FROM pledge WHERE subject_id = ?1 ORDER BY id",
      NULL);

  g_assert_nonnull (record);
  for (guint i = 0; i < bv_person_kind.n_fields; i++) {
    g_autofree char *shown = bv_field_format (
        &bv_person_kind.fields[i], bv_record_get_value (record, bv_person_kind.fields[i].name));
    g_string_append_printf (text, "%s|", shown);
  }
  bv_statement_bind_integer (pledges, 1, person);
  while (bv_statement_step (pledges, NULL) == BV_STEP_ROW)
    for (int i = 0; i < 3; i++)
      g_string_append_printf (text, "%s|", bv_statement_get_text (pledges, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Rows deleted among many edits, brought back in any order after them, are the same rows. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  gint64 kept = add_department (fixture, "Văn phòng");
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_ROUNDS; i++) {
    g_autofree char *name = g_strdup_printf ("Người Thứ %u", i);
    gint64 department = g_rand_boolean (random) ? kept : add_department (fixture, name);
    gint64 person = add_person (fixture, name, department);

    for (int j = g_rand_int_range (random, 0, 4); j > 0; j--)
      add_pledge (fixture, person, name);
    g_ptr_array_add (dumps, dump_person (fixture, person));
    g_array_append_val (deleted, person);
    remove_row (fixture, &bv_person_kind, person);
    if (department != kept && g_rand_boolean (random))
      remove_row (fixture, &bv_department_kind, department);
    edit_something (fixture, random, kept);
  }
  while (deleted->len > 0) {
    guint i = (guint) g_rand_int_range (random, 0, (gint32) deleted->len);
    gint64 person = g_array_index (deleted, gint64, i);
    g_autofree char *again = NULL;

    restore (fixture, person);
    again = dump_person (fixture, person);
    g_assert_cmpstr (again, ==, g_ptr_array_index (dumps, i));
    g_array_remove_index (deleted, i);
    g_ptr_array_remove_index (dumps, i);
    edit_something (fixture, random, kept);
  }
}

static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  gint64 department = add_department (fixture, "Phòng Lãnh sự");
  g_autoptr (BvRecord) record = bv_office_load (
      fixture->office, &bv_department_kind, department, NULL);
  g_autoptr (BvRowTimeline) timeline = NULL;
  GPtrArray *events;
  const BvRowEvent *event;

  for (guint i = 0; i < 30; i++)
    add_department (fixture, "Phòng khác");
  bv_record_set_text (record, "name", "Phòng Biên giới");
  bv_record_set_text (record, "short_name", "BG");
  save (fixture, record);
  bv_record_set_text (record, "note", "bị hoàn tác");
  save (fixture, record);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), NULL));
  remove_row (fixture, &bv_department_kind, department);
  restore (fixture, department);

  timeline = bv_row_timeline_new (fixture->office, &bv_department_kind, department);
  events = bv_row_timeline_get_events (timeline);
  g_assert_true (bv_row_timeline_read (timeline, 2, NULL));
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_false (bv_row_timeline_has_ended (timeline));
  g_assert_true (bv_row_timeline_read (timeline, 20, NULL));
  g_assert_true (bv_row_timeline_has_ended (timeline));
  g_assert_cmpuint (events->len, ==, 4);
  g_assert_cmpint (((BvRowEvent *) events->pdata[0])->type, ==, BV_CHANGE_INSERT);
  g_assert_cmpint (((BvRowEvent *) events->pdata[1])->type, ==, BV_CHANGE_DELETE);
  event = events->pdata[2];
  g_assert_cmpint (event->type, ==, BV_CHANGE_UPDATE);
  g_assert_cmpstr (event->actor, ==, "Kiểm thử");
  g_assert_cmpuint (event->lines->len, ==, 2);
  g_assert_cmpstr (event->lines->pdata[0], ==, "Department name: Phòng Lãnh sự → Phòng Biên giới");
  g_assert_cmpstr (event->lines->pdata[1], ==, "Short name: (blank) → BG");
  g_assert_cmpint (((BvRowEvent *) events->pdata[3])->type, ==, BV_CHANGE_INSERT);
}

/* A change of a pack names the figure, not two long texts. */
static void
test_rule_pack (Fixture *fixture, gconstpointer data)
{
  guint n_packs = 0;
  BvRulePack *const *packs = bv_rule_book_get_shipped (&n_packs);
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autofree char *json = bv_rule_pack_to_json (packs[n_packs - 1]);
  g_autoptr (BvRulePack) pack = bv_rule_pack_parse (json, -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 id = bv_rule_book_save (fixture->office, pack, 0, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < BV_N_RULE_GROUPS && !told; i++) {
    const BvRuleGroup *group = bv_rule_group_get (i);
    gpointer row = group->row_size ? NULL : bv_rule_group_get_struct (group, pack);

    for (guint j = 0; row && j < group->n_fields && !told; j++)
      if (bv_rule_pack_edit_set (pack, group, row, &group->fields[j], "7", NULL)) {
        told = bv_rule_pack_edit_compare (packs[n_packs - 1], pack);
        if (told->len == 0)
          g_clear_pointer (&told, g_ptr_array_unref);
      }
  }
  g_assert_nonnull (told);
  bv_rule_book_save (fixture->office, pack, id, &error);
  g_assert_no_error (error);
  steps = bv_history_list_steps (history, NULL, NULL, NULL, NULL, &error);
  lines = bv_history_describe_step (history, g_array_index (steps, gint64, 0), 50, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (lines[0], g_ptr_array_index (told, 0)));
  for (guint i = 0; lines[i]; i++)
    g_assert_null (strchr (lines[i], '{'));
}

#define ADD(name, func) g_test_add ("/trash/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  ADD ("with-dependants", test_with_dependants);
  ADD ("let-go", test_let_go);
  ADD ("needed", test_needed);
  ADD ("nowhere", test_nowhere);
  ADD ("back-already", test_back_already);
  ADD ("random", test_random);
  ADD ("timeline", test_timeline);
  ADD ("rule-pack", test_rule_pack);
  return g_test_run ();
}
