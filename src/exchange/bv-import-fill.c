/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of one row of a table into a record. */
#include "config.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-fold.h"
#include "bv-import-fields.h"
#include "bv-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Choices as people write them: accents aside. */
static const char *
find_choice (const BvField *field, const char *text)
{
  g_autofree char *wanted = bv_fold (text);

  for (const BvChoice *choice = field->choices; choice && choice->value; choice++) {
    g_autofree char *label = bv_fold (_ (choice->label));

    if (g_str_equal (wanted, label))
      return choice->value;
  }
  return text;
}

/* @otherwise: of a kind whose rows belong to no movement. */
static gint64
get_movement (BvImport *self, BvRecord *record, gint64 otherwise)
{
  return bv_kind_find_field (self->kind, "movement_id")
             ? bv_record_get_integer (record, "movement_id")
             : otherwise;
}

static gboolean
parse_plain (BvImport *self,
             BvRecord *record,
             const BvField *field,
             const char *text,
             BvTableType type,
             BvValue *value,
             GError **error)
{
  g_autofree char *day = NULL;

  if (type == BV_TABLE_DATE && field->type == BV_FIELD_DATE)
    text = day = g_strndup (text, strcspn (text, " "));
  else if (field->type == BV_FIELD_CHOICE)
    text = find_choice (field, text);
  return bv_office_parse (self->office, get_movement (self, record, 0), field, text, value, error);
}

static gboolean
parse_reference (BvImport *self,
                 BvRecord *record,
                 const BvField *field,
                 const char *text,
                 BvValue *value,
                 GError **error)
{
  gint64 movement_id = get_movement (self, record, self->movement_id);
  gint64 id = 0;

  if (!bv_import_names_find (self->names, field, movement_id, text, &id, error))
    return FALSE;
  bv_value_set_integer (value, id);
  return TRUE;
}

/* The year alone says nothing new of a day that is known. */
static gboolean
is_known_closer (BvRecord *record, const BvField *field, const BvValue *value)
{
  const char *known = bv_record_get_text (record, field->name);

  return (field->flags & BV_FIELD_YEAR_ENOUGH) && bv_date_is_year (value->text)
         && g_str_has_prefix (known, value->text);
}

static gboolean
fill_cell (BvImport *self,
           BvRecord *record,
           const BvField *field,
           const char *text,
           BvTableType type,
           GError **error)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  if (type == BV_TABLE_FAULT) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s: the formula in this cell fails (%s). Put a value in its place."),
                 bv_field_get_label (field),
                 text);
    return FALSE;
  }
  if (field->type == BV_FIELD_REFERENCE || field->type == BV_FIELD_SUBJECT) {
    if (!parse_reference (self, record, field, text, &value, error))
      return FALSE;
  } else if (!parse_plain (self, record, field, text, type, &value, error)) {
    return FALSE;
  }
  if (!is_known_closer (record, field, &value))
    bv_record_set_value (record, field->name, &value);
  return TRUE;
}

/* A cross says which column it is and no more. */
static gboolean
is_mark (const char *text)
{
  static const char *const marks[] = { "x", "v", "1", "co", NULL };
  g_autofree char *folded = bv_fold (text);

  return g_strv_contains (marks, folded);
}

static gboolean
check_told_once (const BvField *told, gboolean again, GError **error)
{
  if (!again)
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s: two columns are filled of which one should be. Empty one of them."),
               bv_field_get_label (told));
  return FALSE;
}

/* Whether the column belongs to the pass: the movement comes first, as it says where contents are
 * looked for. */
static gboolean
is_due (const BvField *column, int pass)
{
  return column && !(column->flags & BV_FIELD_DERIVED)
         && (column->kind == &bv_movement_kind) == (pass == 0);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

gboolean
bv_import_fill (BvImport *self, BvRecord *record, guint table_row, GError **error)
{
  const BvField *told_before = NULL;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->columns->n_columns; i++) {
      const char *text = bv_table_get_cell (self->table, table_row, i), *value;
      const BvField *field = self->columns->fields[i], *told;

      if (!is_due (field, pass) || is_blank (text))
        continue;
      field = bv_import_fields_resolve (self->kind, field, &told, &value);
      if (told) {
        if (!check_told_once (told, told == told_before, error))
          return FALSE;
        bv_record_set_text (record, told->name, value);
        told_before = told;
        if (is_mark (text))
          continue;
      }
      if (!fill_cell (
              self, record, field, text, bv_table_get_type_of (self->table, table_row, i), error))
        return FALSE;
    }
  return TRUE;
}
