/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quota: the arithmetic, the words that show it, and the walk that never cuts a tie. */
#include "config.h"

#include <string.h>

#include "bv-quota.h"

#define N_RANDOM 40

static BvQuotaRule
make_rule (gint64 percent, gint64 base, BvRounding rounding, gint64 minimum)
{
  return (BvQuotaRule){ 1, percent, base, rounding, minimum, BV_QUOTA_DEFAULT_ALTERNATES };
}

static void
test_cap (void)
{
  static const struct
  {
    gint64 percent, base, floor, half_up, ceiling;
  } vectors[] = {
    { 1500, 12, 1, 2, 2 },
    { 1500, 14, 2, 2, 3 },
    { 1500, 27, 4, 4, 5 },
    { 1500, 20, 3, 3, 3 },
    { 1500, 0, 0, 0, 0 },
    { 0, 100, 0, 0, 0 },
    { 1500, 10, 1, 2, 2 },
    { 1, 1, 0, 0, 1 },
    { 1, 4999, 0, 0, 1 },
    { 1, 5000, 0, 1, 1 },
    { 10000, 7, 7, 7, 7 },
    { -1500, 12, 0, 0, 0 },
    { 1500, -12, 0, 0, 0 },
    { 3333, 3, 0, 1, 1 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { 10000, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    const gint64 expected[] = { vectors[i].floor, vectors[i].half_up, vectors[i].ceiling };

    for (guint rounding = 0; rounding < G_N_ELEMENTS (expected); rounding++) {
      BvQuotaRule rule = make_rule (vectors[i].percent, vectors[i].base, rounding, 0);

      g_assert_cmpint (bv_quota_cap (&rule), ==, expected[rounding]);
    }
  }
}

/* Each rounding by what it means, without dividing. */
static void
test_cap_definition (void)
{
  for (guint i = 0; i < 20000; i++) {
    gint64 percent = g_test_rand_int_range (0, 10001), base = g_test_rand_int_range (0, 100000);
    gint64 minimum = g_test_rand_int_range (-1, 3), product = percent * base;
    BvQuotaRule rule = make_rule (percent, base, BV_ROUNDING_FLOOR, 0);
    gint64 cap = bv_quota_cap (&rule), least;

    g_assert_true (cap * 10000 <= product && product < (cap + 1) * 10000);
    rule.minimum = minimum;
    least = bv_quota_cap (&rule);
    g_assert_cmpint (least, ==, cap < minimum ? minimum : cap);
    rule = make_rule (percent, base, BV_ROUNDING_CEILING, 0);
    cap = bv_quota_cap (&rule);
    g_assert_true ((cap - 1) * 10000 < product && product <= cap * 10000);
    rule.rounding = BV_ROUNDING_HALF_UP;
    cap = bv_quota_cap (&rule);
    g_assert_true (2 * cap * 10000 - 10000 <= 2 * product && 2 * product < 2 * cap * 10000 + 10000);
  }
}

static void
test_explain (void)
{
  static const struct
  {
    BvQuotaRule rule;
    const char *text;
  } vectors[] = {
    { { 1, 1500, 12, BV_ROUNDING_FLOOR, 0 }, "12 × 15 % = 1,8 → 1 (rounded down)" },
    { { 1, 1500, 12, BV_ROUNDING_HALF_UP, 0 }, "12 × 15 % = 1,8 → 2 (rounded to the nearest)" },
    { { 1, 1500, 14, BV_ROUNDING_CEILING, 0 }, "14 × 15 % = 2,1 → 3 (rounded up)" },
    { { 1, 1500, 27, BV_ROUNDING_FLOOR, 0 }, "27 × 15 % = 4,05 → 4 (rounded down)" },
    { { 1, 1500, 20, BV_ROUNDING_FLOOR, 0 }, "20 × 15 % = 3" },
    { { 1, 1250, 9, BV_ROUNDING_FLOOR, 0 }, "9 × 12,5 % = 1,125 → 1 (rounded down)" },
    { { 1, 3333, 3, BV_ROUNDING_FLOOR, 1 },
      "3 × 33,33 % = 0,9999 → 0 (rounded down) → 1 (the minimum)" },
    { { 1, 1000, 10, BV_ROUNDING_FLOOR, 2 }, "10 × 10 % = 1 → 2 (the minimum)" },
    { { 1, 1500, 1234, BV_ROUNDING_FLOOR, 0 }, "1.234 × 15 % = 185,1 → 185 (rounded down)" },
    { { 1, 1, 1, BV_ROUNDING_FLOOR, 0 }, "1 × 0,01 % = 0,0001 → 0 (rounded down)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    g_autofree char *text = bv_quota_explain (&vectors[i].rule);

    g_assert_cmpstr (text, ==, vectors[i].text);
  }
}

/* Positions are candidates; "1223" are their ranks in digits, 0 when not ranked. */
static guint
fill_ranked (BvRanked *ranked, const char *ranks)
{
  guint n = strlen (ranks);

  for (guint i = 0; i < n; i++) {
    ranked[i] = (BvRanked){ .candidate = i, .rank = ranks[i] - '0' };
    for (guint j = 0; ranks[i] != '0' && j < n; j++)
      ranked[i].n_tied += ranks[j] == ranks[i];
  }
  return n;
}

/* Walks with @places and reads the outcomes as letters: Taken Boundary Alternate - not taken
 * Ineligible Unranked Higher Other quota of the form. */
static char *
walk (gint64 form,
      gint64 places,
      const char *ranks,
      const char *ineligible,
      gint64 *held,
      BvQuotaUse *use)
{
  static const char letters[] = "-TBAIUHO";
  BvQuotaRule rule = make_rule (10000, places, BV_ROUNDING_FLOOR, 0);
  BvQuotaOutcome outcomes[16];
  gboolean eligible[16];
  BvRanked ranked[16];
  guint n = fill_ranked (ranked, ranks);
  char *text = g_strdup (ranks);

  rule.form = form;
  for (guint i = 0; i < n; i++)
    eligible[i] = strchr (ineligible, 'a' + i) == NULL;
  bv_quota_walk (&rule, ranked, n, eligible, held, outcomes, use);
  for (guint i = 0; i < n; i++)
    text[i] = letters[outcomes[i]];
  return text;
}

static void
test_walk (void)
{
  static const struct
  {
    gint64 places;
    const char *ranks, *ineligible, *outcomes;
    gint64 used, left;
    guint n_boundary;
  } vectors[] = {
    { 2, "1234567", "", "TTAAA--", 2, 0, 0 },
    { 2, "1224567", "", "TBBAAA-", 1, 1, 2 },  /* the tie is not cut */
    { 3, "1224567", "", "TTTAAA-", 3, 0, 0 },  /* it fits exactly */
    { 1, "1224567", "", "TAAA---", 1, 0, 0 },  /* nothing left: nothing to decide */
    { 2, "1224567", "b", "TITAAA-", 2, 0, 0 }, /* who is not eligible takes no place */
    { 2, "1111", "", "BBBB", 0, 2, 4 },
    { 0, "12", "", "AA", 0, 0, 0 },
    { 9, "12", "", "TT", 2, 7, 0 },
    { 1, "1233367", "", "TAAAA--", 1, 0, 0 }, /* a tie of alternates is not cut either */
    { 2, "123400", "a", "ITTAUU", 2, 0, 0 },
    { 2, "1200", "d", "TTUI", 2, 0, 0 },
    { 3, "", "", "", 0, 3, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    gint64 held[16] = { 0 };
    BvQuotaUse use;
    g_autofree char *text = walk (
        7, vectors[i].places, vectors[i].ranks, vectors[i].ineligible, held, &use);

    g_assert_cmpstr (text, ==, vectors[i].outcomes);
    g_assert_cmpint (use.cap, ==, vectors[i].places);
    g_assert_cmpint (use.used, ==, vectors[i].used);
    g_assert_cmpint (use.left, ==, vectors[i].left);
    g_assert_cmpuint (use.n_boundary, ==, vectors[i].n_boundary);
    for (guint j = 0; text[j] != '\0'; j++)
      g_assert_true (held[j] == (text[j] == 'T' ? 7 : 0));
  }
}

/* Forms in order of precedence: who has the higher one leaves a place in the lower one. */
static void
test_precedence (void)
{
  gint64 held[16] = { 0 };
  BvQuotaUse use;
  g_autofree char *higher = walk (7, 2, "1234567", "a", held, &use);
  g_autofree char *lower = walk (8, 3, "1234567", "", held, &use);
  g_autofree char *lowest = walk (9, 1, "1234567", "", held, &use);

  g_assert_cmpstr (higher, ==, "ITTAAA-");
  g_assert_cmpstr (lower, ==, "THHTTAA");
  g_assert_cmpstr (lowest, ==, "HHHHHTA");
}

/* Two quotas of one form: who has a place by the first has no higher form, but this one. */
static void
test_same_form (void)
{
  gint64 held[16] = { 0 };
  BvQuotaUse use;
  g_autofree char *higher = walk (7, 1, "1234567", "", held, &use);
  g_autofree char *first = walk (8, 2, "1234567", "", held, &use);
  g_autofree char *second = walk (8, 1, "1234567", "", held, &use);

  g_assert_cmpstr (higher, ==, "TAAA---");
  g_assert_cmpstr (first, ==, "HTTAAA-");
  g_assert_cmpstr (second, ==, "HOOTAAA");
}

/* A random list: sizes of ties, who is eligible, who has a higher form already. */
typedef struct
{
  BvRanked ranked[N_RANDOM];
  gboolean eligible[N_RANDOM];
  gint64 before[N_RANDOM], after[N_RANDOM];
  BvQuotaOutcome outcomes[N_RANDOM];
  BvQuotaUse use;
  guint n;
} Random;

static void
fill_random (Random *self)
{
  self->n = g_test_rand_int_range (0, N_RANDOM + 1);
  for (guint i = 0; i < self->n;) {
    guint size = g_test_rand_int_range (1, 5);
    guint rank = g_test_rand_int_range (0, 15) == 0 ? 0 : i + 1;

    size = MIN (size, self->n - i);
    for (guint j = i; j < i + size; j++)
      self->ranked[j] = (BvRanked){ .candidate = j, .rank = rank, .n_tied = rank ? size : 0 };
    i += size;
  }
  for (guint i = 0; i < self->n; i++) {
    self->eligible[i] = g_test_rand_int_range (0, 5) > 0;
    self->before[i] = self->after[i] = MAX (0, g_test_rand_int_range (-10, 3));
  }
}

static guint
count (const Random *self, BvQuotaOutcome outcome)
{
  guint found = 0;

  for (guint i = 0; i < self->n; i++)
    found += self->outcomes[i] == outcome;
  return found;
}

static gboolean
is_in_line (const Random *self, guint i)
{
  return !self->before[i] && self->eligible[i] && self->ranked[i].rank > 0;
}

/* Nobody below somebody not taken is taken, and those of one rank fare alike. */
static void
check_order (const Random *self)
{
  static const int height[] = { [BV_QUOTA_TAKEN] = 3,
                                [BV_QUOTA_BOUNDARY] = 2,
                                [BV_QUOTA_ALTERNATE] = 1,
                                [BV_QUOTA_NOT_TAKEN] = 0 };
  const BvRanked *last = NULL;

  for (guint i = 0; i < self->n; i++) {
    if (!is_in_line (self, i)) {
      g_assert_cmpint (self->outcomes[i], >=, BV_QUOTA_NOT_ELIGIBLE);
      g_assert_true ((self->outcomes[i] == BV_QUOTA_OTHER_QUOTA) == (self->before[i] == 1));
      g_assert_true (self->after[i] == self->before[i]);
      continue;
    }
    g_assert_cmpint (self->outcomes[i], <, BV_QUOTA_NOT_ELIGIBLE);
    g_assert_true (self->after[i] == (self->outcomes[i] == BV_QUOTA_TAKEN));
    if (last != NULL && last->rank == self->ranked[i].rank)
      g_assert_cmpint (self->outcomes[i], ==, self->outcomes[last->candidate]);
    else if (last != NULL)
      g_assert_cmpint (height[self->outcomes[i]], <=, height[self->outcomes[last->candidate]]);
    last = &self->ranked[i];
  }
}

static void
test_properties (void)
{
  guint n_boundaries = 0;

  for (guint round = 0; round < 5000; round++) {
    Random random;
    BvQuotaRule rule = make_rule (10000, g_test_rand_int_range (0, 20), BV_ROUNDING_FLOOR, 0);
    guint boundary, alternates;

    fill_random (&random);
    bv_quota_walk (&rule,
                   random.ranked,
                   random.n,
                   random.eligible,
                   random.after,
                   random.outcomes,
                   &random.use);
    check_order (&random);
    boundary = count (&random, BV_QUOTA_BOUNDARY);
    alternates = count (&random, BV_QUOTA_ALTERNATE);
    g_assert_cmpint (random.use.used, ==, count (&random, BV_QUOTA_TAKEN));
    g_assert_cmpint (random.use.used, <=, rule.base);
    g_assert_cmpint (random.use.used + random.use.left, ==, random.use.cap);
    g_assert_cmpuint (random.use.n_boundary, ==, boundary);
    if (boundary > 0)
      g_assert_true (random.use.left > 0 && boundary > random.use.left);
    else if (random.use.left > 0)
      g_assert_cmpuint (alternates + count (&random, BV_QUOTA_NOT_TAKEN), ==, 0);
    /* A place that can be filled is filled, and somebody in line is named before nobody. */
    if (count (&random, BV_QUOTA_NOT_TAKEN) > 0)
      g_assert_cmpuint (alternates, >=, rule.n_alternates);
    n_boundaries += boundary > 0;
  }
  g_assert_cmpuint (n_boundaries, >, 500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/quota/cap", test_cap);
  g_test_add_func ("/rules/quota/cap-definition", test_cap_definition);
  g_test_add_func ("/rules/quota/explain", test_explain);
  g_test_add_func ("/rules/quota/walk", test_walk);
  g_test_add_func ("/rules/quota/precedence", test_precedence);
  g_test_add_func ("/rules/quota/same-form", test_same_form);
  g_test_add_func ("/rules/quota/properties", test_properties);
  return g_test_run ();
}
