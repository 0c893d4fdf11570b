/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stack whose pages behind the shown one are not there for a screen reader either: GTK leaves
 * them in the accessible tree as if they could be seen. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bv_stack_new (void);
/** bv_stack_hide_others: the same for a @stack that is there already. */
void bv_stack_hide_others (GtkStack *stack);

G_END_DECLS
