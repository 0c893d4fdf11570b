/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user chose for this computer; works with defaults where no schema is installed. */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

/** bv_settings_get: borrowed; %NULL where the schema is not installed. */
GSettings *bv_settings_get (void);
/** bv_settings_dup_string: "" where there is no schema; owned. */
char *bv_settings_dup_string (const char *key);
/** bv_settings_set_string: forgotten where there is no schema. */
void bv_settings_set_string (const char *key, const char *value);
/** bv_settings_get_integer: @fallback where there is no schema. */
int bv_settings_get_integer (const char *key, int fallback);
void bv_settings_set_integer (const char *key, int value);
gboolean bv_settings_get_boolean (const char *key);
void bv_settings_set_boolean (const char *key, gboolean value);
/** bv_settings_dup_folder: where file dialogs start; owned. */
GFile *bv_settings_dup_folder (void);
/** bv_settings_dup_actor: who is named in the log; %NULL = whoever is logged in. */
char *bv_settings_dup_actor (void);

G_END_DECLS
