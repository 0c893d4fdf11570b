/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spells out a rank: the sum, the neighbours, and the step of the chain between them. */
#include "config.h"

#include "bv-ranking-reason.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* More names than this are counted, so that a line stays a line. */
#define MAX_NAMES 3

/* One position and what is needed to speak of it. */
typedef struct
{
  const BvRanking *ranking;
  const BvRankingRules *rules;
  const BvRanked *ranked; /* the whole list */
  guint n_ranked;
  BvRankList list;
  guint position;
  GString *text;
} Reason;

static const BvCandidate *
get_candidate (const Reason *self, guint position)
{
  return bv_ranking_get_candidate (self->ranking, self->list, position);
}

/* "2" for the printed label "2."; its place in the notice when it has none. */
static char *
dup_label (const BvRankingRules *rules, guint criterion)
{
  g_autofree char *label = g_strdup (rules->criteria[criterion].label);
  gsize length = label ? strlen (g_strstrip (label)) : 0;

  if (length > 0 && label[length - 1] == '.')
    label[--length] = '\0';
  return length > 0 ? g_steal_pointer (&label) : g_strdup_printf ("%u", criterion + 1);
}

/* The label, with the place in the notice where two criteria carry the same one. */
static char *
dup_clear_label (const BvRankingRules *rules, guint criterion)
{
  g_autofree char *label = dup_label (rules, criterion);

  for (guint i = 0; i < rules->n_criteria; i++) {
    g_autofree char *other = dup_label (rules, i);

    if (i != criterion && g_str_equal (other, label))
      return g_strdup_printf (_ ("%s (number %u in the list)"), label, criterion + 1);
  }
  return g_steal_pointer (&label);
}

/* "3, 5": the criteria whose official value is @value. */
static char *
list_criteria (const Reason *self, gint64 value)
{
  const BvCandidate *candidate = get_candidate (self, self->position);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < self->rules->n_criteria; i++) {
    g_autofree char *label = NULL;

    if (candidate->points[i] != value)
      continue;
    label = dup_clear_label (self->rules, i);
    g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", label);
  }
  return g_string_free (labels, FALSE);
}

/* "1. 19 + 2. 18,5". Returns: how many were added. */
static guint
append_values (Reason *self, const BvCandidate *candidate)
{
  guint n_values = 0;

  for (guint i = 0; i < self->rules->n_criteria; i++) {
    g_autofree char *label = NULL;
    g_autofree char *number = NULL;

    if (candidate->points[i] == BV_POINTS_NOT_APPLICABLE)
      continue;
    label = dup_label (self->rules, i);
    number = bv_points_format (candidate->points[i]);
    g_string_append_printf (self->text, "%s%s. %s", n_values > 0 ? " + " : "", label, number);
    n_values++;
  }
  return n_values;
}

/* Sums of points, of all maxima and of the applicable ones. */
static void
add_up (const Reason *self, const BvCandidate *candidate, BvInt128 sums[3])
{
  for (guint i = 0; i < self->rules->n_criteria; i++) {
    gint64 maximum = self->rules->criteria[i].maximum;

    sums[1] += maximum;
    if (candidate->points[i] == BV_POINTS_NOT_APPLICABLE)
      continue;
    sums[0] += candidate->points[i];
    sums[2] += maximum;
  }
}

/* Says so where the cap or zero, not the sum, made the total. */
static void
append_limit (Reason *self, const BvCandidate *candidate, const BvInt128 sums[3])
{
  BvInt128 outside = (BvInt128) candidate->bonus - candidate->penalty;
  BvFraction sum = bv_scoring_add_up (sums[0], sums[1], sums[2], outside);
  int order = bv_fraction_compare (sum, candidate->total);

  if (order > 0)
    g_string_append_printf (self->text, " (%s)", _ ("limited to the highest total"));
  else if (order < 0)
    g_string_append_printf (self->text, " (%s)", _ ("not below 0"));
}

static void
append_adjustments (Reason *self, const BvCandidate *candidate)
{
  g_autofree char *bonus = bv_points_format (candidate->bonus);
  g_autofree char *penalty = bv_points_format (candidate->penalty);

  if (candidate->bonus != 0)
    g_string_append_printf (self->text, _ (" + bonus %s"), bonus);
  if (candidate->penalty != 0)
    g_string_append_printf (self->text, _ (" − penalty %s"), penalty);
}

static void
append_sum (Reason *self)
{
  const BvCandidate *candidate = get_candidate (self, self->position);
  g_autofree char *total = bv_fraction_format (candidate->total);
  g_autofree char *absent = list_criteria (self, BV_POINTS_NOT_APPLICABLE);
  gboolean scaled = absent[0] != '\0';
  BvInt128 sums[3] = { 0, 0, 0 };

  add_up (self, candidate, sums);
  g_string_append_printf (self->text, "%s = %s", total, scaled ? "(" : "");
  if (append_values (self, candidate) == 0)
    g_string_append_c (self->text, '0');
  if (scaled) {
    g_autofree char *all = bv_points_format ((gint64) sums[1]);
    g_autofree char *applicable = bv_points_format ((gint64) sums[2]);

    g_string_append_printf (self->text, ") × %s/%s (", all, applicable);
    g_string_append_printf (self->text, _ ("content %s does not apply"), absent);
    g_string_append_c (self->text, ')');
  }
  append_adjustments (self, candidate);
  append_limit (self, candidate, sums);
}

/* The names of the positions from @first on that share its rank, without this one. */
static char *
list_names (const Reason *self, guint first)
{
  guint end = first + self->ranked[first].n_tied;
  guint n_names = 0, n_more = 0;
  GString *names = g_string_new (NULL);

  for (guint i = first; i < end && n_names < MAX_NAMES; i++) {
    const char *name = get_candidate (self, i)->name;

    if (i == self->position)
      continue;
    g_string_append_printf (names, "%s%s", n_names > 0 ? ", " : "", name ? name : "?");
    n_names++;
  }
  n_more = self->ranked[first].n_tied - n_names
           - (self->position >= first && self->position < end ? 1 : 0);
  if (n_more > 0)
    g_string_append_printf (names, ngettext (" and %u other", " and %u others", n_more), n_more);
  return g_string_free (names, FALSE);
}

/* The points that @step compares, as a clerk reads them. */
static char *
format_compared (const BvCandidate *candidate, BvTieStep step, guint criterion)
{
  if (step == BV_TIE_ACHIEVEMENTS)
    return g_strdup_printf ("%u", candidate->n_verified);
  if (step == BV_TIE_CRITERIA)
    return bv_points_format (MAX (candidate->points[criterion], 0));
  return bv_fraction_format (candidate->total);
}

/* What @step looks at: "content 2". */
static char *
describe_step (const Reason *self, BvTieStep step, guint criterion)
{
  g_autofree char *label = NULL;

  switch (step) {
  case BV_TIE_TOTAL:
    return g_strdup (_ ("the total"));
  case BV_TIE_WOMAN:
    return g_strdup (self->list == BV_RANK_COLLECTIVES
                         ? _ ("precedence of collectives with many women")
                         : _ ("precedence of women"));
  case BV_TIE_DIRECT_WORKER:
    return g_strdup (_ ("precedence of direct workers"));
  case BV_TIE_CRITERIA:
    label = dup_clear_label (self->rules, criterion);
    return g_strdup_printf (_ ("content %s"), label);
  case BV_TIE_ACHIEVEMENTS:
    return g_strdup (_ ("the number of verified achievements"));
  case BV_TIE_NONE:
  case BV_TIE_JOINT:
  default:
    return g_strdup ("");
  }
}

/* "content 2 (19 > 18,5)": @step as seen from @candidate against @other. */
static char *
dup_ground (const Reason *self,
            BvTieStep step,
            guint criterion,
            const BvCandidate *candidate,
            const BvCandidate *other,
            char sign)
{
  g_autofree char *what = describe_step (self, step, criterion);
  g_autofree char *own = NULL;
  g_autofree char *theirs = NULL;

  if (step == BV_TIE_WOMAN || step == BV_TIE_DIRECT_WORKER)
    return g_steal_pointer (&what);
  own = format_compared (candidate, step, criterion);
  theirs = format_compared (other, step, criterion);
  /* Two scaled totals may differ by less than the decimals printed. */
  if (g_str_equal (own, theirs))
    return g_strdup_printf (_ ("%s (by less than 0,01)"), what);
  return g_strdup_printf ("%s (%s %c %s)", what, own, sign, theirs);
}

static void
append_below (Reason *self, const BvRanked *own, guint first)
{
  const BvRanked *last = &self->ranked[first + own->n_tied - 1];
  g_autofree char *names = NULL;
  g_autofree char *ground = NULL;

  if (last->below_step == BV_TIE_NONE)
    return;
  names = list_names (self, first + own->n_tied);
  ground = dup_ground (self,
                       last->below_step,
                       last->below_criterion,
                       get_candidate (self, self->position),
                       get_candidate (self, first + own->n_tied),
                       '>');
  g_string_append (self->text, " · ");
  g_string_append_printf (self->text, _ ("above %s by %s"), names, ground);
}

/* A smaller total explains itself; only a tie that was broken needs words from below. */
static void
append_above (Reason *self, guint first)
{
  const BvRanked *top = &self->ranked[first];
  g_autofree char *names = NULL;
  g_autofree char *ground = NULL;

  if (top->above_step == BV_TIE_NONE || top->above_step == BV_TIE_TOTAL)
    return;
  names = list_names (self, self->ranked[first - 1].rank - 1);
  ground = dup_ground (self,
                       top->above_step,
                       top->above_criterion,
                       get_candidate (self, self->position),
                       get_candidate (self, first - 1),
                       '<');
  g_string_append (self->text, " · ");
  g_string_append_printf (self->text, _ ("after %s by %s"), names, ground);
}

static void
append_missing (Reason *self)
{
  g_autofree char *labels = list_criteria (self, BV_POINTS_MISSING);

  if (labels[0] == '\0')
    g_string_append (self->text, _ ("not enough points: no content applies"));
  else
    g_string_append_printf (self->text, _ ("not enough points: content %s is missing"), labels);
}

static void
append_neighbours (Reason *self)
{
  const BvRanked *own = &self->ranked[self->position];
  guint first = own->rank - 1;

  append_above (self, first);
  if (own->n_tied > 1) {
    g_autofree char *names = list_names (self, first);

    g_string_append (self->text, " · ");
    g_string_append_printf (self->text, _ ("same rank as %s"), names);
  }
  append_below (self, own, first);
}

char *
bv_ranking_reason (const BvRanking *ranking, BvRankList list, guint position)
{
  Reason self = { .ranking = ranking, .list = list, .position = position };

  self.ranked = bv_ranking_get_list (ranking, list, &self.n_ranked);
  g_return_val_if_fail (position < self.n_ranked, NULL);

  self.rules = bv_ranking_get_rules (ranking);
  self.text = g_string_new (NULL);
  if (self.ranked[position].rank == 0) {
    append_missing (&self);
  } else {
    append_sum (&self);
    append_neighbours (&self);
  }
  return g_string_free (self.text, FALSE);
}
