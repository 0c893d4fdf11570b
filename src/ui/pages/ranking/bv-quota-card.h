/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One quota with its arithmetic: what it allows, what is used, what the council must decide. */
#pragma once
#include "bv-assessment.h"
#include "bv-second-opinions.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** bv_quota_card_new: @line is read now and not kept. */
/** bv_quota_card_new: @light of its boundary stands beside the name and leads to its reasons. */
GtkWidget *bv_quota_card_new (const BvQuotaLine *line, BvFirmness light);
/** bv_quota_card_dup_use: "used 1 of 2 · 1 left"; owned. */
char *bv_quota_card_dup_use (const BvQuotaUse *use);

G_END_DECLS
