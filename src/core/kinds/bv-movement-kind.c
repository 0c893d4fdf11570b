/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An emulation movement, from its launch notice to its closing. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-rule-book.h"

#include <glib/gi18n-lib.h>

static const BvChoice statuses[] = {
  { "draft", N_ ("Being prepared"), NULL },
  { "launched", N_ ("Launched"), "accent" },
  { "appraisal", N_ ("Being appraised"), "warning" },
  { "closed", N_ ("Closed"), "success" },
  { NULL },
};

static const BvChoice award_types[] = {
  { "merit", N_ ("Merit and achievements"), NULL },
  { "theme", N_ ("Emulation movement"), NULL },
  { "sudden", N_ ("Sudden achievement"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "title",
    BV_FIELD_PARAGRAPH,
    N_ ("Movement title"),
    NULL,
    N_ ("Movement"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_KEYED | BV_FIELD_MAIN,
    .maximum = 1000 },
  { "short_title",
    BV_FIELD_TEXT,
    N_ ("Short title"),
    N_ ("Shown above the sidebar"),
    .maximum = 80 },
  { "start_on", BV_FIELD_DATE, N_ ("Starts on"), .flags = BV_FIELD_LISTED },
  { "end_on", BV_FIELD_DATE, N_ ("Ends on"), .flags = BV_FIELD_LISTED },
  { "status",
    BV_FIELD_CHOICE,
    N_ ("Status"),
    .flags = BV_FIELD_LISTED,
    .choices = statuses,
    .initial = "draft",
    .width = 16 },
  { "cap",
    BV_FIELD_DECIMAL,
    N_ ("Greatest total"),
    N_ ("Points; blank for no limit"),
    .maximum = 100000,
    .initial = "10000" },
  { "award_type",
    BV_FIELD_CHOICE,
    N_ ("Kind of commendation"),
    .choices = award_types,
    .initial = "theme" },
  { "member_sheets",
    BV_FIELD_BOOLEAN,
    N_ ("Council members score on separate sheets"),
    .initial = "0" },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Number of the launch notice"),
    NULL,
    N_ ("Launch notice"),
    BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "issued_on", BV_FIELD_DATE, N_ ("Issued on") },
  { "theme", BV_FIELD_PARAGRAPH, N_ ("Theme"), .flags = BV_FIELD_SEARCHED, .maximum = 4000 },
  { "legal_basis", BV_FIELD_PARAGRAPH, N_ ("Legal basis"), .maximum = 8000 },
  { "aims", BV_FIELD_PARAGRAPH, N_ ("Aims"), .maximum = 8000 },
  { "recipients", BV_FIELD_PARAGRAPH, N_ ("Recipients"), N_ ("One on a line"), .maximum = 4000 },
  { "rule_pack_code",
    BV_FIELD_TEXT,
    N_ ("Rule pack"),
    N_ ("Frozen when the movement is launched"),
    N_ ("Rules"),
    BV_FIELD_DERIVED,
    .maximum = 40 },
  { "rule_pack",
    BV_FIELD_PARAGRAPH,
    N_ ("Parameters"),
    .flags = BV_FIELD_CONTEXT | BV_FIELD_DERIVED,
    .maximum = 1000000 },
  { "rebase_reason",
    BV_FIELD_PARAGRAPH,
    N_ ("Reason for changing the rule pack"),
    .flags = BV_FIELD_DERIVED,
    .maximum = 2000 },
  { "dossier_on",
    BV_FIELD_DATE,
    N_ ("Dossier received on"),
    N_ ("When the competent body took the dossier in") },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 4000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "start_on", "end_on", error)
         && bv_rule_book_freeze (office, record, error);
}

const BvKind bv_movement_kind = {
  .table = "movement",
  .label = N_ ("movement"),
  .plural = N_ ("Movements"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "start_on",
  .order_descending = TRUE,
  .check = check,
};
