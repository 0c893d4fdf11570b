/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the terms of an award form from the rule pack or from its row. */
#include "config.h"

#include "bv-award-terms.h"

#include "bv-query.h"
#include "bv-record.h"

/* What a form without a share of its own asks for, in basis points: more than half. */
#define HALF 5000

static void
read_award (BvAwardTerms *self, const BvRulePack *pack, const BvRuleAward *award)
{
  self->coefficient = award->coefficient;
  self->is_maximum = award->is_maximum;
  self->coefficient_confirmed = !bv_rule_pack_is_award_unconfirmed (
      pack, award->code, "coefficient_thousandths");
  self->by_head = award->decider == BV_DECIDER_DIRECTOR;
  self->vote_share = award->vote_share.denominator ? award->vote_share
                                                   : bv_share_from_basis_points (HALF);
  self->vote_confirmed = !bv_rule_pack_is_award_unconfirmed (pack, award->code, "vote_share");
  self->legal_reference = award->legal_reference;
  self->valid_from = award->valid_from;
  self->valid_to = award->valid_to ? award->valid_to : "";
}

static void
read_row (BvAwardTerms *self, BvRecord *form)
{
  self->coefficient = bv_record_is_null (form, "coefficient")
                          ? -1
                          : bv_record_get_integer (form, "coefficient");
  self->is_maximum = FALSE;
  self->coefficient_confirmed = bv_record_get_integer (form, "confirmed") != 0;
  self->by_head = g_str_equal (bv_record_get_text (form, "decider"), "director");
  self->vote_share = bv_share_from_basis_points (
      bv_record_is_null (form, "vote_share") ? HALF : bv_record_get_integer (form, "vote_share"));
  self->vote_confirmed = self->coefficient_confirmed;
  self->legal_reference = bv_record_get_text (form, "legal_reference");
  self->valid_from = bv_record_get_text (form, "valid_from");
  self->valid_to = bv_record_get_text (form, "valid_to");
}

void
bv_award_terms_read (BvAwardTerms *self, const BvRulePack *pack, BvRecord *form)
{
  const BvRuleAward *award = bv_rule_pack_find_award (pack, bv_record_get_text (form, "code"));

  if (award)
    read_award (self, pack, award);
  else
    read_row (self, form);
}

gboolean
bv_award_terms_load (
    BvAwardTerms *self, const BvRulePack *pack, BvOffice *office, gint64 form_id, GError **error)
{
  g_autoptr (BvRecord) form = bv_office_load (office, &bv_award_form_kind, form_id, error);

  if (!form)
    return FALSE;
  bv_award_terms_read (self, pack, form);
  self->legal_reference = self->valid_from = self->valid_to = NULL;
  return TRUE;
}

char *
bv_award_terms_list_of_head (const BvRulePack *pack, BvOffice *office, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_award_form_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, error);
  g_autoptr (GString) list = g_string_new (",");

  for (guint i = 0; ids && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    BvAwardTerms terms;
    if (!bv_award_terms_load (&terms, pack, office, id, error))
      return NULL;
    if (terms.by_head)
      g_string_append_printf (list, "%" G_GINT64_FORMAT ",", id);
  }
  return ids ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

gint64
bv_award_terms_get_bonus (const BvAwardTerms *self, const BvRulePack *pack, const char *day)
{
  const BvRuleSalary *salary = bv_rule_pack_find_salary (pack, day);

  if (!salary || self->coefficient < 0)
    return -1;
  return bv_bonus_amount (self->coefficient, salary->amount, pack->money.rounding);
}
