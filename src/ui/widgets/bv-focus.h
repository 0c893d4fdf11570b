/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has the keyboard. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_focus_find: what has the keyboard in the window around @widget; %NULL when nothing has, or
 * when it stands in no window any more: GTK asks for a new place of the keyboard while a window is
 * taken apart. */
GtkWidget *bv_focus_find (GtkWidget *widget);

G_END_DECLS
