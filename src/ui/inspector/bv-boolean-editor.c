/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yes or no, as a switch that is taken over at once. */
#include "config.h"

#include "bv-boolean-editor.h"

struct _BvBooleanEditor
{
  BvEditor parent_instance;

  /* Borrowed references: children */
  GtkWidget *toggle;
};

G_DEFINE_FINAL_TYPE (BvBooleanEditor, bv_boolean_editor, BV_TYPE_EDITOR)

static void
active_cb (BvBooleanEditor *self)
{
  bv_editor_touch (BV_EDITOR (self));
  bv_editor_commit (BV_EDITOR (self));
}

static void
bv_boolean_editor_prepare (BvEditor *editor)
{
  bv_editor_set_control (editor, BV_BOOLEAN_EDITOR (editor)->toggle);
}

static void
bv_boolean_editor_show (BvEditor *editor, const BvValue *value)
{
  gboolean active = value->type == BV_VALUE_INTEGER && value->integer != 0;

  gtk_switch_set_active (GTK_SWITCH (BV_BOOLEAN_EDITOR (editor)->toggle), active);
}

static gboolean
bv_boolean_editor_read (BvEditor *editor, BvValue *value, GError **error)
{
  bv_value_set_integer (value,
                        gtk_switch_get_active (GTK_SWITCH (BV_BOOLEAN_EDITOR (editor)->toggle)));
  return TRUE;
}

static void
bv_boolean_editor_class_init (BvBooleanEditorClass *klass)
{
  BvEditorClass *editor_class = BV_EDITOR_CLASS (klass);

  editor_class->prepare = bv_boolean_editor_prepare;
  editor_class->show = bv_boolean_editor_show;
  editor_class->read = bv_boolean_editor_read;
}

static void
bv_boolean_editor_init (BvBooleanEditor *self)
{
  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->toggle);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (active_cb), self);
}
