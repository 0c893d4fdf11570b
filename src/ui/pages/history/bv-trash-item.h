/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deleted row as a list item, and the line that shows it. */
#pragma once
#include "bv-trash.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_TRASH_ITEM (bv_trash_item_get_type ())
G_DECLARE_FINAL_TYPE (BvTrashItem, bv_trash_item, BV, TRASH_ITEM, GObject)

/** bv_trash_item_new: @entry must stay as long as the item. */
BvTrashItem *bv_trash_item_new (BvTrashEntry *entry);
BvTrashEntry *bv_trash_item_get_entry (BvTrashItem *self);
/** bv_trash_item_dup_context: "Cá nhân · đã xoá 05/06/2024 14:02 · Hà · kèm 12 dòng"; owned. */
char *bv_trash_item_dup_context (BvTrashItem *self);

G_END_DECLS
