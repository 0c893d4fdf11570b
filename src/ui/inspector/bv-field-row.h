/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a form: its label, the control below it, and what is wrong with it. */
#pragma once
#include "bv-editor.h"

G_BEGIN_DECLS

#define BV_TYPE_FIELD_ROW (bv_field_row_get_type ())
G_DECLARE_FINAL_TYPE (BvFieldRow, bv_field_row, BV, FIELD_ROW, GtkBox)

/* Signals:
 * "pin": the pin was clicked
 * "entered": the focus came
 * "commit": the focus left or a value was chosen: take it over
 * "advance": Enter: take it over and go on
 * "restore": Esc in a changed field: show the stored value again */

GtkWidget *bv_field_row_new (const BvField *field, BvOffice *office);
const BvField *bv_field_row_get_field (BvFieldRow *self);
BvEditor *bv_field_row_get_editor (BvFieldRow *self);
/** bv_field_row_focus: FALSE when the field cannot have the focus now. */
gboolean bv_field_row_focus (BvFieldRow *self);
/** bv_field_row_show: shows @value; no error and nothing unsaved any more. */
void bv_field_row_show (BvFieldRow *self, const BvValue *value);
/** bv_field_row_set_error: the sentence below the field; %NULL = all is well. */
void bv_field_row_set_error (BvFieldRow *self, const char *message);
const char *bv_field_row_get_error (BvFieldRow *self);
/** bv_field_row_set_unsaved: the value shown is not in the file yet. */
void bv_field_row_set_unsaved (BvFieldRow *self, gboolean unsaved);
/** bv_field_row_is_pending: something is typed, wrong or unsaved here. */
gboolean bv_field_row_is_pending (BvFieldRow *self);
/** bv_field_row_forget: a row of @changed was changed; lists of them to choose from are stale. They
 * are dear where there are many rows, so others are kept. */
void bv_field_row_forget (BvFieldRow *self, const BvKind *changed);
/** bv_field_row_add_pin: a small button that keeps the value for the next new row; once. */
void bv_field_row_add_pin (BvFieldRow *self);
/** bv_field_row_set_pinned: marks the field as kept; @in_new_row Tab and Enter pass it over then.
 * Nothing without a pin. */
void bv_field_row_set_pinned (BvFieldRow *self, gboolean pinned, gboolean in_new_row);
gboolean bv_field_row_is_passed_over (BvFieldRow *self);
void bv_field_row_set_writable (BvFieldRow *self, gboolean writable);

G_END_DECLS
