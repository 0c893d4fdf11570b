/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council's workbook leaving the office: written in the background, then put into the register
 * and, where wanted, opened. */
#pragma once
#include "bv-export-bar.h"
#include "bv-page.h"
#include "bv-workbook-choice.h"

G_BEGIN_DECLS

typedef struct BvWorkbookIssue BvWorkbookIssue;

/** bv_workbook_issue_start: @bar writes what @choice (nullable: everything; taken) wants of the
 * workbook of @movement_id to @target. %NULL when there is nothing to write, which is reported. */
BvWorkbookIssue *bv_workbook_issue_start (BvExportBar *bar,
                                          BvPage *page,
                                          gint64 movement_id,
                                          BvWorkbookChoice *choice,
                                          GFile *target,
                                          gboolean open_when_done);
/** bv_workbook_issue_finish: the register keeps from which state each file was made; opens the file
 * or the folder of several. */
void bv_workbook_issue_finish (BvWorkbookIssue *self, BvPage *page);
void bv_workbook_issue_free (BvWorkbookIssue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWorkbookIssue, bv_workbook_issue_free)

G_END_DECLS
