/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of the row that is chosen in a list: its fields, what belongs to it, its next step. */
#pragma once
#include "bv-form.h"
#include "bv-page.h"
#include "bv-record.h"

G_BEGIN_DECLS

#define BV_TYPE_INSPECTOR (bv_inspector_get_type ())
G_DECLARE_FINAL_TYPE (BvInspector, bv_inspector, BV, INSPECTOR, AdwBin)

/* Signals:
 * "saved" (gint64 id): the row was written; a new one has its id now
 * "next": Ctrl+Enter, everything is saved: go on with a new row
 * "closed": Esc where nothing is left to restore */

GtkWidget *bv_inspector_new (void);
/** bv_inspector_set_office: forgets the row that was shown. Borrowed, must outlive the inspector.
 */
void bv_inspector_set_office (BvInspector *self, BvOffice *office);
/** bv_inspector_set_page: where toasts and errors go; borrowed. */
void bv_inspector_set_page (BvInspector *self, BvPage *page);
/**
 * bv_inspector_edit: shows a copy of @record; id 0 is a new row, %NULL shows that nothing is
 * chosen. What is typed in the row before is saved when it can be; call bv_inspector_flush() first
 * to be told when not. The row shown already is left alone while something is typed in it.
 */
void bv_inspector_edit (BvInspector *self, BvRecord *record);
/** bv_inspector_get_record: the working copy, borrowed; %NULL when nothing is shown. */
BvRecord *bv_inspector_get_record (BvInspector *self);
/**
 * bv_inspector_flush: saves what is typed, the syllable that an input method still composes too.
 * FALSE, with the focus on the field, when something cannot be saved. A new row in which nothing
 * was typed counts as saved.
 */
gboolean bv_inspector_flush (BvInspector *self);
gboolean bv_inspector_is_dirty (BvInspector *self);
void bv_inspector_focus_first (BvInspector *self);
/** bv_inspector_get_form: the form of the row that is shown; borrowed, nullable. */
BvForm *bv_inspector_get_form (BvInspector *self);
/** bv_inspector_keep_pins: new rows begin here: fields can be kept for the next one. Before a row
 * is shown. */
void bv_inspector_keep_pins (BvInspector *self);
/** bv_inspector_get_pins: what is kept for the next row; borrowed, nullable. */
BvPins *bv_inspector_get_pins (BvInspector *self);

G_END_DECLS
