/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rows of an open office file are called, today or on a day gone by, and which days they speak
 * of. */
#include "config.h"

#include "bv-office-private.h"

const char *
bv_office_get_name (BvOffice *self, const BvKind *kind, gint64 id)
{
  return bv_names_get (_bv_office_get_names (self), kind, id, NULL);
}

const char *
bv_office_get_name_on (BvOffice *self, const BvKind *kind, gint64 id, const char *day)
{
  return bv_names_get (_bv_office_get_names (self), kind, id, day);
}

const BvKind *
bv_office_get_subject_kind (BvOffice *self, gint64 id)
{
  return bv_names_get_subject_kind (_bv_office_get_names (self), id);
}

const char *
bv_office_get_subject_name (BvOffice *self, gint64 id)
{
  return bv_office_get_subject_name_on (self, id, NULL);
}

const char *
bv_office_get_subject_name_on (BvOffice *self, gint64 id, const char *day)
{
  const BvKind *kind = bv_office_get_subject_kind (self, id);

  return kind ? bv_office_get_name_on (self, kind, id, day) : "";
}

const char *
bv_office_get_closing (BvOffice *self, gint64 movement_id)
{
  return bv_names_get_closing (_bv_office_get_names (self), movement_id);
}

gboolean
bv_office_parse (BvOffice *self,
                 gint64 movement_id,
                 const BvField *field,
                 const char *typed,
                 BvValue *value,
                 GError **error)
{
  BvNames *names = _bv_office_get_names (self);

  return bv_field_parse_within (field,
                                typed,
                                movement_id ? bv_names_get_opening (names, movement_id) : NULL,
                                movement_id ? bv_names_get_closing (names, movement_id) : NULL,
                                value,
                                error);
}

const char *
_bv_office_find_day (BvOffice *self, BvRecord *record)
{
  return bv_names_find_day (_bv_office_get_names (self), record);
}
