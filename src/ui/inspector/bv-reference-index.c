/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches typed words against the folded names of many rows. */
#include "config.h"

#include "bv-reference-index.h"

#include "bv-fold.h"

struct _BvReferenceIndex
{
  GPtrArray *references; /* BvReference, owned */
};

static gboolean
has_word (const char *folded, const char *word)
{
  const char *at = folded;

  while ((at = strstr (at, word))) {
    if (at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;
    at++;
  }
  return FALSE;
}

static gboolean
has_all (const char *folded, char **words)
{
  for (; *words; words++)
    if (**words && !has_word (folded, *words))
      return FALSE;
  return TRUE;
}

BvReferenceIndex *
bv_reference_index_new (GPtrArray *references)
{
  BvReferenceIndex *self = g_new0 (BvReferenceIndex, 1);

  self->references = references;
  return self;
}

void
bv_reference_index_free (BvReferenceIndex *self)
{
  g_ptr_array_unref (self->references);
  g_free (self);
}

GPtrArray *
bv_reference_index_match (const BvReferenceIndex *self, const char *typed, guint *n_more)
{
  g_autofree char *folded = bv_fold (typed);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  GPtrArray *matches = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < self->references->len; i++) {
    BvReference *reference = g_ptr_array_index (self->references, i);

    if (!has_all (reference->folded, words))
      continue;
    if (n++ < BV_REFERENCE_INDEX_SHOWN)
      g_ptr_array_add (matches, reference);
  }
  if (n_more)
    *n_more = n - matches->len;
  return matches;
}
