/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the program. The message is what a person reads; details go to the log.
 */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvError:
 * @BV_ERROR_FAILED: something the system refused; the message says what to do
 * @BV_ERROR_INVALID: the user's input does not fit; the message names the field
 * @BV_ERROR_NOT_FOUND: the thing asked for does not exist
 * @BV_ERROR_LOCKED: somebody else has the file open for writing
 * @BV_ERROR_READ_ONLY: the file or its folder cannot be written
 * @BV_ERROR_NEWER: the file was made by a newer version of the program
 * @BV_ERROR_NOT_OFFICE: the file is not an office file
 * @BV_ERROR_DAMAGED: the file is damaged
 * @BV_ERROR_FULL: no room left on the disk
 * @BV_ERROR_CONFLICT: a later change stands in the way
 * @BV_ERROR_CANCELLED: the user stopped it
 */
typedef enum {
  BV_ERROR_FAILED,
  BV_ERROR_INVALID,
  BV_ERROR_NOT_FOUND,
  BV_ERROR_LOCKED,
  BV_ERROR_READ_ONLY,
  BV_ERROR_NEWER,
  BV_ERROR_NOT_OFFICE,
  BV_ERROR_DAMAGED,
  BV_ERROR_FULL,
  BV_ERROR_CONFLICT,
  BV_ERROR_CANCELLED,
} BvError;

#define BV_ERROR (bv_error_quark ())
GQuark bv_error_quark (void);

/** bv_error_refuse: sets a %BV_ERROR_INVALID with that message; always %FALSE, so that a check may
 * return it. */
gboolean bv_error_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
