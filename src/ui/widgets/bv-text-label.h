/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that may be long: from the left, broken where it must be. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_text_label_new: @text and @css_class may be %NULL. */
GtkWidget *bv_text_label_new (const char *text, const char *css_class);

G_END_DECLS
