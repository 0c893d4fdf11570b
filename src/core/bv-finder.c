/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a person may mean by a few letters. */
#include "config.h"

#include "bv-finder.h"

#include "bv-fold.h"
#include "bv-quick-search.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fields that hold the number of a document. */
static const char *const number_fields[] = { "number",          "document_number",
                                             "decision_number", "submission_number",
                                             "fingerprint",     NULL };
#define MOST_PARTS 3
#define LONGEST_TITLE 140
#define LONGEST_PART 60
/* Of so many rows that have the digits somewhere those are chosen that have them as their number.
 */
#define NUMBER_CANDIDATES 24

struct BvFinder
{
  BvOffice *office; /* borrowed */
  gint64 movement_id;
  BvQuickSearch *search; /* owned */
  GHashTable *missing; /* BvKind -> folded text of which it has nothing, nor of any that goes on */
};

typedef struct
{
  BvOffice *office;
  BvRecord *record;
  gint64 movement_id;
  GString *context;
} Wording;

void
bv_finding_free (BvFinding *finding)
{
  g_free (finding->title);
  g_free (finding->context);
  g_free (finding);
}

static char *
shorten (const char *text, glong longest)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= longest)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, longest - 1);
  return g_strconcat (g_strchomp (head), "…", NULL);
}

static void
append_part (Wording *self, const char *label, const char *text)
{
  g_autofree char *part = shorten (text, LONGEST_PART);

  if (*part == '\0')
    return;
  if (self->context->len > 0)
    g_string_append (self->context, " · ");
  if (label)
    g_string_append_printf (self->context, "%s: ", label);
  g_string_append (self->context, part);
}

static char *
make_title (BvOffice *office, BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);
  g_autofree char *name = NULL;

  if (kind->display)
    name = kind->display (record, office);
  else
    name = bv_office_display (office, record, bv_kind_find_field (kind, kind->name_field));
  return shorten (name, LONGEST_TITLE);
}

/* Namesakes differ in these. */
static void
append_person (Wording *self)
{
  const char *born = bv_record_get_text (self->record, "birth_date");
  gint64 department = bv_record_get_integer (self->record, "department_id");

  append_part (self, NULL, bv_record_get_text (self->record, "job_title"));
  append_part (self, NULL, bv_office_get_name (self->office, &bv_department_kind, department));
  if (strlen (born) >= 4) {
    /* Translators: the year in which a person was born. */
    g_autofree char *text = g_strdup_printf (_ ("born %.4s"), born);
    append_part (self, NULL, text);
  }
}

static gboolean
tells_something (const BvKind *kind, const BvField *field)
{
  return (field->flags & BV_FIELD_LISTED) && !(field->flags & BV_FIELD_CONTEXT)
         && g_strcmp0 (field->name, kind->name_field) != 0 && !bv_field_is_number (field)
         && field->type != BV_FIELD_BOOLEAN;
}

/* What stands in the first columns of its list. */
static void
append_columns (Wording *self)
{
  const BvKind *kind = bv_record_get_kind (self->record);
  guint n = 0;

  for (guint i = 0; i < kind->n_fields && n < MOST_PARTS; i++) {
    g_autofree char *text = NULL;
    if (!tells_something (kind, &kind->fields[i]))
      continue;
    text = bv_office_display (self->office, self->record, &kind->fields[i]);
    n += *text != '\0';
    append_part (self, NULL, text);
  }
}

static void
append_movement (Wording *self)
{
  g_autoptr (BvRecord) movement = NULL;
  gint64 id;
  const char *name;

  if (!(bv_record_get_kind (self->record)->flags & BV_KIND_IN_MOVEMENT))
    return;
  id = bv_record_get_integer (self->record, "movement_id");
  if (id == self->movement_id)
    return;
  movement = bv_office_load (self->office, &bv_movement_kind, id, NULL);
  if (!movement)
    return;
  name = bv_record_get_text (movement, "short_title");
  append_part (self, NULL, *name ? name : bv_record_get_text (movement, "title"));
}

static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

static char *
make_context (BvOffice *office, BvRecord *record, gint64 movement_id)
{
  g_autofree char *label = capitalise (bv_kind_get_label (bv_record_get_kind (record)));
  Wording self = { office, record, movement_id, g_string_new (label) };

  if (bv_record_get_kind (record) == &bv_person_kind)
    append_person (&self);
  else
    append_columns (&self);
  append_movement (&self);
  return g_string_free (self.context, FALSE);
}

static const char *
find_number (BvRecord *record, const char *folded)
{
  for (guint i = 0; number_fields[i]; i++) {
    const BvField *field = bv_kind_find_field (bv_record_get_kind (record), number_fields[i]);
    g_autofree char *number = field ? bv_fold (bv_record_get_text (record, field->name)) : NULL;
    if (number && g_str_has_prefix (number, folded))
      return field->name;
  }
  return NULL;
}

static gboolean
has_beginning (const char *text, const char *word)
{
  g_autofree char *folded = bv_fold (text);
  g_autofree char *spaced = g_strconcat (" ", folded, NULL);
  g_autofree char *wanted = g_strconcat (" ", word, NULL);

  return strstr (spaced, wanted) != NULL;
}

/* A row that was found by what is not in sight says where. */
static void
append_reason (BvFinding *finding, BvOffice *office, BvRecord *record, const char *folded)
{
  const BvKind *kind = finding->kind;
  const char *number = finding->by_number ? find_number (record, folded) : NULL;
  const char *space = strrchr (folded, ' ');
  const char *word = space ? space + 1 : folded;
  Wording self = { office, record, 0, NULL };

  if (*word == '\0' || has_beginning (finding->title, word)
      || (!number && has_beginning (finding->context, word)))
    return;
  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    if (number ? !g_str_equal (field->name, number)
               : !(field->flags & BV_FIELD_SEARCHED) || !bv_field_is_text (field)
                     || !has_beginning (bv_record_get_text (record, field->name), word))
      continue;
    self.context = g_string_new (finding->context);
    append_part (&self, bv_field_get_label (field), bv_record_get_text (record, field->name));
    g_free (finding->context);
    finding->context = g_string_free (self.context, FALSE);
    return;
  }
}

static BvFinding *
make_finding (BvFinder *self, BvRecord *record)
{
  BvFinding *finding = g_new0 (BvFinding, 1);

  finding->kind = bv_record_get_kind (record);
  finding->id = bv_record_get_id (record);
  finding->title = make_title (self->office, record);
  finding->context = make_context (self->office, record, self->movement_id);
  return finding;
}

static BvRecord *
load (BvFinder *self, const BvKind *kind, gint64 id)
{
  return bv_store_select (bv_office_get_database (self->office), kind, id, NULL);
}

static gboolean
has_number (const BvKind *kind)
{
  for (guint i = 0; number_fields[i]; i++)
    if (bv_kind_find_field (kind, number_fields[i]))
      return TRUE;
  return FALSE;
}

/* Puts the first @limit of @records into words, those with the number first; keeps the order within
 * each part. */
static GPtrArray *
make_findings (BvFinder *self, GPtrArray *records, const char *folded, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_free);
  gboolean digits = strpbrk (folded, "0123456789") != NULL;

  for (int by_number = digits; by_number >= FALSE; by_number--)
    for (guint i = 0; i < records->len && found->len < limit; i++) {
      BvRecord *record = g_ptr_array_index (records, i);
      BvFinding *finding;

      if ((digits && find_number (record, folded) != NULL) != by_number)
        continue;
      finding = make_finding (self, record);
      finding->by_number = by_number;
      append_reason (finding, self->office, record, folded);
      g_ptr_array_add (found, finding);
    }
  return found;
}

BvFinder *
bv_finder_new (BvOffice *office, gint64 movement_id)
{
  BvFinder *self = g_new0 (BvFinder, 1);

  self->office = office;
  self->movement_id = movement_id;
  self->search = bv_quick_search_new (office);
  self->missing = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  return self;
}

void
bv_finder_free (BvFinder *self)
{
  bv_quick_search_free (self->search);
  g_hash_table_unref (self->missing);
  g_free (self);
}

static gboolean
is_missing (BvFinder *self, const BvKind *kind, const char *folded)
{
  const char *missing = g_hash_table_lookup (self->missing, kind);

  return missing && g_str_has_prefix (folded, missing);
}

/* A single letter is looked for among the newest rows alone. */
static void
note_missing (BvFinder *self, const BvKind *kind, const char *folded)
{
  const char *space = strrchr (folded, ' ');

  if (g_utf8_strlen (space ? space + 1 : folded, -1) > 1)
    g_hash_table_insert (self->missing, (gpointer) kind, g_strdup (folded));
}

GPtrArray *
bv_finder_find (BvFinder *self, const BvKind *kind, const char *typed, guint limit, GError **error)
{
  g_autofree char *folded = bv_fold (typed);
  gboolean numbers = strpbrk (folded, "0123456789") && has_number (kind);
  guint n_wanted = numbers ? MAX (limit, NUMBER_CANDIDATES) : limit;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (is_missing (self, kind, folded))
    return make_findings (self, records, folded, limit);
  ids = bv_quick_search_find (self->search, kind, typed, n_wanted, error);
  if (!ids)
    return NULL;
  if (ids->len == 0)
    note_missing (self, kind, folded);
  for (guint i = 0; i < ids->len; i++) {
    BvRecord *record = load (self, kind, g_array_index (ids, gint64, i));

    if (record)
      g_ptr_array_add (records, record);
  }
  return make_findings (self, records, folded, limit);
}

BvFinding *
bv_finder_load (BvFinder *self, const BvKind *kind, gint64 id)
{
  g_autoptr (BvRecord) record = load (self, kind, id);

  return record ? make_finding (self, record) : NULL;
}
