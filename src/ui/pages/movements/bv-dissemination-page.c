/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When each department told its staff of the movement in hand. */
#include "config.h"

#include "bv-dissemination-page.h"

#include <glib/gi18n-lib.h>

struct _BvDisseminationPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvDisseminationPage, bv_dissemination_page, BV_TYPE_LIST_PAGE)

static void
bv_dissemination_page_class_init (BvDisseminationPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_dissemination_kind;
  list_class->icon_name = "bv-movement-symbolic";
  list_class->empty_title = N_ ("Nobody is recorded as informed yet");
  list_class->empty_text = N_ ("Write down when and how each department made the movement known.");
  list_class->new_label = N_ ("Add a dissemination");
  list_class->search_label = N_ ("Search departments and means");
}

static void
bv_dissemination_page_init (BvDisseminationPage *self)
{
}
