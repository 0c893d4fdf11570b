/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Naming and writing the workbook of rows with errors. */
#include "config.h"

#include "bv-import-errors-file.h"

#include "bv-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_FILES 1000

static GFile *
choose_file (GFile *folder, GFile *beside)
{
  g_autofree char *base = beside ? g_file_get_basename (beside) : g_strdup (_ ("pasted cells"));
  const char *dot = strrchr (base, '.');
  g_autofree char *stem = g_strndup (base, dot ? (gsize) (dot - base) : strlen (base));

  for (guint i = 1;; i++) {
    g_autofree char *number = i > 1 ? g_strdup_printf (" (%u)", i) : g_strdup ("");
    /* Translators: name of a file with the rows that could not be imported. */
    g_autofree char *name = g_strdup_printf (_ ("%s - errors%s.xlsx"), stem, number);
    g_autoptr (GFile) file = g_file_get_child (folder, name);

    if (!g_file_query_exists (file, NULL) || i == MOST_FILES)
      return g_steal_pointer (&file);
  }
}

GFile *
bv_import_errors_file_write (const BvImport *import, GFile *beside, GError **error)
{
  g_autoptr (GFile) parent = beside ? g_file_get_parent (beside) : NULL;
  g_autoptr (GFile) documents = bv_settings_dup_folder ();
  GFile *folders[] = { parent, documents };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autoptr (GFile) file = folders[i] ? choose_file (folders[i], beside) : NULL;

    if (!file)
      continue;
    g_clear_error (error);
    if (bv_import_write_errors (import, g_file_peek_path (file), error))
      return g_steal_pointer (&file);
  }
  return NULL;
}
