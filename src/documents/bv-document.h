/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An official document as a list of blocks, before it has pages. Texts are markup: <b> and <i>. */
#pragma once
#include "bv-layout-profile.h"

G_BEGIN_DECLS

typedef struct _BvDocument BvDocument;
typedef struct BvDocumentTable BvDocumentTable;

/** BvHeading: the upper end of the first page; texts are plain, borrowed while it is added. */
typedef struct
{
  const char *superior; /* nullable */
  const char *issuer;
  const char *number; /* "Số: …/QĐ-SNgV", nullable */
  const char *place;  /* "Lạng Sơn, ngày … tháng … năm 2024", nullable */
} BvHeading;

/** BvFill: "label: value", or dots to write on by hand when there is no value. Markup. */
typedef struct
{
  const char *label;
  const char *value; /* nullable */
} BvFill;

/** BvDocumentColumn: @width is a share of the table's width, in any unit. Plain text. */
typedef struct
{
  const char *title;
  double width;
  BvAlign align;
} BvDocumentColumn;

typedef enum { BV_ROW_PLAIN, BV_ROW_GROUP, BV_ROW_TOTAL } BvDocumentRowType;

/** BvSigner: one column of a signature block. Plain text, each nullable. */
typedef struct
{
  const char *date;      /* "Lạng Sơn, ngày …": above, in italics */
  const char *authority; /* "TM. HỘI ĐỒNG"; several lines are parted by \n */
  const char *note;      /* "(Ký, ghi rõ họ tên)" */
  const char *name;
} BvSigner;

#define BV_MAX_SIGNERS 3
#define BV_MAX_FILLS 3

/** BvBar: one bar of a chart. */
typedef struct
{
  const char *label;
  gint64 value;
  const char *shown; /* the value in words of the document: "95,50" */
} BvBar;

/** BvPlaced: text at a place of its own on a printed sheet; millimetres from the upper left. */
typedef struct
{
  double x, y, width;
  double size; /* points */
  gboolean bold, italic;
  BvAlign align;
} BvPlaced;

/** bv_document_new: @title is the name of the document, for its properties. */
BvDocument *bv_document_new (const char *title, gboolean landscape);
BvDocument *bv_document_ref (BvDocument *self);
void bv_document_unref (BvDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDocument, bv_document_unref)
const char *bv_document_get_title (BvDocument *self);
gboolean bv_document_is_landscape (BvDocument *self);
/** bv_document_set_author: the office, for the properties. */
void bv_document_set_author (BvDocument *self, const char *author);
const char *bv_document_get_author (BvDocument *self);

/** bv_document_set_source: what it was drawn up from, for the register: the name of its type and
 * the ids of the rows, a space between. */
void bv_document_set_source (BvDocument *self, const char *type, const char *about);
/** bv_document_get_source_type: "" when it is not one to be registered. */
const char *bv_document_get_source_type (BvDocument *self);
const char *bv_document_get_source_about (BvDocument *self);

/** bv_document_hide_numbers: its pages are sheets of their own and carry no number. */
void bv_document_hide_numbers (BvDocument *self);

void bv_document_add_heading (BvDocument *self, const BvHeading *heading);
/** bv_document_add_text: a paragraph; line breaks inside stay. */
void bv_document_add_text (BvDocument *self, BvTextStyle style, const char *markup);
void bv_document_add_format (BvDocument *self, BvTextStyle style, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/** bv_document_add_plain: one paragraph for each line of @text, which is plain. */
void bv_document_add_plain (BvDocument *self, BvTextStyle style, const char *text);
/** bv_document_add_rule: the short line under a title. */
void bv_document_add_rule (BvDocument *self);
/** bv_document_add_fill: fields side by side. */
void bv_document_add_fill (BvDocument *self, const BvFill *fills, guint n_fills);
/** bv_document_add_dots: @n_lines lines of dots. */
void bv_document_add_dots (BvDocument *self, guint n_lines);
void bv_document_add_bars (BvDocument *self, const char *title, const BvBar *bars, guint n_bars);
/** bv_document_add_signature: @recipients (plain, one on a line, nullable) stand on the left of one
 * signer. Never alone on a page: the lines before it come along. */
void bv_document_add_signature (BvDocument *self,
                                const char *recipients,
                                const BvSigner *signers,
                                guint n_signers);
void bv_document_add_placed (BvDocument *self, const BvPlaced *placed, const char *markup);
/** bv_document_add_rulers: along the upper and the left edge of this page, in millimetres. */
void bv_document_add_rulers (BvDocument *self);
/** bv_document_add_cut: the line along which paper is cut; what stood before it since the last cut
 * is kept on one page. */
void bv_document_add_cut (BvDocument *self);
void bv_document_add_break (BvDocument *self);
/** bv_document_add_annex: begins a page; the pages from here on are counted anew. */
void bv_document_add_annex (BvDocument *self);
/** bv_document_add_table: borrowed until the document is freed. */
BvDocumentTable *
bv_document_add_table (BvDocument *self, const BvDocumentColumn *columns, guint n_columns);
/** bv_document_table_add_row: @cells are markup, one for each column, %NULL for an empty one; a
 * group has one cell over the whole width. */
void bv_document_table_add_row (BvDocumentTable *table,
                                BvDocumentRowType type,
                                const char *const *cells);

/** bv_document_dup_text: all its words, block by block, without markup: what was said. */
char *bv_document_dup_text (BvDocument *self);
/** bv_document_dup_hash: the SHA-256 of those words. */
char *bv_document_dup_hash (BvDocument *self);

G_END_DECLS
