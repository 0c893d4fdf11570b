/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a document names for an award, with the post of the closing day, as everywhere in the
 * movement.
 */
#include "config.h"

#include "bv-nominee.h"

#include "bv-number.h"
#include "bv-points.h"
#include "bv-posting-sql.h"

/* ?1 the movement, ?2 its closing day */
#define POSTING BV_SQL_POSTING_ON ("p.id", "?2")
static const char nominees_sql[]
    = "SELECT r.id, r.subject_id, r.award_form_id, coalesce (r.decision_id, 0),"
      " s.kind = 'department', p.sex = 'female', r.typical, coalesce (p.full_name, ''),"
      " coalesce (" BV_SQL_POST_TITLE ", ''), " BV_SQL_POST_DEPARTMENT
      ", coalesce (p.birth_date, ''), f.name,"
      " coalesce (f.decider, ''), coalesce (r.summary, ''), coalesce (r.note, ''),"
      " coalesce (r.outcome, ''), coalesce (r.state, ''), coalesce (r.vote_outcome, ''),"
      " coalesce (r.total, -1), coalesce (r.rank, -1), coalesce (r.vote_yes, -1),"
      " coalesce (r.vote_total, -1), coalesce (r.bonus, -1), coalesce (f.confirmed, 0)"
      " FROM proposal r JOIN award_form f ON f.id = r.award_form_id"
      " JOIN subject s ON s.id = r.subject_id LEFT JOIN person p ON p.id = s.id"
      " LEFT JOIN posting o ON o.id = " POSTING " WHERE r.movement_id = ?1 ORDER BY s.kind,"
      " min (r.position) OVER (PARTITION BY s.kind, f.id), f.id, r.position, r.id";

#define YEAR_LENGTH 4

static void
free_nominee (gpointer data)
{
  BvNominee *nominee = data;

  g_free (nominee->name);
  g_free (nominee->job_title);
  g_free (nominee->department);
  g_free (nominee->birth_year);
  g_free (nominee->award_form);
  g_free (nominee->decider);
  g_free (nominee->summary);
  g_free (nominee->note);
  g_free (nominee->outcome);
  g_free (nominee->state);
  g_free (nominee->vote_outcome);
  g_free (nominee);
}

static char *
dup_text (BvStatement *row, int column)
{
  return g_strdup (bv_statement_get_text (row, column));
}

static BvNominee *
read_nominee (BvDraft *draft, BvStatement *row)
{
  BvNominee *nominee = g_new0 (BvNominee, 1);

  nominee->proposal_id = bv_statement_get_integer (row, 0);
  nominee->subject_id = bv_statement_get_integer (row, 1);
  nominee->award_form_id = bv_statement_get_integer (row, 2);
  nominee->decision_id = bv_statement_get_integer (row, 3);
  nominee->collective = bv_statement_get_integer (row, 4) != 0;
  nominee->woman = bv_statement_get_integer (row, 5) != 0;
  nominee->typical = bv_statement_get_integer (row, 6) != 0;
  nominee->name = nominee->collective ? bv_draft_dup_department (draft, nominee->subject_id)
                                      : dup_text (row, 7);
  nominee->job_title = dup_text (row, 8);
  nominee->department = bv_draft_dup_department (draft, bv_statement_get_integer (row, 9));
  nominee->birth_year = g_strndup (bv_statement_get_text (row, 10), YEAR_LENGTH);
  nominee->award_form = dup_text (row, 11);
  nominee->decider = dup_text (row, 12);
  nominee->summary = dup_text (row, 13);
  nominee->note = dup_text (row, 14);
  nominee->outcome = dup_text (row, 15);
  nominee->state = dup_text (row, 16);
  nominee->vote_outcome = dup_text (row, 17);
  nominee->total = bv_statement_get_integer (row, 18);
  nominee->rank = bv_statement_get_integer (row, 19);
  nominee->yes = bv_statement_get_integer (row, 20);
  nominee->votes = bv_statement_get_integer (row, 21);
  nominee->bonus = bv_statement_get_integer (row, 22);
  nominee->confirmed = bv_statement_get_integer (row, 23) != 0;
  return nominee;
}

static void
add_members (BvDraft *draft, BvNominee *nominee)
{
  const BvAssessed *assessed = bv_draft_get_subject (draft, nominee->subject_id);

  if (!assessed)
    return;
  nominee->n_members = assessed->n_members;
  nominee->n_women = assessed->n_women;
}

static gboolean
is_proposed (const BvNominee *nominee)
{
  return (g_str_equal (nominee->outcome, "proposed") || g_str_equal (nominee->outcome, "boundary"))
         && !g_str_equal (nominee->state, "withdrawn") && !g_str_equal (nominee->state, "refused");
}

static gboolean
is_chosen (const BvNominee *nominee, BvNomineeChoice choice, gint64 decision_id, gboolean voted)
{
  switch (choice) {
  case BV_NOMINEES_DECIDED:
    return nominee->decision_id == decision_id;
  case BV_NOMINEES_OWN:
    if (*nominee->decider && !g_str_equal (nominee->decider, "director"))
      return FALSE;
    G_GNUC_FALLTHROUGH;
  case BV_NOMINEES_PASSED:
    return voted ? g_str_equal (nominee->vote_outcome, "passed")
                       && !g_str_equal (nominee->state, "withdrawn")
                       && !g_str_equal (nominee->state, "refused")
                 : is_proposed (nominee);
  case BV_NOMINEES_PROPOSED:
  default:
    return is_proposed (nominee);
  }
}

static GPtrArray *
choose (GPtrArray *all, BvNomineeChoice choice, gint64 decision_id)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (free_nominee);
  gboolean voted = FALSE;

  for (guint i = 0; i < all->len; i++) {
    const BvNominee *nominee = g_ptr_array_index (all, i);
    voted |= *nominee->vote_outcome && !g_str_equal (nominee->vote_outcome, "open");
  }
  for (guint i = 0; i < all->len; i++) {
    BvNominee *nominee = g_ptr_array_index (all, i);
    if (is_chosen (nominee, choice, decision_id, voted))
      g_ptr_array_add (chosen, nominee);
    else
      free_nominee (nominee);
  }
  return chosen;
}

GPtrArray *
bv_nominee_load (BvDraft *draft, BvNomineeChoice choice, gint64 decision_id, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (BvStatement) rows = NULL;
  g_autofree char *closing = bv_draft_dup_closing (draft);
  GPtrArray *chosen;
  BvStep step;

  if (!bv_draft_get_assessment (draft, error))
    return NULL;
  rows = bv_database_prepare (bv_office_get_database (draft->office), nominees_sql, error);
  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, draft->movement_id);
  bv_statement_bind_text (rows, 2, closing);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    BvNominee *nominee = read_nominee (draft, rows);
    add_members (draft, nominee);
    g_ptr_array_add (all, nominee);
  }
  chosen = choose (all, choice, decision_id);
  if (step == BV_STEP_DONE)
    return chosen;
  g_ptr_array_unref (chosen);
  return NULL;
}

char *
bv_nominee_dup_post (const BvNominee *nominee)
{
  return g_markup_printf_escaped ("%s%s%s",
                                  nominee->job_title,
                                  *nominee->job_title && *nominee->department ? ", " : "",
                                  nominee->department);
}

char *
bv_nominee_dup_points (const BvNominee *nominee)
{
  BvFraction fraction = bv_fraction_from_points (nominee->total);

  return nominee->total < 0 ? g_strdup ("") : bv_fraction_format (fraction);
}

char *
bv_nominee_dup_votes (const BvNominee *nominee)
{
  return nominee->yes < 0 ? g_strdup ("")
                          : g_strdup_printf ("%d/%d", (int) nominee->yes, (int) nominee->votes);
}

/* As offices write it: no digit can be put in front. */
static char *
dup_number (guint n)
{
  return n < 10 ? g_strdup_printf ("%02u", n) : bv_number_format_integer (n);
}

static void
count (GPtrArray *nominees, guint *n_collectives, guint *n_persons)
{
  *n_collectives = 0;
  for (guint i = 0; i < nominees->len; i++)
    *n_collectives += ((BvNominee *) g_ptr_array_index (nominees, i))->collective != FALSE;
  *n_persons = nominees->len - *n_collectives;
}

char *
bv_nominee_dup_numbers (GPtrArray *nominees)
{
  guint n_collectives, n_persons;
  g_autofree char *collectives = NULL;
  g_autofree char *persons = NULL;

  count (nominees, &n_collectives, &n_persons);
  collectives = dup_number (n_collectives);
  persons = dup_number (n_persons);
  if (n_collectives == 0)
    return g_strdup_printf ("%s cá nhân", persons);
  if (n_persons == 0)
    return g_strdup_printf ("%s tập thể", collectives);
  return g_strdup_printf ("%s tập thể và %s cá nhân", collectives, persons);
}

void
bv_nominee_set_counts (BvDraft *draft, GPtrArray *nominees)
{
  guint n_collectives, n_persons;
  g_autofree char *collectives = NULL;
  g_autofree char *persons = NULL;
  g_autofree char *both = bv_nominee_dup_numbers (nominees);

  count (nominees, &n_collectives, &n_persons);
  collectives = dup_number (n_collectives);
  persons = dup_number (n_persons);
  bv_draft_set (draft, "tập thể, cá nhân", both);
  bv_draft_set (draft, "số tập thể", collectives);
  bv_draft_set (draft, "số cá nhân", persons);
}

gboolean
bv_nominee_begins_group (GPtrArray *nominees, guint i)
{
  const BvNominee *one = g_ptr_array_index (nominees, i), *before;

  if (i == 0)
    return TRUE;
  before = g_ptr_array_index (nominees, i - 1);
  return one->collective != before->collective || one->award_form_id != before->award_form_id;
}
