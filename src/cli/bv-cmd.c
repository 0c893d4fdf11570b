/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all commands begin with: the file, the movement, the kind. */
#include "config.h"

#include "bv-cmd.h"

#include "bv-catalogue.h"
#include "bv-error.h"
#include "bv-fold.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

BvOffice *
bv_cmd_open_to_read (const char *path, GError **error)
{
  return bv_office_open (path, NULL, BV_OFFICE_OPEN_READ_ONLY | BV_OFFICE_OPEN_NO_BACKUP, error);
}

BvOffice *
bv_cmd_open_to_write (const char *path, GError **error)
{
  g_autoptr (BvOffice) office = bv_office_open (path, NULL, BV_OFFICE_OPEN_DEFAULT, error);

  if (!office || bv_office_is_writable (office))
    return g_steal_pointer (&office);
  if (bv_office_get_holder (office))
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_LOCKED,
                 _ ("“%s” is open elsewhere: %s. Close it there first."),
                 path,
                 bv_office_get_holder (office));
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written. Check the permissions of the file and its folder."),
                 path);
  return NULL;
}

static gboolean
is_called (BvStatement *statement, const char *folded)
{
  for (int column = 1; column <= 2; column++) {
    g_autofree char *name = bv_fold (bv_statement_get_text (statement, column));

    if (*name && g_str_equal (name, folded))
      return TRUE;
  }
  return FALSE;
}

gint64
bv_cmd_find_movement (BvOffice *office, const char *name, GError **error)
{
  g_autofree char *folded = bv_fold (name);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office),
      "SELECT id, title, short_title FROM movement ORDER BY start_on DESC, id DESC",
      error);
  BvStep step = statement ? BV_STEP_ROW : BV_STEP_FAILED;

  while (step == BV_STEP_ROW && (step = bv_statement_step (statement, error)) == BV_STEP_ROW)
    if (!name || is_called (statement, folded))
      return bv_statement_get_integer (statement, 0);
  if (step == BV_STEP_DONE && name)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("There is no movement called “%s” in this file."),
                 name);
  else if (step == BV_STEP_DONE)
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("There is no movement in this file yet."));
  return 0;
}

static gboolean
is_kind (const BvKind *kind, const char *folded)
{
  const char *names[] = { kind->table, bv_kind_get_label (kind), bv_kind_get_plural (kind) };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = bv_fold (names[i]);

    if (g_str_equal (name, folded))
      return TRUE;
  }
  return FALSE;
}

const BvKind *
bv_cmd_find_kind (const char *word, GError **error)
{
  g_autofree char *folded = bv_fold (word);
  const BvKind *const *kinds = bv_catalogue_get_kinds ();
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; kinds[i]; i++) {
    if (is_kind (kinds[i], folded))
      return kinds[i];
    g_string_append_printf (all, "%s%s", i ? ", " : "", kinds[i]->table);
  }
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is not a kind of row. Choose one of: %s."),
               word,
               all->str);
  return NULL;
}

void
bv_cmd_register (const char *path, const BvIssue *issue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_cmd_open_to_write (path, &error);

  if (office && bv_issue_register_add (office, issue, &error) && bv_office_close (office, &error))
    return;
  bv_cmd_say (_ ("It could not be put into the register of documents: %s"), error->message);
}

void
bv_cmd_say (const char *format, ...)
{
  va_list arguments;
  g_autofree char *line = NULL;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (line, stdout);
  fputc ('\n', stdout);
}
