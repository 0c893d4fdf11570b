/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one office file, or the welcome page while there is none. */
#pragma once
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_WINDOW (bv_window_get_type ())
G_DECLARE_FINAL_TYPE (BvWindow, bv_window, BV, WINDOW, AdwApplicationWindow)

BvWindow *bv_window_new (GtkApplication *application);
/** bv_window_has_file: whether it shows @file; %NULL asks whether it shows none. */
gboolean bv_window_has_file (BvWindow *self, GFile *file);
/** bv_window_open: shows @file, or on the welcome page why it cannot be opened. */
gboolean bv_window_open (BvWindow *self, GFile *file);
/** bv_window_take_office: shows @office, which it owns from now on. */
void bv_window_take_office (BvWindow *self, BvOffice *office);
/** bv_window_close_office: back to the welcome page; %FALSE when something cannot be saved. */
gboolean bv_window_close_office (BvWindow *self);
/** bv_window_get_office: borrowed, nullable. */
BvOffice *bv_window_get_office (BvWindow *self);
/** bv_window_show_page: goes to page @name and, when @id is not 0, to its row. */
void bv_window_show_page (BvWindow *self, const char *name, gint64 id);

G_END_DECLS
