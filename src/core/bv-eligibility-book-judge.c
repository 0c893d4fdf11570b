/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts and cards: the rules' results with what was set aside. */
#include "config.h"

#include "bv-eligibility-book-private.h"

#include <glib/gi18n-lib.h>

/* One question put to the rules; the arrays hold what only a proposal changes. */
typedef struct
{
  BvEligibilityCase occasion;
  BvEligibilityFacts facts;
  GArray *others; /* BvEligibilityOther, nullable */
  GArray *awards; /* BvEligibilityAward, nullable */
} Question;

static void
clear_question (Question *question)
{
  g_clear_pointer (&question->others, g_array_unref);
  g_clear_pointer (&question->awards, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, clear_question)

static void
add_others (BvEligibilityBook *self, Question *question, gint64 subject_id, gint64 proposal_id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->last_proposals, &subject_id));

  question->others = g_array_new (FALSE, FALSE, sizeof (BvEligibilityOther));
  while (place > 0) {
    const BvFactProposal *proposal = &g_array_index (self->proposals, BvFactProposal, place - 1);
    const BvEligibilityForm *form = g_hash_table_lookup (self->forms, &proposal->award_form_id);
    BvEligibilityOther other = { form ? form->name : "", form && form->title };

    if (proposal->id == proposal_id)
      question->facts.grounds = proposal->grounds;
    else if (proposal->active)
      g_array_prepend_val (question->others, other);
    place = proposal->previous;
  }
  question->facts.others = (const BvEligibilityOther *) (gpointer) question->others->data;
  question->facts.n_others = question->others->len;
}

/* An award that another proposal brought is a rival of this one. */
static void
add_rivals (BvEligibilityBook *self, Question *question, gint64 proposal_id)
{
  const BvEligibilityFacts *facts = &question->facts;
  guint first;

  if (facts->n_awards == 0)
    return;
  first = (guint) (facts->awards - (BvEligibilityAward *) (gpointer) self->awards.rows->data);
  question->awards = g_array_new (FALSE, FALSE, sizeof (BvEligibilityAward));
  g_array_append_vals (question->awards, facts->awards, facts->n_awards);
  for (guint i = 0; i < facts->n_awards; i++) {
    BvEligibilityAward *award = &g_array_index (question->awards, BvEligibilityAward, i);

    award->fulfils = g_array_index (self->award_proposals, gint64, first + i) == proposal_id;
  }
  question->facts.awards = (const BvEligibilityAward *) (gpointer) question->awards->data;
}

static Question
make_question (BvEligibilityBook *self, gint64 subject_id, gint64 award_form_id, gint64 proposal_id)
{
  BvFactSubject *subject = _bv_eligibility_book_find (self, subject_id);
  Question question = { .occasion = self->occasion };

  if (subject)
    question.facts = subject->facts;
  question.occasion.form = g_hash_table_lookup (self->forms, &award_form_id);
  if (proposal_id != 0) {
    add_others (self, &question, subject_id, proposal_id);
    add_rivals (self, &question, proposal_id);
  }
  return question;
}

static const BvEligibilityOverride *
find_override (BvEligibilityBook *self,
               gint64 subject_id,
               gint64 award_form_id,
               BvEligibilityCheck check)
{
  for (guint i = self->overrides->len; i > 0; i--) {
    const BvEligibilityOverride *override = &g_array_index (
        self->overrides, BvEligibilityOverride, i - 1);

    if (override->subject_id == subject_id && override->check == check
        && (override->award_form_id == 0 || override->award_form_id == award_form_id))
      return override;
  }
  return NULL;
}

static void
count (BvEligibilityVerdict *verdict, BvEligibilityCheck check, BvEligibilityResult result)
{
  verdict->n_blocked += result == BV_ELIGIBILITY_BLOCKED;
  verdict->n_warned += result == BV_ELIGIBILITY_WARNED;
  verdict->n_unknown += result == BV_ELIGIBILITY_UNKNOWN;
  if (result <= verdict->result)
    return;
  verdict->result = result;
  if (result > BV_ELIGIBILITY_PASSED)
    verdict->check = check;
}

static BvEligibilityVerdict
judge (BvEligibilityBook *self, const Question *question, gint64 subject_id, gint64 award_form_id)
{
  BvEligibilityVerdict verdict = { BV_ELIGIBILITY_PASSED, BV_N_CHECKS, 0, 0, 0, 0 };
  BvEligibilityResult results[BV_N_CHECKS];

  bv_eligibility_judge (&question->occasion, &question->facts, &self->pack->conditions, results);
  for (guint i = 0; i < BV_N_CHECKS; i++) {
    BvEligibilityCheck check = (BvEligibilityCheck) i;

    if (results[i] >= BV_ELIGIBILITY_WARNED && self->overrides->len > 0
        && find_override (self, subject_id, award_form_id, check))
      verdict.n_set_aside++;
    else
      count (&verdict, check, results[i]);
  }
  return verdict;
}

BvEligibilityVerdict
bv_eligibility_book_judge (BvEligibilityBook *self, gint64 subject_id, gint64 award_form_id)
{
  g_auto (Question) question = make_question (self, subject_id, award_form_id, 0);

  return judge (self, &question, subject_id, award_form_id);
}

BvEligibilityVerdict
bv_eligibility_book_judge_proposal (BvEligibilityBook *self, gint64 proposal_id)
{
  for (guint i = 0; i < self->proposals->len; i++) {
    const BvFactProposal *proposal = &g_array_index (self->proposals, BvFactProposal, i);

    if (proposal->id == proposal_id) {
      g_auto (Question) question = make_question (
          self, proposal->subject_id, proposal->award_form_id, proposal_id);
      return judge (self, &question, proposal->subject_id, proposal->award_form_id);
    }
  }
  return (BvEligibilityVerdict){ BV_ELIGIBILITY_NOT_TESTED, BV_N_CHECKS, 0, 0, 0, 0 };
}

GArray *
bv_eligibility_book_list_proposals (BvEligibilityBook *self)
{
  GArray *candidacies = g_array_new (FALSE, FALSE, sizeof (BvCandidacy));

  for (guint i = 0; i < self->proposals->len; i++) {
    const BvFactProposal *proposal = &g_array_index (self->proposals, BvFactProposal, i);
    BvCandidacy candidacy = { proposal->subject_id, proposal->award_form_id, proposal->id };

    g_array_append_val (candidacies, candidacy);
  }
  return candidacies;
}

/* Cards */

static char *
dup_place (BvEligibilityBook *self, const char *job_title, gint64 department_id, const char *day)
{
  const char *department = bv_office_get_name_on (
      self->office, &bv_department_kind, department_id, day);

  if (!*job_title || !*department)
    return g_strconcat (job_title, department, NULL);
  return g_strdup_printf ("%s · %s", job_title, department);
}

static void
set_places (BvEligibilityBook *self, BvEligibilityCard *card)
{
  BvFactSubject *subject = _bv_eligibility_book_find (self, card->subject_id);

  if (!subject || subject->facts.collective) {
    card->place = g_strdup ("");
    return;
  }
  card->place = dup_place (
      self, subject->place.job_title, subject->place.department_id, self->occasion.closing_on);
  card->place_now = dup_place (self, subject->job_title_now, subject->department_now, NULL);
  if (g_str_equal (card->place, card->place_now))
    g_clear_pointer (&card->place_now, g_free);
}

BvEligibilityCard *
bv_eligibility_book_open_card (BvEligibilityBook *self,
                               gint64 subject_id,
                               gint64 award_form_id,
                               gint64 proposal_id)
{
  g_auto (Question) question = make_question (self, subject_id, award_form_id, proposal_id);
  BvEligibilityCard *card = g_new0 (BvEligibilityCard, 1);

  card->subject_id = subject_id;
  card->award_form_id = award_form_id;
  card->verdict = judge (self, &question, subject_id, award_form_id);
  card->described = bv_eligibility_describe (
      &question.occasion, &question.facts, &self->pack->conditions);
  card->lines = g_array_new (FALSE, FALSE, sizeof (BvEligibilityCardLine));
  set_places (self, card);
  for (guint i = 0; i < card->described->len; i++) {
    BvEligibilityCardLine line = { g_ptr_array_index (card->described, i), NULL };

    if (line.line->result >= BV_ELIGIBILITY_WARNED)
      line.override = find_override (self, subject_id, award_form_id, line.line->check);
    g_array_append_val (card->lines, line);
  }
  return card;
}

void
bv_eligibility_card_free (BvEligibilityCard *card)
{
  g_free (card->place);
  g_free (card->place_now);
  g_array_unref (card->lines);
  g_ptr_array_unref (card->described);
  g_free (card);
}

char *
bv_eligibility_book_dup_obstacle (BvEligibilityBook *self, gint64 subject_id, gint64 award_form_id)
{
  g_autoptr (BvEligibilityCard) card = NULL;
  BvEligibilityVerdict verdict = bv_eligibility_book_judge (self, subject_id, award_form_id);

  if (verdict.result != BV_ELIGIBILITY_BLOCKED)
    return NULL;
  card = bv_eligibility_book_open_card (self, subject_id, award_form_id, 0);
  for (guint i = 0; i < card->lines->len; i++) {
    const BvEligibilityLine *line = g_array_index (card->lines, BvEligibilityCardLine, i).line;

    if (line->check == verdict.check)
      return g_strdup_printf ("%s: %s", bv_eligibility_check_title (line->check), line->fact);
  }
  return NULL;
}

const char *
bv_eligibility_verdict_label (const BvEligibilityVerdict *verdict)
{
  if (verdict->result < BV_ELIGIBILITY_WARNED && verdict->n_set_aside > 0)
    return _ ("Exception");
  return bv_eligibility_result_label (verdict->result);
}

const char *
bv_eligibility_verdict_tone (const BvEligibilityVerdict *verdict)
{
  switch (verdict->result) {
  case BV_ELIGIBILITY_BLOCKED:
    return "error";
  case BV_ELIGIBILITY_WARNED:
    return "warning";
  case BV_ELIGIBILITY_PASSED:
    return verdict->n_set_aside > 0 ? "accent" : "success";
  case BV_ELIGIBILITY_UNKNOWN:
    return verdict->n_set_aside > 0 ? "accent" : NULL;
  case BV_ELIGIBILITY_NOT_TESTED:
  default:
    return NULL;
  }
}
