/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building the sample office by the same import that clerks use. */
#include "config.h"

#include "bv-sample.h"

#include "bv-assessment.h"
#include "bv-attachment.h"
#include "bv-csv.h"
#include "bv-exchange-resources.h"
#include "bv-history.h"
#include "bv-import-names.h"
#include "bv-import.h"
#include "bv-record.h"
#include "bv-sample-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "/io/github/bangvang/BangVang/sample/"

/* Parents before children. */
static const BvKind *const office_kinds[] = {
  &bv_office_kind,   &bv_department_kind,  &bv_person_kind,         &bv_posting_kind,
  &bv_movement_kind, &bv_restriction_kind, &bv_absence_kind,        &bv_initiative_kind,
  &bv_rating_kind,   &bv_council_kind,     &bv_council_member_kind, &bv_award_form_kind,
};
static const BvKind *const movement_kinds[] = {
  &bv_criterion_kind, &bv_dissemination_kind, &bv_pledge_kind,     &bv_achievement_kind,
  &bv_credit_kind,    &bv_score_kind,         &bv_adjustment_kind, &bv_quota_kind,
};
static const BvKind *const outcome_kinds[] = { &bv_decision_kind,
                                               &bv_publication_kind,
                                               &bv_remark_kind };
static const BvKind *const last_kinds[] = { &bv_award_kind,
                                            &bv_award_ground_kind,
                                            &bv_eligibility_override_kind };

/* The movement in hand is the newest; those before it are closed, with their awards. */
static const struct
{
  const char *folder;
  const char *start_on;
} movements[] = {
  { "2022/", "2022-06-01" },
  { "2023/", "2023-06-01" },
  { "nam-2024/", "2024-01-01" },
  { "", "2024-06-01" },
};

static GBytes *
load_resource (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, folder, name, NULL);

  return g_resource_lookup_data (
      bv_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
has_resource (const char *folder, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, folder, name, NULL);

  return g_resource_get_info (
      bv_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/* A movement need not have every table. */
static gboolean
import_kind (const BvSampleMovement *movement, const BvKind *kind, GError **error)
{
  g_autofree char *name = g_strconcat (kind->table, ".csv", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BvImport) import = NULL;

  if (!has_resource (movement->folder, name))
    return TRUE;
  bytes = load_resource (movement->folder, name, error);
  if (bytes)
    import = bv_import_read (
        movement->office, kind, movement->id, bytes, _ ("the sample tables"), error);
  return import && bv_import_commit (import, FALSE, error);
}

static gboolean
import_kinds (const BvSampleMovement *movement,
              const BvKind *const *kinds,
              guint n_kinds,
              GError **error)
{
  for (guint i = 0; i < n_kinds; i++)
    if (!import_kind (movement, kinds[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_rows (
    const BvSampleMovement *movement, BvCsv *csv, guint n_columns, BvSampleRow row, GError **error)
{
  for (guint i = 1; i < bv_csv_get_n_rows (csv); i++) {
    guint n_cells;
    const char *const *cells = bv_csv_get_row (csv, i, &n_cells);

    g_assert (n_cells == n_columns);
    if (!row (movement, cells, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
_bv_sample_read (const BvSampleMovement *movement,
                 const char *name,
                 guint n_columns,
                 const char *title,
                 BvSampleRow row,
                 GError **error)
{
  BvHistory *history = bv_office_get_history (movement->office);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BvCsv) csv = NULL;

  if (!has_resource (movement->folder, name))
    return TRUE;
  bytes = load_resource (movement->folder, name, error);
  csv = bytes ? bv_csv_parse (bytes, name, error) : NULL;
  if (!csv)
    return FALSE;
  if (!title)
    return read_rows (movement, csv, n_columns, row, error);
  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (read_rows (movement, csv, n_columns, row, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

/* attachment.csv: achievement, file in files/, note. */
static gboolean
attach_file (const BvSampleMovement *movement, const char *const *cells, GError **error)
{
  const BvField *field = bv_kind_find_field (&bv_attachment_kind, "achievement_id");
  g_autoptr (BvImportNames) names = bv_import_names_new (movement->office);
  g_autoptr (GBytes) bytes = load_resource ("files/", cells[1], error);
  g_autoptr (BvRecord) record = NULL;
  gint64 achievement = 0, id;

  if (!bytes || !bv_import_names_find (names, field, movement->id, cells[0], &achievement, error))
    return FALSE;
  id = bv_attachment_add_bytes (movement->office, achievement, cells[1], bytes, error);
  record = id ? bv_office_load (movement->office, &bv_attachment_kind, id, error) : NULL;
  if (!record)
    return FALSE;
  bv_record_set_text (record, "note", cells[2]);
  return bv_office_save (movement->office, record, error);
}

/* From the quotas where there are any; the proposals of yearly titles are typed. */
static gboolean
propose (const BvSampleMovement *movement, GError **error)
{
  g_autoptr (BvAssessment) assessment = bv_assessment_load (movement->office, movement->id, error);

  if (!assessment)
    return FALSE;
  if (bv_assessment_get_n_quotas (assessment) > 0
      && bv_assessment_propose (assessment, FALSE, error) < 0)
    return FALSE;
  return import_kind (movement, &bv_proposal_kind, error);
}

static gboolean
find_movement (BvOffice *office, const char *start_on, gint64 *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM movement WHERE start_on = '%s'",
                                          start_on);

  return bv_database_query_integer (bv_office_get_database (office), sql, id, error);
}

static gboolean
fill_movement (BvOffice *office, guint index, GError **error)
{
  BvSampleMovement movement = { office, movements[index].folder, 0 };

  return find_movement (office, movements[index].start_on, &movement.id, error)
         && import_kinds (&movement, movement_kinds, G_N_ELEMENTS (movement_kinds), error)
         && _bv_sample_read (
             &movement, "attachment.csv", 3, _ ("Attach evidence"), attach_file, error)
         && (*movement.folder || _bv_sample_score_by_members (&movement, error))
         && propose (&movement, error) && _bv_sample_hold_sessions (&movement, error)
         && import_kinds (&movement, outcome_kinds, G_N_ELEMENTS (outcome_kinds), error)
         && _bv_sample_decide (&movement, error);
}

static gboolean
fill (BvOffice *office, GError **error)
{
  BvSampleMovement newest = { office, "", 0 };

  if (!import_kinds (&newest, office_kinds, G_N_ELEMENTS (office_kinds), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (movements); i++)
    if (!fill_movement (office, i, error))
      return FALSE;
  return find_movement (office, movements[G_N_ELEMENTS (movements) - 1].start_on, &newest.id, error)
         && import_kinds (&newest, last_kinds, G_N_ELEMENTS (last_kinds), error);
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
