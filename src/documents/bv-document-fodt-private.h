/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an OpenDocument text: its styles, and text with marks. */
#pragma once
#include "bv-document-private.h"

/** BvFodtWriter: what is written, and the styles that single blocks need. */
typedef struct
{
  const BvLayoutProfile *profile;
  double width; /* of the text, millimetres */
  GString *styles, *body;
  guint n_tables, n_fills;
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
/** _bv_fodt_append_length: an attribute, its name with "=" in @before. */
void _bv_fodt_append_length (GString *xml, const char *before, double millimetres);
/** _bv_fodt_add_table: @keep: on one page, and with what follows. */
void _bv_fodt_add_table (BvFodtWriter *self, const BvDocumentTable *table, gboolean keep);
void _bv_fodt_add_heading (BvFodtWriter *self, const BvBlock *block);
void _bv_fodt_add_signature (BvFodtWriter *self, const BvBlock *block);
