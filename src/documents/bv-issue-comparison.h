/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a document of the register would say the same if it were drawn up today. */
#pragma once
#include "bv-office.h"
#include "bv-record.h"

G_BEGIN_DECLS

typedef enum {
  BV_ISSUE_SAME,
  BV_ISSUE_CHANGED,
  BV_ISSUE_GONE,    /* what it spoke of is not in the file any more */
  BV_ISSUE_UNKNOWN, /* a list as somebody had filtered it, or registered by an older version */
} BvIssueState;

/** bv_issue_comparison_run: draws up what line @issue of the register names, and compares. A
 * workbook says the same as long as nothing was changed in its movement. */
BvIssueState bv_issue_comparison_run (BvOffice *office, BvRecord *issue);
/** bv_issue_comparison_count_steps: steps of the log since @issue that are not undone. */
gint64 bv_issue_comparison_count_steps (BvOffice *office, BvRecord *issue);

G_END_DECLS
