/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in their parts, and the order of people. */
#include "config.h"

#include "bv-person-name.h"

static void
assert_split (const char *name, const char *family, const char *middle, const char *given)
{
  g_autoptr (BvPersonName) parts = bv_person_name_split (name);

  g_assert_cmpstr (parts->family, ==, family);
  g_assert_cmpstr (parts->middle, ==, middle);
  g_assert_cmpstr (parts->given, ==, given);
}

static void
test_split (void)
{
  assert_split ("Hoàng Văn Thụ", "Hoàng", "Văn", "Thụ");
  assert_split ("Lê Lợi", "Lê", "", "Lợi");
  assert_split ("Nông Thị Thanh Hương", "Nông", "Thị Thanh", "Hương");
  assert_split ("  Tôn   Nữ Thị\tNinh ", "Tôn", "Nữ Thị", "Ninh");
  assert_split ("A", "", "", "A");
  assert_split ("", "", "", "");
  assert_split (NULL, "", "", "");
  assert_split ("Nguye\xcc\x82\xcc\x83n An", "Nguyễn", "", "An");
}

static GBytes *
make_key (const char *full_name)
{
  g_autoptr (BvPersonName) parts = bv_person_name_split (full_name);

  return bv_person_name_key (parts->family, parts->middle, parts->given);
}

static void
test_order (void)
{
  static const char *const people[] = {
    "An",
    "Nguyễn An",
    "Nguyễn Văn An",
    "Nguyễn Thị Anh",
    "Lê Văn Ánh",
    "Bế Thị Ân",
    "Hoàng Đình Dũng",
    "Hoàng Văn Dũng",
    "Vi Thị Dũng",
    "Vi Văn Dũng",
    "Vi Văn Đạt",
    "Lê Hoà",
    "Hoàng Thị Hương",
    "Nông Thị Hương",
    "Nông Thị Thu Hương",
    "Nông Văn Hương",
    "An Thị Hường",
    "Lương Ý",
    "An Yến",
  };

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (people); i++) {
    g_autoptr (GBytes) before = make_key (people[i]), after = make_key (people[i + 1]);

    g_test_message ("“%s” before “%s”", people[i], people[i + 1]);
    g_assert_cmpint (g_bytes_compare (before, after), <, 0);
  }
}

/* A shorter given name goes before a longer one, whatever family name follows it. */
static void
test_parts_do_not_run_together (void)
{
  g_autoptr (GBytes) shorter = bv_person_name_key ("Vũ", "Văn", "Ha");
  g_autoptr (GBytes) longer = bv_person_name_key ("An", "", "Han");
  g_autoptr (GBytes) no_family = bv_person_name_key ("", "Văn", "Ha");
  g_autoptr (GBytes) no_middle = bv_person_name_key ("Văn", "", "Ha");
  g_autoptr (GBytes) empty = bv_person_name_key (NULL, NULL, NULL);

  g_assert_cmpint (g_bytes_compare (shorter, longer), <, 0);
  g_assert_cmpint (g_bytes_compare (no_family, no_middle), <, 0);
  g_assert_cmpint (g_bytes_compare (empty, shorter), <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/split", test_split);
  g_test_add_func ("/name/order", test_order);
  g_test_add_func ("/name/parts-do-not-run-together", test_parts_do_not_run_together);
  return g_test_run ();
}
