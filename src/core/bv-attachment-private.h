/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading and storing of evidence share. */
#pragma once
#include "bv-attachment.h"

struct BvAttachmentSource
{
  char *name;
  gint64 size;
  char *media_type;
  char *sha256;
  GBytes *bytes; /* nullable: the file is read again */
  GFile *file;   /* nullable; with its state when it was hashed */
  char *etag;
};

/** _bv_attachment_tell: says what the system refused; errors that are sentences already are passed
 * on. Takes @refused. */
gboolean _bv_attachment_tell (GError *refused, const char *name, GError **error);
/** _bv_attachment_find_content: id of the content; 0 without @error: not there yet. */
gint64 _bv_attachment_find_content (BvDatabase *database, const char *sha256, GError **error);
GInputStream *
_bv_attachment_source_open (BvAttachmentSource *self, GCancellable *cancellable, GError **error);
/** _bv_attachment_source_check_unchanged: somebody may save the file in another program just while
 * it is read. */
gboolean _bv_attachment_source_check_unchanged (BvAttachmentSource *self, GError **error);
