/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that left the office: printed or saved, when, by whom, saying what. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice media[] = {
  { "print", N_ ("Printed"), NULL },     { "pdf", N_ ("PDF"), NULL },
  { "fodt", N_ ("Text to edit"), NULL }, { "xlsx", N_ ("Workbook"), NULL },
  { "csv", N_ ("Table of text"), NULL }, { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "issued_at",
    BV_FIELD_TEXT,
    N_ ("Issued at"),
    .group = N_ ("Document issued"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .maximum = 40,
    .width = 17 },
  { "title",
    BV_FIELD_TEXT,
    N_ ("Document"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN
             | BV_FIELD_DERIVED,
    .maximum = 500 },
  { "medium",
    BV_FIELD_CHOICE,
    N_ ("As"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .choices = media,
    .initial = "pdf",
    .width = 14 },
  { "n_pages",
    BV_FIELD_INTEGER,
    N_ ("Pages"),
    .flags = BV_FIELD_LISTED | BV_FIELD_DERIVED | BV_FIELD_MINOR,
    .maximum = 1000000,
    .width = 7 },
  { "actor",
    BV_FIELD_TEXT,
    N_ ("By"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_DERIVED,
    .maximum = 200,
    .width = 16 },
  { "file_name",
    BV_FIELD_TEXT,
    N_ ("File"),
    .flags = BV_FIELD_SEARCHED | BV_FIELD_DERIVED,
    .maximum = 1000 },
  { "fingerprint",
    BV_FIELD_TEXT,
    N_ ("Fingerprint"),
    .hint = N_ ("Two documents with the same fingerprint say the same"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_DERIVED,
    .maximum = 64,
    .width = 14 },
  { "step",
    BV_FIELD_INTEGER,
    N_ ("After step of the log"),
    .flags = BV_FIELD_PLAIN | BV_FIELD_DERIVED,
    .maximum = G_MAXINT64 },
  { "note",
    BV_FIELD_PARAGRAPH,
    N_ ("Note"),
    .hint = N_ ("Whom it was given to, for which meeting"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 2000 },
};

const BvKind bv_issue_kind = {
  .table = "issue",
  .label = N_ ("document issued"),
  .plural = N_ ("Register of documents"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "issued_at",
  .order_descending = TRUE,
};
