/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The councils of the office, each with its members. */
#include "config.h"

#include "bv-council-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvCouncilListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvCouncilListPage, bv_council_list_page, BV_TYPE_LIST_PAGE)

static void
bv_council_list_page_class_init (BvCouncilListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_council_kind;
  list_class->icon_name = "bv-staff-symbolic";
  list_class->empty_title = N_ ("No council yet");
  list_class->empty_text = N_ (
      "Add the council by its founding decision, then its members on the right.");
  list_class->new_label = N_ ("Add a council");
  list_class->search_label = N_ ("Search councils");
}

static void
bv_council_list_page_init (BvCouncilListPage *self)
{
}
