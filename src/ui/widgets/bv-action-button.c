/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that stands for an action. */
#include "config.h"

#include "bv-action-button.h"

GtkWidget *
bv_action_button_new (const char *label, const char *action, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}
