/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the cells of a page on white paper, whatever the window's colours are. */
#include "config.h"

#include "bv-sheet-preview.h"

#include <math.h>

#define FONT "Times New Roman," /* the comma ends the family: "Roman" alone would be a style */
#define LEAST_WIDTH 320
#define PADDING 3.0

struct _BvSheetPreview
{
  GtkWidget parent_instance;

  BvSheetPicture *picture; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (BvSheetPreview, bv_sheet_preview, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (
      cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static PangoLayout *
create_layout (BvSheetPreview *self, const BvSheetPictureCell *cell)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), cell->text);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, cell->size * PANGO_SCALE);
  pango_font_description_set_weight (font, cell->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, cell->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  if (cell->underline)
    pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout,
                          cell->wrap ? (int) ((cell->width - 2 * PADDING) * PANGO_SCALE) : -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout,
                              cell->align == BV_SHEET_CENTRE  ? PANGO_ALIGN_CENTER
                              : cell->align == BV_SHEET_RIGHT ? PANGO_ALIGN_RIGHT
                                                              : PANGO_ALIGN_LEFT);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static void
draw_text (BvSheetPreview *self, cairo_t *cr, const BvSheetPictureCell *cell)
{
  g_autoptr (PangoLayout) layout = create_layout (self, cell);
  double x = cell->x + PADDING;
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  if (!cell->wrap && cell->align != BV_SHEET_LEFT) {
    double room = cell->width - 2 * PADDING - (double) width / PANGO_SCALE;

    x += cell->align == BV_SHEET_CENTRE ? room / 2 : room;
  }
  cairo_save (cr);
  cairo_rectangle (cr, cell->x, cell->y, cell->width, cell->height);
  cairo_clip (cr);
  cairo_move_to (cr, x, cell->y + MAX (0, (cell->height - (double) height / PANGO_SCALE) / 2));
  set_colour (cr, cell->colour);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
draw_cell (BvSheetPreview *self, cairo_t *cr, const BvSheetPictureCell *cell)
{
  if (cell->background != 0) {
    cairo_rectangle (cr, cell->x, cell->y, cell->width, cell->height);
    set_colour (cr, cell->background);
    cairo_fill (cr);
  }
  if (cell->text != NULL && *cell->text != '\0')
    draw_text (self, cr, cell);
  if (cell->border) {
    cairo_rectangle (cr, cell->x, cell->y, cell->width, cell->height);
    cairo_set_line_width (cr, 0.6);
    set_colour (cr, 0x404040);
    cairo_stroke (cr);
  }
}

static void
bv_sheet_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvSheetPreview *self = BV_SHEET_PREVIEW (widget);
  double scale = MIN (gtk_widget_get_width (widget) / BV_SHEET_PAGE_WIDTH,
                      gtk_widget_get_height (widget) / BV_SHEET_PAGE_HEIGHT);
  double width = BV_SHEET_PAGE_WIDTH * scale, height = BV_SHEET_PAGE_HEIGHT * scale;
  graphene_rect_t box;
  cairo_t *cr;

  graphene_rect_init (&box,
                      (float) floor ((gtk_widget_get_width (widget) - width) / 2),
                      (float) floor ((gtk_widget_get_height (widget) - height) / 2),
                      (float) width,
                      (float) height);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_translate (cr, box.origin.x, box.origin.y);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, BV_SHEET_PAGE_WIDTH, BV_SHEET_PAGE_HEIGHT);
  set_colour (cr, 0xffffff);
  cairo_fill_preserve (cr);
  set_colour (cr, 0xa0a0a0);
  cairo_stroke (cr);
  for (guint i = 0; self->picture != NULL && i < bv_sheet_picture_get_n (self->picture); i++)
    draw_cell (self, cr, bv_sheet_picture_get (self->picture, i));
  cairo_destroy (cr);
}

static void
bv_sheet_preview_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? LEAST_WIDTH
                 : (int) (LEAST_WIDTH * BV_SHEET_PAGE_HEIGHT / BV_SHEET_PAGE_WIDTH);
  *natural = *minimum;
}

static void
bv_sheet_preview_finalize (GObject *object)
{
  g_clear_pointer (&BV_SHEET_PREVIEW (object)->picture, bv_sheet_picture_free);
  G_OBJECT_CLASS (bv_sheet_preview_parent_class)->finalize (object);
}

static void
bv_sheet_preview_class_init (BvSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_sheet_preview_finalize;
  widget_class->snapshot = bv_sheet_preview_snapshot;
  widget_class->measure = bv_sheet_preview_measure;
  gtk_widget_class_set_css_name (widget_class, "sheetpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_sheet_preview_init (BvSheetPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bv_sheet_preview_new (void)
{
  return g_object_new (BV_TYPE_SHEET_PREVIEW, NULL);
}

void
bv_sheet_preview_set_picture (BvSheetPreview *self, BvSheetPicture *picture)
{
  g_return_if_fail (BV_IS_SHEET_PREVIEW (self));

  g_clear_pointer (&self->picture, bv_sheet_picture_free);
  self->picture = picture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

BvSheetPicture *
bv_sheet_preview_get_picture (BvSheetPreview *self)
{
  g_return_val_if_fail (BV_IS_SHEET_PREVIEW (self), NULL);
  return self->picture;
}
