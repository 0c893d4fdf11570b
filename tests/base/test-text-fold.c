/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search folding of every Vietnamese letter, and the queries made from what is typed. */
#include "config.h"

#include "bv-fold.h"

#include <string.h>

/* The 67 letters that ASCII lacks; with their capitals they are 134. */
static const char *const families[][2] = {
  { "a", "àảãáạăằẳẵắặâầẩẫấậ" }, { "d", "đ" },           { "e", "èẻẽéẹêềểễếệ" }, { "i", "ìỉĩíị" },
  { "o", "òỏõóọôồổỗốộơờởỡớợ" }, { "u", "ùủũúụưừửữứự" }, { "y", "ỳỷỹýỵ" },
};

static void
assert_fold (const char *text, const char *expected)
{
  g_autofree char *folded = bv_fold (text);
  g_autofree char *again = bv_fold (folded);

  g_assert_cmpstr (folded, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_every_letter (void)
{
  int letters = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++) {
    for (const char *p = families[i][1]; *p != '\0'; p = g_utf8_next_char (p)) {
      g_autofree char *lower = g_strndup (p, g_utf8_next_char (p) - p);
      g_autofree char *upper = g_utf8_strup (lower, -1);
      g_autofree char *lower_apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
      g_autofree char *upper_apart = g_utf8_normalize (upper, -1, G_NORMALIZE_NFD);

      g_assert_cmpstr (upper, !=, lower);
      assert_fold (lower, families[i][0]);
      assert_fold (upper, families[i][0]);
      assert_fold (lower_apart, families[i][0]);
      assert_fold (upper_apart, families[i][0]);
      letters += 2;
    }
  }
  g_assert_cmpint (letters, ==, 134);
}

static void
test_text (void)
{
  assert_fold ("Nguyễn Thị HƯỜNG (VP-01)", "nguyen thi huong vp 01");
  assert_fold ("  Đà   Nẵng\n\tđẹp!  ", "da nang dep");
  assert_fold ("12/QĐ-SNgV", "12 qd sngv");
  assert_fold ("…—“”", "");
  assert_fold ("", "");
  assert_fold (NULL, "");
  assert_fold ("Lu\xcc\x9bo\xcc\x9b\xcc\x81t", "luot");
  assert_fold ("a\xc2\xad"
               "b\xe2\x80\x8b"
               "c",
               "abc");
  assert_fold ("中文 한 Straße İ", "中文 \u1112\u1161\u11ab straße i");
  assert_fold ("a\xff"
               "b",
               "a b");
}

static void
test_tone_place (void)
{
  static const char *const pairs[][2] = {
    { "Hoà", "Hòa" }, { "Thuý", "Thúy" }, { "khoẻ", "khỏe" }, { "xoè", "xòe" }, { "Uỷ", "Ủy" },
  };
  g_autofree char *short_i = bv_fold_loose ("Quí"), *long_y = bv_fold_loose ("Quý");

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *a = bv_fold_loose (pairs[i][0]), *b = bv_fold_loose (pairs[i][1]);

    g_assert_cmpstr (pairs[i][0], !=, pairs[i][1]);
    g_assert_cmpstr (a, ==, b);
  }
  g_assert_cmpstr (short_i, !=, long_y);
}

static void
assert_query (const char *typed, const char *expected)
{
  g_autofree char *query = bv_fold_query (typed);

  g_assert_cmpstr (query, ==, expected);
}

static void
test_query (void)
{
  assert_query ("nguyen huong", "\"nguyen\" \"huong\"*");
  assert_query ("Nguyễn Hường ", "\"nguyen\" \"huong\"*");
  assert_query ("ĐẠT", "\"dat\"*");
  assert_query ("a\" OR b*", "\"a\" \"or\" \"b\"*");
  assert_query ("12/QĐ", "\"12\" \"qd\"*");
  assert_query (" \"*(-) ", NULL);
  assert_query ("", NULL);
  assert_query (NULL, NULL);
}

/* What FTS5 does: each word of the query is a word of the text, the last one the start of a word.
 */
static gboolean
matches (const char *query, const char *text)
{
  g_autofree char *folded = bv_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) terms = g_strsplit (query, " ", -1);

  for (char **term = terms; *term != NULL; term++) {
    gboolean prefix = g_str_has_suffix (*term, "*"), found = FALSE;
    g_autofree char *bare = g_strndup (*term + 1, strlen (*term) - (prefix ? 3 : 2));

    for (char **word = words; *word != NULL; word++)
      found |= prefix ? g_str_has_prefix (*word, bare) : g_str_equal (*word, bare);
    if (!found)
      return FALSE;
  }
  return TRUE;
}

static void
test_query_finds (void)
{
  static const char *const typed[] = { "nguyen huong", "HƯỜNG", "hương nguyên", "thi hu", "Thị" };
  static const char *const other[] = { "nguyen hoa", "uong", "nguye huong" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autofree char *query = bv_fold_query (typed[i]);

    g_assert_true (matches (query, "Nguyễn Thị Hường"));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (other); i++) {
    g_autofree char *query = bv_fold_query (other[i]);

    g_assert_false (matches (query, "Nguyễn Thị Hường"));
  }
}

/* Any character whatever: folding is stable, lower case and free of quotes and double spaces. */
static void
test_any_text (void)
{
  for (int round = 0; round < 3000; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *folded = NULL, *again = NULL;

    for (int n = g_test_rand_int_range (0, 12); n > 0; n--) {
      gunichar c = g_test_rand_int_range (1, g_test_rand_bit () ? 0x2000 : 0x1ffff);

      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }
    folded = bv_fold (text->str);
    again = bv_fold (folded);
    g_assert_true (g_utf8_validate (folded, -1, NULL));
    g_assert_cmpstr (again, ==, folded);
    g_assert_null (strpbrk (folded, "\"'*()-:^"));
    g_assert_null (strstr (folded, "  "));
    g_assert_false (g_str_has_prefix (folded, " ") || g_str_has_suffix (folded, " "));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/every-letter", test_every_letter);
  g_test_add_func ("/fold/text", test_text);
  g_test_add_func ("/fold/tone-place", test_tone_place);
  g_test_add_func ("/fold/query", test_query);
  g_test_add_func ("/fold/query-finds", test_query_finds);
  g_test_add_func ("/fold/any-text", test_any_text);
  return g_test_run ();
}
