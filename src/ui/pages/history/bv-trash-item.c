/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deleted row as a list item. */
#include "config.h"

#include "bv-trash-item.h"

#include "bv-log-entry.h"

#include <glib/gi18n-lib.h>

struct _BvTrashItem
{
  GObject parent_instance;

  BvTrashEntry *entry; /* borrowed */
};

G_DEFINE_FINAL_TYPE (BvTrashItem, bv_trash_item, G_TYPE_OBJECT)

static void
bv_trash_item_class_init (BvTrashItemClass *klass)
{
}

static void
bv_trash_item_init (BvTrashItem *self)
{
}

BvTrashItem *
bv_trash_item_new (BvTrashEntry *entry)
{
  BvTrashItem *self = g_object_new (BV_TYPE_TRASH_ITEM, NULL);

  self->entry = entry;
  return self;
}

BvTrashEntry *
bv_trash_item_get_entry (BvTrashItem *self)
{
  g_return_val_if_fail (BV_IS_TRASH_ITEM (self), NULL);
  return self->entry;
}

char *
bv_trash_item_dup_context (BvTrashItem *self)
{
  BvTrashEntry *entry = self->entry;
  g_autofree char *time = bv_log_entry_format_time (entry->at);
  g_autofree char *with = NULL;
  g_autofree char *text = NULL;

  /* Translators: kind of the row, when it was deleted, by whom. */
  text = g_strdup_printf (
      _ ("%s · deleted %s · %s"), bv_kind_get_label (entry->kind), time, entry->actor);
  if (entry->n_dependants == 0)
    return g_steal_pointer (&text);
  with = g_strdup_printf (
      ngettext ("%u row went with it", "%u rows went with it", entry->n_dependants),
      entry->n_dependants);
  return g_strdup_printf ("%s · %s", text, with);
}
