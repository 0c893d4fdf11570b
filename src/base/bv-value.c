/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value as SQLite keeps it: nothing, an integer, a text or bytes. */
#include "config.h"

#include "bv-value.h"

void
bv_value_clear (BvValue *value)
{
  if (value->type == BV_VALUE_TEXT)
    g_free (value->text);
  else if (value->type == BV_VALUE_BLOB)
    g_bytes_unref (value->blob);
  value->type = BV_VALUE_NULL;
  value->integer = 0;
}

void
bv_value_copy (const BvValue *value, BvValue *copy)
{
  if (value == copy)
    return;
  bv_value_clear (copy);
  *copy = *value;
  if (value->type == BV_VALUE_TEXT)
    copy->text = g_strdup (value->text);
  else if (value->type == BV_VALUE_BLOB)
    g_bytes_ref (copy->blob);
}

void
bv_value_set_integer (BvValue *value, gint64 integer)
{
  bv_value_clear (value);
  value->type = BV_VALUE_INTEGER;
  value->integer = integer;
}

void
bv_value_set_text (BvValue *value, const char *text)
{
  /* Copied first: @text may be the very text that @value holds. */
  char *copy = text && *text ? g_strdup (text) : NULL;

  bv_value_clear (value);
  if (copy) {
    value->type = BV_VALUE_TEXT;
    value->text = copy;
  }
}

void
bv_value_take_blob (BvValue *value, GBytes *blob)
{
  bv_value_clear (value);
  if (blob) {
    value->type = BV_VALUE_BLOB;
    value->blob = blob;
  }
}

gboolean
bv_value_equal (const BvValue *a, const BvValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type) {
  case BV_VALUE_INTEGER:
    return a->integer == b->integer;
  case BV_VALUE_TEXT:
    return g_str_equal (a->text, b->text);
  case BV_VALUE_BLOB:
    return g_bytes_equal (a->blob, b->blob);
  case BV_VALUE_NULL:
  default:
    return TRUE;
  }
}
