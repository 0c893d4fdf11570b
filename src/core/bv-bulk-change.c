/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value for a field of several rows: first what it would change, then the change as one step.
 */
#include "config.h"

#include "bv-bulk-change.h"

#include "bv-history.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* Rows are looked at in blocks, so that a long selection does not stand in memory as a whole. */
#define BLOCK 128

struct BvBulkChange
{
  BvOffice *office; /* owned */
  const BvKind *kind;
  const BvField *field;
  BvValue value;
  char *value_text; /* owned, NULL until a row was looked at */
  GArray *ids;      /* owned: the rows that would change */
  guint n_same;
  GPtrArray *olds, *obstacles; /* owned, BvBulkPart */
};

static void
free_part (gpointer data)
{
  BvBulkPart *part = data;

  g_free (part->text);
  g_free (part);
}

static void
count (GPtrArray *parts, const char *text)
{
  BvBulkPart *part;

  for (guint i = 0; i < parts->len; i++) {
    part = g_ptr_array_index (parts, i);
    if (g_str_equal (part->text, text)) {
      part->n_rows++;
      return;
    }
  }
  part = g_new0 (BvBulkPart, 1);
  part->text = g_strdup (text);
  part->n_rows = 1;
  g_ptr_array_add (parts, part);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const BvBulkPart *first = *(BvBulkPart *const *) a, *second = *(BvBulkPart *const *) b;

  if (first->n_rows != second->n_rows)
    return first->n_rows > second->n_rows ? -1 : 1;
  return g_strcmp0 (first->text, second->text);
}

static void
look_at (BvBulkChange *self, BvRecord *record)
{
  g_autofree char *old = bv_office_display (self->office, record, self->field);
  gint64 id = bv_record_get_id (record);
  g_autoptr (GError) error = NULL;

  if (bv_value_equal (bv_record_get_value (record, self->field->name), &self->value)) {
    self->n_same++;
    return;
  }
  bv_record_set_value (record, self->field->name, &self->value);
  if (!self->value_text)
    self->value_text = bv_office_display (self->office, record, self->field);
  if (!bv_office_check (self->office, record, &error)) {
    count (self->obstacles, error->message);
    return;
  }
  count (self->olds, old);
  g_array_append_val (self->ids, id);
}

static gboolean
look_at_block (BvBulkChange *self, const gint64 *ids, guint n_ids, GError **error)
{
  BvRecord *records[BLOCK] = { NULL };
  gboolean loaded = bv_office_load_many (self->office, self->kind, ids, n_ids, records, error);

  for (guint i = 0; i < n_ids; i++) {
    if (loaded && records[i])
      look_at (self, records[i]);
    g_clear_object (&records[i]);
  }
  return loaded;
}

gboolean
bv_bulk_change_can_set (const BvKind *kind, const BvField *field)
{
  guint barred = BV_FIELD_DERIVED | BV_FIELD_CONTEXT | BV_FIELD_ALONE;

  return !(field->flags & barred) && g_strcmp0 (kind->name_field, field->name) != 0;
}

BvBulkChange *
bv_bulk_change_plan (BvOffice *office,
                     const BvKind *kind,
                     const BvField *field,
                     const BvValue *value,
                     const gint64 *ids,
                     guint n_ids,
                     GError **error)
{
  g_autoptr (BvBulkChange) self = g_new0 (BvBulkChange, 1);

  self->office = g_object_ref (office);
  self->kind = kind;
  self->field = field;
  bv_value_copy (value, &self->value);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->olds = g_ptr_array_new_with_free_func (free_part);
  self->obstacles = g_ptr_array_new_with_free_func (free_part);
  for (guint i = 0; i < n_ids; i += BLOCK)
    if (!look_at_block (self, ids + i, MIN (BLOCK, n_ids - i), error))
      return NULL;
  g_ptr_array_sort (self->olds, compare_parts);
  g_ptr_array_sort (self->obstacles, compare_parts);
  return g_steal_pointer (&self);
}

void
bv_bulk_change_free (BvBulkChange *self)
{
  g_object_unref (self->office);
  bv_value_clear (&self->value);
  g_free (self->value_text);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->olds);
  g_ptr_array_unref (self->obstacles);
  g_free (self);
}

const char *
bv_bulk_change_get_value_text (BvBulkChange *self)
{
  return self->value_text ? self->value_text : "";
}

guint
bv_bulk_change_count_changed (BvBulkChange *self)
{
  return self->ids->len;
}

guint
bv_bulk_change_count_same (BvBulkChange *self)
{
  return self->n_same;
}

GPtrArray *
bv_bulk_change_get_olds (BvBulkChange *self)
{
  return self->olds;
}

GPtrArray *
bv_bulk_change_get_obstacles (BvBulkChange *self)
{
  return self->obstacles;
}

static gboolean
write_rows (BvBulkChange *self, GError **error)
{
  for (guint i = 0; i < self->ids->len; i++) {
    gint64 id = g_array_index (self->ids, gint64, i);
    g_autoptr (BvRecord) record = bv_office_load (self->office, self->kind, id, error);

    if (!record)
      return FALSE;
    bv_record_set_value (record, self->field->name, &self->value);
    if (!bv_office_save (self->office, record, error))
      return FALSE;
  }
  return TRUE;
}

static char *
make_title (BvBulkChange *self)
{
  /* Translators: a field, a number of rows, the name of their list. */
  return g_strdup_printf (
      ngettext ("Set “%s” in %u row: %s", "Set “%s” in %u rows: %s", self->ids->len),
      bv_field_get_label (self->field),
      self->ids->len,
      bv_kind_get_plural (self->kind));
}

gboolean
bv_bulk_change_apply (BvBulkChange *self, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  g_autofree char *title = make_title (self);

  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (write_rows (self, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}
