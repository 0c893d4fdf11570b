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
  bv_field_row_show (row, value);
  return _bv_form_save (self, row);
}
