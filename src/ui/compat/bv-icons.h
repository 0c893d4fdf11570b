/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an icon lives. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** bv_icons_keep: every icon lives some seconds at least from now on; the threads of GTK that load
 * icons may crash the program over one that goes earlier. */
void bv_icons_keep (void);

G_END_DECLS
