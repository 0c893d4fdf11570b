/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathering who has places for a form, and putting what is too much into words. */
#include "config.h"

#include "bv-quota-warning.h"

#include <glib/gi18n-lib.h>

static void
add_places (BvAssessment *assessment, const BvQuotaLine *line, GArray *places)
{
  for (guint i = 0; i < line->n_outcomes; i++) {
    const BvAssessed *subject = bv_assessment_peek_subject (assessment, line->subjects[i]);
    BvQuotaPlace place = { subject->department_id, subject->leader };

    if (line->outcomes[i] == BV_QUOTA_TAKEN && subject->kind == &bv_person_kind)
      g_array_append_val (places, place);
  }
}

static const char *
find_department (BvAssessment *assessment, gint64 department_id)
{
  for (guint i = 0; i < bv_assessment_get_n_subjects (assessment); i++) {
    const BvAssessed *subject = bv_assessment_peek_subject (assessment, i);

    if (subject->kind == &bv_person_kind && subject->department_id == department_id)
      return subject->department;
  }
  return "";
}

/* A form has a quota for leaders and one for staff: its limits are of both together. */
static void
check_form (BvAssessment *assessment, const BvQuotaLine *line, GArray *warnings)
{
  const BvRuleQuota *limits = &bv_assessment_get_pack (assessment)->quota;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (BvQuotaPlace));
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++)
    if (bv_assessment_get_quota (assessment, i)->award_form_id == line->award_form_id)
      add_places (assessment, bv_assessment_get_quota (assessment, i), places);
  found = bv_quota_limits_check ((const BvQuotaPlace *) (gpointer) places->data,
                                 places->len,
                                 limits->leaders_percent,
                                 limits->department_places);
  for (guint i = 0; i < found->len; i++) {
    BvQuotaWarning warning = { line->award_form_id, line->award_form, "", places->len };

    warning.excess = g_array_index (found, BvQuotaExcess, i);
    if (warning.excess.department_id != 0)
      warning.department = find_department (assessment, warning.excess.department_id);
    g_array_append_val (warnings, warning);
  }
}

static gboolean
is_first_of_form (BvAssessment *assessment, guint index)
{
  gint64 form = bv_assessment_get_quota (assessment, index)->award_form_id;

  for (guint i = 0; i < index; i++)
    if (bv_assessment_get_quota (assessment, i)->award_form_id == form)
      return FALSE;
  return TRUE;
}

GArray *
bv_quota_warning_list (BvAssessment *assessment)
{
  GArray *warnings = g_array_new (FALSE, FALSE, sizeof (BvQuotaWarning));

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++)
    if (is_first_of_form (assessment, i))
      check_form (assessment, bv_assessment_get_quota (assessment, i), warnings);
  return warnings;
}

char *
bv_quota_warning_describe (const BvQuotaWarning *self)
{
  if (self->excess.department_id == 0)
    /* Translators: award form, leaders inside, all inside, the most leaders. */
    return g_strdup_printf (
        _ ("%s: %u of %u inside the quota lead, the rules allow %u at most. The council may still "
           "weigh it up."),
        self->award_form,
        self->excess.n,
        self->n_taken,
        self->excess.most);
  /* Translators: award form, those inside, department, the most of one department. */
  return g_strdup_printf (
      _ ("%s: %u inside the quota are of %s, the rules allow %u from one department at most. The "
         "council may still weigh it up."),
      self->award_form,
      self->excess.n,
      self->department,
      self->excess.most);
}
