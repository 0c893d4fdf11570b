/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An official document as a list of blocks, before it has pages. */
#include "config.h"

#include "bv-document-private.h"

#include "bv-normalize.h"
#include "bv-sha256.h"

#include <string.h>

/* Digits that a column of numbers is drawn for, and the share of its width that one more takes. */
#define N_DIGITS 2
#define DIGIT_SHARE 0.3

/* Blocks */

static void
free_row (gpointer data)
{
  BvRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
free_table (BvDocumentTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_free ((char *) table->columns[i].title);
  g_free (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
free_block (gpointer data)
{
  BvBlock *block = data;

  g_ptr_array_unref (block->texts);
  g_clear_pointer (&block->values, g_array_unref);
  g_clear_pointer (&block->table, free_table);
  g_free (block);
}

static BvBlock *
add_block (BvDocument *self, BvBlockType type)
{
  BvBlock *block = g_new0 (BvBlock, 1);

  block->type = type;
  block->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* Everything on paper is NFC, whatever it was typed as. */
static void
add_markup (BvBlock *block, const char *markup)
{
  g_ptr_array_add (block->texts, markup ? bv_normalize (markup) : g_strdup (""));
}

static void
add_string (BvBlock *block, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text ? text : "", -1);

  add_markup (block, markup);
}

const char *
_bv_block_get (const BvBlock *block, guint index)
{
  return index < block->texts->len ? g_ptr_array_index (block->texts, index) : "";
}

/* The document */

BvDocument *
bv_document_new (const char *title, gboolean landscape)
{
  BvDocument *self = g_new0 (BvDocument, 1);

  g_atomic_ref_count_init (&self->references);
  self->title = g_strdup (title);
  self->author = g_strdup ("");
  self->source_type = g_strdup ("");
  self->source_about = g_strdup ("");
  self->landscape = landscape;
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

BvDocument *
bv_document_ref (BvDocument *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bv_document_unref (BvDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->author);
  g_free (self->source_type);
  g_free (self->source_about);
  g_free (self);
}

const char *
bv_document_get_title (BvDocument *self)
{
  return self->title;
}

gboolean
bv_document_is_landscape (BvDocument *self)
{
  return self->landscape;
}

void
bv_document_set_author (BvDocument *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

const char *
bv_document_get_author (BvDocument *self)
{
  return self->author;
}

void
bv_document_set_source (BvDocument *self, const char *type, const char *about)
{
  g_free (self->source_type);
  g_free (self->source_about);
  self->source_type = g_strdup (type);
  self->source_about = g_strdup (about);
}

const char *
bv_document_get_source_type (BvDocument *self)
{
  return self->source_type;
}

const char *
bv_document_get_source_about (BvDocument *self)
{
  return self->source_about;
}

void
bv_document_hide_numbers (BvDocument *self)
{
  self->without_numbers = TRUE;
}

void
bv_document_add_heading (BvDocument *self, const BvHeading *heading)
{
  BvBlock *block = add_block (self, BV_BLOCK_HEADING);
  g_autofree char *superior = g_utf8_strup (heading->superior ? heading->superior : "", -1);
  g_autofree char *issuer = g_utf8_strup (heading->issuer, -1);

  add_string (block, superior);
  add_string (block, issuer);
  add_string (block, heading->number);
  add_string (block, heading->place);
}

void
bv_document_add_text (BvDocument *self, BvTextStyle style, const char *markup)
{
  BvBlock *block = add_block (self, BV_BLOCK_TEXT);

  block->style = style;
  add_markup (block, markup);
}

void
bv_document_add_format (BvDocument *self, BvTextStyle style, const char *format, ...)
{
  va_list arguments;
  g_autofree char *markup = NULL;

  va_start (arguments, format);
  markup = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  bv_document_add_text (self, style, markup);
}

void
bv_document_add_plain (BvDocument *self, BvTextStyle style, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]))
      bv_document_add_format (self, style, "%s", lines[i]);
}

void
bv_document_add_rule (BvDocument *self)
{
  add_block (self, BV_BLOCK_RULE)->keep = TRUE;
}

void
bv_document_add_fill (BvDocument *self, const BvFill *fills, guint n_fills)
{
  BvBlock *block = add_block (self, BV_BLOCK_FILL);

  g_return_if_fail (n_fills > 0 && n_fills <= BV_MAX_FILLS);
  block->style = BV_TEXT_PLAIN;
  block->n = n_fills;
  for (guint i = 0; i < n_fills; i++) {
    add_markup (block, fills[i].label);
    add_markup (block, fills[i].value);
  }
}

void
bv_document_add_dots (BvDocument *self, guint n_lines)
{
  BvBlock *block = add_block (self, BV_BLOCK_DOTS);

  block->style = BV_TEXT_PLAIN;
  block->n = n_lines;
}

void
bv_document_add_bars (BvDocument *self, const char *title, const BvBar *bars, guint n_bars)
{
  BvBlock *block = add_block (self, BV_BLOCK_BARS);

  block->n = n_bars;
  block->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_string (block, title);
  for (guint i = 0; i < n_bars; i++) {
    add_string (block, bars[i].label);
    add_string (block, bars[i].shown);
    g_array_append_val (block->values, bars[i].value);
  }
}

void
bv_document_add_signature (BvDocument *self,
                           const char *recipients,
                           const BvSigner *signers,
                           guint n_signers)
{
  BvBlock *block = add_block (self, BV_BLOCK_SIGNATURE);

  g_return_if_fail (n_signers > 0 && n_signers <= BV_MAX_SIGNERS);
  block->n = n_signers;
  for (guint i = 0; i < n_signers; i++) {
    add_string (block, signers[i].date);
    add_string (block, signers[i].authority);
    add_string (block, signers[i].note);
    add_string (block, signers[i].name);
  }
  add_string (block, recipients);
}

void
bv_document_add_placed (BvDocument *self, const BvPlaced *placed, const char *markup)
{
  BvBlock *block = add_block (self, BV_BLOCK_PLACED);

  block->placed = *placed;
  add_markup (block, markup);
}

void
bv_document_add_rulers (BvDocument *self)
{
  add_block (self, BV_BLOCK_RULERS);
}

void
bv_document_add_cut (BvDocument *self)
{
  for (guint i = self->blocks->len; i-- > 0;) {
    BvBlock *block = g_ptr_array_index (self->blocks, i);

    if (block->type == BV_BLOCK_CUT || block->type == BV_BLOCK_BREAK)
      break;
    block->keep = TRUE;
  }
  add_block (self, BV_BLOCK_CUT);
}

gboolean
_bv_document_has_slips (BvDocument *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (((BvBlock *) g_ptr_array_index (self->blocks, i))->type == BV_BLOCK_CUT)
      return TRUE;
  return FALSE;
}

void
bv_document_add_break (BvDocument *self)
{
  add_block (self, BV_BLOCK_BREAK);
}

void
bv_document_add_annex (BvDocument *self)
{
  add_block (self, BV_BLOCK_BREAK)->n = 1;
}

BvDocumentTable *
bv_document_add_table (BvDocument *self, const BvDocumentColumn *columns, guint n_columns)
{
  BvDocumentTable *table = g_new0 (BvDocumentTable, 1);

  table->columns = g_memdup2 (columns, sizeof (BvDocumentColumn) * n_columns);
  table->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    table->columns[i].title = g_markup_escape_text (columns[i].title, -1);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  table->n_digits = N_DIGITS;
  table->digit = columns[0].width * DIGIT_SHARE;
  add_block (self, BV_BLOCK_TABLE)->table = table;
  return table;
}

/* A number longer than the column was drawn for takes its room from the widest column: broken over
 * two lines it reads as two numbers. */
static void
make_room (BvDocumentTable *table, const char *number)
{
  gsize n = strspn (number, "0123456789");
  guint widest = 0;

  if (number[n] || n <= table->n_digits)
    return;
  for (guint i = 1; i < table->n_columns; i++)
    if (table->columns[i].width > table->columns[widest].width)
      widest = i;
  table->columns[0].width += table->digit * (double) (n - table->n_digits);
  table->columns[widest].width -= table->digit * (double) (n - table->n_digits);
  table->n_digits = n;
}

void
bv_document_table_add_row (BvDocumentTable *table, BvDocumentRowType type, const char *const *cells)
{
  BvRow *row = g_new0 (BvRow, 1);
  guint n = type == BV_ROW_GROUP ? 1 : table->n_columns;

  row->type = type;
  row->cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row->cells[i] = cells[i] ? bv_normalize (cells[i]) : g_strdup ("");
  if (type == BV_ROW_PLAIN)
    make_room (table, row->cells[0]);
  g_ptr_array_add (table->rows, row);
}

/* What was said */

/* Markup without its marks; a bare ">" never stands in markup. */
static void
say (GString *words, const char *markup)
{
  const char *at = markup;

  for (; *at; at++)
    if (*at == '<' && (at = strchr (at, '>')) == NULL)
      break;
    else if (*at != '>')
      g_string_append_c (words, *at);
  g_string_append_c (words, '\n');
}

static void
say_table (GString *words, const BvDocumentTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    say (words, table->columns[i].title);
  for (guint i = 0; i < table->rows->len; i++) {
    const BvRow *row = g_ptr_array_index (table->rows, i);
    for (guint j = 0; row->cells[j]; j++)
      say (words, row->cells[j]);
  }
}

char *
bv_document_dup_text (BvDocument *self)
{
  GString *words = g_string_new (self->title);

  g_string_append_c (words, '\n');
  for (guint i = 0; i < self->blocks->len; i++) {
    const BvBlock *block = g_ptr_array_index (self->blocks, i);
    for (guint j = 0; j < block->texts->len; j++)
      say (words, _bv_block_get (block, j));
    if (block->table)
      say_table (words, block->table);
  }
  return g_string_free (words, FALSE);
}

char *
bv_document_dup_hash (BvDocument *self)
{
  g_autofree char *words = bv_document_dup_text (self);
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));

  return bv_sha256_of_bytes (bytes);
}
