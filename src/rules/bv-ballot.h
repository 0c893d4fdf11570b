/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a secret vote of the council needs, whether its tallies balance, and what came of it. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvShare:
 * @numerator: of the share, 2 of 2/3
 * @denominator: of the share, greater than 0
 * @more: whether the share itself is not enough: "more than half"
 *
 * A share of votes as the rules name it, never as a rounded percentage: 67 % is not two thirds.
 */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
  gboolean more;
} BvShare;

/* What the share is taken of. */
typedef enum {
  BV_VOTE_OF_ALL,     /* the whole membership */
  BV_VOTE_OF_PRESENT, /* those present and those who wrote */
} BvVoteBase;

/**
 * BvBallotRules:
 * @base: what the share of votes is taken of
 * @quorum: share of the members that must be present
 * @written_counts: whether written opinions of absent members are votes
 */
typedef struct
{
  BvVoteBase base;
  BvShare quorum;
  gboolean written_counts;
} BvBallotRules;

/* Votes of all members, two thirds present, written opinions count. The quorum is a custom that
 * the office has to confirm. */
extern const BvBallotRules bv_ballot_default_rules;

/**
 * BvBallotPresence: how many members there are, are in the room, and sent a written opinion.
 */
typedef struct
{
  gint64 n_members;
  gint64 n_present;
  gint64 n_written;
} BvBallotPresence;

/** BvBallotBox: the papers, as the counting team found them. */
typedef struct
{
  gint64 issued;
  gint64 returned;
  gint64 blank;
  gint64 invalid;
} BvBallotBox;

/** BvBallotCount: the votes on one line. */
typedef struct
{
  gint64 yes;
  gint64 no;
  gint64 written_yes;
  gint64 written_no;
} BvBallotCount;

typedef enum {
  BV_BALLOT_OPEN,
  BV_BALLOT_PASSED,
  BV_BALLOT_FAILED,
  BV_BALLOT_NO_QUORUM,
} BvBallotOutcome;

/**
 * BvBallotResult:
 * @base: the number the share was taken of
 * @need: the least number of votes for
 * @able: the votes for that are possible at all: the members who may vote on this line
 * @reachable: whether @able is enough
 * @yes: votes for, written ones included when they count
 * @outcome: what came of it
 */
typedef struct
{
  gint64 base;
  gint64 need;
  gint64 able;
  gboolean reachable;
  gint64 yes;
  BvBallotOutcome outcome;
} BvBallotResult;

/* The share that @points (basis points) stands for: 5000 and 5100 are "more than half", 6600 to
 * 6700 two thirds, anything else itself. */
BvShare bv_share_from_basis_points (gint64 points);
/* Returns: (transfer full): "2/3", or "more than 1/2" in the language of the program. */
char *bv_share_format (BvShare share);
/* Returns: (transfer full): as rules are written down and typed: "2/3", ">1/2" for more than half.
 */
char *bv_share_to_text (BvShare share);
/* Reads what bv_share_to_text() writes; %FALSE leaves @share alone. */
gboolean bv_share_parse (const char *text, BvShare *share);

/* The least whole number of votes that is @share of @n: ceil (share × n), or one more than the
 * share when it must be exceeded. */
gint64 bv_ballot_need (BvShare share, gint64 n);
/* Whether enough members are in the room. */
gboolean bv_ballot_has_quorum (const BvBallotRules *rules, const BvBallotPresence *presence);
/* Papers that count: returned less blank and invalid ones. */
gint64 bv_ballot_count_valid (const BvBallotBox *box);

/* Whether the papers add up: no more issued than members present, none returned that was not
 * issued, none blank or invalid that was not returned. BV_ERROR_INVALID names the two figures. */
gboolean
bv_ballot_check_box (const BvBallotBox *box, const BvBallotPresence *presence, GError **error);
/* Whether the votes on one line add up: no more than the valid papers and than the members present
 * who stay with the line, no more written votes than written opinions of such. @what names the
 * line. */
gboolean bv_ballot_check_count (const BvBallotCount *count,
                                const BvBallotBox *box,
                                const BvBallotPresence *presence,
                                gint64 present_recused,
                                gint64 written_recused,
                                const char *what,
                                GError **error);

/**
 * bv_ballot_decide:
 * @share: the share of votes that the award form asks
 * @present_recused: members in the room who leave this line
 * @written_recused: members who wrote and leave this line
 * @count: (nullable): the votes, or %NULL before they are counted
 *
 * A member who leaves a line stays in the number that the share is taken of.
 */
void bv_ballot_decide (const BvBallotRules *rules,
                       const BvBallotPresence *presence,
                       BvShare share,
                       gint64 present_recused,
                       gint64 written_recused,
                       const BvBallotCount *count,
                       BvBallotResult *result);

G_END_DECLS
