/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading who there is: departments and persons, and where they stood on the closing date. */
#include "config.h"

#include "bv-eligibility-book-private.h"

#include "bv-fold.h"
#include "bv-posting-sql.h"

#include <string.h>

static const char departments_sql[] = "SELECT id, type, founded_on, dissolved_on FROM department"
                                      " ORDER BY position, id";
/* ?2 closing date: the post held on that day, else the one in the person's own row. */
#define HELD BV_SQL_POSTING_ON ("p.id", "?2")
static const char persons_sql[]
    = "SELECT p.id, p.full_name, p.sex, p.birth_date, p.joined_on, p.status,"
      " (p.status IS NULL OR p.status <> 'left' OR p.left_on > ?2)"
      " AND (p.joined_on IS NULL OR p.joined_on <= ?2),"
      " p.department_id, p.job_title, p.is_leader,"
      " o.id, o.department_id, o.job_title, o.is_leader, o.unit_place"
      " FROM person p LEFT JOIN posting o ON o.id = " HELD;
/* The order of the names comes from their index alone: fetching whole rows in that order takes
 * twice as long as taking them as they lie in the file. */
static const char order_sql[] = "SELECT id, full_name_key FROM person"
                                " ORDER BY full_name_key, birth_date, id";

/* Columns of persons_sql. */
enum {
  ID,
  NAME,
  SEX,
  BIRTH_DATE,
  JOINED_ON,
  STATUS,
  PRESENT,
  DEPARTMENT,
  JOB_TITLE,
  LEADER,
  POSTING,
  POSTED_DEPARTMENT,
  POSTED_JOB_TITLE,
  POSTED_LEADER,
  UNIT_PLACE,
};

static BvFactSubject *
add_subject (BvEligibilityBook *self, const BvKind *kind, gint64 id)
{
  BvFactSubject *subject = g_new0 (BvFactSubject, 1);

  subject->place.subject_id = subject->place.department_id = id;
  subject->place.kind = kind;
  subject->place.name = subject->place.department = subject->place.job_title = "";
  subject->place.sex = subject->place.birth_date = subject->job_title_now = "";
  subject->facts.joined_on = subject->facts.dissolved_on = subject->facts.unit_name = "";
  bv_id_map_set (self->places, id, self->ordered->len);
  g_ptr_array_add (self->ordered, subject);
  return subject;
}

/* For what hardly anybody shares: not looked up among the strings that are there. */
static const char *
copy_text (BvEligibilityBook *self, BvStatement *row, int column)
{
  const char *text = bv_statement_get_text (row, column);

  return text ? g_string_chunk_insert (self->strings, text) : "";
}

/* As the office called it on the closing date. */
static const char *
keep_name (BvEligibilityBook *self, const BvKind *kind, gint64 id)
{
  return g_string_chunk_insert_const (
      self->strings, bv_office_get_name_on (self->office, kind, id, self->occasion.closing_on));
}

/* The leadership of the office is a place to work in, not a collective that competes, and who heads
 * it heads no department. Nor does one compete that was founded after the movement. */
static void
add_department (BvEligibilityBook *self, BvStatement *row)
{
  gint64 id = bv_statement_get_integer (row, 0);
  BvFactSubject *department = add_subject (self, &bv_department_kind, id);
  const char *founded = _bv_eligibility_book_keep (self, row, 2);
  const char *dissolved = _bv_eligibility_book_keep (self, row, 3);
  const char *closing = self->occasion.closing_on;

  department->place.name = keep_name (self, &bv_department_kind, id);
  department->facts.collective = TRUE;
  department->facts.dissolved_on = dissolved;
  department->competes = !_bv_eligibility_book_is (row, 1, "leadership");
  department->place.present = department->competes && strcmp (founded, closing) <= 0
                              && (!*dissolved || strcmp (dissolved, closing) > 0);
}

/* What a position proposes as long as nobody has said who heads the unit: "Phó Trưởng phòng". */
static gboolean
is_deputy_title (BvEligibilityBook *self, const char *job_title)
{
  gpointer known = NULL;
  g_autofree char *folded = NULL;
  gboolean deputy;

  /* kept once in the book's strings, so the address stands for the title */
  if (g_hash_table_lookup_extended (self->titles, job_title, NULL, &known))
    return GPOINTER_TO_INT (known);
  folded = bv_fold (job_title);
  deputy = g_str_has_prefix (folded, "pho ");
  g_hash_table_insert (self->titles, (gpointer) job_title, GINT_TO_POINTER (deputy));
  return deputy;
}

/* The office tells people of the same name apart; asking it for everybody takes longer than reading
 * the rows, and asking SQL who has namesakes as long again. They come one after the other. */
static void
add_person (BvEligibilityBook *self, BvStatement *row)
{
  BvFactSubject *person = add_subject (self, &bv_person_kind, bv_statement_get_integer (row, 0));
  g_autoptr (GBytes) key = bv_statement_dup_blob (row, 1);

  if (key && self->last_key && g_bytes_equal (key, self->last_key))
    person->namesake = self->last_person->namesake = TRUE;
  g_clear_pointer (&self->last_key, g_bytes_unref);
  self->last_key = g_steal_pointer (&key);
  self->last_person = person;
}

/* Departments were read before. */
static const char *
get_department_name (BvEligibilityBook *self, gint64 id)
{
  BvFactSubject *department = _bv_eligibility_book_find (self, id);

  return department ? department->place.name : "";
}

static void
set_place (BvEligibilityBook *self, BvFactSubject *person, BvStatement *row)
{
  BvBookSubject *place = &person->place;
  gboolean posted = !bv_statement_is_null (row, POSTING);

  place->name = person->namesake ? keep_name (self, &bv_person_kind, place->subject_id)
                                 : copy_text (self, row, NAME);
  place->sex = _bv_eligibility_book_keep (self, row, SEX);
  place->birth_date = copy_text (self, row, BIRTH_DATE);
  place->present = bv_statement_get_integer (row, PRESENT) != 0;
  place->department_id = bv_statement_get_integer (row, posted ? POSTED_DEPARTMENT : DEPARTMENT);
  place->department = get_department_name (self, place->department_id);
  place->job_title = _bv_eligibility_book_keep (self, row, posted ? POSTED_JOB_TITLE : JOB_TITLE);
  place->leader = bv_statement_get_integer (row, posted ? POSTED_LEADER : LEADER) != 0;
}

static void
fill_person (BvEligibilityBook *self, BvStatement *row)
{
  BvFactSubject *person = _bv_eligibility_book_find (self, bv_statement_get_integer (row, ID));

  /* somebody else may have written between the two readings */
  if (!person)
    return;
  set_place (self, person, row);
  person->facts.joined_on = copy_text (self, row, JOINED_ON);
  person->facts.marked_disciplined = _bv_eligibility_book_is (row, STATUS, "discipline");
  person->department_now = bv_statement_get_integer (row, DEPARTMENT);
  person->job_title_now = bv_statement_is_null (row, POSTING)
                              ? person->place.job_title
                              : _bv_eligibility_book_keep (self, row, JOB_TITLE);
  person->deputy = bv_statement_is_null (row, UNIT_PLACE)
                       ? is_deputy_title (self, person->place.job_title)
                       : _bv_eligibility_book_is (row, UNIT_PLACE, "deputy");
}

gboolean
_bv_eligibility_book_read_subjects (BvEligibilityBook *self, GError **error)
{
  return _bv_eligibility_book_read_rows (self, departments_sql, add_department, error)
         && _bv_eligibility_book_read_rows (self, order_sql, add_person, error)
         && _bv_eligibility_book_read_rows (self, persons_sql, fill_person, error);
}
