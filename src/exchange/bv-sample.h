/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample office: an invented Department of Foreign Affairs with the movement of 2024. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_sample_create: builds the new office file @path from the tables that the program carries
 * (data/sample). @actor is who is named in the history, %NULL for the login name. @path must not
 * exist; nothing is left there on failure.
 */
gboolean bv_sample_create (const char *path, const char *actor, GError **error);

G_END_DECLS
