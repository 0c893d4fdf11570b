/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms that go out to the departments as workbooks and come back filled in: what both ways share.
 */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/* Of the layout; a form of a newer program is refused. */
#define BV_DEPARTMENT_FORM_VERSION 1
#define BV_DEPARTMENT_FORM_SHEET                                                                   \
  "_BangVang" /* hidden: which form it is, and the lists to choose from */
#define BV_DEPARTMENT_FORM_MAGIC "bang-vang-form"

typedef enum {
  BV_DEPARTMENT_FORM_PLEDGES,
  BV_DEPARTMENT_FORM_ACHIEVEMENTS, /* with self-scores */
  BV_DEPARTMENT_FORM_MENDING,      /* achievements that were returned */
  BV_N_DEPARTMENT_FORMS,
} BvDepartmentFormType;

/** BvDepartmentFormSheet: one sheet of a form: rows of @kind in these fields. */
typedef struct
{
  BvDepartmentFormType type;
  const BvKind *kind;
  const char *title;     /* N_(), also the name of the sheet */
  const char *hint;      /* N_(): a sentence above the table */
  const char *fields[9]; /* ended by NULL */
  guint n_rows; /* blank ones; 0: a row for each subject and content, or for what was returned */
} BvDepartmentFormSheet;

/** bv_department_form_get_sheets: of all forms. */
const BvDepartmentFormSheet *bv_department_form_get_sheets (guint *n_sheets);
/** bv_department_form_is_printed: whether @column is filled in when the form goes out. */
gboolean bv_department_form_is_printed (const BvDepartmentFormSheet *sheet, guint column);
/** bv_department_form_get_word: as it is stored: "pledges". */
const char *bv_department_form_get_word (BvDepartmentFormType type);
/** bv_department_form_find: %FALSE when @word is no form. */
gboolean bv_department_form_find (const char *word, BvDepartmentFormType *type);
/** bv_department_form_get_title: translated: "Pledge form". */
const char *bv_department_form_get_title (BvDepartmentFormType type);

/** bv_department_form_list_departments: ids of those that are there on the closing day of the
 * movement, in their order; owned. */
GArray *bv_department_form_list_departments (BvOffice *office, gint64 movement_id, GError **error);
/** bv_department_form_list_subjects: the department, then its people of that day; owned. */
GArray *bv_department_form_list_subjects (BvOffice *office,
                                          gint64 movement_id,
                                          gint64 department_id,
                                          GError **error);
/** bv_department_form_list_criteria: contents of the movement in order; owned. */
GArray *bv_department_form_list_criteria (BvOffice *office, gint64 movement_id, GError **error);
/** bv_department_form_dup_contents: a digest that changes when the contents of the movement do;
 * owned. */
char *bv_department_form_dup_contents (BvOffice *office, gint64 movement_id, GError **error);
/** bv_department_form_seal: what the hidden sheet of a form ends in: a digest over its other
 * values; owned. */
char *bv_department_form_seal (const char *const *values, guint n_values);

G_END_DECLS
