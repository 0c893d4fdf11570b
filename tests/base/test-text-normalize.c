/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One form for every text that enters. */
#include "config.h"

#include "bv-normalize.h"

static void
assert_normal (const char *text, const char *expected, const char *expected_line)
{
  g_autofree char *normal = bv_normalize (text), *line = bv_normalize_line (text);
  g_autofree char *again = bv_normalize (normal), *line_again = bv_normalize_line (line);

  g_assert_cmpstr (normal, ==, expected);
  g_assert_cmpstr (line, ==, expected_line);
  g_assert_cmpstr (again, ==, expected);
  g_assert_cmpstr (line_again, ==, expected_line);
}

static void
test_composes (void)
{
  assert_normal ("Nguye\xcc\x82\xcc\x83n", "Nguyễn", "Nguyễn");
  assert_normal ("e\xcc\xa3\xcc\x82", "ệ", "ệ");
  assert_normal ("\xc3\xaa\xcc\xa3", "ệ", "ệ");
  assert_normal ("Hoà Hòa", "Hoà Hòa", "Hoà Hòa");
}

static void
test_breaks_and_spaces (void)
{
  assert_normal (" a\r\nb\rc\n\td  e \n", "a\nb\nc\n d  e", "a b c d e");
  assert_normal ("a\xe2\x80\xa8"
                 "b\xc2\xa0"
                 "c",
                 "a\nb\xc2\xa0"
                 "c",
                 "a b c");
  assert_normal (" \n\t ", "", "");
  assert_normal ("", "", "");
  assert_normal (NULL, "", "");
}

static void
test_drops_controls (void)
{
  assert_normal ("\xef\xbb\xbf"
                 "a\x01"
                 "b\x7f"
                 "c\xe2\x80\x8b",
                 "abc",
                 "abc");
}

static void
test_keeps_soft_hyphen (void)
{
  assert_normal ("L\xc2\xad\xc2\xacng", "L\xc2\xad\xc2\xacng", "L\xc2\xad\xc2\xacng");
}

static void
test_makes_valid (void)
{
  assert_normal ("a\xff"
                 "b",
                 "a\xef\xbf\xbd"
                 "b",
                 "a\xef\xbf\xbd"
                 "b");
}

static void
test_any_bytes (void)
{
  for (int round = 0; round < 3000; round++) {
    char bytes[16] = { 0 };
    g_autofree char *normal = NULL, *line = NULL, *again = NULL, *line_again = NULL;

    for (int i = g_test_rand_int_range (0, 15); i > 0; i--)
      bytes[i - 1] = (char) g_test_rand_int_range (1, 256);
    normal = bv_normalize (bytes);
    line = bv_normalize_line (bytes);
    again = bv_normalize (normal);
    line_again = bv_normalize_line (line);
    g_assert_true (g_utf8_validate (normal, -1, NULL) && g_utf8_validate (line, -1, NULL));
    g_assert_cmpstr (again, ==, normal);
    g_assert_cmpstr (line_again, ==, line);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/composes", test_composes);
  g_test_add_func ("/normalize/breaks-and-spaces", test_breaks_and_spaces);
  g_test_add_func ("/normalize/drops-controls", test_drops_controls);
  g_test_add_func ("/normalize/keeps-soft-hyphen", test_keeps_soft_hyphen);
  g_test_add_func ("/normalize/makes-valid", test_makes_valid);
  g_test_add_func ("/normalize/any-bytes", test_any_bytes);
  return g_test_run ();
}
