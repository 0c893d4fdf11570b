/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of one record in a table: text, number, date, tick or a pill with the state. */
#pragma once
#include "bv-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CELL (bv_cell_get_type ())
G_DECLARE_FINAL_TYPE (BvCell, bv_cell, BV, CELL, AdwBin)

/** bv_cell_new: a cell for field @field_index of @kind. */
GtkWidget *bv_cell_new (const BvKind *kind, guint field_index);
/** bv_cell_set_record: shows @record and follows its changes; %NULL lets go. */
void bv_cell_set_record (BvCell *self, BvRecord *record);
/** bv_cell_get_record: borrowed, nullable. */
BvRecord *bv_cell_get_record (BvCell *self);
/**
 * bv_cell_set_folded: fields whose columns have no room and stand in a dim second line instead,
 * one bit for each field index; 0 takes the line away.
 */
void bv_cell_set_folded (BvCell *self, guint64 fields);

G_END_DECLS
