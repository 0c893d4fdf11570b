/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small form for a row that is missing where one is to be chosen. */
#pragma once
#include "bv-field-row.h"
#include "bv-office.h"
#include "bv-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CREATE_WINDOW (bv_create_window_get_type ())
G_DECLARE_FINAL_TYPE (BvCreateWindow, bv_create_window, BV, CREATE_WINDOW, AdwWindow)

/** BvCreateWriter: puts @record into the file, giving it an id. */
typedef gboolean (*BvCreateWriter) (BvOffice *office,
                                    BvRecord *record,
                                    gpointer data,
                                    GError **error);

/* Signal "created" (gint64 id): the row is in the file; the window closes. */

/** bv_create_window_can_create: whether a row of @kind can be added where one is chosen. */
gboolean bv_create_window_can_create (const BvKind *kind, BvOffice *office, gint64 movement_id);
/** bv_create_window_new: @name is what was typed; the rest that a new row needs is asked for. */
GtkWidget *bv_create_window_new (
    GtkWindow *parent, BvOffice *office, const BvKind *kind, gint64 movement_id, const char *name);
/** bv_create_window_new_for: the same for @record, of which the named @fields (ended by %NULL) are
 * gone over; @note is said above them. */
GtkWidget *bv_create_window_new_for (GtkWindow *parent,
                                     BvOffice *office,
                                     BvRecord *record,
                                     const char *title,
                                     const char *note,
                                     const char *const *fields);
/** bv_create_window_set_writer: @write saves the record instead of bv_office_save(); @data goes
 * with the window. */
void bv_create_window_set_writer (BvCreateWindow *self,
                                  BvCreateWriter write,
                                  gpointer data,
                                  GDestroyNotify destroy);
/** bv_create_window_get_row: the row of the field called @name, or %NULL; borrowed. */
BvFieldRow *bv_create_window_get_row (BvCreateWindow *self, const char *name);
/** bv_create_window_create: as the button does; %FALSE when something is missing or wrong. */
gboolean bv_create_window_create (BvCreateWindow *self);

G_END_DECLS
