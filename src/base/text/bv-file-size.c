/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a file is. */
#include "config.h"

#include "bv-file-size.h"

#include "bv-number.h"

#include <glib/gi18n-lib.h>

#define STEP 1024

/* In tenths, rounded to the nearest. */
static gint64
divide (gint64 size, gint64 unit)
{
  return size / unit * 10 + (size % unit * 10 + unit / 2) / unit;
}

char *
bv_file_size_format (gint64 size)
{
  static const char *const units[] = { "KB", "MB", "GB", "TB" };
  gint64 unit = STEP;
  guint i = 0;
  g_autofree char *number = NULL;

  g_return_val_if_fail (size >= 0, NULL);
  if (size < STEP)
    return g_strdup_printf (ngettext ("%d byte", "%d bytes", (gulong) size), (int) size);
  for (; i + 1 < G_N_ELEMENTS (units) && divide (size, unit) >= STEP * 10; i++)
    unit *= STEP;
  number = bv_number_format_decimal (divide (size, unit), 1);
  return g_strdup_printf ("%s %s", number, units[i]);
}
