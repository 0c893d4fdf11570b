/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook of a form while it is written, and the rows that are printed into it. */
#pragma once
#include "bv-department-form.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

#define BV_DEPARTMENT_FORM_HEADING_ROW 4 /* from 0 */

enum { LIST_SUBJECTS, LIST_CRITERIA, LIST_AWARDS, N_LISTS };

typedef struct
{
  BvOffice *office;
  gint64 movement_id, department_id;
  BvDepartmentFormType type;
  lxw_workbook *workbook;
  lxw_worksheet *hidden;
  lxw_format *title, *plain, *heading, *locked, *input, *date, *number;
  lxw_format *named;                      /* to be mended */
  GArray *subjects, *criteria, *returned; /* gint64, owned */
  guint n_listed[N_LISTS];
  GPtrArray *values; /* of the hidden sheet, in order; owned */
} BvDepartmentFormBook;

/** bv_department_form_book_get_width: of the column of @field, in characters. */
double bv_department_form_book_get_width (const BvField *field);
/** bv_department_form_book_print: the rows that @form does not leave blank; how many they are. Adds
 * to @fields, which goes into the hidden sheet, which records they are. */
guint bv_department_form_book_print (BvDepartmentFormBook *self,
                                     lxw_worksheet *sheet,
                                     const BvDepartmentFormSheet *form,
                                     GString *fields);

G_END_DECLS
