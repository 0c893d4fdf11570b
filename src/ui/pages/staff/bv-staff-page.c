/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staff of the office. */
#include "config.h"

#include "bv-staff-page.h"

#include <glib/gi18n-lib.h>

struct _BvStaffPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvStaffPage, bv_staff_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "person-pledge", NULL };

static void
bv_staff_page_class_init (BvStaffPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_person_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-staff-symbolic";
  list_class->empty_title = N_ ("No staff yet");
  list_class->empty_text = N_ (
      "Add the people of the office; who pledges, achieves and is rewarded is chosen from them.");
  list_class->new_label = N_ ("Add a person");
  list_class->search_label = N_ ("Search names, positions, departments");
}

static void
bv_staff_page_init (BvStaffPage *self)
{
}
