/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a kind in memory. */
#include "config.h"

#include "bv-record.h"

struct _BvRecord
{
  GObject parent_instance;

  /* Borrowed */
  const BvKind *kind;
  gint64 id;

  /* Owned, by field */
  BvValue *values;
  gboolean *changed;
  char **displays; /* nullable until a list asks for them */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRecord, bv_record, G_TYPE_OBJECT)

static int
find_index (BvRecord *self, const char *field)
{
  int index = bv_kind_get_field_index (self->kind, field);

  g_assert (index >= 0);
  return index;
}

static void
free_displays (BvRecord *self)
{
  for (guint i = 0; self->displays && i < self->kind->n_fields; i++)
    g_free (self->displays[i]);
  g_clear_pointer (&self->displays, g_free);
}

static void
bv_record_finalize (GObject *object)
{
  BvRecord *self = BV_RECORD (object);

  free_displays (self);
  for (guint i = 0; i < self->kind->n_fields; i++)
    bv_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->changed);
  G_OBJECT_CLASS (bv_record_parent_class)->finalize (object);
}

static void
bv_record_class_init (BvRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_record_finalize;
  signals[CHANGED] = g_signal_new (
      "changed", BV_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_record_init (BvRecord *self)
{
}

static void
set_initial (const BvField *field, BvValue *value)
{
  if (!field->initial)
    return;
  if (bv_field_is_number (field) || field->type == BV_FIELD_BOOLEAN)
    bv_value_set_integer (value, g_ascii_strtoll (field->initial, NULL, 10));
  else
    bv_value_set_text (value, field->initial);
}

BvRecord *
bv_record_new (const BvKind *kind)
{
  BvRecord *self = g_object_new (BV_TYPE_RECORD, NULL);

  self->kind = kind;
  self->values = g_new0 (BvValue, kind->n_fields);
  self->changed = g_new0 (gboolean, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    set_initial (&kind->fields[i], &self->values[i]);
  return self;
}

BvRecord *
bv_record_copy (BvRecord *self)
{
  BvRecord *copy = bv_record_new (self->kind);

  copy->id = self->id;
  for (guint i = 0; i < self->kind->n_fields; i++)
    bv_value_copy (&self->values[i], &copy->values[i]);
  return copy;
}

const BvKind *
bv_record_get_kind (BvRecord *self)
{
  g_return_val_if_fail (BV_IS_RECORD (self), NULL);
  return self->kind;
}

gint64
bv_record_get_id (BvRecord *self)
{
  g_return_val_if_fail (BV_IS_RECORD (self), 0);
  return self->id;
}

void
bv_record_set_id (BvRecord *self, gint64 id)
{
  g_return_if_fail (BV_IS_RECORD (self));
  self->id = id;
}

const BvValue *
bv_record_get_value (BvRecord *self, const char *field)
{
  g_return_val_if_fail (BV_IS_RECORD (self), NULL);
  return &self->values[find_index (self, field)];
}

gint64
bv_record_get_integer (BvRecord *self, const char *field)
{
  const BvValue *value = bv_record_get_value (self, field);

  return value->type == BV_VALUE_INTEGER ? value->integer : 0;
}

const char *
bv_record_get_text (BvRecord *self, const char *field)
{
  const BvValue *value = bv_record_get_value (self, field);

  return value->type == BV_VALUE_TEXT ? value->text : "";
}

gboolean
bv_record_is_null (BvRecord *self, const char *field)
{
  return bv_record_get_value (self, field)->type == BV_VALUE_NULL;
}

void
bv_record_set_value (BvRecord *self, const char *field, const BvValue *value)
{
  int index;

  g_return_if_fail (BV_IS_RECORD (self));
  index = find_index (self, field);
  if (bv_value_equal (&self->values[index], value))
    return;
  bv_value_copy (value, &self->values[index]);
  self->changed[index] = TRUE;
}

void
bv_record_set_integer (BvRecord *self, const char *field, gint64 integer)
{
  const BvField *declared = bv_kind_find_field (self->kind, field);
  g_auto (BvValue) value = BV_VALUE_INIT;

  if (integer || (declared->type != BV_FIELD_REFERENCE && declared->type != BV_FIELD_SUBJECT))
    bv_value_set_integer (&value, integer);
  bv_record_set_value (self, field, &value);
}

void
bv_record_set_text (BvRecord *self, const char *field, const char *text)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  bv_value_set_text (&value, text);
  bv_record_set_value (self, field, &value);
}

void
bv_record_set_null (BvRecord *self, const char *field)
{
  const BvValue nothing = BV_VALUE_INIT;

  bv_record_set_value (self, field, &nothing);
}

gboolean
bv_record_is_changed (BvRecord *self, const char *field)
{
  g_return_val_if_fail (BV_IS_RECORD (self), FALSE);
  if (field)
    return self->changed[find_index (self, field)];
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->changed[i])
      return TRUE;
  return FALSE;
}

void
bv_record_clear_changed (BvRecord *self)
{
  g_return_if_fail (BV_IS_RECORD (self));
  memset (self->changed, 0, self->kind->n_fields * sizeof (gboolean));
}

const char *
bv_record_get_display (BvRecord *self, guint field_index)
{
  g_return_val_if_fail (BV_IS_RECORD (self) && field_index < self->kind->n_fields, "");
  return self->displays && self->displays[field_index] ? self->displays[field_index] : "";
}

void
bv_record_take_display (BvRecord *self, guint field_index, char *text)
{
  g_return_if_fail (BV_IS_RECORD (self) && field_index < self->kind->n_fields);
  if (!self->displays)
    self->displays = g_new0 (char *, self->kind->n_fields);
  g_free (self->displays[field_index]);
  self->displays[field_index] = text;
}

void
bv_record_assume (BvRecord *self, BvRecord *other)
{
  g_return_if_fail (BV_IS_RECORD (self) && BV_IS_RECORD (other) && self->kind == other->kind);
  self->id = other->id;
  for (guint i = 0; i < self->kind->n_fields; i++) {
    bv_value_copy (&other->values[i], &self->values[i]);
    bv_record_take_display (self, i, g_strdup (bv_record_get_display (other, i)));
  }
  bv_record_clear_changed (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
