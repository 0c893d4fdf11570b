/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of row: department, person, pledge, … Its one declaration drives everything that reads or
 * shows it. */
#pragma once
#include "bv-field.h"

G_BEGIN_DECLS

typedef struct _BvRecord BvRecord;
typedef struct _BvOffice BvOffice;

typedef enum {
  BV_KIND_SUBJECT = 1 << 0,     /* can be scored and rewarded: has a row in table subject */
  BV_KIND_IN_MOVEMENT = 1 << 1, /* belongs to one movement (field movement_id) */
  BV_KIND_SINGLE = 1 << 2,      /* exactly one row */
} BvKindFlags;

struct BvKind
{
  const char *table;
  const char *label;  /* N_(), singular, small letter: "person" */
  const char *plural; /* N_(), title of its list */
  guint flags;
  const BvField *fields;
  guint n_fields;
  const char *name_field;  /* the field that names a row */
  const char *order_field; /* default order of its list, nullable: by id */
  gboolean order_descending;
  /* fills what can be told from other fields, before checking: keys, parts of a name; nullable */
  void (*derive) (BvRecord *record);
  /* rules that concern several fields or other rows; nullable */
  gboolean (*check) (BvRecord *record, BvOffice *office, GError **error);
  /* names a row when one field does not; owned; nullable */
  char *(*display) (BvRecord *record, BvOffice *office);
};

/** bv_kind_get_label: translated, borrowed: "cá nhân". */
const char *bv_kind_get_label (const BvKind *kind);
const char *bv_kind_get_plural (const BvKind *kind);
/** bv_kind_is_searched: whether a field of it is: its rows are in the search index. */
gboolean bv_kind_is_searched (const BvKind *kind);
/** bv_kind_find_field: by column name; %NULL when there is none. */
const BvField *bv_kind_find_field (const BvKind *kind, const char *name);
/** bv_kind_get_field_index: by column name; -1 when there is none. */
int bv_kind_get_field_index (const BvKind *kind, const char *name);

extern const BvKind bv_office_kind, bv_department_kind, bv_person_kind, bv_posting_kind,
    bv_movement_kind, bv_criterion_kind, bv_dissemination_kind, bv_inspection_kind, bv_pledge_kind,
    bv_achievement_kind, bv_credit_kind, bv_attachment_kind, bv_score_kind, bv_adjustment_kind,
    bv_award_form_kind, bv_quota_kind, bv_proposal_kind, bv_rule_pack_kind, bv_restriction_kind,
    bv_absence_kind, bv_initiative_kind, bv_rating_kind, bv_decision_kind, bv_proposal_ground_kind,
    bv_award_kind, bv_award_ground_kind, bv_eligibility_override_kind, bv_council_kind,
    bv_council_member_kind, bv_session_kind, bv_attendance_kind, bv_recusal_kind, bv_ballot_kind,
    bv_tally_kind, bv_member_sheet_kind, bv_member_score_kind, bv_publication_kind, bv_remark_kind,
    bv_submission_kind, bv_wording_kind, bv_issue_kind, bv_former_name_kind;

G_END_DECLS
