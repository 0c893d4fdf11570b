/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many may be proposed in the movement in hand. */
#include "config.h"

#include "bv-quotas-page.h"

#include <glib/gi18n-lib.h>

struct _BvQuotasPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvQuotasPage, bv_quotas_page, BV_TYPE_LIST_PAGE)

static void
bv_quotas_page_class_init (BvQuotasPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_quota_kind;
  list_class->icon_name = "bv-proposal-symbolic";
  list_class->empty_title = N_ ("No quotas yet");
  list_class->empty_text = N_ (
      "Add the rate for each award form; proposals follow it down the ranking.");
  list_class->new_label = N_ ("Add a quota");
  list_class->search_label = N_ ("Search award forms");
}

static void
bv_quotas_page_init (BvQuotasPage *self)
{
}
