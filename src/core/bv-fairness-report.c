/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands and who is inside the quotas of a movement: women, direct workers, departments, those
 * rewarded lately. */
#include "config.h"

#include "bv-fairness-report.h"

#include "bv-record.h"

struct BvFairnessReport
{
  GArray *lines; /* BvFairnessLine */
};

/* An annulled award does not count, nor does one of this movement itself. */
static const char recent_sql[]
    = "SELECT DISTINCT a.subject_id FROM award a JOIN movement m ON m.id = ?1"
      " WHERE a.revoked_on IS NULL AND coalesce (a.movement_id, 0) <> m.id"
      " AND a.decision_date <= coalesce (m.end_on, '9999')"
      " AND a.decision_date > date (coalesce (m.end_on, 'now'), ?2)";

typedef struct
{
  BvFairnessReport *report;
  BvAssessment *assessment;
  GHashTable *recent; /* ids of subjects */
  gboolean *selected, *open;
} Counting;

static GHashTable *
load_recent (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), recent_sql, error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *years = g_strdup_printf ("-%d years", BV_FAIRNESS_YEARS);
  BvStep step;

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  bv_statement_bind_text (rows, 2, years);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (rows, 0);
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* A subject may stand in several quotas; one place is enough. */
static void
mark_outcomes (Counting *counting)
{
  for (guint i = 0; i < bv_assessment_get_n_quotas (counting->assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (counting->assessment, i);

    for (guint j = 0; j < line->n_outcomes; j++) {
      counting->selected[line->subjects[j]] |= line->outcomes[j] == BV_QUOTA_TAKEN;
      counting->open[line->subjects[j]] |= line->outcomes[j] == BV_QUOTA_BOUNDARY;
    }
  }
}

static BvFairnessCount *
get_count (Counting *counting, BvFairnessGroup group, const char *name)
{
  GArray *lines = counting->report->lines;
  BvFairnessLine line = { .group = group, .name = name };

  for (guint i = 0; i < lines->len; i++) {
    BvFairnessLine *there = &g_array_index (lines, BvFairnessLine, i);
    if (there->group == group && g_str_equal (there->name, name))
      return &there->count;
  }
  g_array_append_val (lines, line);
  return &g_array_index (lines, BvFairnessLine, lines->len - 1).count;
}

static void
count_person (Counting *counting, guint index, const BvAssessed *person)
{
  gboolean selected = counting->selected[index];
  gboolean open = counting->open[index];

  bv_fairness_add (get_count (counting, BV_FAIRNESS_ALL, ""), selected, open);
  if (g_str_equal (person->sex, "female"))
    bv_fairness_add (get_count (counting, BV_FAIRNESS_WOMEN, ""), selected, open);
  bv_fairness_add (
      get_count (counting, person->leader ? BV_FAIRNESS_LEADERS : BV_FAIRNESS_DIRECT, ""),
      selected,
      open);
  if (g_hash_table_contains (counting->recent, &person->subject_id))
    bv_fairness_add (get_count (counting, BV_FAIRNESS_RECENT, ""), selected, open);
  bv_fairness_add (
      get_count (counting, BV_FAIRNESS_DEPARTMENT, person->department), selected, open);
}

static void
count_all (Counting *counting)
{
  /* in this order, also while they are empty */
  for (BvFairnessGroup group = BV_FAIRNESS_ALL; group < BV_FAIRNESS_DEPARTMENT; group++)
    get_count (counting, group, "");
  for (guint i = 0; i < bv_assessment_get_n_subjects (counting->assessment); i++) {
    const BvAssessed *subject = bv_assessment_get_subject (counting->assessment, i);

    if (subject->kind == &bv_person_kind && subject->rank > 0 && subject->eligible)
      count_person (counting, i, subject);
  }
}

BvFairnessReport *
bv_fairness_report_load (BvOffice *office,
                         BvAssessment *assessment,
                         gint64 movement_id,
                         GError **error)
{
  guint n = bv_assessment_get_n_subjects (assessment);
  g_autoptr (BvFairnessReport) self = g_new0 (BvFairnessReport, 1);
  g_autoptr (GHashTable) recent = load_recent (office, movement_id, error);
  g_autofree gboolean *selected = g_new0 (gboolean, n);
  g_autofree gboolean *open = g_new0 (gboolean, n);
  Counting counting = { self, assessment, recent, selected, open };

  self->lines = g_array_new (FALSE, FALSE, sizeof (BvFairnessLine));
  if (!recent)
    return NULL;
  mark_outcomes (&counting);
  count_all (&counting);
  return g_steal_pointer (&self);
}

void
bv_fairness_report_free (BvFairnessReport *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

guint
bv_fairness_report_get_n_lines (const BvFairnessReport *self)
{
  return self->lines->len;
}

const BvFairnessLine *
bv_fairness_report_get_line (const BvFairnessReport *self, guint index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);
  return &g_array_index (self->lines, BvFairnessLine, index);
}
