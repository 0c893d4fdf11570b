/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a list as cells for the clipboard: a spreadsheet and our own import read them back. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** bv_list_clip_dup_text: the rows @ids of @kind with the columns @fields (BvField), parted by tabs
 * and line ends; a row of headings above them when there are several. Owned; %NULL with @error. */
char *bv_list_clip_dup_text (
    BvOffice *office, const BvKind *kind, GPtrArray *fields, GArray *ids, GError **error);

G_END_DECLS
