/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files an export makes, and how they are called. */
#include "config.h"

#include "bv-workbook-private.h"

#include "bv-error.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char forms_sql[] = "SELECT award_form_id FROM proposal WHERE movement_id = ?1"
                                " GROUP BY award_form_id ORDER BY min (position), award_form_id";

/* Bytes of a file's name before its ending and number: file systems take 255. */
#define LONGEST_NAME 230

GArray *
bv_workbook_list_forms (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), forms_sql, error);
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (gint64));
  BvStep step = BV_STEP_FAILED;

  if (rows)
    bv_statement_bind_integer (rows, 1, movement_id);
  while (rows && (step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    gint64 form = bv_statement_get_integer (rows, 0);

    g_array_append_val (forms, form);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&forms) : NULL;
}

GArray *
_bv_workbook_list_wanted_forms (BvOffice *office,
                                gint64 movement_id,
                                const BvWorkbookChoice *choice,
                                GError **error)
{
  g_autoptr (GArray) forms = bv_workbook_list_forms (office, movement_id, error);

  for (guint i = 0; forms && i < forms->len;)
    if (bv_workbook_choice_has_form (choice, g_array_index (forms, gint64, i)))
      i++;
    else
      g_array_remove_index (forms, i);
  if (!forms || forms->len > 0)
    return g_steal_pointer (&forms);
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_NOT_FOUND,
                       _ ("Nobody is proposed for these award forms yet: draw up the proposals "
                          "first, or choose one file for all."));
  return NULL;
}

static char *
make_safe (char *name)
{
  return g_strdelimit (name, "/\\:*?\"<>|\n", '_');
}

/* What is left of @name within @n_bytes, whole letters. */
static void
shorten (char *name, gsize n_bytes)
{
  const char *end;

  if (strlen (name) <= n_bytes)
    return;
  name[n_bytes] = '\0';
  g_utf8_validate (name, -1, &end);
  name[end - name] = '\0';
  g_strchomp (name);
}

/* Award forms with long names that begin alike are told apart by their @number. */
static char *
name_form_file (BvOffice *office, const char *path, gint64 form_id, guint number)
{
  gsize length = strlen (path) - (g_str_has_suffix (path, ".xlsx") ? strlen (".xlsx") : 0);
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  gsize before = slash ? (gsize) (slash + 1 - path) : 0;
  g_autofree char *counted = number > 1 ? g_strdup_printf (" (%u)", number) : g_strdup ("");
  g_autofree char *name = make_safe (
      g_strdup (bv_office_get_name (office, &bv_award_form_kind, form_id)));

  shorten (name, (gsize) CLAMP ((gint64) LONGEST_NAME - (gint64) (length - before), 8, 255));
  return g_strdup_printf ("%.*s - %s%s.xlsx", (int) length, path, name, counted);
}

static void
add_form_file (GPtrArray *files, BvOffice *office, const char *path, gint64 form_id)
{
  guint number = 1;
  char *file = name_form_file (office, path, form_id, number);

  while (g_ptr_array_find_with_equal_func (files, file, g_str_equal, NULL)) {
    g_free (file);
    file = name_form_file (office, path, form_id, ++number);
  }
  g_ptr_array_add (files, file);
}

char **
bv_workbook_list_files (BvOffice *office,
                        gint64 movement_id,
                        const BvWorkbookChoice *choice,
                        const char *path,
                        GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) forms = NULL;

  if (!choice || !choice->split) {
    g_ptr_array_add (files, g_strdup (path));
  } else {
    forms = _bv_workbook_list_wanted_forms (office, movement_id, choice, error);
    if (!forms)
      return NULL;
    for (guint i = 0; i < forms->len; i++)
      add_form_file (files, office, path, g_array_index (forms, gint64, i));
  }
  g_ptr_array_add (files, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&files), FALSE);
}

char *
bv_workbook_suggest_name (BvOffice *office, gint64 movement_id)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, movement_id, NULL);
  const char *title = movement ? bv_record_get_text (movement, "short_title") : "";
  g_autofree char *name = g_strdup_printf (
      "Đề nghị khen thưởng%s%s.xlsx", *title ? " - " : "", title);

  return make_safe (g_steal_pointer (&name));
}
