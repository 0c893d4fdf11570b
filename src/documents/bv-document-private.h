/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inner side of a document, for those who lay it out or write it. */
#pragma once
#include "bv-document.h"

typedef enum {
  BV_BLOCK_HEADING,
  BV_BLOCK_TEXT,
  BV_BLOCK_RULE,
  BV_BLOCK_FILL,
  BV_BLOCK_DOTS,
  BV_BLOCK_TABLE,
  BV_BLOCK_BARS,
  BV_BLOCK_SIGNATURE,
  BV_BLOCK_PLACED,
  BV_BLOCK_RULERS,
  BV_BLOCK_CUT,
  BV_BLOCK_BREAK,
} BvBlockType;

typedef struct
{
  BvDocumentRowType type;
  char **cells; /* markup, "" for an empty one */
} BvRow;

struct BvDocumentTable
{
  BvDocumentColumn *columns; /* titles owned */
  guint n_columns;
  GPtrArray *rows; /* BvRow */
  gsize n_digits;  /* that the first column, which numbers the rows, has room for */
  double digit;    /* share of one more of them */
};

typedef struct
{
  BvBlockType type;
  BvTextStyle style; /* text */
  gboolean keep;     /* all of it stays together and with what follows */
  guint n;           /* fills, dots, bars, signers; of a break: an annex begins */
  GPtrArray *texts;  /* markup; what they are depends on the type */
  GArray *values;    /* gint64: bars */
  BvDocumentTable *table;
  BvPlaced placed;
} BvBlock;

/* Where the texts of a block stand. */
enum { BV_HEADING_SUPERIOR, BV_HEADING_ISSUER, BV_HEADING_NUMBER, BV_HEADING_PLACE };
enum { BV_SIGN_DATE, BV_SIGN_AUTHORITY, BV_SIGN_NOTE, BV_SIGN_NAME, BV_N_SIGN };

struct _BvDocument
{
  gatomicrefcount references;
  char *title, *author;
  char *source_type, *source_about; /* never NULL */
  gboolean landscape, without_numbers;
  GPtrArray *blocks;
};

/** _bv_document_has_slips: whether it is to be cut apart. */
gboolean _bv_document_has_slips (BvDocument *self);
/** _bv_block_get: borrowed; "" where there is no text. */
const char *_bv_block_get (const BvBlock *block, guint index);
