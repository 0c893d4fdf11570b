/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table beside the editor of its row; where there is no room for both, one takes the place of
 * the other. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_LIST_SPLIT (bv_list_split_get_type ())
G_DECLARE_FINAL_TYPE (BvListSplit, bv_list_split, BV, LIST_SPLIT, GtkWidget)

/* Signal "back": the button that leads from the editor to the table was pressed. */

GtkWidget *bv_list_split_new (GtkWidget *table, GtkWidget *editor);
/** bv_list_split_is_folded: whether only one of the two is in sight. */
gboolean bv_list_split_is_folded (BvListSplit *self);
/** bv_list_split_show_editor: which one is in sight when folded. */
void bv_list_split_show_editor (BvListSplit *self, gboolean editor);
/** bv_list_split_set_alone: shows the table over the whole width, without an editor: empty lists.
 */
void bv_list_split_set_alone (BvListSplit *self, gboolean alone);

G_END_DECLS
