/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many ids are meant: a bit each, for ids of one file stand close together. */
#include "config.h"

#include "bv-id-set.h"

/* 8 KiB a page: a file of a million rows has some sixteen. */
#define PAGE_BITS 16
#define WORD_BITS 64

typedef struct
{
  gint64 number; /* the ids' higher bits */
  guint64 words[(1 << PAGE_BITS) / WORD_BITS];
} Page;

struct BvIdSet
{
  GHashTable *pages; /* number -> Page, owned */
  Page *last;        /* nullable: most ids lie where the one before did */
};

static Page *
find_page (BvIdSet *self, gint64 id)
{
  gint64 number = id >> PAGE_BITS;

  if (!self->last || self->last->number != number)
    self->last = g_hash_table_lookup (self->pages, &number);
  return self->last;
}

static guint64 *
find_word (Page *page, gint64 id)
{
  return &page->words[(id & ((1 << PAGE_BITS) - 1)) / WORD_BITS];
}

static guint64
get_bit (gint64 id)
{
  return G_GUINT64_CONSTANT (1) << (id & (WORD_BITS - 1));
}

static Page *
make_page (BvIdSet *self, gint64 id)
{
  Page *page = g_new0 (Page, 1);

  page->number = id >> PAGE_BITS;
  g_hash_table_insert (self->pages, &page->number, page);
  return page;
}

BvIdSet *
bv_id_set_new (const GArray *ids)
{
  BvIdSet *self = g_new0 (BvIdSet, 1);

  self->pages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  for (guint i = 0; ids && i < ids->len; i++)
    bv_id_set_add (self, g_array_index (ids, gint64, i));
  return self;
}

gboolean
bv_id_set_add (BvIdSet *self, gint64 id)
{
  Page *page = find_page (self, id);
  guint64 *word = find_word (page ? page : make_page (self, id), id);
  gboolean fresh = (*word & get_bit (id)) == 0;

  *word |= get_bit (id);
  return fresh;
}

void
bv_id_set_remove (BvIdSet *self, gint64 id)
{
  Page *page = find_page (self, id);

  if (page)
    *find_word (page, id) &= ~get_bit (id);
}

gboolean
bv_id_set_contains (BvIdSet *self, gint64 id)
{
  Page *page = find_page (self, id);

  return page && (*find_word (page, id) & get_bit (id)) != 0;
}

void
bv_id_set_free (BvIdSet *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}
