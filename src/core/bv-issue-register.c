/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of what left the office. */
#include "config.h"

#include "bv-issue-register.h"

#include "bv-catalogue.h"
#include "bv-date.h"
#include "bv-history.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const char step_sql[] = "SELECT coalesce (max (id), 0) FROM history WHERE state = 0";

static BvRecord *
make_record (BvOffice *office, const BvIssue *issue, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_issue_kind);
  g_autofree char *now = bv_date_now ();
  gint64 step;

  if (!bv_database_query_integer (bv_office_get_database (office), step_sql, &step, error))
    return NULL;
  now[16] = '\0';
  now[10] = ' ';
  bv_record_set_integer (record, "movement_id", issue->movement_id);
  bv_record_set_text (record, "issued_at", now);
  bv_record_set_text (record, "document", issue->document);
  bv_record_set_text (record, "about", issue->about);
  bv_record_set_text (record, "title", issue->title);
  bv_record_set_text (record, "medium", issue->medium);
  if (issue->n_pages)
    bv_record_set_integer (record, "n_pages", issue->n_pages);
  bv_record_set_text (record, "actor", bv_office_get_actor (office));
  bv_record_set_text (record, "file_name", issue->path);
  bv_record_set_text (record, "fingerprint", issue->fingerprint);
  bv_record_set_integer (record, "step", step);
  return g_steal_pointer (&record);
}

gboolean
bv_issue_register_add (BvOffice *office, const BvIssue *issue, GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autofree char *title = g_strdup_printf (_ ("Registered: %s"), issue->title);
  g_autoptr (BvRecord) record = make_record (office, issue, error);

  if (!record || !bv_history_begin (history, title, error))
    return FALSE;
  if (bv_office_save (office, record, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

/* The fingerprint */

static void
hash_row (GChecksum *checksum, BvStatement *row)
{
  for (int i = 0; i < bv_statement_get_n_columns (row); i++) {
    g_autoptr (GBytes) bytes = bv_statement_dup_blob (row, i);
    gsize length = 0;
    const guint8 *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;
    const guint64 mark = bytes ? length : G_MAXUINT64;

    g_checksum_update (checksum, (const guint8 *) &mark, sizeof mark);
    if (length > 0)
      g_checksum_update (checksum, data, (gssize) length);
  }
}

static gboolean
hash_kind (
    GChecksum *checksum, BvOffice *office, const BvKind *kind, gint64 movement_id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE movement_id = ?1 ORDER BY id",
                                          kind->table);
  g_autoptr (BvStatement) rows = bv_database_prepare (bv_office_get_database (office), sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, movement_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    hash_row (checksum, rows);
  return step == BV_STEP_DONE;
}

char *
bv_issue_register_dup_fingerprint (BvOffice *office, gint64 movement_id, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean hashed = TRUE;
  char *hash;

  for (guint i = 0; kinds[i] && hashed; i++)
    if ((kinds[i]->flags & BV_KIND_IN_MOVEMENT) && kinds[i] != &bv_issue_kind)
      hashed = hash_kind (checksum, office, kinds[i], movement_id, error);
  hash = hashed ? g_strdup (g_checksum_get_string (checksum)) : NULL;
  g_checksum_free (checksum);
  return hash;
}
