/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip that is in or out: rows of mine, rows without evidence. */
#pragma once
#include "bv-list-chip.h"

G_BEGIN_DECLS

#define BV_TYPE_TOGGLE_CHIP (bv_toggle_chip_get_type ())
G_DECLARE_FINAL_TYPE (BvToggleChip, bv_toggle_chip, BV, TOGGLE_CHIP, BvListChip)

/** bv_toggle_chip_new_mine: rows that who works here was the last to add or change. */
GtkWidget *bv_toggle_chip_new_mine (void);
/** bv_toggle_chip_new_unproved: rows that neither a document nor a file proves. */
GtkWidget *bv_toggle_chip_new_unproved (void);

G_END_DECLS
