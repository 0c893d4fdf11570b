/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs of an OpenDocument text. */
#include "config.h"

#include "bv-document-fodt-private.h"

/* Text */

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **attributes,
          const char **values,
          gpointer data,
          GError **error)
{
  if (g_str_equal (name, "b") || g_str_equal (name, "i"))
    g_string_append_printf (
        data, "<text:span text:style-name=\"%s\">", g_str_equal (name, "b") ? "Bold" : "Italic");
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  if (g_str_equal (name, "b") || g_str_equal (name, "i"))
    g_string_append (data, "</text:span>");
}

static void
text_cb (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  for (const char *at = escaped; *at; at++)
    if (*at == '\n')
      g_string_append (data, "<text:line-break/>");
    else if (*at == ' ' && at[1] == ' ')
      g_string_append (data, "<text:s/>");
    else
      g_string_append_c (data, *at);
}

void
_bv_fodt_append_markup (GString *xml, const char *markup)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, xml, NULL);

  g_markup_parse_context_parse (context, "<m>", -1, NULL);
  g_markup_parse_context_parse (context, markup, -1, NULL);
  g_markup_parse_context_parse (context, "</m>", -1, NULL);
  g_markup_parse_context_free (context);
}

void
_bv_fodt_add_paragraph (BvFodtWriter *self, const char *style, const char *markup)
{
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">", style);
  _bv_fodt_append_markup (self->body, markup);
  g_string_append (self->body, "</text:p>\n");
}

void
_bv_fodt_add_text (BvFodtWriter *self, BvTextStyle style, const char *markup)
{
  if (*markup)
    _bv_fodt_add_paragraph (self, _bv_fodt_get_style (style), markup);
}

char *
_bv_fodt_break (BvFodtWriter *self, const BvTextLook *look, const char *markup, double width)
{
  return self->types && look->align == BV_ALIGN_CENTRE
             ? bv_typesetter_break (self->types, markup, look, bv_layout_profile_points (width))
             : g_strdup (markup);
}

void
_bv_fodt_add_broken (BvFodtWriter *self, BvTextStyle style, const char *markup, double width)
{
  g_autofree char *lines = _bv_fodt_break (self, &self->profile->looks[style], markup, width);

  _bv_fodt_add_text (self, style, lines);
}

void
_bv_fodt_append_length (GString *xml, const char *before, double millimetres)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (
      xml, "%s\"%smm\"", before, g_ascii_formatd (buffer, sizeof buffer, "%.2f", millimetres));
}
