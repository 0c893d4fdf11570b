/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zip file that an Excel workbook is, with limits on what it may unpack to: names of its parts,
 * and the XML of one part as a stream of elements. */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct BvPackage BvPackage;

/** BvPackageAttributes: of the element that begins; good during the call only. */
typedef struct
{
  int n;
  const unsigned char **list;
} BvPackageAttributes;

/** BvPackageHandler: what is told of a part; names come without their namespace. */
typedef struct
{
  void (*start) (gpointer data, const char *name, const BvPackageAttributes *attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} BvPackageHandler;

/**
 * bv_package_open: @name is the file's name in messages. What is no zip file, has a password or is
 * a workbook of another kind is %BV_ERROR_INVALID with a sentence that says what to do.
 */
BvPackage *bv_package_open (GBytes *bytes, const char *name, GError **error);
void bv_package_free (BvPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPackage, bv_package_free)

const char *bv_package_get_name (const BvPackage *self);
gboolean bv_package_has_part (const BvPackage *self, const char *part);
/**
 * bv_package_read: the elements of @part ("xl/workbook.xml"), as they come. Refuses DTDs, broken
 * XML and what unpacks to more than a workbook that somebody made.
 */
gboolean bv_package_read (BvPackage *self,
                          const char *part,
                          const BvPackageHandler *handler,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);
/** bv_package_fail: for handlers: ends the reading with @error, which is taken. */
void bv_package_fail (BvPackage *self, GError *error);
/** bv_package_set_damaged: the sentence for a workbook whose parts do not fit together. */
void bv_package_set_damaged (const BvPackage *self, const char *part, GError **error);

/** bv_package_find_attribute: @value is not ended by a zero byte. */
gboolean bv_package_find_attribute (const BvPackageAttributes *attributes,
                                    const char *name,
                                    const char **value,
                                    gsize *length);
/** bv_package_dup_attribute: owned; %NULL when there is none. */
char *bv_package_dup_attribute (const BvPackageAttributes *attributes, const char *name);

G_END_DECLS
