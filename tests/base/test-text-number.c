/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers typed, shown and in words. */
#include "config.h"

#include "bv-error.h"
#include "bv-number.h"

#include <string.h>

static void
assert_integer (const char *typed, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_test_message ("“%s”", typed);
  g_assert_true (bv_number_parse_integer (typed, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, expected);
}

static void
assert_no_integer (const char *typed, const char *part)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  g_test_message ("“%s”", typed);
  g_assert_false (bv_number_parse_integer (typed, &value, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpint (value, ==, 77);
}

static void
test_integer (void)
{
  assert_integer ("0", 0);
  assert_integer ("1.234.567", 1234567);
  assert_integer ("1234567", 1234567);
  assert_integer (" 1 234 ", 1234);
  assert_integer ("1\xc2\xa0"
                  "234",
                  1234);
  assert_integer ("-12", -12);
  assert_integer ("−1.200", -1200);
  assert_integer ("+7", 7);
  assert_integer ("007", 7);
  assert_integer ("9.223.372.036.854.775.807", G_MAXINT64);
  assert_integer ("-9223372036854775808", G_MININT64);
}

static void
test_no_integer (void)
{
  static const char *const texts[] = { "",          "-",         "x",       "1.23",   "1.2345",
                                       "12.34.567", "1,5",       "1.234,5", "1..234", ".123",
                                       "1.234.",    "1.234 567", "1 23",    "--1",    "1-",
                                       "1234.567",  "١٢" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_no_integer (texts[i], "is not a whole number");
  assert_no_integer (NULL, "is not a whole number");
  assert_no_integer ("9223372036854775808", "too large");
  assert_no_integer ("-9223372036854775809", "too large");
  assert_no_integer ("99999999999999999999999", "too large");
}

static void
assert_decimal (const char *typed, guint decimals, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 scaled = 0;

  g_test_message ("“%s”", typed);
  g_assert_true (bv_number_parse_decimal (typed, decimals, &scaled, &error));
  g_assert_no_error (error);
  g_assert_cmpint (scaled, ==, expected);
}

static void
assert_no_decimal (const char *typed, guint decimals, const char *part)
{
  g_autoptr (GError) error = NULL;
  gint64 scaled = 77;

  g_test_message ("“%s”", typed);
  g_assert_false (bv_number_parse_decimal (typed, decimals, &scaled, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpint (scaled, ==, 77);
}

static void
test_decimal (void)
{
  assert_decimal ("9,5", 2, 950);
  assert_decimal ("9.5", 2, 950);
  assert_decimal ("9.55", 2, 955);
  assert_decimal ("9", 2, 900);
  assert_decimal ("9,50", 2, 950);
  assert_decimal ("1.234", 2, 123400);
  assert_decimal ("1.234,5", 2, 123450);
  assert_decimal ("1 234,5", 2, 123450);
  assert_decimal ("1.234.567,89", 2, 123456789);
  assert_decimal ("1234.5", 2, 123450);
  assert_decimal ("0.125", 3, 125);
  assert_decimal ("1.234", 3, 1234000);
  assert_decimal ("-0,05", 2, -5);
  assert_decimal ("92233720368547758,07", 2, G_MAXINT64);
  assert_decimal ("1.250", 0, 1250);
}

static void
test_no_decimal (void)
{
  assert_no_decimal ("9,555", 2, "at most 2 are allowed");
  assert_no_decimal ("0.555", 2, "at most 2 are allowed");
  assert_no_decimal ("9,55", 1, "at most 1 is allowed");
  assert_no_decimal ("1,5", 0, "is not a whole number");
  assert_no_decimal ("1,234.5", 2, "is not a number");
  assert_no_decimal ("1,2,3", 2, "is not a number");
  assert_no_decimal ("9,", 2, "is not a number");
  assert_no_decimal (",5", 2, "is not a number");
  assert_no_decimal ("1.23.4", 2, "is not a number");
  assert_no_decimal ("9,5 điểm", 2, "is not a number");
  assert_no_decimal ("", 2, "is not a number");
  assert_no_decimal (NULL, 2, "is not a number");
  assert_no_decimal ("92233720368547758,08", 2, "too large");
}

static void
assert_shown (gint64 scaled, guint decimals, const char *fixed, const char *decimal)
{
  g_autofree char *all = bv_number_format_fixed (scaled, decimals);
  g_autofree char *few = bv_number_format_decimal (scaled, decimals);

  g_assert_cmpstr (all, ==, fixed);
  g_assert_cmpstr (few, ==, decimal);
}

static void
test_format (void)
{
  g_autofree char *least = bv_number_format_integer (G_MININT64);
  g_autofree char *grouped = bv_number_format_integer (1234567);
  g_autofree char *small = bv_number_format_integer (-999);

  g_assert_cmpstr (least, ==, "-9.223.372.036.854.775.808");
  g_assert_cmpstr (grouped, ==, "1.234.567");
  g_assert_cmpstr (small, ==, "-999");
  assert_shown (800, 2, "8,00", "8");
  assert_shown (0, 2, "0,00", "0");
  assert_shown (-5, 2, "-0,05", "-0,05");
  assert_shown (123450, 2, "1.234,50", "1.234,5");
  assert_shown (1000, 0, "1.000", "1.000");
  assert_shown (300, 3, "0,300", "0,3");
  assert_shown (G_MININT64, 18, "-9,223372036854775808", "-9,223372036854775808");
}

static void
test_words (void)
{
  static const struct
  {
    gint64 value;
    const char *words;
  } vectors[] = {
    { 0, "không" },
    { 1, "một" },
    { 4, "bốn" },
    { 5, "năm" },
    { 10, "mười" },
    { 11, "mười một" },
    { 14, "mười bốn" },
    { 15, "mười lăm" },
    { 20, "hai mươi" },
    { 21, "hai mươi mốt" },
    { 24, "hai mươi tư" },
    { 25, "hai mươi lăm" },
    { 30, "ba mươi" },
    { 91, "chín mươi mốt" },
    { 100, "một trăm" },
    { 101, "một trăm linh một" },
    { 104, "một trăm linh bốn" },
    { 105, "một trăm linh năm" },
    { 110, "một trăm mười" },
    { 115, "một trăm mười lăm" },
    { 121, "một trăm hai mươi mốt" },
    { 555, "năm trăm năm mươi lăm" },
    { 1000, "một nghìn" },
    { 1005, "một nghìn không trăm linh năm" },
    { 1010, "một nghìn không trăm mười" },
    { 1100, "một nghìn một trăm" },
    { 21000, "hai mươi mốt nghìn" },
    { 105005, "một trăm linh năm nghìn không trăm linh năm" },
    { 1000001, "một triệu không trăm linh một" },
    { 1010000, "một triệu không trăm mười nghìn" },
    { 2340000, "hai triệu ba trăm bốn mươi nghìn" },
    { 1000000000, "một tỷ" },
    { 2000000005, "hai tỷ không trăm linh năm" },
    { 24015000000, "hai mươi tư tỷ không trăm mười lăm triệu" },
    { 1000000000000, "một nghìn tỷ" },
    { 1005000000000, "một nghìn không trăm linh năm tỷ" },
    { 1000000000000000000, "một tỷ tỷ" },
    { -5, "âm năm" },
    { -1005, "âm một nghìn không trăm linh năm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++) {
    g_autofree char *words = bv_number_in_words (vectors[i].value);

    g_assert_cmpstr (words, ==, vectors[i].words);
  }
}

static void
test_money (void)
{
  g_autofree char *sum = bv_money_in_words (760000), *nothing = bv_money_in_words (0);
  g_autofree char *negative = bv_money_in_words (-2030000);

  g_assert_cmpstr (sum, ==, "Bảy trăm sáu mươi nghìn đồng");
  g_assert_cmpstr (nothing, ==, "Không đồng");
  g_assert_cmpstr (negative, ==, "Âm hai triệu không trăm ba mươi nghìn đồng");
}

/* Reads number words back, so that the generator is checked by something that is not itself. */
static gint64
read_words (const char *text)
{
  static const char *const digits[] = { "không", "một", "hai",  "ba",  "bốn", "năm", "sáu",
                                        "bảy",   "tám", "chín", "mốt", "tư",  "lăm", "mười" };
  static const gint64 values[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 4, 5, 10 };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gint64 total = 0, group = 0, last = 0;

  for (char **word = words; *word != NULL; word++) {
    for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
      if (g_str_equal (*word, digits[i])) {
        group += last;
        last = values[i];
      }
    if (g_str_equal (*word, "mươi") || g_str_equal (*word, "trăm")) {
      group += last * (g_str_equal (*word, "trăm") ? 100 : 10);
      last = 0;
    } else if (g_str_equal (*word, "nghìn") || g_str_equal (*word, "triệu")) {
      total += (group + last) * (g_str_equal (*word, "nghìn") ? 1000 : 1000000);
      group = last = 0;
    } else if (g_str_equal (*word, "tỷ")) {
      total = (total + group + last) * 1000000000;
      group = last = 0;
    }
  }
  return total + group + last;
}

static void
test_words_read_back (void)
{
  for (int round = 0; round < 20000; round++) {
    gint64 size = 1, value;
    g_autofree char *words = NULL;

    for (int n = g_test_rand_int_range (1, 16); n > 0; n--)
      size *= 10;
    value = (gint64) g_test_rand_double_range (0, size);
    if (round < 3000)
      value = round;
    words = bv_number_in_words (value);
    g_assert_cmpint (read_words (words), ==, value);
  }
}

static void
test_round_trip (void)
{
  for (int round = 0; round < 5000; round++) {
    guint decimals = g_test_rand_int_range (0, 19);
    gint64 number = (gint64) ((guint64) (guint32) g_test_rand_int () << 32
                              | (guint32) g_test_rand_int ())
                    >> g_test_rand_int_range (0, 63);
    g_autofree char *fixed = bv_number_format_fixed (number, decimals);
    g_autofree char *decimal = bv_number_format_decimal (number, decimals);
    g_autofree char *whole = bv_number_format_integer (number);

    assert_decimal (fixed, decimals, number);
    assert_decimal (decimal, decimals, number);
    assert_integer (whole, number);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/integer", test_integer);
  g_test_add_func ("/number/no-integer", test_no_integer);
  g_test_add_func ("/number/decimal", test_decimal);
  g_test_add_func ("/number/no-decimal", test_no_decimal);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/words", test_words);
  g_test_add_func ("/number/money", test_money);
  g_test_add_func ("/number/words-read-back", test_words_read_back);
  g_test_add_func ("/number/round-trip", test_round_trip);
  return g_test_run ();
}
