/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that stands for an action. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_action_button_new: @label has a mnemonic; @action and @css_class may be %NULL. */
GtkWidget *bv_action_button_new (const char *label, const char *action, const char *css_class);

G_END_DECLS
