/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that proves an achievement; its content is kept apart under its SHA-256. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "achievement_id",
    BV_FIELD_REFERENCE,
    N_ ("Achievement"),
    NULL,
    N_ ("Evidence"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_achievement_kind },
  { "name",
    BV_FIELD_TEXT,
    N_ ("File name"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 255 },
  { "media_type",
    BV_FIELD_TEXT,
    N_ ("Type"),
    .flags = BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .maximum = 100 },
  { "size",
    BV_FIELD_INTEGER,
    N_ ("Size (bytes)"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .maximum = G_GINT64_CONSTANT (1) << 40 },
  { "sha256",
    BV_FIELD_TEXT,
    N_ ("SHA-256"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_DERIVED,
    .maximum = 64 },
  { "added_on", BV_FIELD_DATE, N_ ("Added on"), .flags = BV_FIELD_LISTED | BV_FIELD_DERIVED },
  { "note", BV_FIELD_TEXT, N_ ("Note"), .maximum = 500 },
};

const BvKind bv_attachment_kind = {
  .table = "attachment",
  .label = N_ ("evidence"),
  .plural = N_ ("Evidence"),
  .flags = 0,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "name",
};
