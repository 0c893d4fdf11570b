/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import FILE KIND DATA: rows from a workbook or a table of text, all or nothing. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-import.h"
#include "bv-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean skip_bad, skip_unknown, with_hidden;
static char *bad_rows, *movement, *sheet, *encoding;

static const GOptionEntry options[] = {
  { "skip-bad",
    0,
    0,
    G_OPTION_ARG_NONE,
    &skip_bad,
    N_ ("leave out rows with errors and write them to a table"),
    NULL },
  { "errors",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &bad_rows,
    N_ ("where rows with errors go; beside the data, with “-loi” in its name, when not given"),
    N_ ("FILE") },
  { "skip-unknown",
    0,
    0,
    G_OPTION_ARG_NONE,
    &skip_unknown,
    N_ ("leave out columns whose headings are not known"),
    NULL },
  { "with-hidden",
    0,
    0,
    G_OPTION_ARG_NONE,
    &with_hidden,
    N_ ("import rows that are hidden in the sheet too"),
    NULL },
  { "sheet",
    0,
    0,
    G_OPTION_ARG_STRING,
    &sheet,
    N_ ("sheet of a workbook; the first that is not hidden when not given"),
    N_ ("NAME") },
  { "encoding",
    0,
    0,
    G_OPTION_ARG_STRING,
    &encoding,
    N_ ("what the text is converted from: tcvn3, vni or windows-1258"),
    N_ ("NAME") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { NULL },
};

static char *
choose_bad_rows (const char *data)
{
  const char *dot = strrchr (data, '.');

  if (bad_rows)
    return g_strdup (bad_rows);
  if (!dot || strchr (dot, G_DIR_SEPARATOR))
    return g_strconcat (data, "-loi.csv", NULL);
  return g_strdup_printf ("%.*s-loi%s", (int) (dot - data), data, dot);
}

static gboolean
write_errors (BvImport *import, const char *data, GError **error)
{
  guint n_bad = bv_import_count (import, BV_IMPORT_ERROR) + bv_import_count (import, BV_IMPORT_ASK);
  g_autofree char *path = choose_bad_rows (data);

  if (!n_bad)
    return TRUE;
  if (!bv_import_write_errors (import, path, error))
    return FALSE;
  bv_cmd_say (
      ngettext ("%u row with an error is in “%s”.", "%u rows with errors are in “%s”.", n_bad),
      n_bad,
      path);
  return TRUE;
}

static BvTable *
read_sheet (BvSource *source, GError **error)
{
  int found = sheet ? bv_source_find (source, sheet) : (int) bv_source_get_first (source);

  if (found >= 0)
    return bv_source_read (source, (guint) found, NULL, error);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_NOT_FOUND,
               _ ("“%s” has no sheet “%s”. Check its name."),
               bv_source_get_name (source),
               sheet);
  return NULL;
}

static BvTable *
convert (BvTable *table, GError **error)
{
  static const char *const names[] = { "", "tcvn3", "vni", "windows-1258", "nfd", NULL };

  for (guint i = 1; names[i]; i++)
    if (g_ascii_strcasecmp (names[i], encoding) == 0)
      return bv_table_convert (table, (BvLegacy) i);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is no encoding that can be converted. Choose tcvn3, vni or windows-1258."),
               encoding);
  return NULL;
}

static BvTable *
read_table (const char *data, GError **error)
{
  g_autoptr (BvSource) source = bv_source_open (data, NULL, error);
  g_autoptr (BvTable) table = source ? read_sheet (source, error) : NULL;

  if (table && encoding)
    return convert (table, error);
  return table && bv_table_check_unicode (table, error) ? g_steal_pointer (&table) : NULL;
}

static BvImport *
judge (BvOffice *office, const BvKind *kind, gint64 movement_id, BvTable *table, GError **error)
{
  g_autoptr (BvImportColumns) columns = bv_import_columns_find (kind, table, FALSE, error);
  g_autoptr (BvImport) import = NULL;

  if (!columns || (!skip_unknown && !bv_import_columns_check_known (columns, error)))
    return NULL;
  import = bv_import_new (office,
                          movement_id,
                          table,
                          columns,
                          with_hidden ? BV_IMPORT_WITH_HIDDEN : BV_IMPORT_DEFAULT,
                          error);
  return import && bv_import_judge (import, G_MAXUINT, NULL, error) ? g_steal_pointer (&import)
                                                                    : NULL;
}

static gboolean
import_into (BvOffice *office, const BvKind *kind, const char *data, GError **error)
{
  gint64 movement_id = 0;
  g_autoptr (BvTable) table = NULL;
  g_autoptr (BvImport) import = NULL;

  if (kind->flags & BV_KIND_IN_MOVEMENT || movement || bv_kind_find_field (kind, "achievement_id"))
    if (!(movement_id = bv_cmd_find_movement (office, movement, error)))
      return FALSE;
  table = read_table (data, error);
  import = table ? judge (office, kind, movement_id, table, error) : NULL;
  if (!import || !bv_import_commit (import, skip_bad, error))
    return FALSE;
  bv_cmd_say (_ ("New: %u. Updated: %u. Unchanged: %u. With errors: %u."),
              bv_import_count (import, BV_IMPORT_NEW),
              bv_import_count (import, BV_IMPORT_UPDATE),
              bv_import_count (import, BV_IMPORT_SAME),
              bv_import_count (import, BV_IMPORT_ERROR) + bv_import_count (import, BV_IMPORT_ASK));
  if (bv_import_count (import, BV_IMPORT_LEFT_OUT))
    bv_cmd_say (_ ("Left out as totals, headings, notes or hidden rows: %u."),
                bv_import_count (import, BV_IMPORT_LEFT_OUT));
  return write_errors (import, data, error);
}

static gboolean
run (char **arguments, GError **error)
{
  const BvKind *kind = bv_cmd_find_kind (arguments[1], error);
  g_autoptr (BvOffice) office = kind ? bv_cmd_open_to_write (arguments[0], error) : NULL;

  return office && import_into (office, kind, arguments[2], error)
         && bv_office_close (office, error);
}

const BvCmd bv_cmd_import = {
  .name = "import",
  .arguments = N_ ("FILE KIND DATA"),
  .summary = N_ ("import rows from a table"),
  .n_arguments = 3,
  .options = options,
  .run = run,
};
