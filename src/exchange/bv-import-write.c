/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing judged rows into the office as one step. */
#include "config.h"

#include "bv-backup.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-import-private.h"

#include <glib/gi18n-lib.h>

static gboolean
check_no_errors (BvImport *self, GError **error)
{
  guint n_bad = bv_import_count (self, BV_IMPORT_ERROR) + bv_import_count (self, BV_IMPORT_ASK);

  for (guint i = 0; n_bad && i < self->rows->len; i++) {
    const BvImportRow *row = bv_import_get_row (self, i);

    if (row->verdict != BV_IMPORT_ERROR && row->verdict != BV_IMPORT_ASK)
      continue;
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 ngettext ("%u row of “%s” has an error, so nothing was imported. %s",
                           "%u rows of “%s” have errors, so nothing was imported. The first: %s",
                           n_bad),
                 n_bad,
                 bv_table_get_name (self->table),
                 row->message);
    return FALSE;
  }
  return TRUE;
}

gboolean
bv_import_begin (BvImport *self, gboolean skip_bad, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  guint n = bv_import_count (self, BV_IMPORT_NEW) + bv_import_count (self, BV_IMPORT_UPDATE);
  g_autofree char *title = NULL;

  if (!skip_bad && !check_no_errors (self, error))
    return FALSE;
  self->n_written = 0;
  self->skip_bad = skip_bad;
  self->own_step = !bv_history_is_open (history);
  if (!self->own_step)
    return TRUE;
  /* translators: "Import 288 person from can-bo.csv"; the kind is in the singular */
  title = g_strdup_printf (_ ("Import %1$u %2$s from %3$s"),
                           n,
                           bv_kind_get_label (self->kind),
                           bv_table_get_name (self->table));
  if (bv_office_backs_up (self->office) && !bv_backup_make (self->office, "import", error))
    return FALSE;
  return bv_history_begin (history, title, error);
}

static gboolean
write_row (BvImport *self, BvImportRow *row, GError **error)
{
  g_autoptr (GError) wrong = NULL;

  if (row->verdict != BV_IMPORT_NEW && row->verdict != BV_IMPORT_UPDATE)
    return TRUE;
  if (bv_office_save (self->office, row->record, &wrong))
    return TRUE;
  if (!self->skip_bad || !g_error_matches (wrong, BV_ERROR, BV_ERROR_INVALID)) {
    g_propagate_prefixed_error (error,
                                g_steal_pointer (&wrong),
                                _ ("Line %u: "),
                                bv_table_get_line (self->table, row->table_row));
    return FALSE;
  }
  bv_import_set_row_error (self, row, wrong);
  return TRUE;
}

gboolean
bv_import_write (BvImport *self, guint n_rows, guint *left, GError **error)
{
  guint end = (guint) MIN ((guint64) self->rows->len, (guint64) self->n_written + n_rows);

  for (; self->n_written < end; self->n_written++)
    if (!write_row (self, bv_import_get_row (self, self->n_written), error))
      return FALSE;
  if (left)
    *left = self->rows->len - self->n_written;
  return TRUE;
}

gboolean
bv_import_end (BvImport *self, GError **error)
{
  return !self->own_step || bv_history_commit (bv_office_get_history (self->office), error);
}

void
bv_import_abort (BvImport *self)
{
  if (self->own_step)
    bv_history_abort (bv_office_get_history (self->office));
}

gboolean
bv_import_commit (BvImport *self, gboolean skip_bad, GError **error)
{
  if (!bv_import_begin (self, skip_bad, error))
    return FALSE;
  if (bv_import_write (self, G_MAXUINT, NULL, error))
    return bv_import_end (self, error);
  bv_import_abort (self);
  return FALSE;
}
