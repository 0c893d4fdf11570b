/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button whose menu says which columns a list shows, and in which order. */
#pragma once
#include "bv-list-table.h"

G_BEGIN_DECLS

#define BV_TYPE_COLUMN_CHOOSER (bv_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BvColumnChooser, bv_column_chooser, BV, COLUMN_CHOOSER, AdwBin)

GtkWidget *bv_column_chooser_new (const BvKind *kind, BvListTable *table);

G_END_DECLS
