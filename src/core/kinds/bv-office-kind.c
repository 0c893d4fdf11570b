/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner of the file: its name and what the heads of its documents need. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "name",
    BV_FIELD_TEXT,
    N_ ("Office name"),
    N_ ("As on the seal: Department of Foreign Affairs"),
    N_ ("Office"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .maximum = 200 },
  { "superior",
    BV_FIELD_TEXT,
    N_ ("Superior body"),
    N_ ("First line of the heading: People's Committee of the province"),
    .flags = BV_FIELD_LISTED,
    .maximum = 200 },
  { "symbol",
    BV_FIELD_TEXT,
    N_ ("Document symbol"),
    N_ ("Stands in document numbers: SNgV"),
    .maximum = 40 },
  { "place",
    BV_FIELD_TEXT,
    N_ ("Place"),
    N_ ("Stands before the date: Lạng Sơn"),
    .flags = BV_FIELD_LISTED,
    .maximum = 100 },
  { "address", BV_FIELD_TEXT, N_ ("Address"), .maximum = 300 },
  { "head_name",
    BV_FIELD_TEXT,
    N_ ("Head of the office"),
    N_ ("Who signs"),
    N_ ("Signature"),
    BV_FIELD_LISTED,
    .maximum = 100 },
  { "head_title", BV_FIELD_TEXT, N_ ("Title of the head"), .initial = "Giám đốc", .maximum = 100 },
  { "certificate_x",
    BV_FIELD_DECIMAL,
    N_ ("Certificates: to the right (mm)"),
    N_ ("How far the words are moved on the printed sheet; a minus sign moves them to the left"),
    N_ ("Printed sheets"),
    .minimum = -5000,
    .maximum = 5000 },
  { "certificate_y",
    BV_FIELD_DECIMAL,
    N_ ("Certificates: down (mm)"),
    N_ ("A minus sign moves the words up"),
    .minimum = -5000,
    .maximum = 5000 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 4000 },
};

const BvKind bv_office_kind = {
  .table = "office",
  .label = N_ ("office"),
  .plural = N_ ("Office"),
  .flags = BV_KIND_SINGLE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "name",
};
