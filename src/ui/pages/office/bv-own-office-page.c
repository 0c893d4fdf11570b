/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office itself, the rules it goes by, and the award forms it may propose. */
#include "config.h"

#include "bv-own-office-page.h"

#include "bv-award-forms-page.h"
#include "bv-office-data-page.h"
#include "bv-rule-packs-page.h"

#include <glib/gi18n-lib.h>

struct _BvOwnOfficePage
{
  BvTabsPage parent_instance;
};

static const BvTab tabs[] = {
  { "data", N_ ("The office"), bv_office_data_page_get_type },
  { "rules", N_ ("Rule packs"), bv_rule_packs_page_get_type },
  { "award-forms", N_ ("Titles and forms of commendation"), bv_award_forms_page_get_type },
  { NULL },
};

G_DEFINE_FINAL_TYPE (BvOwnOfficePage, bv_own_office_page, BV_TYPE_TABS_PAGE)

static void
bv_own_office_page_class_init (BvOwnOfficePageClass *klass)
{
  BV_TABS_PAGE_CLASS (klass)->tabs = tabs;
}

static void
bv_own_office_page_init (BvOwnOfficePage *self)
{
}
