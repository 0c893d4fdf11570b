/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The column of the proposals that says whether each may be given. */
#include "config.h"

#include "bv-proposal-lights.h"

#include "bv-condition-light.h"

#include <glib/gi18n-lib.h>

#define WIDTH 150 /* "Chưa đủ dữ liệu" with its picture */

struct _BvProposalLights
{
  GObject parent_instance;

  BvListPage *page; /* borrowed */

  /* Owned */
  BvListMark *mark;
  BvEligibilityBook *book; /* nullable */
};

G_DEFINE_FINAL_TYPE (BvProposalLights, bv_proposal_lights, G_TYPE_OBJECT)

static void
show (GtkWidget *widget, BvRecord *proposal, gpointer data)
{
  BvProposalLights *self = data;
  BvEligibilityVerdict verdict = { .result = BV_ELIGIBILITY_NOT_TESTED, .check = BV_N_CHECKS };

  if (self->book != NULL && proposal != NULL)
    verdict = bv_eligibility_book_judge_proposal (self->book, bv_record_get_id (proposal));
  bv_condition_light_set_verdict (BV_CONDITION_LIGHT (widget), &verdict);
}

static void
bv_proposal_lights_finalize (GObject *object)
{
  BvProposalLights *self = BV_PROPOSAL_LIGHTS (object);

  g_clear_object (&self->mark);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (bv_proposal_lights_parent_class)->finalize (object);
}

static void
bv_proposal_lights_class_init (BvProposalLightsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_proposal_lights_finalize;
}

static void
bv_proposal_lights_init (BvProposalLights *self)
{
}

BvProposalLights *
bv_proposal_lights_new (BvListPage *page)
{
  BvProposalLights *self = g_object_new (BV_TYPE_PROPOSAL_LIGHTS, NULL);

  self->page = page;
  self->mark = bv_list_mark_new (_ ("Eligibility"), bv_condition_light_new, show, self);
  bv_list_page_add_mark (page, self->mark, WIDTH);
  return self;
}

void
bv_proposal_lights_refresh (BvProposalLights *self)
{
  BvPage *page = BV_PAGE (self->page);
  gint64 movement = bv_page_get_movement (page);
  GError *error = NULL;

  g_clear_object (&self->book);
  if (movement != 0)
    self->book = bv_eligibility_book_load (bv_page_get_office (page), movement, &error);
  if (error != NULL)
    bv_page_report (page, error);
  bv_list_mark_refresh (self->mark);
}
