/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as PDF. */
#include "config.h"

#include "bv-document-pdf.h"

#include "bv-replacement.h"

#include <cairo-pdf.h>
#include <errno.h>

/* Breaking into pages takes about as long as drawing them. */
#define SHARE_OF_LAYOUT 0.5

typedef struct
{
  BvPageProgress progress;
  gpointer data;
} Teller;

typedef struct
{
  BvReplacement *file;
  GError *error; /* the first that writing met */
} Sink;

static void
tell_layout (double fraction, gpointer data)
{
  Teller *teller = data;

  if (teller->progress)
    teller->progress (fraction * SHARE_OF_LAYOUT, teller->data);
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = data;

  if (sink->error == NULL)
    bv_replacement_write (sink->file, bytes, length, &sink->error);
  return sink->error ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static void
set_properties (cairo_surface_t *surface, BvDocument *document)
{
  cairo_pdf_surface_set_metadata (
      surface, CAIRO_PDF_METADATA_TITLE, bv_document_get_title (document));
  cairo_pdf_surface_set_metadata (
      surface, CAIRO_PDF_METADATA_AUTHOR, bv_document_get_author (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bảng Vàng " BV_VERSION);
}

static gboolean
draw_pages (BvPageLayout *layout,
            cairo_surface_t *surface,
            const Sink *sink,
            const Teller *teller,
            GCancellable *cancellable,
            GError **error)
{
  guint n = bv_page_layout_get_n_pages (layout);
  cairo_t *cr = cairo_create (surface);
  gboolean going = TRUE;

  for (guint i = 0; i < n && going; i++) {
    bv_page_layout_draw (layout, i, cr);
    cairo_show_page (cr);
    if (teller->progress)
      teller->progress (SHARE_OF_LAYOUT + (1 - SHARE_OF_LAYOUT) * (i + 1) / n, teller->data);
    going = !g_cancellable_set_error_if_cancelled (cancellable, error) && sink->error == NULL;
  }
  cairo_destroy (cr);
  return going;
}

static gboolean
write_pages (BvPageLayout *layout,
             Sink *sink,
             const Teller *teller,
             GCancellable *cancellable,
             GError **error)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean drawn;

  bv_page_layout_get_size (layout, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, sink, width, height);
  set_properties (surface, bv_page_layout_get_document (layout));
  drawn = draw_pages (layout, surface, sink, teller, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (drawn && sink->error == NULL && status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  if (error && *error) /* cancelled */
    g_clear_error (&sink->error);
  else if (sink->error)
    g_propagate_error (error, g_steal_pointer (&sink->error));
  else {
    g_info ("cairo: %s", cairo_status_to_string (status));
    bv_replacement_set_error (sink->file, status == CAIRO_STATUS_NO_MEMORY ? ENOMEM : EIO, error);
  }
  return FALSE;
}

gboolean
bv_document_pdf_write (BvDocument *document,
                       const char *path,
                       guint *n_pages,
                       BvPageProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Teller teller = { progress, data };
  g_autoptr (BvReplacement) file = bv_replacement_new (path, error);
  g_autoptr (BvPageLayout) layout = NULL;
  g_autoptr (GError) local = NULL;
  Sink sink = { file, NULL };

  if (!file)
    return FALSE;
  layout = bv_page_layout_new (
      document, &bv_layout_profile_decree_30, tell_layout, &teller, cancellable, error);
  if (!layout)
    return FALSE;
  if (!write_pages (layout, &sink, &teller, cancellable, &local)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (n_pages)
    *n_pages = bv_page_layout_get_n_pages (layout);
  return bv_replacement_commit (file, error);
}
