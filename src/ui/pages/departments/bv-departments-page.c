/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The departments of the office. */
#include "config.h"

#include "bv-departments-page.h"

#include "bv-action-button.h"
#include "bv-merge-window.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvDepartmentsPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvDepartmentsPage, bv_departments_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "unit-pledge", NULL };

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPage *page = BV_PAGE (widget);

  if (bv_office_is_writable (bv_page_get_office (page)) && bv_page_flush (page))
    bv_merge_window_open (page, bv_list_page_get_selected (BV_LIST_PAGE (page)));
}

static void
bv_departments_page_constructed (GObject *object)
{
  GtkWidget *button = bv_action_button_new (_ ("_Merge or rename…"), "departments.merge", NULL);

  G_OBJECT_CLASS (bv_departments_page_parent_class)->constructed (object);
  bv_tooltip_set (button, _ ("From a day on; old lists stay as they were"));
  bv_list_page_add_tool (BV_LIST_PAGE (object), button);
}

static void
bv_departments_page_class_init (BvDepartmentsPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_departments_page_constructed;
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "departments.merge", NULL, merge_action);
  list_class->kind = &bv_department_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->row_label = N_ ("_Merge or rename…");
  list_class->row_action = "departments.merge";
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
