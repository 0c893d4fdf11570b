/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document saved as a file. */
#include "config.h"

#include "bv-document-file.h"

#include "bv-document-fodt.h"
#include "bv-document-pdf.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

static gboolean
ends_with (const char *path, const char *ending)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  return g_str_has_suffix (small, ending);
}

const char *
bv_document_file_get_medium (const char *path)
{
  return ends_with (path, ".fodt") ? "fodt" : "pdf";
}

gboolean
bv_document_file_write (BvDocument *document,
                        const char *path,
                        guint *n_pages,
                        BvPageProgress progress,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  if (n_pages)
    *n_pages = 0;
  if (ends_with (path, ".pdf"))
    return bv_document_pdf_write (document, path, n_pages, progress, data, cancellable, error);
  if (ends_with (path, ".fodt"))
    return bv_document_fodt_write (document, path, cancellable, error);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” ends with neither .pdf nor .fodt. Give it one of these endings."),
               path);
  return FALSE;
}
