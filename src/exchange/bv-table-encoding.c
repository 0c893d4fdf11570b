/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in old Vietnamese encodings: recognised, and converted when asked to. */
#include "config.h"

#include "bv-error.h"
#include "bv-table-private.h"

#include <glib/gi18n-lib.h>

/* What the guess at an encoding looks at. */
#define GUESS_TEXT 65536

BvLegacy
bv_table_guess (const BvTable *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_fonts[BV_LEGACY_NFD + 1] = { 0 };
  BvLegacy best = BV_LEGACY_NONE;

  for (guint i = 0; i < self->cells->len; i++) {
    const BvTableCell *cell = &g_array_index (self->cells, BvTableCell, i);

    if (cell->type != BV_TABLE_TEXT || g_str_is_ascii (cell->text))
      continue;
    n_fonts[cell->font]++;
    if (words->len < GUESS_TEXT)
      g_string_append_printf (words, "%s\n", cell->text);
  }
  for (guint i = BV_LEGACY_TCVN3; i <= BV_LEGACY_NFD; i++)
    if (n_fonts[i] && n_fonts[i] >= n_fonts[best == BV_LEGACY_NONE ? i : best])
      best = i;
  return best != BV_LEGACY_NONE ? best : bv_legacy_guess (words->str);
}

gboolean
bv_table_check_unicode (const BvTable *self, GError **error)
{
  static const char *const names[] = { NULL, "TCVN3", "VNI", "Windows-1258", NULL };
  const char *name = names[bv_table_guess (self)];

  if (!name && !self->recoded)
    return TRUE;
  if (name)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The text of “%s” is in the old encoding %s. Say that it is to be converted."),
                 self->name,
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is not Unicode text. In Excel save the table as “CSV UTF-8”, then import "
                    "it again."),
                 self->name);
  return FALSE;
}

static gboolean
has_font (const BvTable *self, BvLegacy encoding)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, BvTableCell, i).font == encoding)
      return TRUE;
  return FALSE;
}

BvTable *
bv_table_convert (const BvTable *self, BvLegacy encoding)
{
  BvTable *copy = bv_table_new (self->name);
  gboolean by_font = has_font (self, encoding);

  copy->n_columns = self->n_columns;
  g_array_append_vals (copy->rows, self->rows->data, self->rows->len);
  g_array_append_vals (copy->merges, self->merges->data, self->merges->len);
  for (guint i = 0; i < self->cells->len; i++) {
    BvTableCell cell = g_array_index (self->cells, BvTableCell, i);
    g_autofree char *text = NULL;

    if (cell.type == BV_TABLE_TEXT && (!by_font || cell.font == encoding)) {
      text = bv_legacy_decode (encoding, cell.text);
      cell.font = BV_LEGACY_NONE;
    }
    cell.text = g_string_chunk_insert (copy->chunk, text ? text : cell.text);
    g_array_append_val (copy->cells, cell);
  }
  return copy;
}
