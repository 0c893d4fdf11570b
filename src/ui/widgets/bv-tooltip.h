/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a thing while the mouse rests on it. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_tooltip_set: gtk_widget_set_tooltip_text() that does not ask the X server where the mouse is
 * for things that are not on the screen yet, nor when nothing changes. @text is nullable. */
void bv_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
