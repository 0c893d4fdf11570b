/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import FILE KIND DATA.csv: rows from a table, all or nothing. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean skip_bad;
static char *bad_rows, *movement;

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
    N_ ("where rows with errors go; DATA-loi.csv when not given"),
    N_ ("FILE") },
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
  guint n_bad = bv_import_count (import, BV_IMPORT_ERROR);
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

static gboolean
import_into (BvOffice *office, const BvKind *kind, const char *data, GError **error)
{
  gint64 movement_id = 0;
  g_autoptr (BvImport) import = NULL;

  if (kind->flags & BV_KIND_IN_MOVEMENT || movement || bv_kind_find_field (kind, "achievement_id"))
    if (!(movement_id = bv_cmd_find_movement (office, movement, error)))
      return FALSE;
  import = bv_import_open (office, kind, movement_id, data, error);
  if (!import || !bv_import_commit (import, skip_bad, error))
    return FALSE;
  bv_cmd_say (_ ("New: %u. Updated: %u. Unchanged: %u. With errors: %u."),
              bv_import_count (import, BV_IMPORT_NEW),
              bv_import_count (import, BV_IMPORT_UPDATE),
              bv_import_count (import, BV_IMPORT_SAME),
              bv_import_count (import, BV_IMPORT_ERROR));
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
  .arguments = N_ ("FILE KIND DATA.csv"),
  .summary = N_ ("import rows from a table"),
  .n_arguments = 3,
  .options = options,
  .run = run,
};
