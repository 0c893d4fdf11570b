/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading shared strings; runs of rich text become one text, phonetic guides are left out. */
#include "config.h"

#include "bv-sheet-strings.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GREATEST_TEXT ((gsize) 64 * 1024 * 1024)
#define GREATEST_STRINGS (4 * 1024 * 1024)

struct BvSheetStrings
{
  GStringChunk *chunk;
  GPtrArray *strings; /* borrowed from the chunk */

  /* While reading */
  BvPackage *package;
  GString *text;
  gsize size;
  guint n_phonetic;
  gboolean in_text;
};

static void
clear (gpointer data)
{
  BvSheetStrings *self = data;

  g_string_chunk_free (self->chunk);
  g_ptr_array_unref (self->strings);
  if (self->text)
    g_string_free (self->text, TRUE);
}

BvSheetStrings *
bv_sheet_strings_ref (BvSheetStrings *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bv_sheet_strings_unref (BvSheetStrings *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

void
bv_sheet_strings_clean (GString *text)
{
  char *from = text->str, *to = text->str;

  if (!strstr (text->str, "_x000"))
    return;
  while (*from)
    if (strncmp (from, "_x000", 5) == 0 && g_ascii_isxdigit (from[5]) && from[6] == '_')
      from += 7;
    else
      *to++ = *from++;
  g_string_truncate (text, (gsize) (to - text->str));
}

static void
start_cb (gpointer data, const char *name, const BvPackageAttributes *attributes)
{
  BvSheetStrings *self = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (self->text, 0);
  else if (g_str_equal (name, "rPh"))
    self->n_phonetic++;
  else if (g_str_equal (name, "t"))
    self->in_text = self->n_phonetic == 0;
}

static void
add_string (BvSheetStrings *self)
{
  bv_sheet_strings_clean (self->text);
  self->size += self->text->len + 1;
  if (self->size > GREATEST_TEXT || self->strings->len >= GREATEST_STRINGS) {
    bv_package_fail (self->package,
                     g_error_new (BV_ERROR,
                                  BV_ERROR_INVALID,
                                  _ ("“%s” holds more than can be imported at once. Divide it into "
                                     "smaller tables."),
                                  bv_package_get_name (self->package)));
    return;
  }
  g_ptr_array_add (
      self->strings,
      g_string_chunk_insert_len (self->chunk, self->text->str, (gssize) self->text->len));
}

static void
end_cb (gpointer data, const char *name)
{
  BvSheetStrings *self = data;

  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "rPh") && self->n_phonetic)
    self->n_phonetic--;
  else if (g_str_equal (name, "si"))
    add_string (self);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  BvSheetStrings *self = data;

  if (self->in_text && self->text->len <= GREATEST_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

BvSheetStrings *
bv_sheet_strings_read (BvPackage *package,
                       const char *part,
                       GCancellable *cancellable,
                       GError **error)
{
  static const BvPackageHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (BvSheetStrings) self = g_atomic_rc_box_new0 (BvSheetStrings);

  self->chunk = g_string_chunk_new (65536);
  self->strings = g_ptr_array_new ();
  self->text = g_string_new (NULL);
  self->package = package;
  if (!bv_package_read (package, part, &handler, self, cancellable, error))
    return NULL;
  self->package = NULL;
  return g_steal_pointer (&self);
}

const char *
bv_sheet_strings_get (const BvSheetStrings *self, guint64 index)
{
  return self && index < self->strings->len ? g_ptr_array_index (self->strings, index) : NULL;
}
