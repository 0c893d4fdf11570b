/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How GTK 4.10 and newer is told to do without GL. */
#include "config.h"

#include "bv-renderer-private.h"

const char *const _bv_renderer_variable = "GDK_DISABLE";
const char *const _bv_renderer_no_gl = "gl";
