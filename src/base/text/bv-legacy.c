/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese text from before Unicode: TCVN3 (ABC fonts), VNI fonts and Windows code page 1258. */
#include "config.h"

#include "bv-legacy.h"

#include "bv-syllable.h"

#include <string.h>
#include <wchar.h>

#define TCVN3_START 0xA0
#define GREEK_MU 0x3BC
#define MICRO_SIGN 0xB5

/* A character of the old text and what stands for it, to be composed afterwards. */
typedef struct
{
  gunichar old;
  const char *text;
} Mapping;

/* A mark of VNI and the letters after which it is one; elsewhere the same byte may be a letter. */
typedef struct
{
  gunichar old;
  const char *text;
  const char *letters;
} Mark;

/* TCVN 5712:1993 from A0 to FF. The fonts' set VN3 lacks the toned capitals, VN1 has them here. */
static const wchar_t tcvn3[] = L"\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ"
                               L"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
                               L"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
                               L"éẹềểễếệìỉỄẾỒĩíịò"
                               L"Ổỏõóọồổỗốộờởỡớợù"
                               L"ỖủũúụừửữứựỳỷỹýỵỐ";
G_STATIC_ASSERT (G_N_ELEMENTS (tcvn3) == 0x60 + 1);

static const Mapping vni_letters[] = {
  { 0xF1, "đ" }, { 0xF4, "ơ" }, { 0xF6, "ư" }, { 0xED, "í" }, { 0xEC, "ì" }, { 0xE6, "ỉ" },
  { 0xF3, "ĩ" }, { 0xF2, "ị" }, { 0xEE, "ỵ" }, { 0xD1, "Đ" }, { 0xD4, "Ơ" }, { 0xD6, "Ư" },
  { 0xCD, "Í" }, { 0xCC, "Ì" }, { 0xC6, "Ỉ" }, { 0xD3, "Ĩ" }, { 0xD2, "Ị" }, { 0xCE, "Ỵ" },
};

/* The capital forms of these bytes mean the same after a capital letter. */
static const Mark vni_marks[] = {
  { 0xF9, "\u0301", "aeouyôö" },   { 0xF8, "\u0300", "aeouyôö" },   { 0xFB, "\u0309", "aeouyôö" },
  { 0xF5, "\u0303", "aeouyôö" },   { 0xEF, "\u0323", "aeouyôö" },   { 0xE2, "\u0302", "aeo" },
  { 0xE1, "\u0302\u0301", "aeo" }, { 0xE0, "\u0302\u0300", "aeo" }, { 0xE5, "\u0302\u0309", "aeo" },
  { 0xE3, "\u0302\u0303", "aeo" }, { 0xE4, "\u0302\u0323", "aeo" }, { 0xEA, "\u0306", "a" },
  { 0xE9, "\u0306\u0301", "a" },   { 0xE8, "\u0306\u0300", "a" },   { 0xFA, "\u0306\u0309", "a" },
  { 0xFC, "\u0306\u0303", "a" },   { 0xEB, "\u0306\u0323", "a" },
};

/* Only where code page 1258 differs from 1252. */
static const Mapping windows_1258[] = {
  { 0xC3, "Ă" },      { 0xCC, "\u0300" }, { 0xD0, "Đ" }, { 0xD2, "\u0309" }, { 0xD5, "Ơ" },
  { 0xDD, "Ư" },      { 0xDE, "\u0303" }, { 0xE3, "ă" }, { 0xEC, "\u0301" }, { 0xF0, "đ" },
  { 0xF2, "\u0323" }, { 0xF5, "ơ" },      { 0xFD, "ư" }, { 0xFE, "₫" },
};

/* The characters of Windows-1252 from 80 to 9F. */
static const wchar_t windows_1252[] = L"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f"
                                      L"\x90‘’“”•–—˜™š›œ\x9džŸ";
G_STATIC_ASSERT (G_N_ELEMENTS (windows_1252) == 0x20 + 1);

static const char *
find_mapping (const Mapping *mappings, gsize n, gunichar c)
{
  for (gsize i = 0; i < n; i++)
    if (mappings[i].old == c)
      return mappings[i].text;
  return NULL;
}

static void
append_tcvn3 (GString *out, gunichar c)
{
  /* Some programs write the micro sign as the Greek letter. */
  if (c == GREEK_MU)
    c = MICRO_SIGN;
  if (c >= TCVN3_START && c <= 0xFF)
    c = (gunichar) tcvn3[c - TCVN3_START];
  g_string_append_unichar (out, c);
}

static const char *
find_vni_mark (gunichar before, gunichar c)
{
  gunichar letter = g_unichar_tolower (before), mark = g_unichar_tolower (c);

  for (gsize i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].old == mark)
      return before != 0 && g_utf8_strchr (vni_marks[i].letters, -1, letter) != NULL
                 ? vni_marks[i].text
                 : NULL;
  return NULL;
}

static void
append_vni (GString *out, gunichar before, gunichar c)
{
  const char *text = find_vni_mark (before, c);

  if (text == NULL)
    text = find_mapping (vni_letters, G_N_ELEMENTS (vni_letters), c);
  if (text != NULL)
    g_string_append (out, text);
  else
    g_string_append_unichar (out, c);
}

static void
append_windows_1258 (GString *out, gunichar c)
{
  const char *text = find_mapping (windows_1258, G_N_ELEMENTS (windows_1258), c);

  if (text != NULL)
    g_string_append (out, text);
  else
    g_string_append_unichar (out, c);
}

char *
bv_legacy_decode (BvLegacy encoding, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    switch (encoding) {
    case BV_LEGACY_TCVN3:
      append_tcvn3 (out, c);
      break;
    case BV_LEGACY_VNI:
      append_vni (out, before, c);
      break;
    case BV_LEGACY_WINDOWS_1258:
      append_windows_1258 (out, c);
      break;
    case BV_LEGACY_NONE:
    case BV_LEGACY_NFD:
    default:
      g_string_append_unichar (out, c);
    }
    before = c;
  }
  return g_utf8_normalize (out->str, out->len, G_NORMALIZE_NFC);
}

char *
bv_legacy_decode_bytes (BvLegacy encoding, const char *bytes, gsize length)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (encoding == BV_LEGACY_NONE || encoding == BV_LEGACY_NFD) {
    g_autofree char *valid = g_utf8_make_valid (length > 0 ? bytes : "", length);

    return bv_legacy_decode (encoding, valid);
  }
  text = g_string_sized_new (length * 2);
  for (gsize i = 0; i < length; i++) {
    guchar byte = (guchar) bytes[i];

    g_string_append_unichar (text, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
  }
  return bv_legacy_decode (encoding, text->str);
}

BvLegacy
bv_legacy_from_font (const char *font_name, gboolean *capitals)
{
  g_autofree char *name = g_ascii_strdown (font_name != NULL ? font_name : "", -1);
  gboolean old = g_str_has_prefix (g_strstrip (name), ".vn");

  if (capitals != NULL)
    *capitals = old && g_str_has_suffix (name, "h");
  if (old)
    return BV_LEGACY_TCVN3;
  return g_str_has_prefix (name, "vni-") ? BV_LEGACY_VNI : BV_LEGACY_NONE;
}

/* Old encodings give words such as "khÈL"; real ones are small, capital or begin with a capital. */
static gboolean
has_ordinary_case (const char *word)
{
  gboolean lower = FALSE, upper_later = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    lower |= g_unichar_islower (c);
    upper_later |= p != word && g_unichar_isupper (c);
  }
  return !(lower && upper_later);
}

static gboolean
reads_as (BvLegacy encoding, const char *word)
{
  g_autofree char *decoded = bv_legacy_decode (encoding, word);

  if (g_str_equal (decoded, word) && !has_ordinary_case (word))
    return FALSE;
  return bv_syllable_is_vietnamese (decoded);
}

/* Only words with a byte above ASCII can tell; digits and single signs (25°, §) say nothing. */
static gboolean
is_telling (const char *word)
{
  gboolean high = FALSE;

  for (const char *p = word; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      return FALSE;
    high |= (guchar) *p >= 0x80;
  }
  return high && g_utf8_strlen (word, -1) > 1;
}

static GPtrArray *
list_telling_words (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " \t\r\n.,;:!?()[]{}\"'/-+*=<>&%#_|\\", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (char **piece = pieces; *piece != NULL; piece++)
    if (is_telling (*piece))
      g_ptr_array_add (words, g_strdup (*piece));
  return words;
}

/* Whether every letter could be one byte of an old encoding. */
static gboolean
is_all_latin_1 (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c > 0xFF && c != GREEK_MU && g_unichar_isalpha (c))
      return FALSE;
  }
  return TRUE;
}

static guint
count_readable (BvLegacy encoding, GPtrArray *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += reads_as (encoding, g_ptr_array_index (words, i));
  return n;
}

BvLegacy
bv_legacy_guess (const char *text)
{
  static const BvLegacy candidates[] = { BV_LEGACY_TCVN3, BV_LEGACY_VNI, BV_LEGACY_WINDOWS_1258 };
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr (GPtrArray) words = NULL;
  BvLegacy best = BV_LEGACY_NONE;
  guint most;

  if (!g_str_equal (composed, valid))
    return BV_LEGACY_NFD;
  if (!is_all_latin_1 (valid))
    return BV_LEGACY_NONE;
  words = list_telling_words (valid);
  most = count_readable (BV_LEGACY_NONE, words);
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++) {
    guint n = count_readable (candidates[i], words);

    if (n == most)
      best = BV_LEGACY_NONE;
    else if (n > most && n * 5 >= words->len * 4)
      best = candidates[i];
    most = MAX (most, n);
  }
  return best;
}
