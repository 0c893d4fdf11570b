/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were deleted: searched without accents, and put back with all that went with them. */
#pragma once
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_TRASH_PAGE (bv_trash_page_get_type ())
G_DECLARE_FINAL_TYPE (BvTrashPage, bv_trash_page, BV, TRASH_PAGE, BvPage)

/** bv_trash_page_get_model: BvTrashItem, the last deleted first; borrowed. */
GListModel *bv_trash_page_get_model (BvTrashPage *self);
/** bv_trash_page_restore: puts the row at @position back; asks first when others must come too. */
void bv_trash_page_restore (BvTrashPage *self, guint position);

G_END_DECLS
