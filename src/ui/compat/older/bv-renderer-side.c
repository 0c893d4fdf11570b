/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How GTK 4.8 is told to do without GL. */
#include "config.h"

#include "bv-renderer-private.h"

const char *const _bv_renderer_variable = "GDK_DEBUG";
const char *const _bv_renderer_no_gl = "gl-disable";
