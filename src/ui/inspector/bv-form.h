/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All fields of one row of a kind, in groups; saves by itself, field by field. */
#pragma once
#include "bv-field-row.h"
#include "bv-pins.h"
#include "bv-record.h"

G_BEGIN_DECLS

#define BV_TYPE_FORM (bv_form_get_type ())
G_DECLARE_FINAL_TYPE (BvForm, bv_form, BV, FORM, GtkBox)

/* Signals:
 * "saved" (gint64 id): the row was written
 * "gone": the row was removed by somebody else
 * "status": bv_form_get_status() changed
 * "failed" (GError *): something other than the input is wrong */

/** bv_form_new: @groups shows headings; without them one card is made. */
GtkWidget *bv_form_new (BvOffice *office, const BvKind *kind, gboolean groups);
const BvKind *bv_form_get_kind (BvForm *self);
/** bv_form_edit: a copy of @record is edited. What was typed before is dropped: flush first. */
void bv_form_edit (BvForm *self, BvRecord *record);
/** bv_form_get_record: the working copy, borrowed; %NULL when the row is gone. */
BvRecord *bv_form_get_record (BvForm *self);
/**
 * bv_form_flush: takes over and saves what is typed, the syllable an input method composes too.
 * FALSE when something cannot be saved; with @focus the field in question gets the focus.
 */
gboolean bv_form_flush (BvForm *self, gboolean focus);
gboolean bv_form_is_dirty (BvForm *self);
void bv_form_focus_first (BvForm *self);
/** bv_form_get_status: what is still missing before a new row is written, or ""; borrowed. */
const char *bv_form_get_status (BvForm *self);
/** bv_form_get_row: the row of the field @name, or %NULL when the form does not show it. */
BvFieldRow *bv_form_get_row (BvForm *self, const char *name);
/** bv_form_get_field: the field that has or last had the focus; %NULL when there was none. */
const BvField *bv_form_get_field (BvForm *self);
/** bv_form_fill: takes @value into @field as if it was typed; %FALSE when it could not be saved. */
gboolean bv_form_fill (BvForm *self, const BvField *field, const BvValue *value);
/** bv_form_set_pins: a pin beside every field keeps its value in @pins, which must outlive the
 * form; once. */
void bv_form_set_pins (BvForm *self, BvPins *pins);
/** bv_form_pin: keeps the field in hand for the next row, or not any more; %FALSE: there is none.
 */
gboolean bv_form_pin (BvForm *self);
/** bv_form_get_group: the box of the group that holds @name: its heading, then its card. */
GtkWidget *bv_form_get_group (BvForm *self, const char *name);
void bv_form_set_writable (BvForm *self, gboolean writable);

G_END_DECLS
