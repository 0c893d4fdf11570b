/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a table are records, and which only belong to its look. */
#pragma once
#include "bv-import-columns.h"

G_BEGIN_DECLS

typedef enum {
  BV_IMPORT_ROLE_RECORD,
  BV_IMPORT_ROLE_HIDDEN,    /* a row that is hidden in the sheet */
  BV_IMPORT_ROLE_NUMBERING, /* (1) (2) (3) under the headings */
  BV_IMPORT_ROLE_TOTAL,
  BV_IMPORT_ROLE_GROUP, /* a heading over several rows */
  BV_IMPORT_ROLE_NOTE,  /* date, signature and notes under the table */
} BvImportRole;

/** bv_import_roles_find: the role of each row below the headings, in order; owned array of guint8.
 */
GByteArray *
bv_import_roles_find (const BvTable *table, const BvImportColumns *columns, gboolean with_hidden);
/** bv_import_roles_describe: why such a row is left out; translated. */
const char *bv_import_roles_describe (BvImportRole role);

G_END_DECLS
