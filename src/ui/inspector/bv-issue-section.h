/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the register: whether the document would say the same today. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_ISSUE_SECTION (bv_issue_section_get_type ())
G_DECLARE_FINAL_TYPE (BvIssueSection, bv_issue_section, BV, ISSUE_SECTION, BvSection)

GtkWidget *bv_issue_section_new (BvOffice *office);

G_END_DECLS
