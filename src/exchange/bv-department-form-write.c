/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing forms. */
#include "config.h"

#include "bv-department-form-write.h"

#include "bv-department-form-book.h"
#include "bv-department-form-mending.h"
#include "bv-error.h"
#include "bv-record.h"
#include "bv-store.h"
#include "bv-submission.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define FONT "Times New Roman"
#define FIRST_LIST 6 /* column of the hidden sheet with the first list */

static lxw_format *
make_format (
    BvDepartmentFormBook *self, double size, gboolean bold, gboolean border, lxw_color_t background)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, size);
  format_set_text_wrap (format);
  format_set_align (format, border ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (bold)
    format_set_bold (format);
  if (border)
    format_set_border (format, LXW_BORDER_THIN);
  if (background)
    format_set_bg_color (format, background);
  return format;
}

static void
make_formats (BvDepartmentFormBook *self)
{
  self->title = make_format (self, 14, TRUE, FALSE, 0);
  self->plain = make_format (self, 12, FALSE, FALSE, 0);
  self->heading = make_format (self, 12, TRUE, TRUE, 0xE8ECF3);
  format_set_align (self->heading, LXW_ALIGN_CENTER);
  self->locked = make_format (self, 12, FALSE, TRUE, 0xF3F4F6);
  self->input = make_format (self, 12, FALSE, TRUE, 0);
  self->date = make_format (self, 12, FALSE, TRUE, 0);
  format_set_num_format (self->date, "dd/mm/yyyy");
  self->named = make_format (self, 12, FALSE, TRUE, 0xFFF4CC);
  self->number = make_format (self, 12, FALSE, TRUE, 0);
  format_set_num_format (self->number, "0.##");
  format_set_unlocked (self->input);
  format_set_unlocked (self->date);
  format_set_unlocked (self->number);
  format_set_unlocked (self->named);
}

/* The hidden sheet */

static void
add_value (BvDepartmentFormBook *self, char *value)
{
  lxw_row_t row = self->values->len;

  worksheet_write_string (self->hidden, row, 0, value, NULL);
  g_ptr_array_add (self->values, value);
}

static void
add_list (BvDepartmentFormBook *self, guint list, const BvKind *kind, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    const char *name = kind ? bv_office_get_name (self->office, kind, id)
                            : bv_office_get_subject_name (self->office, id);

    worksheet_write_string (self->hidden, i, (lxw_col_t) (FIRST_LIST + list), name, NULL);
  }
  self->n_listed[list] = ids->len;
}

static char *
print_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gboolean
fill_hidden (BvDepartmentFormBook *self, GError **error)
{
  g_autoptr (BvRecord) own = bv_office_get_own (self->office, error);
  g_autofree char *contents = bv_department_form_dup_contents (
      self->office, self->movement_id, error);
  g_autoptr (GArray) awards = bv_store_select_ids (
      bv_office_get_database (self->office), "SELECT id FROM award_form ORDER BY id", error);

  if (!own || !contents || !awards)
    return FALSE;
  add_value (self, g_strdup (BV_DEPARTMENT_FORM_MAGIC));
  add_value (self, g_strdup_printf ("%d", BV_DEPARTMENT_FORM_VERSION));
  add_value (self, g_strdup (bv_department_form_get_word (self->type)));
  add_value (self, print_id (bv_record_get_id (own)));
  add_value (self, print_id (self->movement_id));
  add_value (self, print_id (self->department_id));
  add_value (self, g_steal_pointer (&contents));
  add_list (self, LIST_SUBJECTS, NULL, self->subjects);
  add_list (self, LIST_CRITERIA, &bv_criterion_kind, self->criteria);
  add_list (self, LIST_AWARDS, &bv_award_form_kind, awards);
  return TRUE;
}

static void
end_hidden (BvDepartmentFormBook *self)
{
  g_autofree char *seal = bv_department_form_seal ((const char *const *) self->values->pdata,
                                                   self->values->len);

  worksheet_write_string (self->hidden, self->values->len, 0, seal, NULL);
  worksheet_protect (self->hidden, NULL, NULL);
  worksheet_hide (self->hidden);
}

/* The sheets that are filled in */

static lxw_format *
get_format (const BvDepartmentFormBook *self, const BvField *field)
{
  if (field->type == BV_FIELD_DATE)
    return self->date;
  return bv_field_is_number (field) ? self->number : self->input;
}

static int
get_list (const BvField *field)
{
  if (field->type == BV_FIELD_SUBJECT)
    return LIST_SUBJECTS;
  if (field->type != BV_FIELD_REFERENCE)
    return -1;
  return field->kind == &bv_criterion_kind ? LIST_CRITERIA : LIST_AWARDS;
}

/* Excel shows no more than 32 letters of a title and 255 of a message. */
static void
validate (BvDepartmentFormBook *self,
          lxw_worksheet *sheet,
          const BvField *field,
          lxw_col_t column,
          guint n_rows)
{
  lxw_data_validation validation = { 0 };
  g_autofree char *range = NULL;
  g_autofree char *label = g_utf8_substring (
      bv_field_get_label (field), 0, MIN (32, g_utf8_strlen (bv_field_get_label (field), -1)));
  int list = get_list (field);
  char *hint = field->hint ? _ (field->hint) : NULL;

  validation.input_title = label;
  validation.error_title = label;
  validation.ignore_blank = LXW_VALIDATION_ON;
  if (list >= 0) {
    range = g_strdup_printf ("='" BV_DEPARTMENT_FORM_SHEET "'!$%c$1:$%c$%u",
                             'A' + FIRST_LIST + list,
                             'A' + FIRST_LIST + list,
                             MAX (self->n_listed[list], 1));
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = range;
    hint = _ ("Choose from the list.");
    validation.error_message = _ ("Choose from the list: other names are not known.");
  } else if (field->type == BV_FIELD_DATE) {
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    hint = _ ("Day/month/year: 01/06/2024");
  } else if (bv_field_is_number (field)) {
    validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
    validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    validation.value_number = 0;
    hint = _ ("A number: 9,5");
    validation.error_message = _ ("Only a number may stand here.");
  } else {
    validation.validate = LXW_VALIDATION_TYPE_ANY;
  }
  validation.input_message = hint;
  if (hint || list >= 0)
    worksheet_data_validation_range (sheet,
                                     BV_DEPARTMENT_FORM_HEADING_ROW + 1,
                                     column,
                                     BV_DEPARTMENT_FORM_HEADING_ROW + n_rows,
                                     column,
                                     &validation);
}

static void
write_head (BvDepartmentFormBook *self, lxw_worksheet *sheet, const BvDepartmentFormSheet *form)
{
  g_autofree char *title = g_utf8_strup (bv_department_form_get_title (form->type), -1);
  g_autofree char *department = g_strdup_printf (
      "%s: %s",
      _ ("Department"),
      bv_office_get_name (self->office, &bv_department_kind, self->department_id));
  g_autofree char *movement = g_strdup (
      bv_office_get_name (self->office, &bv_movement_kind, self->movement_id));
  const char *lines[BV_DEPARTMENT_FORM_HEADING_ROW] = {
    title,
    movement,
    department,
    _ (form->hint),
  };

  for (guint row = 0; row < BV_DEPARTMENT_FORM_HEADING_ROW; row++)
    worksheet_merge_range (sheet, row, 0, row, 4, lines[row], row ? self->plain : self->title);
}

static void
set_page (lxw_worksheet *sheet)
{
  lxw_protection protection = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE };

  worksheet_protect (sheet, NULL, &protection);
  worksheet_freeze_panes (sheet, BV_DEPARTMENT_FORM_HEADING_ROW + 1, 0);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, BV_DEPARTMENT_FORM_HEADING_ROW, BV_DEPARTMENT_FORM_HEADING_ROW);
}

static void
write_sheet (BvDepartmentFormBook *self, const BvDepartmentFormSheet *form)
{
  lxw_worksheet *sheet = workbook_get_worksheet_by_name (self->workbook, _ (form->title));
  g_autofree char *names = g_strjoinv (",", (char **) form->fields);
  g_autoptr (GString) fields = g_string_new (names);
  guint n_rows = form->n_rows ? form->n_rows
                              : bv_department_form_book_print (self, sheet, form, fields);

  write_head (self, sheet, form);
  for (guint i = 0; form->fields[i]; i++) {
    const BvField *field = bv_kind_find_field (form->kind, form->fields[i]);

    worksheet_write_string (sheet,
                            BV_DEPARTMENT_FORM_HEADING_ROW,
                            (lxw_col_t) i,
                            bv_field_get_label (field),
                            self->heading);
    worksheet_set_column (
        sheet, (lxw_col_t) i, (lxw_col_t) i, bv_department_form_book_get_width (field), NULL);
    if (form->type == BV_DEPARTMENT_FORM_MENDING && n_rows)
      validate (self, sheet, field, (lxw_col_t) i, n_rows);
    if (bv_department_form_is_printed (form, i))
      continue;
    for (guint row = 1; row <= n_rows; row++)
      worksheet_write_blank (
          sheet, BV_DEPARTMENT_FORM_HEADING_ROW + row, (lxw_col_t) i, get_format (self, field));
    if (n_rows)
      validate (self, sheet, field, (lxw_col_t) i, n_rows);
  }
  set_page (sheet);
  add_value (self, g_strdup (_ (form->title)));
  add_value (self, g_strdup (form->kind->table));
  add_value (self, g_string_free (g_steal_pointer (&fields), FALSE));
}

static gboolean
write_sheets (BvDepartmentFormBook *self, GError **error)
{
  guint n_sheets;
  const BvDepartmentFormSheet *sheets = bv_department_form_get_sheets (&n_sheets);

  for (guint i = 0; i < n_sheets; i++)
    if (sheets[i].type == self->type)
      workbook_add_worksheet (self->workbook, _ (sheets[i].title));
  self->hidden = workbook_add_worksheet (self->workbook, BV_DEPARTMENT_FORM_SHEET);
  make_formats (self);
  if (!fill_hidden (self, error))
    return FALSE;
  for (guint i = 0; i < n_sheets; i++)
    if (sheets[i].type == self->type)
      write_sheet (self, &sheets[i]);
  end_hidden (self);
  return TRUE;
}

static gboolean
finish (
    BvDepartmentFormBook *self, gboolean good, const char *draft, const char *path, GError **error)
{
  lxw_error status = workbook_close (self->workbook);

  if (good && status == LXW_NO_ERROR && g_rename (draft, path) == 0)
    return TRUE;
  if (good)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FAILED,
                 _ ("The form “%s” cannot be written: %s"),
                 path,
                 status != LXW_NO_ERROR ? lxw_strerror (status) : g_strerror (errno));
  g_unlink (draft);
  return FALSE;
}

gboolean
bv_department_form_write (BvOffice *office,
                          gint64 movement_id,
                          gint64 department_id,
                          BvDepartmentFormType type,
                          const char *path,
                          GError **error)
{
  BvDepartmentFormBook self = { office, movement_id, department_id, type };
  g_autofree char *draft = g_strconcat (path, ".part", NULL);
  gboolean done = FALSE;

  self.subjects = bv_department_form_list_subjects (office, movement_id, department_id, error);
  self.criteria = self.subjects ? bv_department_form_list_criteria (office, movement_id, error)
                                : NULL;
  self.returned = self.criteria
                      ? bv_department_form_mending_list (office, movement_id, department_id, error)
                      : NULL;
  if (self.returned) {
    self.values = g_ptr_array_new_with_free_func (g_free);
    self.workbook = workbook_new (draft);
    done = finish (&self, write_sheets (&self, error), draft, path, error);
  }
  g_clear_pointer (&self.subjects, g_array_unref);
  g_clear_pointer (&self.criteria, g_array_unref);
  g_clear_pointer (&self.returned, g_array_unref);
  g_clear_pointer (&self.values, g_ptr_array_unref);
  return done;
}

/* "Đăng ký - Văn phòng Sở.xlsx" */
static char *
name_file (BvOffice *office, const char *folder, BvDepartmentFormType type, gint64 department)
{
  const char *name = bv_office_get_name (office, &bv_department_kind, department);
  g_autofree char *file = g_strdup_printf (
      "%s - %s.xlsx", bv_department_form_get_title (type), name);

  g_strdelimit (file, "/\\:*?\"<>|\n", '-');
  return g_build_filename (folder, file, NULL);
}

/* Nothing to mend is nothing to send. */
static gboolean
is_needed (BvOffice *office,
           gint64 movement_id,
           BvDepartmentFormType type,
           gint64 department,
           gboolean *needed,
           GError **error)
{
  g_autoptr (GArray) returned = NULL;

  *needed = TRUE;
  if (type != BV_DEPARTMENT_FORM_MENDING)
    return TRUE;
  returned = bv_department_form_mending_list (office, movement_id, department, error);
  *needed = returned && returned->len > 0;
  return returned != NULL;
}

static gboolean
write_type (BvOffice *office,
            gint64 movement_id,
            BvDepartmentFormType type,
            GArray *departments,
            const char *folder,
            guint *n_written,
            GError **error)
{
  for (guint i = 0; i < departments->len; i++) {
    gint64 department = g_array_index (departments, gint64, i);
    g_autofree char *path = name_file (office, folder, type, department);
    gboolean needed;

    if (!is_needed (office, movement_id, type, department, &needed, error))
      return FALSE;
    if (!needed)
      continue;
    if (!bv_department_form_write (office, movement_id, department, type, path, error))
      return FALSE;
    ++*n_written;
  }
  return TRUE;
}

static gboolean
expect (BvOffice *office,
        gint64 movement_id,
        BvDepartmentFormType type,
        GArray *departments,
        GError **error)
{
  return type == BV_DEPARTMENT_FORM_MENDING || !bv_office_is_writable (office)
         || bv_submission_expect (office,
                                  movement_id,
                                  bv_department_form_get_word (type),
                                  (const gint64 *) departments->data,
                                  departments->len,
                                  error);
}

gboolean
bv_department_form_write_all (
    BvOffice *office, gint64 movement_id, const char *folder, guint *n_written, GError **error)
{
  g_autoptr (GArray) departments = bv_department_form_list_departments (office, movement_id, error);

  *n_written = 0;
  if (!departments)
    return FALSE;
  for (guint type = 0; type < BV_N_DEPARTMENT_FORMS; type++)
    if (!write_type (office, movement_id, type, departments, folder, n_written, error)
        || !expect (office, movement_id, type, departments, error))
      return FALSE;
  return TRUE;
}
