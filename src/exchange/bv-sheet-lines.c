/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaking lines as a spreadsheet does: between words, inside of one that is wider than its cell.
 */
#include "config.h"

#include "bv-sheet-lines.h"

#include <string.h>

/* In thousandths of the font's size. */
#define SPACE 250
#define LOWER 500
#define UPPER 722
#define GREATEST 889
#define BOLD_PERCENT 106
/* Programs set the same text a little differently. */
#define SAFE_PERCENT 104

static const guint16 widths[128] = {
  ['!'] = 333, ['"'] = 408, ['#'] = 500, ['$'] = 500, ['%'] = 833, ['&'] = 778, ['\''] = 180,
  ['('] = 333, [')'] = 333, ['*'] = 500, ['+'] = 564, [','] = 250, ['-'] = 333, ['.'] = 250,
  ['/'] = 278, ['0'] = 500, ['1'] = 500, ['2'] = 500, ['3'] = 500, ['4'] = 500, ['5'] = 500,
  ['6'] = 500, ['7'] = 500, ['8'] = 500, ['9'] = 500, [':'] = 278, [';'] = 278, ['<'] = 564,
  ['='] = 564, ['>'] = 564, ['?'] = 444, ['@'] = 921, ['A'] = 722, ['B'] = 667, ['C'] = 667,
  ['D'] = 722, ['E'] = 611, ['F'] = 556, ['G'] = 722, ['H'] = 722, ['I'] = 333, ['J'] = 389,
  ['K'] = 722, ['L'] = 611, ['M'] = 889, ['N'] = 722, ['O'] = 722, ['P'] = 556, ['Q'] = 722,
  ['R'] = 667, ['S'] = 556, ['T'] = 611, ['U'] = 722, ['V'] = 722, ['W'] = 944, ['X'] = 722,
  ['Y'] = 722, ['Z'] = 611, ['['] = 333, [']'] = 333, ['^'] = 469, ['_'] = 500, ['`'] = 333,
  ['a'] = 444, ['b'] = 500, ['c'] = 444, ['d'] = 500, ['e'] = 444, ['f'] = 333, ['g'] = 500,
  ['h'] = 500, ['i'] = 278, ['j'] = 278, ['k'] = 500, ['l'] = 278, ['m'] = 778, ['n'] = 500,
  ['o'] = 500, ['p'] = 500, ['q'] = 500, ['r'] = 333, ['s'] = 389, ['t'] = 278, ['u'] = 500,
  ['v'] = 500, ['w'] = 722, ['x'] = 500, ['y'] = 500, ['z'] = 444, ['{'] = 480, ['|'] = 200,
  ['}'] = 480, ['~'] = 541,
};

/* Letters with marks; capitals are even in the block of Vietnamese. */
static guint
measure_letter (gunichar c)
{
  if (c >= 0x1ea0 && c <= 0x1ef9)
    return c % 2 ? LOWER : UPPER;
  if (c == 0x1af || (c < 0x1af && c >= 0x100 && c % 2 == 0) || (c >= 0xc0 && c <= 0xde))
    return UPPER;
  return c < 0x300 ? LOWER : UPPER * 4 / 3;
}

typedef struct
{
  guint width, most;
  guint n_lines;
  guint line, word; /* what is on the line before the word, and the word */
  const char *word_start;
  const char *cut;
} Breaking;

static void
end_line (Breaking *self, const char *next)
{
  if (self->n_lines == self->most && !self->cut)
    self->cut = next;
  self->n_lines++;
  self->line = 0;
}

static void
add_letter (Breaking *self, const char *at, guint width)
{
  if (self->word == 0)
    self->word_start = at;
  if (self->line + self->word + width > self->width) {
    if (self->line > 0) {
      end_line (self, self->word_start);
    } else if (self->word > 0) {
      end_line (self, at);
      self->word = 0;
      self->word_start = at;
    }
  }
  self->word += width;
}

static void
break_lines (Breaking *self, const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    guchar c = (guchar) *at;

    if (c == '\n') {
      self->word = 0;
      end_line (self, at + 1);
    } else if (c == ' ') {
      self->line += self->word + SPACE;
      self->word = 0;
    } else {
      add_letter (self, at, c < 128 ? widths[c] : measure_letter (g_utf8_get_char (at)));
    }
  }
}

guint
bv_sheet_lines_count (
    const char *text, double width, double size, gboolean bold, guint most, const char **cut)
{
  double room = width / size * 1000 * 100 / SAFE_PERCENT;
  Breaking self = { .most = most, .n_lines = 1 };
  gsize length = strlen (text);

  self.width = (guint) MAX (room * (bold ? 100.0 / BOLD_PERCENT : 1), GREATEST);
  if (cut)
    *cut = NULL;
  if (length * GREATEST <= self.width && !memchr (text, '\n', length))
    return 1;
  break_lines (&self, text);
  if (cut)
    *cut = self.cut;
  return self.n_lines;
}
