/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the eligibility book share. */
#pragma once
#include "bv-eligibility-book.h"
#include "bv-id-map.h"
#include "bv-rule-pack.h"

G_BEGIN_DECLS

/* Rows of one table in the order of their subjects. */
typedef struct
{
  GArray *rows;
  GArray *subjects; /* gint64, one for each row */
} BvFactTable;

/* One subject: where it stood on the closing date and today, and its facts. */
typedef struct
{
  BvBookSubject place;
  BvEligibilityFacts facts;
  gint64 department_now; /* persons */
  const char *job_title_now;
  gboolean deputy;   /* leads, but does not head the unit */
  gboolean competes; /* departments */
  gboolean namesake; /* another person has the same name */
} BvFactSubject;

typedef struct
{
  gint64 id;
  gint64 subject_id;
  gint64 award_form_id;
  const char *grounds;
  gboolean active; /* neither refused nor withdrawn, and meant to be given */
  guint previous;  /* place of the one before for the same subject, from 1; 0 = none */
} BvFactProposal;

struct _BvEligibilityBook
{
  GObject parent_instance;

  /* Owned */
  BvOffice *office;
  GStringChunk *strings;
  BvRecord *movement;
  BvRulePack *pack;
  BvEligibilityCase occasion; /* without a form */
  GHashTable *forms;          /* id -> BvEligibilityForm */
  GPtrArray *ordered;         /* BvFactSubject, departments first */
  BvIdMap *places;            /* of the same */
  BvFactTable restrictions, absences, awards, uses, ratings, initiatives, evidence;
  GArray *award_proposals;    /* gint64, one for each award */
  GArray *overrides;          /* BvEligibilityOverride */
  GArray *proposals;          /* BvFactProposal */
  GHashTable *last_proposals; /* subject -> place of its last proposal, from 1 */

  /* While persons are read, in the order of their names */
  GBytes *last_key;           /* owned */
  BvFactSubject *last_person; /* borrowed */
  GHashTable *titles;         /* job title in strings -> whether it is a deputy's; owned */
};

typedef void (*BvFactRow) (BvEligibilityBook *self, BvStatement *row);

gboolean _bv_eligibility_book_read (BvEligibilityBook *self, GError **error);
/* Departments and persons. */
gboolean _bv_eligibility_book_read_subjects (BvEligibilityBook *self, GError **error);
/* Calls @func for each row of @sql, where ?1 is the movement and ?2 its closing date. */
gboolean _bv_eligibility_book_read_rows (BvEligibilityBook *self,
                                         const char *sql,
                                         BvFactRow func,
                                         GError **error);
/* The text of a column, which lives as long as the book; "" for none. */
const char *_bv_eligibility_book_keep (BvEligibilityBook *self, BvStatement *row, int column);
gboolean _bv_eligibility_book_is (BvStatement *row, int column, const char *text);
BvFactSubject *_bv_eligibility_book_find (BvEligibilityBook *self, gint64 subject_id);

G_END_DECLS
