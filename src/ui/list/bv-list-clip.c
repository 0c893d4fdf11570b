/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a list as cells for the clipboard: a spreadsheet and our own import read them back. */
#include "config.h"

#include "bv-list-clip.h"

#include "bv-record.h"

#define BLOCK 128

/* A cell with a tab, a line end or a quote stands in quotes, as spreadsheets write it. */
static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\r\n\"") == NULL) {
    g_string_append (text, cell);
    return;
  }
  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++) {
    if (*cell == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *cell);
  }
  g_string_append_c (text, '"');
}

/* Without the dots between thousands: a spreadsheet of another language takes them for decimals. */
static void
drop_dots (char *number)
{
  char *to = number;

  for (const char *from = number; *from != '\0'; from++)
    if (*from != '.')
      *to++ = *from;
  *to = '\0';
}

static void
append_record (GString *text, BvOffice *office, GPtrArray *fields, BvRecord *record)
{
  for (guint i = 0; i < fields->len; i++) {
    const BvField *field = g_ptr_array_index (fields, i);
    g_autofree char *cell = bv_office_display (office, record, field);

    if (bv_field_is_number (field))
      drop_dots (cell);
    if (i > 0)
      g_string_append_c (text, '\t');
    append_cell (text, cell);
  }
  g_string_append_c (text, '\n');
}

static void
append_headings (GString *text, GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++) {
    if (i > 0)
      g_string_append_c (text, '\t');
    append_cell (text, bv_field_get_label (g_ptr_array_index (fields, i)));
  }
  g_string_append_c (text, '\n');
}

char *
bv_list_clip_dup_text (
    BvOffice *office, const BvKind *kind, GPtrArray *fields, GArray *ids, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  BvRecord *records[BLOCK];
  gboolean loaded = TRUE;

  if (ids->len > 1)
    append_headings (text, fields);
  for (guint start = 0; start < ids->len && loaded; start += BLOCK) {
    guint n = MIN (BLOCK, ids->len - start);

    memset (records, 0, sizeof records);
    loaded = bv_office_load_many (
        office, kind, &g_array_index (ids, gint64, start), n, records, error);
    for (guint i = 0; i < n; i++) {
      if (records[i] != NULL)
        append_record (text, office, fields, records[i]);
      g_clear_object (&records[i]);
    }
  }
  return loaded ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
