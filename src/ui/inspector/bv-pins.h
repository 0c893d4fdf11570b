/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a list whose value is kept for the next new row. */
#pragma once
#include "bv-office.h"
#include "bv-record.h"

G_BEGIN_DECLS

typedef struct BvPins BvPins;

BvPins *bv_pins_new (void);
void bv_pins_free (BvPins *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPins, bv_pins_free)

/** bv_pins_set: keeps @value for @field from now on; %NULL keeps it no longer. */
void bv_pins_set (BvPins *self, const BvField *field, const BvValue *value);
gboolean bv_pins_has (BvPins *self, const BvField *field);
/** bv_pins_note: @value was typed into @field; a kept field goes on with it. */
void bv_pins_note (BvPins *self, const BvField *field, const BvValue *value);
/** bv_pins_forget_movement: another movement is in hand; rows of the old one are kept no longer. */
void bv_pins_forget_movement (BvPins *self);
/** bv_pins_apply: fills the kept fields of @record, but for rows of @office that are gone. */
void bv_pins_apply (BvPins *self, BvOffice *office, BvRecord *record);

G_END_DECLS
