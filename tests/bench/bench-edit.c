/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One saved edit in a large file, against the same writes without recording them. */
#include "config.h"

#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-history.h"
#include "bv-query.h"
#include "bv-search.h"
#include "bv-store.h"

#define ROUNDS 9
#define EDITS 40
#define SEED 11

typedef struct
{
  BvOffice *office;
  GArray *ids;
  GRand *random;
} Editing;

/* Another row each time; the new title is computed before the clock starts. */
static BvRecord *
load_row (Editing *self)
{
  gint64 id = g_array_index (
      self->ids, gint64, g_rand_int_range (self->random, 0, (gint32) self->ids->len));
  g_autofree char *words = bv_bench_office_dup_words (self->random, 10);
  /* a second run would otherwise write what is there already */
  g_autofree char *title = g_strdup_printf ("%s %" G_GINT64_FORMAT, words, g_get_real_time ());
  g_autoptr (GError) error = NULL;
  BvRecord *row = bv_office_load (self->office, &bv_achievement_kind, id, &error);

  g_assert_no_error (error);
  bv_record_set_text (row, "title", title);
  return row;
}

static double
edit_with (Editing *self, void (*edit) (Editing *, BvRecord *))
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < EDITS; i++) {
    g_autoptr (BvRecord) row = load_row (self);
    double start = bv_bench_now ();
    double time;

    edit (self, row);
    time = bv_bench_now () - start;
    g_array_append_val (times, time);
  }
  return bv_bench_quantile (times, 0.5);
}

static void
save_row (Editing *self, BvRecord *row)
{
  g_autoptr (GError) error = NULL;

  bv_office_save (self->office, row, &error);
  g_assert_no_error (error);
}

static double
save_through_door (gpointer data)
{
  return edit_with (data, save_row);
}

static void
exec (BvDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  bv_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

/* What any program would have to write: the row with its key, a line of a log, the search index. */
static void
write_row (Editing *self, BvRecord *row)
{
  BvDatabase *database = bv_office_get_database (self->office);
  BvChange change = { &bv_achievement_kind, bv_record_get_id (row), BV_CHANGE_UPDATE };
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (changes, &change);
  exec (database, "BEGIN IMMEDIATE");
  bv_store_update (database, row, &error);
  g_assert_no_error (error);
  exec (database,
        "INSERT INTO history (at, actor, title, n_rows, tables, schema, state, changeset)"
        " VALUES ('2024-01-01', 'a', 'b', 1, ' achievement ', 1, 2, zeroblob (700))");
  bv_search_update (self->office, changes, &error);
  g_assert_no_error (error);
  exec (database, "COMMIT");
}

static double
write_bare (gpointer data)
{
  return edit_with (data, write_row);
}

int
main (void)
{
  Editing self = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_autoptr (GError) error = NULL;

  bv_bench_init ();
  path = bv_bench_office_dup_path (BV_BENCH_MILLION);
  self.office = bv_bench_office_open (path);
  self.ids = bv_query_run (query, self.office, &error);
  g_assert_no_error (error);
  self.random = g_rand_new_with_seed (SEED);
  bv_bench_compare ("one edit among 1 000 000 rows / the same writes, not recorded",
                    1.25,
                    ROUNDS,
                    save_through_door,
                    write_bare,
                    &self);
  g_rand_free (self.random);
  g_array_unref (self.ids);
  bv_office_close (self.office, NULL);
  g_object_unref (self.office);
  return 0;
}
