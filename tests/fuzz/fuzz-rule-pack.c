/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a rule pack: a pack or a sentence; what is taken for a pack is written and read
 * again as it was. */
#include "config.h"

#include "bv-fuzz.h"
#include "bv-rule-pack-edit.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRulePack) pack = bv_rule_pack_parse (text, -1, &error);
  g_autofree char *written = NULL;
  g_autoptr (BvRulePack) again = NULL;
  g_autoptr (GPtrArray) told = NULL;

  g_assert_true ((pack != NULL) != (error != NULL));
  if (!pack)
    return 0;
  written = bv_rule_pack_to_json (pack);
  again = bv_rule_pack_parse (written, -1, &error);
  g_assert_no_error (error);
  told = bv_rule_pack_edit_compare (pack, again);
  g_assert_cmpuint (told->len, ==, 0);
  return 0;
}
