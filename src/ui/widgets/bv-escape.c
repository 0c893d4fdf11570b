/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What runs beside the work, as an export does, has no keyboard of its own to be stopped with. */
#include "config.h"

#include "bv-escape.h"

static gboolean
press_cb (GtkWidget *widget, GVariant *argument, gpointer data)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  g_signal_emit_by_name (widget, "clicked");
  return TRUE;
}

void
bv_escape_presses (GtkButton *button)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (press_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (button), keys);
}
