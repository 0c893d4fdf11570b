/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonus and penalty points of the movement in hand. */
#include "config.h"

#include "bv-adjustments-page.h"

#include <glib/gi18n-lib.h>

struct _BvAdjustmentsPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvAdjustmentsPage, bv_adjustments_page, BV_TYPE_LIST_PAGE)

static void
bv_adjustments_page_class_init (BvAdjustmentsPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_adjustment_kind;
  list_class->icon_name = "bv-scores-symbolic";
  list_class->empty_title = N_ ("No bonus or penalty points");
  list_class->empty_text = N_ (
      "Add points beyond the contents here, each with its reason and document.");
  list_class->new_label = N_ ("Add bonus or penalty points");
  list_class->search_label = N_ ("Search subjects and reasons");
}

static void
bv_adjustments_page_init (BvAdjustmentsPage *self)
{
}
