/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every award of the office, of this movement and of earlier ones. */
#include "config.h"

#include "bv-award-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvAwardListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvAwardListPage, bv_award_list_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "certificate", NULL };

static void
bv_award_list_page_class_init (BvAwardListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_award_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-proposal-symbolic";
  list_class->empty_title = N_ ("No awards yet");
  list_class->empty_text = N_ (
      "Add awards given before; later movements are checked against them.");
  list_class->new_label = N_ ("Add an award");
  list_class->search_label = N_ ("Search people, decisions");
}

static void
bv_award_list_page_init (BvAwardListPage *self)
{
}
