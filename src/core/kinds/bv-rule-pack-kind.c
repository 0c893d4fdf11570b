/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dated set of thresholds, quotas, money and exclusions that the office keeps beside the shipped
 * ones. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-record.h"
#include "bv-rule-book.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "code",
    BV_FIELD_TEXT,
    N_ ("Code"),
    .group = N_ ("Rule pack"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 40,
    .width = 12 },
  { "title",
    BV_FIELD_TEXT,
    N_ ("Name"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 200 },
  { "valid_from", BV_FIELD_DATE, N_ ("Valid from"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "valid_to", BV_FIELD_DATE, N_ ("Valid until"), .flags = BV_FIELD_LISTED },
  { "content",
    BV_FIELD_PARAGRAPH,
    N_ ("Parameters"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT,
    .maximum = 1000000 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static void
set_text (BvRecord *record, const char *field, const char *text)
{
  if (text)
    bv_record_set_text (record, field, text);
  else
    bv_record_set_null (record, field);
}

/* The pack itself says what it is called and when it is in force. */
static void
derive (BvRecord *record)
{
  g_autoptr (BvRulePack) pack = bv_rule_pack_parse (
      bv_record_get_text (record, "content"), -1, NULL);

  if (!pack)
    return;
  set_text (record, "code", pack->code);
  set_text (record, "title", pack->title);
  set_text (record, "valid_from", pack->valid_from);
  set_text (record, "valid_to", pack->valid_to);
  set_text (record, "note", pack->note);
}

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  g_autoptr (BvRulePack) pack = bv_rule_pack_parse (
      bv_record_get_text (record, "content"), -1, error);
  g_autoptr (GPtrArray) entries = pack ? bv_rule_book_list (office, error) : NULL;

  for (guint i = 0; entries && i < entries->len; i++) {
    const BvRuleEntry *entry = g_ptr_array_index (entries, i);
    if (!entry->id || entry->id == bv_record_get_id (record)
        || !g_str_equal (entry->pack->code, pack->code))
      continue;
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The office has a rule pack with code “%s” already. Give this one another."),
                 pack->code);
    return FALSE;
  }
  return entries != NULL;
}

const BvKind bv_rule_pack_kind = {
  .table = "rule_pack",
  .label = N_ ("rule pack"),
  .plural = N_ ("Rule packs"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "valid_from",
  .order_descending = TRUE,
  .derive = derive,
  .check = check,
};
