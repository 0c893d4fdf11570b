/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The achievements of the movement in hand that wait to be verified, one after the other. */
#include "config.h"

#include "bv-verification-page.h"

#include <glib/gi18n-lib.h>

struct _BvVerificationPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvVerificationPage, bv_verification_page, BV_TYPE_LIST_PAGE)

static void
achievements_cb (BvPage *page)
{
  bv_page_show (page, "achievements", 0);
}

static void
bv_verification_page_class_init (BvVerificationPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_achievement_kind;
  list_class->icon_name = "bv-verification-symbolic";
  list_class->empty_title = N_ ("Nothing waits to be verified");
  list_class->empty_text = N_ ("Achievements that are sent for verification queue up here.");
  list_class->new_label = N_ ("_Go to achievements");
  list_class->search_label = N_ ("Search what waits");
  list_class->confined_field = "status";
  list_class->confined_value = "waiting";
  /* what is new is written down where all achievements stand */
  BV_PAGE_CLASS (klass)->new_row = NULL;
  BV_PAGE_CLASS (klass)->duplicate_row = NULL;
  BV_PAGE_CLASS (klass)->import_rows = NULL;
  BV_PAGE_CLASS (klass)->paste_rows = NULL;
  list_class->start = achievements_cb;
}

static void
bv_verification_page_init (BvVerificationPage *self)
{
}
