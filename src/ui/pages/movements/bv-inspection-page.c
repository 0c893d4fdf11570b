/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What inspections of the movement in hand found. */
#include "config.h"

#include "bv-inspection-page.h"

#include <glib/gi18n-lib.h>

struct _BvInspectionPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvInspectionPage, bv_inspection_page, BV_TYPE_LIST_PAGE)

static void
bv_inspection_page_class_init (BvInspectionPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_inspection_kind;
  list_class->icon_name = "bv-movement-symbolic";
  list_class->empty_title = N_ ("No inspection yet");
  list_class->empty_text = N_ ("Write down what was looked at in which department, what was found, "
                               "and what has to be mended.");
  list_class->new_label = N_ ("Add an inspection");
  list_class->search_label = N_ ("Search inspections, departments, findings");
}

static void
bv_inspection_page_init (BvInspectionPage *self)
{
}
