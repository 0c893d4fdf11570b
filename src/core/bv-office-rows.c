/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading, saving and removing rows of an open office file. */
#include "config.h"

#include "bv-catalogue.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-number.h"
#include "bv-office-private.h"
#include "bv-read-span.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* Names of rows in step titles are cut. */
#define LONGEST_NAME 60

/* Loading */

char *
bv_office_display (BvOffice *self, BvRecord *record, const BvField *field)
{
  if (field->type == BV_FIELD_REFERENCE)
    return g_strdup (bv_office_get_name_on (self,
                                            field->kind,
                                            bv_record_get_integer (record, field->name),
                                            _bv_office_find_day (self, record)));
  if (field->type == BV_FIELD_SUBJECT)
    return g_strdup (bv_office_get_subject_name_on (
        self, bv_record_get_integer (record, field->name), _bv_office_find_day (self, record)));
  if ((field->flags & BV_FIELD_POINTS) && !bv_record_is_null (record, field->name))
    return bv_number_format_fixed (bv_record_get_integer (record, field->name), 2);
  return bv_field_format (field, bv_record_get_value (record, field->name));
}

static void
fill_displays (BvOffice *self, BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_LISTED)
      bv_record_take_display (record, i, bv_office_display (self, record, &kind->fields[i]));
}

BvRecord *
bv_office_load (BvOffice *self, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  BvRecord *record = bv_store_select (bv_office_get_database (self), kind, id, &local);

  if (record)
    return record;
  if (!local)
    g_set_error (&local,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("This %s is not there any more."),
                 bv_kind_get_label (kind));
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

BvRecord *
bv_office_get_own (BvOffice *self, GError **error)
{
  gint64 id = 0;

  if (!bv_database_query_integer (
          bv_office_get_database (self), "SELECT id FROM office LIMIT 1", &id, error))
    return NULL;
  return bv_office_load (self, &bv_office_kind, id, error);
}

gboolean
bv_office_load_many (BvOffice *self,
                     const BvKind *kind,
                     const gint64 *ids,
                     guint n_ids,
                     BvRecord **records,
                     GError **error)
{
  BvDatabase *database = bv_office_get_database (self);
  g_autoptr (GError) local = NULL;
  BvReadSpan span;

  bv_read_span_begin (&span, database); /* half the time of a lock for each row */
  for (guint i = 0; i < n_ids && !local; i++) {
    records[i] = bv_store_select (database, kind, ids[i], &local);
    if (records[i])
      fill_displays (self, records[i]);
  }
  bv_read_span_end (&span);
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Saving */

gboolean
bv_office_check (BvOffice *self, BvRecord *record, GError **error)
{
  const BvKind *kind = bv_record_get_kind (record);

  if (kind->derive)
    kind->derive (record);
  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    if (!bv_field_check (field, bv_record_get_value (record, field->name), error))
      return FALSE;
  }
  return !kind->check || kind->check (record, self, error);
}

static char *
shorten (const char *name)
{
  g_autofree char *head = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  head = g_utf8_substring (name, 0, LONGEST_NAME);
  return g_strconcat (head, "…", NULL);
}

static char *
name_record (BvOffice *self, BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);
  g_autofree char *name = kind->display
                              ? kind->display (record, self)
                              : bv_office_display (
                                  self, record, bv_kind_find_field (kind, kind->name_field));

  return shorten (name);
}

static char *
make_title (BvOffice *self, BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);
  g_autofree char *name = name_record (self, record);

  return g_strdup_printf (bv_record_get_id (record) ? _ ("Edit %s: %s") : _ ("Add %s: %s"),
                          bv_kind_get_label (kind),
                          name);
}

static gboolean
write_record (BvOffice *self, BvRecord *record, GError **error)
{
  gint64 id;

  if (bv_record_get_id (record))
    return bv_store_update (bv_office_get_database (self), record, error);
  id = bv_office_new_id (self, error);
  if (!id)
    return FALSE;
  bv_record_set_id (record, id);
  if (bv_store_insert (bv_office_get_database (self), record, error))
    return TRUE;
  bv_record_set_id (record, 0);
  return FALSE;
}

static gboolean
write_as_step (BvOffice *self, BvRecord *record, gint64 joined, GError **error)
{
  BvHistory *history = bv_office_get_history (self);
  g_autofree char *title = make_title (self, record);
  gint64 before = bv_record_get_id (record);

  if (!bv_history_begin_joined (history, joined, title, error))
    return FALSE;
  if (!write_record (self, record, error)) {
    bv_history_abort (history);
    return FALSE;
  }
  if (bv_history_commit (history, error))
    return TRUE;
  bv_record_set_id (record, before);
  return FALSE;
}

gboolean
bv_office_save (BvOffice *self, BvRecord *record, GError **error)
{
  return bv_office_save_joined (self, record, 0, error);
}

gboolean
bv_office_save_joined (BvOffice *self, BvRecord *record, gint64 joined, GError **error)
{
  gboolean written;

  g_return_val_if_fail (BV_IS_OFFICE (self) && BV_IS_RECORD (record), FALSE);
  if (bv_record_get_id (record) && !bv_record_is_changed (record, NULL))
    return TRUE;
  if (!bv_office_check (self, record, error))
    return FALSE;
  written = bv_history_is_open (bv_office_get_history (self))
                ? write_record (self, record, error)
                : write_as_step (self, record, joined, error);
  if (written)
    bv_record_clear_changed (record);
  return written;
}

/* Removing */

/* What a row is needed for: a row that belongs to it or cannot be without it goes too, others let
 * go of it. */
static gboolean
is_needed (const BvField *field)
{
  return (field->flags & (BV_FIELD_OWNER | BV_FIELD_REQUIRED)) != 0;
}

static gboolean remove_row (BvOffice *self, const BvKind *kind, gint64 id, GError **error);

static gboolean
remove_dependants (BvOffice *self, const BvDependant *dependant, gint64 id, GError **error)
{
  BvDatabase *database = bv_office_get_database (self);
  g_autoptr (GArray) ids = bv_store_select_dependants (
      database, dependant->kind, dependant->field, id, error);

  for (guint i = 0; ids && i < ids->len; i++) {
    gint64 child = g_array_index (ids, gint64, i);
    gboolean done = is_needed (dependant->field)
                        ? remove_row (self, dependant->kind, child, error)
                        : bv_store_clear_reference (
                            database, dependant->kind, dependant->field, child, error);
    if (!done)
      return FALSE;
  }
  return ids != NULL;
}

static gboolean
remove_row (BvOffice *self, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) dependants = bv_catalogue_get_dependants (kind);

  for (guint i = 0; i < dependants->len; i++)
    if (!remove_dependants (self, &g_array_index (dependants, BvDependant, i), id, error))
      return FALSE;
  return bv_store_delete (bv_office_get_database (self), kind, id, error);
}

static char *
make_removal_title (BvOffice *self, const BvKind *kind, const gint64 *ids, guint n_ids)
{
  g_autofree char *name = NULL;

  if (n_ids != 1)
    return g_strdup_printf (ngettext ("Delete %u row: %s", "Delete %u rows: %s", n_ids),
                            n_ids,
                            bv_kind_get_plural (kind));
  name = shorten (bv_office_get_name (self, kind, ids[0]));
  return g_strdup_printf (_ ("Delete %s: %s"), bv_kind_get_label (kind), name);
}

static gboolean
remove_rows (BvOffice *self, const BvKind *kind, const gint64 *ids, guint n_ids, GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    if (!remove_row (self, kind, ids[i], error))
      return FALSE;
  return TRUE;
}

gboolean
bv_office_remove (
    BvOffice *self, const BvKind *kind, const gint64 *ids, guint n_ids, GError **error)
{
  BvHistory *history = bv_office_get_history (self);
  g_autofree char *title = NULL;

  g_return_val_if_fail (BV_IS_OFFICE (self), FALSE);
  if (kind->flags & BV_KIND_SINGLE) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The %s of the file cannot be deleted."),
                 bv_kind_get_label (kind));
    return FALSE;
  }
  if (bv_history_is_open (history))
    return remove_rows (self, kind, ids, n_ids, error);
  title = make_removal_title (self, kind, ids, n_ids);
  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (remove_rows (self, kind, ids, n_ids, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

gint64
bv_office_count_dependants (BvOffice *self, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) dependants = bv_catalogue_get_dependants (kind);
  gint64 total = 0;

  for (guint i = 0; i < dependants->len; i++) {
    BvDependant *dependant = &g_array_index (dependants, BvDependant, i);
    g_autoptr (GArray) ids = NULL;
    if (!is_needed (dependant->field))
      continue;
    ids = bv_store_select_dependants (
        bv_office_get_database (self), dependant->kind, dependant->field, id, error);
    for (guint j = 0; ids && j < ids->len; j++) {
      gint64 below = bv_office_count_dependants (
          self, dependant->kind, g_array_index (ids, gint64, j), error);
      if (below < 0)
        return -1;
      total += below + 1;
    }
    if (!ids)
      return -1;
  }
  return total;
}
