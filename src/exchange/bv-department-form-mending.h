/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form by which returned achievements go back to their department: what was named to be mended
 * is open, all else is locked and stays as it is. */
#pragma once
#include "bv-department-form.h"
#include "bv-import.h"

G_BEGIN_DECLS

/** Columns of the form: fields of an achievement; ended by %NULL. */
extern const char *const bv_department_form_mending_fields[];

/** bv_department_form_mending_list: ids of what was returned to the department and its people;
 * owned. */
GArray *bv_department_form_mending_list (BvOffice *office,
                                         gint64 movement_id,
                                         gint64 department_id,
                                         GError **error);
/** bv_department_form_mending_is_named: whether @record was returned to have @field mended; where
 * nothing was named everything may be. */
gboolean bv_department_form_mending_is_named (BvRecord *record, const char *field);

/** bv_department_form_mending_keep: the heading and the rows of @table that may come in; what was
 * not named is taken from the file, not from the table; owned. @printed are the ids, in the order
 * of the rows from @first_line; those that are kept are added to @ids (gint64), a sentence on each
 * other row to @problems. */
BvTable *bv_department_form_mending_keep (BvOffice *office,
                                          const BvTable *table,
                                          const char *printed,
                                          guint first_line,
                                          GArray *ids,
                                          GPtrArray *problems,
                                          GError **error);
/** bv_department_form_mending_send: what @import changed waits for verification again; part of the
 * open step. */
gboolean bv_department_form_mending_send (BvOffice *office,
                                          const BvImport *import,
                                          GArray *ids,
                                          GError **error);

G_END_DECLS
