/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget knows its window only as long as it is in one. */
#include "config.h"

#include "bv-focus.h"

GtkWidget *
bv_focus_find (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}
