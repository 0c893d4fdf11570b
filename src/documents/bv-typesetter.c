/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets text in lines of one pitch, the same on paper and on the screen. */
#include "config.h"

#include "bv-typesetter.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define POINTS_PER_INCH 72
#define METRICS_SIZE 100
/* A letter that only a face made for Vietnamese has. */
#define TEST_LETTER 0x1EC5
/* How far the lines of a layout are moved to the right, in Pango's units. */
#define SHIFT "bv-shift"

/* Book faces with the Vietnamese letters, when none of the right widths is there. */
static const char *const stand_ins[] = { "Noto Serif", "DejaVu Serif",     "FreeSerif",
                                         "Gelasio",    "Source Serif Pro", NULL };

struct BvTypesetter
{
  const BvLayoutProfile *profile;
  PangoFontMap *fonts; /* its own: pages laid out in one thread are drawn in another */
  PangoContext *context;
  char *family;           /* NULL: there is no font with the Vietnamese letters */
  double ascent, descent; /* of a letter of size 1 */
};

static PangoFontDescription *
describe (BvTypesetter *self, const BvTextLook *look)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  if (look->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (look->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  return font;
}

static gboolean
is_installed (BvTypesetter *self, const char *family)
{
  g_autofree PangoFontFamily **families = NULL;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (self->fonts, &families, &n);
  for (int i = 0; i < n && !found; i++)
    found = g_ascii_strcasecmp (pango_font_family_get_name (families[i]), family) == 0;
  return found;
}

/* Only what is installed is loaded: Pango puts anything in place of what is not. */
static gboolean
has_letters (BvTypesetter *self, const char *family)
{
  PangoFontDescription *font;
  g_autoptr (PangoFont) loaded = NULL;

  if (!is_installed (self, family))
    return FALSE;
  font = pango_font_description_new ();
  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, METRICS_SIZE * PANGO_SCALE);
  loaded = pango_context_load_font (self->context, font);
  pango_font_description_free (font);
  return loaded && pango_font_has_char (loaded, TEST_LETTER);
}

static char *
choose (BvTypesetter *self, const char *const *families)
{
  for (; *families; families++)
    if (has_letters (self, *families))
      return g_strdup (*families);
  return NULL;
}

/* Whatever there is, in the order of its names. */
static char *
choose_any (BvTypesetter *self)
{
  g_autofree PangoFontFamily **families = NULL;
  char *chosen = NULL;
  int n;

  pango_font_map_list_families (self->fonts, &families, &n);
  for (int i = 0; i < n && !chosen; i++)
    if (!pango_font_family_is_monospace (families[i])
        && has_letters (self, pango_font_family_get_name (families[i])))
      chosen = g_strdup (pango_font_family_get_name (families[i]));
  return chosen;
}

static void
read_metrics (BvTypesetter *self)
{
  const BvTextLook look = { .size = METRICS_SIZE };
  PangoFontDescription *font = describe (self, &look);
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, font, NULL);

  self->ascent = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE / METRICS_SIZE;
  self->descent = pango_font_metrics_get_descent (metrics) / (double) PANGO_SCALE / METRICS_SIZE;
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}

/* Letters are never moved onto pixels: lines break on the screen as they do on paper. */
BvTypesetter *
bv_typesetter_new (const BvLayoutProfile *profile)
{
  BvTypesetter *self = g_new0 (BvTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->profile = profile;
  self->fonts = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, POINTS_PER_INCH);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  self->family = choose (self, profile->families);
  if (!self->family)
    self->family = choose (self, stand_ins);
  if (!self->family)
    self->family = choose_any (self);
  if (self->family)
    read_metrics (self);
  return self;
}

void
bv_typesetter_free (BvTypesetter *self)
{
  g_object_unref (self->context);
  g_object_unref (self->fonts);
  g_free (self->family);
  g_free (self);
}

gboolean
bv_typesetter_check_font (BvTypesetter *self, GError **error)
{
  if (self->family)
    return TRUE;
  g_set_error (
      error,
      BV_ERROR,
      BV_ERROR_NOT_FOUND,
      _ ("This computer has no font with the Vietnamese letters. Install %s or %s (Debian: "
         "package fonts-liberation2) and try again."),
      self->profile->font,
      self->profile->families[1]);
  return FALSE;
}

char *
bv_typesetter_dup_notice (const BvLayoutProfile *profile)
{
  g_autoptr (BvTypesetter) self = bv_typesetter_new (profile);

  if (!self->family || g_strv_contains (profile->families, self->family))
    return NULL;
  return g_strdup_printf (_ ("The font %s is not on this computer, nor %s, which has the same "
                             "widths: %s stands in for it, and lines may break elsewhere. Install "
                             "one of them (Debian: package fonts-liberation2)."),
                          profile->font,
                          profile->families[1],
                          self->family);
}

double
bv_typesetter_get_pitch (const BvTextLook *look)
{
  return look->size * look->pitch;
}

/* Words too long for a column are cut without a hyphen, which Vietnamese does not know. */
static void
set_text (PangoLayout *layout, const char *markup)
{
  PangoAttrList *attributes;

  pango_layout_set_markup (layout, markup, -1);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  if (!attributes)
    attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* Words of two syllables that read badly with a line's end between them, as they are written. */
static const char *const whole_words[] = { "THI ĐUA",     "Thi đua",     "thi đua",
                                           "KHEN THƯỞNG", "Khen thưởng", "khen thưởng",
                                           "VIỆT NAM",    "Việt Nam",    NULL };

static void
forbid_breaks (PangoAttrList *attributes, const char *text, const char *from, const char *to)
{
  PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

  whole->start_index = (guint) (from - text);
  whole->end_index = (guint) (to - text);
  pango_attr_list_insert (attributes, whole);
}

/* A heading does not end a line inside such a word, nor between a number and what it counts, unless
 * it would need one more line for that. */
static void
hold_words (PangoLayout *layout)
{
  PangoAttrList *before = pango_attr_list_ref (pango_layout_get_attributes (layout));
  PangoAttrList *attributes = pango_attr_list_copy (before);
  const char *text = pango_layout_get_text (layout);
  int n = pango_layout_get_line_count (layout);

  for (guint i = 0; n > 1 && whole_words[i]; i++)
    for (const char *at = text; (at = strstr (at, whole_words[i])); at++)
      forbid_breaks (attributes, text, at, at + strlen (whole_words[i]));
  for (const char *at = text; n > 1 && (at = strchr (at, ' ')); at++)
    if (at > text && g_ascii_isdigit (at[-1]) && g_unichar_isalpha (g_utf8_get_char (at + 1)))
      forbid_breaks (attributes, text, at - 1, g_utf8_next_char (at + 1));
  if (n > 1) {
    pango_layout_set_attributes (layout, attributes);
    if (pango_layout_get_line_count (layout) > n)
      pango_layout_set_attributes (layout, before);
  }
  pango_attr_list_unref (attributes);
  pango_attr_list_unref (before);
}

/* Centred lines are made about as long as each other: no word alone on the last one. */
static void
balance (PangoLayout *layout)
{
  int width = pango_layout_get_width (layout), n = pango_layout_get_line_count (layout);
  int low = width / 2, high = width;

  if (n < 2 || width < 0)
    return;
  while (high - low > PANGO_SCALE) {
    int middle = (low + high) / 2;
    pango_layout_set_width (layout, middle);
    if (pango_layout_get_line_count (layout) > n)
      low = middle;
    else
      high = middle;
  }
  pango_layout_set_width (layout, high);
  g_object_set_data (G_OBJECT (layout), SHIFT, GINT_TO_POINTER ((width - high) / 2));
}

PangoLayout *
bv_typesetter_set (BvTypesetter *self, const char *markup, const BvTextLook *look, double width)
{
  static const PangoAlignment alignments[] = {
    PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT, PANGO_ALIGN_LEFT
  };
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = describe (self, look);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignments[look->align]);
  pango_layout_set_justify (layout, look->align == BV_ALIGN_JUSTIFY);
  pango_layout_set_indent (layout, (int) (bv_layout_profile_points (look->indent) * PANGO_SCALE));
  set_text (layout, markup);
  if (look->align == BV_ALIGN_CENTRE) {
    hold_words (layout);
    balance (layout);
  }
  return layout;
}

guint
bv_typesetter_count (BvTypesetter *self, const char *markup, const BvTextLook *look, double width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (!*markup)
    return 0;
  layout = bv_typesetter_set (self, markup, look, width);
  return (guint) pango_layout_get_line_count (layout);
}

char *
bv_typesetter_break (BvTypesetter *self, const char *markup, const BvTextLook *look, double width)
{
  g_autoptr (PangoLayout) layout = NULL;
  GString *lines = g_string_new (NULL);
  const char *text;

  if (!*markup || strchr (markup, '<'))
    return g_string_free (g_string_append (lines, markup), FALSE);
  layout = bv_typesetter_set (self, markup, look, width);
  text = pango_layout_get_text (layout);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
    g_autofree char *words = g_strndup (text + line->start_index, (gsize) line->length);
    g_autofree char *escaped = g_markup_escape_text (g_strchomp (words), -1);
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", escaped);
  }
  return g_string_free (lines, FALSE);
}

double
bv_typesetter_measure (BvTypesetter *self, const char *markup, const BvTextLook *look)
{
  g_autoptr (PangoLayout) layout = bv_typesetter_set (self, markup, look, -1);
  PangoRectangle rectangle;

  pango_layout_get_extents (layout, NULL, &rectangle);
  return rectangle.width / (double) PANGO_SCALE;
}

void
bv_typesetter_show (BvTypesetter *self,
                    cairo_t *cr,
                    PangoLayout *layout,
                    const BvTextLook *look,
                    double x,
                    double y,
                    guint first,
                    guint n)
{
  PangoLayoutIter *lines = pango_layout_get_iter (layout);
  double pitch = bv_typesetter_get_pitch (look);
  double baseline = (pitch - (self->ascent + self->descent) * look->size) / 2
                    + self->ascent * look->size;
  double shift = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (layout), SHIFT))
                 / (double) PANGO_SCALE;
  guint number = 0;

  x += shift;
  do {
    PangoRectangle box;
    if (number < first)
      continue;
    pango_layout_iter_get_line_extents (lines, NULL, &box);
    cairo_move_to (cr, x + box.x / (double) PANGO_SCALE, y + (number - first) * pitch + baseline);
    pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (lines));
  } while (++number < first + n && pango_layout_iter_next_line (lines));
  pango_layout_iter_free (lines);
}

double
bv_typesetter_write (BvTypesetter *self,
                     cairo_t *cr,
                     const char *markup,
                     const BvTextLook *look,
                     double x,
                     double y,
                     double width)
{
  g_autoptr (PangoLayout) layout = NULL;
  guint n;

  if (!*markup)
    return 0;
  layout = bv_typesetter_set (self, markup, look, width);
  n = (guint) pango_layout_get_line_count (layout);
  bv_typesetter_show (self, cr, layout, look, x, y, 0, n);
  return n * bv_typesetter_get_pitch (look);
}
