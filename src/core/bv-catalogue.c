/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all kinds. A new kind is one line here. */
#include "config.h"

#include "bv-catalogue.h"

/* clang-format off */
static const BvKind *const kinds[] = {
  &bv_office_kind,      &bv_department_kind,     &bv_person_kind,
  &bv_posting_kind,     &bv_movement_kind,       &bv_criterion_kind,
  &bv_award_form_kind,  &bv_quota_kind,          &bv_dissemination_kind,
  &bv_inspection_kind,  &bv_pledge_kind,         &bv_achievement_kind,
  &bv_credit_kind,      &bv_attachment_kind,     &bv_score_kind,
  &bv_adjustment_kind,  &bv_rule_pack_kind,      &bv_restriction_kind,
  &bv_absence_kind,     &bv_initiative_kind,     &bv_rating_kind,
  &bv_decision_kind,    &bv_proposal_kind,       &bv_proposal_ground_kind,
  &bv_award_kind,       &bv_award_ground_kind,   &bv_eligibility_override_kind,
  &bv_council_kind,     &bv_council_member_kind, &bv_session_kind,
  &bv_attendance_kind,  &bv_recusal_kind,        &bv_ballot_kind,
  &bv_tally_kind,       &bv_member_sheet_kind,   &bv_member_score_kind,
  &bv_publication_kind, &bv_remark_kind,         &bv_wording_kind,
  &bv_issue_kind,       &bv_submission_kind,     &bv_former_name_kind,
  NULL,
};
/* clang-format on */

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
