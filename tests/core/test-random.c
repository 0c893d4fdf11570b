/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits over all kinds, undone to the beginning and redone to the end: every table must be
 * byte for byte as it was, and the search index must agree with the rows at each end. */
#include "config.h"

#include "bv-catalogue.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-office.h"
#include "bv-record.h"
#include "bv-schema.h"
#include "bv-search.h"

#include <glib/gstdio.h>

#define N_EDITS 10000
/* A table does not grow beyond this, so that removals keep pace. */
#define MOST_ROWS 40

static const char *const syllables[] = { "Nguyễn", "Hoàng", "Đàm",  "Nông",
                                         "Triệu",  "Hường", "Đạt",  "biên giới",
                                         "ĐỐI",    "ngoại", "=1+1", "“ngoặc”",
                                         "ưỡ",     "ẩm",    "a'b",  "dòng\nmới" };

typedef struct
{
  GRand *random;
  BvOffice *office;
  GHashTable *ids; /* BvKind -> GArray of gint64 */
  guint n_done;
} Play;

static GArray *
get_ids (Play *play, const BvKind *kind)
{
  GArray *ids = g_hash_table_lookup (play->ids, kind);

  if (!ids) {
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_hash_table_insert (play->ids, (gpointer) kind, ids);
  }
  return ids;
}

static void
reload_ids (Play *play)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", kinds[i]->table);
    g_autoptr (BvStatement) rows = bv_database_prepare (
        bv_office_get_database (play->office), sql, NULL);
    GArray *ids = get_ids (play, kinds[i]);
    g_array_set_size (ids, 0);
    while (bv_statement_step (rows, NULL) == BV_STEP_ROW) {
      gint64 id = bv_statement_get_integer (rows, 0);
      g_array_append_val (ids, id);
    }
  }
}

static gint64
pick (Play *play, const BvKind *kind)
{
  GArray *ids = get_ids (play, kind);

  return ids->len
             ? g_array_index (ids, gint64, g_rand_int_range (play->random, 0, (gint32) ids->len))
             : 0;
}

static void
set_text (Play *play, BvRecord *record, const BvField *field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n = g_rand_int_range (play->random, 1, 6);

  for (int i = 0; i < n; i++)
    g_string_append_printf (
        text,
        "%s%s",
        i ? " " : "",
        syllables[g_rand_int_range (play->random, 0, G_N_ELEMENTS (syllables))]);
  if (field->maximum && g_utf8_strlen (text->str, -1) > field->maximum)
    g_string_assign (text, "ngắn");
  bv_record_set_text (record, field->name, text->str);
}

static void
set_choice (Play *play, BvRecord *record, const BvField *field)
{
  guint n = 0;

  while (field->choices[n].value)
    n++;
  bv_record_set_text (
      record, field->name, field->choices[g_rand_int_range (play->random, 0, (gint32) n)].value);
}

static void
set_number (Play *play, BvRecord *record, const BvField *field)
{
  gint64 most = field->maximum && field->maximum < 1000 ? field->maximum : 1000;

  bv_record_set_integer (
      record, field->name, g_rand_int_range (play->random, 0, (gint32) most + 1));
}

static void
set_date (Play *play, BvRecord *record, const BvField *field)
{
  g_autofree char *date = g_strdup_printf ("20%02d-%02d-%02d",
                                           g_rand_int_range (play->random, 0, 25),
                                           g_rand_int_range (play->random, 1, 13),
                                           g_rand_int_range (play->random, 1, 29));

  bv_record_set_text (record, field->name, date);
}

static void
set_random (Play *play, BvRecord *record, const BvField *field)
{
  if (!(field->flags & BV_FIELD_REQUIRED) && g_rand_int_range (play->random, 0, 5) == 0)
    bv_record_set_null (record, field->name);
  else if (field->type == BV_FIELD_SUBJECT)
    bv_record_set_integer (
        record,
        field->name,
        pick (play, g_rand_boolean (play->random) ? &bv_person_kind : &bv_department_kind));
  else if (field->type == BV_FIELD_REFERENCE)
    bv_record_set_integer (record, field->name, pick (play, field->kind));
  else if (field->type == BV_FIELD_CHOICE)
    set_choice (play, record, field);
  else if (field->type == BV_FIELD_DATE)
    set_date (play, record, field);
  else if (field->type == BV_FIELD_BOOLEAN)
    bv_record_set_integer (record, field->name, g_rand_boolean (play->random));
  else if (bv_field_is_number (field))
    set_number (play, record, field);
  else
    set_text (play, record, field);
}

static gboolean
save_random (Play *play, const BvKind *kind, GError **error)
{
  gint64 id = pick (play, kind);
  gboolean fresh = id == 0
                   || (!(kind->flags & BV_KIND_SINGLE) && get_ids (play, kind)->len < MOST_ROWS
                       && g_rand_boolean (play->random));
  g_autoptr (BvRecord) record = fresh ? bv_record_new (kind)
                                      : bv_office_load (play->office, kind, id, error);

  g_assert_nonnull (record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (fresh || g_rand_int_range (play->random, 0, 4) == 0)
      set_random (play, record, &kind->fields[i]);
  return bv_office_save (play->office, record, error);
}

static gboolean
remove_random (Play *play, const BvKind *kind, GError **error)
{
  gint64 id = pick (play, kind);

  return (kind->flags & BV_KIND_SINGLE) || id == 0
         || bv_office_remove (play->office, kind, &id, 1, error);
}

/* Several kinds in one step, as an import or a proposal run makes them. */
static gboolean
edit_several (Play *play, const BvKind *const *kinds, guint n_kinds, GError **error)
{
  BvHistory *history = bv_office_get_history (play->office);

  if (!bv_history_begin (history, "several", error))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    if (!save_random (play, kinds[g_rand_int_range (play->random, 0, (gint32) n_kinds)], error)) {
      bv_history_abort (history);
      return FALSE;
    }
  return bv_history_commit (history, error);
}

static void
edit (Play *play, const BvKind *const *kinds, guint n_kinds)
{
  const BvKind *kind = kinds[g_rand_int_range (play->random, 0, (gint32) n_kinds)];
  g_autoptr (GError) error = NULL;
  int what = g_rand_int_range (play->random, 0, 12);
  gboolean done;

  if (what == 0)
    done = remove_random (play, kind, &error);
  else if (what == 1)
    done = edit_several (play, kinds, n_kinds, &error);
  else
    done = save_random (play, kind, &error);
  if (!done)
    g_assert_error (error,
                    BV_ERROR,
                    BV_ERROR_INVALID); /* a random value may break a rule, nothing else may fail */
  else
    play->n_done++;
  g_assert_false (bv_history_is_open (bv_office_get_history (play->office)));
  reload_ids (play);
}

/* Dumps */

static void
add_row (GChecksum *sum, BvStatement *row)
{
  for (int i = 0; i < bv_statement_get_n_columns (row); i++) {
    g_autoptr (GBytes) bytes = bv_statement_is_null (row, i) ? NULL
                                                             : bv_statement_dup_blob (row, i);
    gsize size = 0;
    const guchar *data = bytes ? g_bytes_get_data (bytes, &size) : NULL;
    guint64 mark = bytes ? size : G_MAXUINT64;
    g_checksum_update (sum, (const guchar *) &mark, sizeof mark);
    if (size)
      g_checksum_update (sum, data, (gssize) size);
  }
}

static char *
dump_table (BvOffice *office, const char *table, const char *key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", table, key);
  g_autoptr (BvStatement) rows = bv_database_prepare (bv_office_get_database (office), sql, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  while (bv_statement_step (rows, NULL) == BV_STEP_ROW)
    add_row (sum, rows);
  return g_strdup (g_checksum_get_string (sum));
}

static char *
dump (BvOffice *office)
{
  const char *const *tables = bv_schema_get_tracked ();
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *search = dump_table (office, "search", "rowid");

  for (guint i = 0; tables[i]; i++) {
    g_autofree char *sum = dump_table (office, tables[i], "id");
    g_string_append_printf (all, "%s %s\n", tables[i], sum);
  }
  g_string_append_printf (all, "search %s\n", search);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
move_to_end (BvOffice *office, gboolean undo, guint expected)
{
  BvHistory *history = bv_office_get_history (office);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (undo ? bv_history_undo (history, &error) : bv_history_redo (history, &error))
    n++;
  g_assert_error (error, BV_ERROR, BV_ERROR_NOT_FOUND);
  g_assert_cmpuint (n, <=, expected);
  g_assert_cmpuint (n, >, expected / 2); /* a save that changes nothing leaves no step */
}

/* The index written step by step must be the one a rebuild would write. */
static void
assert_search_is_true (BvOffice *office)
{
  g_autofree char *kept = dump_table (office, "search", "rowid");
  g_autofree char *rebuilt = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_search_rebuild (office, &error));
  g_assert_no_error (error);
  rebuilt = dump_table (office, "search", "rowid");
  g_assert_cmpstr (kept, ==, rebuilt);
}

static char *
make_folder (void)
{
  char *folder = g_strdup (
      g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm/bv-random-XXXXXX" : NULL);

  return folder ? g_mkdtemp (folder) : g_dir_make_tmp ("bv-random-XXXXXX", NULL);
}

static void
test_random_edits (void)
{
  guint seed = (guint) g_test_rand_int ();
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "o.bangvang", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, "x", BV_OFFICE_OPEN_NO_BACKUP, &error);
  Play play = { g_rand_new_with_seed (seed), office, NULL, 0 };
  const BvKind *const *kinds = bv_catalogue_get_kinds ();
  guint n_tried = 0;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;

  g_test_message ("seed %u", seed);
  g_assert_no_error (error);
  play.ids = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  reload_ids (&play);
  first = dump (office);
  while (play.n_done < N_EDITS) {
    edit (&play, kinds, g_strv_length ((char **) kinds));
    n_tried++;
  }
  last = dump (office);
  move_to_end (office, TRUE, play.n_done);
  again = dump (office);
  g_assert_cmpstr (first, ==, again);
  g_clear_pointer (&again, g_free);
  move_to_end (office, FALSE, play.n_done);
  again = dump (office);
  g_assert_cmpstr (last, ==, again);
  assert_search_is_true (office);
  g_test_message ("%u of %u edits taken", play.n_done, n_tried);
  g_hash_table_unref (play.ids);
  g_rand_free (play.random);
  g_assert_true (bv_office_close (office, &error));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/undo-all-redo-all", test_random_edits);
  return g_test_run ();
}
