/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a form is sent out with: what is to be scored, and what is to be mended. */
#include "config.h"

#include "bv-department-form-book.h"

#include "bv-department-form-mending.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

#define REASON_WIDTH 36
#define LINE_HEIGHT 16.5 /* of twelve points, in points */

double
bv_department_form_book_get_width (const BvField *field)
{
  if (bv_field_is_number (field))
    return 10;
  if (field->type == BV_FIELD_DATE)
    return 13;
  if (field->type == BV_FIELD_PARAGRAPH)
    return field->flags & BV_FIELD_REQUIRED ? 48 : 22;
  return field->type == BV_FIELD_TEXT ? 16 : field->type == BV_FIELD_CHOICE ? 12 : 28;
}

static gboolean
counts_for (BvDepartmentFormBook *self, gint64 criterion, gboolean collective)
{
  g_autoptr (BvRecord) record = bv_office_load (self->office, &bv_criterion_kind, criterion, NULL);

  return record
         && bv_record_get_integer (record, collective ? "for_collectives" : "for_individuals");
}

/* A row for each subject and content, so that only points have to be written. */
static guint
write_scores (BvDepartmentFormBook *self, lxw_worksheet *sheet)
{
  const BvChoice *stage = bv_field_get_choice (bv_kind_find_field (&bv_score_kind, "stage"),
                                               "self");
  lxw_row_t row = BV_DEPARTMENT_FORM_HEADING_ROW;

  for (guint i = 0; i < self->subjects->len; i++)
    for (guint j = 0; j < self->criteria->len; j++) {
      gint64 subject = g_array_index (self->subjects, gint64, i);
      gint64 criterion = g_array_index (self->criteria, gint64, j);

      if (!counts_for (self, criterion, i == 0))
        continue;
      row++;
      worksheet_write_string (
          sheet, row, 0, bv_office_get_subject_name (self->office, subject), self->locked);
      worksheet_write_string (sheet,
                              row,
                              1,
                              bv_office_get_name (self->office, &bv_criterion_kind, criterion),
                              self->locked);
      worksheet_write_string (sheet, row, 2, _ (stage->label), self->locked);
    }
  return row - BV_DEPARTMENT_FORM_HEADING_ROW;
}

/* Words are not broken, so that a line is seldom filled. */
static guint
count_lines (const char *text, double width)
{
  return 1 + (guint) (1.2 * (double) g_utf8_strlen (text, -1) / width);
}

static guint
write_reason (BvDepartmentFormBook *self, lxw_worksheet *sheet, BvRecord *record, lxw_row_t row)
{
  const BvField *reason = bv_kind_find_field (&bv_achievement_kind, "return_reason");
  g_autofree char *text = bv_office_display (self->office, record, reason);
  lxw_col_t column = 0;

  while (bv_department_form_mending_fields[column])
    column++;
  worksheet_write_string (
      sheet, BV_DEPARTMENT_FORM_HEADING_ROW, column, bv_field_get_label (reason), self->heading);
  worksheet_set_column (sheet, column, column, REASON_WIDTH, NULL);
  worksheet_write_string (sheet, row, column, text, self->locked);
  return count_lines (text, REASON_WIDTH);
}

/* Everything as text, so that what comes back untouched can be told from what was changed. */
static void
write_returned (BvDepartmentFormBook *self, lxw_worksheet *sheet, BvRecord *record, lxw_row_t row)
{
  guint n_lines = write_reason (self, sheet, record, row);

  for (lxw_col_t i = 0; bv_department_form_mending_fields[i]; i++) {
    const BvField *field = bv_kind_find_field (&bv_achievement_kind,
                                               bv_department_form_mending_fields[i]);
    g_autofree char *text = bv_office_display (self->office, record, field);
    gboolean named = bv_department_form_mending_is_named (record, field->name);

    worksheet_write_string (sheet, row, i, text, named ? self->named : self->locked);
    n_lines = MAX (n_lines, count_lines (text, bv_department_form_book_get_width (field)));
  }
  worksheet_set_row (sheet, row, n_lines * LINE_HEIGHT, NULL);
}

static guint
write_all_returned (BvDepartmentFormBook *self, lxw_worksheet *sheet, GString *fields)
{
  guint n = 0;

  for (guint i = 0; i < self->returned->len; i++) {
    gint64 id = g_array_index (self->returned, gint64, i);
    g_autoptr (BvRecord) record = bv_office_load (self->office, &bv_achievement_kind, id, NULL);

    if (!record)
      continue;
    g_string_append_printf (fields, "%c%" G_GINT64_FORMAT, n ? ' ' : '|', id);
    n++;
    write_returned (self, sheet, record, BV_DEPARTMENT_FORM_HEADING_ROW + n);
  }
  return n;
}

guint
bv_department_form_book_print (BvDepartmentFormBook *self,
                               lxw_worksheet *sheet,
                               const BvDepartmentFormSheet *form,
                               GString *fields)
{
  return form->type == BV_DEPARTMENT_FORM_MENDING ? write_all_returned (self, sheet, fields)
                                                  : write_scores (self, sheet);
}
