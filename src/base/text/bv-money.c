/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of money as documents write them. */
#include "config.h"

#include "bv-money.h"

#include "bv-number.h"

char *
bv_money_in_words (gint64 dong)
{
  g_autofree char *words = bv_number_in_words (dong);
  GString *sum = g_string_new (NULL);

  g_string_append_unichar (sum, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (sum, g_utf8_next_char (words));
  g_string_append (sum, " đồng");
  return g_string_free (sum, FALSE);
}
