/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that come into a form otherwise than by typing. */
#include "config.h"

#include "bv-form-private.h"

const BvField *
bv_form_get_field (BvForm *self)
{
  return self->hand ? bv_field_row_get_field (self->hand) : NULL;
}

gboolean
bv_form_fill (BvForm *self, const BvField *field, const BvValue *value)
{
  BvFieldRow *row = bv_form_get_row (self, field->name);

  if (!row || !self->record || !self->writable || (field->flags & BV_FIELD_DERIVED))
    return FALSE;
  bv_editor_settle (bv_field_row_get_editor (row));
  bv_record_set_value (self->record, field->name, value);
  if (self->pins)
    bv_pins_note (self->pins, field, value);
  bv_field_row_show (row, value);
  return _bv_form_save (self, row);
}

void
_bv_form_show_pins (BvForm *self)
{
  if (!self->pins)
    return;
  for (guint i = 0; i < self->rows->len; i++) {
    BvFieldRow *row = g_ptr_array_index (self->rows, i);

    bv_field_row_set_pinned (row,
                             bv_pins_has (self->pins, bv_field_row_get_field (row)),
                             self->record && !bv_record_get_id (self->record));
  }
}

/* What is still being typed is kept as soon as it is taken over. */
static void
pin_cb (BvForm *self, BvFieldRow *row)
{
  const BvField *field = bv_field_row_get_field (row);
  gboolean pinned = bv_pins_has (self->pins, field);

  if (self->record)
    bv_pins_set (
        self->pins, field, pinned ? NULL : bv_record_get_value (self->record, field->name));
  _bv_form_show_pins (self);
}

void
bv_form_set_pins (BvForm *self, BvPins *pins)
{
  g_return_if_fail (!self->pins);

  self->pins = pins;
  for (guint i = 0; i < self->rows->len; i++) {
    BvFieldRow *row = g_ptr_array_index (self->rows, i);

    if (bv_field_row_get_field (row)->flags & BV_FIELD_DERIVED)
      continue;
    bv_field_row_add_pin (row);
    g_signal_connect_swapped (row, "pin", G_CALLBACK (pin_cb), self);
  }
  _bv_form_show_pins (self);
}

gboolean
bv_form_pin (BvForm *self)
{
  if (!self->pins || !self->hand || (bv_field_row_get_field (self->hand)->flags & BV_FIELD_DERIVED))
    return FALSE;
  pin_cb (self, self->hand);
  return TRUE;
}
