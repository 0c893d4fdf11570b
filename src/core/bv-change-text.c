/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a changeset in words. */
#include "config.h"

#include "bv-change-text.h"

#include "bv-record.h"
#include "bv-rule-pack-edit.h"
#include "bv-schema.h"

#include <glib/gi18n-lib.h>

/* Long texts are cut in the log. */
#define LONGEST_VALUE 80

struct BvChangeText
{
  BvOffice *office;    /* borrowed */
  GHashTable *columns; /* BvKind -> strv of its table's columns */
};

BvChangeText *
bv_change_text_new (BvOffice *office)
{
  BvChangeText *self = g_new0 (BvChangeText, 1);

  self->office = office;
  self->columns = g_hash_table_new_full (
      g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_strfreev);
  return self;
}

void
bv_change_text_free (BvChangeText *self)
{
  g_hash_table_unref (self->columns);
  g_free (self);
}

static char **
get_columns (BvChangeText *self, const BvKind *kind)
{
  char **columns = g_hash_table_lookup (self->columns, kind);

  if (!columns) {
    columns = bv_schema_load_columns (bv_office_get_database (self->office), kind->table, NULL);
    if (!columns)
      columns = g_new0 (char *, 1);
    g_hash_table_insert (self->columns, (gpointer) kind, columns);
  }
  return columns;
}

BvRecord *
bv_change_text_make_record (BvChangeText *self,
                            const BvKind *kind,
                            const BvRowChange *row,
                            gboolean old)
{
  char **columns = get_columns (self, kind);
  const BvValue *values = old ? row->old_values : row->new_values;
  BvRecord *record = bv_record_new (kind);

  bv_record_set_id (record, row->id);
  for (guint i = 0; i < row->n_columns && columns[i]; i++)
    if (row->told[i] && bv_kind_find_field (kind, columns[i]))
      bv_record_set_value (record, columns[i], &values[i]);
  return record;
}

/* Fields that hold a whole rule pack. */
static gboolean
is_pack (const BvKind *kind, const BvField *field)
{
  return (kind == &bv_rule_pack_kind && g_str_equal (field->name, "content"))
         || (kind == &bv_movement_kind && g_str_equal (field->name, "rule_pack"));
}

static BvRulePack *
parse_pack (BvRecord *record, const BvField *field)
{
  const char *text = bv_record_get_text (record, field->name);

  return *text ? bv_rule_pack_parse (text, -1, NULL) : NULL;
}

static char *
display (BvChangeText *self, BvRecord *record, const BvField *field)
{
  g_autoptr (BvRulePack) pack = is_pack (bv_record_get_kind (record), field)
                                    ? parse_pack (record, field)
                                    : NULL;

  return pack ? g_strdup (pack->title) : bv_office_display (self->office, record, field);
}

static char *
show (BvChangeText *self, BvRecord *record, const BvField *field)
{
  g_autofree char *text = display (self, record, field);

  g_strdelimit (text, "\n", ' ');
  if (*text == '\0')
    return g_strdup (_ ("(blank)"));
  if (g_utf8_strlen (text, -1) > LONGEST_VALUE) {
    g_autofree char *head = g_utf8_substring (text, 0, LONGEST_VALUE);
    return g_strconcat (head, "…", NULL);
  }
  return g_steal_pointer (&text);
}

char *
bv_change_text_dup_name (BvChangeText *self, BvRecord *known)
{
  const BvKind *kind = bv_record_get_kind (known);
  const char *name = bv_office_get_name (self->office, kind, bv_record_get_id (known));
  g_autofree char *text = NULL;

  if (*name)
    return g_strdup (name);
  text = kind->display ? kind->display (known, self->office) : NULL;
  if (text && *text)
    return g_steal_pointer (&text);
  return show (self, known, bv_kind_find_field (kind, kind->name_field));
}

/* Two whole packs are too long to be read side by side: what differs is told. */
static gboolean
list_figures (GPtrArray *lines, BvRecord *before, BvRecord *after, const BvField *field)
{
  g_autoptr (BvRulePack) was = parse_pack (before, field);
  g_autoptr (BvRulePack) is = parse_pack (after, field);
  g_autoptr (GPtrArray) told = was && is ? bv_rule_pack_edit_compare (was, is) : NULL;

  if (!told)
    return FALSE;
  g_ptr_array_set_free_func (told, NULL);
  g_ptr_array_extend (lines, told, NULL, NULL);
  return TRUE;
}

GPtrArray *
bv_change_text_list_fields (BvChangeText *self, const BvKind *kind, const BvRowChange *row)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  char **columns = get_columns (self, kind);
  g_autoptr (BvRecord) before = bv_change_text_make_record (self, kind, row, TRUE);
  g_autoptr (BvRecord) after = bv_change_text_make_record (self, kind, row, FALSE);

  for (guint i = 1; i < row->n_columns && columns[i]; i++) {
    const BvField *field = row->told[i] ? bv_kind_find_field (kind, columns[i]) : NULL;
    g_autofree char *was = NULL;
    g_autofree char *is = NULL;
    if (!field || (is_pack (kind, field) && list_figures (lines, before, after, field)))
      continue;
    was = show (self, before, field);
    is = show (self, after, field);
    g_ptr_array_add (lines, g_strdup_printf ("%s: %s → %s", bv_field_get_label (field), was, is));
  }
  return lines;
}
