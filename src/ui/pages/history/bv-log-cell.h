/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the log: time, who, what, how many rows, state. */
#pragma once
#include "bv-log-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_LOG_CELL (bv_log_cell_get_type ())
G_DECLARE_FINAL_TYPE (BvLogCell, bv_log_cell, BV, LOG_CELL, AdwBin)

/** bv_log_cell_add_columns: all columns of the log, into @view. */
void bv_log_cell_add_columns (GtkColumnView *view);

G_END_DECLS
