/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a secret vote of the council needs, whether its tallies balance, and what came of it. */
#include "config.h"

#include "bv-ballot.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>

const BvBallotRules bv_ballot_default_rules = { BV_VOTE_OF_ALL, { 2, 3, FALSE }, TRUE };

static gint64
find_common_divisor (gint64 a, gint64 b)
{
  while (b != 0) {
    gint64 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

BvShare
bv_share_from_basis_points (gint64 points)
{
  gint64 divisor;

  if (points == 5000 || points == 5100)
    return (BvShare){ 1, 2, TRUE };
  if (points >= 6600 && points <= 6700)
    return (BvShare){ 2, 3, FALSE };
  divisor = find_common_divisor (points, 10000);
  return (BvShare){ points / divisor, 10000 / divisor, FALSE };
}

char *
bv_share_to_text (BvShare share)
{
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          share.more ? ">" : "",
                          share.numerator,
                          share.denominator);
}

gboolean
bv_share_parse (const char *text, BvShare *share)
{
  BvShare read = { 0, 0, text[0] == '>' };
  g_auto (GStrv) parts = g_strsplit (text + (read.more ? 1 : 0), "/", 3);
  guint64 numerator, denominator;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, 1000, &numerator, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, 1000, &denominator, NULL))
    return FALSE;
  read.numerator = (gint64) numerator;
  read.denominator = (gint64) denominator;
  if (read.numerator > read.denominator || (read.more && read.numerator == read.denominator))
    return FALSE;
  *share = read;
  return TRUE;
}

char *
bv_share_format (BvShare share)
{
  if (share.more)
    return g_strdup_printf (_ ("more than %d/%d"), (int) share.numerator, (int) share.denominator);
  return g_strdup_printf ("%d/%d", (int) share.numerator, (int) share.denominator);
}

gint64
bv_ballot_need (BvShare share, gint64 n)
{
  gint64 votes = share.numerator * n;

  if (share.more)
    return votes / share.denominator + 1;
  return (votes + share.denominator - 1) / share.denominator;
}

gboolean
bv_ballot_has_quorum (const BvBallotRules *rules, const BvBallotPresence *presence)
{
  return presence->n_members > 0
         && presence->n_present >= bv_ballot_need (rules->quorum, presence->n_members);
}

gint64
bv_ballot_count_valid (const BvBallotBox *box)
{
  return box->returned - box->blank - box->invalid;
}

gboolean
bv_ballot_check_box (const BvBallotBox *box, const BvBallotPresence *presence, GError **error)
{
  if (box->issued > presence->n_present)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%d ballots were issued, but only %d members are present. Count again."),
                 (int) box->issued,
                 (int) presence->n_present);
  else if (box->returned > box->issued)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%d ballots were returned, but only %d were issued. Count again."),
                 (int) box->returned,
                 (int) box->issued);
  else if (box->blank + box->invalid > box->returned)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%d ballots are blank or invalid, but only %d were returned. Count again."),
                 (int) (box->blank + box->invalid),
                 (int) box->returned);
  else
    return TRUE;
  return FALSE;
}

gboolean
bv_ballot_check_count (const BvBallotCount *count,
                       const BvBallotBox *box,
                       const BvBallotPresence *presence,
                       gint64 present_recused,
                       gint64 written_recused,
                       const char *what,
                       GError **error)
{
  gint64 most = MIN (bv_ballot_count_valid (box), presence->n_present - present_recused);
  gint64 most_written = presence->n_written - written_recused;
  gint64 written = count->written_yes + count->written_no;

  if (count->yes + count->no > most)
    g_set_error (
        error,
        BV_ERROR,
        BV_ERROR_INVALID,
        _ ("%s: %d votes for and against, but only %d ballots can count here. Count again."),
        what,
        (int) (count->yes + count->no),
        (int) most);
  else if (written > most_written)
    g_set_error (
        error,
        BV_ERROR,
        BV_ERROR_INVALID,
        _ ("%s: %d written votes, but only %d written opinions can count here. Count again."),
        what,
        (int) written,
        (int) most_written);
  else
    return TRUE;
  return FALSE;
}

void
bv_ballot_decide (const BvBallotRules *rules,
                  const BvBallotPresence *presence,
                  BvShare share,
                  gint64 present_recused,
                  gint64 written_recused,
                  const BvBallotCount *count,
                  BvBallotResult *result)
{
  gint64 written = rules->written_counts ? presence->n_written : 0;

  result->base = rules->base == BV_VOTE_OF_ALL ? presence->n_members
                                               : presence->n_present + written;
  result->need = bv_ballot_need (share, result->base);
  result->able = presence->n_present - present_recused;
  if (rules->written_counts)
    result->able += presence->n_written - written_recused;
  result->reachable = result->able >= result->need;
  result->yes = count ? count->yes + (rules->written_counts ? count->written_yes : 0) : 0;
  if (!count)
    result->outcome = BV_BALLOT_OPEN;
  else if (!bv_ballot_has_quorum (rules, presence))
    result->outcome = BV_BALLOT_NO_QUORUM;
  else
    result->outcome = result->yes >= result->need ? BV_BALLOT_PASSED : BV_BALLOT_FAILED;
}
