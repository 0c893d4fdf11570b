/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A danh hiệu thi đua or hình thức khen thưởng of the law; one merged catalogue. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-record.h"
#include "bv-rule-book.h"

#include <glib/gi18n-lib.h>

static const BvChoice types[] = {
  { "title", N_ ("Emulation title"), NULL },
  { "form", N_ ("Form of commendation"), NULL },
  { NULL },
};

static const BvChoice subject_types[] = {
  { "collective", N_ ("Collective"), NULL },
  { "individual", N_ ("Individual"), NULL },
  { NULL },
};

static const BvChoice levels[] = {
  { "office", N_ ("Office level"), NULL },
  { "province", N_ ("Province level"), NULL },
  { "ministry", N_ ("Ministry level"), NULL },
  { "state", N_ ("State level"), NULL },
  { NULL },
};

static const BvChoice deciders[] = {
  { "director", N_ ("Head of the office"), NULL },
  { "province-chairman", N_ ("Chairman of the provincial People's Committee"), NULL },
  { "minister", N_ ("Minister"), NULL },
  { "prime-minister", N_ ("Prime Minister"), NULL },
  { NULL },
};

static const BvChoice cycles[] = {
  { "year", N_ ("Yearly"), NULL },
  { "occasion", N_ ("Each occasion"), NULL },
  { "once", N_ ("Once"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "name",
    BV_FIELD_TEXT,
    N_ ("Award form"),
    NULL,
    N_ ("Award form"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_KEYED | BV_FIELD_MAIN,
    .maximum = 200 },
  { "code",
    BV_FIELD_TEXT,
    N_ ("Code"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MINOR,
    .maximum = 40,
    .width = 10 },
  { "type",
    BV_FIELD_CHOICE,
    N_ ("Kind"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .choices = types,
    .initial = "form",
    .width = 20 },
  { "subject_type",
    BV_FIELD_CHOICE,
    N_ ("For"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = subject_types,
    .initial = "individual",
    .width = 10 },
  { "level",
    BV_FIELD_CHOICE,
    N_ ("Level"),
    .flags = BV_FIELD_LISTED,
    .choices = levels,
    .initial = "office",
    .width = 12 },
  { "decider", BV_FIELD_CHOICE, N_ ("Who decides"), .choices = deciders, .initial = "director" },
  { "cycle", BV_FIELD_CHOICE, N_ ("How often"), .choices = cycles, .initial = "occasion" },
  { "coefficient",
    BV_FIELD_INTEGER,
    N_ ("Bonus coefficient (thousandths)"),
    N_ ("300 is 0.3 of the base salary; a form that the rule pack knows by its code goes by the "
        "pack"),
    N_ ("Bonus and vote"),
    BV_FIELD_LISTED,
    .maximum = 100000,
    .width = 10 },
  { "vote_share",
    BV_FIELD_PERCENT,
    N_ ("Share of votes needed"),
    N_ ("A form that the rule pack knows goes by the pack"),
    .maximum = 10000 },
  { "legal_reference", BV_FIELD_TEXT, N_ ("Legal reference"), NULL, N_ ("Law"), .maximum = 200 },
  { "valid_from", BV_FIELD_DATE, N_ ("Valid from") },
  { "valid_to", BV_FIELD_DATE, N_ ("Valid until") },
  { "confirmed",
    BV_FIELD_BOOLEAN,
    N_ ("Bonus coefficient confirmed by the office"),
    N_ ("Until then it is shown as to be confirmed"),
    .flags = BV_FIELD_LISTED,
    .initial = "0",
    .width = 10 },
};

/* What people use though no such award exists is refused with the reason that the rules give. */
static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  const char *from = bv_record_get_text (record, "valid_from");
  g_autoptr (BvRulePack) pack = bv_rule_book_choose (office, *from ? from : NULL, error);
  const BvRuleRefusal *refusal = pack ? bv_rule_pack_find_refusal (
                                     pack, bv_record_get_text (record, "name"))
                                      : NULL;

  if (refusal)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("There is no “%s”. %s"),
                 bv_record_get_text (record, "name"),
                 refusal->reason);
  return pack && !refusal && bv_kind_checks_date_order (record, "valid_from", "valid_to", error);
}

const BvKind bv_award_form_kind = {
  .table = "award_form",
  .label = N_ ("award form"),
  .plural = N_ ("Award forms"),
  .flags = 0,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "name",
  .order_field = "name",
  .check = check,
};
