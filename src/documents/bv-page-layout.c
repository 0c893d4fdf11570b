/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on its pages: where each line stands, and drawing a page onto any Cairo surface. */
#include "config.h"

#include "bv-page-layout.h"

#include "bv-page-layout-private.h"

#define CUT_HEIGHT 24.0
#define RULE_ROOM 8.0

BvBlock *
_bv_page_layout_get_block (BvPageLayout *self, guint i)
{
  return g_ptr_array_index (self->document->blocks, i);
}

/* For the blocks */

void
_bv_setting_add (
    BvSetting *setting, guint part, guint n, double before, double height, gboolean keep)
{
  BvPiece piece = { .block = setting->block,
                    .part = part,
                    .n = n,
                    .room = n,
                    .before = before,
                    .height = height,
                    .keep = keep };

  g_array_append_val (setting->pieces, piece);
}

const BvTextLook *
_bv_setting_get_look (BvSetting *setting, BvTextStyle style)
{
  return &setting->profile->looks[style];
}

void
_bv_setting_draw_line (
    BvSetting *setting, cairo_t *cr, double x1, double y1, double x2, double y2, double width)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* Measuring */

static void
measure_block (BvSetting *setting, const BvBlock *block)
{
  switch (block->type) {
  case BV_BLOCK_HEADING:
    _bv_heading_measure (setting, block);
    break;
  case BV_BLOCK_TEXT:
    _bv_text_measure (setting, block);
    break;
  case BV_BLOCK_FILL:
  case BV_BLOCK_DOTS:
    _bv_fill_measure (setting, block);
    break;
  case BV_BLOCK_TABLE:
    _bv_table_measure (setting, block);
    break;
  case BV_BLOCK_BARS:
    _bv_bars_measure (setting, block);
    break;
  case BV_BLOCK_SIGNATURE:
    _bv_signature_measure (setting, block);
    break;
  case BV_BLOCK_RULE:
    _bv_setting_add (setting, 0, 1, 0, RULE_ROOM, TRUE);
    break;
  case BV_BLOCK_CUT:
    _bv_setting_add (setting, 0, 1, 0, CUT_HEIGHT, FALSE);
    break;
  case BV_BLOCK_BREAK:
  case BV_BLOCK_PLACED:
  case BV_BLOCK_RULERS:
    _bv_setting_add (setting, 0, 1, 0, 0, FALSE);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Measuring is half of the work, drawing the other. */
static void
tell (gpointer owner, double part_done)
{
  BvPageLayout *self = owner;

  if (self->progress)
    self->progress ((self->setting.block + part_done) / MAX (1, self->document->blocks->len),
                    self->progress_data);
  self->setting.stopped = g_cancellable_is_cancelled (self->cancellable);
}

static void
measure (BvPageLayout *self)
{
  for (guint i = 0; i < self->document->blocks->len && !self->setting.stopped; i++) {
    self->setting.block = i;
    measure_block (&self->setting, _bv_page_layout_get_block (self, i));
    tell (self, 1);
  }
}

/* Pages */

static BvPiece *
get_piece (BvPageLayout *self, guint i)
{
  return &g_array_index (self->setting.pieces, BvPiece, i);
}

static void
begin_page (BvPageLayout *self)
{
  guint first = self->placed->len, n = self->numbers->len;
  guint number = n > 0 ? g_array_index (self->numbers, guint, n - 1) + 1 : 1;

  g_array_append_val (self->numbers, number);
  g_array_append_val (self->pages, first);
  self->y = 0;
}

static gboolean
is_page_empty (BvPageLayout *self)
{
  return self->placed->len == g_array_index (self->pages, guint, self->pages->len - 1);
}

/* Lines of one text that follow each other on a page are one piece. */
static void
place (BvPageLayout *self, BvPiece piece)
{
  BvPiece *last = is_page_empty (self)
                      ? NULL
                      : &g_array_index (self->placed, BvPiece, self->placed->len - 1);
  double top = bv_layout_profile_points (self->profile->top);

  if (last)
    self->y += piece.before;
  if (_bv_page_layout_get_block (self, piece.block)->type == BV_BLOCK_TEXT)
    piece.first = piece.part;
  piece.y = top + self->y;
  self->y += piece.height;
  if (last && last->block == piece.block
      && _bv_page_layout_get_block (self, piece.block)->type == BV_BLOCK_TEXT) {
    last->n += piece.n;
    last->height += piece.height;
    return;
  }
  g_array_append_val (self->placed, piece);
}

/* The heading of the table that row @i belongs to, or NULL when it needs none above it. */
static const BvPiece *
find_heading (BvPageLayout *self, guint i)
{
  const BvPiece *piece = get_piece (self, i);

  if (_bv_page_layout_get_block (self, piece->block)->type != BV_BLOCK_TABLE
      || piece->part == BV_PART_HEADING)
    return NULL;
  return get_piece (self, i - piece->part - 1);
}

static void
turn_page (BvPageLayout *self, guint next)
{
  const BvPiece *heading = find_heading (self, next);

  begin_page (self);
  if (heading)
    place (self, *heading);
}

/* The lower edge of the paper needs no line to be cut along. */
static gboolean
is_cut (BvPageLayout *self, guint i)
{
  return _bv_page_layout_get_block (self, get_piece (self, i)->block)->type == BV_BLOCK_CUT;
}

/* The last piece of those that must stand on one page with piece @i, and their height. */
static guint
find_end (BvPageLayout *self, guint i, double *height)
{
  *height = get_piece (self, i)->height;
  while (i + 1 < self->setting.pieces->len && get_piece (self, i)->keep) {
    i++;
    if (!is_cut (self, i))
      *height += get_piece (self, i)->before + get_piece (self, i)->height;
  }
  return i;
}

/* The room that what must follow row @i asks for: 0 when nothing must, or when a page would not
 * hold it with the heading and a few lines of the row. */
static double
measure_rest (BvPageLayout *self, guint i)
{
  const BvPiece *row = get_piece (self, i);
  double above = get_piece (self, i - row->part - 1)->height
                 + _bv_table_get_height (&self->setting, 3);
  double rest;

  find_end (self, i, &rest);
  rest -= row->height;
  return above + rest > self->setting.height ? 0 : rest;
}

/* As many lines of a long row as there is room for, then the next page; its last lines go with
 * what must follow it. */
static void
place_long (BvPageLayout *self, guint i)
{
  BvPiece piece = *get_piece (self, i);
  double rest = measure_rest (self, i);

  while (self->y + piece.height + rest > self->setting.height) {
    guint fit = _bv_table_split (&self->setting, &piece, self->setting.height - self->y);
    BvPiece part = piece;
    if (fit > 0) {
      part.n = fit;
      part.height = _bv_table_get_height (&self->setting, fit);
      place (self, part);
      piece.first += fit;
      piece.n -= fit;
      piece.height = _bv_table_get_height (&self->setting, piece.n);
    } else if (self->placed->len - g_array_index (self->pages, guint, self->pages->len - 1) <= 1
               && self->y <= get_piece (self, i - piece.part - 1)->height)
      break; /* a page of its own is not enough: better over the edge than never */
    turn_page (self, i);
  }
  place (self, piece);
}

static void
place_chain (BvPageLayout *self, guint i, guint end)
{
  for (; i <= end; i++) {
    const BvPiece *piece = get_piece (self, i);
    double before = is_page_empty (self) ? 0 : piece->before;

    if (find_heading (self, i))
      place_long (self, i);
    else if (!is_cut (self, i) || self->y + before + piece->height <= self->setting.height) {
      if (!is_page_empty (self) && self->y + before + piece->height > self->setting.height)
        turn_page (self, i);
      place (self, *piece);
    }
  }
}

/* Rows that may be parted need not wait for a page of their own. */
static gboolean
may_part (BvPageLayout *self, guint i)
{
  return find_heading (self, i)
         && _bv_table_split (&self->setting, get_piece (self, i), self->setting.height - self->y)
                > 0;
}

static void
paginate (BvPageLayout *self)
{
  guint n = self->setting.pieces->len, end;

  begin_page (self);
  for (guint i = 0; i < n; i = end + 1) {
    double height, before = is_page_empty (self) ? 0 : get_piece (self, i)->before;

    end = find_end (self, i, &height);
    if (_bv_page_layout_get_block (self, get_piece (self, i)->block)->type == BV_BLOCK_BREAK) {
      if (!is_page_empty (self) && i + 1 < n)
        begin_page (self);
      if (_bv_page_layout_get_block (self, get_piece (self, i)->block)->n)
        g_array_index (self->numbers, guint, self->numbers->len - 1) = 1;
      continue;
    }
    if (!is_page_empty (self) && self->y + before + height > self->setting.height
        && !may_part (self, i))
      turn_page (self, i);
    place_chain (self, i, end);
  }
}

/* Slips to be cut apart may be set this much smaller when more of them then fit on a sheet: 11
 * points at least in their tables. */
static const double slip_scales[] = { 23.0 / 24, 11.0 / 12 };

static BvPageLayout *
prepare (BvDocument *document, const BvLayoutProfile *profile, double scale)
{
  BvPageLayout *self = g_new0 (BvPageLayout, 1);
  double width = document->landscape ? profile->page_height : profile->page_width;
  double height = document->landscape ? profile->page_width : profile->page_height;

  g_atomic_ref_count_init (&self->references);
  self->document = bv_document_ref (document);
  self->own = bv_layout_profile_scale (profile, scale);
  self->profile = profile = &self->own;
  self->types = bv_typesetter_new (profile);
  self->placed = g_array_new (FALSE, FALSE, sizeof (BvPiece));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->page_width = bv_layout_profile_points (width);
  self->page_height = bv_layout_profile_points (height);
  self->setting = (BvSetting){
    .profile = profile,
    .types = self->types,
    .width = bv_layout_profile_points (width - profile->left - profile->right),
    .height = bv_layout_profile_points (height - profile->top - profile->bottom),
    .pieces = g_array_new (FALSE, FALSE, sizeof (BvPiece)),
    .tell = tell,
    .owner = self
  };
  return self;
}

static gboolean
lay_out (BvPageLayout *self, GCancellable *cancellable, GError **error)
{
  self->cancellable = cancellable;
  if (!bv_typesetter_check_font (self->types, error))
    return FALSE;
  measure (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  _bv_page_layout_hold_endings (self);
  paginate (self);
  g_clear_pointer (&self->setting.pieces, g_array_unref);
  return TRUE;
}

BvPageLayout *
bv_page_layout_new (BvDocument *document,
                    const BvLayoutProfile *profile,
                    BvPageProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (BvPageLayout) self = prepare (document, profile, 1);

  self->progress = progress;
  self->progress_data = data;
  if (!lay_out (self, cancellable, error))
    return NULL;
  for (guint i = 0; _bv_document_has_slips (document) && i < G_N_ELEMENTS (slip_scales); i++) {
    g_autoptr (BvPageLayout) smaller = prepare (document, profile, slip_scales[i]);
    if (!lay_out (smaller, cancellable, error))
      return NULL;
    if (smaller->pages->len < self->pages->len) {
      BvPageLayout *larger = g_steal_pointer (&self);
      self = g_steal_pointer (&smaller);
      bv_page_layout_unref (larger);
    }
  }
  return g_steal_pointer (&self);
}

BvPageLayout *
bv_page_layout_ref (BvPageLayout *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bv_page_layout_unref (BvPageLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->setting.pieces, g_array_unref);
  g_array_unref (self->placed);
  g_array_unref (self->pages);
  g_array_unref (self->numbers);
  bv_typesetter_free (self->types);
  bv_document_unref (self->document);
  g_free (self);
}

guint
bv_page_layout_get_n_pages (BvPageLayout *self)
{
  return self->pages->len;
}

const BvLayoutProfile *
bv_page_layout_get_profile (BvPageLayout *self)
{
  return self->profile;
}

BvDocument *
bv_page_layout_get_document (BvPageLayout *self)
{
  return self->document;
}

void
bv_page_layout_get_size (BvPageLayout *self, double *width, double *height)
{
  *width = self->page_width;
  *height = self->page_height;
}

void
bv_page_layout_get_extent (BvPageLayout *self, double *width, double *height)
{
  guint end = self->pages->len > 1 ? g_array_index (self->pages, guint, 1) : self->placed->len;
  double top = bv_layout_profile_points (self->profile->top);

  *width = self->setting.width;
  *height = 0;
  for (guint i = 0; i < end; i++) {
    const BvPiece *piece = &g_array_index (self->placed, BvPiece, i);
    *height = MAX (*height, piece->y + piece->height - top);
  }
}
