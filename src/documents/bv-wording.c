/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed sentences of a document as an office words them. */
#include "config.h"

#include "bv-wording.h"

#include "bv-error.h"
#include "bv-fold.h"
#include "bv-history.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char texts_sql[] = "SELECT sentence, text FROM wording WHERE document = ?1";
static const char find_sql[]
    = "SELECT id, text FROM wording WHERE document = ?1 AND sentence = ?2 ORDER BY id LIMIT 1";

/* Placeholders */

static gboolean
is_among (const BvPlaceholder *placeholders, const char *folded)
{
  for (; placeholders && placeholders->name; placeholders++) {
    g_autofree char *name = bv_fold (placeholders->name);
    if (g_str_equal (name, folded))
      return TRUE;
  }
  return FALSE;
}

static void
append_names (GString *names, const BvPlaceholder *placeholders)
{
  for (; placeholders && placeholders->name; placeholders++)
    g_string_append_printf (names, "%s{%s}", names->len ? ", " : "", placeholders->name);
}

static gboolean
check_name (const BvDocumentType *type, const char *name, GError **error)
{
  g_autofree char *folded = bv_fold (name);
  g_autoptr (GString) names = g_string_new (NULL);

  if (is_among (type->placeholders, folded) || is_among (bv_document_type_get_general (), folded))
    return TRUE;
  append_names (names, type->placeholders);
  append_names (names, bv_document_type_get_general ());
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s”: {%s} is not known here. There are: %s."),
               bv_document_type_get_title (type),
               name,
               names->str);
  return FALSE;
}

static gboolean
refuse_brace (const BvDocumentType *type, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s”: a brace { or } stands alone. Write placeholders as {cơ quan}."),
               bv_document_type_get_title (type));
  return FALSE;
}

gboolean
bv_wording_check (const BvDocumentType *type, const char *text, GError **error)
{
  const char *at = text;

  while ((at = strpbrk (at, "{}")) != NULL) {
    const char *close = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
    g_autofree char *name = NULL;
    if (!close || *close != '}')
      return refuse_brace (type, error);
    name = g_strndup (at + 1, (gsize) (close - at - 1));
    if (!check_name (type, name, error))
      return FALSE;
    at = close + 1;
  }
  return TRUE;
}

/* Rows */

GHashTable *
bv_wording_load (BvOffice *office, const BvDocumentType *type, GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), texts_sql, error);
  BvStep step;

  if (!rows)
    return NULL;
  bv_statement_bind_text (rows, 1, type->name);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    const char *text = bv_statement_get_text (rows, 1);
    if (!bv_wording_check (type, text, error))
      return NULL;
    g_hash_table_insert (texts, g_strdup (bv_statement_get_text (rows, 0)), g_strdup (text));
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

static gboolean
find (BvOffice *office,
      const BvDocumentType *type,
      const BvSentence *sentence,
      gint64 *id,
      char **text,
      GError **error)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (office), find_sql, error);
  BvStep step;

  *id = 0;
  if (!row)
    return FALSE;
  bv_statement_bind_text (row, 1, type->name);
  bv_statement_bind_text (row, 2, sentence->name);
  step = bv_statement_step (row, error);
  if (step == BV_STEP_ROW) {
    *id = bv_statement_get_integer (row, 0);
    *text = g_strdup (bv_statement_get_text (row, 1));
  }
  return step != BV_STEP_FAILED;
}

char *
bv_wording_dup (BvOffice *office,
                const BvDocumentType *type,
                const BvSentence *sentence,
                gboolean *own,
                GError **error)
{
  g_autofree char *text = NULL;
  gint64 id;

  if (!find (office, type, sentence, &id, &text, error))
    return NULL;
  if (own)
    *own = id != 0;
  return id ? g_steal_pointer (&text) : g_strdup (sentence->text);
}

static gboolean
write_row (BvOffice *office,
           const BvDocumentType *type,
           const BvSentence *sentence,
           gint64 id,
           const char *text,
           GError **error)
{
  g_autoptr (BvRecord) record = id ? bv_office_load (office, &bv_wording_kind, id, error)
                                   : bv_record_new (&bv_wording_kind);

  if (!record)
    return FALSE;
  bv_record_set_text (record, "document", type->name);
  bv_record_set_text (record, "sentence", sentence->name);
  bv_record_set_text (record, "text", text);
  return bv_office_save (office, record, error);
}

gboolean
bv_wording_save (BvOffice *office,
                 const BvDocumentType *type,
                 const BvSentence *sentence,
                 const char *text,
                 GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autofree char *old = NULL;
  g_autofree char *title = g_strdup_printf (_ ("Wording of “%s”"),
                                            bv_document_type_get_title (type));
  gint64 id;
  gboolean back = !text || !*text || g_str_equal (text, sentence->text);

  if (text && !bv_wording_check (type, text, error))
    return FALSE;
  if (!find (office, type, sentence, &id, &old, error))
    return FALSE;
  if (back ? id == 0 : id != 0 && g_str_equal (old, text))
    return TRUE;
  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (back ? bv_office_remove (office, &bv_wording_kind, &id, 1, error)
           : write_row (office, type, sentence, id, text, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}
