/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side of the window: the movement in hand and the list of pages with their counts. */
#pragma once
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SIDEBAR (bv_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (BvSidebar, bv_sidebar, BV, SIDEBAR, AdwBin)

/* Signals "page-chosen" (name) and "movement-chosen" (id). */

GtkWidget *bv_sidebar_new (void);
/** bv_sidebar_set_office: fills it; %NULL empties it. */
void bv_sidebar_set_office (BvSidebar *self, BvOffice *office);
/** bv_sidebar_set_page: marks the page shown, without a signal. */
void bv_sidebar_set_page (BvSidebar *self, const char *name);
/** bv_sidebar_refresh: names, movements and counts anew; keeps the movement in hand if it is still
 * there. */
void bv_sidebar_refresh (BvSidebar *self);
/** bv_sidebar_count: the numbers beside the pages anew. */
void bv_sidebar_count (BvSidebar *self);
gint64 bv_sidebar_get_movement (BvSidebar *self);
void bv_sidebar_set_movement (BvSidebar *self, gint64 id);

G_END_DECLS
