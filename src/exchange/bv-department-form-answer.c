/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking and taking in forms. */
#include "config.h"

#include "bv-department-form-answer.h"

#include "bv-backup.h"
#include "bv-department-form-mending.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-source.h"
#include "bv-submission.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADING_LINE 5
#define N_HEAD 7 /* values before those of the sheets */
#define N_SHEET_VALUES 3

enum { MAGIC, VERSION, FORM, OFFICE, MOVEMENT, DEPARTMENT, CONTENTS };

struct BvDepartmentFormAnswer
{
  char *name;
  BvDepartmentFormType type;
  gint64 movement_id, department_id;
  GPtrArray *imports;  /* BvImport */
  GPtrArray *problems; /* rows left out before the import, as sentences */
  GArray *mended;      /* gint64: the achievements that the rows of a mending form are */
};

void
bv_department_form_answer_free (BvDepartmentFormAnswer *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->imports);
  g_ptr_array_unref (self->problems);
  g_array_unref (self->mended);
  g_free (self);
}

static gboolean
refuse (const BvDepartmentFormAnswer *self, const char *reason, GError **error)
{
  g_set_error (error, BV_ERROR, BV_ERROR_INVALID, "“%s”: %s", self->name, reason);
  return FALSE;
}

/* The values of the hidden sheet; owned. */
static GPtrArray *
read_values (BvDepartmentFormAnswer *self, BvSource *source, GError **error)
{
  int sheet = bv_source_find (source, BV_DEPARTMENT_FORM_SHEET);
  g_autoptr (BvTable) table = NULL;
  GPtrArray *values;

  if (sheet < 0) {
    refuse (self, _ ("this is no form of this program. Import it from a list instead."), error);
    return NULL;
  }
  table = bv_source_read (source, (guint) sheet, NULL, error);
  if (!table)
    return NULL;
  values = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; row < bv_table_get_n_rows (table); row++) {
    const char *value = bv_table_get_own_cell (table, row, 0);

    if (*value)
      g_ptr_array_add (values, g_strdup (value));
  }
  return values;
}

static gboolean
check_seal (const BvDepartmentFormAnswer *self, GPtrArray *values, GError **error)
{
  g_autofree char *seal = NULL;
  const char *const *words = (const char *const *) values->pdata;

  if (values->len <= N_HEAD || (values->len - N_HEAD - 1) % N_SHEET_VALUES
      || !g_str_equal (words[MAGIC], BV_DEPARTMENT_FORM_MAGIC))
    return refuse (
        self, _ ("this is no form of this program. Import it from a list instead."), error);
  if (g_ascii_strtoll (words[VERSION], NULL, 10) > BV_DEPARTMENT_FORM_VERSION)
    return refuse (
        self, _ ("it was made by a newer version of this program. Update this program."), error);
  seal = bv_department_form_seal (words, values->len - 1);
  if (!g_str_equal (seal, words[values->len - 1]))
    return refuse (self,
                   _ ("what the program wrote into the form was changed. Send the department a "
                      "new form."),
                   error);
  return TRUE;
}

/* That what the form was made for is still there as it was. */
static gboolean
check_origin (BvDepartmentFormAnswer *self, BvOffice *office, GPtrArray *values, GError **error)
{
  const char *const *words = (const char *const *) values->pdata;
  g_autoptr (BvRecord) own = bv_office_get_own (office, error);
  g_autoptr (BvRecord) movement = NULL;
  g_autoptr (BvRecord) department = NULL;
  g_autofree char *contents = NULL;

  if (!own)
    return FALSE;
  if (bv_record_get_id (own) != g_ascii_strtoll (words[OFFICE], NULL, 10))
    return refuse (self, _ ("it is a form of another office."), error);
  self->movement_id = g_ascii_strtoll (words[MOVEMENT], NULL, 10);
  self->department_id = g_ascii_strtoll (words[DEPARTMENT], NULL, 10);
  movement = bv_office_load (office, &bv_movement_kind, self->movement_id, NULL);
  department = bv_office_load (office, &bv_department_kind, self->department_id, NULL);
  if (!movement || !department || !bv_department_form_find (words[FORM], &self->type))
    return refuse (self, _ ("its movement or its department is not in this file any more."), error);
  contents = bv_department_form_dup_contents (office, self->movement_id, error);
  if (!contents)
    return FALSE;
  if (!g_str_equal (contents, words[CONTENTS]))
    return refuse (self,
                   _ ("the contents of the movement were changed since it was made. Send the "
                      "department a new form."),
                   error);
  return TRUE;
}

/* Only rows that somebody wrote something into; what was printed there does not count. */
static BvTable *
keep_filled (BvTable *table, guint n_printed, GError **error)
{
  g_autoptr (BvTable) kept = bv_table_new (bv_table_get_name (table));

  bv_table_hold (kept, bv_table_ref (table), (GDestroyNotify) bv_table_unref);
  for (guint row = 0; row < bv_table_get_n_rows (table); row++) {
    guint line = bv_table_get_line (table, row);
    gboolean filled = line == HEADING_LINE;

    for (guint i = n_printed; i < bv_table_get_n_columns (table) && line > HEADING_LINE; i++)
      filled |= *bv_table_get_own_cell (table, row, i) != '\0';
    if (!filled)
      continue;
    if (!bv_table_add_row (kept, line, FALSE, error))
      return NULL;
    for (guint i = 0; i < bv_table_get_n_columns (table); i++) {
      const char *text = bv_table_get_own_cell (table, row, i);

      if (*text
          && !bv_table_add_cell_interned (
              kept, i, text, bv_table_get_type_of (table, row, i), BV_LEGACY_NONE, error))
        return NULL;
    }
  }
  bv_table_seal (kept);
  return g_steal_pointer (&kept);
}

static gboolean
set_tampered (const BvDepartmentFormAnswer *self, const char *title, GError **error)
{
  g_autofree char *reason = g_strdup_printf (
      _ ("the headings of its sheet “%s” were changed. Send the department a new form."), title);

  return refuse (self, reason, error);
}

/* The columns are those that the form went out with; the headings only have to be there. */
static gboolean
map_columns (BvImportColumns *columns, const BvTable *table, const char *fields)
{
  g_auto (GStrv) names = g_strsplit (fields, ",", -1);
  guint n = g_strv_length (names);

  if (!bv_table_get_n_rows (table) || bv_table_get_line (table, 0) != HEADING_LINE
      || columns->n_columns < n)
    return FALSE;
  bv_import_columns_set_rows (columns, table, 0, 1);
  for (guint i = 0; i < columns->n_columns; i++)
    bv_import_columns_set_field (columns, i, NULL);
  for (guint i = 0; i < n; i++) {
    const BvField *field = bv_kind_find_field (columns->kind, names[i]);

    if (!field || !*columns->headings[i])
      return FALSE;
    bv_import_columns_set_field (columns, i, field);
  }
  return TRUE;
}

static gboolean
has_headings (const BvImportColumns *columns)
{
  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->fields[i]
        && !g_str_equal (columns->headings[i], bv_field_get_label (columns->fields[i])))
      return FALSE;
  return TRUE;
}

static const BvDepartmentFormSheet *
find_sheet (BvDepartmentFormType type, const char *table)
{
  guint n_sheets;
  const BvDepartmentFormSheet *sheets = bv_department_form_get_sheets (&n_sheets);

  for (guint i = 0; i < n_sheets; i++)
    if (sheets[i].type == type && g_str_equal (sheets[i].kind->table, table))
      return &sheets[i];
  return NULL;
}

static BvTable *
keep_rows (BvDepartmentFormAnswer *self,
           BvOffice *office,
           BvTable *table,
           const BvDepartmentFormSheet *form,
           const char *printed,
           GError **error)
{
  guint n_printed = 0;

  if (form->type == BV_DEPARTMENT_FORM_MENDING)
    return bv_department_form_mending_keep (office,
                                            table,
                                            printed ? printed : "",
                                            HEADING_LINE + 1,
                                            self->mended,
                                            self->problems,
                                            error);
  while (bv_department_form_is_printed (form, n_printed))
    n_printed++;
  return keep_filled (table, n_printed, error);
}

static gboolean
read_sheet (BvDepartmentFormAnswer *self,
            BvOffice *office,
            BvSource *source,
            const char *const *values,
            GError **error)
{
  int sheet = bv_source_find (source, values[0]);
  const BvDepartmentFormSheet *form = find_sheet (self->type, values[1]);
  g_auto (GStrv) parts = g_strsplit (
      values[2], "|", 2); /* fields, and the rows of a mending form */
  g_autoptr (BvTable) table = NULL;
  g_autoptr (BvTable) filled = NULL;
  g_autoptr (BvImportColumns) columns = NULL;
  BvImport *import;

  if (sheet < 0 || !form)
    return set_tampered (self, values[0], error);
  table = bv_source_read (source, (guint) sheet, NULL, error);
  filled = table ? keep_rows (self, office, table, form, parts[1], error) : NULL;
  if (!filled)
    return FALSE;
  columns = bv_import_columns_find (form->kind, filled, FALSE, NULL);
  if (!columns || !map_columns (columns, filled, parts[0]) || !has_headings (columns))
    return set_tampered (self, values[0], error);
  import = bv_import_new (office, self->movement_id, filled, columns, BV_IMPORT_ALL_RECORDS, error);
  if (!import)
    return FALSE;
  g_ptr_array_add (self->imports, import);
  if (!bv_import_judge (import, G_MAXUINT, NULL, error))
    return FALSE;
  for (guint i = 0; i < self->mended->len; i++)
    bv_import_decide (import, i, g_array_index (self->mended, gint64, i));
  return TRUE;
}

BvDepartmentFormAnswer *
bv_department_form_answer_open (BvOffice *office,
                                const char *path,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (BvDepartmentFormAnswer) self = g_new0 (BvDepartmentFormAnswer, 1);
  g_autoptr (BvSource) source = NULL;
  g_autoptr (GPtrArray) values = NULL;

  self->name = g_filename_display_basename (path);
  self->imports = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_import_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->mended = g_array_new (FALSE, FALSE, sizeof (gint64));
  source = bv_source_open (path, cancellable, error);
  values = source ? read_values (self, source, error) : NULL;
  if (!values || !check_seal (self, values, error) || !check_origin (self, office, values, error))
    return NULL;
  for (guint i = N_HEAD; i + N_SHEET_VALUES < values->len; i += N_SHEET_VALUES)
    if (!read_sheet (self, office, source, (const char *const *) values->pdata + i, error))
      return NULL;
  return g_steal_pointer (&self);
}

BvDepartmentFormType
bv_department_form_answer_get_type_of (const BvDepartmentFormAnswer *self)
{
  return self->type;
}

gint64
bv_department_form_answer_get_department (const BvDepartmentFormAnswer *self)
{
  return self->department_id;
}

guint
bv_department_form_answer_count (const BvDepartmentFormAnswer *self, BvImportVerdict verdict)
{
  guint n = verdict == BV_IMPORT_ERROR ? self->problems->len : 0;

  for (guint i = 0; i < self->imports->len; i++)
    n += bv_import_count (g_ptr_array_index (self->imports, i), verdict);
  return n;
}

char **
bv_department_form_answer_dup_problems (const BvDepartmentFormAnswer *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < self->problems->len; i++)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (self->problems, i)));
  for (guint i = 0; i < self->imports->len; i++) {
    const BvImport *import = g_ptr_array_index (self->imports, i);

    for (guint row = 0; row < bv_import_get_n_rows (import); row++) {
      const char *message;

      if (bv_import_get_verdict (import, row, &message) == BV_IMPORT_ERROR)
        g_ptr_array_add (lines, g_strdup (message));
    }
  }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static gboolean
accept_one (BvOffice *office, BvDepartmentFormAnswer *self, GError **error)
{
  gboolean whole = bv_department_form_answer_count (self, BV_IMPORT_ERROR) == 0;

  for (guint i = 0; i < self->imports->len; i++)
    if (!bv_import_commit (g_ptr_array_index (self->imports, i), TRUE, error))
      return FALSE;
  /* No form that the board waits for: its rows are in the queue again. */
  if (self->type == BV_DEPARTMENT_FORM_MENDING)
    return bv_department_form_mending_send (
        office, g_ptr_array_index (self->imports, 0), self->mended, error);
  return bv_submission_mark (office,
                             self->movement_id,
                             bv_department_form_get_word (self->type),
                             self->department_id,
                             whole ? "received" : "sent",
                             error);
}

gboolean
bv_department_form_answer_accept (BvOffice *office,
                                  BvDepartmentFormAnswer **answers,
                                  guint n_answers,
                                  GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autofree char *title = g_strdup_printf (
      ngettext ("Take in %u form", "Take in %u forms", n_answers), n_answers);

  if (bv_office_backs_up (office) && !bv_backup_make (office, "import", error))
    return FALSE;
  if (!bv_history_begin (history, title, error))
    return FALSE;
  for (guint i = 0; i < n_answers; i++)
    if (!accept_one (office, answers[i], error)) {
      bv_history_abort (history);
      return FALSE;
    }
  return bv_history_commit (history, error);
}
