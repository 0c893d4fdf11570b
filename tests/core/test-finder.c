/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows found as one types: at every letter what a plain look through all rows finds, numbers of
 * documents, namesakes, rows that are found by what is not in sight. */
#include "config.h"

#include "bv-catalogue.h"
#include "bv-finder.h"
#include "bv-fold.h"
#include "bv-history.h"
#include "bv-language.h"
#include "bv-quick-search.h"
#include "bv-record.h"
#include "test-folder.h"

#define N_ROWS 3000
#define N_QUERIES 400
#define SHOWN 6

typedef struct
{
  char *path;
  BvOffice *office;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
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
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_assert_finalize_object (fixture->office);
  g_free (fixture->path);
  test_folder_remove ();
}

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
add_person (Fixture *fixture, const char *name, const char *born, gint64 department)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_person_kind);

  bv_record_set_text (record, "full_name", name);
  bv_record_set_text (record, "birth_date", born);
  bv_record_set_integer (record, "department_id", department);
  return save (fixture, record);
}

static gint64
add_movement (Fixture *fixture, const char *title)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_movement_kind);

  bv_record_set_text (record, "title", title);
  bv_record_set_text (record, "start_on", "2024-06-01");
  bv_record_set_text (record, "end_on", "2024-08-30");
  return save (fixture, record);
}

static gint64
add_decision (Fixture *fixture, gint64 movement, const char *number, const char *title)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_decision_kind);

  bv_record_set_integer (record, "movement_id", movement);
  bv_record_set_text (record, "number", number);
  bv_record_set_text (record, "issued_on", "2024-09-02");
  bv_record_set_text (record, "title", title);
  return save (fixture, record);
}

static GPtrArray *
find (Fixture *fixture, const BvKind *kind, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvFinder) finder = bv_finder_new (fixture->office, 0);
  GPtrArray *found = bv_finder_find (finder, kind, typed, SHOWN, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_namesakes (Fixture *fixture, gconstpointer data)
{
  gint64 first = add_department (fixture, "Văn phòng");
  gint64 second = add_department (fixture, "Phòng Lãnh sự");
  gint64 old = add_person (fixture, "Hoàng Thị Hường", "1970-02-03", first);
  gint64 young = add_person (fixture, "Hoàng Thị Hường", "1990-02-03", second);
  g_autoptr (GPtrArray) found = find (fixture, &bv_person_kind, "hoang thi huong");
  const BvFinding *newest, *oldest;

  g_assert_cmpuint (found->len, ==, 2);
  newest = g_ptr_array_index (found, 0);
  oldest = g_ptr_array_index (found, 1);
  g_assert_cmpint (newest->id, ==, young);
  g_assert_cmpint (oldest->id, ==, old);
  g_assert_cmpstr (newest->title, ==, "Hoàng Thị Hường");
  g_assert_nonnull (strstr (newest->context, "Phòng Lãnh sự"));
  g_assert_nonnull (strstr (newest->context, "1990"));
  g_assert_nonnull (strstr (oldest->context, "Văn phòng"));
  g_assert_nonnull (strstr (oldest->context, "1970"));
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  gint64 movement = add_movement (fixture, "Phong trào");
  gint64 wanted = add_decision (fixture, movement, "123/QĐ-SNgV", "Khen thưởng");
  static const char *const typed[] = { "1", "12", "123", "123/", "123/Q", "123/qđ", "123/QD-sn" };

  for (guint i = 0; i < SHOWN * 2; i++)
    add_decision (fixture, movement, "9/QĐ", "Thay Quyết định 123/QĐ-SNgV và 12, 1");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (GPtrArray) found = find (fixture, &bv_decision_kind, typed[i]);
    const BvFinding *first;

    g_assert_cmpuint (found->len, ==, SHOWN);
    first = g_ptr_array_index (found, 0);
    g_assert_cmpint (first->id, ==, wanted);
    g_assert_true (first->by_number);
    g_assert_false (((BvFinding *) g_ptr_array_index (found, 1))->by_number);
  }
}

/* The number of a document is found wherever it stands. */
static void
test_all_numbers (Fixture *fixture, gconstpointer data)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++) {
      const BvField *field = &kinds[i]->fields[j];

      g_test_message ("%s.%s", kinds[i]->table, field->name);
      if (field->type == BV_FIELD_TEXT
          && (g_str_equal (field->name, "number") || g_str_has_suffix (field->name, "_number")))
        g_assert_true (field->flags & BV_FIELD_SEARCHED);
    }
}

/* A file that was searched by fewer fields is searched by all of them once it is opened. */
static void
test_indexed_again (Fixture *fixture, gconstpointer data)
{
  gint64 movement = add_movement (fixture, "Phong trào");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  add_decision (fixture, movement, "123/QĐ-SNgV", "Khen thưởng");
  bv_database_exec (bv_office_get_database (fixture->office),
                    "DELETE FROM search; UPDATE file SET searched ="
                    " replace (searched, 'decision number', 'decision')",
                    &error);
  g_assert_no_error (error);
  g_assert_true (bv_office_close (fixture->office, &error));
  g_assert_finalize_object (fixture->office);
  fixture->office = bv_office_open (fixture->path, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  found = find (fixture, &bv_decision_kind, "123");
  g_assert_cmpuint (found->len, ==, 1);
  g_ptr_array_unref (g_steal_pointer (&found));
  found = find (fixture, &bv_movement_kind, "phong");
  g_assert_cmpuint (found->len, ==, 0); /* nothing has to be done for those that did not change */
}

static void
test_context (Fixture *fixture, gconstpointer data)
{
  gint64 movement = add_movement (fixture, "Phong trào cũ");
  g_autoptr (BvRecord) person = NULL;
  gint64 id = add_person (fixture, "Nông Văn Đạt", "1980-01-01", 0);
  g_autoptr (BvFinder) finder = bv_finder_new (fixture->office, movement);
  g_autoptr (BvFinding) recent = NULL;
  g_autoptr (GPtrArray) found = NULL;

  add_decision (fixture, movement, "1/QĐ", "Tặng Giấy khen");
  found = find (fixture, &bv_decision_kind, "giay khen");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_nonnull (strstr (((BvFinding *) found->pdata[0])->context, "Phong trào cũ"));

  person = bv_office_load (fixture->office, &bv_person_kind, id, NULL);
  bv_record_set_text (person, "note", "thạo tiếng Tày");
  save (fixture, person);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = find (fixture, &bv_person_kind, "tay");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_nonnull (strstr (((BvFinding *) found->pdata[0])->context, "thạo tiếng Tày"));
  recent = bv_finder_load (finder, &bv_person_kind, id);
  g_assert_cmpstr (recent->title, ==, "Nông Văn Đạt");
  g_assert_null (strstr (recent->context, "Tày"));
  g_assert_null (bv_finder_load (finder, &bv_person_kind, movement));
}

/* Typing on, back and elsewhere with one finder finds what a new one finds. */
static void
test_typing_on (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "p",     "ph",      "pho",     "phox",     "phox y",
                                       "pho",   "phong",   "phong l", "phong la", "phong lan",
                                       "phong", "phong v", "van",     "vanx",     "van p" };
  g_autoptr (BvFinder) finder = bv_finder_new (fixture->office, 0);

  add_department (fixture, "Văn phòng");
  add_department (fixture, "Phòng Lãnh sự");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (GPtrArray) anew = find (fixture, &bv_department_kind, typed[i]);
    g_autoptr (GPtrArray) found = bv_finder_find (
        finder, &bv_department_kind, typed[i], SHOWN, NULL);

    g_assert_cmpuint (found->len, ==, anew->len);
  }
}

/* Syllables of very different frequency, many with a common beginning. */
static char *
make_words (GRand *random)
{
  static const char *const common[] = { "quyết", "quyền", "quy", "định", "đại", "1" };
  static const char *const rare[] = { "quỳnh", "quạnh", "quých", "đinh", "ấp", "12" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4; i++) {
    gboolean seldom = g_rand_int_range (random, 0, 200) == 0;
    const char *word = seldom ? rare[g_rand_int_range (random, 0, G_N_ELEMENTS (rare))]
                              : common[g_rand_int_range (random, 0, G_N_ELEMENTS (common))];

    g_string_append_printf (text, "%s%s", i ? " " : "", word);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_all_words (const char *text, const char *typed)
{
  g_autofree char *folded_text = bv_fold (text);
  g_autofree char *folded = bv_fold (typed);
  g_autofree char *spaced = g_strdup_printf (" %s ", folded_text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i]; i++) {
    g_autofree char *wanted = g_strdup_printf (" %s%s", words[i], words[i + 1] ? " " : "");
    if (!strstr (spaced, wanted))
      return FALSE;
  }
  return TRUE;
}

static guint
count_by_hand (GHashTable *names, const char *typed)
{
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    n += has_all_words (name, typed);
  return n;
}

/* Every hit is one, none comes twice, and as many come as there are up to the limit; a beginning of
 * one letter alone may miss what is rare. */
static void
check_typed (Fixture *fixture, GHashTable *names, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvQuickSearch) search = bv_quick_search_new (fixture->office);
  g_autoptr (GArray) ids = bv_quick_search_find (search, &bv_department_kind, typed, SHOWN, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  const char *space = strrchr (typed, ' ');

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++) {
    gint64 *id = &g_array_index (ids, gint64, i);

    g_assert_true (g_hash_table_add (seen, id));
    g_assert_true (has_all_words (g_hash_table_lookup (names, id), typed));
  }
  if (g_utf8_strlen (space ? space + 1 : typed, -1) > 1)
    g_assert_cmpuint (ids->len, ==, MIN (SHOWN, count_by_hand (names, typed)));
}

static void
test_every_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GHashTable) names = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, g_free);
  BvHistory *history = bv_office_get_history (fixture->office);

  g_assert_true (bv_history_begin (history, "Nạp", NULL));
  for (guint i = 0; i < N_ROWS; i++) {
    char *name = make_words (random);
    gint64 id = add_department (fixture, name);

    g_hash_table_insert (names, g_memdup2 (&id, sizeof id), name);
  }
  g_assert_true (bv_history_commit (history, NULL));
  for (guint i = 0; i < N_QUERIES; i++) {
    g_autofree char *typed = make_words (random);
    glong length = g_utf8_strlen (typed, -1);
    g_autofree char *part = g_utf8_substring (
        typed, 0, g_rand_int_range (random, 1, (gint32) length + 1));

    g_strchomp (part);
    check_typed (fixture, names, part);
  }
  check_typed (fixture, names, "quyn");
  check_typed (fixture, names, "quynh");
  check_typed (fixture, names, "khong co");
  check_typed (fixture, names, "\"* OR NEAR(");
}

#define ADD(name, func) g_test_add ("/finder/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  ADD ("namesakes", test_namesakes);
  ADD ("numbers", test_numbers);
  ADD ("all-numbers", test_all_numbers);
  ADD ("indexed-again", test_indexed_again);
  ADD ("context", test_context);
  ADD ("typing-on", test_typing_on);
  ADD ("every-letter", test_every_letter);
  return g_test_run ();
}
