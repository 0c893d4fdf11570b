/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of a million rows, against a list of a thousand and against its own first page. */
#include "config.h"

#include "bv-bench-frame.h"
#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-list-table.h"

#include <adwaita.h>

#define ROUNDS 7
#define N_SMALL 1000
#define PAGE 100
#define MEBIBYTE (1024 * 1024)
#define SEED 5

typedef struct
{
  char *small;
  char *million;
  GRand *random;

  /* What the round in hand shows. */
  BvOffice *office;
  BvRecordList *list;
  GtkWidget *window;
  BvListTable *table;
  double whole; /* milliseconds that reading the whole log took */
} Lists;

/* A connection of its own: nothing is in SQLite's cache yet. */
static void
open_list (Lists *self, const char *path)
{
  BvQuery *query;

  self->office = bv_bench_office_open (path);
  self->list = bv_record_list_new (self->office, &bv_achievement_kind);
  query = bv_record_list_get_query (self->list);
  query->movement_id = bv_bench_office_get_movement (self->office);
}

static void
reload (Lists *self)
{
  g_autoptr (GError) error = NULL;

  bv_record_list_reload (self->list, &error);
  g_assert_no_error (error);
}

/* As a page does that is shown for the first time. */
static void
begin (Lists *self)
{
  g_autoptr (GError) error = NULL;

  bv_record_list_start (self->list, &error);
  g_assert_no_error (error);
}

static void
show_window (Lists *self)
{
  self->window = adw_window_new ();
  self->table = BV_LIST_TABLE (bv_list_table_new (&bv_achievement_kind));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->table));
  bv_list_table_set_list (self->table, self->list);
  gtk_window_present (GTK_WINDOW (self->window));
  bv_bench_frame_wait (self->window);
}

static void
close_list (Lists *self)
{
  if (self->window)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->window)));
  bv_bench_frame_settle ();
  g_clear_object (&self->list);
  bv_office_close (self->office, NULL);
  g_clear_object (&self->office);
}

/* Reading a page of the list, without a window */

static double
read_page (Lists *self, guint position)
{
  GListModel *model = bv_record_list_get_model (self->list);
  double start = bv_bench_now ();

  for (guint i = 0; i < PAGE; i++)
    g_object_unref (g_list_model_get_item (model, position + i));
  return bv_bench_now () - start;
}

static double
read_first_page (gpointer data)
{
  Lists *self = data;
  double time;

  open_list (self, self->million);
  reload (self);
  time = read_page (self, 0);
  close_list (self);
  return time;
}

static double
read_any_page (gpointer data)
{
  Lists *self = data;
  guint page = (guint) g_rand_int_range (self->random, 0, BV_BENCH_MILLION / 128);
  double time;

  open_list (self, self->million);
  reload (self);
  time = read_page (self, page * 128);
  close_list (self);
  return time;
}

/* Showing the list */

static double
show_list (Lists *self, const char *path, gboolean with_query)
{
  double start = bv_bench_now ();
  double time;

  open_list (self, path);
  if (!with_query) {
    reload (self);
    start = bv_bench_now ();
    show_window (self);
  } else {
    start = bv_bench_now ();
    begin (self);
    show_window (self);
  }
  time = bv_bench_now () - start;
  close_list (self);
  return time;
}

static double
show_million (gpointer data)
{
  return show_list (data, ((Lists *) data)->million, FALSE);
}

static double
show_small (gpointer data)
{
  return show_list (data, ((Lists *) data)->small, FALSE);
}

static double
query_and_show_million (gpointer data)
{
  return show_list (data, ((Lists *) data)->million, TRUE);
}

static double
query_and_show_small (gpointer data)
{
  return show_list (data, ((Lists *) data)->small, TRUE);
}

/* After an edit */

static void
changed_cb (BvHistory *history, GPtrArray *changes, gpointer data)
{
  *(GPtrArray **) data = g_ptr_array_ref (changes);
}

static GPtrArray *
edit_row (Lists *self)
{
  GPtrArray *changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = bv_record_list_get_id (self->list, 3);
  g_autoptr (BvRecord) row = bv_office_load (self->office, &bv_achievement_kind, id, &error);
  g_autofree char *words = bv_bench_office_dup_words (self->random, 10);
  /* a second run would otherwise write what is there already */
  g_autofree char *title = g_strdup_printf ("%s %" G_GINT64_FORMAT, words, g_get_real_time ());
  BvHistory *history = bv_office_get_history (self->office);
  gulong handler = g_signal_connect (history, "changed", G_CALLBACK (changed_cb), &changes);

  bv_record_set_text (row, "title", title);
  bv_office_save (self->office, row, &error);
  g_assert_no_error (error);
  g_signal_handler_disconnect (history, handler);
  return changes;
}

static double
refresh (gpointer data)
{
  Lists *self = data;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  double start;

  open_list (self, self->million);
  reload (self);
  show_window (self);
  bv_bench_frame_settle ();
  changes = edit_row (self);
  start = bv_bench_now ();
  bv_record_list_apply (self->list, changes, &error);
  g_assert_no_error (error);
  bv_bench_frame_wait (self->window);
  start = bv_bench_now () - start;
  close_list (self);
  return start;
}

static double
filter (gpointer data)
{
  Lists *self = data;
  g_auto (BvValue) waiting = BV_VALUE_INIT;
  double start;

  bv_value_set_text (&waiting, "waiting");
  open_list (self, self->million);
  reload (self);
  show_window (self);
  bv_bench_frame_settle ();
  start = bv_bench_now ();
  bv_query_set_filter (bv_record_list_get_query (self->list),
                       bv_kind_find_field (&bv_achievement_kind, "status"),
                       &waiting);
  reload (self);
  bv_bench_frame_wait (self->window);
  start = bv_bench_now () - start;
  close_list (self);
  return start;
}

/* Rows of one's own: the log is read in pieces, between which the window goes on. */

static double
reload_own (gpointer data)
{
  Lists *self = data;
  double longest = 0;

  open_list (self, self->million);
  bv_record_list_get_query (self->list)->author = g_strdup (bv_office_get_actor (self->office));
  self->whole = 0;
  do {
    double start = bv_bench_now ();

    reload (self);
    longest = MAX (longest, bv_bench_now () - start);
    self->whole += bv_bench_now () - start;
  } while (bv_record_list_is_partial (self->list));
  g_assert_cmpuint (bv_record_list_get_n_rows (self->list), >, 0);
  close_list (self);
  return longest;
}

static double
reload_all (gpointer data)
{
  Lists *self = data;
  double start;

  open_list (self, self->million);
  start = bv_bench_now ();
  reload (self);
  start = bv_bench_now () - start;
  close_list (self);
  return start;
}

/* Into the system's cache, so that no round pays for the disk. */
static void
warm (const char *path)
{
  g_autofree char *chunk = g_malloc (MEBIBYTE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);

  while (g_input_stream_read (G_INPUT_STREAM (stream), chunk, MEBIBYTE, NULL, NULL) > 0)
    ;
}

int
main (void)
{
  Lists self = { 0 };

  bv_bench_init ();
  gtk_init ();
  adw_init ();
  self.million = bv_bench_office_dup_path (BV_BENCH_MILLION);
  self.small = bv_bench_office_dup_path (N_SMALL);
  self.random = g_rand_new_with_seed (SEED);
  warm (self.million);
  bv_bench_compare ("page of 100 anywhere in 1 000 000 rows / the first page",
                    1.5,
                    2 * ROUNDS,
                    read_any_page,
                    read_first_page,
                    &self);
  bv_bench_compare ("list of 1 000 000, window to first frame / list of 1 000",
                    1.2,
                    ROUNDS,
                    show_million,
                    show_small,
                    &self);
  bv_bench_compare ("  the same with the query that orders the ids",
                    1.2,
                    ROUNDS,
                    query_and_show_million,
                    query_and_show_small,
                    &self);
  bv_bench_compare ("refresh after an edit in 1 000 000 rows / first fill",
                    1.2,
                    ROUNDS,
                    refresh,
                    query_and_show_million,
                    &self);
  bv_bench_compare ("refresh after a filter in 1 000 000 rows / first fill",
                    1.2,
                    ROUNDS,
                    filter,
                    query_and_show_million,
                    &self);
  bv_bench_compare ("longest piece of finding one's own among 1 000 000 / reading all",
                    1.5,
                    ROUNDS,
                    reload_own,
                    reload_all,
                    &self);
  bv_bench_tell ("  the same, all pieces", 0, self.whole, "ms");
  g_rand_free (self.random);
  g_free (self.million);
  g_free (self.small);
  return 0;
}
