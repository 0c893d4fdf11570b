/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field and one value for several rows: what it will change is shown before it is done. */
#pragma once
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_BULK_FORM (bv_bulk_form_get_type ())
G_DECLARE_FINAL_TYPE (BvBulkForm, bv_bulk_form, BV, BULK_FORM, AdwBin)

/* Signals: "applied" (guint n_rows, string label of the field); "failed" (GError). */

GtkWidget *bv_bulk_form_new (const BvKind *kind);
/** bv_bulk_form_set_office: @movement_id narrows what references can choose. */
void bv_bulk_form_set_office (BvBulkForm *self, BvOffice *office, gint64 movement_id);
/** bv_bulk_form_show_rows: the rows @ids, in the order of the list. What is being typed stays while
 * they are the same. */
void bv_bulk_form_show_rows (BvBulkForm *self, GArray *ids);
/** bv_bulk_form_choose: the field to change; %FALSE when it is not one for several rows. */
gboolean bv_bulk_form_choose (BvBulkForm *self, const BvField *field);
/** bv_bulk_form_fill: takes the value of the first row for all and shows what that changes. */
void bv_bulk_form_fill (BvBulkForm *self);
/** bv_bulk_form_focus: puts the keyboard into the value. */
void bv_bulk_form_focus (BvBulkForm *self);
/** bv_bulk_form_get_apply_button: borrowed. */
GtkWidget *bv_bulk_form_get_apply_button (BvBulkForm *self);

G_END_DECLS
