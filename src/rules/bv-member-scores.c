/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means of members' totals: whole numbers and exact fractions throughout. */
#include "config.h"

#include "bv-member-scores.h"

/* Counted totals of one subject, and who gave them. */
typedef struct
{
  guint n;
  gint64 *totals; /* ascending */
  guint n_dropped;
} Counted;

static int
compare_totals_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  gint64 a = *(const gint64 *) first;
  gint64 b = *(const gint64 *) second;

  return (a > b) - (a < b);
}

static Counted
count_totals (const BvMemberScores *self, const BvMemberRules *rules, guint subject)
{
  Counted counted = { .totals = g_new (gint64, MAX (1, self->n_members)) };

  for (guint j = 0; j < self->n_members; j++) {
    gint64 total = bv_member_scores_total (self, subject, j);

    if (total != BV_POINTS_MISSING)
      counted.totals[counted.n++] = total;
  }
  g_qsort_with_data (counted.totals, (int) counted.n, sizeof (gint64), compare_totals_cb, NULL);
  counted.n_dropped = counted.n >= MAX (3, rules->trim_from) ? 1 : 0;
  return counted;
}

static BvInt128
add_up (const Counted *counted, guint n_dropped)
{
  BvInt128 sum = 0;

  for (guint i = n_dropped; i + n_dropped < counted->n; i++)
    sum += counted->totals[i];
  return sum;
}

static BvFraction
find_median (const Counted *counted)
{
  guint middle = counted->n / 2;

  if (counted->n % 2 == 1)
    return bv_fraction_from_points (counted->totals[middle]);
  return bv_fraction_reduce ((BvInt128) counted->totals[middle - 1] + counted->totals[middle], 2);
}

/* What @criterion got from all members whose total is @total, and how many they are. */
static BvInt128
add_group (
    const BvMemberScores *self, guint subject, guint criterion, gint64 total, guint *n_members)
{
  BvInt128 sum = 0;

  *n_members = 0;
  for (guint j = 0; j < self->n_members; j++)
    if (bv_member_scores_total (self, subject, j) == total) {
      sum += *bv_member_scores_at (self, subject, j, criterion);
      (*n_members)++;
    }
  return sum;
}

static BvInt128
add_criterion (const BvMemberScores *self, guint subject, guint criterion, guint *n_scorers)
{
  BvInt128 sum = 0;

  *n_scorers = 0;
  for (guint j = 0; j < self->n_members; j++)
    if (bv_member_scores_total (self, subject, j) != BV_POINTS_MISSING) {
      sum += *bv_member_scores_at (self, subject, j, criterion);
      (*n_scorers)++;
    }
  return sum;
}

static gboolean
applies (const BvMemberScores *self, guint subject, guint criterion)
{
  for (guint j = 0; j < self->n_members; j++)
    if (*bv_member_scores_at (self, subject, j, criterion) == BV_POINTS_NOT_APPLICABLE)
      return FALSE;
  return TRUE;
}

BvMemberScores *
bv_member_scores_new (guint n_subjects, guint n_members, guint n_criteria)
{
  BvMemberScores *self = g_new0 (BvMemberScores, 1);
  gsize n = (gsize) n_subjects * n_members * n_criteria;

  self->n_subjects = n_subjects;
  self->n_members = n_members;
  self->n_criteria = n_criteria;
  self->points = g_new (gint64, MAX (1, n));
  self->counts = g_new0 (gboolean, MAX (1, (gsize) n_subjects * n_members));
  for (gsize i = 0; i < n; i++)
    self->points[i] = BV_POINTS_MISSING;
  return self;
}

void
bv_member_scores_free (BvMemberScores *self)
{
  g_free (self->points);
  g_free (self->counts);
  g_free (self);
}

gint64 *
bv_member_scores_at (const BvMemberScores *self, guint subject, guint member, guint criterion)
{
  gsize row = (gsize) subject * self->n_members + member;

  return &self->points[row * self->n_criteria + criterion];
}

gboolean *
bv_member_scores_counts (const BvMemberScores *self, guint subject, guint member)
{
  return &self->counts[(gsize) subject * self->n_members + member];
}

gint64
bv_member_scores_total (const BvMemberScores *self, guint subject, guint member)
{
  gint64 total = 0;

  if (!*bv_member_scores_counts (self, subject, member))
    return BV_POINTS_MISSING;
  for (guint k = 0; k < self->n_criteria; k++) {
    gint64 points = *bv_member_scores_at (self, subject, member, k);

    if (points == BV_POINTS_MISSING)
      return BV_POINTS_MISSING;
    if (points != BV_POINTS_NOT_APPLICABLE)
      total += points;
  }
  return total;
}

guint
bv_member_rules_need (const BvMemberRules *rules, guint n_members)
{
  return MAX (1, (guint) bv_ballot_need (rules->scorers, n_members));
}

BvMemberResult
bv_member_scores_result (const BvMemberScores *self, const BvMemberRules *rules, guint subject)
{
  Counted counted = count_totals (self, rules, subject);
  g_autofree gint64 *totals = counted.totals;
  BvFraction none = bv_fraction_from_points (0);
  BvMemberResult result = { none, none, none, none, .n_scorers = counted.n };

  result.n_needed = bv_member_rules_need (rules, self->n_members);
  result.enough = counted.n >= result.n_needed;
  if (counted.n == 0)
    return result;
  result.mean = bv_fraction_reduce (add_up (&counted, 0), counted.n);
  result.trimmed = bv_fraction_reduce (add_up (&counted, counted.n_dropped),
                                       counted.n - 2 * counted.n_dropped);
  result.median = find_median (&counted);
  result.lowest = totals[0];
  result.highest = totals[counted.n - 1];
  result.official = rules->method == BV_MEMBER_TRIMMED_MEAN ? result.trimmed : result.mean;
  result.n_dropped = rules->method == BV_MEMBER_TRIMMED_MEAN ? counted.n_dropped : 0;
  return result;
}

/* all − low ÷ n_low − high ÷ n_high, over n − 2 members. */
BvFraction
bv_member_scores_criterion (const BvMemberScores *self,
                            const BvMemberRules *rules,
                            guint subject,
                            guint criterion)
{
  BvMemberResult result = bv_member_scores_result (self, rules, subject);
  BvInt128 all, low, high;
  guint n, n_low, n_high;

  if (!applies (self, subject, criterion))
    return bv_fraction_from_points (BV_POINTS_NOT_APPLICABLE);
  if (result.n_scorers == 0)
    return bv_fraction_from_points (BV_POINTS_MISSING);
  all = add_criterion (self, subject, criterion, &n);
  if (result.n_dropped == 0)
    return bv_fraction_reduce (all, n);
  low = add_group (self, subject, criterion, result.lowest, &n_low);
  high = add_group (self, subject, criterion, result.highest, &n_high);
  return bv_fraction_reduce (all * n_low * n_high - low * n_high - high * n_low,
                             (BvInt128) n_low * n_high * (n - 2));
}
