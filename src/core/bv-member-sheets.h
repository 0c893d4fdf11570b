/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets on which the members of the council score one movement, each on their own. */
#pragma once
#include "bv-member-scores.h"
#include "bv-office.h"
#include "bv-scoring.h"

G_BEGIN_DECLS

#define BV_TYPE_MEMBER_SHEETS (bv_member_sheets_get_type ())
G_DECLARE_FINAL_TYPE (BvMemberSheets, bv_member_sheets, BV, MEMBER_SHEETS, GObject)

typedef enum {
  BV_SHEET_DRAFT,
  BV_SHEET_CONFIRMED,
  BV_SHEET_RECUSED,
} BvSheetState;

/** BvSheetMember: strings are borrowed from the sheets. */
typedef struct
{
  gint64 member_id;
  gint64 person_id;     /* 0: from outside */
  gint64 department_id; /* where he or she worked on the closing date; 0: nowhere */
  const char *name;
  const char *role; /* as a list shows it */
} BvSheetMember;

/** BvSheetSubject: what the sheets must know of a subject. */
typedef struct
{
  gint64 subject_id;
  BvSubjectType type;
} BvSheetSubject;

/** BvMemberSheet: one member's sheet for one subject. */
typedef struct
{
  gint64 sheet_id; /* 0: nothing is stored yet */
  BvSheetState state;
  const char *reason; /* why it is not scored, or why it was opened again; "" */
  gboolean derived;   /* recused by who the member is, or by what the session noted */
} BvMemberSheet;

/**
 * bv_member_sheets_load: the sheets of @movement_id for @subjects and @criteria, in that order.
 * Recused is who is the subject, who works there when @rules say so, who left a line of the
 * movement's session, and whose sheet says so. @closing_date is ISO.
 */
BvMemberSheets *bv_member_sheets_load (BvOffice *office,
                                       gint64 movement_id,
                                       const char *closing_date,
                                       const BvMemberRules *rules,
                                       const BvSheetSubject *subjects,
                                       guint n_subjects,
                                       const BvScoringCriterion *criteria,
                                       guint n_criteria,
                                       GError **error);
const BvMemberRules *bv_member_sheets_get_rules (BvMemberSheets *self);
guint bv_member_sheets_get_n_members (BvMemberSheets *self);
/** bv_member_sheets_get_member: borrowed; in the order of the council. */
const BvSheetMember *bv_member_sheets_get_member (BvMemberSheets *self, guint member);
/** bv_member_sheets_get_scores: subjects × members × criteria for the rules; borrowed. Points are
 * there also while a sheet does not count. */
const BvMemberScores *bv_member_sheets_get_scores (BvMemberSheets *self);
/** bv_member_sheets_get_sheet: borrowed. */
const BvMemberSheet *bv_member_sheets_get_sheet (BvMemberSheets *self, guint subject, guint member);
/** bv_member_sheets_get_score_id: the stored row behind one cell, or 0. */
gint64
bv_member_sheets_get_score_id (BvMemberSheets *self, guint subject, guint member, guint criterion);
/** bv_member_sheets_put_score: notes that the row @id was stored, or removed with
 * BV_POINTS_MISSING and 0. %FALSE when the sheet counts: then what is computed from it is no longer
 * right. */
gboolean bv_member_sheets_put_score (BvMemberSheets *self,
                                     gint64 subject_id,
                                     gint64 member_id,
                                     gint64 criterion_id,
                                     gint64 points,
                                     gint64 id);
/** bv_member_sheets_get_result: computed once; borrowed. */
const BvMemberResult *bv_member_sheets_get_result (BvMemberSheets *self, guint subject);

/* What has to be done with one member's sheets for some subjects (indexes). */
typedef struct
{
  guint n_due;       /* subjects that the member scores */
  guint n_complete;  /* of them, with all points */
  guint n_confirmed; /* of them, confirmed */
  guint n_recused;   /* left out */
} BvSheetProgress;

BvSheetProgress bv_member_sheets_get_progress (BvMemberSheets *self,
                                               guint member,
                                               const guint *subjects,
                                               guint n_subjects);
/** bv_member_sheets_confirm: as one step. BV_ERROR_INVALID names who still lacks points. */
gboolean bv_member_sheets_confirm (
    BvMemberSheets *self, guint member, const guint *subjects, guint n_subjects, GError **error);
/** bv_member_sheets_reopen: as one step; @reason stays with the sheets. */
gboolean bv_member_sheets_reopen (BvMemberSheets *self,
                                  guint member,
                                  const guint *subjects,
                                  guint n_subjects,
                                  const char *reason,
                                  GError **error);
/** bv_member_sheets_recuse: @member does not score @subject, by the @reason given; an empty one
 * takes that back. */
gboolean bv_member_sheets_recuse (
    BvMemberSheets *self, guint member, guint subject, const char *reason, GError **error);

G_END_DECLS
