/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the ranking as a list to be exported. */
#pragma once
#include "bv-list-export.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** bv_ranking_list_fill: adds columns and @rows (BvRankingRow) to @list. */
void bv_ranking_list_fill (BvListExport *list, GListModel *rows);

G_END_DECLS
