/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions on awards of the movement in hand. */
#include "config.h"

#include "bv-decision-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvDecisionListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvDecisionListPage, bv_decision_list_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "decision", "certificate", NULL };

static void
bv_decision_list_page_class_init (BvDecisionListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_decision_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-decision-symbolic";
  list_class->empty_title = N_ ("No decision yet");
  list_class->empty_text = N_ (
      "When the head has signed, enter the decision here; the award history is written from it.");
  list_class->new_label = N_ ("Add a decision");
  list_class->search_label = N_ ("Search decisions");
}

static void
bv_decision_list_page_init (BvDecisionListPage *self)
{
}
