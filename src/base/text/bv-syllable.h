/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells whether a word can be Vietnamese, by the spelling rules of the syllable. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_syllable_is_vietnamese:
 * @word: one word in UTF-8, in any case, composed or not
 *
 * Knows first consonants, rimes and tones (rimes that end in c, ch, p, t bear only sắc and nặng),
 * not which of the possible syllables exist. Both places of the tone, Hoà and Hòa, are right.
 *
 * Returns: whether @word is spelt like a Vietnamese syllable
 */
gboolean bv_syllable_is_vietnamese (const char *word);

G_END_DECLS
