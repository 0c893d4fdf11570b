/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents of the council begin and end with. */
#include "config.h"

#include "bv-date.h"
#include "bv-draft.h"
#include "bv-fold.h"

static const char chair_sql[]
    = "SELECT m.full_name FROM council_member m JOIN council c ON c.id = m.council_id"
      " WHERE m.role = 'chair' AND m.to_on IS NULL ORDER BY c.from_on DESC, c.id DESC LIMIT 1";

char *
bv_draft_dup_council (BvDraft *self, BvRecord *session)
{
  return g_strdup (bv_office_get_name (
      self->office, &bv_council_kind, bv_record_get_integer (session, "council_id")));
}

char *
bv_draft_dup_long_day (const char *day)
{
  return *day ? bv_date_format_long (day) : g_strdup ("ngày …… tháng …… năm ……");
}

/* Councils have no sign of their own on file; offices abbreviate what they are for, not the office.
 */
static const char *
find_sign (const char *council)
{
  g_autofree char *folded = bv_fold (council);

  if (g_str_has_prefix (folded, "hoi dong thi dua"))
    return "HĐTĐKT";
  return g_str_has_prefix (folded, "hoi dong sang kien") ? "HĐSK" : "HĐ";
}

gboolean
bv_draft_begin_minutes (BvDraft *self, const char *title, gboolean numbered, GError **error)
{
  g_autoptr (BvRecord) session = bv_office_load (
      self->office, &bv_session_kind, self->about_id, error);
  g_autofree char *council = NULL;
  g_autofree char *day = NULL;
  g_autofree char *place = NULL;
  g_autofree char *number = NULL;

  if (!session)
    return FALSE;
  council = bv_draft_dup_council (self, session);
  day = bv_draft_dup_long_day (bv_record_get_text (session, "held_on"));
  place = bv_draft_dup_place (self, bv_record_get_text (session, "held_on"));
  bv_draft_set (self, "phiên họp", bv_record_get_text (session, "title"));
  bv_draft_set (self, "ngày họp", day);
  bv_draft_set (self, "hội đồng", council);
  if (numbered)
    number = g_strdup_printf ("Số: %s/BB-%s", BV_DRAFT_NUMBER_ROOM, find_sign (council));
  bv_document_add_heading (self->document,
                           &(BvHeading){ .superior = bv_record_get_text (self->own, "name"),
                                         .issuer = council,
                                         .number = number,
                                         .place = place });
  bv_draft_add_title (self, title, bv_record_get_text (self->movement, "title"));
  return TRUE;
}

gboolean
bv_draft_sign_council (BvDraft *self, const char *recipients, GError **error)
{
  g_autoptr (BvStatement) chair = bv_database_prepare (
      bv_office_get_database (self->office), chair_sql, error);
  g_autofree char *list = bv_draft_dup_recipients (recipients);
  g_autofree char *name = NULL;
  BvStep step;

  if (!chair)
    return FALSE;
  step = bv_statement_step (chair, error);
  name = g_strdup (step == BV_STEP_ROW ? bv_statement_get_text (chair, 0) : "");
  bv_document_add_signature (
      self->document, list, &(BvSigner){ .authority = "TM. HỘI ĐỒNG\nCHỦ TỊCH", .name = name }, 1);
  return step != BV_STEP_FAILED;
}
