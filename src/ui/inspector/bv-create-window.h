/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small form for a row that is missing where one is to be chosen. */
#pragma once
#include "bv-kind.h"
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CREATE_WINDOW (bv_create_window_get_type ())
G_DECLARE_FINAL_TYPE (BvCreateWindow, bv_create_window, BV, CREATE_WINDOW, AdwWindow)

/* Signal "created" (gint64 id): the row is in the file; the window closes. */

/** bv_create_window_can_create: whether a row of @kind can be added where one is chosen. */
gboolean bv_create_window_can_create (const BvKind *kind, BvOffice *office, gint64 movement_id);
/** bv_create_window_new: @name is what was typed; the rest that a new row needs is asked for. */
GtkWidget *bv_create_window_new (
    GtkWindow *parent, BvOffice *office, const BvKind *kind, gint64 movement_id, const char *name);
/** bv_create_window_create: as the button does; %FALSE when something is missing or wrong. */
gboolean bv_create_window_create (BvCreateWindow *self);

G_END_DECLS
