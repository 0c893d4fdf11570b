/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed sentences of a document as an office words them. */
#pragma once
#include "bv-document-type.h"

G_BEGIN_DECLS

/** bv_wording_load: the office's own texts by name of the sentence; owned. Fails with a sentence
 * when one of them has a placeholder that is not known. */
GHashTable *bv_wording_load (BvOffice *office, const BvDocumentType *type, GError **error);
/** bv_wording_dup: the text of @sentence as it will be printed; @own (nullable) tells whether the
 * office has worded it. */
char *bv_wording_dup (BvOffice *office,
                      const BvDocumentType *type,
                      const BvSentence *sentence,
                      gboolean *own,
                      GError **error);
/** bv_wording_check: whether every placeholder in @text is known to documents of @type. */
gboolean bv_wording_check (const BvDocumentType *type, const char *text, GError **error);
/** bv_wording_save: as one undoable step; the text as delivered, or %NULL, takes the own one away.
 */
gboolean bv_wording_save (BvOffice *office,
                          const BvDocumentType *type,
                          const BvSentence *sentence,
                          const char *text,
                          GError **error);

G_END_DECLS
