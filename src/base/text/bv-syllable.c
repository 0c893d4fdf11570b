/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells whether a word can be Vietnamese, by the spelling rules of the syllable. */
#include "config.h"

#include "bv-syllable.h"

#include <string.h>

#define LONGEST_SYLLABLE 7
#define GRAVE 0x300
#define ACUTE 0x301
#define TILDE 0x303
#define HOOK_ABOVE 0x309
#define DOT_BELOW 0x323

static const char *const onsets[] = {
  "",   "b",   "c",  "ch", "d",  "đ", "g",  "gh", "gi", "h", "k",  "kh", "l", "m", "n",
  "ng", "ngh", "nh", "p",  "ph", "q", "qu", "r",  "s",  "t", "th", "tr", "v", "x",
};

static const char rimes[]
    = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
      " e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu"
      " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
      " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet"
      " oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
      " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut"
      " uy uya uych uyên uyêt uynh uyt uyu"
      " ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
      " y yêm yên yêng yêt yêu ";

static gboolean
is_tone (gunichar c)
{
  return c == GRAVE || c == ACUTE || c == TILDE || c == HOOK_ABOVE || c == DOT_BELOW;
}

/* Takes the tone out of @word; %NULL when there are several or it stands on a consonant. */
static char *
take_tone (const char *word, gunichar *tone)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) letters = g_string_new (NULL);
  gunichar base = 0;

  *tone = 0;
  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_tone (c)) {
      if (*tone != 0 || base == 0 || g_utf8_strchr ("aeiouy", -1, base) == NULL)
        return NULL;
      *tone = c;
    } else {
      g_string_append_unichar (letters, c);
      if (!g_unichar_ismark (c))
        base = c;
    }
  }
  return g_utf8_normalize (letters->str, -1, G_NORMALIZE_NFC);
}

static gboolean
bears_tone (const char *rime, gunichar tone)
{
  gboolean stopped = g_str_has_suffix (rime, "c") || g_str_has_suffix (rime, "ch")
                     || g_str_has_suffix (rime, "p") || g_str_has_suffix (rime, "t");

  return !stopped || tone == ACUTE || tone == DOT_BELOW;
}

static gboolean
is_rime (const char *text)
{
  g_autofree char *entry = g_strconcat (" ", text, " ", NULL);

  return *text != '\0' && strstr (rimes, entry) != NULL;
}

static gboolean
fits (const char *letters, const char *onset, gunichar tone)
{
  const char *rime = letters + strlen (onset);

  if (!g_str_has_prefix (letters, onset))
    return FALSE;
  /* The u after q belongs to the rime in quy, to the consonant in qua: there is exactly one. */
  if (*onset == 'q' && (onset[1] == 'u') == (*rime == 'u'))
    return FALSE;
  return is_rime (rime) && bears_tone (rime, tone);
}

gboolean
bv_syllable_is_vietnamese (const char *word)
{
  g_autofree char *letters = NULL;
  gunichar tone;

  g_return_val_if_fail (word != NULL, FALSE);

  if (!g_utf8_validate (word, -1, NULL))
    return FALSE;
  letters = take_tone (word, &tone);
  if (letters == NULL || g_utf8_strlen (letters, -1) > LONGEST_SYLLABLE
      || strchr (letters, ' ') != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (onsets); i++)
    if (fits (letters, onsets[i], tone))
      return TRUE;
  return FALSE;
}
