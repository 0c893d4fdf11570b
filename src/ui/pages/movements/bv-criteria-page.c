/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents of the movement in hand. */
#include "config.h"

#include "bv-criteria-page.h"

#include <glib/gi18n-lib.h>

struct _BvCriteriaPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvCriteriaPage, bv_criteria_page, BV_TYPE_LIST_PAGE)

static void
bv_criteria_page_class_init (BvCriteriaPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_criterion_kind;
  list_class->icon_name = "bv-movement-symbolic";
  list_class->empty_title = N_ ("No contents yet");
  list_class->empty_text = N_ (
      "Add the contents of the launch notice with the greatest points of each.");
  list_class->new_label = N_ ("Add a content");
  list_class->search_label = N_ ("Search contents");
}

static void
bv_criteria_page_init (BvCriteriaPage *self)
{
}
