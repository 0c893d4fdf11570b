/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document one below the other, as paper on a desk, at one scale. */
#include "config.h"

#include "bv-page-canvas.h"

#include <math.h>

/* Pictures of pages that are kept; a window shows no more at once. */
#define MOST_KEPT 12

struct _BvPageCanvas
{
  GtkWidget parent_instance;
  double scale;
  double top, bottom; /* what is in view */

  /* Owned */
  BvPageLayout *layout;
  GHashTable *pictures; /* page: GdkTexture */
};

G_DEFINE_FINAL_TYPE (BvPageCanvas, bv_page_canvas, GTK_TYPE_WIDGET)

static void
get_page_size (BvPageCanvas *self, double *width, double *height)
{
  bv_page_layout_get_size (self->layout, width, height);
  *width = ceil (*width * self->scale);
  *height = ceil (*height * self->scale);
}

static guint
count_pages (BvPageCanvas *self)
{
  return self->layout != NULL ? bv_page_layout_get_n_pages (self->layout) : 0;
}

/* Drawing */

static GdkTexture *
draw_page (BvPageCanvas *self, guint page)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  int stride;

  get_page_size (self, &width, &height);
  surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) width * factor, (int) height * factor);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->scale * factor, self->scale * factor);
  bv_page_layout_draw (self->layout, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < (int) height * factor; y++) { /* the unused byte of each pixel is opaque */
    guint32 *row = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                           + (gsize) y * (gsize) stride);
    for (int x = 0; x < (int) width * factor; x++)
      row[x] |= 0xFF000000u;
  }
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) (height * factor),
                                      (GDestroyNotify) cairo_surface_destroy,
                                      surface);
  return gdk_memory_texture_new (
      (int) width * factor, (int) height * factor, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static GdkTexture *
get_picture (BvPageCanvas *self, guint page)
{
  GdkTexture *picture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (page));

  if (picture != NULL)
    return picture;
  if (g_hash_table_size (self->pictures) >= MOST_KEPT)
    g_hash_table_remove_all (self->pictures);
  picture = draw_page (self, page);
  g_hash_table_insert (self->pictures, GUINT_TO_POINTER (page), picture);
  return picture;
}

static void
bv_page_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA edge = { 0, 0, 0, 0.25F };
  BvPageCanvas *self = BV_PAGE_CANVAS (widget);
  double width, height, left;

  if (self->layout == NULL)
    return;
  get_page_size (self, &width, &height);
  left = floor (MAX (0, (gtk_widget_get_width (widget) - width) / 2));
  for (guint i = bv_page_canvas_find_page (self, self->top); i < count_pages (self); i++) {
    double top = bv_page_canvas_get_page_top (self, i);
    const float one = 1;
    GskRoundedRect frame;
    graphene_rect_t box;

    if (top > self->bottom)
      break;
    graphene_rect_init (&box, (float) left, (float) top, (float) width, (float) height);
    gtk_snapshot_append_texture (snapshot, get_picture (self, i), &box);
    gsk_rounded_rect_init_from_rect (&frame, &box, 0);
    gtk_snapshot_append_border (
        snapshot, &frame, (float[4]){ one, one, one, one }, (GdkRGBA[4]){ edge, edge, edge, edge });
  }
}

static void
bv_page_canvas_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  BvPageCanvas *self = BV_PAGE_CANVAS (widget);
  double width, height;

  *minimum = *natural = 0;
  if (self->layout == NULL)
    return;
  get_page_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = (int) width + 2 * BV_PAGE_CANVAS_GAP;
  else
    *minimum = (int) (height + BV_PAGE_CANVAS_GAP) * (int) count_pages (self) + BV_PAGE_CANVAS_GAP;
  *natural = *minimum;
}

static void
bv_page_canvas_finalize (GObject *object)
{
  BvPageCanvas *self = BV_PAGE_CANVAS (object);

  g_clear_pointer (&self->layout, bv_page_layout_unref);
  g_hash_table_unref (self->pictures);
  G_OBJECT_CLASS (bv_page_canvas_parent_class)->finalize (object);
}

static void
bv_page_canvas_class_init (BvPageCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_page_canvas_finalize;
  widget_class->snapshot = bv_page_canvas_snapshot;
  widget_class->measure = bv_page_canvas_measure;
  gtk_widget_class_set_css_name (widget_class, "pagecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_page_canvas_init (BvPageCanvas *self)
{
  self->scale = 1;
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bv_page_canvas_new (void)
{
  return g_object_new (BV_TYPE_PAGE_CANVAS, NULL);
}

void
bv_page_canvas_set_layout (BvPageCanvas *self, BvPageLayout *layout)
{
  g_return_if_fail (BV_IS_PAGE_CANVAS (self));

  g_clear_pointer (&self->layout, bv_page_layout_unref);
  self->layout = layout;
  g_hash_table_remove_all (self->pictures);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

BvPageLayout *
bv_page_canvas_get_layout (BvPageCanvas *self)
{
  g_return_val_if_fail (BV_IS_PAGE_CANVAS (self), NULL);
  return self->layout;
}

void
bv_page_canvas_set_scale (BvPageCanvas *self, double scale)
{
  g_return_if_fail (BV_IS_PAGE_CANVAS (self));

  if (fabs (scale - self->scale) < 0.0005)
    return;
  self->scale = scale;
  g_hash_table_remove_all (self->pictures);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
bv_page_canvas_get_scale (BvPageCanvas *self)
{
  return self->scale;
}

void
bv_page_canvas_set_view (BvPageCanvas *self, double top, double bottom)
{
  g_return_if_fail (BV_IS_PAGE_CANVAS (self));

  self->top = top;
  self->bottom = bottom;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
bv_page_canvas_get_page_top (BvPageCanvas *self, guint page)
{
  double width, height;

  g_return_val_if_fail (BV_IS_PAGE_CANVAS (self), 0);

  if (self->layout == NULL)
    return 0;
  get_page_size (self, &width, &height);
  return BV_PAGE_CANVAS_GAP + page * (height + BV_PAGE_CANVAS_GAP);
}

guint
bv_page_canvas_find_page (BvPageCanvas *self, double y)
{
  double width, height;

  g_return_val_if_fail (BV_IS_PAGE_CANVAS (self), 0);

  if (count_pages (self) == 0)
    return 0;
  get_page_size (self, &width, &height);
  return (guint) CLAMP (
      floor (y / (height + BV_PAGE_CANVAS_GAP)), 0, (double) count_pages (self) - 1);
}
