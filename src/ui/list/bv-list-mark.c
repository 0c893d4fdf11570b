/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of a list that no field stores: a small widget for each row, filled by its page. */
#include "config.h"

#include "bv-list-mark.h"

struct _BvListMark
{
  GObject parent_instance;

  const char *title; /* static */
  GtkWidget *(*create) (void);
  BvListMarkShow show;
  gpointer data;

  /* Owned array of borrowed items in sight */
  GPtrArray *items; /* GtkListItem */
};

G_DEFINE_FINAL_TYPE (BvListMark, bv_list_mark, G_TYPE_OBJECT)

static void
show (BvListMark *self, GtkListItem *item)
{
  self->show (
      gtk_list_item_get_child (item), BV_RECORD (gtk_list_item_get_item (item)), self->data);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvListMark *self)
{
  gtk_list_item_set_child (item, self->create ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvListMark *self)
{
  g_ptr_array_add (self->items, item);
  show (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvListMark *self)
{
  g_ptr_array_remove_fast (self->items, item);
}

static void
bv_list_mark_finalize (GObject *object)
{
  g_ptr_array_unref (BV_LIST_MARK (object)->items);
  G_OBJECT_CLASS (bv_list_mark_parent_class)->finalize (object);
}

static void
bv_list_mark_class_init (BvListMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_list_mark_finalize;
}

static void
bv_list_mark_init (BvListMark *self)
{
  self->items = g_ptr_array_new ();
}

BvListMark *
bv_list_mark_new (const char *title,
                  GtkWidget *(*create) (void),
                  BvListMarkShow func,
                  gpointer data)
{
  BvListMark *self = g_object_new (BV_TYPE_LIST_MARK, NULL);

  self->title = title;
  self->create = create;
  self->show = func;
  self->data = data;
  return self;
}

GtkColumnViewColumn *
bv_list_mark_create_column (BvListMark *self, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (self->title, factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_column_view_column_set_fixed_width (column, width);
  return column;
}

void
bv_list_mark_refresh (BvListMark *self)
{
  for (guint i = 0; i < self->items->len; i++)
    show (self, g_ptr_array_index (self->items, i));
}
