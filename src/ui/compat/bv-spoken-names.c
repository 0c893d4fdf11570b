/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every button loses its second name when it is seen and when its label changes; the label inside
 * it is the other. */
#include "config.h"

#include "bv-spoken-names.h"

#include <gtk/gtk.h>
#include <string.h>

static gboolean
has_access_key (GtkWidget *widget)
{
  const char *label = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget)
           && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    label = gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  return label != NULL && strchr (label, '_') != NULL;
}

static void
mend (GtkWidget *widget)
{
  if (has_access_key (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
follow_label (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, mend, NULL); /* seen before */
  g_signal_connect (widget, "notify::label", G_CALLBACK (mend), NULL);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  mend (widget);
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    follow_label (widget);
  return TRUE;
}

void
bv_spoken_names_mend (void)
{
  /* signals are there with the class */
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
