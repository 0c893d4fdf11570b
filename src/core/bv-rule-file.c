/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing the JSON file of a rule pack. */
#include "config.h"

#include "bv-rule-file.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

BvRulePack *
bv_rule_file_read (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;
  BvRulePack *pack;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, &reason)) {
    g_set_error (
        error, BV_ERROR, BV_ERROR_FAILED, _ ("“%s” cannot be read: %s"), name, reason->message);
    return NULL;
  }
  pack = bv_rule_pack_parse (text, (gssize) length, error);
  if (!pack)
    g_prefix_error (error, "%s · ", name);
  return pack;
}

gboolean
bv_rule_file_write (const BvRulePack *pack, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = bv_rule_pack_to_json (pack);
  g_autoptr (GError) reason = NULL;

  if (g_file_replace_contents (
          file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &reason))
    return TRUE;
  g_set_error (
      error, BV_ERROR, BV_ERROR_FAILED, _ ("“%s” cannot be written: %s"), name, reason->message);
  return FALSE;
}
