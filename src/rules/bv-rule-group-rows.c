/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule pack lists: legal texts, awards, refused names, base salaries. */
#include "config.h"

#include "bv-rule-pack-private.h"

#include <glib/gi18n-lib.h>

/* Decimal places of scaled numbers. */
#define THOUSANDTHS 3

static const BvRuleWord award_types[] = {
  { "title", N_ ("Emulation title") },
  { "form", N_ ("Form of commendation") },
  { NULL },
};

static const BvRuleWord subjects[] = {
  { "collective", N_ ("Collective") },
  { "individual", N_ ("Individual") },
  { NULL },
};

static const BvRuleWord levels[] = {
  { "office", N_ ("Office level") },
  { "province", N_ ("Province level") },
  { "ministry", N_ ("Ministry level") },
  { "state", N_ ("State level") },
  { NULL },
};

static const BvRuleWord deciders[] = {
  { "director", N_ ("Head of the office") },
  { "province-chairman", N_ ("Chairman of the provincial People's Committee") },
  { "minister", N_ ("Minister") },
  { "prime-minister", N_ ("Prime Minister") },
  { NULL },
};

static const BvRuleWord cycles[] = {
  { "year", N_ ("Yearly") },
  { "occasion", N_ ("Each occasion") },
  { "once", N_ ("Once") },
  { NULL },
};

static const BvRuleField head_fields[] = {
  { "code",
    BV_RULE_TEXT,
    N_ ("Code"),
    N_ ("Short, and never used twice: 2025"),
    G_STRUCT_OFFSET (BvRulePack, code) },
  { "title", BV_RULE_TEXT, N_ ("Name"), NULL, G_STRUCT_OFFSET (BvRulePack, title) },
  { "valid_from", BV_RULE_DATE, N_ ("Valid from"), NULL, G_STRUCT_OFFSET (BvRulePack, valid_from) },
  { "valid_to",
    BV_RULE_DATE,
    N_ ("Valid until"),
    N_ ("Blank while no end is known"),
    G_STRUCT_OFFSET (BvRulePack, valid_to),
    .flags = BV_RULE_OPTIONAL },
  { "note",
    BV_RULE_TEXT,
    N_ ("Note"),
    NULL,
    G_STRUCT_OFFSET (BvRulePack, note),
    .flags = BV_RULE_OPTIONAL | BV_RULE_PARAGRAPH },
};

static const BvRuleField texts_fields[] = {
  { "code",
    BV_RULE_TEXT,
    N_ ("Code"),
    N_ ("As legal references name it: L2022"),
    G_STRUCT_OFFSET (BvRuleText, code) },
  { "title",
    BV_RULE_TEXT,
    N_ ("Title"),
    NULL,
    G_STRUCT_OFFSET (BvRuleText, title),
    .flags = BV_RULE_PARAGRAPH },
  { "issued_on", BV_RULE_DATE, N_ ("Issued on"), NULL, G_STRUCT_OFFSET (BvRuleText, issued_on) },
  { "valid_from", BV_RULE_DATE, N_ ("Valid from"), NULL, G_STRUCT_OFFSET (BvRuleText, valid_from) },
  { "valid_to",
    BV_RULE_DATE,
    N_ ("Valid until"),
    N_ ("Blank while no end is known"),
    G_STRUCT_OFFSET (BvRuleText, valid_to),
    .flags = BV_RULE_OPTIONAL },
};

static const BvRuleField awards_fields[] = {
  { "code", BV_RULE_TEXT, N_ ("Code"), NULL, G_STRUCT_OFFSET (BvRuleAward, code) },
  { "name", BV_RULE_TEXT, N_ ("Name"), NULL, G_STRUCT_OFFSET (BvRuleAward, name) },
  { "type",
    BV_RULE_CHOICE,
    N_ ("Kind"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, type),
    .words = award_types },
  { "subject",
    BV_RULE_CHOICE,
    N_ ("For"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, subject),
    .words = subjects },
  { "level",
    BV_RULE_CHOICE,
    N_ ("Level"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, level),
    .words = levels },
  { "decider",
    BV_RULE_CHOICE,
    N_ ("Who decides"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, decider),
    .words = deciders },
  { "cycle",
    BV_RULE_CHOICE,
    N_ ("How often"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, cycle),
    .words = cycles },
  { "coefficient_thousandths",
    BV_RULE_INTEGER,
    N_ ("Bonus coefficient"),
    N_ ("Times the base salary; blank for none"),
    G_STRUCT_OFFSET (BvRuleAward, coefficient),
    .flags = BV_RULE_OPTIONAL,
    .decimals = THOUSANDTHS,
    .minimum = 0,
    .maximum = 100000 },
  { "is_maximum",
    BV_RULE_SWITCH,
    N_ ("The coefficient is the most that may be given"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, is_maximum) },
  { "vote_share",
    BV_RULE_SHARE,
    N_ ("Share of votes needed"),
    N_ ("2/3, or >1/2 for more than half; blank when there is no vote"),
    G_STRUCT_OFFSET (BvRuleAward, vote_share),
    .flags = BV_RULE_OPTIONAL },
  { "legal_reference",
    BV_RULE_TEXT,
    N_ ("Legal reference"),
    N_ ("L2022 Đ24; Đ80k1"),
    G_STRUCT_OFFSET (BvRuleAward, legal_reference) },
  { "valid_from",
    BV_RULE_DATE,
    N_ ("Valid from"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, valid_from) },
  { "valid_to",
    BV_RULE_DATE,
    N_ ("Valid until"),
    NULL,
    G_STRUCT_OFFSET (BvRuleAward, valid_to),
    .flags = BV_RULE_OPTIONAL },
};

static const BvRuleField refused_fields[] = {
  { "name", BV_RULE_TEXT, N_ ("Name"), NULL, G_STRUCT_OFFSET (BvRuleRefusal, name) },
  { "reason",
    BV_RULE_TEXT,
    N_ ("Why it is refused"),
    NULL,
    G_STRUCT_OFFSET (BvRuleRefusal, reason),
    .flags = BV_RULE_PARAGRAPH },
};

static const BvRuleField salaries_fields[] = {
  { "valid_from",
    BV_RULE_DATE,
    N_ ("Valid from"),
    NULL,
    G_STRUCT_OFFSET (BvRuleSalary, valid_from) },
  { "valid_to",
    BV_RULE_DATE,
    N_ ("Valid until"),
    N_ ("Blank while no end is known"),
    G_STRUCT_OFFSET (BvRuleSalary, valid_to),
    .flags = BV_RULE_OPTIONAL },
  { "amount",
    BV_RULE_INTEGER,
    N_ ("Đồng a month"),
    NULL,
    G_STRUCT_OFFSET (BvRuleSalary, amount),
    .minimum = 1,
    .maximum = 1000000000 },
  { "source", BV_RULE_TEXT, N_ ("Legal text"), NULL, G_STRUCT_OFFSET (BvRuleSalary, source) },
};

#define GROUP(name, title, offset, row_size, fields)                                               \
  {                                                                                                \
    name, title, offset, row_size, fields, G_N_ELEMENTS (fields)                                   \
  }

const BvRuleGroup _bv_rule_row_groups[BV_N_RULE_ROW_GROUPS] = {
  GROUP ("", N_ ("Rule pack"), 0, 0, head_fields),
  GROUP ("texts",
         N_ ("Legal texts"),
         G_STRUCT_OFFSET (BvRulePack, texts),
         sizeof (BvRuleText),
         texts_fields),
  GROUP ("awards",
         N_ ("Titles and forms of commendation"),
         G_STRUCT_OFFSET (BvRulePack, awards),
         sizeof (BvRuleAward),
         awards_fields),
  GROUP ("refused",
         N_ ("Names that do not exist"),
         G_STRUCT_OFFSET (BvRulePack, refused),
         sizeof (BvRuleRefusal),
         refused_fields),
  GROUP ("salaries",
         N_ ("Base salary"),
         G_STRUCT_OFFSET (BvRulePack, salaries),
         sizeof (BvRuleSalary),
         salaries_fields),
};
