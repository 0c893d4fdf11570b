/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided: decisions, the award history they make, publication and remarks. */
#include "config.h"

#include "bv-decisions-page.h"

#include "bv-award-list-page.h"
#include "bv-decision-list-page.h"
#include "bv-publication-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvDecisionsPage
{
  BvTabsPage parent_instance;
};

static const BvTab tabs[] = {
  { "decisions", N_ ("Decisions"), bv_decision_list_page_get_type },
  { "awards", N_ ("Award history"), bv_award_list_page_get_type },
  { "publications", N_ ("Publication and remarks"), bv_publication_list_page_get_type },
  { NULL },
};

G_DEFINE_FINAL_TYPE (BvDecisionsPage, bv_decisions_page, BV_TYPE_TABS_PAGE)

static void
bv_decisions_page_class_init (BvDecisionsPageClass *klass)
{
  BV_TABS_PAGE_CLASS (klass)->tabs = tabs;
}

static void
bv_decisions_page_init (BvDecisionsPage *self)
{
}
