/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page that draws up documents is made of. */
#pragma once
#include "bv-document-page.h"
#include "bv-editor.h"
#include "bv-wording-panel.h"

enum { BV_SHIFT_X, BV_SHIFT_Y, BV_N_SHIFTS };

/** BvDrawing: what the thread that draws up a document works on. */
typedef struct _BvDrawing BvDrawing;

/** BvDocumentPageFunc: what is to be done with the document once it is drawn. */
typedef void (*BvDocumentPageFunc) (BvDocumentPage *self, gpointer data);

struct _BvDocumentPage
{
  BvPage parent_instance;
  const BvDocumentType *type;
  gint64 about_id;
  guint refresh_id;
  guint shift_id; /* a new place on the printed sheet is kept soon */

  /* Drawing up, in a thread */
  BvDrawing *drawing; /* owned by its task, NULL while nothing is drawn */
  guint look_id, n_looks;
  BvDocumentPageFunc then; /* nullable */
  gpointer then_data;      /* owned */
  GDestroyNotify free_then_data;

  /* Owned */
  GCancellable *cancellable; /* while drawing */
  BvDocument *saving;        /* what the thread is writing */
  GArray *rows;              /* gint64: several at once; NULL: only about_id */

  /* Borrowed references: children */
  GtkListBox *list;
  GtkWidget *about_box;
  BvEditor *about; /* NULL where the document speaks of the movement */
  GtkStack *stack;
  GtkWidget *problem; /* AdwStatusPage */
  GtkWidget *again;   /* button on it */
  GtkRevealer *drawing_bar;
  GtkProgressBar *progress;
  GtkWidget *notice; /* GtkLabel: another font stands in */
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
/* Drawing up: in a thread, what was shown before stays until it is done. */
void _bv_document_page_refresh (BvDocumentPage *self);
/** _bv_document_page_refresh_soon: several changes in a row are one new picture. */
void _bv_document_page_refresh_soon (BvDocumentPage *self);
void _bv_document_page_stop_drawing (BvDocumentPage *self);
/** _bv_document_page_when_drawn: calls @func at once, or when the pages are there; never when there
 * are none. Takes @data. */
void _bv_document_page_when_drawn (BvDocumentPage *self,
                                   BvDocumentPageFunc func,
                                   gpointer data,
                                   GDestroyNotify free_data);
/** _bv_document_page_build_drawing_bar: progress and Cancel. */
GtkWidget *_bv_document_page_build_drawing_bar (BvDocumentPage *self);
/** _bv_document_page_build_again: the button of a drawing that was stopped. */
GtkWidget *_bv_document_page_build_again (BvDocumentPage *self);
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
void _bv_document_page_sync_buttons (BvDocumentPage *self);
/* Callbacks of its buttons and of the bar that saves. */
void _bv_document_page_print (GtkWidget *widget, const char *name, GVariant *parameter);
void _bv_document_page_save (GtkWidget *widget, const char *name, GVariant *parameter);
void _bv_document_page_failed (BvExportBar *bar, GError *error, BvDocumentPage *self);
void _bv_document_page_finished (BvExportBar *bar, gboolean written, BvDocumentPage *self);
