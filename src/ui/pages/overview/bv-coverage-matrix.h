/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Departments × contents: how many subjects of each have come how far; a press leads to the rows.
 */
#pragma once
#include "bv-list-export.h"
#include "bv-overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_COVERAGE_MATRIX (bv_coverage_matrix_get_type ())
G_DECLARE_FINAL_TYPE (BvCoverageMatrix, bv_coverage_matrix, BV, COVERAGE_MATRIX, AdwBin)

/* Signal "activated" (department id, criterion id, step): the cell was pressed. */

GtkWidget *bv_coverage_matrix_new (void);
/** bv_coverage_matrix_show: borrows @overview until another is shown; nullable. */
void bv_coverage_matrix_show (BvCoverageMatrix *self, const BvOverview *overview);
/** bv_coverage_matrix_make_export: it as it is shown; owned, %NULL while nothing is. */
BvListExport *bv_coverage_matrix_make_export (BvCoverageMatrix *self);

G_END_DECLS
