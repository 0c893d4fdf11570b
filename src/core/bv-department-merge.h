/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Departments that become another one, or get another name, from a day on. What movements said
 * before that day stays as it was: people get new postings, names keep their last day, and no
 * pledge, score or award moves. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** BvDepartmentMerge: what is to become of whom. One department that goes into a new row is the
 * same department under another name. */
typedef struct
{
  const gint64 *departments; /* those that end, or the one that gets another name */
  guint n_departments;
  BvRecord *into;              /* a department that is there, or a new row: its names and type */
  const char *on;              /* ISO: the first day of the new order */
  const char *document_number; /* nullable */
} BvDepartmentMerge;

gboolean bv_department_merge_is_rename (const BvDepartmentMerge *merge);
/** bv_department_merge_check: %FALSE with a sentence that names what stands in the way: a day that
 * has not come, a posting or a movement that was settled after it, a department that is not there.
 */
gboolean
bv_department_merge_check (BvOffice *office, const BvDepartmentMerge *merge, GError **error);
/** bv_department_merge_describe: what would happen, one sentence a line; owned. %NULL with the
 * @error of bv_department_merge_check(). */
char **
bv_department_merge_describe (BvOffice *office, const BvDepartmentMerge *merge, GError **error);
/** bv_department_merge_apply: does it as one undoable step. The id of the department that goes on,
 * 0 with @error. */
gint64 bv_department_merge_apply (BvOffice *office, const BvDepartmentMerge *merge, GError **error);

G_END_DECLS
