/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page that draws up documents is made of. */
#pragma once
#include "bv-document-page.h"
#include "bv-editor.h"
#include "bv-wording-panel.h"

enum { BV_SHIFT_X, BV_SHIFT_Y, BV_N_SHIFTS };

struct _BvDocumentPage
{
  BvPage parent_instance;
  const BvDocumentType *type;
  gint64 about_id;
  guint refresh_id;
  guint shift_id; /* a new place on the printed sheet is kept soon */

  /* Owned */
  BvDocument *saving; /* what the thread is writing */
  GArray *rows;       /* gint64: several at once; NULL: only about_id */

  /* Borrowed references: children */
  GtkListBox *list;
  GtkWidget *about_box;
  BvEditor *about; /* NULL where the document speaks of the movement */
  GtkStack *stack;
  GtkWidget *problem; /* AdwStatusPage */
  GtkWidget *notice;  /* GtkLabel: another font stands in */
  BvPagePreview *preview;
  GtkWidget *print, *save_pdf, *save_text, *wording_button;
  GtkWidget *sheets;        /* the row of what goes onto printed sheets */
  GtkWidget *whole, *trial; /* GtkToggleButton */
  GtkSpinButton *shifts[BV_N_SHIFTS];
  GtkRevealer *wording_revealer;
  BvWordingPanel *wording;
  BvExportBar *export_bar;
};

/** _bv_document_page_dup_rows: ids of what the document speaks of (gint64), owned. */
GArray *_bv_document_page_dup_rows (BvDocumentPage *self);
/** _bv_document_page_is_trial: the sheet to measure on is shown. */
gboolean _bv_document_page_is_trial (BvDocumentPage *self);
void _bv_document_page_refresh_soon (BvDocumentPage *self);
/* The row of what goes onto printed sheets. */
GtkWidget *_bv_document_page_build_sheets (BvDocumentPage *self);
/** _bv_document_page_sync_sheets: after another document, row or change. */
void _bv_document_page_sync_sheets (BvDocumentPage *self);
/** _bv_document_page_flush_sheets: keeps what was typed. */
void _bv_document_page_flush_sheets (BvDocumentPage *self);
/** _bv_document_page_build: makes its children. */
void _bv_document_page_build (BvDocumentPage *self);
/** _bv_document_page_get_document: what is shown, borrowed; nullable. */
BvDocument *_bv_document_page_get_document (BvDocumentPage *self);
/** _bv_document_page_catch_up: draws now what was to be drawn soon. */
void _bv_document_page_catch_up (BvDocumentPage *self);
void _bv_document_page_sync_buttons (BvDocumentPage *self);
/* Callbacks of its buttons and of the bar that saves. */
void _bv_document_page_print (GtkWidget *widget, const char *name, GVariant *parameter);
void _bv_document_page_save (GtkWidget *widget, const char *name, GVariant *parameter);
void _bv_document_page_failed (BvExportBar *bar, GError *error, BvDocumentPage *self);
void _bv_document_page_finished (BvExportBar *bar, gboolean written, BvDocumentPage *self);
