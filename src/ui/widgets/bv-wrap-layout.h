/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things beside each other, as many to a line as there is room for. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_WRAP_LAYOUT (bv_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (BvWrapLayout, bv_wrap_layout, BV, WRAP_LAYOUT, GtkLayoutManager)

/** bv_wrap_layout_new: @spacing pixels lie between things and between lines. */
GtkLayoutManager *bv_wrap_layout_new (int spacing);

G_END_DECLS
