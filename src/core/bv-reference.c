/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the row that a person means by a name. */
#include "config.h"

#include "bv-reference.h"

#include "bv-error.h"
#include "bv-fold.h"
#include "bv-query.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static void
free_reference (BvReference *reference)
{
  g_free (reference->name);
  g_free (reference->folded);
  g_free (reference);
}

static gboolean
append_kind (
    GPtrArray *references, BvOffice *office, const BvKind *kind, gint64 movement_id, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  query->movement_id = movement_id;
  ids = bv_query_run (query, office, error);
  for (guint i = 0; ids && i < ids->len; i++) {
    BvReference *reference = g_new0 (BvReference, 1);
    reference->id = g_array_index (ids, gint64, i);
    reference->kind = kind;
    reference->name = g_strdup (bv_office_get_name (office, kind, reference->id));
    reference->folded = bv_fold (reference->name);
    g_ptr_array_add (references, reference);
  }
  return ids != NULL;
}

GPtrArray *
bv_reference_list (BvOffice *office, const BvField *field, gint64 movement_id, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (
      (GDestroyNotify) free_reference);
  gboolean done;

  if (field->type == BV_FIELD_SUBJECT)
    done = append_kind (references, office, &bv_department_kind, movement_id, error)
           && append_kind (references, office, &bv_person_kind, movement_id, error);
  else
    done = append_kind (references, office, field->kind, movement_id, error);
  return done ? g_steal_pointer (&references) : NULL;
}

/* "3." and "Cải cách hành chính" both mean "3. Cải cách hành chính"; "Hường" alone means nobody. */
static gboolean
is_meant (BvOffice *office, const BvReference *reference, const char *folded)
{
  g_autoptr (BvRecord) record = NULL;
  g_autofree char *part = NULL;
  const char *field = NULL;

  if (g_str_equal (reference->folded, folded))
    return TRUE;
  if (!strstr (reference->folded, folded))
    return FALSE;
  if (reference->kind == &bv_criterion_kind)
    field = g_ascii_isdigit (*folded) ? "label" : "title";
  else if (reference->kind == &bv_person_kind)
    field = "full_name";
  record = field ? bv_office_load (office, reference->kind, reference->id, NULL) : NULL;
  part = record ? bv_fold (bv_record_get_text (record, field)) : NULL;
  return part && g_str_equal (part, folded);
}

/* "Hoàng Thị Hường (1990)" or "(Văn phòng Sở)" tells namesakes apart: the parts must all be in the
 * long name. */
static gboolean
is_among (const BvReference *reference, const char *typed, const char *folded)
{
  g_auto (GStrv) words = NULL;

  if (!strchr (typed, '('))
    return FALSE;
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i]; i++)
    if (*words[i] && !strstr (reference->folded, words[i]))
      return FALSE;
  return words[0] && g_str_has_prefix (reference->folded, words[0]);
}

static void
set_ambiguous (const BvField *field, const char *text, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s: several rows are called “%s”. Add the birth year in brackets, as in “%s "
                  "(1990)”, or the full name."),
               bv_field_get_label (field),
               text,
               text);
}

static gint64
find_meant (
    BvOffice *office, const BvField *field, GPtrArray *references, const char *text, GError **error)
{
  g_autofree char *folded = bv_fold (text);
  gint64 found = 0;

  for (guint i = 0; *folded && i < references->len; i++) {
    const BvReference *reference = g_ptr_array_index (references, i);
    if (!is_meant (office, reference, folded) && !is_among (reference, text, folded))
      continue;
    if (found) {
      set_ambiguous (field, text, error);
      return 0;
    }
    found = reference->id;
  }
  if (!found)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s: there is no “%s” in this office. Check the spelling or add it first."),
                 bv_field_get_label (field),
                 text);
  return found;
}

gboolean
bv_reference_find (BvOffice *office,
                   const BvField *field,
                   gint64 movement_id,
                   const char *text,
                   gint64 *id,
                   GError **error)
{
  g_autoptr (GPtrArray) references = bv_reference_list (office, field, movement_id, error);

  if (!references)
    return FALSE;
  *id = find_meant (office, field, references, text, error);
  return *id != 0;
}
