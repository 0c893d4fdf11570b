/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an assessment to a matrix of marks and points. */
#include "config.h"

#include "bv-opinion-source.h"

/* Divisible by every number of members up to 15, so that means of points stay whole. */
#define FINE 360360

typedef struct
{
  BvAssessment *assessment;
  const guint *ranked; /* subjects of the list, those with a rank first */
  guint n_ranked;
  GArray *criteria; /* indexes of those that concern the list */
  GArray *members;  /* indexes of those who count for anybody in it */
  gint64 applicable;
  BvOpinionMatrix *matrix;
} Source;

static const BvAssessed *
get_subject (Source *self, guint row)
{
  return bv_assessment_peek_subject (self->assessment, self->ranked[row]);
}

/* Sheets of a subject count once enough members have confirmed theirs. */
static gboolean
counts (Source *self, guint row, guint member)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);
  guint subject = self->ranked[row];

  return bv_member_sheets_get_result (sheets, subject)->enough
         && bv_member_scores_total (bv_member_sheets_get_scores (sheets), subject, member)
                != BV_POINTS_MISSING;
}

static void
find_ranked (Source *self, BvRankList list)
{
  guint n;

  self->ranked = bv_assessment_get_ranked (self->assessment, list, &n);
  while (self->n_ranked < n && get_subject (self, self->n_ranked)->rank > 0)
    self->n_ranked++;
}

static void
find_criteria (Source *self, BvRankList list)
{
  BvSubjectType type = list == BV_RANK_COLLECTIVES ? BV_SUBJECT_COLLECTIVE : BV_SUBJECT_INDIVIDUAL;
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (self->assessment, &n);

  for (guint k = 0; k < n; k++)
    if (bv_scoring_applies (&criteria[k], type)) {
      g_array_append_val (self->criteria, k);
      self->applicable += criteria[k].maximum;
    }
}

static void
find_members (Source *self)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);
  guint n = sheets ? bv_member_sheets_get_n_members (sheets) : 0;

  for (guint j = 0; j < n; j++)
    for (guint i = 0; i < self->n_ranked; i++)
      if (counts (self, i, j)) {
        g_array_append_val (self->members, j);
        break;
      }
}

static void
fill_criteria (Source *self)
{
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (self->assessment, &n);

  for (guint k = 0; k < n; k++)
    self->matrix->scale += criteria[k].maximum;
  for (guint k = 0; k < self->criteria->len; k++) {
    guint criterion = g_array_index (self->criteria, guint, k);

    self->matrix->maxima[k] = criteria[criterion].maximum;
    self->matrix->criterion_names[k] = g_strdup (
        bv_assessment_get_criterion_name (self->assessment, criterion));
  }
}

/* Points of one cell in parts of a hundredth. */
static gint64
read_points (Source *self, const BvAssessed *subject, guint criterion)
{
  gint64 fine = self->matrix->fine;

  if (!subject->exact)
    return MAX (subject->points[criterion], 0) * fine;
  return (gint64) ((BvInt128) subject->exact[criterion].numerator * fine
                   / subject->exact[criterion].denominator);
}

static void
fill_subjects (Source *self)
{
  BvOpinionMatrix *matrix = self->matrix;

  for (guint i = 0; i < matrix->n_subjects; i++)
    if (get_subject (self, i)->exact)
      matrix->fine = FINE;
  for (guint i = 0; i < matrix->n_subjects; i++) {
    const BvAssessed *subject = get_subject (self, i);

    matrix->subject_names[i] = g_strdup (subject->name);
    matrix->ids[i] = subject->subject_id;
    matrix->ranks[i] = subject->rank;
    matrix->outside[i] = subject->total.bonus - subject->total.penalty;
    for (guint k = 0; k < matrix->n_criteria; k++)
      bv_opinion_matrix_set_points (
          matrix, i, k, read_points (self, subject, g_array_index (self->criteria, guint, k)));
  }
}

/* What a member gave, on the scale of the official total, with bonus and penalty. */
static gint64
scale_mark (Source *self, gint64 sum, gint64 outside)
{
  if (self->matrix->unit == 1)
    return sum + outside;
  return sum * self->matrix->scale + outside * self->matrix->unit;
}

static void
count_highest (Source *self, guint row, guint j, guint member)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);
  const BvMemberScores *scores = bv_member_sheets_get_scores (sheets);

  for (guint k = 0; k < self->criteria->len; k++) {
    guint criterion = g_array_index (self->criteria, guint, k);

    self->matrix->n_marks[j]++;
    self->matrix->n_highest[j] += *bv_member_scores_at (
                                      scores, self->ranked[row], member, criterion)
                                  == self->matrix->maxima[k];
  }
}

static void
fill_members (Source *self)
{
  BvOpinionMatrix *matrix = self->matrix;
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);

  if (self->applicable > 0 && self->applicable != matrix->scale)
    matrix->unit = self->applicable;
  if (sheets)
    matrix->trimmed = bv_member_sheets_get_rules (sheets)->method == BV_MEMBER_TRIMMED_MEAN;
  for (guint j = 0; j < matrix->n_members; j++) {
    guint member = g_array_index (self->members, guint, j);

    matrix->member_names[j] = g_strdup (bv_member_sheets_get_member (sheets, member)->name);
    for (guint i = 0; i < matrix->n_subjects; i++) {
      gint64 sum;

      if (!counts (self, i, member))
        continue;
      sum = bv_member_scores_total (bv_member_sheets_get_scores (sheets), self->ranked[i], member);
      bv_opinion_matrix_set_mark (matrix, i, j, scale_mark (self, sum, matrix->outside[i]));
      count_highest (self, i, j, member);
    }
  }
}

static gboolean
takes_part (BvQuotaOutcome outcome)
{
  return outcome == BV_QUOTA_TAKEN || outcome == BV_QUOTA_BOUNDARY || outcome == BV_QUOTA_ALTERNATE
         || outcome == BV_QUOTA_NOT_TAKEN;
}

/* Who may be rewarded and has no higher form; rows stand in the order of the quota. */
static void
add_boundary (BvSecondOpinions *opinions, const BvQuotaLine *line)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < line->n_outcomes; i++)
    if (takes_part (line->outcomes[i]))
      g_array_append_val (pool, i);
  bv_second_opinions_add (
      opinions, line->award_form, (const guint *) (gpointer) pool->data, pool->len, line->use.cap);
}

static BvSecondOpinions *
build (Source *self, BvRankList list)
{
  BvSecondOpinions *opinions = bv_second_opinions_new (self->matrix);

  for (guint i = 0; i < bv_assessment_get_n_quotas (self->assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (self->assessment, i);

    if (line->list == list)
      add_boundary (opinions, line);
  }
  return opinions;
}

BvSecondOpinions *
bv_opinion_source_prepare (BvAssessment *assessment, BvRankList list)
{
  g_autoptr (GArray) criteria = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (BvOpinionMatrix) matrix = NULL;
  Source self = { .assessment = assessment, .criteria = criteria, .members = members };

  find_ranked (&self, list);
  find_criteria (&self, list);
  find_members (&self);
  self.matrix = matrix = bv_opinion_matrix_new (self.n_ranked, members->len, criteria->len);
  matrix->cap = bv_assessment_get_rules (assessment)->cap;
  fill_criteria (&self);
  fill_subjects (&self);
  fill_members (&self);
  return build (&self, list);
}

guint
bv_opinion_source_find_quota (BvAssessment *assessment, BvRankList list, guint boundary)
{
  guint n = bv_assessment_get_n_quotas (assessment);

  for (guint i = 0; i < n; i++)
    if (bv_assessment_get_quota (assessment, i)->list == list && boundary-- == 0)
      return i;
  g_return_val_if_reached (0);
}
