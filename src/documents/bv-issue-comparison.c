/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a document of the register would say the same today. */
#include "config.h"

#include "bv-issue-comparison.h"

#include "bv-document-type.h"
#include "bv-issue-register.h"

/* Entries of the register itself change no document. */
static const char steps_sql[] = "SELECT count (*) FROM history WHERE id > ?1 AND state = 0"
                                " AND trim (tables) <> 'issue'";

static GArray *
read_ids (const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i]; i++) {
    gint64 id = g_ascii_strtoll (words[i], NULL, 10);
    if (id != 0)
      g_array_append_val (ids, id);
  }
  return ids;
}

/* %NULL when it cannot be drawn up any more. */
static char *
dup_fingerprint (BvOffice *office, BvRecord *issue)
{
  const char *name = bv_record_get_text (issue, "document");
  gint64 movement_id = bv_record_get_integer (issue, "movement_id");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BvDocument) document = NULL;
  const BvDocumentType *type;

  if (g_str_equal (name, "workbook"))
    return bv_issue_register_dup_fingerprint (office, movement_id, NULL);
  type = bv_document_type_find (name, NULL);
  ids = read_ids (bv_record_get_text (issue, "about"));
  if (type)
    document = bv_document_type_build (
        type,
        office,
        &(BvDocumentOrder){ .movement_id = movement_id,
                            .about_ids = (const gint64 *) (gpointer) ids->data,
                            .n_about = ids->len },
        NULL);
  return document ? bv_document_dup_hash (document) : NULL;
}

BvIssueState
bv_issue_comparison_run (BvOffice *office, BvRecord *issue)
{
  g_autofree char *today = NULL;

  if (bv_record_is_null (issue, "document")
      || g_str_equal (bv_record_get_text (issue, "document"), "list")
      || bv_record_is_null (issue, "fingerprint"))
    return BV_ISSUE_UNKNOWN;
  today = dup_fingerprint (office, issue);
  if (!today)
    return BV_ISSUE_GONE;
  return g_str_equal (today, bv_record_get_text (issue, "fingerprint")) ? BV_ISSUE_SAME
                                                                        : BV_ISSUE_CHANGED;
}

gint64
bv_issue_comparison_count_steps (BvOffice *office, BvRecord *issue)
{
  g_autoptr (BvStatement) count = bv_database_prepare (
      bv_office_get_database (office), steps_sql, NULL);

  if (!count)
    return 0;
  bv_statement_bind_integer (count, 1, bv_record_get_integer (issue, "step"));
  return bv_statement_step (count, NULL) == BV_STEP_ROW ? bv_statement_get_integer (count, 0) : 0;
}
