/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of the log as a list item. */
#pragma once
#include "bv-history.h"

G_BEGIN_DECLS

#define BV_TYPE_LOG_ENTRY (bv_log_entry_get_type ())
G_DECLARE_FINAL_TYPE (BvLogEntry, bv_log_entry, BV, LOG_ENTRY, GObject)

/* Signal "changed": the step was undone, redone or dropped. */

/** bv_log_entry_load: %NULL when the step is no longer in the log. */
BvLogEntry *bv_log_entry_load (BvHistory *history, gint64 id);
/** bv_log_entry_reload: reads the step again. */
void bv_log_entry_reload (BvLogEntry *self, BvHistory *history);
const BvHistoryStep *bv_log_entry_get_step (BvLogEntry *self);
/** bv_log_entry_dup_time: "05/06/2024 14:02"; owned. */
char *bv_log_entry_dup_time (BvLogEntry *self);
/** bv_log_entry_format_time: the same of an ISO time; owned. */
char *bv_log_entry_format_time (const char *at);
/** bv_log_entry_get_state_label: "Undone"; "" for a step that holds; borrowed. */
const char *bv_log_entry_get_state_label (BvLogEntry *self);
/** bv_log_entry_get_state_tone: of the pill, nullable. */
const char *bv_log_entry_get_state_tone (BvLogEntry *self);

G_END_DECLS
