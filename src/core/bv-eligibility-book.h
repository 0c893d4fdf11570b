/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be rewarded in one movement: reads the facts of everybody in a few statements and lets
 * the rules judge; knows which conditions were set aside. */
#pragma once
#include "bv-eligibility.h"
#include "bv-office.h"
#include "bv-record.h"
#include "bv-rule-pack.h"

G_BEGIN_DECLS

#define BV_TYPE_ELIGIBILITY_BOOK (bv_eligibility_book_get_type ())
G_DECLARE_FINAL_TYPE (BvEligibilityBook, bv_eligibility_book, BV, ELIGIBILITY_BOOK, GObject)

/**
 * BvEligibilityVerdict: what all conditions come to.
 * @result: the gravest one that was not set aside
 * @check: which one that is, %BV_N_CHECKS when all are met
 * @n_set_aside: conditions that would block or warn, had nobody decided otherwise
 */
typedef struct
{
  BvEligibilityResult result;
  BvEligibilityCheck check;
  guint n_blocked;
  guint n_warned;
  guint n_unknown;
  guint n_set_aside;
} BvEligibilityVerdict;

/** BvEligibilityOverride: a condition set aside; strings are borrowed from the book. */
typedef struct
{
  gint64 id;
  gint64 subject_id;
  gint64 award_form_id; /* 0 = for every form */
  BvEligibilityCheck check;
  const char *decided_by;
  const char *reason;
  const char *document_number;
  const char *decided_on;
} BvEligibilityOverride;

/** BvEligibilityCardLine: one condition in words, and the decision that set it aside. */
typedef struct
{
  const BvEligibilityLine *line;
  const BvEligibilityOverride *override; /* nullable */
} BvEligibilityCardLine;

/** BvEligibilityCard: everything about one subject and one form. */
typedef struct
{
  gint64 subject_id;
  gint64 award_form_id; /* 0 = any */
  BvEligibilityVerdict verdict;
  char *place;     /* "Chuyên viên · Văn phòng Sở" on the closing date, "" for departments */
  char *place_now; /* nullable: today's, when it is another */
  GArray *lines;   /* BvEligibilityCardLine */

  GPtrArray *described; /* owns the lines */
} BvEligibilityCard;

/** BvBookSubject: a department or a person, and where it stood on the closing date. Strings are
 * borrowed from the book. */
typedef struct
{
  gint64 subject_id;
  const BvKind *kind;
  const char *name;
  gint64 department_id;   /* the department itself for departments */
  const char *department; /* its name, "" for departments */
  const char *job_title;
  const char *sex;        /* "male", "female" or "" */
  const char *birth_date; /* ISO or "" */
  gboolean leader;        /* leads a department or the office */
  gboolean present;       /* was there on that date, and may be scored */
} BvBookSubject;

/** BvCandidacy: a subject, the form it may get, and the proposal for it when there is one. */
typedef struct
{
  gint64 subject_id;
  gint64 award_form_id;
  gint64 proposal_id;
} BvCandidacy;

/** bv_eligibility_book_load: reads the facts of @movement_id. */
BvEligibilityBook *bv_eligibility_book_load (BvOffice *office, gint64 movement_id, GError **error);
/** The days that count, for headings; borrowed. */
const BvEligibilityCase *bv_eligibility_book_get_case (BvEligibilityBook *self);
/** bv_eligibility_book_get_pack: the rules of the movement; borrowed. */
BvRulePack *bv_eligibility_book_get_pack (BvEligibilityBook *self);
/** bv_eligibility_book_get_movement: its row; borrowed. */
BvRecord *bv_eligibility_book_get_movement (BvEligibilityBook *self);
guint bv_eligibility_book_get_n_subjects (BvEligibilityBook *self);
/** bv_eligibility_book_get_subject: departments in the order of official lists, then persons by
 * name; borrowed. */
const BvBookSubject *bv_eligibility_book_get_subject (BvEligibilityBook *self, guint index);
/** bv_eligibility_book_list_proposals: (transfer full): BvCandidacy in the order of the list. */
GArray *bv_eligibility_book_list_proposals (BvEligibilityBook *self);
/** bv_eligibility_book_judge: quick; @award_form_id 0 tests what concerns every form. */
BvEligibilityVerdict
bv_eligibility_book_judge (BvEligibilityBook *self, gint64 subject_id, gint64 award_form_id);
/** bv_eligibility_book_judge_proposal: the same with the other proposals for the subject. */
BvEligibilityVerdict bv_eligibility_book_judge_proposal (BvEligibilityBook *self,
                                                         gint64 proposal_id);
/** bv_eligibility_book_open_card: in words; @proposal_id 0 when none is meant. */
BvEligibilityCard *bv_eligibility_book_open_card (BvEligibilityBook *self,
                                                  gint64 subject_id,
                                                  gint64 award_form_id,
                                                  gint64 proposal_id);
void bv_eligibility_card_free (BvEligibilityCard *card);
/** bv_eligibility_book_dup_obstacle: why @subject_id may not have the form, in a few words; %NULL
 * when it may. */
char *
bv_eligibility_book_dup_obstacle (BvEligibilityBook *self, gint64 subject_id, gint64 award_form_id);

/** bv_eligibility_verdict_label: "Passes", "Warning", "Blocked", "Exception" …; translated. */
const char *bv_eligibility_verdict_label (const BvEligibilityVerdict *verdict);
/** bv_eligibility_verdict_tone: of its pill; %NULL for none. */
const char *bv_eligibility_verdict_tone (const BvEligibilityVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEligibilityCard, bv_eligibility_card_free)

G_END_DECLS
