/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page that draws up documents is made of. */
#pragma once
#include "bv-document-page.h"
#include "bv-editor.h"
#include "bv-wording-panel.h"

struct _BvDocumentPage
{
  BvPage parent_instance;
  const BvDocumentType *type;
  gint64 about_id;
  guint refresh_id;

  /* Owned */
  BvDocument *saving; /* what the thread is writing */

  /* Borrowed references: children */
  GtkListBox *list;
  GtkWidget *about_box;
  BvEditor *about; /* NULL where the document speaks of the movement */
  GtkStack *stack;
  GtkWidget *problem; /* AdwStatusPage */
  BvPagePreview *preview;
  GtkWidget *print, *save_pdf, *save_text, *wording_button;
  GtkRevealer *wording_revealer;
  BvWordingPanel *wording;
  BvExportBar *export_bar;
};

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
