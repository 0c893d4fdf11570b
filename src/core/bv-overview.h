/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a movement stands: what each department has pledged, proved, had verified and scored, what
 * is due, who has not sent anything, and how evidence came in week by week. */
#pragma once
#include "bv-assessment.h"

G_BEGIN_DECLS

typedef enum {
  BV_COVERAGE_PLEDGED,
  BV_COVERAGE_PROVED, /* an achievement that is more than a draft */
  BV_COVERAGE_VERIFIED,
  BV_COVERAGE_SCORED,
  BV_N_COVERAGES,
} BvCoverageStep;

/** BvCoverage: of the subjects of one department (itself and its people) whom a content concerns,
 * how many have come how far. */
typedef struct
{
  guint n_subjects;
  guint n_done[BV_N_COVERAGES];
} BvCoverage;

/** BvOverviewDepartment: strings are borrowed from the overview. */
typedef struct
{
  gint64 id;
  const char *name;
  guint n_subjects;
} BvOverviewDepartment;

/** BvDue: a pledge that has no verified achievement in its content yet. */
typedef struct
{
  gint64 pledge_id;
  const char *subject;
  const char *commitment;
  const char *due_on; /* ISO */
  gboolean overdue;
} BvDue;

/** BvSilent: somebody of whom something is missing altogether. */
typedef struct
{
  gint64 subject_id;
  const char *name;
  const char *department; /* "" for departments */
  gboolean no_pledge, no_achievement;
} BvSilent;

/** BvWeek: achievements of the week that begins on @monday (ISO). */
typedef struct
{
  const char *monday;
  guint n_verified, n_others;
} BvWeek;

typedef struct
{
  guint n_subjects;
  guint n_pledges, n_pledging; /* rows, subjects */
  guint n_kept;                /* pledges with a verified achievement in their content */
  guint n_achievements, n_waiting, n_returned;
  guint n_incomplete; /* subjects who lack points */
  guint n_proposals;
  guint n_overdue, n_due_soon;
} BvOverviewCounts;

typedef struct _BvOverview BvOverview;

/* Days ahead that count as soon. */
#define BV_OVERVIEW_SOON 7

/**
 * bv_overview_load: of movement @movement_id, seen on the day @today (ISO). Owned.
 */
BvOverview *
bv_overview_load (BvOffice *office, gint64 movement_id, const char *today, GError **error);
void bv_overview_free (BvOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOverview, bv_overview_free)

/* Everything below is borrowed from the overview. */
const BvOverviewCounts *bv_overview_get_counts (const BvOverview *self);
/** bv_overview_get_assessment: what it was computed from: contents, subjects, points. */
BvAssessment *bv_overview_get_assessment (const BvOverview *self);
guint bv_overview_get_n_departments (const BvOverview *self);
const BvOverviewDepartment *bv_overview_get_department (const BvOverview *self, guint index);
const BvCoverage *
bv_overview_get_coverage (const BvOverview *self, guint department, guint criterion);
/** bv_overview_get_due: the longest due first; at most a hundred, the counts know all. */
const BvDue *bv_overview_get_due (const BvOverview *self, guint *n_due);
const BvSilent *bv_overview_get_silent (const BvOverview *self, guint *n_silent);
/** bv_overview_get_weeks: from the first to the last one with an achievement, none left out. */
const BvWeek *bv_overview_get_weeks (const BvOverview *self, guint *n_weeks);

G_END_DECLS
