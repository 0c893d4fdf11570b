/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The departments of the office. */
#include "config.h"

#include "bv-departments-page.h"

#include <glib/gi18n-lib.h>

struct _BvDepartmentsPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvDepartmentsPage, bv_departments_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "unit-pledge", NULL };

static void
bv_departments_page_class_init (BvDepartmentsPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_department_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-department-symbolic";
  list_class->empty_title = N_ ("No departments yet");
  list_class->empty_text = N_ ("Add the divisions, the bureau and the centres of the office, in "
                               "the order of official lists.");
  list_class->new_label = N_ ("Add a department");
  list_class->search_label = N_ ("Search departments");
}

static void
bv_departments_page_init (BvDepartmentsPage *self)
{
}
