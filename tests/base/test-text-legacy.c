/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Old encodings: every letter there and back by a table of the test's own, real words, guesses. */
#include "config.h"

#include "bv-legacy.h"
#include "bv-syllable.h"

#include <string.h>

/* How each small letter was written: TCVN3 and VNI in hexadecimal bytes. */
static const struct
{
  const char *letter;
  const char *tcvn3;
  const char *vni;
} letters[] = {
  { "à", "B5", "61F8" }, { "ả", "B6", "61FB" }, { "ã", "B7", "61F5" }, { "á", "B8", "61F9" },
  { "ạ", "B9", "61EF" }, { "ă", "A8", "61EA" }, { "ằ", "BB", "61E8" }, { "ẳ", "BC", "61FA" },
  { "ẵ", "BD", "61FC" }, { "ắ", "BE", "61E9" }, { "ặ", "C6", "61EB" }, { "â", "A9", "61E2" },
  { "ầ", "C7", "61E0" }, { "ẩ", "C8", "61E5" }, { "ẫ", "C9", "61E3" }, { "ấ", "CA", "61E1" },
  { "ậ", "CB", "61E4" }, { "đ", "AE", "F1" },   { "è", "CC", "65F8" }, { "ẻ", "CE", "65FB" },
  { "ẽ", "CF", "65F5" }, { "é", "D0", "65F9" }, { "ẹ", "D1", "65EF" }, { "ê", "AA", "65E2" },
  { "ề", "D2", "65E0" }, { "ể", "D3", "65E5" }, { "ễ", "D4", "65E3" }, { "ế", "D5", "65E1" },
  { "ệ", "D6", "65E4" }, { "ì", "D7", "EC" },   { "ỉ", "D8", "E6" },   { "ĩ", "DC", "F3" },
  { "í", "DD", "ED" },   { "ị", "DE", "F2" },   { "ò", "DF", "6FF8" }, { "ỏ", "E1", "6FFB" },
  { "õ", "E2", "6FF5" }, { "ó", "E3", "6FF9" }, { "ọ", "E4", "6FEF" }, { "ô", "AB", "6FE2" },
  { "ồ", "E5", "6FE0" }, { "ổ", "E6", "6FE5" }, { "ỗ", "E7", "6FE3" }, { "ố", "E8", "6FE1" },
  { "ộ", "E9", "6FE4" }, { "ơ", "AC", "F4" },   { "ờ", "EA", "F4F8" }, { "ở", "EB", "F4FB" },
  { "ỡ", "EC", "F4F5" }, { "ớ", "ED", "F4F9" }, { "ợ", "EE", "F4EF" }, { "ù", "EF", "75F8" },
  { "ủ", "F1", "75FB" }, { "ũ", "F2", "75F5" }, { "ú", "F3", "75F9" }, { "ụ", "F4", "75EF" },
  { "ư", "AD", "F6" },   { "ừ", "F5", "F6F8" }, { "ử", "F6", "F6FB" }, { "ữ", "F7", "F6F5" },
  { "ứ", "F8", "F6F9" }, { "ự", "F9", "F6EF" }, { "ỳ", "FA", "79F8" }, { "ỷ", "FB", "79FB" },
  { "ỹ", "FC", "79F5" }, { "ý", "FD", "79F9" }, { "ỵ", "FE", "EE" },
};

static char *
read_hex (const char *hex, gsize *length)
{
  char *bytes = g_new0 (char, strlen (hex) / 2 + 1);

  *length = strlen (hex) / 2;
  for (gsize i = 0; i < *length; i++)
    bytes[i] = (char) (g_ascii_xdigit_value (hex[2 * i]) << 4
                       | g_ascii_xdigit_value (hex[2 * i + 1]));
  return bytes;
}

/* Reads the bytes as a spreadsheet of the time would: as Latin-1. */
static char *
read_as_latin_1 (const char *bytes, gsize length)
{
  return g_convert (bytes, length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

static void
assert_hex (BvLegacy encoding, const char *hex, const char *expected)
{
  gsize length;
  g_autofree char *bytes = read_hex (hex, &length);
  g_autofree char *latin = read_as_latin_1 (bytes, length);
  g_autofree char *from_text = bv_legacy_decode (encoding, latin);
  g_autofree char *from_bytes = bv_legacy_decode_bytes (encoding, bytes, length);

  g_assert_cmpstr (from_text, ==, expected);
  g_assert_cmpstr (from_bytes, ==, expected);
}

static void
test_tcvn3_letters (void)
{
  static const char *const capitals = "ĂÂÊÔƠƯĐ";
  int code = 0xA1;

  g_assert_cmpint (G_N_ELEMENTS (letters), ==, 67);
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    assert_hex (BV_LEGACY_TCVN3, letters[i].tcvn3, letters[i].letter);
  for (const char *p = capitals; *p != '\0'; p = g_utf8_next_char (p), code++) {
    g_autofree char *hex = g_strdup_printf ("%02X", code);
    g_autofree char *capital = g_strndup (p, g_utf8_next_char (p) - p);

    assert_hex (BV_LEGACY_TCVN3, hex, capital);
  }
}

static void
test_vni_letters (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++) {
    g_autofree char *upper = g_utf8_strup (letters[i].letter, -1);
    g_autoptr (GString) hex = g_string_new (NULL);
    gsize length;
    g_autofree char *bytes = read_hex (letters[i].vni, &length);

    /* A capital is 20 lower in both bytes. */
    for (gsize k = 0; k < length; k++)
      g_string_append_printf (hex, "%02X", (guchar) bytes[k] - 0x20);
    assert_hex (BV_LEGACY_VNI, letters[i].vni, letters[i].letter);
    assert_hex (BV_LEGACY_VNI, hex->str, upper);
  }
}

/* The C library knows this code page, so it writes what we read. */
static void
test_windows_1258_letters (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++) {
    for (int upper = 0; upper < 2; upper++) {
      g_autofree char *letter = upper ? g_utf8_strup (letters[i].letter, -1)
                                      : g_strdup (letters[i].letter);
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *bytes = g_convert (
          letter, -1, "WINDOWS-1258", "UTF-8", NULL, &length, &error);
      g_autofree char *decoded = NULL;

      g_assert_no_error (error);
      decoded = bv_legacy_decode_bytes (BV_LEGACY_WINDOWS_1258, bytes, length);
      g_assert_cmpstr (decoded, ==, letter);
    }
  }
}

static void
assert_text (BvLegacy encoding, const char *old, const char *expected)
{
  g_autofree char *decoded = bv_legacy_decode (encoding, old);

  g_assert_cmpstr (decoded, ==, expected);
}

static void
test_text (void)
{
  assert_text (BV_LEGACY_TCVN3, "NguyÔn V¨n L\u00ad¬ng", "Nguyễn Văn Lương");
  assert_text (
      BV_LEGACY_TCVN3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam");
  assert_text (BV_LEGACY_TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc");
  assert_text (BV_LEGACY_TCVN3, "H\u03bc Néi “2004”", "Hà Nội “2004”");
  assert_text (BV_LEGACY_VNI,
               "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
               "Cộng hòa xã hội chủ nghĩa Việt Nam");
  assert_text (BV_LEGACY_VNI, "ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC");
  assert_text (BV_LEGACY_VNI, "Nguyeãn Vaên Löông", "Nguyễn Văn Lương");
  assert_text (BV_LEGACY_WINDOWS_1258, "Nguyê\u00den ÐýõÌng", "Nguyễn Đường");
  assert_text (BV_LEGACY_NFD, "Nguye\u0302\u0303n", "Nguyễn");
  assert_text (BV_LEGACY_NONE, "Nguyễn", "Nguyễn");
  assert_text (BV_LEGACY_TCVN3, "", "");
  assert_text (BV_LEGACY_VNI, NULL, "");
}

static void
test_bytes (void)
{
  g_autofree char *curly = bv_legacy_decode_bytes (BV_LEGACY_TCVN3, "\x93H\xb5\x94 \x96", 6);
  g_autofree char *utf8 = bv_legacy_decode_bytes (BV_LEGACY_NONE, "H\xc3\xa0\xff", 4);
  g_autofree char *empty = bv_legacy_decode_bytes (BV_LEGACY_NONE, NULL, 0);

  g_assert_cmpstr (curly, ==, "“Hà” –");
  g_assert_cmpstr (utf8, ==, "Hà\ufffd");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_fonts (void)
{
  static const struct
  {
    const char *font;
    BvLegacy encoding;
    gboolean capitals;
  } vectors[] = {
    { ".VnTime", BV_LEGACY_TCVN3, FALSE },
    { ".VnTimeH", BV_LEGACY_TCVN3, TRUE },
    { ".vnarial narrowh", BV_LEGACY_TCVN3, TRUE },
    { "VNI-Times", BV_LEGACY_VNI, FALSE },
    { "VNI-Helve", BV_LEGACY_VNI, FALSE },
    { "Times New Roman", BV_LEGACY_NONE, FALSE },
    { "Tahoma", BV_LEGACY_NONE, FALSE },
    { "Batch", BV_LEGACY_NONE, FALSE },
    { "", BV_LEGACY_NONE, FALSE },
    { NULL, BV_LEGACY_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++) {
    gboolean capitals = !vectors[i].capitals;

    g_assert_cmpint (bv_legacy_from_font (vectors[i].font, &capitals), ==, vectors[i].encoding);
    g_assert_cmpint (capitals, ==, vectors[i].capitals);
  }
}

static void
assert_guess (const char *text, BvLegacy expected)
{
  g_test_message ("“%s”", text != NULL ? text : "(null)");
  g_assert_cmpint (bv_legacy_guess (text), ==, expected);
}

static void
test_guess (void)
{
  assert_guess ("NguyÔn V¨n L\u00ad¬ng", BV_LEGACY_TCVN3);
  assert_guess ("Céng hßa x· héi chñ nghÜa ViÖt Nam", BV_LEGACY_TCVN3);
  assert_guess ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", BV_LEGACY_TCVN3);
  assert_guess ("Hé khÈu", BV_LEGACY_TCVN3);
  assert_guess ("cÈn", BV_LEGACY_TCVN3);
  assert_guess ("Hà Nô\u00f2i, Huê\u00ec", BV_LEGACY_WINDOWS_1258);
  assert_guess ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", BV_LEGACY_VNI);
  assert_guess ("Nguyeãn Vaên Löông", BV_LEGACY_VNI);
  assert_guess ("Cô\u00f2ng ho\u00cca xa\u00de hô\u00f2i", BV_LEGACY_WINDOWS_1258);
  assert_guess ("Nguye\u0302\u0303n", BV_LEGACY_NFD);
}

static void
test_guess_nothing (void)
{
  static const char *const texts[] = {
    "",
    "Le Van Tam",
    "Nguyễn Văn Lương",
    "Hà Lê Thìn",
    "Hòa bình là quý",
    "HÀ THÚY",
    "Nhiệt độ 25°C, điều 5 §",
    "Ban quản lý ® 2024",
    "25°C ½ § ©",
    "François Müller, café à Zürich",
    "São Paulo, España, señor",
    "Größe für Straße",
    "§ång, Müller, Größe, café",
    "ñi",
    "Привет",
    "中文",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_guess (texts[i], BV_LEGACY_NONE);
  assert_guess (NULL, BV_LEGACY_NONE);
}

/* Unicode text written in an old encoding by the test's table. */
static char *
encode (const char *text, gboolean vni)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    const char *hex = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
      if (g_utf8_get_char (letters[i].letter) == g_utf8_get_char (p))
        hex = vni ? letters[i].vni : letters[i].tcvn3;
    if (hex == NULL) {
      g_string_append_unichar (out, g_utf8_get_char (p));
    } else {
      gsize length;
      g_autofree char *bytes = read_hex (hex, &length);
      g_autofree char *latin = read_as_latin_1 (bytes, length);

      g_string_append (out, latin);
    }
  }
  return g_string_free (out, FALSE);
}

static void
test_round_trip_of_prose (void)
{
  static const char *const prose[] = {
    "đẩy mạnh phong trào thi đua yêu nước, lập thành tích chào mừng ngày thành lập ngành",
    "tham mưu xử lý kịp thời các vụ việc phát sinh trên tuyến biên giới",
    "cải cách hành chính, nâng cao chất lượng phục vụ người dân và doanh nghiệp",
    "quản lý đoàn ra, đoàn vào; lễ tân đối ngoại; nghiệp vụ lãnh sự",
    "khuyết điểm nghiêm trọng, khoẻ khoắn, ngoằn ngoèo, quỷ quyệt, khuỷu tay, giữ gìn, giếng",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (prose); i++) {
    g_autofree char *tcvn3 = encode (prose[i], FALSE), *vni = encode (prose[i], TRUE);

    assert_text (BV_LEGACY_TCVN3, tcvn3, prose[i]);
    assert_text (BV_LEGACY_VNI, vni, prose[i]);
    assert_guess (tcvn3, BV_LEGACY_TCVN3);
    assert_guess (vni, BV_LEGACY_VNI);
    assert_guess (prose[i], BV_LEGACY_NONE);
  }
}

static void
test_syllables (void)
{
  static const char *const right[] = {
    "Nguyễn", "Hường", "Đạt", "quốc", "Quý", "quỳnh", "gìn",   "giếng", "giữ", "nghiêng", "khuỷu",
    "Hoà",    "Hòa",   "ý",   "yêu",  "Ước", "ăn",    "xoong", "khuya", "UỶ",  "thuở",    "Kạn",
  };
  static const char *const wrong[] = {
    "",    "b",  "đ",   "foo", "Jos",     "hoạc̣h", "hoac",    "ngàt", "bảp",
    "str", "aa", "quu", "a b", "nguyenx", "ñi",    "\u0301a", "25",   "café1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++) {
    g_test_message ("“%s”", right[i]);
    g_assert_true (bv_syllable_is_vietnamese (right[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_test_message ("“%s”", wrong[i]);
    g_assert_false (bv_syllable_is_vietnamese (wrong[i]));
  }
}

static void
test_any_bytes (void)
{
  for (int round = 0; round < 3000; round++) {
    char bytes[24];
    int length = g_test_rand_int_range (0, sizeof bytes);

    for (int i = 0; i < length; i++)
      bytes[i] = (char) g_test_rand_int_range (1, 256);
    for (int encoding = BV_LEGACY_NONE; encoding <= BV_LEGACY_NFD; encoding++) {
      g_autofree char *text = bv_legacy_decode_bytes (encoding, bytes, length);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      bv_legacy_guess (text);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legacy/tcvn3-letters", test_tcvn3_letters);
  g_test_add_func ("/legacy/vni-letters", test_vni_letters);
  g_test_add_func ("/legacy/windows-1258-letters", test_windows_1258_letters);
  g_test_add_func ("/legacy/text", test_text);
  g_test_add_func ("/legacy/bytes", test_bytes);
  g_test_add_func ("/legacy/fonts", test_fonts);
  g_test_add_func ("/legacy/guess", test_guess);
  g_test_add_func ("/legacy/guess-nothing", test_guess_nothing);
  g_test_add_func ("/legacy/round-trip-of-prose", test_round_trip_of_prose);
  g_test_add_func ("/legacy/syllables", test_syllables);
  g_test_add_func ("/legacy/any-bytes", test_any_bytes);
  return g_test_run ();
}
