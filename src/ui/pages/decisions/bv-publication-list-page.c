/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the proposals were made public, and what was said of them. */
#include "config.h"

#include "bv-publication-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvPublicationListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvPublicationListPage, bv_publication_list_page, BV_TYPE_LIST_PAGE)

static void
bv_publication_list_page_class_init (BvPublicationListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_publication_kind;
  list_class->icon_name = "bv-movement-symbolic";
  list_class->empty_title = N_ ("Nothing made public yet");
  list_class->empty_text = N_ (
      "Add the days on which the proposals lie open; remarks are entered on the right.");
  list_class->new_label = N_ ("Add a publication");
  list_class->search_label = N_ ("Search publications");
}

static void
bv_publication_list_page_init (BvPublicationListPage *self)
{
}
