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

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "/io/github/bangvang/BangVang/sample/"

/* Parents before children; the attachments come last and are no table of their own kind. */
static const BvKind *const kinds[] = {
  &bv_department_kind, &bv_person_kind,        &bv_posting_kind,    &bv_movement_kind,
  &bv_criterion_kind,  &bv_dissemination_kind, &bv_pledge_kind,     &bv_achievement_kind,
  &bv_credit_kind,     &bv_score_kind,         &bv_adjustment_kind, &bv_quota_kind,
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
  return attach_in_one_step (office, movement_id, error) && propose (office, movement_id, error);
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
