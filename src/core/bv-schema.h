/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema steps compiled in, the tracked tables, and the columns as the file really has them. */
#pragma once
#include "bv-database.h"
#include "bv-kind.h"

G_BEGIN_DECLS

/** bv_schema_get_steps: SQL of step i brings version i to i + 1. */
const char *const *bv_schema_get_steps (guint *n_steps);
/** bv_schema_get_version: the newest version this program knows. */
int bv_schema_get_version (void);
/** bv_schema_get_award_forms: SQL that fills in the award forms of the law. */
const char *bv_schema_get_award_forms (void);
/** bv_schema_get_tracked: tables whose changes are recorded, parents first, ended by NULL. */
const char *const *bv_schema_get_tracked (void);
/** bv_schema_load_columns: names of the columns of @table in order, owned strv. */
char **bv_schema_load_columns (BvDatabase *database, const char *table, GError **error);

G_END_DECLS
