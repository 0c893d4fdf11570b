/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main part of the window: header bar, banner, and the pages, each built when first shown. */
#pragma once
#include "bv-list-exporter.h"
#include "bv-pages.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CONTENT (bv_content_get_type ())
G_DECLARE_FINAL_TYPE (BvContent, bv_content, BV, CONTENT, AdwBin)

/* Signals "page-changed", when another page is shown, and "go" (name, id, BvQuery), when a page
 * asks for another one. */

GtkWidget *bv_content_new (void);
/** bv_content_set_office: drops all pages of the office before; %NULL leaves none. */
void bv_content_set_office (BvContent *self, BvOffice *office);
void bv_content_set_movement (BvContent *self, gint64 movement_id);
/** bv_content_show: builds the page when it is not there yet; %FALSE when @name is no page or the
 * page shown cannot be left. */
gboolean bv_content_show (BvContent *self, const char *name);
/** bv_content_get_page: borrowed, nullable. */
BvPage *bv_content_get_page (BvContent *self);
/** bv_content_get_kind: what the page shown is a list of; nullable. */
const BvKind *bv_content_get_kind (BvContent *self);
const char *bv_content_get_page_name (BvContent *self);
/** bv_content_export: what the page shown lists, as "xlsx" or "csv", after asking where to. */
void bv_content_export (BvContent *self, const char *format);
/** bv_content_get_exporter: borrowed. */
BvListExporter *bv_content_get_exporter (BvContent *self);
/** bv_content_set_can_add: whether the page shown has rows to add. */
void bv_content_set_can_add (BvContent *self, gboolean can_add);
/** bv_content_set_steps: what undo and redo would do, for their tooltips; nullable. */
void bv_content_set_steps (BvContent *self, const char *undo, const char *redo);
/** bv_content_set_saved: ISO time of the last change saved; %NULL when there was none. */
void bv_content_set_saved (BvContent *self, const char *at);
/** bv_content_set_banner: why nothing can be changed here; %NULL takes it away. */
void bv_content_set_banner (BvContent *self, const char *text);
/** bv_content_set_sidebar_shown: whether a sidebar stands beside it, for the buttons on that side.
 */
void bv_content_set_sidebar_shown (BvContent *self, gboolean shown, gboolean folded);
/** bv_content_dismiss_toast: its "Undo" would take back something newer than what it speaks of. */
void bv_content_dismiss_toast (BvContent *self);
void bv_content_toast (BvContent *self, const char *message, gboolean undo);
/** bv_content_report: a toast for what was typed, a dialog for all else. @error stays the caller's.
 */
void bv_content_report (BvContent *self, const GError *error);

G_END_DECLS
