/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of BvForm share. */
#pragma once
#include "bv-form.h"

G_BEGIN_DECLS

struct _BvForm
{
  GtkBox parent_instance;
  const BvKind *kind;
  gboolean saving;   /* the change that is announced now is our own */
  gboolean writable; /* the office lets us write */
  gint64 joined;     /* the step that made a row which this one refers to; 0 = none */

  /* Borrowed references */
  BvOffice *office;
  BvFieldRow *blamed; /* where the check of the whole row complained */
  BvPins *pins;       /* nullable: whoever shows the form has them */
  BvFieldRow *hand;   /* the field that has or last had the focus, nullable */

  /* Owned references */
  GPtrArray *rows;  /* BvFieldRow, borrowed children in the order of the fields */
  BvRecord *stored; /* as in the file, or as a new row begins */
  BvRecord *record; /* the working copy */
  char *status;
};

/** _bv_form_save: writes the working copy, if it is whole; @row is where the change came from. */
gboolean _bv_form_save (BvForm *self, BvFieldRow *row);
/** _bv_form_show_pins: marks the fields that are kept for the next row. */
void _bv_form_show_pins (BvForm *self);

G_END_DECLS
