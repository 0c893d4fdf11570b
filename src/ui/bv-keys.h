/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done by a key or from the palette: the one table of both. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

/** BvCommand: something that can be done. */
typedef struct
{
  const char *what;   /* N_() */
  const char *keys;   /* joined by "|", alternatives by " "; nullable */
  const char *action; /* "page.new", "page.export::csv"; NULL for what only a key can do */
} BvCommand;

/** bv_keys_list_commands: those with an action; owned array of static BvCommand. */
GPtrArray *bv_keys_list_commands (void);
/** bv_keys_create_caps: "Ctrl|N" as caps side by side. */
GtkWidget *bv_keys_create_caps (const char *keys);
/** bv_keys_add_groups: appends a group for rows, fields, changes and the window to @page. */
void bv_keys_add_groups (AdwPreferencesPage *page);

G_END_DECLS
