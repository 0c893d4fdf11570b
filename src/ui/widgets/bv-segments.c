/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few choices side by side, one of them pressed. */
#include "config.h"

#include "bv-segments.h"

struct _BvSegments
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkBox *box;
  GPtrArray *buttons; /* owned array */

  guint chosen;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BvSegments, bv_segments, ADW_TYPE_BIN)

static void
toggled_cb (GtkToggleButton *button, BvSegments *self)
{
  guint index;

  if (!gtk_toggle_button_get_active (button) || !g_ptr_array_find (self->buttons, button, &index)
      || index == self->chosen)
    return;
  self->chosen = index;
  g_signal_emit (self, changed_signal, 0);
}

static void
bv_segments_finalize (GObject *object)
{
  g_ptr_array_unref (BV_SEGMENTS (object)->buttons);
  G_OBJECT_CLASS (bv_segments_parent_class)->finalize (object);
}

static void
bv_segments_class_init (BvSegmentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_segments_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_segments_init (BvSegments *self)
{
  self->buttons = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-segments");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
bv_segments_new (const char *label)
{
  BvSegments *self = g_object_new (BV_TYPE_SEGMENTS, NULL);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
bv_segments_add (BvSegments *self, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_return_if_fail (BV_IS_SEGMENTS (self));

  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_ptr_array_add (self->buttons, button);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->box, button);
}

void
bv_segments_set_shown (BvSegments *self, guint index, gboolean shown)
{
  g_return_if_fail (BV_IS_SEGMENTS (self));
  g_return_if_fail (index < self->buttons->len);

  gtk_widget_set_visible (self->buttons->pdata[index], shown);
}

guint
bv_segments_get_chosen (BvSegments *self)
{
  g_return_val_if_fail (BV_IS_SEGMENTS (self), 0);
  return self->chosen;
}

const char *
bv_segments_get_label (BvSegments *self)
{
  g_return_val_if_fail (BV_IS_SEGMENTS (self), NULL);
  return gtk_button_get_label (self->buttons->pdata[self->chosen]);
}

void
bv_segments_choose (BvSegments *self, guint index)
{
  g_return_if_fail (BV_IS_SEGMENTS (self));
  g_return_if_fail (index < self->buttons->len);

  gtk_toggle_button_set_active (self->buttons->pdata[index], TRUE);
}
