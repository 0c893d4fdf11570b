/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of contents that nobody vouches for. */
#include "config.h"

#include "bv-thumbnail-pixels.h"

/* 74 bytes that claim to be 100 000 × 100 000 pixels: 40 GB. */
static const guint8 huge[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
  0x52, 0x00, 0x01, 0x86, 0xa0, 0x00, 0x01, 0x86, 0xa0, 0x08, 0x06, 0x00, 0x00, 0x00, 0xa8,
  0x52, 0x0b, 0xc8, 0x00, 0x00, 0x00, 0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60,
  0x18, 0x05, 0xa3, 0x60, 0x14, 0x0c, 0x77, 0x00, 0x00, 0x03, 0xe8, 0x00, 0x01, 0xb3, 0xa6,
  0xd3, 0x46, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static const char page[]
    = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 "
      "R]/Count "
      "1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 400]>>endobj\n"
      "trailer<</Root 1 0 R>>\n%%EOF\n";

static GBytes *
make_png (int width, int height)
{
  gsize size = (gsize) width * (gsize) height * 4;
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
      width, height, GDK_MEMORY_DEFAULT, pixels, (gsize) width * 4);

  return gdk_texture_save_to_png_bytes (texture);
}

static void
test_picture (void)
{
  g_autoptr (GBytes) png = make_png (1200, 300);
  g_autoptr (GBytes) small = make_png (20, 10);
  g_autoptr (GdkTexture) picture = bv_thumbnail_pixels_make (png, "image/png", NULL);
  g_autoptr (GdkTexture) icon = bv_thumbnail_pixels_make (small, "image/png", NULL);

  g_assert_cmpint (gdk_texture_get_width (picture), ==, BV_THUMBNAIL_SIZE);
  g_assert_cmpint (gdk_texture_get_height (picture), ==, BV_THUMBNAIL_SIZE / 4);
  g_assert_cmpint (gdk_texture_get_width (icon), ==, 20); /* not blown up */
}

/* Cut anywhere, changed anywhere, or something else: no picture or some picture, never a crash. */
static void
test_broken (void)
{
  g_autoptr (GBytes) png = make_png (300, 200);
  g_autoptr (GBytes) text = g_bytes_new_static ("không phải ảnh", 10);
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  g_assert_null (bv_thumbnail_pixels_make (text, "image/png", NULL));
  g_assert_null (bv_thumbnail_pixels_make (text, "image/jpeg", NULL));
  g_assert_null (bv_thumbnail_pixels_make (text, "image/svg+xml", NULL));
  for (gsize cut = 0; cut < size; cut += 1 + size / 40) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (png, 0, cut);
    g_autofree guint8 *changed = g_memdup2 (data, size);
    g_autoptr (GBytes) other = NULL;

    g_clear_object (&(GdkTexture *){ bv_thumbnail_pixels_make (part, "image/png", NULL) });
    changed[cut] ^= 0x55;
    other = g_bytes_new_take (g_steal_pointer (&changed), size);
    g_clear_object (&(GdkTexture *){ bv_thumbnail_pixels_make (other, "image/png", NULL) });
  }
}

static void
test_huge (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (huge, sizeof huge);

  g_assert_null (bv_thumbnail_pixels_make (bytes, "image/png", NULL));
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) good = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (GBytes) broken = g_bytes_new_static (page, 30);
  g_autofree char *program = g_find_program_in_path ("pdftoppm");
  g_autoptr (GdkTexture) picture = bv_thumbnail_pixels_make (good, "application/pdf", NULL);

  g_assert_null (bv_thumbnail_pixels_make (broken, "application/pdf", NULL));
  if (!program) {
    g_assert_null (picture);
    g_test_skip ("pdftoppm is not here");
    return;
  }
  g_assert_nonnull (picture);
  g_assert_cmpint (gdk_texture_get_height (picture), ==, BV_THUMBNAIL_SIZE);
  g_assert_cmpint (abs (gdk_texture_get_width (picture) - BV_THUMBNAIL_SIZE / 2), <=, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GBytes) png = make_png (300, 200);
  g_autoptr (GBytes) pdf = g_bytes_new_static (page, sizeof page - 1);

  g_cancellable_cancel (cancelled);
  g_assert_null (bv_thumbnail_pixels_make (png, "image/png", cancelled));
  g_assert_null (bv_thumbnail_pixels_make (pdf, "application/pdf", cancelled));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/thumbnails/picture", test_picture);
  g_test_add_func ("/thumbnails/broken", test_broken);
  g_test_add_func ("/thumbnails/huge", test_huge);
  g_test_add_func ("/thumbnails/pdf", test_pdf);
  g_test_add_func ("/thumbnails/cancelled", test_cancelled);
  return g_test_run ();
}
