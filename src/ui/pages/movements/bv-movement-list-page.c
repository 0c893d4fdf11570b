/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emulation movements of the office. */
#include "config.h"

#include "bv-movement-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvMovementListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvMovementListPage, bv_movement_list_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "launch", "report", NULL };

static void
bv_movement_list_page_class_init (BvMovementListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

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
