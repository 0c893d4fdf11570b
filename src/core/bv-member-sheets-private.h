/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading and changing the members' sheets share. */
#pragma once
#include "bv-member-sheets.h"

G_BEGIN_DECLS

struct _BvMemberSheets
{
  GObject parent_instance;

  /* Owned */
  BvOffice *office;
  GPtrArray *strings;                          /* whatever members and sheets borrow */
  GArray *members;                             /* BvSheetMember */
  GHashTable *subjects, *by_member, *criteria; /* id -> place + 1 */
  BvSheetSubject *all;                         /* by subject */
  BvMemberSheet *sheets;
  gint64 *score_ids;
  BvMemberResult *results;
  BvMemberScores *scores;

  gint64 movement_id;
  BvMemberRules rules;
};

G_END_DECLS
