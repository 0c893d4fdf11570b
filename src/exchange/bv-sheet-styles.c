/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading number formats and fonts. */
#include "config.h"

#include "bv-sheet-styles.h"

#include <string.h>

/* More than Excel allows; what lies beyond has no style. */
#define GREATEST_STYLES 65536

typedef struct
{
  guint8 format;
  guint8 font;
} Style;

struct BvSheetStyles
{
  GHashTable *codes; /* number format id -> BvSheetFormat */
  GArray *fonts;     /* guint8: BvLegacy */
  GArray *styles;    /* Style */

  /* While reading */
  gboolean in_fonts, in_styles;
};

void
bv_sheet_styles_free (BvSheetStyles *self)
{
  g_hash_table_unref (self->codes);
  g_array_unref (self->fonts);
  g_array_unref (self->styles);
  g_free (self);
}

/* Skips what a format only shows: quoted words, colours and languages in brackets. [h] counts
 * hours. */
static const char *
skip_shown (const char *code, gboolean *time)
{
  const char *end = NULL;

  if (*code == '"')
    end = strchr (code + 1, '"');
  else if (*code == '[') {
    end = strchr (code, ']');
    *time |= end && strchr ("hms", g_ascii_tolower (code[1]))
             && strchr ("hms]", g_ascii_tolower (code[2]));
  } else if (*code == '\\' || *code == '_' || *code == '*')
    end = code[1] ? code + 1 : NULL;
  return end ? end : code;
}

BvSheetFormat
bv_sheet_styles_judge (const char *code)
{
  gboolean date = FALSE, time = FALSE, percent = FALSE, month = FALSE;

  if (g_ascii_strncasecmp (code, "General", 7) == 0)
    return BV_SHEET_FORMAT_NONE;
  for (; *code && *code != ';'; code++) {
    const char *next = skip_shown (code, &time);
    char c = g_ascii_tolower (*code);

    if (next != code) {
      code = next;
      continue;
    }
    date |= c == 'd' || c == 'y';
    time |= c == 'h' || c == 's';
    month |= c == 'm';
    percent |= c == '%';
  }
  if (date || (month && !time))
    return BV_SHEET_FORMAT_DATE;
  if (time)
    return BV_SHEET_FORMAT_TIME;
  return percent ? BV_SHEET_FORMAT_PERCENT : BV_SHEET_FORMAT_NONE;
}

/* Formats that need no code; those of East Asian Excels are dates too. */
static BvSheetFormat
get_built_in (guint id)
{
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36
      || (id >= 50 && id <= 54) || id == 57 || id == 58)
    return BV_SHEET_FORMAT_DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55
      || id == 56)
    return BV_SHEET_FORMAT_TIME;
  return id == 9 || id == 10 ? BV_SHEET_FORMAT_PERCENT : BV_SHEET_FORMAT_NONE;
}

static guint
get_number (const BvPackageAttributes *attributes, const char *name)
{
  g_autofree char *text = bv_package_dup_attribute (attributes, name);

  return text ? (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT) : 0;
}

static void
add_code (BvSheetStyles *self, const BvPackageAttributes *attributes)
{
  g_autofree char *code = bv_package_dup_attribute (attributes, "formatCode");
  guint id = get_number (attributes, "numFmtId");

  if (code && g_hash_table_size (self->codes) < GREATEST_STYLES)
    g_hash_table_insert (self->codes,
                         GUINT_TO_POINTER (id),
                         GUINT_TO_POINTER ((guint) bv_sheet_styles_judge (code)));
}

static void
add_style (BvSheetStyles *self, const BvPackageAttributes *attributes)
{
  guint id = get_number (attributes, "numFmtId");
  guint font = get_number (attributes, "fontId");
  gpointer format;
  Style style = { 0 };

  if (self->styles->len >= GREATEST_STYLES)
    return;
  style.format = g_hash_table_lookup_extended (self->codes, GUINT_TO_POINTER (id), NULL, &format)
                     ? (guint8) GPOINTER_TO_UINT (format)
                     : (guint8) get_built_in (id);
  if (font < self->fonts->len)
    style.font = g_array_index (self->fonts, guint8, font);
  g_array_append_val (self->styles, style);
}

static void
start_cb (gpointer data, const char *name, const BvPackageAttributes *attributes)
{
  BvSheetStyles *self = data;

  if (g_str_equal (name, "fonts"))
    self->in_fonts = TRUE;
  else if (g_str_equal (name, "cellXfs"))
    self->in_styles = TRUE;
  else if (g_str_equal (name, "numFmt"))
    add_code (self, attributes);
  else if (g_str_equal (name, "xf") && self->in_styles)
    add_style (self, attributes);
  else if (g_str_equal (name, "font") && self->in_fonts && self->fonts->len < GREATEST_STYLES)
    g_array_set_size (self->fonts, self->fonts->len + 1);
  else if (g_str_equal (name, "name") && self->in_fonts && self->fonts->len) {
    g_autofree char *font = bv_package_dup_attribute (attributes, "val");

    g_array_index (self->fonts, guint8, self->fonts->len - 1) = (guint8) bv_legacy_from_font (font,
                                                                                              NULL);
  }
}

static void
end_cb (gpointer data, const char *name)
{
  BvSheetStyles *self = data;

  if (g_str_equal (name, "fonts"))
    self->in_fonts = FALSE;
  else if (g_str_equal (name, "cellXfs"))
    self->in_styles = FALSE;
}

BvSheetStyles *
bv_sheet_styles_read (BvPackage *package, const char *part, GError **error)
{
  static const BvPackageHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (BvSheetStyles) self = g_new0 (BvSheetStyles, 1);

  self->codes = g_hash_table_new (NULL, NULL);
  self->fonts = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->styles = g_array_new (FALSE, TRUE, sizeof (Style));
  return bv_package_read (package, part, &handler, self, NULL, error) ? g_steal_pointer (&self)
                                                                      : NULL;
}

BvSheetFormat
bv_sheet_styles_get_format (const BvSheetStyles *self, guint index)
{
  return self && index < self->styles->len
             ? (BvSheetFormat) g_array_index (self->styles, Style, index).format
             : BV_SHEET_FORMAT_NONE;
}

BvLegacy
bv_sheet_styles_get_font (const BvSheetStyles *self, guint index)
{
  return self && index < self->styles->len
             ? (BvLegacy) g_array_index (self->styles, Style, index).font
             : BV_LEGACY_NONE;
}
