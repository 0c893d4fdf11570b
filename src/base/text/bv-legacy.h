/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese text from before Unicode: TCVN3 (ABC fonts), VNI fonts and Windows code page 1258. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvLegacy:
 * @BV_LEGACY_NONE: Unicode, nothing to convert
 * @BV_LEGACY_TCVN3: TCVN 5712:1993, one byte a letter, for fonts such as .VnTime
 * @BV_LEGACY_VNI: one or two bytes a letter, for fonts such as VNI-Times
 * @BV_LEGACY_WINDOWS_1258: letters followed by tones
 * @BV_LEGACY_NFD: Unicode with the marks apart from their letters
 */
typedef enum {
  BV_LEGACY_NONE,
  BV_LEGACY_TCVN3,
  BV_LEGACY_VNI,
  BV_LEGACY_WINDOWS_1258,
  BV_LEGACY_NFD,
} BvLegacy;

/**
 * bv_legacy_decode:
 * @encoding: what @text is
 * @text: (nullable): the old bytes as a spreadsheet gives them: read as Windows-1252, in UTF-8
 *
 * Characters without a place in the old table stay as they are. Text must come unaltered: in TCVN3
 * the soft hyphen is the letter ư.
 *
 * Returns: (transfer full): Vietnamese in NFC
 */
char *bv_legacy_decode (BvLegacy encoding, const char *text);

/**
 * bv_legacy_decode_bytes:
 * @encoding: what @bytes are; BV_LEGACY_NONE and BV_LEGACY_NFD mean UTF-8
 * @bytes: the content of an old text file
 * @length: how many bytes
 *
 * Returns: (transfer full): Vietnamese in NFC
 */
char *bv_legacy_decode_bytes (BvLegacy encoding, const char *bytes, gsize length);

/**
 * bv_legacy_from_font:
 * @font_name: (nullable): the font of a cell or a run of text
 * @capitals: (out) (optional): whether the font shows every letter as a capital (.VnTimeH): then
 * the decoded text has to be put into capitals to look as it did
 *
 * Returns: the encoding that the font was made for
 */
BvLegacy bv_legacy_from_font (const char *font_name, gboolean *capitals);

/**
 * bv_legacy_guess:
 * @text: (nullable): as for bv_legacy_decode(); the more text, the surer the answer
 *
 * Decides by the share of words that become Vietnamese syllables. Plain ASCII, text that is
 * Vietnamese already and text that could be two encodings give BV_LEGACY_NONE. Show the result
 * before using it.
 *
 * Returns: the likely encoding
 */
BvLegacy bv_legacy_guess (const char *text);

G_END_DECLS
