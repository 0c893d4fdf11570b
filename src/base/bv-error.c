/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the program. */
#include "config.h"

#include "bv-error.h"

G_DEFINE_QUARK (bv - error - quark, bv_error)

gboolean
bv_error_refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (BV_ERROR, BV_ERROR_INVALID, format, arguments));
  va_end (arguments);
  return FALSE;
}
