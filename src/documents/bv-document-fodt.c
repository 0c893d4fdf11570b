/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as flat OpenDocument text. */
#include "config.h"

#include "bv-document-fodt.h"

#include "bv-document-fodt-private.h"
#include "bv-page-layout.h"
#include "bv-replacement.h"

#include <string.h>

#define NAMESPACES                                                                                 \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                             \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                               \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                 \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                               \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""                              \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                      \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                        \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\""                                                  \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                                                 \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""                                 \
  " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""                             \
  " xmlns:ooo=\"http://openoffice.org/2004/office\""
/* Pixels of a chart for each point. */
#define CHART_SCALE 4.0

/* Fields: tabs whose leader is dots where nothing is known */

static void
begin_fill (BvFodtWriter *self, guint n)
{
  guint number = ++self->n_fills;
  const BvTextLook *look = &self->profile->looks[BV_TEXT_PLAIN];

  g_string_append_printf (self->styles,
                          "<style:style style:name=\"F%u\" style:family=\"paragraph\""
                          " style:parent-style-name=\"%s\"><style:paragraph-properties"
                          " fo:text-align=\"start\" fo:margin-top=\"%dpt\"><style:tab-stops>",
                          number,
                          _bv_fodt_get_style (BV_TEXT_PLAIN),
                          (int) look->before);
  for (guint i = 1; i <= n; i++) {
    g_string_append_printf (self->styles,
                            "<style:tab-stop style:leader-style=\"dotted\""
                            " style:leader-text=\".\" style:type=\"%s\"",
                            i == n ? "right" : "left");
    _bv_fodt_append_length (self->styles, " style:position=", self->width * i / n);
    g_string_append (self->styles, "/>");
  }
  g_string_append (self->styles, "</style:tab-stops></style:paragraph-properties></style:style>\n");
  g_string_append_printf (self->body, "<text:p text:style-name=\"F%u\">", number);
}

static void
add_fill (BvFodtWriter *self, const BvBlock *block)
{
  begin_fill (self, block->n);
  for (guint i = 0; i < block->n; i++) {
    const char *value = _bv_block_get (block, 2 * i + 1);
    _bv_fodt_append_markup (self->body, _bv_block_get (block, 2 * i));
    g_string_append (self->body, " ");
    _bv_fodt_append_markup (self->body, value);
    if (!*value)
      g_string_append (self->body, "<text:tab/>");
    else if (i + 1 < block->n)
      g_string_append (self->body, "<text:s/><text:s/><text:s/>");
  }
  g_string_append (self->body, "</text:p>\n");
}

static void
add_dots (BvFodtWriter *self, guint n)
{
  for (guint i = 0; i < n; i++) {
    begin_fill (self, 1);
    g_string_append (self->body, "<text:tab/></text:p>\n");
  }
}

/* Charts go as pictures */

static cairo_status_t
collect_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static BvPageLayout *
lay_out_alone (BvDocument *document,
               const BvBlock *block,
               const BvLayoutProfile *profile,
               GError **error)
{
  g_autoptr (BvDocument) alone = bv_document_new ("", document->landscape);
  BvPageLayout *layout;

  g_ptr_array_set_free_func (alone->blocks, NULL); /* the block stays with its document */
  g_ptr_array_add (alone->blocks, (gpointer) block);
  layout = bv_page_layout_new (alone, profile, NULL, NULL, NULL, error);
  return layout;
}

static gboolean
add_bars (BvFodtWriter *self, BvDocument *document, const BvBlock *block, GError **error)
{
  g_autoptr (BvPageLayout) layout = lay_out_alone (document, block, self->profile, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *text = NULL;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (!layout)
    return FALSE;
  bv_page_layout_get_extent (layout, &width, &height);
  surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (width * CHART_SCALE), (int) (height * CHART_SCALE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, CHART_SCALE, CHART_SCALE);
  cairo_translate (cr,
                   -bv_layout_profile_points (self->profile->left),
                   -bv_layout_profile_points (self->profile->top));
  bv_page_layout_draw (layout, 0, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, collect_cb, bytes);
  cairo_surface_destroy (surface);
  text = g_base64_encode (bytes->data, bytes->len);
  g_string_append (self->body,
                   "<text:p text:style-name=\"Centre\"><draw:frame text:anchor-type=\"as-char\"");
  _bv_fodt_append_length (self->body, " svg:width=", self->width);
  _bv_fodt_append_length (self->body, " svg:height=", self->width * height / width);
  g_string_append_printf (self->body,
                          "><draw:image><office:binary-data>%s</office:binary-data>"
                          "</draw:image></draw:frame></text:p>\n",
                          text);
  return TRUE;
}

/* Text at a place of its own on the sheet */

static void
add_placed (BvFodtWriter *self, const BvBlock *block, guint page)
{
  static const char *const aligns[] = { "start", "center", "end", "justify" };
  const BvPlaced *placed = &block->placed;
  const BvTextLook look = { .size = placed->size,
                            .bold = placed->bold,
                            .italic = placed->italic,
                            .align = placed->align,
                            .pitch = 1 };
  g_autofree char *lines = _bv_fodt_break (self, &look, _bv_block_get (block, 0), placed->width);
  guint number = ++self->n_fills;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (self->styles,
                          "<style:style style:name=\"P%u\" style:family=\"paragraph\">"
                          "<style:paragraph-properties fo:text-align=\"%s\"/>"
                          "<style:text-properties fo:font-size=\"%spt\"%s%s/></style:style>\n",
                          number,
                          aligns[placed->align],
                          g_ascii_formatd (buffer, sizeof buffer, "%.1f", placed->size),
                          placed->bold ? " fo:font-weight=\"bold\"" : "",
                          placed->italic ? " fo:font-style=\"italic\"" : "");
  g_string_append_printf (self->body,
                          "<draw:frame draw:style-name=\"Placed\" text:anchor-type=\"page\""
                          " text:anchor-page-number=\"%u\"",
                          page);
  _bv_fodt_append_length (self->body, " svg:x=", placed->x);
  _bv_fodt_append_length (self->body, " svg:y=", placed->y);
  _bv_fodt_append_length (self->body, " svg:width=", placed->width);
  g_string_append_printf (self->body, "><draw:text-box><text:p text:style-name=\"P%u\">", number);
  _bv_fodt_append_markup (self->body, lines);
  g_string_append (self->body, "</text:p></draw:text-box></draw:frame>\n");
}

/* The whole */

/* The text before a signature goes with it to the next page. */
static void
add_text_block (BvFodtWriter *self, const BvBlock *block, gboolean is_last)
{
  g_autofree char *lines = _bv_fodt_break (
      self, &self->profile->looks[block->style], _bv_block_get (block, 0), self->width);
  g_autofree char *style = NULL;

  if (!is_last && !block->keep) {
    _bv_fodt_add_text (self, block->style, lines);
    return;
  }
  style = g_strdup_printf ("F%u", ++self->n_fills);
  g_string_append_printf (self->styles,
                          "<style:style style:name=\"%s\" style:family=\"paragraph\""
                          " style:parent-style-name=\"%s\"><style:paragraph-properties"
                          " fo:keep-with-next=\"always\"/></style:style>\n",
                          style,
                          _bv_fodt_get_style (block->style));
  _bv_fodt_add_paragraph (self, style, lines);
}

static gboolean
add_block (BvFodtWriter *self,
           BvDocument *document,
           const BvBlock *block,
           gboolean is_last,
           GError **error)
{
  switch (block->type) {
  case BV_BLOCK_HEADING:
    _bv_fodt_add_heading (self, block);
    break;
  case BV_BLOCK_TEXT:
    add_text_block (self, block, is_last);
    break;
  case BV_BLOCK_RULE:
    _bv_fodt_add_paragraph (self, "SubjectRule", "");
    break;
  case BV_BLOCK_FILL:
    add_fill (self, block);
    break;
  case BV_BLOCK_DOTS:
    add_dots (self, block->n);
    break;
  case BV_BLOCK_TABLE:
    _bv_fodt_add_table (self, block->table, block->keep);
    break;
  case BV_BLOCK_BARS:
    return add_bars (self, document, block, error);
  case BV_BLOCK_SIGNATURE:
    _bv_fodt_add_signature (self, block);
    break;
  case BV_BLOCK_CUT:
    _bv_fodt_add_paragraph (self, "Cut", "");
    break;
  case BV_BLOCK_BREAK:
    _bv_fodt_add_paragraph (self, block->n ? "Annex" : "Break", "");
    break;
  case BV_BLOCK_RULERS: /* measured on paper alone */
  case BV_BLOCK_PLACED: /* stands before the text */
  default:
    break;
  }
  return TRUE;
}

/* Frames are tied to their pages: what is placed fills a page of its own. */
static void
add_all_placed (BvFodtWriter *self, BvDocument *document)
{
  guint page = 1;

  for (guint i = 0; i < document->blocks->len; i++) {
    const BvBlock *block = g_ptr_array_index (document->blocks, i);
    page += block->type == BV_BLOCK_BREAK;
    if (block->type == BV_BLOCK_PLACED)
      add_placed (self, block, page);
  }
}

static gboolean
add_blocks (BvFodtWriter *self, BvDocument *document, GCancellable *cancellable, GError **error)
{
  add_all_placed (self, document);
  _bv_fodt_add_paragraph (self, "Opening", "");
  for (guint i = 0; i < document->blocks->len; i++) {
    const BvBlock *next = i + 1 < document->blocks->len
                              ? g_ptr_array_index (document->blocks, i + 1)
                              : NULL;
    gboolean is_last = next && next->type == BV_BLOCK_SIGNATURE;
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_block (self, document, g_ptr_array_index (document->blocks, i), is_last, error))
      return FALSE;
  }
  return TRUE;
}

static char *
join (BvDocument *document, const BvFodtWriter *writer)
{
  GString *xml = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document" NAMESPACES
      " office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n");

  _bv_fodt_append_styles (xml, document, writer->profile);
  g_string_append (xml, writer->styles->str);
  g_string_append_printf (
      xml,
      "</office:automatic-styles>\n<office:master-styles>"
      "<style:master-page style:name=\"First\" style:page-layout-name=\"PageFirst\""
      " style:next-style-name=\"Standard\"/>"
      "<style:master-page style:name=\"Standard\" style:page-layout-name=\"PageNext\">"
      "<style:header><text:p text:style-name=\"%s\">%s</text:p></style:header></style:master-page>"
      "</office:master-styles>\n<office:body><office:text>\n",
      _bv_fodt_get_style (BV_TEXT_PAGE_NUMBER),
      document->without_numbers ? "" : "<text:page-number text:select-page=\"current\"/>");
  g_string_append (xml, writer->body->str);
  g_string_append (xml, "</office:text></office:body></office:document>\n");
  return g_string_free (xml, FALSE);
}

gboolean
bv_document_fodt_write (BvDocument *document,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  const BvLayoutProfile *profile = &bv_layout_profile_decree_30;
  g_autoptr (BvReplacement) file = bv_replacement_new (path, error);
  g_autoptr (BvPageLayout) slips = NULL;
  g_autofree char *xml = NULL;
  BvFodtWriter writer = { 0 };
  gboolean written;

  if (!file)
    return FALSE;
  if (_bv_document_has_slips (document)) {
    slips = bv_page_layout_new (document, profile, NULL, NULL, cancellable, error);
    if (!slips)
      return FALSE;
    profile = bv_page_layout_get_profile (slips);
  }
  writer.profile = profile;
  writer.width = (document->landscape ? profile->page_height : profile->page_width) - profile->left
                 - profile->right;
  writer.types = bv_typesetter_new (profile);
  if (!bv_typesetter_check_font (writer.types, NULL))
    g_clear_pointer (&writer.types, bv_typesetter_free);
  writer.styles = g_string_new (NULL);
  writer.body = g_string_new (NULL);
  written = add_blocks (&writer, document, cancellable, error);
  if (written)
    xml = join (document, &writer);
  g_string_free (writer.styles, TRUE);
  g_string_free (writer.body, TRUE);
  g_clear_pointer (&writer.types, bv_typesetter_free);
  return written && bv_replacement_write (file, xml, strlen (xml), error)
         && bv_replacement_commit (file, error);
}
