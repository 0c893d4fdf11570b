/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Movements, and what belongs to the movement in hand: contents, dissemination, quotas, points. */
#include "config.h"

#include "bv-movements-page.h"

#include "bv-adjustments-page.h"
#include "bv-criteria-page.h"
#include "bv-dissemination-page.h"
#include "bv-inspection-page.h"
#include "bv-movement-list-page.h"
#include "bv-quotas-page.h"
#include "bv-submissions-page.h"

#include <glib/gi18n-lib.h>

struct _BvMovementsPage
{
  BvTabsPage parent_instance;
};

static const BvTab tabs[] = {
  { "movements", N_ ("Movements"), bv_movement_list_page_get_type },
  { "criteria", N_ ("Contents"), bv_criteria_page_get_type },
  { "dissemination", N_ ("Dissemination"), bv_dissemination_page_get_type },
  { "inspections", N_ ("Inspections"), bv_inspection_page_get_type },
  { "submissions", N_ ("Department forms"), bv_submissions_page_get_type },
  { "quotas", N_ ("Quotas"), bv_quotas_page_get_type },
  { "adjustments", N_ ("Bonus and penalty points"), bv_adjustments_page_get_type },
  { NULL },
};

G_DEFINE_FINAL_TYPE (BvMovementsPage, bv_movements_page, BV_TYPE_TABS_PAGE)

static void
bv_movements_page_class_init (BvMovementsPageClass *klass)
{
  BV_TABS_PAGE_CLASS (klass)->tabs = tabs;
}

static void
bv_movements_page_init (BvMovementsPage *self)
{
}
