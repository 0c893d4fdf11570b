/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a signed decision brings about: proposals are decided, money is frozen, the award history
 * is written. */
#include "config.h"

#include "bv-award-decision.h"

#include "bv-award-terms.h"
#include "bv-date.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-rule-book.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* Luật 06/2022/QH15 Điều 80 khoản 1: the head of the office decides some forms and no others; their
 * ids are bound as ",1,2,". */
static const char plan_sql[]
    = "SELECT coalesce (sum (coalesce (p.state, 'drafted') IN ('drafted', 'submitted')"
      "   AND p.vote_outcome = 'passed' AND instr (?3, ',' || f.id || ',') > 0), 0),"
      " coalesce (sum (coalesce (p.state, 'drafted') IN ('drafted', 'submitted')"
      "   AND p.vote_outcome = 'passed' AND instr (?3, ',' || f.id || ',') = 0), 0),"
      " coalesce (sum (p.decision_id = ?2), 0)"
      " FROM proposal p JOIN award_form f ON f.id = p.award_form_id WHERE p.movement_id = ?1";
static const char ready_sql[]
    = "SELECT p.id FROM proposal p JOIN award_form f ON f.id = p.award_form_id"
      " WHERE p.movement_id = ?1 AND coalesce (p.state, 'drafted') IN ('drafted', 'submitted')"
      " AND p.vote_outcome = 'passed' AND instr (?2, ',' || f.id || ',') > 0"
      " ORDER BY p.position, p.id";
static const char grounds_sql[]
    = "SELECT achievement_id FROM proposal_ground WHERE proposal_id = ?1 ORDER BY id";
static const char verified_sql[]
    = "SELECT id FROM achievement WHERE movement_id = ?1 AND subject_id = ?2"
      " AND status = 'verified' ORDER BY id";

typedef struct
{
  BvOffice *office;
  BvRecord *decision;
  BvRecord *movement;
  BvRulePack *pack;
  gint64 base_salary;
} Deciding;

static GArray *
load_ids (BvOffice *office,
          const char *sql,
          gint64 movement_id,
          gint64 subject_id,
          const char *forms,
          GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (bv_office_get_database (office), sql, error);

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  if (forms)
    bv_statement_bind_text (rows, 2, forms);
  else if (subject_id)
    bv_statement_bind_integer (rows, 2, subject_id);
  return bv_store_collect_ids (rows, error);
}

gboolean
bv_award_decision_plan (BvOffice *office, gint64 decision_id, BvAwardPlan *plan, GError **error)
{
  g_autoptr (BvRecord) decision = bv_office_load (office, &bv_decision_kind, decision_id, error);
  g_autoptr (BvRulePack) pack = decision ? bv_rule_book_load (
                                    office, bv_record_get_integer (decision, "movement_id"), error)
                                         : NULL;
  g_autofree char *forms = pack ? bv_award_terms_list_of_head (pack, office, error) : NULL;
  g_autoptr (BvStatement) count = forms ? bv_database_prepare (
                                      bv_office_get_database (office), plan_sql, error)
                                        : NULL;

  if (!count)
    return FALSE;
  bv_statement_bind_text (count, 3, forms);
  bv_statement_bind_integer (count, 1, bv_record_get_integer (decision, "movement_id"));
  bv_statement_bind_integer (count, 2, decision_id);
  if (bv_statement_step (count, error) != BV_STEP_ROW)
    return FALSE;
  plan->n_ready = (guint) bv_statement_get_integer (count, 0);
  plan->n_elsewhere = (guint) bv_statement_get_integer (count, 1);
  plan->n_decided = (guint) bv_statement_get_integer (count, 2);
  return TRUE;
}

/* One award */

static void
copy_text (BvRecord *to, const char *field, BvRecord *from, const char *from_field)
{
  if (!bv_record_is_null (from, from_field))
    bv_record_set_text (to, field, bv_record_get_text (from, from_field));
}

static BvRecord *
make_award (Deciding *deciding, BvRecord *proposal, gint64 bonus)
{
  BvRecord *award = bv_record_new (&bv_award_kind);
  const char *day = bv_record_get_text (deciding->decision, "issued_on");
  const char *type = bv_record_get_text (deciding->movement, "award_type");
  const char *closing = bv_record_get_text (deciding->movement, "end_on");

  bv_record_set_integer (award, "subject_id", bv_record_get_integer (proposal, "subject_id"));
  bv_record_set_integer (award, "award_form_id", bv_record_get_integer (proposal, "award_form_id"));
  bv_record_set_text (award, "type", *type ? type : "theme");
  /* a title of the year is often signed in January of the next */
  bv_record_set_integer (award, "year", g_ascii_strtoll (*closing ? closing : day, NULL, 10));
  bv_record_set_text (award, "decision_date", day);
  copy_text (award, "decision_number", deciding->decision, "number");
  copy_text (award, "decider", deciding->decision, "decider");
  copy_text (award, "signer", deciding->decision, "signer");
  copy_text (award, "content", proposal, "summary");
  bv_record_set_integer (award, "amount", bonus);
  bv_record_set_integer (award, "typical", bv_record_get_integer (proposal, "typical"));
  bv_record_set_integer (award, "movement_id", bv_record_get_id (deciding->movement));
  bv_record_set_integer (award, "decision_id", bv_record_get_id (deciding->decision));
  bv_record_set_integer (award, "proposal_id", bv_record_get_id (proposal));
  return award;
}

/* Those that the proposal names; else all that was verified. */
static GArray *
load_grounds (Deciding *deciding, BvRecord *proposal, GError **error)
{
  g_autoptr (GArray) ids = load_ids (
      deciding->office, grounds_sql, bv_record_get_id (proposal), 0, NULL, error);

  if (!ids || ids->len > 0)
    return g_steal_pointer (&ids);
  return load_ids (deciding->office,
                   verified_sql,
                   bv_record_get_id (deciding->movement),
                   bv_record_get_integer (proposal, "subject_id"),
                   NULL,
                   error);
}

/* One achievement is rewarded once: what the award rests on is kept for later movements. */
static gboolean
write_grounds (Deciding *deciding, gint64 award_id, BvRecord *proposal, GError **error)
{
  g_autoptr (GArray) ids = load_grounds (deciding, proposal, error);

  for (guint i = 0; ids && i < ids->len; i++) {
    g_autoptr (BvRecord) ground = bv_record_new (&bv_award_ground_kind);
    bv_record_set_integer (ground, "award_id", award_id);
    bv_record_set_integer (ground, "achievement_id", g_array_index (ids, gint64, i));
    if (!bv_office_save (deciding->office, ground, error))
      return FALSE;
  }
  return ids != NULL;
}

static gboolean
reward (Deciding *deciding, gint64 proposal_id, GError **error)
{
  BvOffice *office = deciding->office;
  g_autoptr (BvRecord) proposal = bv_office_load (office, &bv_proposal_kind, proposal_id, error);
  BvAwardTerms terms;
  g_autoptr (BvRecord) award = NULL;
  gint64 bonus;

  if (!proposal
      || !bv_award_terms_load (
          &terms, deciding->pack, office, bv_record_get_integer (proposal, "award_form_id"), error))
    return FALSE;
  bonus = bv_award_terms_get_bonus (
      &terms, deciding->pack, bv_record_get_text (deciding->decision, "issued_on"));
  bv_record_set_text (proposal, "state", "decided");
  bv_record_set_text (proposal, "state_on", bv_record_get_text (deciding->decision, "issued_on"));
  bv_record_set_integer (proposal, "decision_id", bv_record_get_id (deciding->decision));
  bv_record_set_integer (proposal, "base_salary", deciding->base_salary);
  bv_record_set_integer (proposal, "bonus", bonus);
  award = make_award (deciding, proposal, bonus);
  return bv_office_save (office, proposal, error) && bv_office_save (office, award, error)
         && write_grounds (deciding, bv_record_get_id (award), proposal, error);
}

/* All of them */

static gboolean
check_decision (Deciding *deciding, GError **error)
{
  const char *day = bv_record_get_text (deciding->decision, "issued_on");
  const BvRuleSalary *salary;
  g_autofree char *shown = NULL;

  if (bv_record_is_null (deciding->decision, "number") || !*day) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("The decision needs its number and date before awards are written from "
                            "it. Enter them first."));
    return FALSE;
  }
  salary = bv_rule_pack_find_salary (deciding->pack, day);
  deciding->base_salary = salary ? salary->amount : 0;
  if (salary)
    return TRUE;
  shown = bv_date_format (day);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("The base salary on %s is not known. Check the date of the decision."),
               shown);
  return FALSE;
}

static int
reward_all (Deciding *deciding, GArray *ready, GError **error)
{
  BvHistory *history = bv_office_get_history (deciding->office);
  g_autofree char *title = g_strdup_printf (_ ("Write awards from decision %s"),
                                            bv_record_get_text (deciding->decision, "number"));

  if (!bv_history_begin (history, title, error))
    return -1;
  for (guint i = 0; i < ready->len; i++)
    if (!reward (deciding, g_array_index (ready, gint64, i), error)) {
      bv_history_abort (history);
      return -1;
    }
  return bv_history_commit (history, error) ? (int) ready->len : -1;
}

int
bv_award_decision_carry_out (BvOffice *office, gint64 decision_id, GError **error)
{
  g_autoptr (BvRecord) decision = bv_office_load (office, &bv_decision_kind, decision_id, error);
  g_autoptr (BvRecord) movement
      = decision ? bv_office_load (
            office, &bv_movement_kind, bv_record_get_integer (decision, "movement_id"), error)
                 : NULL;
  g_autoptr (BvRulePack) pack = movement ? bv_rule_book_read (office, movement, error) : NULL;
  Deciding deciding = { office, decision, movement, pack, 0 };
  g_autofree char *forms = NULL;
  g_autoptr (GArray) ready = NULL;

  if (!pack || !check_decision (&deciding, error))
    return -1;
  forms = bv_award_terms_list_of_head (pack, office, error);
  ready = forms ? load_ids (office, ready_sql, bv_record_get_id (movement), 0, forms, error) : NULL;
  if (!ready)
    return -1;
  if (ready->len > 0)
    return reward_all (&deciding, ready, error);
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_INVALID,
                       _ ("No proposal is waiting for this decision. Proposals become ready when "
                          "the council has passed them in a sealed session."));
  return -1;
}
