/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document while it is drawn up. */
#include "config.h"

#include "bv-draft.h"

#include "bv-date.h"
#include "bv-fold.h"
#include "bv-posting-sql.h"

#include <string.h>

#define DAY_ROOM "      "
#define DEPUTY "PHÓ "

/* The post held on day ?2, else the one in the person's own row. */
#define POSTING BV_SQL_POSTING_ON ("p.id", "?2")
static const char post_sql[] = "SELECT coalesce (" BV_SQL_POST_TITLE
                               ", ''), " BV_SQL_POST_DEPARTMENT
                               " FROM person p LEFT JOIN posting o ON o.id = " POSTING
                               " WHERE p.id = ?1";

/* Sentences */

void
bv_draft_set (BvDraft *self, const char *name, const char *text)
{
  g_hash_table_insert (
      self->values, bv_fold (name), g_strdup (text && *text ? text : BV_DRAFT_DOTS));
}

static const char *
find_text (BvDraft *self, const char *name)
{
  const char *own = g_hash_table_lookup (self->wordings, name);

  if (own)
    return own;
  for (const BvSentence *sentence = self->type->sentences; sentence && sentence->name; sentence++)
    if (g_str_equal (sentence->name, name))
      return sentence->text;
  g_assert_not_reached ();
}

static void
append_value (BvDraft *self, GString *plain, const char *name, gsize length)
{
  g_autofree char *written = g_strndup (name, length);
  g_autofree char *folded = bv_fold (written);
  const char *value = g_hash_table_lookup (self->values, folded);

  g_string_append (plain, value ? value : BV_DRAFT_DOTS);
}

char *
bv_draft_dup_plain (BvDraft *self, const char *name)
{
  const char *at = find_text (self, name), *open, *close;
  GString *plain = g_string_new (NULL);

  while ((open = strchr (at, '{')) && (close = strchr (open, '}'))) {
    g_string_append_len (plain, at, open - at);
    append_value (self, plain, open + 1, (gsize) (close - open - 1));
    at = close + 1;
  }
  g_string_append (plain, at);
  return g_string_free (plain, FALSE);
}

char *
bv_draft_dup_sentence (BvDraft *self, const char *name)
{
  g_autofree char *plain = bv_draft_dup_plain (self, name);

  return g_markup_escape_text (plain, -1);
}

void
bv_draft_say (BvDraft *self, BvTextStyle style, const char *name)
{
  g_autofree char *markup = bv_draft_dup_sentence (self, name);
  g_auto (GStrv) lines = g_strsplit (markup, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]))
      bv_document_add_text (self->document, style, lines[i]);
}

/* Facts */

BvAssessment *
bv_draft_get_assessment (BvDraft *self, GError **error)
{
  if (self->assessment)
    return self->assessment;
  self->assessment = bv_assessment_load (self->office, self->movement_id, error);
  if (!self->assessment)
    return NULL;
  self->subjects = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < bv_assessment_get_n_subjects (self->assessment); i++) {
    const BvAssessed *subject = bv_assessment_get_subject (self->assessment, i);
    g_hash_table_insert (self->subjects, (gpointer) &subject->subject_id, (gpointer) subject);
  }
  return self->assessment;
}

const BvAssessed *
bv_draft_get_subject (BvDraft *self, gint64 subject_id)
{
  return self->subjects ? g_hash_table_lookup (self->subjects, &subject_id) : NULL;
}

char *
bv_draft_dup_closing (BvDraft *self)
{
  const char *end = bv_record_get_text (self->movement, "end_on");

  return *end ? g_strdup (end) : bv_date_today ();
}

char *
bv_draft_dup_department (BvDraft *self, gint64 department_id)
{
  return g_strdup (bv_office_get_name_on (self->office,
                                          &bv_department_kind,
                                          department_id,
                                          bv_record_get_text (self->movement, "end_on")));
}

char *
bv_draft_dup_subject_name (BvDraft *self, gint64 subject_id)
{
  const BvKind *kind = bv_office_get_subject_kind (self->office, subject_id);
  g_autoptr (BvRecord) record = NULL;

  if (kind == &bv_department_kind)
    return bv_draft_dup_department (self, subject_id);
  record = kind ? bv_office_load (self->office, kind, subject_id, NULL) : NULL;
  return g_strdup (record ? bv_record_get_text (record, kind->name_field) : "");
}

gboolean
bv_draft_find_post (
    BvDraft *self, gint64 person_id, char **job_title, char **department, GError **error)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (self->office), post_sql, error);
  g_autofree char *day = bv_draft_dup_closing (self);
  BvStep step;

  if (!row)
    return FALSE;
  bv_statement_bind_integer (row, 1, person_id);
  bv_statement_bind_text (row, 2, day);
  step = bv_statement_step (row, error);
  *job_title = g_strdup (step == BV_STEP_ROW ? bv_statement_get_text (row, 0) : "");
  *department = bv_draft_dup_department (
      self, step == BV_STEP_ROW ? bv_statement_get_integer (row, 1) : 0);
  return step != BV_STEP_FAILED;
}

/* What most documents begin and end with */

char *
bv_draft_dup_upper (const char *text)
{
  return g_utf8_strup (text, -1);
}

char *
bv_draft_dup_cell (const char *text)
{
  return g_markup_escape_text (text, -1);
}

/* Numbers below ten have two digits; what is typed as a whole number and symbol stays as it is. */
char *
bv_draft_dup_number (BvDraft *self, const char *number, const char *symbol)
{
  const char *office = bv_record_get_text (self->own, "symbol");

  if (strchr (number, '/'))
    return g_strdup_printf ("Số: %s", number);
  return g_strdup_printf ("Số: %s%s/%s%s%s",
                          strlen (number) == 1 ? "0" : "",
                          *number ? number : BV_DRAFT_NUMBER_ROOM,
                          symbol,
                          *office ? "-" : "",
                          office);
}

char *
bv_draft_dup_place (BvDraft *self, const char *day)
{
  const char *place = bv_record_get_text (self->own, "place");
  const char *start = bv_record_get_text (self->movement, "start_on");
  g_autofree char *date = NULL;

  if (!*place)
    place = BV_DRAFT_DOTS;
  if (*day) {
    date = bv_date_format_long (day);
    return g_strdup_printf ("%s, %s", place, date);
  }
  return g_strdup_printf ("%s, ngày" DAY_ROOM "tháng" DAY_ROOM "năm %.4s",
                          place,
                          strlen (start) >= 4 ? start : DAY_ROOM);
}

void
bv_draft_add_heading (BvDraft *self, const char *number, const char *symbol, const char *day)
{
  g_autofree char *whole = bv_draft_dup_number (self, number, symbol);
  g_autofree char *place = bv_draft_dup_place (self, day);
  const BvHeading heading = { .superior = bv_record_get_text (self->own, "superior"),
                              .issuer = bv_record_get_text (self->own, "name"),
                              .number = whole,
                              .place = place };

  bv_document_add_heading (self->document, &heading);
}

void
bv_draft_add_title (BvDraft *self, const char *title, const char *subject)
{
  bv_document_add_format (self->document, BV_TEXT_TITLE, "%s", title);
  if (subject && *subject)
    bv_document_add_format (self->document, BV_TEXT_SUBJECT, "%s", subject);
  bv_document_add_rule (self->document);
}

/* Each ground ends with ";", the last with "." as decrees ask; the words stay as typed. */
static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i]; i++) {
    char *line = g_strstrip (parts[i]);
    gsize length = strlen (line);
    while (length > 0 && strchr (";.", line[length - 1]))
      line[--length] = '\0';
    if (length > 0)
      g_ptr_array_add (lines, g_strdup (line));
  }
  return lines;
}

void
bv_draft_add_bases (BvDraft *self, const char *more)
{
  g_autofree char *all = g_strconcat (
      bv_record_get_text (self->movement, "legal_basis"), "\n", more, NULL);
  g_autoptr (GPtrArray) lines = split_lines (all);

  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);
    gboolean said = g_str_has_prefix (line, "Căn cứ") || g_str_has_prefix (line, "Theo")
                    || g_str_has_prefix (line, "Xét");
    bv_document_add_format (self->document,
                            BV_TEXT_BASIS,
                            "%s%s%s",
                            said ? "" : "Căn cứ ",
                            line,
                            i + 1 < lines->len ? ";" : ".");
  }
}

char *
bv_draft_dup_recipients (const char *text)
{
  g_autoptr (GPtrArray) lines = split_lines (text);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);
    g_string_append_printf (list,
                            "%s%s%s",
                            g_str_has_prefix (line, "-") ? "" : "- ",
                            line,
                            i + 1 < lines->len ? ";\n" : ".");
  }
  return g_string_free (list, FALSE);
}

/* A sentence about what the office has not said stays empty: nothing is invented. */
static char *
dup_known (BvDraft *self, const char *name)
{
  char *plain = bv_draft_dup_plain (self, name);

  if (g_str_equal (plain, BV_DRAFT_DOTS))
    *plain = '\0';
  return plain;
}

/* "PHÓ GIÁM ĐỐC" signs for the "GIÁM ĐỐC", on a line above. */
static char *
add_head (BvDraft *self, const char *upper)
{
  g_autofree char *head = bv_draft_dup_upper (bv_record_get_text (self->own, "head_title"));

  if (*head && g_str_has_prefix (upper, DEPUTY) && g_str_has_prefix (upper + strlen (DEPUTY), head))
    return g_strdup_printf ("KT. %s\n%s", head, upper);
  return g_strdup (upper);
}

char *
bv_draft_dup_authority (BvDraft *self, const char *title)
{
  g_autofree char *words = title && *title ? g_strdup (title) : dup_known (self, "authority");
  g_auto (GStrv) lines = g_strsplit_set (words, "/\n", -1);
  g_autofree char *upper = NULL;

  for (guint i = 0; lines[i]; i++)
    g_strstrip (lines[i]);
  g_free (words);
  words = g_strjoinv ("\n", lines);
  upper = bv_draft_dup_upper (words);
  return add_head (self, upper);
}

char *
bv_draft_dup_signer (BvDraft *self, const char *name)
{
  return name && *name ? g_strdup (name) : dup_known (self, "signer");
}

void
bv_draft_sign (BvDraft *self, const char *recipients, const char *title, const char *name)
{
  g_autofree char *list = bv_draft_dup_recipients (recipients);
  g_autofree char *authority = bv_draft_dup_authority (self, title);
  g_autofree char *signer = bv_draft_dup_signer (self, name);

  bv_document_add_signature (
      self->document, list, &(BvSigner){ .authority = authority, .name = signer }, 1);
}
