/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sections stand above and below the form of a row. */
#include "config.h"

#include "bv-form-sections.h"

#include "bv-awarding-section.h"
#include "bv-catalogue.h"
#include "bv-child-section.h"
#include "bv-conditions-section.h"
#include "bv-dossier-section.h"
#include "bv-evidence-section.h"
#include "bv-issue-section.h"
#include "bv-proposal-section.h"
#include "bv-voting-section.h"

GPtrArray *
bv_form_sections_create_above (BvOffice *office, const BvKind *kind)
{
  GPtrArray *sections = g_ptr_array_new ();

  if (kind == &bv_session_kind)
    g_ptr_array_add (sections, bv_voting_section_new (office));
  if (kind == &bv_proposal_kind)
    g_ptr_array_add (sections, bv_proposal_section_new (office));
  if (kind == &bv_issue_kind)
    g_ptr_array_add (sections, bv_issue_section_new (office));
  return sections;
}

/* Rows that belong to one row of @kind and have no page of their own. */
static void
add_children (GPtrArray *sections, BvOffice *office, const BvKind *kind)
{
  g_autoptr (GArray) dependants = bv_catalogue_get_dependants (kind);

  for (guint i = 0; i < dependants->len; i++) {
    const BvDependant *dependant = &g_array_index (dependants, BvDependant, i);

    if ((dependant->field->flags & BV_FIELD_OWNER) && !(dependant->field->flags & BV_FIELD_CONTEXT)
        && dependant->kind != &bv_attachment_kind && dependant->kind != &bv_tally_kind)
      g_ptr_array_add (sections, bv_child_section_new (office, dependant->kind, dependant->field));
  }
}

GPtrArray *
bv_form_sections_create_below (BvOffice *office, const BvKind *kind)
{
  GPtrArray *sections = g_ptr_array_new ();

  if (kind == &bv_decision_kind)
    g_ptr_array_add (sections, bv_awarding_section_new (office));
  if (kind == &bv_proposal_kind)
    g_ptr_array_add (sections, bv_conditions_section_new (office));
  if (kind == &bv_achievement_kind)
    g_ptr_array_add (sections, bv_evidence_section_new (office));
  add_children (sections, office, kind);
  if (kind->flags & BV_KIND_SUBJECT)
    g_ptr_array_add (sections, bv_dossier_section_new (office));
  return sections;
}
