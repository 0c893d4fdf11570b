/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the eligibility book share. */
#pragma once
#include "bv-eligibility-book.h"
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
  gint64 id;
  BvEligibilityFacts facts;
  gint64 department_id, department_now; /* persons */
  const char *job_title, *job_title_now;
  gboolean leader, deputy; /* who leads, but does not head the unit */
  gboolean competes;       /* departments */
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
  BvRulePack *pack;
  BvEligibilityCase occasion; /* without a form */
  GHashTable *forms;          /* id -> BvEligibilityForm */
  GHashTable *subjects;       /* id -> BvFactSubject */
  BvFactTable restrictions, absences, awards, uses, ratings, initiatives, evidence;
  GArray *award_proposals;    /* gint64, one for each award */
  GArray *overrides;          /* BvEligibilityOverride */
  GArray *proposals;          /* BvFactProposal */
  GHashTable *last_proposals; /* subject -> place of its last proposal, from 1 */
};

gboolean _bv_eligibility_book_read (BvEligibilityBook *self, GError **error);
BvFactSubject *_bv_eligibility_book_find (BvEligibilityBook *self, gint64 subject_id);

G_END_DECLS
