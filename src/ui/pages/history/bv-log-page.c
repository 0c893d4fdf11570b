/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: every change, and the rows that were deleted. */
#include "config.h"

#include "bv-log-page.h"

#include "bv-history-page.h"
#include "bv-trash-page.h"

#include <glib/gi18n-lib.h>

struct _BvLogPage
{
  BvTabsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvLogPage, bv_log_page, BV_TYPE_TABS_PAGE)

static const BvTab tabs[] = {
  { "steps", N_ ("All changes"), bv_history_page_get_type },
  { "deleted", N_ ("Deleted rows"), bv_trash_page_get_type },
  { NULL },
};

/* @id is a step. */
static void
bv_log_page_show_row (BvPage *page, gint64 id)
{
  BvPage *shown;

  if (!bv_tabs_page_show (BV_TABS_PAGE (page), "steps"))
    return;
  shown = bv_tabs_page_get_shown (BV_TABS_PAGE (page));
  if (shown != NULL)
    BV_PAGE_GET_CLASS (shown)->show_row (shown, id);
}

static void
bv_log_page_class_init (BvLogPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  BV_TABS_PAGE_CLASS (klass)->tabs = tabs;
  page_class->show_row = bv_log_page_show_row;
  /* what happened is not made or deleted by hand */
  page_class->new_row = NULL;
  page_class->duplicate_row = NULL;
  page_class->delete_rows = NULL;
  page_class->edit = NULL;
  page_class->import_rows = NULL;
  page_class->paste_rows = NULL;
}

static void
bv_log_page_init (BvLogPage *self)
{
}
