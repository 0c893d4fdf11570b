/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a list whose value is kept for the next new row. */
#include "config.h"

#include "bv-pins.h"

struct BvPins
{
  GHashTable *values; /* owned: BvField -> BvValue */
};

static void
free_value (gpointer data)
{
  bv_value_clear (data);
  g_free (data);
}

BvPins *
bv_pins_new (void)
{
  BvPins *self = g_new0 (BvPins, 1);

  self->values = g_hash_table_new_full (NULL, NULL, NULL, free_value);
  return self;
}

void
bv_pins_free (BvPins *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

void
bv_pins_set (BvPins *self, const BvField *field, const BvValue *value)
{
  BvValue *kept;

  if (value == NULL) {
    g_hash_table_remove (self->values, field);
    return;
  }
  kept = g_new0 (BvValue, 1);
  bv_value_copy (value, kept);
  g_hash_table_insert (self->values, (gpointer) field, kept);
}

gboolean
bv_pins_has (BvPins *self, const BvField *field)
{
  return g_hash_table_contains (self->values, field);
}

void
bv_pins_note (BvPins *self, const BvField *field, const BvValue *value)
{
  if (bv_pins_has (self, field))
    bv_pins_set (self, field, value);
}

void
bv_pins_forget_movement (BvPins *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const BvField *field = key;

    if (field->kind != NULL && (field->kind->flags & BV_KIND_IN_MOVEMENT))
      g_hash_table_iter_remove (&iter);
  }
}

static gboolean
is_there (BvOffice *office, const BvField *field, const BvValue *value)
{
  if (value->type != BV_VALUE_INTEGER)
    return TRUE;
  if (field->type == BV_FIELD_REFERENCE)
    return *bv_office_get_name (office, field->kind, value->integer) != '\0';
  if (field->type == BV_FIELD_SUBJECT)
    return *bv_office_get_subject_name (office, value->integer) != '\0';
  return TRUE;
}

void
bv_pins_apply (BvPins *self, BvOffice *office, BvRecord *record)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const BvField *field = key;

    if (bv_kind_find_field (bv_record_get_kind (record), field->name) == field
        && is_there (office, field, value))
      bv_record_set_value (record, field->name, value);
  }
}
