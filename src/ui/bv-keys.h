/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard grammar, as rows to read. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

/** bv_keys_add_groups: appends a group for rows, fields, changes and the window to @page. */
void bv_keys_add_groups (AdwPreferencesPage *page);

G_END_DECLS
