/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese order: letters, tones, case, and keys that agree with the comparison. */
#include "config.h"

#include "bv-collate.h"

#include <string.h>

static int
compare_keys (const char *a, const char *b)
{
  g_autoptr (GBytes) first = bv_collate_key (a);
  g_autoptr (GBytes) second = bv_collate_key (b);

  return g_bytes_compare (first, second);
}

static int
get_sign (int value)
{
  return (value > 0) - (value < 0);
}

static void
assert_ascending (const char *const *texts, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    for (gsize j = 0; j < n; j++) {
      int expected = get_sign ((int) i - (int) j);

      g_test_message ("“%s” and “%s”", texts[i], texts[j]);
      g_assert_cmpint (get_sign (compare_keys (texts[i], texts[j])), ==, expected);
      g_assert_cmpint (get_sign (bv_collate_compare (texts[i], texts[j])), ==, expected);
    }
  }
}

static void
test_words (void)
{
  static const char *const words[] = {
    "",    "An",   "Anh",  "Ánh",  "Ăn",   "Ân",    "Ẩn",    "Bình",  "Chi",  "Cường",
    "Dao", "dung", "Dung", "Dũng", "Đào",  "Đạt",   "Đức",   "Giang", "Hà",   "Hạ",
    "Hải", "hoa",  "Hoa",  "Hoà",  "Hồng", "Hương", "Hường", "Lan",   "Oanh", "Ông",
    "Ơn",  "Quý",  "Uyên", "Ưng",  "Vân",  "Xuân",  "Ý",     "Yến",
  };

  assert_ascending (words, G_N_ELEMENTS (words));
}

static void
test_tones (void)
{
  static const char *const tones[] = { "ma", "mà", "mả", "mã", "má", "mạ" };
  static const char *const marked[] = { "âu", "ầu", "ẩu", "ẫu", "ấu", "ậu" };

  assert_ascending (tones, G_N_ELEMENTS (tones));
  assert_ascending (marked, G_N_ELEMENTS (marked));
}

static void
test_letters (void)
{
  static const char *const letters[] = {
    "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
    "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y",
  };

  assert_ascending (letters, G_N_ELEMENTS (letters));
}

/* A tone counts only when all letters are the same, also those after it. */
static void
test_tone_yields_to_letters (void)
{
  static const char *const names[] = { "Hà An", "Ha Anh", "Hà Anh", "Hạ Bình", "Hà Chi" };

  assert_ascending (names, G_N_ELEMENTS (names));
}

static void
test_decomposed_is_equal (void)
{
  static const char *const texts[] = { "Nguyễn Thị Hường", "Đặng Ước", "Ẩn Ậm Ỹ" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *decomposed = g_utf8_normalize (texts[i], -1, G_NORMALIZE_NFD);

    g_assert_cmpstr (decomposed, !=, texts[i]);
    g_assert_cmpint (compare_keys (texts[i], decomposed), ==, 0);
    g_assert_cmpint (bv_collate_compare (texts[i], decomposed), ==, 0);
  }
}

static void
test_long_and_damaged (void)
{
  g_autofree char *text = g_strnfill (5000, 'a');
  g_autofree char *longer = g_strconcat (text, "b", NULL);

  g_assert_cmpint (compare_keys (text, longer), <, 0);
  g_assert_cmpint (compare_keys ("a\xff", "a\xfe"), ==, 0);
  g_assert_cmpint (bv_collate_compare (NULL, ""), ==, 0);
}

static void
test_key_holds_no_zero (void)
{
  g_autoptr (GBytes) key = bv_collate_key ("Đặng Thị Ước 2024 (VP)");
  gsize size;
  const char *data = g_bytes_get_data (key, &size);

  g_assert_cmpuint (size, >, 10);
  g_assert_null (memchr (data, 0, size));
}

static void
test_version (void)
{
  g_assert_true (g_str_has_prefix (bv_collate_version (), "icu "));
  g_assert_nonnull (strstr (bv_collate_version (), " vi "));
}

static gpointer
compare_in_thread (gpointer data)
{
  for (int i = 0; i < 200; i++)
    g_assert_cmpint (compare_keys ("Dũng", "Đào"), <, 0);
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("collate", compare_in_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Any two texts: keys and comparison agree, and the order is the same both ways round. */
static void
test_keys_agree_with_comparison (void)
{
  static const char *const pieces[] = {
    "a", "à", "ă", "ậ", "A", "Á", "d", "đ",         "Đ",
    "o", "ơ", "ờ", " ", "-", "h", "H", "u\xcc\x9b", "1",
  };

  for (int round = 0; round < 3000; round++) {
    g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);

    for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
      g_string_append (a, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
      g_string_append (b, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    g_assert_cmpint (get_sign (compare_keys (a->str, b->str)),
                     ==,
                     get_sign (bv_collate_compare (a->str, b->str)));
    g_assert_cmpint (get_sign (bv_collate_compare (a->str, b->str)),
                     ==,
                     -get_sign (bv_collate_compare (b->str, a->str)));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collate/words", test_words);
  g_test_add_func ("/collate/tones", test_tones);
  g_test_add_func ("/collate/letters", test_letters);
  g_test_add_func ("/collate/tone-yields-to-letters", test_tone_yields_to_letters);
  g_test_add_func ("/collate/decomposed-is-equal", test_decomposed_is_equal);
  g_test_add_func ("/collate/long-and-damaged", test_long_and_damaged);
  g_test_add_func ("/collate/key-holds-no-zero", test_key_holds_no_zero);
  g_test_add_func ("/collate/version", test_version);
  g_test_add_func ("/collate/threads", test_threads);
  g_test_add_func ("/collate/keys-agree-with-comparison", test_keys_agree_with_comparison);
  return g_test_run ();
}
