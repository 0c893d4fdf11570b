/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person worked on a day, as conditions of SQL: the post held on that day, else the one in
 * the person's own row. */
#pragma once

/* The id of the posting that @person (an expression) held on @day (a parameter), NULL for none. */
#define BV_SQL_POSTING_ON(person, day)                                                             \
  "(SELECT q.id FROM posting q WHERE q.person_id = " person " AND q.from_on <= " day               \
  " AND (q.to_on IS NULL OR q.to_on >= " day ") ORDER BY q.from_on DESC LIMIT 1)"

/* Of person p, the posting joined as o. */
#define BV_SQL_POST_DEPARTMENT                                                                     \
  "CASE WHEN o.id IS NULL THEN p.department_id ELSE o.department_id END"
#define BV_SQL_POST_TITLE "CASE WHEN o.id IS NULL THEN p.job_title ELSE o.job_title END"
#define BV_SQL_POST_LEADS "CASE WHEN o.id IS NULL THEN p.is_leader ELSE o.is_leader END"

/* The closing day of a movement, today while it has none. */
#define BV_SQL_CLOSING(movement)                                                                   \
  "(SELECT coalesce (end_on, date ('now', 'localtime')) FROM movement WHERE id = " movement ")"

/* Ids and departments of all people on @day. */
#define BV_SQL_DEPARTMENTS_ON(day)                                                                 \
  "SELECT p.id, " BV_SQL_POST_DEPARTMENT " AS department_id FROM person p"                         \
  " LEFT JOIN posting o ON o.id = " BV_SQL_POSTING_ON ("p.id", day)
