/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many lines a text takes in a cell: words as wide as Times New Roman sets them. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_sheet_lines_count: lines of @text at @size points in @width points.
 * @cut: (out) (nullable): where the line after the first @most begins; %NULL when all fit.
 */
guint bv_sheet_lines_count (
    const char *text, double width, double size, gboolean bold, guint most, const char **cut);

G_END_DECLS
