/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building the sample office by the same import that clerks use. */
#include "config.h"

#include "bv-sample.h"

#include "bv-assessment.h"
#include "bv-attachment.h"
#include "bv-council-session.h"
#include "bv-csv.h"
#include "bv-exchange-resources.h"
#include "bv-history.h"
#include "bv-import-names.h"
#include "bv-import.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "/io/github/bangvang/BangVang/sample/"

/* Parents before children; the attachments come last and are no table of their own kind. */
static const BvKind *const kinds[] = {
  &bv_department_kind,     &bv_person_kind,        &bv_posting_kind,    &bv_movement_kind,
  &bv_criterion_kind,      &bv_dissemination_kind, &bv_pledge_kind,     &bv_achievement_kind,
  &bv_credit_kind,         &bv_score_kind,         &bv_adjustment_kind, &bv_quota_kind,
  &bv_restriction_kind,    &bv_absence_kind,       &bv_award_kind,      &bv_council_kind,
  &bv_council_member_kind,
};

static GBytes *
load_resource (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);

  return g_resource_lookup_data (
      bv_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
import_kind (BvOffice *office, const BvKind *kind, gint64 movement_id, GError **error)
{
  g_autofree char *name = g_strconcat (kind->table, ".csv", NULL);
  g_autoptr (GBytes) bytes = load_resource (name, error);
  g_autoptr (BvImport) import
      = bytes ? bv_import_read (office, kind, movement_id, bytes, _ ("the sample tables"), error)
              : NULL;

  return import && bv_import_commit (import, FALSE, error);
}

static gboolean
find_movement (BvOffice *office, gint64 *id, GError **error)
{
  return bv_database_query_integer (bv_office_get_database (office),
                                    "SELECT id FROM movement ORDER BY start_on DESC LIMIT 1",
                                    id,
                                    error);
}

static gboolean
attach_file (BvOffice *office,
             BvImportNames *names,
             gint64 movement_id,
             const char *const *cells,
             GError **error)
{
  const BvField *field = bv_kind_find_field (&bv_attachment_kind, "achievement_id");
  g_autofree char *path = g_strconcat ("files/", cells[1], NULL);
  g_autoptr (GBytes) bytes = load_resource (path, error);
  g_autoptr (BvRecord) record = NULL;
  gint64 achievement = 0, id;

  if (!bytes || !bv_import_names_find (names, field, movement_id, cells[0], &achievement, error))
    return FALSE;
  id = bv_attachment_add_bytes (office, achievement, cells[1], bytes, error);
  record = id ? bv_office_load (office, &bv_attachment_kind, id, error) : NULL;
  if (!record)
    return FALSE;
  bv_record_set_text (record, "note", cells[2]);
  return bv_office_save (office, record, error);
}

/* attachment.csv: achievement, file in files/, note. */
static gboolean
attach_files (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvImportNames) names = bv_import_names_new (office);
  g_autoptr (GBytes) bytes = load_resource ("attachment.csv", error);
  g_autoptr (BvCsv) csv = bytes ? bv_csv_parse (bytes, "attachment.csv", error) : NULL;

  for (guint row = 1; csv && row < bv_csv_get_n_rows (csv); row++) {
    guint n_cells;
    const char *const *cells = bv_csv_get_row (csv, row, &n_cells);

    g_assert (n_cells == 3);
    if (!attach_file (office, names, movement_id, cells, error))
      return FALSE;
  }
  return csv != NULL;
}

static gboolean
attach_in_one_step (BvOffice *office, gint64 movement_id, GError **error)
{
  BvHistory *history = bv_office_get_history (office);

  if (!bv_history_begin (history, _ ("Attach evidence"), error))
    return FALSE;
  if (attach_files (office, movement_id, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

/* So that the page of proposals and the workbook have something to show. */
static gboolean
propose (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvAssessment) assessment = bv_assessment_load (office, movement_id, error);

  return assessment && bv_assessment_propose (assessment, FALSE, error) >= 0;
}

/* The votes against that keep every line from being unanimous. */
static BvBallotCount
vote (const BvCouncilSession *session, const BvSessionLine *line, guint index)
{
  const BvBallotPresence *presence = bv_council_session_get_presence ((BvCouncilSession *) session);
  gint64 able = presence->n_present - line->n_present_recused;
  gint64 against = g_str_equal (line->agenda, "boundary") ? 5 - (gint64) index : index % 3;

  against = CLAMP (against, 0, able);
  return (
      BvBallotCount){ able - against, against, presence->n_written - line->n_written_recused, 0 };
}

static gboolean
count_votes (BvOffice *office, gint64 session_id, guint entry, GError **error)
{
  g_autoptr (BvCouncilSession) session = bv_council_session_load (office, session_id, error);
  g_autofree BvBallotCount *counts = NULL;
  gint64 n_present;
  guint n;

  if (!session)
    return FALSE;
  n = bv_council_session_get_n_lines (session);
  n_present = bv_council_session_get_presence (session)->n_present;
  counts = g_new0 (BvBallotCount, n);
  for (guint i = 0; i < n; i++)
    counts[i] = vote (session, bv_council_session_get_line (session, i), i);
  return bv_council_session_record (
      session, entry, &(BvBallotBox){ n_present, n_present, 0, 0 }, counts, error);
}

/* One member is away and wrote. */
static gboolean
excuse_last (BvOffice *office, GError **error)
{
  gint64 id = 0;
  g_autoptr (BvRecord) attendance = NULL;

  if (!bv_database_query_integer (
          bv_office_get_database (office), "SELECT max (id) FROM attendance", &id, error))
    return FALSE;
  attendance = bv_office_load (office, &bv_attendance_kind, id, error);
  if (!attendance)
    return FALSE;
  bv_record_set_text (attendance, "presence", "written");
  bv_record_set_text (attendance, "reason", "Đi công tác tại Hà Nội");
  bv_record_set_text (attendance, "received_on", "2024-09-05");
  return bv_office_save (office, attendance, error);
}

static gint64
add_session (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvRecord) session = bv_record_new (&bv_session_kind);
  gint64 council = 0;

  if (!bv_database_query_integer (
          bv_office_get_database (office), "SELECT id FROM council LIMIT 1", &council, error))
    return 0;
  bv_record_set_integer (session, "movement_id", movement_id);
  bv_record_set_integer (session, "council_id", council);
  bv_record_set_text (session, "title", "Phiên họp xét khen thưởng phong trào thi đua");
  bv_record_set_text (session, "held_on", "2024-09-06");
  bv_record_set_text (session, "place", "Phòng họp số 1, Sở Ngoại vụ");
  bv_record_set_text (session, "status", "planned");
  return bv_office_save (office, session, error) ? bv_record_get_id (session) : 0;
}

/* A session that met, counted twice and was sealed. */
static gboolean
hold_session (BvOffice *office, gint64 movement_id, GError **error)
{
  gint64 id = add_session (office, movement_id, error);
  g_autoptr (BvCouncilSession) before = id ? bv_council_session_load (office, id, error) : NULL;
  g_autoptr (BvCouncilSession) after = NULL;

  if (!before || bv_council_session_prepare (before, error) < 0 || !excuse_last (office, error)
      || !count_votes (office, id, 0, error) || !count_votes (office, id, 1, error))
    return FALSE;
  after = bv_council_session_load (office, id, error);
  return after && bv_council_session_seal (after, error);
}

static gboolean
fill (BvOffice *office, GError **error)
{
  gint64 movement_id = 0;

  if (!import_kind (office, &bv_office_kind, 0, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i] == &bv_criterion_kind && !find_movement (office, &movement_id, error))
      return FALSE;
    if (!import_kind (office, kinds[i], movement_id, error))
      return FALSE;
  }
  return attach_in_one_step (office, movement_id, error) && propose (office, movement_id, error)
         && hold_session (office, movement_id, error);
}

gboolean
bv_sample_create (const char *path, const char *actor, GError **error)
{
  g_autoptr (BvOffice) office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, actor, BV_OFFICE_OPEN_NO_BACKUP, error);
  gboolean done;

  if (!office)
    return FALSE;
  done = fill (office, error);
  if (!bv_office_close (office, done ? error : NULL))
    done = FALSE;
  if (!done)
    g_unlink (path);
  return done;
}
