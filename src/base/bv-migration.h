/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database from its user_version to the newest, one numbered step after the other. */
#pragma once
#include "bv-database.h"

G_BEGIN_DECLS

/**
 * bv_migration_run: runs @steps[version], @steps[version + 1], … in one transaction and sets
 * user_version. On failure the database is as it was.
 */
gboolean
bv_migration_run (BvDatabase *database, const char *const *steps, guint n_steps, GError **error);
/** bv_migration_get_version: the file's schema version, or -1 with @error. */
int bv_migration_get_version (BvDatabase *database, GError **error);

G_END_DECLS
