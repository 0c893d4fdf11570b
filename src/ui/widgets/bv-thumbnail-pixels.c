/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture of a file's content, made without trusting the content: a picture is scaled while
 * it is decoded, and the first page of a PDF is drawn by a program of its own, within limits of
 * time and memory. A broken or hostile file gives no picture, and nothing else happens. */
#include "config.h"

#include "bv-thumbnail-pixels.h"

#include <string.h>

#define MAXIMUM_PIXELS (50 * 1000 * 1000) /* more is no photograph of a document */
#define CHUNK (64 * 1024)

/* No SVG: it can name other files. */
static const char *const picture_types[] = { "image/png",  "image/jpeg", "image/gif", "image/bmp",
                                             "image/tiff", "image/webp", NULL };
static const char pdf_type[] = "application/pdf";
/* Time and memory are limited from outside; the page comes out as a PNG. */
static const char *const pdf_command[] = { "timeout",
                                           "--kill-after=1",
                                           "8",
                                           "prlimit",
                                           "--as=1073741824",
                                           "pdftoppm",
                                           "-png",
                                           "-singlefile",
                                           "-f",
                                           "1",
                                           "-scale-to",
                                           G_STRINGIFY (BV_THUMBNAIL_SIZE),
                                           "-",
                                           NULL };

gboolean
bv_thumbnail_pixels_can (const char *media_type)
{
  return g_strv_contains (picture_types, media_type) || g_str_equal (media_type, pdf_type);
}

/* Pictures */

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer refused)
{
  double scale = (double) BV_THUMBNAIL_SIZE / MAX (MAX (width, height), 1);

  if ((gint64) width * height > MAXIMUM_PIXELS) {
    *(gboolean *) refused = TRUE;
    /* the decoder stops here, before it asks for the memory */
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  } else if (scale < 1)
    gdk_pixbuf_loader_set_size (
        loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *content, gboolean *refused, GCancellable *cancellable)
{
  gsize size;
  const guchar *data = g_bytes_get_data (content, &size);

  for (gsize done = 0; done < size && !*refused; done += CHUNK)
    if (g_cancellable_is_cancelled (cancellable)
        || !gdk_pixbuf_loader_write (loader, data + done, MIN (CHUNK, size - done), NULL))
      return FALSE;
  return !*refused;
}

static GdkTexture *
make_of_picture (GBytes *content, const char *media_type, GCancellable *cancellable)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (media_type, NULL);
  g_autoptr (GdkPixbuf) upright = NULL;
  gboolean refused = FALSE;
  gboolean fed;

  if (!loader)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &refused);
  fed = feed (loader, content, &refused, cancellable);
  /* Closing is due in any case. */
  if (!gdk_pixbuf_loader_close (loader, NULL) || !fed || !gdk_pixbuf_loader_get_pixbuf (loader))
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  return upright ? gdk_texture_new_for_pixbuf (upright) : NULL;
}

/* The first page of a PDF */

static gboolean
has_programs (void)
{
  const char *const programs[] = { "timeout", "prlimit", "pdftoppm" };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++) {
    g_autofree char *path = g_find_program_in_path (programs[i]);

    if (!path)
      return FALSE;
  }
  return TRUE;
}

static GdkTexture *
make_of_pdf (GBytes *content, GCancellable *cancellable)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) page = NULL;

  if (!has_programs ())
    return NULL;
  process = g_subprocess_newv (pdf_command,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                               NULL);
  if (!process || !g_subprocess_communicate (process, content, cancellable, &page, NULL, NULL)) {
    if (process)
      g_subprocess_force_exit (process);
    return NULL;
  }
  return page && g_bytes_get_size (page) ? make_of_picture (page, "image/png", cancellable) : NULL;
}

GdkTexture *
bv_thumbnail_pixels_make (GBytes *content, const char *media_type, GCancellable *cancellable)
{
  if (g_str_equal (media_type, pdf_type))
    return make_of_pdf (content, cancellable);
  return make_of_picture (content, media_type, cancellable);
}
