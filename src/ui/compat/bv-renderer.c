/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How GTK draws without a GPU, whichever way it is told. */
#include "config.h"

#include "bv-renderer-private.h"

static gboolean
has_gpu (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

void
bv_renderer_choose (void)
{
  if (has_gpu ())
    return;
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv (_bv_renderer_variable, _bv_renderer_no_gl, FALSE);
}
