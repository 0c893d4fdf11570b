/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building the sample office by the same import that clerks use. */
#include "config.h"

#include "bv-sample.h"

#include "bv-exchange-resources.h"
#include "bv-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "/io/github/bangvang/BangVang/sample/"

/* Parents before children. */
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
  return TRUE;
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
