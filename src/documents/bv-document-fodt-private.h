/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an OpenDocument text: its styles, and text with marks. */
#pragma once
#include "bv-document-private.h"
#include "bv-typesetter.h"

/** BvFodtWriter: what is written, and the styles that single blocks need. */
typedef struct
{
  const BvLayoutProfile *profile;
  double width; /* of the text, millimetres */
  GString *styles, *body;
  guint n_tables, n_fills;
  BvTypesetter *types; /* NULL: there is no font to measure with */
} BvFodtWriter;

/** _bv_fodt_append_styles: everything before the body, of a page with @landscape or not. */
void _bv_fodt_append_styles (GString *xml, BvDocument *document, const BvLayoutProfile *profile);
/** _bv_fodt_append_markup: <b> and <i> become spans, line breaks and runs of spaces stay. */
void _bv_fodt_append_markup (GString *xml, const char *markup);
/** _bv_fodt_get_style: name of the paragraph style. */
const char *_bv_fodt_get_style (BvTextStyle style);
void _bv_fodt_add_paragraph (BvFodtWriter *self, const char *style, const char *markup);
/** _bv_fodt_add_text: nothing when @markup is "". */
void _bv_fodt_add_text (BvFodtWriter *self, BvTextStyle style, const char *markup);
/** _bv_fodt_break: centred @markup with \n where its lines end in @width millimetres; owned. */
char *_bv_fodt_break (BvFodtWriter *self, const BvTextLook *look, const char *markup, double width);
/** _bv_fodt_add_broken: lines of headings end where they end on our own pages, of @width
 * millimetres. */
void _bv_fodt_add_broken (BvFodtWriter *self, BvTextStyle style, const char *markup, double width);
/** _bv_fodt_append_rule: the style of a short line, in the middle of @width, @line points thick. */
void _bv_fodt_append_rule (GString *xml, const char *name, double width, double share, double line);
/** _bv_fodt_append_length: an attribute, its name with "=" in @before. */
void _bv_fodt_append_length (GString *xml, const char *before, double millimetres);
/** _bv_fodt_add_table: @keep: on one page, and with what follows. */
void _bv_fodt_add_table (BvFodtWriter *self, const BvDocumentTable *table, gboolean keep);
void _bv_fodt_add_heading (BvFodtWriter *self, const BvBlock *block);
void _bv_fodt_add_signature (BvFodtWriter *self, const BvBlock *block);
