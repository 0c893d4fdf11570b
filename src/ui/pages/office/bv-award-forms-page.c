/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The titles and forms of commendation that the law knows. */
#include "config.h"

#include "bv-award-forms-page.h"

#include "bv-number.h"

#include <glib/gi18n-lib.h>

struct _BvAwardFormsPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvAwardFormsPage, bv_award_forms_page, BV_TYPE_LIST_PAGE)

/* "19 rows · 12 coefficients to be confirmed" */
static char *
dup_subtitle (BvListPage *page, guint shown, guint all)
{
  BvListPageClass *parent = BV_LIST_PAGE_CLASS (bv_award_forms_page_parent_class);
  g_autofree char *count = parent->dup_subtitle (page, shown, all);
  guint unconfirmed = bv_list_page_count (page, "confirmed", "0");
  g_autofree char *number = bv_number_format_integer (unconfirmed);
  g_autofree char *rest = NULL;

  if (unconfirmed == 0)
    return g_steal_pointer (&count);
  rest = g_strdup_printf (
      ngettext ("%s coefficient to be confirmed", "%s coefficients to be confirmed", unconfirmed),
      number);
  return g_strdup_printf ("%s · %s", count, rest);
}

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
  list_class->dup_subtitle = dup_subtitle;
  list_class->search_label = N_ ("Search award forms");
}

static void
bv_award_forms_page_init (BvAwardFormsPage *self)
{
}
