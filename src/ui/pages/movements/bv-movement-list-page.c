/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emulation movements of the office. */
#include "config.h"

#include "bv-movement-list-page.h"

#include "bv-movement-clone.h"

#include <glib/gi18n-lib.h>

struct _BvMovementListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvMovementListPage, bv_movement_list_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "launch", "report", NULL };

/* The row chosen, else the movement in hand; the new one opens beside the list, to be gone over. */
static void
clone_cb (BvMovementListPage *self)
{
  BvPage *page = BV_PAGE (self);
  BvOffice *office = bv_page_get_office (page);
  gint64 id = bv_list_page_get_selected (BV_LIST_PAGE (self));
  GError *error = NULL;

  if (!id)
    id = bv_page_get_movement (page);
  if (!id || !bv_office_is_writable (office) || !bv_page_flush (page))
    return;
  id = bv_movement_clone (office, id, &error);
  if (!id) {
    bv_page_report (page, error);
    return;
  }
  bv_list_page_show_row (BV_LIST_PAGE (self), id);
  bv_page_toast (page, _ ("The movement is cloned a year later: check its title and period"), TRUE);
}

static void
bv_movement_list_page_constructed (GObject *object)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Clone the movement"));

  G_OBJECT_CLASS (bv_movement_list_page_parent_class)->constructed (object);
  gtk_widget_set_tooltip_text (
      button,
      _ ("A new one a year later, with its contents and quotas, without pledges and scores"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clone_cb), object);
  bv_list_page_add_tool (BV_LIST_PAGE (object), button);
}

static void
bv_movement_list_page_class_init (BvMovementListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_movement_list_page_constructed;
  list_class->kind = &bv_movement_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-movement-symbolic";
  list_class->empty_title = N_ ("No movement yet");
  list_class->empty_text = N_ (
      "Create the movement as its launch notice says: title, period, contents.");
  list_class->new_label = N_ ("Create a movement");
  list_class->search_label = N_ ("Search movements");
}

static void
bv_movement_list_page_init (BvMovementListPage *self)
{
}
