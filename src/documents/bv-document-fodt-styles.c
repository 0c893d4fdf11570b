/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of an OpenDocument text, from the layout profile: each kind of text is one style. */
#include "config.h"

#include "bv-document-fodt-private.h"

/* The heading line with the page number lies inside the upper margin. */
#define HEADER_TOP 8.0
#define PERCENT 100.0

static const char *const names[BV_N_TEXT_STYLES] = {
  [BV_TEXT_SUPERIOR] = "Superior",
  [BV_TEXT_ISSUER] = "Issuer",
  [BV_TEXT_NATION] = "Nation",
  [BV_TEXT_MOTTO] = "Motto",
  [BV_TEXT_NUMBER] = "Number",
  [BV_TEXT_PLACE] = "Place",
  [BV_TEXT_TITLE] = "DocumentTitle",
  [BV_TEXT_SUBJECT] = "DocumentSubject",
  [BV_TEXT_ADDRESSEE] = "Addressee",
  [BV_TEXT_BASIS] = "Basis",
  [BV_TEXT_SECTION] = "Section",
  [BV_TEXT_BODY] = "Body",
  [BV_TEXT_PLAIN] = "Plain",
  [BV_TEXT_CENTRE] = "Centre",
  [BV_TEXT_ARTICLE] = "Article",
  [BV_TEXT_NOTE] = "Note",
  [BV_TEXT_HEAD] = "TableHead",
  [BV_TEXT_CELL] = "TableCell",
  [BV_TEXT_GROUP] = "TableGroup",
  [BV_TEXT_RECIPIENTS] = "Recipients",
  [BV_TEXT_RECIPIENT] = "Recipient",
  [BV_TEXT_AUTHORITY] = "Authority",
  [BV_TEXT_SIGN_NOTE] = "SignNote",
  [BV_TEXT_SIGNER] = "Signer",
  [BV_TEXT_PAGE_NUMBER] = "PageNumber",
};

static const char *const aligns[] = { "start", "center", "end", "justify" };

const char *
_bv_fodt_get_style (BvTextStyle style)
{
  return names[style];
}

/* Numbers of a file are written the same everywhere. */
static void
append (GString *xml, const char *before, double number, const char *after)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (xml, before);
  g_string_append (xml, g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
  g_string_append (xml, after);
}

static void
append_look (GString *xml, BvTextStyle style, const BvTextLook *look)
{
  g_string_append_printf (xml,
                          "<style:style style:name=\"%s\" style:family=\"paragraph\">"
                          "<style:paragraph-properties fo:text-align=\"%s\"%s fo:orphans=\"2\""
                          " fo:widows=\"2\"",
                          names[style],
                          aligns[look->align],
                          look->keep ? " fo:keep-with-next=\"always\"" : "");
  append (xml, " fo:text-indent=\"", look->indent, "mm\"");
  append (xml, " fo:margin-top=\"", look->before, "pt\" fo:margin-bottom=\"0pt\"");
  append (xml, " style:line-height-at-least=\"", look->size * look->pitch, "pt\"/>");
  append (xml, "<style:text-properties fo:font-size=\"", look->size, "pt\"");
  g_string_append_printf (xml,
                          "%s%s/></style:style>\n",
                          look->bold ? " fo:font-weight=\"bold\"" : "",
                          look->italic ? " fo:font-style=\"italic\"" : "");
}

static void
append_page (GString *xml,
             const char *name,
             gboolean landscape,
             gboolean header,
             const BvLayoutProfile *profile)
{
  double width = landscape ? profile->page_height : profile->page_width;
  double height = landscape ? profile->page_width : profile->page_height;

  g_string_append_printf (xml,
                          "<style:page-layout style:name=\"%s\"><style:page-layout-properties"
                          " style:print-orientation=\"%s\"",
                          name,
                          landscape ? "landscape" : "portrait");
  append (xml, " fo:page-width=\"", width, "mm\"");
  append (xml, " fo:page-height=\"", height, "mm\"");
  append (xml, " fo:margin-top=\"", header ? HEADER_TOP : profile->top, "mm\"");
  append (xml, " fo:margin-bottom=\"", profile->bottom, "mm\"");
  append (xml, " fo:margin-left=\"", profile->left, "mm\"");
  append (xml, " fo:margin-right=\"", profile->right, "mm\"/>");
  if (header)
    append (xml,
            "<style:header-style><style:header-footer-properties fo:margin-bottom=\"0mm\""
            " style:dynamic-spacing=\"false\" svg:height=\"",
            profile->top - HEADER_TOP,
            "mm\"/></style:header-style>");
  g_string_append (xml, "</style:page-layout>\n");
}

/* One style for each alignment of a column. */
/* The room for the signature itself is space above the name. */
static void
append_signer (GString *xml, const BvLayoutProfile *profile)
{
  g_string_append_printf (xml,
                          "<style:style style:name=\"SignerName\" style:family=\"paragraph\""
                          " style:parent-style-name=\"%s\"><style:paragraph-properties",
                          _bv_fodt_get_style (BV_TEXT_SIGNER));
  _bv_fodt_append_length (xml, " fo:margin-top=", profile->signature_space);
  g_string_append (xml, "/></style:style>\n");
}

static void
append_cells (GString *xml)
{
  static const char *const cells[] = { "CellLeft", "CellCentre", "CellRight", "CellJustify" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_string_append_printf (xml,
                            "<style:style style:name=\"%s\" style:family=\"paragraph\""
                            " style:parent-style-name=\"%s\"><style:paragraph-properties"
                            " fo:text-align=\"%s\"/></style:style>\n",
                            cells[i],
                            names[BV_TEXT_CELL],
                            aligns[i]);
}

static void
append_small_styles (GString *xml, const BvLayoutProfile *profile)
{
  g_string_append (
      xml,
      "<style:style style:name=\"Bold\" style:family=\"text\"><style:text-properties"
      " fo:font-weight=\"bold\"/></style:style>\n"
      "<style:style style:name=\"Italic\" style:family=\"text\"><style:text-properties"
      " fo:font-style=\"italic\"/></style:style>\n"
      "<style:style style:name=\"Opening\" style:family=\"paragraph\""
      " style:master-page-name=\"First\"><style:text-properties fo:font-size=\"1pt\"/>"
      "</style:style>\n"
      "<style:style style:name=\"Annex\" style:family=\"paragraph\""
      " style:master-page-name=\"First\"><style:paragraph-properties style:page-number=\"1\"/>"
      "<style:text-properties fo:font-size=\"1pt\"/></style:style>\n"
      "<style:style style:name=\"Break\" style:family=\"paragraph\"><style:paragraph-properties"
      " fo:break-before=\"page\"/><style:text-properties fo:font-size=\"1pt\"/></style:style>\n"
      "<style:style style:name=\"Cut\" style:family=\"paragraph\"><style:paragraph-properties"
      " fo:border-bottom=\"0.5pt dashed #000000\" fo:margin-bottom=\"9pt\"/>"
      "<style:text-properties fo:font-size=\"6pt\"/>"
      "</style:style>\n"
      "<style:style style:name=\"Bare\" style:family=\"table-cell\"><style:table-cell-properties"
      " fo:padding=\"0mm\" fo:border=\"none\"/></style:style>\n"
      "<style:style style:name=\"BareBelow\" style:family=\"table-cell\">"
      "<style:table-cell-properties fo:padding=\"0mm\" fo:padding-top=\"6pt\" fo:border=\"none\"/>"
      "</style:style>\n"
      "<style:style style:name=\"Whole\" style:family=\"table-row\"><style:table-row-properties"
      " fo:keep-together=\"always\"/></style:style>\n"
      "<style:style style:name=\"Placed\" style:family=\"graphic\"><style:graphic-properties"
      " draw:stroke=\"none\" draw:fill=\"none\" fo:padding=\"0mm\" fo:border=\"none\""
      " style:horizontal-rel=\"page\" style:vertical-rel=\"page\""
      " style:horizontal-pos=\"from-left\" style:vertical-pos=\"from-top\""
      " style:wrap=\"run-through\"/></style:style>\n");
  append_signer (xml, profile);
  append_cells (xml);
  append (xml,
          "<style:style style:name=\"Ruled\" style:family=\"table-cell\">"
          "<style:table-cell-properties style:vertical-align=\"middle\" fo:border=\"",
          profile->grid_width,
          "pt solid #000000\" ");
  append (xml, "fo:padding-left=\"", profile->cell_padding_x, "pt\"");
  append (xml, " fo:padding-right=\"", profile->cell_padding_x, "pt\"");
  append (xml, " fo:padding-top=\"", profile->cell_padding_y, "pt\"");
  append (xml, " fo:padding-bottom=\"", profile->cell_padding_y, "pt\"/></style:style>\n");
}

/* A short line is the lower border of a small paragraph drawn in from both sides. */
void
_bv_fodt_append_rule (GString *xml, const char *name, double width, double share, double line)
{
  double margin = width * (1 - share) / 2;

  g_string_append_printf (
      xml,
      "<style:style style:name=\"%s\" style:family=\"paragraph\"><style:paragraph-properties",
      name);
  append (xml, " fo:margin-left=\"", margin, "mm\"");
  append (xml, " fo:margin-right=\"", margin, "mm\" fo:margin-bottom=\"4pt\"");
  append (xml, " fo:border-bottom=\"", line, "pt solid #000000\"/>");
  g_string_append (xml, "<style:text-properties fo:font-size=\"3pt\"/></style:style>\n");
}

static void
append_subject_rule (GString *xml, gboolean landscape, const BvLayoutProfile *profile)
{
  double width = (landscape ? profile->page_height : profile->page_width) - profile->left
                 - profile->right;

  _bv_fodt_append_rule (xml, "SubjectRule", width, 0.2, profile->rule_width);
}

static void
append_meta (GString *xml, BvDocument *document)
{
  g_autofree char *meta = g_markup_printf_escaped (
      "<office:meta><meta:generator>Bảng Vàng %s</meta:generator><dc:title>%s</dc:title>"
      "<dc:creator>%s</dc:creator></office:meta>\n",
      BV_VERSION,
      document->title,
      document->author);

  g_string_append (xml, meta);
}

/* Rows stay with the next one when their words say so: no heading of a table alone on a page. */
#define SETTINGS                                                                                   \
  "<office:settings><config:config-item-set config:name=\"ooo:configuration-settings\">"           \
  "<config:config-item config:name=\"TableRowKeep\" config:type=\"boolean\">true"                  \
  "</config:config-item></config:config-item-set></office:settings>\n"

void
_bv_fodt_append_styles (GString *xml, BvDocument *document, const BvLayoutProfile *profile)
{
  append_meta (xml, document);
  g_string_append (xml, SETTINGS);
  g_string_append_printf (
      xml,
      "<office:font-face-decls><style:font-face style:name=\"%s\" svg:font-family=\"'%s'\""
      " style:font-family-generic=\"roman\" style:font-pitch=\"variable\"/>"
      "</office:font-face-decls>\n<office:styles>\n"
      "<style:default-style style:family=\"paragraph\"><style:text-properties"
      " style:font-name=\"%s\" fo:language=\"vi\" fo:country=\"VN\"/></style:default-style>\n"
      "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>\n",
      profile->font,
      profile->font,
      profile->font);
  for (guint i = 0; i < BV_N_TEXT_STYLES; i++)
    append_look (xml, i, &profile->looks[i]);
  g_string_append (xml, "</office:styles>\n<office:automatic-styles>\n");
  append_small_styles (xml, profile);
  append_subject_rule (xml, document->landscape, profile);
  append_page (xml, "PageFirst", document->landscape, FALSE, profile);
  append_page (xml, "PageNext", document->landscape, TRUE, profile);
}
