/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK would tell it in the language of the system, not of the program. */
#include "config.h"

#include "bv-dialogs-private.h"

#include <glib/gi18n-lib.h>

void
_bv_dialogs_report_unopened (GtkWindow *parent, GFile *file, const GError *error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *place = folder ? g_file_get_path (folder) : NULL;
  g_autofree char *body = g_strdup_printf (
      _ ("No program of this computer opened “%s”. The file itself is in order; open it from the "
         "folder %s, or install a program for such files."),
      name,
      place ? place : "/");

  g_info ("cannot open %s: %s", name, error->message);
  bv_dialogs_inform (parent, _ ("The file was not opened"), body);
}
