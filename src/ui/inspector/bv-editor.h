/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The control in which one value is typed or chosen; one subclass for each way of typing. */
#pragma once
#include "bv-field.h"
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_EDITOR (bv_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvEditor, bv_editor, BV, EDITOR, AdwBin)

/* Signals:
 * "edited": what is shown differs from what was set
 * "commit": the value is chosen, it can be taken over now
 * "advance": Enter in one line: take the value over and go to the next field */

struct _BvEditorClass
{
  AdwBinClass parent_class;

  /* builds the control; the field and the office are known */
  void (*prepare) (BvEditor *self);
  /* shows @value as a person reads it */
  void (*show) (BvEditor *self, const BvValue *value);
  /* what is typed or chosen; BV_ERROR_INVALID names the field */
  gboolean (*read) (BvEditor *self, BvValue *value, GError **error);
  /* takes over the syllable that an input method still composes, closes what is open; nullable */
  void (*settle) (BvEditor *self);
  /* another office, another movement, or a row one can choose has changed; nullable */
  void (*forget) (BvEditor *self);
  /* FALSE: text can be selected and copied, nothing changed; nullable: insensitive */
  void (*set_writable) (BvEditor *self, gboolean writable);
};

/** bv_editor_new: the control that fits the type of @field, which must outlive it. */
BvEditor *bv_editor_new (const BvField *field, BvOffice *office);

const BvField *bv_editor_get_field (BvEditor *self);
/** bv_editor_get_office: borrowed. */
BvOffice *bv_editor_get_office (BvEditor *self);
/** bv_editor_get_movement: narrows what a reference can choose; 0 = any. */
gint64 bv_editor_get_movement (BvEditor *self);
void bv_editor_set_movement (BvEditor *self, gint64 movement_id);
/** bv_editor_get_control: the widget that has the focus and the accessible name; borrowed. */
GtkWidget *bv_editor_get_control (BvEditor *self);
gboolean bv_editor_is_edited (BvEditor *self);
/** bv_editor_take_step: the step that made the row chosen here, to be one with it; told once; 0
 * when it was there already. */
gint64 bv_editor_take_step (BvEditor *self);

void bv_editor_show (BvEditor *self, const BvValue *value);
gboolean bv_editor_read (BvEditor *self, BvValue *value, GError **error);
void bv_editor_settle (BvEditor *self);
void bv_editor_forget (BvEditor *self);
void bv_editor_set_writable (BvEditor *self, gboolean writable);

/* For subclasses. */
void bv_editor_set_control (BvEditor *self, GtkWidget *control);
/** bv_editor_touch: something was typed or chosen; does nothing while a value is being shown. */
void bv_editor_touch (BvEditor *self);
/** bv_editor_set_step: step @step made the row that is chosen now. */
void bv_editor_set_step (BvEditor *self, gint64 step);
void bv_editor_commit (BvEditor *self);
void bv_editor_advance (BvEditor *self);

G_END_DECLS
