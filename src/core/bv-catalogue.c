/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all kinds. A new kind is one line here. */
#include "config.h"

#include "bv-catalogue.h"

static const BvKind *const kinds[] = {
  &bv_office_kind,
  &bv_department_kind,
  &bv_person_kind,
  &bv_posting_kind,
  &bv_movement_kind,
  &bv_criterion_kind,
  &bv_award_form_kind,
  &bv_quota_kind,
  &bv_dissemination_kind,
  &bv_pledge_kind,
  &bv_achievement_kind,
  &bv_credit_kind,
  &bv_attachment_kind,
  &bv_score_kind,
  &bv_adjustment_kind,
  &bv_proposal_kind,
  NULL,
};

const BvKind *const *
bv_catalogue_get_kinds (void)
{
  return kinds;
}

const BvKind *
bv_catalogue_find (const char *table)
{
  for (guint i = 0; kinds[i]; i++)
    if (g_str_equal (kinds[i]->table, table))
      return kinds[i];
  return NULL;
}

static gboolean
may_point_to (const BvField *field, const BvKind *kind)
{
  if (field->type == BV_FIELD_REFERENCE)
    return field->kind == kind;
  return field->type == BV_FIELD_SUBJECT && (kind->flags & BV_KIND_SUBJECT);
}

GArray *
bv_catalogue_get_dependants (const BvKind *kind)
{
  GArray *dependants = g_array_new (FALSE, FALSE, sizeof (BvDependant));

  for (guint i = 0; kinds[i]; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++) {
      BvDependant dependant = { kinds[i], &kinds[i]->fields[j] };
      if (may_point_to (dependant.field, kind))
        g_array_append_val (dependants, dependant);
    }
  return dependants;
}
