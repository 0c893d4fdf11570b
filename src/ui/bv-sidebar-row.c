/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page in the sidebar: icon, name, how many rows. */
#include "config.h"

#include "bv-sidebar-row.h"

#include "bv-row-count.h"
#include "bv-tooltip.h"

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
  bv_tooltip_set (GTK_WIDGET (self), tooltip);
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
  guint n;

  g_return_if_fail (BV_IS_SIDEBAR_ROW (self));

  if (self->page->counted == NULL)
    return;
  /* an ornament: what is wrong with the file is told by the page itself */
  n = bv_row_count_up_to (self->page->counted,
                          office,
                          movement_id,
                          self->page->counted_field,
                          self->page->counted_value,
                          MOST_COUNTED + 1);
  text = n > MOST_COUNTED ? g_strdup_printf ("%d+", MOST_COUNTED) : g_strdup_printf ("%u", n);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}
