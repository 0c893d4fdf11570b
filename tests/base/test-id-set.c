/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of ids says the same as a hash table of them. */
#include "config.h"

#include "bv-id-set.h"

/* Near each other, at the ends of pages, of several files, below zero. */
static gint64
make_id (void)
{
  static const gint64 starts[] = { 0, -70000, 65530, (G_GINT64_CONSTANT (77) << 32) - 3 };

  return starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))] + g_test_rand_int_range (0, 4000);
}

static void
test_same_as_table (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) table = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (BvIdSet) set = NULL;

  for (guint i = 0; i < 3000; i++) {
    gint64 id = make_id ();
    g_array_append_val (ids, id);
  }
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (table, &g_array_index (ids, gint64, i));
  set = bv_id_set_new (ids);
  for (guint i = 0; i < 20000; i++) {
    gint64 id = make_id ();
    g_assert_cmpint (bv_id_set_contains (set, id), ==, g_hash_table_contains (table, &id));
  }
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (bv_id_set_contains (set, g_array_index (ids, gint64, i)));
}

static void
test_add_and_remove (void)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (BvIdSet) set = bv_id_set_new (NULL);

  for (guint i = 0; i < 20000; i++) {
    gint64 id = make_id ();

    if (g_test_rand_bit ()) {
      g_assert_cmpint (bv_id_set_add (set, id), ==, !g_hash_table_contains (table, &id));
      g_hash_table_add (table, g_memdup2 (&id, sizeof id));
    } else {
      bv_id_set_remove (set, id);
      g_hash_table_remove (table, &id);
    }
    id = make_id ();
    g_assert_cmpint (bv_id_set_contains (set, id), ==, g_hash_table_contains (table, &id));
  }
}

static void
test_empty (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvIdSet) set = bv_id_set_new (ids);

  g_assert_false (bv_id_set_contains (set, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-set/same-as-table", test_same_as_table);
  g_test_add_func ("/id-set/add-and-remove", test_add_and_remove);
  g_test_add_func ("/id-set/empty", test_empty);
  return g_test_run ();
}
