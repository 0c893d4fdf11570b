/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all controls of a form share: their field, and whether something was typed. */
#include "config.h"

#include "bv-editor.h"

#include "bv-boolean-editor.h"
#include "bv-choice-editor.h"
#include "bv-date-editor.h"
#include "bv-paragraph-editor.h"
#include "bv-reference-editor.h"
#include "bv-text-editor.h"

typedef struct
{
  const BvField *field;
  gint64 movement_id;
  gint64 step;
  gboolean edited;
  gboolean showing; /* changes now come from the program, not from the person */

  /* Borrowed references */
  BvOffice *office;
  GtkWidget *control;
} BvEditorPrivate;

enum { EDITED, COMMIT, ADVANCE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvEditor, bv_editor, ADW_TYPE_BIN)

#define PRIV(self) ((BvEditorPrivate *) bv_editor_get_instance_private (self))

static GType
choose_type (const BvField *field)
{
  switch (field->type) {
  case BV_FIELD_PARAGRAPH:
    return BV_TYPE_PARAGRAPH_EDITOR;
  case BV_FIELD_DATE:
    return BV_TYPE_DATE_EDITOR;
  case BV_FIELD_BOOLEAN:
    return BV_TYPE_BOOLEAN_EDITOR;
  case BV_FIELD_CHOICE:
    return BV_TYPE_CHOICE_EDITOR;
  case BV_FIELD_REFERENCE:
  case BV_FIELD_SUBJECT:
    return BV_TYPE_REFERENCE_EDITOR;
  case BV_FIELD_TEXT:
  case BV_FIELD_NAME:
  case BV_FIELD_INTEGER:
  case BV_FIELD_DECIMAL:
  case BV_FIELD_PERCENT:
  default:
    return BV_TYPE_TEXT_EDITOR;
  }
}

static void
add_signal (BvEditorClass *klass, guint signal, const char *name)
{
  signals[signal] = g_signal_new (
      name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_editor_class_init (BvEditorClass *klass)
{
  add_signal (klass, EDITED, "edited");
  add_signal (klass, COMMIT, "commit");
  add_signal (klass, ADVANCE, "advance");
}

static void
bv_editor_init (BvEditor *self)
{
}

BvEditor *
bv_editor_new (const BvField *field, BvOffice *office)
{
  BvEditor *self = g_object_new (choose_type (field), NULL);
  BvEditorPrivate *priv = PRIV (self);

  priv->field = field;
  priv->office = office;
  BV_EDITOR_GET_CLASS (self)->prepare (self);
  return self;
}

const BvField *
bv_editor_get_field (BvEditor *self)
{
  return PRIV (self)->field;
}

BvOffice *
bv_editor_get_office (BvEditor *self)
{
  return PRIV (self)->office;
}

gint64
bv_editor_get_movement (BvEditor *self)
{
  return PRIV (self)->movement_id;
}

void
bv_editor_set_movement (BvEditor *self, gint64 movement_id)
{
  BvEditorPrivate *priv = PRIV (self);

  if (priv->movement_id == movement_id)
    return;
  priv->movement_id = movement_id;
  bv_editor_forget (self);
}

GtkWidget *
bv_editor_get_control (BvEditor *self)
{
  return PRIV (self)->control;
}

gboolean
bv_editor_is_edited (BvEditor *self)
{
  return PRIV (self)->edited;
}

void
bv_editor_show (BvEditor *self, const BvValue *value)
{
  BvEditorPrivate *priv = PRIV (self);

  priv->showing = TRUE;
  priv->edited = FALSE;
  BV_EDITOR_GET_CLASS (self)->show (self, value);
  priv->showing = FALSE;
}

gboolean
bv_editor_read (BvEditor *self, BvValue *value, GError **error)
{
  return BV_EDITOR_GET_CLASS (self)->read (self, value, error);
}

void
bv_editor_settle (BvEditor *self)
{
  BvEditorClass *klass = BV_EDITOR_GET_CLASS (self);

  if (klass->settle)
    klass->settle (self);
}

void
bv_editor_forget (BvEditor *self)
{
  BvEditorClass *klass = BV_EDITOR_GET_CLASS (self);

  if (klass->forget)
    klass->forget (self);
}

void
bv_editor_set_writable (BvEditor *self, gboolean writable)
{
  BvEditorClass *klass = BV_EDITOR_GET_CLASS (self);

  if (klass->set_writable)
    klass->set_writable (self, writable);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self), writable);
}

void
bv_editor_set_control (BvEditor *self, GtkWidget *control)
{
  PRIV (self)->control = control;
}

void
bv_editor_touch (BvEditor *self)
{
  BvEditorPrivate *priv = PRIV (self);

  if (priv->showing)
    return;
  priv->edited = TRUE;
  g_signal_emit (self, signals[EDITED], 0);
}

void
bv_editor_set_step (BvEditor *self, gint64 step)
{
  PRIV (self)->step = step;
}

gint64
bv_editor_take_step (BvEditor *self)
{
  BvEditorPrivate *priv = PRIV (self);
  gint64 step = priv->step;

  priv->step = 0;
  return step;
}

void
bv_editor_commit (BvEditor *self)
{
  if (!PRIV (self)->showing)
    g_signal_emit (self, signals[COMMIT], 0);
}

void
bv_editor_advance (BvEditor *self)
{
  g_signal_emit (self, signals[ADVANCE], 0);
}
