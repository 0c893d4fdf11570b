/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the workbook of a form for a department: lists to choose from, locked headings. */
#pragma once
#include "bv-department-form.h"

G_BEGIN_DECLS

/** bv_department_form_write: for @department_id, to @path; one that is there already is replaced.
 */
gboolean bv_department_form_write (BvOffice *office,
                                   gint64 movement_id,
                                   gint64 department_id,
                                   BvDepartmentFormType type,
                                   const char *path,
                                   GError **error);
/** bv_department_form_write_all: all forms of all departments into @folder; @n_written says how
 * many. The board then expects them, when the file can be written. */
gboolean bv_department_form_write_all (
    BvOffice *office, gint64 movement_id, const char *folder, guint *n_written, GError **error);

G_END_DECLS
