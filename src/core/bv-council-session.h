/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One session of the council: who is there, what is voted on, what came of it, and its seal. */
#pragma once
#include "bv-ballot.h"
#include "bv-office.h"
#include "bv-rule-pack.h"

G_BEGIN_DECLS

#define BV_TYPE_COUNCIL_SESSION (bv_council_session_get_type ())
G_DECLARE_FINAL_TYPE (BvCouncilSession, bv_council_session, BV, COUNCIL_SESSION, GObject)

/* The counting team types everything twice. */
#define BV_N_ENTRIES 2

typedef enum {
  BV_PRESENCE_UNKNOWN, /* nobody has said */
  BV_PRESENCE_PRESENT,
  BV_PRESENCE_WRITTEN,
  BV_PRESENCE_ABSENT,
} BvPresence;

/** BvSessionMember: strings are borrowed from the session. */
typedef struct
{
  gint64 member_id;
  gint64 person_id;     /* 0: from outside */
  gint64 department_id; /* on the day of the session; 0: none */
  const char *name;
  BvPresence presence;
} BvSessionMember;

/** BvSessionLine: one question put to the vote. Strings are borrowed from the session. */
typedef struct
{
  gint64 ballot_id;
  gint64 subject_id;
  gint64 award_form_id;
  gint64 proposal_id; /* 0: none */
  gint64 lowered_from_id;
  const char *subject;
  const char *award_form;
  const char *agenda; /* stored word: why it is on the agenda */
  BvShare share;
  gboolean share_confirmed; /* by a text in force or a document of the office */
  guint n_present_recused, n_written_recused;
  const char *recused; /* their names, "" when nobody leaves the line */
  BvBallotCount counts[BV_N_ENTRIES];
  gboolean counted[BV_N_ENTRIES];
  gboolean agreed; /* both entries are there and the same */
  BvBallotResult result;
} BvSessionLine;

/** bv_council_session_list: ids of the sessions on that movement, the last one first; owned. */
GArray *bv_council_session_list (BvOffice *office, gint64 movement_id, GError **error);
/** bv_council_session_load: reads and decides everything of session @session_id. */
BvCouncilSession *bv_council_session_load (BvOffice *office, gint64 session_id, GError **error);
/** bv_council_session_suggest: fills what a new row of sessions begins with: the council in office,
 * who leads it and who writes for it, and a title. */
void bv_council_session_suggest (BvOffice *office, BvRecord *session);
/* Borrowed from the session until it is freed. */
gint64 bv_council_session_get_id (BvCouncilSession *self);
const char *bv_council_session_get_title (BvCouncilSession *self);
/** bv_council_session_is_sealed: and by which hash, "" while it is not. */
gboolean bv_council_session_is_sealed (BvCouncilSession *self);
const char *bv_council_session_get_seal (BvCouncilSession *self);
guint bv_council_session_get_n_members (BvCouncilSession *self);
const BvSessionMember *bv_council_session_get_member (BvCouncilSession *self, guint index);
guint bv_council_session_get_n_lines (BvCouncilSession *self);
const BvSessionLine *bv_council_session_get_line (BvCouncilSession *self, guint index);
/** bv_council_session_get_rules: by which it counts; borrowed. */
const BvBallotRules *bv_council_session_get_rules (BvCouncilSession *self);
const BvBallotPresence *bv_council_session_get_presence (BvCouncilSession *self);
gboolean bv_council_session_has_quorum (BvCouncilSession *self);
/** bv_council_session_get_quorum: members who must be present. */
gint64 bv_council_session_get_quorum (BvCouncilSession *self);
/** bv_council_session_is_quorum_confirmed: by a text in force or a document of the office. */
gboolean bv_council_session_is_quorum_confirmed (BvCouncilSession *self);
/** bv_council_session_get_box: the papers as typed in @entry (0 or 1); %FALSE: not typed yet. */
gboolean bv_council_session_get_box (BvCouncilSession *self, guint entry, BvBallotBox *box);
/** bv_council_session_get_warnings: sentences to be read before the vote: thresholds out of reach,
 * a quorum that is missing. */
GPtrArray *bv_council_session_get_warnings (BvCouncilSession *self);
/** bv_council_session_get_obstacles: sentences, each of which keeps the session from being sealed
 * and says what to do. */
GPtrArray *bv_council_session_get_obstacles (BvCouncilSession *self);

/**
 * bv_council_session_prepare: adds what is missing, as one undoable step: every member to the
 * attendance, as present, and every proposal of the movement to the agenda, those on the boundary
 * first. Gives the number of rows added, or -1.
 */
int bv_council_session_prepare (BvCouncilSession *self, GError **error);
/**
 * bv_council_session_record: writes one entry (0 or 1) of the counting team as one step; @counts
 * has one for each line. Refused with a sentence when the figures do not balance.
 */
gboolean bv_council_session_record (BvCouncilSession *self,
                                    guint entry,
                                    const BvBallotBox *box,
                                    const BvBallotCount *counts,
                                    GError **error);
/** bv_council_session_find_lower_form: the next form of the same kind below that of @line for this
 * kind of subject; 0 when there is none. */
gint64 bv_council_session_find_lower_form (BvCouncilSession *self, guint line);
/** bv_council_session_lower: puts the subject of @line to the vote once more, for the lower form
 * @award_form_id, keeping the trace. */
gboolean
bv_council_session_lower (BvCouncilSession *self, guint line, gint64 award_form_id, GError **error);

/**
 * bv_council_session_seal: closes the session as one step: outcomes go to its lines and to the
 * proposals, and a hash over members, rules, tallies and results keeps them as they are.
 */
gboolean bv_council_session_seal (BvCouncilSession *self, GError **error);
/** bv_council_session_reopen: takes the seal off; @reason stays on record. */
gboolean bv_council_session_reopen (BvCouncilSession *self, const char *reason, GError **error);
/** bv_council_session_compare: computes the session anew and compares it with what was sealed: the
 * lines that differ ("- …" as sealed, "+ …" as now), owned; empty when nothing does. */
GPtrArray *bv_council_session_compare (BvCouncilSession *self);

G_END_DECLS
