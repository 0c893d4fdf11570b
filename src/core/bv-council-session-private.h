/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the council's session share. */
#pragma once
#include "bv-council-session.h"
#include "bv-rule-pack.h"

G_BEGIN_DECLS

struct _BvCouncilSession
{
  GObject parent_instance;

  /* Owned */
  BvOffice *office;
  BvRecord *record;   /* the row of the session */
  GPtrArray *strings; /* whatever members and lines borrow */
  GArray *members;    /* BvSessionMember */
  GArray *lines;      /* BvSessionLine */
  GPtrArray *warnings, *obstacles;

  BvBallotRules rules;
  BvRulePack *pack; /* owned: of the movement */
  BvBallotPresence presence;
  BvBallotBox boxes[BV_N_ENTRIES];
  gboolean boxed[BV_N_ENTRIES];
};

/* Fills members, lines, recusals and tallies. */
gboolean _bv_council_session_read (BvCouncilSession *self, GError **error);
/* A string that lives as long as the session. */
const char *_bv_council_session_keep (BvCouncilSession *self, char *text);
/* Whether @entry of the whole box is there in both and the same. */
gboolean _bv_council_session_boxes_agree (BvCouncilSession *self);

G_END_DECLS
