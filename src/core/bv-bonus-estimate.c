/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bonus money that goes with the proposals of a movement, by award form. */
#include "config.h"

#include "bv-bonus-estimate.h"

#include "bv-award-terms.h"
#include "bv-number.h"
#include "bv-rule-book.h"

#include <glib/gi18n-lib.h>

static const char lines_sql[] = "SELECT f.name, count (*), f.id"
                                " FROM proposal p JOIN award_form f ON f.id = p.award_form_id"
                                " WHERE p.movement_id = ?1 AND p.outcome = 'proposed'"
                                " GROUP BY f.id ORDER BY min (p.position), f.id";

static void
clear_line (gpointer data)
{
  g_free (((BvBonusLine *) data)->award_form);
}

static void
add_line (BvBonusEstimate *self, const char *day, BvStatement *row, const BvAwardTerms *terms)
{
  BvBonusLine line = { .award_form = g_strdup (bv_statement_get_text (row, 0)),
                       .n = (guint) bv_statement_get_integer (row, 1),
                       .coefficient = terms->coefficient,
                       .confirmed = terms->coefficient_confirmed };

  /* A form without a coefficient is not without money: nobody has said how much. */
  line.amount = line.coefficient > 0 ? bv_award_terms_get_bonus (terms, self->pack, day) : -1;
  if (line.amount > 0)
    self->total += line.amount * line.n;
  if (!line.confirmed || line.amount < 0)
    self->confirmed = FALSE;
  g_array_append_val (self->lines, line);
}

BvBonusEstimate *
bv_bonus_estimate_load (BvOffice *office, gint64 movement_id, const char *day, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), lines_sql, error);
  g_autoptr (BvBonusEstimate) self = g_new0 (BvBonusEstimate, 1);
  const BvRuleSalary *salary;
  BvStep step;

  self->lines = g_array_new (FALSE, TRUE, sizeof (BvBonusLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->confirmed = TRUE;
  self->pack = bv_rule_book_load (office, movement_id, error);
  if (!statement || !self->pack)
    return NULL;
  salary = bv_rule_pack_find_salary (self->pack, day);
  self->base_salary = salary ? salary->amount : -1;
  self->source = salary ? salary->source : NULL;
  bv_statement_bind_integer (statement, 1, movement_id);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    BvAwardTerms terms;
    if (!bv_award_terms_load (
            &terms, self->pack, office, bv_statement_get_integer (statement, 2), error))
      return NULL;
    add_line (self, day, statement, &terms);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&self) : NULL;
}

void
bv_bonus_estimate_free (BvBonusEstimate *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->pack, bv_rule_pack_unref);
  g_free (self);
}

char *
bv_bonus_estimate_describe (const BvBonusEstimate *self, const BvBonusLine *line)
{
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;
  g_autofree char *coefficient = NULL;
  g_autofree char *salary = NULL;

  if (line->amount < 0)
    return g_strdup_printf (_ ("%u × the bonus is not known yet"), line->n);
  one = bv_number_format_integer (line->amount);
  all = bv_number_format_integer (line->amount * line->n);
  coefficient = bv_number_format_decimal (line->coefficient, 3);
  salary = bv_number_format_integer (self->base_salary);
  /* Translators: number of awards, money for one, money for all, coefficient, base salary. */
  return g_strdup_printf (self->pack->money.rounding == BV_BONUS_UP
                              ? _ ("%u × %s đ = %s đ (%s × %s đ, rounded up)")
                              : _ ("%u × %s đ = %s đ (%s × %s đ, rounded)"),
                          line->n,
                          one,
                          all,
                          coefficient,
                          salary);
}
