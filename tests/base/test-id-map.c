/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of ids says the same as a hash table of them. */
#include "config.h"

#include "bv-id-map.h"

/* Near each other, at the ends of pages, of several files, below zero. */
static gint64
make_id (void)
{
  static const gint64 starts[] = { 0, -300, 120, (G_GINT64_CONSTANT (77) << 32) - 3 };

  return starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))] + g_test_rand_int_range (0, 2000);
}

static void
test_same_as_table (void)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (BvIdMap) map = bv_id_map_new ();

  for (guint i = 0; i < 20000; i++) {
    gint64 set = make_id ();
    gint64 asked = make_id ();
    gpointer expected = NULL;
    guint place = G_MAXUINT;

    bv_id_map_set (map, set, i);
    g_hash_table_replace (table, g_memdup2 (&set, sizeof set), GUINT_TO_POINTER (i));
    g_assert_cmpint (bv_id_map_find (map, asked, &place),
                     ==,
                     g_hash_table_lookup_extended (table, &asked, NULL, &expected));
    g_assert_cmpuint (place, ==, expected || place == 0 ? GPOINTER_TO_UINT (expected) : G_MAXUINT);
  }
}

static void
test_empty (void)
{
  g_autoptr (BvIdMap) map = bv_id_map_new ();
  guint place = 5;

  g_assert_false (bv_id_map_find (map, 1, &place));
  g_assert_cmpuint (place, ==, 5);
  bv_id_map_set (map, 1, 0);
  g_assert_true (bv_id_map_find (map, 1, &place));
  g_assert_cmpuint (place, ==, 0);
  g_assert_false (bv_id_map_find (map, 0, &place));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-map/same-as-table", test_same_as_table);
  g_test_add_func ("/id-map/empty", test_empty);
  return g_test_run ();
}
