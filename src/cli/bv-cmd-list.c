/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list FILE KIND: all rows of a kind, on standard output or as a file to hand on. */
#include "config.h"

#include "bv-cmd-rows.h"
#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-list-export.h"
#include "bv-query.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* Rows are read so many at a time. */
#define BLOCK 256

static char *format, *movement, *search, *output;

static const GOptionEntry options[] = {
  { "format",
    0,
    0,
    G_OPTION_ARG_STRING,
    &format,
    N_ ("tsv (default), json; with --output xlsx (default) or csv"),
    N_ ("FORMAT") },
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    N_ ("file to write what the list page shows to"),
    N_ ("OUT") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { "search", 0, 0, G_OPTION_ARG_STRING, &search, N_ ("only rows with these words"), N_ ("TEXT") },
  { NULL },
};

/* The id, then the fields. */
static BvCmdColumn *
make_columns (const BvKind *kind)
{
  BvCmdColumn *columns = g_new0 (BvCmdColumn, kind->n_fields + 1);

  columns[0] = (BvCmdColumn){ "id", "id" };
  for (guint i = 0; i < kind->n_fields; i++)
    columns[i + 1] = (BvCmdColumn){ kind->fields[i].name, bv_field_get_label (&kind->fields[i]) };
  return columns;
}

/* JSON has what is stored, a table what a list shows. */
static void
add_field (BvCmdRows *rows, BvOffice *office, BvRecord *record, const BvField *field)
{
  const BvValue *value = bv_record_get_value (record, field->name);

  if (!bv_cmd_rows_is_json (rows)) {
    g_autofree char *text = bv_office_display (office, record, field);
    bv_cmd_rows_add_text (rows, text);
  } else if (value->type == BV_VALUE_INTEGER && field->type == BV_FIELD_BOOLEAN)
    bv_cmd_rows_add_boolean (rows, value->integer != 0);
  else if (value->type == BV_VALUE_INTEGER)
    bv_cmd_rows_add_integer (rows, value->integer);
  else if (value->type == BV_VALUE_TEXT)
    bv_cmd_rows_add_text (rows, value->text);
  else
    bv_cmd_rows_add_null (rows);
}

static gboolean
add_block (BvCmdRows *rows,
           BvOffice *office,
           const BvKind *kind,
           const gint64 *ids,
           guint n_ids,
           GError **error)
{
  BvRecord *records[BLOCK] = { NULL };

  if (!bv_office_load_many (office, kind, ids, n_ids, records, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++) {
    if (!records[i])
      continue;
    bv_cmd_rows_add_integer (rows, ids[i]);
    for (guint j = 0; j < kind->n_fields; j++)
      add_field (rows, office, records[i], &kind->fields[j]);
    g_object_unref (records[i]);
  }
  return TRUE;
}

static GArray *
find_ids (BvOffice *office, const BvKind *kind, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (kind);

  query->search = g_strdup (search);
  if (kind->flags & BV_KIND_IN_MOVEMENT) {
    query->movement_id = bv_cmd_find_movement (office, movement, error);
    if (!query->movement_id)
      return NULL;
  }
  return bv_query_run (query, office, error);
}

/* What the list page shows before anybody narrows it. */
static BvListExport *
make_export (BvOffice *office, const BvKind *kind, GArray *ids)
{
  BvListExport *list = bv_list_export_new (bv_kind_get_plural (kind));

  if (kind->flags & BV_KIND_IN_MOVEMENT)
    bv_list_export_set_movement (list, office, bv_cmd_find_movement (office, movement, NULL));
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_LISTED)
      bv_list_export_add_column (list, &kind->fields[i], NULL);
  bv_list_export_take_ids (list, kind, g_array_ref (ids));
  return list;
}

/* The ending of the name says the format; --format has to agree. */
static gboolean
check_format (GError **error)
{
  const char *medium = bv_list_export_get_medium (output);

  if (!format || g_str_equal (format, medium))
    return TRUE;
  g_set_error (
      error,
      BV_ERROR,
      BV_ERROR_INVALID,
      _ ("“%s” does not end in .%s. Name the file so, or choose the format by its ending."),
      output,
      format);
  return FALSE;
}

/* The register belongs to a movement: before there is one, nothing is issued. */
static gboolean
write_file (const char *path, BvOffice *office, const BvKind *kind, GArray *ids, GError **error)
{
  g_autoptr (BvListExport) list = make_export (office, kind, ids);
  g_autofree char *title = g_strdup_printf (_ ("List: %s"), bv_list_export_get_title (list));
  BvIssue issue = { .movement_id = bv_cmd_find_movement (office, movement, NULL),
                    .document = "list",
                    .title = title,
                    .medium = bv_list_export_get_medium (output),
                    .path = output };

  if (!bv_list_export_write (list, office, output, NULL, NULL, NULL, error))
    return FALSE;
  bv_office_close (office, NULL);
  bv_cmd_say (_ ("The list is in “%s”."), output);
  issue.fingerprint = bv_list_export_get_fingerprint (list);
  if (issue.movement_id)
    bv_cmd_register (path, &issue);
  return TRUE;
}

static gboolean
print (BvOffice *office, const BvKind *kind, GArray *ids, GError **error)
{
  g_autofree BvCmdColumn *columns = make_columns (kind);
  g_autoptr (BvCmdRows) rows = bv_cmd_rows_new (format, columns, kind->n_fields + 1, error);

  if (!rows)
    return FALSE;
  for (guint i = 0; i < ids->len; i += BLOCK)
    if (!add_block (
            rows, office, kind, &g_array_index (ids, gint64, i), MIN (BLOCK, ids->len - i), error))
      return FALSE;
  bv_cmd_rows_end (rows);
  return TRUE;
}

static gboolean
run (char **arguments, GError **error)
{
  const BvKind *kind = bv_cmd_find_kind (arguments[1], error);
  g_autoptr (BvOffice) office = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!kind || (output && !check_format (error)))
    return FALSE;
  office = bv_cmd_open_to_read (arguments[0], error);
  ids = office ? find_ids (office, kind, error) : NULL;
  if (!ids)
    return FALSE;
  return output ? write_file (arguments[0], office, kind, ids, error)
                : print (office, kind, ids, error);
}

const BvCmd bv_cmd_list = {
  .name = "list",
  .arguments = N_ ("FILE KIND"),
  .summary = N_ ("list the rows of a kind"),
  .n_arguments = 2,
  .options = options,
  .run = run,
};
