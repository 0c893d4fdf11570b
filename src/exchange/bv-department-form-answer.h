/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form that came back from a department: whose it is, what it holds, and its way into the office.
 */
#pragma once
#include "bv-department-form.h"
#include "bv-import.h"

G_BEGIN_DECLS

typedef struct BvDepartmentFormAnswer BvDepartmentFormAnswer;

/**
 * bv_department_form_answer_open: reads @path and judges its rows; nothing is written. What is no
 * form, belongs to another office, was made before the contents of the movement changed, or has
 * other headings than it went out with is %BV_ERROR_INVALID and says so.
 */
BvDepartmentFormAnswer *bv_department_form_answer_open (BvOffice *office,
                                                        const char *path,
                                                        GCancellable *cancellable,
                                                        GError **error);
void bv_department_form_answer_free (BvDepartmentFormAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDepartmentFormAnswer, bv_department_form_answer_free)

BvDepartmentFormType bv_department_form_answer_get_type_of (const BvDepartmentFormAnswer *self);
gint64 bv_department_form_answer_get_department (const BvDepartmentFormAnswer *self);
guint bv_department_form_answer_count (const BvDepartmentFormAnswer *self, BvImportVerdict verdict);
/** bv_department_form_answer_dup_problems: a line for each row that cannot come in; owned. */
char **bv_department_form_answer_dup_problems (const BvDepartmentFormAnswer *self);

/** bv_department_form_answer_accept: writes the good rows of @answers as one step and says on the
 * board that the forms were received, or sent when something in them has to be mended. */
gboolean bv_department_form_answer_accept (BvOffice *office,
                                           BvDepartmentFormAnswer **answers,
                                           guint n_answers,
                                           GError **error);

G_END_DECLS
