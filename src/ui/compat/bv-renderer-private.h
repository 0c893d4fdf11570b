/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each side of the renderer provides. */
#pragma once
#include "bv-renderer.h"

G_BEGIN_DECLS

/* The variable of the environment that switches GL off, and what to set it to. */
extern const char *const _bv_renderer_variable;
extern const char *const _bv_renderer_no_gl;

G_END_DECLS
