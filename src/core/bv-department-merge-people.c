/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of a merger. Lists of a day ask the posting of that day and, where there is none, the
 * person's own row: before that row changes, a posting says what it said of the past. */
#include "config.h"

#include "bv-date.h"
#include "bv-department-merge-private.h"
#include "bv-record.h"
#include "bv-store.h"

/* %s: the departments, ?1: the day */
static const char people_sql[]
    = "SELECT p.id FROM person p WHERE (coalesce (p.status, '') <> 'left' OR p.left_on > ?1)"
      " AND (p.department_id IN (%s) OR EXISTS (SELECT 1 FROM posting o WHERE o.person_id = p.id"
      " AND o.department_id IN (%s) AND o.from_on < ?1 AND coalesce (o.to_on, '9999') >= ?1))"
      " ORDER BY p.full_name_key, p.id";
static const char held_sql[]
    = "SELECT id FROM posting WHERE person_id = ?2 AND department_id IN (%s) AND from_on < ?1"
      " AND coalesce (to_on, '9999') >= ?1 ORDER BY id";
static const char past_sql[]
    = "SELECT from_on, coalesce (to_on, '9999') FROM posting WHERE person_id = ?2 AND from_on < ?1"
      " ORDER BY from_on";
/* Since when lists may speak of a person who has no day of joining. */
static const char since_sql[]
    = "SELECT min (day) FROM (SELECT start_on AS day FROM movement UNION ALL SELECT end_on FROM"
      " movement UNION ALL SELECT founded_on FROM department WHERE id = ?2) WHERE day < ?1";
static const char next_sql[] = "SELECT min (from_on) FROM posting WHERE person_id = ?2"
                               " AND coalesce (to_on, '9999') >= ?1";

/* What began after ?3 and is held on ?4, the last to end first. */
static const char before_sql[]
    = "SELECT to_on FROM posting WHERE person_id = ?2 AND from_on > ?3 AND from_on <= ?4"
      " AND coalesce (to_on, '9999') >= ?4 ORDER BY coalesce (to_on, '9999') DESC LIMIT 1";

/* Days without a posting, both ends included. */
typedef struct
{
  char *from, *to;
} Gap;

static void
clear_gap (gpointer data)
{
  Gap *gap = data;

  g_free (gap->from);
  g_free (gap->to);
}

static BvStatement *
ask_about (
    BvOffice *office, const BvDepartmentMerge *merge, const char *sql, gint64 id, GError **error)
{
  BvStatement *rows = _bv_department_merge_ask (office, merge, sql, error);

  if (rows)
    bv_statement_bind_integer (rows, 2, id);
  return rows;
}

GArray *
_bv_department_merge_list_people (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  g_autoptr (BvStatement) rows = _bv_department_merge_ask (office, merge, people_sql, error);

  return rows ? bv_store_collect_ids (rows, error) : NULL;
}

static gboolean
is_own (const BvDepartmentMerge *merge, BvRecord *person)
{
  gint64 department = bv_record_get_integer (person, "department_id");

  for (guint i = 0; i < merge->n_departments; i++)
    if (merge->departments[i] == department)
      return TRUE;
  return FALSE;
}

/* Since when the person's own row may have been asked; the day itself when it never was. */
static char *
dup_since (BvOffice *office, const BvDepartmentMerge *merge, BvRecord *person, GError **error)
{
  const char *joined = bv_record_get_text (person, "joined_on"), *since;
  g_autoptr (BvStatement) row = NULL;

  if (*joined)
    return g_strdup (joined);
  row = ask_about (
      office, merge, since_sql, bv_record_get_integer (person, "department_id"), error);
  if (!row || bv_statement_step (row, error) == BV_STEP_FAILED)
    return NULL;
  since = bv_statement_get_text (row, 0);
  return since ? g_strdup (since) : bv_date_step (merge->on, -1);
}

/* From @from up to and without @end. */
static void
add_gap (GArray *gaps, const char *from, const char *end)
{
  Gap gap = { g_strdup (from), bv_date_step (end, -1) };

  g_array_append_val (gaps, gap);
}

static GArray *
find_gaps (BvOffice *office, const BvDepartmentMerge *merge, BvRecord *person, GError **error)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  g_autofree char *open = NULL;
  g_autoptr (BvStatement) rows = NULL;
  BvStep step;

  g_array_set_clear_func (gaps, clear_gap);
  if (!is_own (merge, person))
    return g_steal_pointer (&gaps);
  open = dup_since (office, merge, person, error);
  rows = open ? ask_about (office, merge, past_sql, bv_record_get_id (person), error) : NULL;
  if (!rows)
    return NULL;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    const char *from = bv_statement_get_text (rows, 0), *to = bv_statement_get_text (rows, 1);

    if (strcmp (open, from) < 0)
      add_gap (gaps, open, from);
    if (strcmp (open, to) <= 0) {
      g_free (open);
      open = strcmp (to, merge->on) < 0 ? bv_date_step (to, 1) : g_strdup (merge->on);
    }
  }
  if (strcmp (open, merge->on) < 0)
    add_gap (gaps, open, merge->on);
  return step == BV_STEP_DONE ? g_steal_pointer (&gaps) : NULL;
}

gboolean
_bv_department_merge_has_gaps (
    BvOffice *office, const BvDepartmentMerge *merge, gint64 id, gboolean *has_gaps, GError **error)
{
  g_autoptr (BvRecord) person = bv_office_load (office, &bv_person_kind, id, error);
  g_autoptr (GArray) gaps = person ? find_gaps (office, merge, person, error) : NULL;

  *has_gaps = gaps && gaps->len > 0;
  return gaps != NULL;
}

/* What the person's own row says, as a posting. */
static BvRecord *
copy_post (BvRecord *person, gint64 department, const char *from, const char *to)
{
  BvRecord *posting = bv_record_new (&bv_posting_kind);

  bv_record_set_integer (posting, "person_id", bv_record_get_id (person));
  bv_record_set_integer (posting, "department_id", department);
  bv_record_set_value (posting, "job_title", bv_record_get_value (person, "job_title"));
  bv_record_set_value (posting, "is_leader", bv_record_get_value (person, "is_leader"));
  bv_record_set_text (posting, "from_on", from);
  if (to)
    bv_record_set_text (posting, "to_on", to);
  return posting;
}

static gboolean
fill_gaps (BvOffice *office, const BvDepartmentMerge *merge, BvRecord *person, GError **error)
{
  gint64 department = bv_record_get_integer (person, "department_id");
  g_autoptr (GArray) gaps = find_gaps (office, merge, person, error);

  for (guint i = 0; gaps && i < gaps->len; i++) {
    const Gap *gap = &g_array_index (gaps, Gap, i);
    g_autoptr (BvRecord) posting = copy_post (person, department, gap->from, gap->to);

    if (!bv_office_save (office, posting, error))
      return FALSE;
  }
  return gaps != NULL;
}

static gboolean
set_document (const BvDepartmentMerge *merge, BvOffice *office, BvRecord *posting, GError **error)
{
  if (merge->document_number && *merge->document_number)
    bv_record_set_text (posting, "document_number", merge->document_number);
  else
    bv_record_set_null (posting, "document_number");
  return bv_office_save (office, posting, error);
}

/* From when posting @old goes on: lists take the post that began last, and one that began after
 * @old goes before it until it ends. %NULL in @start: never. */
static gboolean
find_start (
    BvOffice *office, const BvDepartmentMerge *merge, BvRecord *old, char **start, GError **error)
{
  BvStep step = BV_STEP_ROW;

  *start = g_strdup (merge->on);
  while (*start && step == BV_STEP_ROW) {
    g_autoptr (BvStatement) row = ask_about (
        office, merge, before_sql, bv_record_get_integer (old, "person_id"), error);
    const char *to;

    if (!row)
      return FALSE;
    bv_statement_bind_text (row, 3, bv_record_get_text (old, "from_on"));
    bv_statement_bind_text (row, 4, *start);
    step = bv_statement_step (row, error);
    if (step != BV_STEP_ROW)
      break;
    to = bv_statement_get_text (row, 0);
    g_free (*start);
    *start = to ? bv_date_step (to, 1) : NULL;
  }
  if (*start && !bv_record_is_null (old, "to_on")
      && strcmp (*start, bv_record_get_text (old, "to_on")) > 0)
    g_clear_pointer (start, g_free);
  return step != BV_STEP_FAILED;
}

static BvRecord *
copy_posting (BvRecord *old, gint64 department, const char *from)
{
  BvRecord *copy = bv_record_new (&bv_posting_kind);

  for (guint i = 0; i < bv_posting_kind.n_fields; i++) {
    const char *field = bv_posting_kind.fields[i].name;

    bv_record_set_value (copy, field, bv_record_get_value (old, field));
  }
  bv_record_set_integer (copy, "department_id", department);
  bv_record_set_text (copy, "from_on", from);
  return copy;
}

/* The posting ends the day before, and goes on as another one in @into. */
static gboolean
split_posting (
    BvOffice *office, const BvDepartmentMerge *merge, gint64 id, gint64 into, GError **error)
{
  g_autoptr (BvRecord) old = bv_office_load (office, &bv_posting_kind, id, error);
  g_autoptr (BvRecord) next = NULL;
  g_autofree char *last = bv_date_step (merge->on, -1);
  g_autofree char *start = NULL;

  if (!old || !find_start (office, merge, old, &start, error))
    return FALSE;
  next = start ? copy_posting (old, into, start) : NULL;
  bv_record_set_text (old, "to_on", last);
  return bv_office_save (office, old, error)
         && (!next || set_document (merge, office, next, error));
}

static gboolean
split_postings (
    BvOffice *office, const BvDepartmentMerge *merge, gint64 person, gint64 into, GError **error)
{
  g_autoptr (BvStatement) rows = ask_about (office, merge, held_sql, person, error);
  g_autoptr (GArray) ids = rows ? bv_store_collect_ids (rows, error) : NULL;

  for (guint i = 0; ids && i < ids->len; i++)
    if (!split_posting (office, merge, g_array_index (ids, gint64, i), into, error))
      return FALSE;
  return ids != NULL;
}

/* Who holds no post on the day gets one, up to the next that is known. */
static gboolean
add_posting (
    BvOffice *office, const BvDepartmentMerge *merge, BvRecord *person, gint64 into, GError **error)
{
  const char *joined = bv_record_get_text (person, "joined_on");
  const char *from = strcmp (joined, merge->on) > 0 ? joined : merge->on;
  g_autoptr (BvStatement) row = ask_about (
      office, merge, next_sql, bv_record_get_id (person), error);
  const char *next;
  g_autofree char *last = NULL;
  g_autoptr (BvRecord) posting = NULL;

  if (!row || bv_statement_step (row, error) == BV_STEP_FAILED)
    return FALSE;
  next = bv_statement_get_text (row, 0);
  if (next && strcmp (next, from) <= 0)
    return TRUE;
  last = next ? bv_date_step (next, -1) : NULL;
  posting = copy_post (person, into, from, last);
  return set_document (merge, office, posting, error);
}

gboolean
_bv_department_merge_move (
    BvOffice *office, const BvDepartmentMerge *merge, gint64 id, gint64 into, GError **error)
{
  g_autoptr (BvRecord) person = bv_office_load (office, &bv_person_kind, id, error);

  if (!person)
    return FALSE;
  if (!is_own (merge, person))
    return split_postings (office, merge, id, into, error);
  if (!fill_gaps (office, merge, person, error) || !split_postings (office, merge, id, into, error)
      || !add_posting (office, merge, person, into, error))
    return FALSE;
  bv_record_set_integer (person, "department_id", into);
  return bv_office_save (office, person, error);
}
