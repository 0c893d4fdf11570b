/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each of many ids stands: an array each, for ids of one file stand close together. */
#include "config.h"

#include "bv-id-map.h"

#define PAGE_BITS 7

typedef struct
{
  gint64 number;                /* the ids' higher bits */
  guint places[1 << PAGE_BITS]; /* from 1; 0 = none */
} Page;

struct BvIdMap
{
  GHashTable *pages; /* number -> Page, owned */
  Page *last;        /* nullable: most ids lie where the one before did */
};

static Page *
find_page (BvIdMap *self, gint64 id)
{
  gint64 number = id >> PAGE_BITS;

  if (!self->last || self->last->number != number)
    self->last = g_hash_table_lookup (self->pages, &number);
  return self->last;
}

static guint *
find_place (Page *page, gint64 id)
{
  return &page->places[id & ((1 << PAGE_BITS) - 1)];
}

BvIdMap *
bv_id_map_new (void)
{
  BvIdMap *self = g_new0 (BvIdMap, 1);

  self->pages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
bv_id_map_set (BvIdMap *self, gint64 id, guint place)
{
  Page *page = find_page (self, id);

  if (!page) {
    page = self->last = g_new0 (Page, 1);
    page->number = id >> PAGE_BITS;
    g_hash_table_insert (self->pages, &page->number, page);
  }
  *find_place (page, id) = place + 1;
}

gboolean
bv_id_map_find (BvIdMap *self, gint64 id, guint *place)
{
  Page *page = find_page (self, id);
  guint found = page ? *find_place (page, id) : 0;

  if (found > 0)
    *place = found - 1;
  return found > 0;
}

void
bv_id_map_free (BvIdMap *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}
