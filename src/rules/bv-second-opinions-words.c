/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What second opinions say, sentence by sentence. */
#include "config.h"

#include "bv-second-opinions-words.h"

#include <glib/gi18n-lib.h>

#include "bv-number.h"

/* So many names stand in a sentence; the others are counted. */
#define MOST_NAMES 3

static const struct
{
  const char *name;
  const char *about;
} methods[BV_N_OPINIONS] = {
  [BV_OPINION_MEAN] = { NC_ ("way of counting", "Mean"),
                        N_ ("All marks added up and divided by the number of members.") },
  [BV_OPINION_TRIMMED]
  = { NC_ ("way of counting", "Trimmed mean"),
      N_ ("The mean without the highest and the lowest mark, once five members "
          "have marked: one unusual mark cannot decide.") },
  [BV_OPINION_MEDIAN] = { NC_ ("way of counting", "Median"),
                          N_ ("The mark in the middle: as many members gave more as gave less.") },
  [BV_OPINION_JUDGMENT] = { NC_ ("way of counting", "Usual judgment"),
                            N_ ("The grade that half of the members reach, moved up or down by how "
                                "many gave more or less.") },
  [BV_OPINION_BORDA]
  = { NC_ ("way of counting", "Borda"),
      N_ ("Each member gives one point for everybody placed lower: places count, "
          "not distances.") },
  [BV_OPINION_PLACEMENT] = { NC_ ("way of counting", "Majority place"),
                             N_ ("The best place that more than half of the members give, or "
                                 "better.") },
  [BV_OPINION_SCHULZE]
  = { NC_ ("way of counting", "Schulze"),
      N_ ("Everybody is compared with everybody else as in a vote between two: "
          "more members for one of them, and that one goes first.") },
  [BV_OPINION_ADJUSTED]
  = { NC_ ("way of counting", "Adjusted"),
      N_ ("Makes up for members who did not mark somebody: who was left out by a strict member is "
          "not better off for that.") },
};

static const struct
{
  const char *name;
  const char *meaning;
} lights[] = {
  [BV_FIRMNESS_NONE] = { NULL, N_ ("Nobody is inside this quota yet: there is no boundary.") },
  [BV_FIRMNESS_FIRM] = { NC_ ("firmness", "Firm"),
                         N_ ("Whichever way one counts, the same are inside the quota.") },
  [BV_FIRMNESS_SENSITIVE] = { NC_ ("firmness", "Sensitive"),
                              N_ ("Counted another way, others would be inside the quota: worth a "
                                  "discussion by the council.") },
  [BV_FIRMNESS_TIE] = { NC_ ("firmness", "Tie"),
                        N_ ("Equals stand on the boundary and do not all fit in: the council "
                            "decides.") },
};

/* Says @text in @tone; takes it. */
static void
say (GPtrArray *reasons, BvFirmness tone, char *text)
{
  BvSecondOpinionsReason *reason = g_new (BvSecondOpinionsReason, 1);

  reason->tone = tone;
  reason->text = text;
  g_ptr_array_add (reasons, reason);
}

static void
free_reason (gpointer data)
{
  g_free (((BvSecondOpinionsReason *) data)->text);
  g_free (data);
}

static char *
format_share (guint part, guint whole)
{
  return bv_number_format_decimal ((gint64) part * 1000 / whole, 1);
}

static char *
list_names (const BvOpinionMatrix *matrix, const GArray *subjects)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (subjects->len, MOST_NAMES); i++)
    g_string_append_printf (names,
                            "%s%s",
                            i > 0 ? ", " : "",
                            matrix->subject_names[g_array_index (subjects, guint, i)]);
  if (subjects->len > MOST_NAMES)
    g_string_append_printf (names,
                            ngettext (" and %u more", " and %u more", subjects->len - MOST_NAMES),
                            subjects->len - MOST_NAMES);
  return g_string_free (names, FALSE);
}

static gboolean
is_same_set (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, guint, i) != g_array_index (b, guint, i))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_change (const BvOpinionChange *a, const BvOpinionChange *b)
{
  return a->basis == b->basis && is_same_set (a->entering, b->entering)
         && is_same_set (a->leaving, b->leaving);
}

static const char *
name_way (const BvSecondOpinions *self, const BvOpinionChange *change)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);

  switch (change->basis) {
  case BV_OPINION_WITHOUT_MEMBER:
    return matrix->member_names[change->which];
  case BV_OPINION_WITHOUT_CRITERION:
    return matrix->criterion_names[change->which];
  case BV_OPINION_BY_METHOD:
  default:
    return bv_second_opinions_words_method ((BvOpinionMethod) change->which);
  }
}

/* "Counted by “Median” or “Borda”": all ways from @first on that change the same. */
static char *
name_basis (const BvSecondOpinions *self, const GPtrArray *changes, guint first)
{
  const BvOpinionChange *change = g_ptr_array_index (changes, first);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = first; i < changes->len; i++) {
    const BvOpinionChange *other = g_ptr_array_index (changes, i);

    if (is_same_change (change, other))
      g_string_append_printf (
          names, "%s“%s”", names->len > 0 ? _ (" or ") : "", name_way (self, other));
  }
  if (change->basis == BV_OPINION_WITHOUT_MEMBER)
    return g_strdup_printf (_ ("Without the marks of %s"), names->str);
  if (change->basis == BV_OPINION_WITHOUT_CRITERION)
    return g_strdup_printf (_ ("Without content %s"), names->str);
  return g_strdup_printf (_ ("Counted by %s"), names->str);
}

/* Whether a way before @index changes the same, and has told it. */
static gboolean
is_told (const GPtrArray *changes, guint index)
{
  for (guint i = 0; i < index; i++)
    if (is_same_change (g_ptr_array_index (changes, i), g_ptr_array_index (changes, index)))
      return TRUE;
  return FALSE;
}

static void
tell_change (const BvSecondOpinions *self,
             const GPtrArray *changes,
             guint index,
             GPtrArray *reasons)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);
  const BvOpinionChange *change = g_ptr_array_index (changes, index);
  g_autofree char *basis = name_basis (self, changes, index);
  g_autofree char *entering = list_names (matrix, change->entering);
  g_autofree char *leaving = list_names (matrix, change->leaving);
  char *text;

  if (is_told (changes, index))
    return;
  if (change->leaving->len == 0)
    text = g_strdup_printf (_ ("%s: %s would be inside."), basis, entering);
  else if (change->entering->len == 0)
    text = g_strdup_printf (_ ("%s: %s would no longer be inside."), basis, leaving);
  else
    text = g_strdup_printf (_ ("%s: %s would be inside instead of %s."), basis, entering, leaving);
  say (reasons, BV_FIRMNESS_SENSITIVE, text);
}

static void
tell_tie (const BvSecondOpinions *self, const BvOpinionBoundary *boundary, GPtrArray *reasons)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);
  g_autoptr (GArray) tied = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  gint64 left = boundary->cap;

  for (guint i = 0; i < boundary->n_pool; i++) {
    left -= boundary->official[boundary->pool[i]] == BV_OPINION_INSIDE;
    if (boundary->official[boundary->pool[i]] == BV_OPINION_OPEN)
      g_array_append_val (tied, boundary->pool[i]);
  }
  names = list_names (matrix, tied);
  say (
      reasons,
      BV_FIRMNESS_TIE,
      g_strdup_printf (ngettext ("%s share one rank; only %d place is left for them. The council "
                                 "decides.",
                                 "%s share one rank; only %d places are left for them. The council "
                                 "decides.",
                                 (gulong) left),
                       names,
                       (int) left));
}

/* How many ways of one kind changed something. */
static guint
count_changes (const BvOpinionBoundary *boundary, BvOpinionBasis basis)
{
  guint n = 0;

  for (guint i = 0; i < boundary->changes->len; i++)
    n += ((const BvOpinionChange *) g_ptr_array_index (boundary->changes, i))->basis == basis;
  return n;
}

static void
tell_agreement (const BvOpinionBoundary *boundary, GPtrArray *reasons)
{
  guint n = boundary->n_alternatives[BV_OPINION_BY_METHOD];

  if (n > 0 && count_changes (boundary, BV_OPINION_BY_METHOD) == 0)
    say (reasons,
         BV_FIRMNESS_FIRM,
         g_strdup_printf (ngettext ("%u way of counting names the same.",
                                    "All %u ways of counting name the same.",
                                    n),
                          n));
  if (boundary->n_alternatives[BV_OPINION_WITHOUT_MEMBER] > 0
      && count_changes (boundary, BV_OPINION_WITHOUT_MEMBER) == 0)
    say (reasons, BV_FIRMNESS_FIRM, g_strdup (_ ("Leaving out any one member changes nothing.")));
  if (boundary->n_alternatives[BV_OPINION_WITHOUT_CRITERION] > 0
      && count_changes (boundary, BV_OPINION_WITHOUT_CRITERION) == 0)
    say (reasons, BV_FIRMNESS_FIRM, g_strdup (_ ("Leaving out any one content changes nothing.")));
}

/* The subject whose place changes most often. */
static guint
find_least_certain (const BvOpinionBoundary *boundary, guint *n_stays)
{
  guint found = 0;

  *n_stays = G_MAXUINT;
  for (guint i = 0; i < boundary->n_pool; i++) {
    guint subject = boundary->pool[i];
    guint stays = boundary->official[subject] == BV_OPINION_INSIDE
                      ? boundary->n_inside[subject]
                      : boundary->n_draws - boundary->n_inside[subject];

    if (boundary->official[subject] == BV_OPINION_OPEN || stays >= *n_stays)
      continue;
    *n_stays = stays;
    found = subject;
  }
  return found;
}

static void
tell_draws (const BvSecondOpinions *self, const BvOpinionBoundary *boundary, GPtrArray *reasons)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);
  g_autofree char *same = NULL;
  g_autofree char *inside = NULL;
  guint subject, n_stays;

  if (boundary->n_draws == 0)
    return;
  same = format_share (boundary->n_same, boundary->n_draws);
  if ((guint64) boundary->n_same * 10000 >= (guint64) boundary->n_draws * BV_FIRMNESS_SHARE) {
    say (reasons,
         BV_FIRMNESS_FIRM,
         g_strdup_printf (_ ("With the weights of all contents moved at random by up to 20 %%, the "
                             "same stay inside %s times in 100."),
                          same));
    return;
  }
  subject = find_least_certain (boundary, &n_stays);
  inside = format_share (boundary->n_inside[subject], boundary->n_draws);
  say (reasons,
       BV_FIRMNESS_SENSITIVE,
       g_strdup_printf (_ ("With the weights of all contents moved at random by up to 20 %%, the "
                           "same stay inside only %s times in 100; least certain: %s, inside %s "
                           "times in 100."),
                        same,
                        matrix->subject_names[subject],
                        inside));
}

static void
tell_equal (const BvSecondOpinions *self, const BvOpinionBoundary *boundary, GPtrArray *reasons)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);

  if (boundary->equal)
    say (reasons,
         BV_FIRMNESS_NONE,
         g_strdup_printf (_ ("%s and %s have the same points: only the order agreed for ties "
                             "separates them."),
                          matrix->subject_names[boundary->last_inside],
                          matrix->subject_names[boundary->first_outside]));
}

static void
tell_flip (const BvSecondOpinions *self, const BvOpinionBoundary *boundary, GPtrArray *reasons)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);
  g_autofree char *now = bv_number_format_decimal ((boundary->flip.weight + 5) / 10, 1);
  g_autofree char *then = bv_number_format_decimal ((boundary->flip.flipped + 5) / 10, 1);

  if (!boundary->has_flip)
    return;
  say (reasons,
       BV_FIRMNESS_NONE,
       g_strdup_printf (_ ("%s and %s change places once content “%s” makes %s %% of all points "
                           "instead of %s %%."),
                        matrix->subject_names[boundary->last_inside],
                        matrix->subject_names[boundary->first_outside],
                        matrix->criterion_names[boundary->flip.criterion],
                        then,
                        now));
}

static void
tell_gap (const BvSecondOpinions *self, const BvOpinionBoundary *boundary, GPtrArray *reasons)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);
  g_autofree char *mean = bv_number_format_decimal (ABS (boundary->gap.mean), 2);
  g_autofree char *error = bv_number_format_decimal (2 * boundary->gap.error, 2);

  if (!boundary->has_gap || boundary->gap.apart)
    return;
  say (reasons,
       BV_FIRMNESS_NONE,
       g_strdup_printf (_ ("%s and %s are %s points apart, which is within the members' own spread "
                           "(%s points): decide by discussion or vote."),
                        matrix->subject_names[boundary->last_inside],
                        matrix->subject_names[boundary->first_outside],
                        mean,
                        error));
}

const char *
bv_second_opinions_words_light (BvFirmness light)
{
  g_return_val_if_fail (light < G_N_ELEMENTS (lights), "");

  return lights[light].name != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "firmness", lights[light].name)
                                    : "";
}

const char *
bv_second_opinions_words_meaning (BvFirmness light)
{
  g_return_val_if_fail (light < G_N_ELEMENTS (lights), "");

  return _ (lights[light].meaning);
}

const char *
bv_second_opinions_words_method (BvOpinionMethod method)
{
  g_return_val_if_fail (method < BV_N_OPINIONS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "way of counting", methods[method].name);
}

const char *
bv_second_opinions_words_about (BvOpinionMethod method)
{
  g_return_val_if_fail (method < BV_N_OPINIONS, "");

  return _ (methods[method].about);
}

char *
bv_second_opinions_words_absent (const BvSecondOpinions *self, BvOpinionMethod method)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self);
  guint unmarked = bv_opinion_matrix_find_unmarked (matrix);

  if (bv_second_opinions_get_ranks (self, method) != NULL)
    return NULL;
  if (matrix->n_members == 0 || matrix->n_subjects == 0)
    return g_strdup (_ ("The members of the council have no sheets of their own in this movement, "
                        "so their marks cannot be compared."));
  if (unmarked < matrix->n_subjects)
    return g_strdup_printf (
        _ ("%s has too few confirmed sheets of members yet, so the members' marks "
           "cannot be compared."),
        matrix->subject_names[unmarked]);
  if (method == BV_OPINION_JUDGMENT)
    return g_strdup (_ ("The totals are too varied for this way, which needs few grades."));
  return g_strdup (_ ("No chain of members links all subjects, so they cannot be compared."));
}

GPtrArray *
bv_second_opinions_words_explain (const BvSecondOpinions *self, guint boundary)
{
  const BvOpinionBoundary *at = bv_second_opinions_get_boundary (self, boundary);
  GPtrArray *reasons = g_ptr_array_new_with_free_func (free_reason);

  if (at->light == BV_FIRMNESS_NONE)
    return reasons;
  if (at->light == BV_FIRMNESS_TIE)
    tell_tie (self, at, reasons);
  tell_equal (self, at, reasons);
  for (guint i = 0; i < at->changes->len; i++)
    tell_change (self, at->changes, i, reasons);
  tell_draws (self, at, reasons);
  tell_agreement (at, reasons);
  tell_gap (self, at, reasons);
  tell_flip (self, at, reasons);
  return reasons;
}
