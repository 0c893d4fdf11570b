/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK waits for an answer of the X server at each tooltip of a visible thing, which is one in
 * fifteen moments of building a page. What is not mapped is hidden meanwhile: nobody sees it. */
#include "config.h"

#include "bv-tooltip.h"

void
bv_tooltip_set (GtkWidget *widget, const char *text)
{
  gboolean hides;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;
  hides = gtk_widget_get_visible (widget) && !gtk_widget_get_mapped (widget);
  if (hides)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (hides)
    gtk_widget_set_visible (widget, TRUE);
}
