/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council's workbook leaving the office: written in the background, then put into the register.
 */
#pragma once
#include "bv-export-bar.h"
#include "bv-page.h"

G_BEGIN_DECLS

/** bv_workbook_issue_start: @bar writes the workbook of the movement in hand to @target. */
void bv_workbook_issue_start (BvExportBar *bar, BvPage *page, GFile *target);
/** bv_workbook_issue_register: the register keeps from which state it was made. */
void bv_workbook_issue_register (BvPage *page, GFile *target);

G_END_DECLS
