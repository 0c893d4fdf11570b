/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page in the sidebar: icon, name, how many rows. */
#include "config.h"

#include "bv-sidebar-row.h"

#include <glib/gi18n-lib.h>

/* Counting further costs more than the number is worth. */
#define MOST_COUNTED 9999

struct _BvSidebarRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed */
  const BvPageInfo *page;

  /* Widgets */
  GtkLabel *count;
};

G_DEFINE_TYPE (BvSidebarRow, bv_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static gint64
count_rows (const BvPageInfo *page, BvOffice *office, gint64 movement_id)
{
  g_autoptr (GString) where = g_string_new ("WHERE 1");
  g_autofree char *sql = NULL;
  gint64 n = 0;

  if (page->counted->flags & BV_KIND_IN_MOVEMENT)
    g_string_append_printf (where, " AND movement_id = %" G_GINT64_FORMAT, movement_id);
  if (page->counted_field != NULL)
    g_string_append_printf (where, " AND %s = '%s'", page->counted_field, page->counted_value);
  sql = g_strdup_printf ("SELECT count(*) FROM (SELECT 1 FROM %s %s LIMIT %d)",
                         page->counted->table,
                         where->str,
                         MOST_COUNTED + 1);

  /* a count is an ornament: what is wrong with the file is told by the page itself */
  bv_database_query_integer (bv_office_get_database (office), sql, &n, NULL);
  return n;
}

static void
bv_sidebar_row_class_init (BvSidebarRowClass *klass)
{
}

static void
bv_sidebar_row_init (BvSidebarRow *self)
{
}

GtkWidget *
bv_sidebar_row_new (const BvPageInfo *page, guint position)
{
  BvSidebarRow *self = g_object_new (BV_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ (page->title));
  g_autofree char *tooltip = position < 10 ? g_strdup_printf (
                                 "%s (Alt+%u)", _ (page->title), (position + 1) % 10)
                                           : g_strdup (_ (page->title));

  self->page = page;
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count");
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_CENTER);
  gtk_widget_hide (GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (page->title), -1);
  return GTK_WIDGET (self);
}

const BvPageInfo *
bv_sidebar_row_get_page (BvSidebarRow *self)
{
  g_return_val_if_fail (BV_IS_SIDEBAR_ROW (self), NULL);
  return self->page;
}

void
bv_sidebar_row_count (BvSidebarRow *self, BvOffice *office, gint64 movement_id)
{
  g_autofree char *text = NULL;
  gint64 n;

  g_return_if_fail (BV_IS_SIDEBAR_ROW (self));

  if (self->page->counted == NULL)
    return;
  n = count_rows (self->page, office, movement_id);
  text = n > MOST_COUNTED ? g_strdup_printf ("%d+", MOST_COUNTED) : g_strdup_printf ("%d", (int) n);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}
