/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup FILE OUT: a verified copy. */
#include "config.h"

#include "bv-backup.h"
#include "bv-cmd.h"

#include <glib/gi18n-lib.h>

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = bv_cmd_open_to_read (arguments[0], error);

  if (!office || !bv_backup_write (office, arguments[1], NULL, error))
    return FALSE;
  bv_cmd_say (_ ("The copy is in “%s”."), arguments[1]);
  return TRUE;
}

const BvCmd bv_cmd_backup = {
  .name = "backup",
  .arguments = N_ ("FILE OUT"),
  .summary = N_ ("write a verified copy"),
  .n_arguments = 2,
  .run = run,
};
