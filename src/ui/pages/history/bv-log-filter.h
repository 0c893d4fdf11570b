/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What narrows the log: a person, a table, days from and to. */
#pragma once
#include "bv-history.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_LOG_FILTER (bv_log_filter_get_type ())
G_DECLARE_FINAL_TYPE (BvLogFilter, bv_log_filter, BV, LOG_FILTER, AdwBin)

/* Signal "changed": another choice was made. */

GtkWidget *bv_log_filter_new (void);
/** bv_log_filter_set_office: offers everybody who is named in the log; keeps the choice. */
void bv_log_filter_set_office (BvLogFilter *self, BvOffice *office);
/** bv_log_filter_run: ids of the steps, newest first. */
GArray *bv_log_filter_run (BvLogFilter *self, BvHistory *history, GError **error);
gboolean bv_log_filter_is_narrowing (BvLogFilter *self);
/** bv_log_filter_dup_text: what it narrows to, as a line under a title; owned, %NULL when to
 * nothing. */
char *bv_log_filter_dup_text (BvLogFilter *self);
void bv_log_filter_clear (BvLogFilter *self);
/** bv_log_filter_focus: puts the keyboard on the first of them. */
void bv_log_filter_focus (BvLogFilter *self);

G_END_DECLS
