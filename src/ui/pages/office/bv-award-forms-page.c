/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The titles and forms of commendation that the law knows. */
#include "config.h"

#include "bv-award-forms-page.h"

#include <glib/gi18n-lib.h>

struct _BvAwardFormsPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvAwardFormsPage, bv_award_forms_page, BV_TYPE_LIST_PAGE)

static void
bv_award_forms_page_class_init (BvAwardFormsPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_award_form_kind;
  list_class->icon_name = "bv-proposal-symbolic";
  list_class->empty_title = N_ ("No award forms yet");
  list_class->empty_text = N_ (
      "Add the titles and forms of commendation that the office may propose.");
  list_class->new_label = N_ ("Add an award form");
  list_class->search_label = N_ ("Search award forms");
}

static void
bv_award_forms_page_init (BvAwardFormsPage *self)
{
}
