/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How GTK draws, decided before it starts. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** bv_renderer_choose: without a usable GPU draw with Cairo and leave GL alone: starts 2 to 3 times
 * quicker. What the user set in the environment stays. */
void bv_renderer_choose (void);

G_END_DECLS
