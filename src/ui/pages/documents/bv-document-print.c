/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends the pages of a document to a printer, through the system's dialog. */
#include "config.h"

#include "bv-document-print.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BvPageLayout *layout;
  BvDocumentPrinted func;
  gpointer owner; /* a reference */
} Job;

static void
free_job (gpointer data, GClosure *closure)
{
  Job *job = data;

  bv_page_layout_unref (job->layout);
  g_object_unref (job->owner);
  g_free (job);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  bv_page_layout_draw (job->layout, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
tell_error (const Job *job, const GError *cause)
{
  GError *error = g_error_new (BV_ERROR,
                               BV_ERROR_FAILED,
                               _ ("The document could not be printed: %s. Look at the printer, or "
                                  "save the document as PDF and print that."),
                               cause->message);

  job->func (bv_page_layout_get_document (job->layout), 0, error, job->owner);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    if (error != NULL)
      tell_error (job, error);
  } else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    job->func (bv_page_layout_get_document (job->layout),
               bv_page_layout_get_n_pages (job->layout),
               NULL,
               job->owner);
}

/* The page is the whole sheet: margins are the document's own. */
static GtkPageSetup *
make_setup (BvDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_page_setup_set_orientation (setup,
                                  bv_document_is_landscape (document)
                                      ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                      : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  return setup;
}

static GtkPrintOperation *
make_operation (BvDocument *document, guint n_pages)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup (document);

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  gtk_print_operation_set_job_name (operation, bv_document_get_title (document));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  return operation;
}

void
bv_document_print_run (BvPageLayout *layout,
                       GtkWindow *parent,
                       BvDocumentPrinted func,
                       gpointer owner)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (bv_page_layout_get_document (layout),
                                                            bv_page_layout_get_n_pages (layout));
  Job *job = g_new0 (Job, 1);

  job->layout = bv_page_layout_ref (layout);
  job->func = func;
  job->owner = g_object_ref (owner);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, free_job, 0);
  /* what goes wrong is told by "done" */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
