/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a workbook's file to its parts: relationships, sheets, shared strings, styles. */
#include "config.h"

#include "bv-sheet-reader.h"

#include "bv-error.h"
#include "bv-sheet-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GREATEST_SHEETS 1024
#define GREATEST_RELATIONS 65536

typedef struct
{
  char *title;
  char *relation;
  gboolean hidden;
} Sheet;

struct BvSheetReader
{
  BvPackage *package;
  char *name;
  GArray *sheets;         /* Sheet */
  GHashTable *worksheets; /* relation id -> part */
  char *strings_part, *styles_part;
  BvSheetStrings *strings;
  BvSheetStyles *styles;
  gboolean date_1904;
};

/* What relationships are read for. */
typedef struct
{
  BvSheetReader *reader;
  const char *folder; /* of the part that they belong to */
  char *workbook;     /* owned */
} Relations;

static void
clear_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->title);
  g_free (sheet->relation);
}

void
bv_sheet_reader_free (BvSheetReader *self)
{
  g_clear_pointer (&self->package, bv_package_free);
  g_free (self->name);
  g_array_unref (self->sheets);
  g_hash_table_unref (self->worksheets);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_clear_pointer (&self->strings, bv_sheet_strings_unref);
  g_clear_pointer (&self->styles, bv_sheet_styles_free);
  g_free (self);
}

/* "../media/x" of "xl" is "media/x"; "/xl/x" begins at the top. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined = *target == '/' ? g_strdup (target + 1)
                                           : g_strconcat (folder, *folder ? "/" : "", target, NULL);
  g_auto (GStrv) words = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i]; i++) {
    if (g_str_equal (words[i], "..") && kept->len)
      g_ptr_array_set_size (kept, (int) kept->len - 1);
    else if (*words[i] && !g_str_equal (words[i], ".") && !g_str_equal (words[i], ".."))
      g_ptr_array_add (kept, words[i]);
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
take (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static void
keep_relation (Relations *self, const char *kind, const char *id, char *part)
{
  if (g_str_equal (kind, "officeDocument"))
    take (&self->workbook, part);
  else if (g_str_equal (kind, "sharedStrings"))
    take (&self->reader->strings_part, part);
  else if (g_str_equal (kind, "styles"))
    take (&self->reader->styles_part, part);
  else if (g_str_equal (kind, "worksheet")
           && g_hash_table_size (self->reader->worksheets) < GREATEST_RELATIONS)
    g_hash_table_replace (self->reader->worksheets, g_strdup (id), part);
  else
    g_free (part);
}

/* Both kinds of workbook end their types in the same word, transitional and strict. */
static void
relation_cb (gpointer data, const char *name, const BvPackageAttributes *attributes)
{
  Relations *self = data;
  g_autofree char *id = bv_package_dup_attribute (attributes, "Id");
  g_autofree char *type = bv_package_dup_attribute (attributes, "Type");
  g_autofree char *target = bv_package_dup_attribute (attributes, "Target");
  g_autofree char *mode = bv_package_dup_attribute (attributes, "TargetMode");
  const char *kind = type ? strrchr (type, '/') : NULL;

  if (g_str_equal (name, "Relationship") && id && kind && target
      && g_strcmp0 (mode, "External") != 0)
    keep_relation (self, kind + 1, id, resolve (self->folder, target));
}

static gboolean
read_relations (Relations *self, const char *part, GError **error)
{
  static const BvPackageHandler handler = { relation_cb, NULL, NULL };

  return bv_package_read (self->reader->package, part, &handler, self, NULL, error);
}

static void
add_sheet (BvSheetReader *self, const BvPackageAttributes *attributes)
{
  g_autofree char *state = bv_package_dup_attribute (attributes, "state");
  Sheet sheet = { bv_package_dup_attribute (attributes, "name"),
                  bv_package_dup_attribute (attributes, "id"),
                  g_strcmp0 (state, "hidden") == 0 || g_strcmp0 (state, "veryHidden") == 0 };

  if (sheet.title && sheet.relation && self->sheets->len < GREATEST_SHEETS)
    g_array_append_val (self->sheets, sheet);
  else
    clear_sheet (&sheet);
}

static void
workbook_cb (gpointer data, const char *name, const BvPackageAttributes *attributes)
{
  BvSheetReader *self = data;

  if (g_str_equal (name, "sheet"))
    add_sheet (self, attributes);
  else if (g_str_equal (name, "workbookPr")) {
    g_autofree char *system = bv_package_dup_attribute (attributes, "date1904");

    self->date_1904 = g_strcmp0 (system, "1") == 0 || g_strcmp0 (system, "true") == 0;
  }
}

/* Charts and macros have sheets too; they hold no cells. */
static void
drop_other_sheets (BvSheetReader *self)
{
  for (guint i = self->sheets->len; i-- > 0;)
    if (!g_hash_table_contains (self->worksheets, g_array_index (self->sheets, Sheet, i).relation))
      g_array_remove_index (self->sheets, i);
}

static gboolean
check_kind (BvSheetReader *self, const char *workbook, GError **error)
{
  if (!workbook && bv_package_has_part (self->package, "content.xml"))
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is a workbook of LibreOffice (.ods). Open it, save it as “Excel workbook "
                    "(.xlsx)” and import that."),
                 self->name);
  else if (!workbook || g_str_has_suffix (workbook, "document.xml"))
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is not an Excel workbook. Open it, save it as “Excel workbook (.xlsx)” "
                    "and import that."),
                 self->name);
  else if (g_str_has_suffix (workbook, ".bin"))
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is a binary workbook (.xlsb). Open it, save it as “Excel workbook "
                    "(.xlsx)” and import that."),
                 self->name);
  else
    return TRUE;
  return FALSE;
}

static char *
find_workbook (BvSheetReader *self, GError **error)
{
  Relations relations = { self, "", NULL };

  if (bv_package_has_part (self->package, "_rels/.rels")
      && !read_relations (&relations, "_rels/.rels", error))
    g_clear_pointer (&relations.workbook, g_free);
  else if (!check_kind (self, relations.workbook, error))
    g_clear_pointer (&relations.workbook, g_free);
  return relations.workbook;
}

static gboolean
read_workbook (BvSheetReader *self, const char *workbook, GError **error)
{
  static const BvPackageHandler handler = { workbook_cb, NULL, NULL };
  g_autofree char *slash = g_path_get_dirname (workbook);
  g_autofree char *base = g_path_get_basename (workbook);
  const char *folder = g_str_equal (slash, ".") ? "" : slash;
  g_autofree char *part = g_strconcat (folder, *folder ? "/" : "", "_rels/", base, ".rels", NULL);
  Relations relations = { self, folder, NULL };
  gboolean read = read_relations (&relations, part, error)
                  && bv_package_read (self->package, workbook, &handler, self, NULL, error);

  g_free (relations.workbook);
  if (!read)
    return FALSE;
  drop_other_sheets (self);
  if (self->sheets->len)
    return TRUE;
  bv_package_set_damaged (self->package, workbook, error);
  return FALSE;
}

static gboolean
read_shared (BvSheetReader *self, GCancellable *cancellable, GError **error)
{
  if (self->strings_part
      && !(self->strings = bv_sheet_strings_read (
               self->package, self->strings_part, cancellable, error)))
    return FALSE;
  return !self->styles_part
         || (self->styles = bv_sheet_styles_read (self->package, self->styles_part, error));
}

BvSheetReader *
bv_sheet_reader_open (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvSheetReader) self = g_new0 (BvSheetReader, 1);
  g_autofree char *workbook = NULL;

  self->name = g_strdup (name);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_array_set_clear_func (self->sheets, clear_sheet);
  self->worksheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->package = bv_package_open (bytes, name, error);
  if (!self->package || !(workbook = find_workbook (self, error))
      || !read_workbook (self, workbook, error) || !read_shared (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

guint
bv_sheet_reader_get_n_sheets (const BvSheetReader *self)
{
  return self->sheets->len;
}

const char *
bv_sheet_reader_get_title (const BvSheetReader *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);
  return g_array_index (self->sheets, Sheet, sheet).title;
}

gboolean
bv_sheet_reader_is_hidden (const BvSheetReader *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, TRUE);
  return g_array_index (self->sheets, Sheet, sheet).hidden;
}

int
bv_sheet_reader_find (const BvSheetReader *self, const char *title)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (g_str_equal (g_array_index (self->sheets, Sheet, i).title, title))
      return (int) i;
  return -1;
}

BvTable *
bv_sheet_reader_read (BvSheetReader *self, guint sheet, GCancellable *cancellable, GError **error)
{
  BvSheetBook book = { self->package, self->strings, self->styles, self->date_1904 };
  const Sheet *found;

  g_return_val_if_fail (sheet < self->sheets->len, NULL);
  found = &g_array_index (self->sheets, Sheet, sheet);
  return bv_sheet_cells_read (&book,
                              g_hash_table_lookup (self->worksheets, found->relation),
                              self->name,
                              cancellable,
                              error);
}
