/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window in the order of the sidebar: a new page is one line here. */
#include "config.h"

#include "bv-pages.h"

#include "bv-achievements-page.h"
#include "bv-decisions-page.h"
#include "bv-departments-page.h"
#include "bv-documents-page.h"
#include "bv-log-page.h"
#include "bv-movements-page.h"
#include "bv-overview-page.h"
#include "bv-own-office-page.h"
#include "bv-pledges-page.h"
#include "bv-proposals-page.h"
#include "bv-ranking-page.h"
#include "bv-scores-page.h"
#include "bv-sessions-page.h"
#include "bv-staff-page.h"
#include "bv-verification-page.h"

#include <glib/gi18n-lib.h>

static const BvPageInfo pages[] = {
  { "overview", NULL, N_ ("Overview"), "bv-overview-symbolic", bv_overview_page_get_type },
  { "movements",
    N_ ("Movement"),
    N_ ("Movement and contents"),
    "bv-movement-symbolic",
    bv_movements_page_get_type },
  { "pledges",
    N_ ("Movement"),
    N_ ("Pledges"),
    "bv-pledge-symbolic",
    bv_pledges_page_get_type,
    &bv_pledge_kind },
  { "achievements",
    N_ ("Movement"),
    N_ ("Achievements and evidence"),
    "bv-achievement-symbolic",
    bv_achievements_page_get_type,
    &bv_achievement_kind },
  { "verification",
    N_ ("Movement"),
    N_ ("Verification queue"),
    "bv-verification-symbolic",
    bv_verification_page_get_type,
    &bv_achievement_kind,
    "status",
    "waiting" },
  { "scores", N_ ("Appraisal"), N_ ("Score sheet"), "bv-scores-symbolic", bv_scores_page_get_type },
  { "ranking", N_ ("Appraisal"), N_ ("Ranking"), "bv-ranking-symbolic", bv_ranking_page_get_type },
  { "sessions",
    N_ ("Council"),
    N_ ("Sessions and votes"),
    "bv-session-symbolic",
    bv_sessions_page_get_type },
  { "proposals",
    N_ ("Council"),
    N_ ("Award proposals"),
    "bv-proposal-symbolic",
    bv_proposals_page_get_type,
    &bv_proposal_kind },
  { "decisions",
    N_ ("Council"),
    N_ ("Decisions and awards"),
    "bv-decision-symbolic",
    bv_decisions_page_get_type },
  { "documents",
    N_ ("Council"),
    N_ ("Documents"),
    "bv-document-symbolic",
    bv_documents_page_get_type },
  { "departments",
    N_ ("Office"),
    N_ ("Departments"),
    "bv-department-symbolic",
    bv_departments_page_get_type,
    &bv_department_kind },
  { "staff",
    N_ ("Office"),
    N_ ("Staff"),
    "bv-staff-symbolic",
    bv_staff_page_get_type,
    &bv_person_kind },
  { "office",
    N_ ("Office"),
    N_ ("Office and regulations"),
    "bv-office-symbolic",
    bv_own_office_page_get_type },
  { "history", NULL, N_ ("Log"), "bv-history-symbolic", bv_log_page_get_type },
  { NULL },
};

const BvPageInfo *
bv_pages_get (void)
{
  return pages;
}
