/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an award form brings with it in a movement: by the movement's rule pack when the pack knows
 * the form's code, else by the row of the form itself. */
#pragma once
#include "bv-office.h"
#include "bv-rule-pack.h"

G_BEGIN_DECLS

/**
 * BvAwardTerms:
 * @coefficient: thousandths of the base salary, -1 when nobody has said
 * @coefficient_confirmed: whether a text in force or a document of the office says so
 * @by_head: the head of the office decides, else the office only proposes
 * @vote_share: more than half when nothing is said
 * @legal_reference: borrowed from the pack or the row
 */
typedef struct
{
  gint64 coefficient;
  gboolean is_maximum;
  gboolean coefficient_confirmed;
  gboolean by_head;
  BvShare vote_share;
  gboolean vote_confirmed;
  const char *legal_reference;
  const char *valid_from; /* "" when open */
  const char *valid_to;
} BvAwardTerms;

/** bv_award_terms_read: @form is a row of award forms and must outlive @self, like @pack. */
void bv_award_terms_read (BvAwardTerms *self, const BvRulePack *pack, BvRecord *form);
/** bv_award_terms_load: the same by id; only figures are filled, no texts. */
gboolean bv_award_terms_load (
    BvAwardTerms *self, const BvRulePack *pack, BvOffice *office, gint64 form_id, GError **error);
/** bv_award_terms_list_of_head: ids ",1,2," of the forms that the head of the office decides;
 * owned. */
char *bv_award_terms_list_of_head (const BvRulePack *pack, BvOffice *office, GError **error);
/** bv_award_terms_get_bonus: in đồng for one award decided on @day, -1 when it is not known. */
gint64 bv_award_terms_get_bonus (const BvAwardTerms *self, const BvRulePack *pack, const char *day);

G_END_DECLS
