/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the program: Vietnamese unless the user chose otherwise, whatever the system's.
 */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_language_init:
 * @preference: (nullable): "vi", "en" or "system"; anything else counts as "vi"
 *
 * Sets the locale and opens the translations. Call it first in main(), before any thread and before
 * GTK starts: it writes the environment, so that GTK's own start keeps what it chose. The variable
 * BANG_VANG_LANGUAGE outranks @preference. Numbers of the C library stay in the "C" form, because
 * libraries that write files print them with it.
 */
void bv_language_init (const char *preference);

G_END_DECLS
