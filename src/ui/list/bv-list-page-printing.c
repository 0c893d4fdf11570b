/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a row to the documents about it. */
#include "config.h"

#include "bv-document-type.h"
#include "bv-list-page-private.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

static void
draw_up (BvListPage *self, const char *name)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const BvDocumentType *type = bv_document_type_find (name, NULL);
  g_autoptr (GArray) ids = bv_list_table_dup_selection (priv->table);
  gboolean of_all = type->about == BV_ABOUT_MOVEMENT
                    && BV_LIST_PAGE_GET_CLASS (self)->kind != &bv_movement_kind;

  if (!bv_page_flush (BV_PAGE (self)))
    return;
  if (of_all)
    g_array_set_size (ids, 0);
  else if (ids->len == 0) {
    bv_page_toast (BV_PAGE (self), _ ("Choose the row that the document is about first"), FALSE);
    return;
  }
  gtk_widget_activate_action (
      GTK_WIDGET (self),
      "win.draw-up",
      "(s@ax)",
      name,
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)));
}

static void
draw_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  draw_up (BV_LIST_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
bv_list_page_print (BvPage *page)
{
  draw_up (BV_LIST_PAGE (page), BV_LIST_PAGE_GET_CLASS (page)->documents[0]);
}

void
bv_list_page_class_set_documents (BvListPageClass *klass, const char *const *names)
{
  klass->documents = names;
  BV_PAGE_CLASS (klass)->print = bv_list_page_print;
}

void
bv_list_page_install_printing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.draw-up", "s", draw_up_action);
}

GMenuModel *
bv_list_page_make_print_menu (BvListPage *self)
{
  const char *const *names = BV_LIST_PAGE_GET_CLASS (self)->documents;
  GMenu *menu = g_menu_new ();

  for (; names != NULL && *names != NULL; names++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (
        bv_document_type_get_title (bv_document_type_find (*names, NULL)), NULL);

    g_menu_item_set_action_and_target (item, "list.draw-up", "s", *names);
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

GtkWidget *
bv_list_page_build_print (BvListPage *self)
{
  const char *label = _ ("Print a document… (Ctrl+P)");
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *button;

  if (BV_LIST_PAGE_GET_CLASS (self)->documents == NULL)
    return NULL;
  menu = bv_list_page_make_print_menu (self);
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "printer-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  bv_tooltip_set (button, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}
