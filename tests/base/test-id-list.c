/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lazy list against a plain array: what it emits, what it loads, that one id is one object. */
#include "config.h"

#include "bv-id-list.h"

#define TEST_TYPE_ROW (test_row_get_type ())
G_DECLARE_FINAL_TYPE (TestRow, test_row, TEST, ROW, GObject)

struct _TestRow
{
  GObject parent_instance;
  gint64 id;
  guint version;
};

G_DEFINE_TYPE (TestRow, test_row, G_TYPE_OBJECT)

/* What the list asked for, and what it told. */
typedef struct
{
  BvIdList *list;
  guint n_loads;
  guint n_loaded;
  guint n_refreshed;
  guint version;
  guint n_emissions;
  gboolean same_emission; /* (0, n, n) was emitted */
  GArray *mirror;
} Watch;

static void
test_row_class_init (TestRowClass *class)
{
}

static void
test_row_init (TestRow *self)
{
}

static void
load_cb (const gint64 *ids, guint n_ids, GObject **items, gpointer data)
{
  Watch *watch = data;

  watch->n_loads++;
  watch->n_loaded += n_ids;
  g_assert_cmpint (n_ids, <=, 128);
  for (guint i = 0; i < n_ids; i++) {
    TestRow *row;

    if (ids[i] < 0) /* gone */
      continue;
    row = g_object_new (TEST_TYPE_ROW, NULL);
    row->id = ids[i];
    row->version = watch->version;
    items[i] = G_OBJECT (row);
  }
}

static void
refresh_cb (gint64 id, GObject *item, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpint (TEST_ROW (item)->id, ==, id);
  watch->n_refreshed++;
  TEST_ROW (item)->version = watch->version;
}

/* Follows the list by its emissions alone, as a view does. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Watch *watch = data;

  watch->n_emissions++;
  g_assert_cmpint (position + removed, <=, watch->mirror->len);
  if (position == 0 && removed > 1000 && added > 1000)
    watch->same_emission = TRUE;
  if (removed)
    g_array_remove_range (watch->mirror, position, removed);
  g_assert_cmpint (g_list_model_get_n_items (model), ==, watch->mirror->len + added);
  for (guint i = 0; i < added; i++) {
    gint64 id = bv_id_list_get_id (BV_ID_LIST (model), position + i);

    g_array_insert_val (watch->mirror, position + i, id);
  }
}

static void
start (Watch *watch)
{
  *watch = (Watch){ .mirror = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  watch->list = bv_id_list_new (TEST_TYPE_ROW, load_cb, refresh_cb, watch, NULL);
  g_signal_connect (watch->list, "items-changed", G_CALLBACK (items_changed_cb), watch);
}

static void
finish (Watch *watch)
{
  g_assert_finalize_object (watch->list);
  g_array_unref (watch->mirror);
}

static GArray *
make_ids (gint64 first, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++) {
    gint64 id = first + i;

    g_array_append_val (ids, id);
  }
  return ids;
}

static TestRow *
get (Watch *watch, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (watch->list), position);
}

static void
test_blocks (void)
{
  Watch watch;

  start (&watch);
  bv_id_list_set_ids (watch.list, make_ids (1, 1000000));
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 1000000);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (watch.list)) == TEST_TYPE_ROW);
  g_assert_cmpint (watch.n_loads, ==, 0);
  for (guint i = 900000; i < 900205; i++) {
    g_autoptr (TestRow) row = get (&watch, i);

    g_assert_cmpint (row->id, ==, i + 1);
  }
  g_assert_cmpint (watch.n_loads, <=, 3);
  g_assert_null (get (&watch, 1000000));
  finish (&watch);
}

static void
test_identity (void)
{
  Watch watch;
  g_autoptr (TestRow) held = NULL;

  start (&watch);
  bv_id_list_set_ids (watch.list, make_ids (1, 20000));
  held = get (&watch, 500);
  /* Far more rows than the cache keeps. */
  for (guint i = 1000; i < 20000; i += 2) {
    g_autoptr (TestRow) row = get (&watch, i);

    g_assert_cmpint (row->id, ==, i + 1);
  }
  for (guint i = 400; i < 520; i++) {
    g_autoptr (TestRow) row = get (&watch, i);

    g_assert_true ((row == held) == (i == 500));
  }
  /* Moved by a change above it, it is still the same object. */
  bv_id_list_set_ids (watch.list, make_ids (101, 19900));
  for (guint i = 399; i < 402; i++) {
    g_autoptr (TestRow) row = get (&watch, i);

    g_assert_true ((row == held) == (i == 400));
  }
  finish (&watch);
}

static void
test_refresh (void)
{
  Watch watch;
  g_autoptr (TestRow) held = NULL;
  g_autoptr (TestRow) again = NULL;

  start (&watch);
  bv_id_list_set_ids (watch.list, make_ids (1, 300));
  held = get (&watch, 5);
  watch.version = 1;
  watch.n_emissions = 0;
  bv_id_list_refresh (watch.list, 6);
  bv_id_list_refresh (watch.list, 7);   /* only cached */
  bv_id_list_refresh (watch.list, 250); /* never looked at */
  g_assert_cmpint (watch.n_refreshed, ==, 1);
  g_assert_cmpint (held->version, ==, 1);
  g_assert_cmpint (watch.n_emissions, ==, 0);
  watch.n_loaded = 0;
  again = get (&watch, 6);
  g_assert_cmpint (again->version, ==, 1);
  g_assert_cmpint (watch.n_loaded, ==, 1);
  finish (&watch);
}

/* A row that left the list is not told of changes; when it comes back it is read anew. */
static void
test_row_comes_back (void)
{
  Watch watch;
  g_autoptr (TestRow) held = NULL;
  g_autoptr (TestRow) back = NULL;
  g_autoptr (TestRow) unheld = NULL;

  start (&watch);
  bv_id_list_set_ids (watch.list, make_ids (1, 300));
  held = get (&watch, 0);
  bv_id_list_set_ids (watch.list, make_ids (11, 290));
  watch.version = 1;
  bv_id_list_set_ids (watch.list, make_ids (1, 300));
  back = get (&watch, 0);
  g_assert_true (back == held);
  g_assert_cmpint (back->version, ==, 1);
  unheld = get (&watch, 1);
  g_assert_cmpint (unheld->version, ==, 1);
  finish (&watch);
}

static void
test_gone_row (void)
{
  Watch watch;
  g_autoptr (TestRow) row = NULL;

  start (&watch);
  bv_id_list_set_ids (watch.list, make_ids (-1, 3));
  row = get (&watch, 0);
  g_assert_nonnull (row);
  finish (&watch);
}

static void
test_find (void)
{
  Watch watch;

  start (&watch);
  bv_id_list_set_ids (watch.list, make_ids (1000, 5000));
  for (guint i = 0; i < 5000; i++)
    g_assert_cmpint (bv_id_list_find (watch.list, 1000 + i), ==, i);
  g_assert_cmpint (bv_id_list_find (watch.list, 999), ==, G_MAXUINT);
  bv_id_list_set_ids (watch.list, make_ids (1001, 4999));
  for (guint i = 0; i < 100; i++)
    g_assert_cmpint (bv_id_list_find (watch.list, 1001 + i), ==, i);
  g_assert_cmpint (bv_id_list_find (watch.list, 1000), ==, G_MAXUINT);
  finish (&watch);
}

static void
shuffle (GArray *ids)
{
  for (guint i = ids->len; i > 1; i--) {
    guint j = (guint) g_test_rand_int_range (0, (gint32) i);
    gint64 id = g_array_index (ids, gint64, i - 1);

    g_array_index (ids, gint64, i - 1) = g_array_index (ids, gint64, j);
    g_array_index (ids, gint64, j) = id;
  }
}

static void
test_sort_again (void)
{
  Watch watch;
  GArray *ids = make_ids (1, 10000);
  g_autoptr (TestRow) held = NULL;
  g_autoptr (TestRow) found = NULL;

  start (&watch);
  bv_id_list_set_ids (watch.list, make_ids (1, 10000));
  held = get (&watch, 77);
  shuffle (ids);
  watch.n_emissions = 0;
  bv_id_list_set_ids (watch.list, ids);
  g_assert_cmpint (watch.n_emissions, ==, 2);
  g_assert_false (watch.same_emission);
  found = get (&watch, bv_id_list_find (watch.list, 78));
  g_assert_true (found == held);
  finish (&watch);
}

static GArray *
edit (GArray *from, gint64 *next_id)
{
  GArray *ids = g_array_copy (from);
  guint n_edits = (guint) g_test_rand_int_range (0, 4);

  for (guint i = 0; i < n_edits; i++) {
    guint position = (guint) g_test_rand_int_range (0, (gint32) ids->len + 1);
    gint64 id = (*next_id)++;

    if (position < ids->len && g_test_rand_int_range (0, 2)) {
      /* Moved or removed. */
      gint64 moved = g_array_index (ids, gint64, position);

      g_array_remove_index (ids, position);
      if (g_test_rand_int_range (0, 2))
        g_array_append_val (ids, moved);
    } else {
      g_array_insert_val (ids, position, id);
    }
  }
  if (g_test_rand_int_range (0, 40) == 0)
    shuffle (ids);
  return ids;
}

static void
assert_follows (Watch *watch, GArray *expected)
{
  g_assert_cmpint (watch->mirror->len, ==, expected->len);
  g_assert_cmpmem (watch->mirror->data,
                   watch->mirror->len * sizeof (gint64),
                   expected->data,
                   expected->len * sizeof (gint64));
}

static void
test_random_edits (void)
{
  Watch watch;
  gint64 next_id = 5000;
  g_autoptr (GArray) ids = make_ids (1, 3000);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  start (&watch);
  for (guint step = 0; step < 600; step++) {
    GArray *next = edit (ids, &next_id);
    guint position;
    TestRow *row;

    g_array_unref (ids);
    ids = g_array_copy (next);
    bv_id_list_set_ids (watch.list, next);
    assert_follows (&watch, ids);
    position = (guint) g_test_rand_int_range (0, (gint32) ids->len);
    row = get (&watch, position);
    g_assert_cmpint (row->id, ==, g_array_index (ids, gint64, position));
    g_ptr_array_add (held, row);
    if (held->len > 50)
      g_ptr_array_remove_index (held, 0);
    for (guint i = 0; i < held->len; i++) {
      TestRow *known = g_ptr_array_index (held, i);
      guint at = bv_id_list_find (watch.list, known->id);
      g_autoptr (TestRow) same = at == G_MAXUINT ? NULL : get (&watch, at);

      g_assert_true (!same || same == known);
    }
  }
  g_assert_false (watch.same_emission);
  finish (&watch);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-list/blocks", test_blocks);
  g_test_add_func ("/id-list/identity", test_identity);
  g_test_add_func ("/id-list/refresh", test_refresh);
  g_test_add_func ("/id-list/row-comes-back", test_row_comes_back);
  g_test_add_func ("/id-list/gone-row", test_gone_row);
  g_test_add_func ("/id-list/find", test_find);
  g_test_add_func ("/id-list/sort-again", test_sort_again);
  g_test_add_func ("/id-list/random-edits", test_random_edits);
  return g_test_run ();
}
