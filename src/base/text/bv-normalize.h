/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings every text that enters the program into one form: valid UTF-8, NFC, no control characters.
 */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_normalize:
 * @text: (nullable): text as typed, pasted or read from a file
 *
 * Makes invalid UTF-8 valid, composes to NFC, turns CR LF and CR into LF and tabs into spaces,
 * drops other control characters and byte order marks, and trims both ends. Soft hyphens stay,
 * because in old TCVN3 text they are the letter ư.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *bv_normalize (const char *text);

/**
 * bv_normalize_line:
 * @text: (nullable): text as typed, pasted or read from a file
 *
 * Like bv_normalize(), for fields of one line: each run of white space becomes one space.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *bv_normalize_line (const char *text);

G_END_DECLS
