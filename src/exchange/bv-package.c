/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a workbook's zip file and streaming its parts. Nothing is ever unpacked to disk, and no
 * reference to another file is followed. */
#include "config.h"

#include "bv-package.h"

#include "bv-error.h"
#include "bv-package-guard.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define GREATEST_XML ((gsize) 512 * 1024 * 1024)
#define GREATEST_RATIO 200
/* Small files may be all repetition. */
#define RATIO_FLOOR ((gsize) 4 * 1024 * 1024)
#define GREATEST_PARTS 20000
#define CHUNK 65536

struct BvPackage
{
  GBytes *bytes;
  char *name;
  GHashTable *parts; /* lower case name -> position in the zip file */
  gsize unpacked;    /* of all parts read so far */

  /* While a part is read */
  const BvPackageHandler *handler; /* borrowed */
  gpointer data;                   /* borrowed */
  xmlParserCtxtPtr parser;         /* borrowed */
  GError *failure;                 /* owned, nullable */
};

void
bv_package_free (BvPackage *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_error (&self->failure);
  g_free (self);
}

void
bv_package_set_damaged (const BvPackage *self, const char *part, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is damaged: its part “%s” cannot be read. Open it in Excel or LibreOffice, "
                  "save it again as “.xlsx” and import that."),
               self->name,
               part);
}

static void
set_password_error (const BvPackage *self, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is protected by a password. Open it, save it without the password and "
                  "import it again."),
               self->name);
}

static void
set_no_workbook_error (const BvPackage *self, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is not an Excel workbook. Open it, save it as “Excel workbook (.xlsx)” and "
                  "import that."),
               self->name);
}

static void
set_too_large_error (const BvPackage *self, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” unpacks to far more than a workbook holds, so it is not read. Copy its "
                  "rows to a new workbook and import that."),
               self->name);
}

/* Workbooks of before 2007 and those with a password lie in the same kind of container. */
static gboolean
check_container (const BvPackage *self, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  static const char password[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (size < 8 || memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) != 0)
    return TRUE;
  if (memmem (data, size, password, sizeof password))
    set_password_error (self, error);
  else
    g_set_error (
        error,
        BV_ERROR,
        BV_ERROR_INVALID,
        _ ("“%s” is a workbook of the old kind (.xls). Open it, save it as “Excel workbook "
           "(.xlsx)” and import that."),
        self->name);
  return FALSE;
}

static struct archive *
open_archive (const BvPackage *self)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (self->bytes, &size);
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  return NULL;
}

static gboolean
list_parts (BvPackage *self, struct archive *archive, GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || status == ARCHIVE_WARN) {
    const char *path = archive_entry_pathname_utf8 (entry);
    guint position = g_hash_table_size (self->parts) + 1;

    if (archive_entry_is_data_encrypted (entry)) {
      set_password_error (self, error);
      return FALSE;
    }
    if (position > GREATEST_PARTS) {
      set_too_large_error (self, error);
      return FALSE;
    }
    if (path)
      g_hash_table_replace (self->parts, g_ascii_strdown (path, -1), GUINT_TO_POINTER (position));
  }
  if (status == ARCHIVE_EOF && g_hash_table_size (self->parts))
    return TRUE;
  set_no_workbook_error (self, error);
  return FALSE;
}

BvPackage *
bv_package_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (BvPackage) self = g_new0 (BvPackage, 1);
  struct archive *archive;
  gboolean listed;

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!check_container (self, error))
    return NULL;
  if (!bv_package_guard_directory (bytes)) {
    set_no_workbook_error (self, error);
    return NULL;
  }
  archive = open_archive (self);
  if (!archive) {
    set_no_workbook_error (self, error);
    return NULL;
  }
  listed = list_parts (self, archive, error);
  archive_read_free (archive);
  return listed ? g_steal_pointer (&self) : NULL;
}

const char *
bv_package_get_name (const BvPackage *self)
{
  return self->name;
}

gboolean
bv_package_has_part (const BvPackage *self, const char *part)
{
  g_autofree char *key = g_ascii_strdown (part, -1);

  return g_hash_table_contains (self->parts, key);
}

void
bv_package_fail (BvPackage *self, GError *error)
{
  if (self->failure)
    g_error_free (error);
  else
    self->failure = error;
}

/* Only when nobody reads attributes any more: stopping frees what they stand in. */
static void
stop_after_failure (BvPackage *self)
{
  if (self->failure)
    xmlStopParser (self->parser);
}

static void
start_cb (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **list)
{
  BvPackage *self = data;
  BvPackageAttributes attributes = { n_attributes, list };

  if (self->handler->start && !self->failure)
    self->handler->start (self->data, (const char *) name, &attributes);
  stop_after_failure (self);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  BvPackage *self = data;

  if (self->handler->end && !self->failure)
    self->handler->end (self->data, (const char *) name);
  stop_after_failure (self);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  BvPackage *self = data;

  if (self->handler->text && !self->failure)
    self->handler->text (self->data, (const char *) text, (gsize) length);
  stop_after_failure (self);
}

static void
dtd_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  BvPackage *self = data;

  bv_package_fail (self,
                   g_error_new (BV_ERROR,
                                BV_ERROR_INVALID,
                                _ ("“%s” defines words of its own (a DTD), which no workbook "
                                   "needs, so it is not read."),
                                self->name));
  stop_after_failure (self);
}

static void
silent_cb (void *data, const char *format, ...)
{
}

static xmlParserCtxtPtr
create_parser (BvPackage *self)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
    .internalSubset = dtd_cb,
    .warning = silent_cb,
    .error = silent_cb,
    .fatalError = silent_cb,
  };
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);

  xmlCtxtUseOptions (parser, XML_PARSE_NONET);
  return parser;
}

static gboolean
count_unpacked (BvPackage *self, gsize size, GError **error)
{
  self->unpacked += size;
  if (self->unpacked <= GREATEST_XML
      && (self->unpacked <= RATIO_FLOOR
          || self->unpacked / GREATEST_RATIO <= g_bytes_get_size (self->bytes)))
    return TRUE;
  set_too_large_error (self, error);
  return FALSE;
}

static gboolean
parse (BvPackage *self, const char *data, gsize size, BvPackageGuard *guard)
{
  return bv_package_guard_check (guard, data, size)
         && xmlParseChunk (self->parser, data, (int) size, 0) == 0 && self->parser->wellFormed;
}

static gboolean
stream (BvPackage *self,
        struct archive *archive,
        const char *part,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  BvPackageGuard guard = { 0 };
  la_ssize_t size;

  while ((size = archive_read_data (archive, buffer, CHUNK)) > 0) {
    gboolean good;

    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !count_unpacked (self, (gsize) size, error))
      return FALSE;
    good = parse (self, buffer, (gsize) size, &guard);
    if (self->failure) {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }
    if (!good) {
      bv_package_set_damaged (self, part, error);
      return FALSE;
    }
  }
  if (size == 0 && xmlParseChunk (self->parser, "", 0, 1) == 0 && self->parser->wellFormed
      && !self->failure)
    return TRUE;
  if (self->failure)
    g_propagate_error (error, g_steal_pointer (&self->failure));
  else
    bv_package_set_damaged (self, part, error);
  return FALSE;
}

/* The archive with @part as its next data; %NULL when it cannot be reached. */
static struct archive *
open_part (BvPackage *self, const char *part)
{
  g_autofree char *key = g_ascii_strdown (part, -1);
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->parts, key));
  struct archive *archive = position ? open_archive (self) : NULL;
  struct archive_entry *entry;

  while (archive) {
    int status = archive_read_next_header (archive, &entry);
    const char *path = status == ARCHIVE_OK || status == ARCHIVE_WARN
                           ? archive_entry_pathname_utf8 (entry)
                           : NULL;

    if (path && g_ascii_strcasecmp (path, part) == 0)
      return archive;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
      g_clear_pointer (&archive, archive_read_free);
  }
  return NULL;
}

gboolean
bv_package_read (BvPackage *self,
                 const char *part,
                 const BvPackageHandler *handler,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  struct archive *archive = open_part (self, part);
  gboolean done;

  if (!archive) {
    bv_package_set_damaged (self, part, error);
    return FALSE;
  }
  self->handler = handler;
  self->data = data;
  self->parser = create_parser (self);
  done = stream (self, archive, part, cancellable, error);
  if (self->parser->myDoc)
    xmlFreeDoc (self->parser->myDoc);
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
  archive_read_free (archive);
  return done;
}

gboolean
bv_package_find_attribute (const BvPackageAttributes *attributes,
                           const char *name,
                           const char **value,
                           gsize *length)
{
  for (int i = 0; i < attributes->n; i++) {
    const unsigned char **attribute = attributes->list + 5 * i;

    if (strcmp ((const char *) attribute[0], name) != 0)
      continue;
    *value = (const char *) attribute[3];
    *length = (gsize) (attribute[4] - attribute[3]);
    return TRUE;
  }
  return FALSE;
}

char *
bv_package_dup_attribute (const BvPackageAttributes *attributes, const char *name)
{
  const char *value;
  gsize length;

  return bv_package_find_attribute (attributes, name, &value, &length) ? g_strndup (value, length)
                                                                       : NULL;
}
