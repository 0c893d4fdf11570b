/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What minutes of a session must name beside the votes. */
#include "config.h"

#include "bv-minutes-facts.h"

#include "bv-date.h"
#include "bv-eligibility.h"

#include <string.h>

/* All of the session ?1. */
static const char reasons_sql[]
    = "SELECT coalesce (group_concat (reason, '; '), '') FROM (SELECT DISTINCT reason FROM recusal"
      " WHERE session_id = ?1 AND subject_id = ?2 ORDER BY id)";
static const char written_sql[]
    = "SELECT m.full_name, coalesce (a.received_on, '') FROM attendance a JOIN council_member m"
      " ON m.id = a.member_id WHERE a.session_id = ?1 AND a.presence = 'written'"
      " ORDER BY m.position, m.id";
static const char exceptions_sql[]
    = "SELECT o.subject_id, o.check_name, o.reason, o.document_number, coalesce (o.decided_on, ''),"
      " o.decided_by FROM eligibility_override o JOIN session s ON s.id = ?1"
      " WHERE o.movement_id = s.movement_id AND EXISTS (SELECT 1 FROM ballot b"
      " WHERE b.session_id = s.id AND b.subject_id = o.subject_id"
      " AND (o.award_form_id IS NULL OR o.award_form_id = b.award_form_id)) ORDER BY o.id";

typedef void (*AddRow) (BvDraft *draft, BvStatement *row);

/* What was typed as a sentence goes on inside another. */
static char *
dup_reason (const char *typed)
{
  char *reason = g_strstrip (g_strdup (typed));
  gsize length = strlen (reason);

  if (length > 0 && reason[length - 1] == '.')
    reason[length - 1] = '\0';
  return reason;
}

/* Members who are on the line themselves leave it without a reason on record. */
static gboolean
add_recusal (BvDraft *draft, BvStatement *reasons, const BvSessionLine *line, GError **error)
{
  g_autofree char *reason = NULL;

  bv_statement_reset (reasons);
  bv_statement_bind_integer (reasons, 1, draft->about_id);
  bv_statement_bind_integer (reasons, 2, line->subject_id);
  if (bv_statement_step (reasons, error) == BV_STEP_FAILED)
    return FALSE;
  reason = dup_reason (bv_statement_get_text (reasons, 0));
  bv_document_add_format (draft->document,
                          BV_TEXT_BODY,
                          "- %s không bỏ phiếu đối với %s%s%s.",
                          line->recused,
                          g_str_equal (line->recused, line->subject) ? "trường hợp của mình"
                                                                     : line->subject,
                          *reason ? "; lý do: " : "",
                          reason);
  return TRUE;
}

static void
add_written (BvDraft *draft, BvStatement *row)
{
  const char *day = bv_statement_get_text (row, 1);
  g_autofree char *received = *day ? bv_date_format (day) : g_strdup (BV_DRAFT_DOTS);

  bv_document_add_format (draft->document,
                          BV_TEXT_BODY,
                          "- Ý kiến bằng văn bản của %s (nhận ngày %s) được tính vào kết quả.",
                          bv_statement_get_text (row, 0),
                          received);
}

static void
add_exception (BvDraft *draft, BvStatement *row)
{
  const char *check_name = bv_statement_get_text (row, 1);
  BvEligibilityCheck check = bv_eligibility_find_check (check_name);
  const char *check_title = check < BV_N_CHECKS ? bv_eligibility_check_title (check) : check_name;
  g_autofree char *subject = bv_draft_dup_subject_name (draft, bv_statement_get_integer (row, 0));
  g_autofree char *reason = dup_reason (bv_statement_get_text (row, 2));
  g_autofree char *day = bv_date_format (bv_statement_get_text (row, 4));

  bv_document_add_format (draft->document,
                          BV_TEXT_BODY,
                          "- %s: điều kiện “%s” được xem xét ngoại lệ theo văn bản số %s%s%s của "
                          "%s; lý do: %s.",
                          subject,
                          check_title,
                          bv_statement_get_text (row, 3),
                          *day ? " ngày " : "",
                          day,
                          bv_statement_get_text (row, 5),
                          reason);
}

/* @intro stands before the first row, where it is not %NULL. */
static gboolean
add_rows (BvDraft *draft, const char *sql, const char *intro, AddRow add, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (draft->office), sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, draft->about_id);
  for (guint n = 0; (step = bv_statement_step (rows, error)) == BV_STEP_ROW; n++) {
    if (n == 0 && intro)
      bv_document_add_text (draft->document, BV_TEXT_BODY, intro);
    add (draft, rows);
  }
  return step == BV_STEP_DONE;
}

gboolean
bv_minutes_facts_add_recusals (BvDraft *draft, BvCouncilSession *session, GError **error)
{
  g_autoptr (BvStatement) reasons = bv_database_prepare (
      bv_office_get_database (draft->office), reasons_sql, error);

  for (guint i = 0; reasons && i < bv_council_session_get_n_lines (session); i++) {
    const BvSessionLine *line = bv_council_session_get_line (session, i);
    if (*line->recused && !add_recusal (draft, reasons, line, error))
      return FALSE;
  }
  return reasons != NULL;
}

gboolean
bv_minutes_facts_add_written (BvDraft *draft, GError **error)
{
  return add_rows (draft, written_sql, NULL, add_written, error);
}

gboolean
bv_minutes_facts_add_exceptions (BvDraft *draft, GError **error)
{
  return add_rows (draft,
                   exceptions_sql,
                   "Các trường hợp ngoại lệ về điều kiện xét khen thưởng:",
                   add_exception,
                   error);
}
