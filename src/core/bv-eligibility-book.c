/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be rewarded in one movement: reads the facts of everybody in a few statements and lets
 * the rules judge; knows which conditions were set aside. */
#include "config.h"

#include "bv-eligibility-book-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BvEligibilityBook, bv_eligibility_book, G_TYPE_OBJECT)

static BvFactTable
make_table (gsize size)
{
  return (BvFactTable){ g_array_new (FALSE, FALSE, (guint) size),
                        g_array_new (FALSE, FALSE, sizeof (gint64)) };
}

static void
free_table (BvFactTable *table)
{
  g_array_unref (table->rows);
  g_array_unref (table->subjects);
}

static void
bv_eligibility_book_finalize (GObject *object)
{
  BvEligibilityBook *self = BV_ELIGIBILITY_BOOK (object);
  BvFactTable *tables[] = { &self->restrictions, &self->absences,    &self->awards,  &self->uses,
                            &self->ratings,      &self->initiatives, &self->evidence };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    free_table (tables[i]);
  g_array_unref (self->award_proposals);
  g_array_unref (self->overrides);
  g_array_unref (self->proposals);
  g_hash_table_unref (self->last_proposals);
  g_hash_table_unref (self->titles);
  g_clear_pointer (&self->last_key, g_bytes_unref);
  g_clear_pointer (&self->pack, bv_rule_pack_unref);
  g_hash_table_unref (self->forms);
  bv_id_map_free (self->places);
  g_ptr_array_unref (self->ordered);
  g_clear_object (&self->movement);
  g_string_chunk_free (self->strings);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_eligibility_book_parent_class)->finalize (object);
}

static void
bv_eligibility_book_class_init (BvEligibilityBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_eligibility_book_finalize;
}

static void
bv_eligibility_book_init (BvEligibilityBook *self)
{
  self->strings = g_string_chunk_new (4096);
  self->forms = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->places = bv_id_map_new ();
  self->ordered = g_ptr_array_new_with_free_func (g_free);
  self->restrictions = make_table (sizeof (BvEligibilityRestriction));
  self->absences = make_table (sizeof (BvEligibilityAbsence));
  self->awards = make_table (sizeof (BvEligibilityAward));
  self->uses = make_table (sizeof (BvEligibilityUse));
  self->ratings = make_table (sizeof (BvEligibilityRating));
  self->initiatives = make_table (sizeof (BvEligibilityInitiative));
  self->evidence = make_table (sizeof (BvEligibilityEvidence));
  self->award_proposals = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->overrides = g_array_new (FALSE, FALSE, sizeof (BvEligibilityOverride));
  self->proposals = g_array_new (FALSE, FALSE, sizeof (BvFactProposal));
  self->last_proposals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->titles = g_hash_table_new (g_direct_hash, g_direct_equal);
}

BvFactSubject *
_bv_eligibility_book_find (BvEligibilityBook *self, gint64 subject_id)
{
  guint place;

  return bv_id_map_find (self->places, subject_id, &place)
             ? g_ptr_array_index (self->ordered, place)
             : NULL;
}

/* Linking what was read: the rows of a subject stand together */

typedef void (*LinkFunc) (BvEligibilityFacts *facts, gconstpointer first, guint n);

static void
link_table (BvEligibilityBook *self, BvFactTable *table, LinkFunc func)
{
  guint size = g_array_get_element_size (table->rows);

  for (guint i = 0; i < table->subjects->len;) {
    gint64 id = g_array_index (table->subjects, gint64, i);
    BvFactSubject *subject = _bv_eligibility_book_find (self, id);
    guint first = i;

    while (i < table->subjects->len && g_array_index (table->subjects, gint64, i) == id)
      i++;
    if (subject)
      func (&subject->facts, table->rows->data + (gsize) first * size, i - first);
  }
}

#define DEFINE_LINK(field)                                                                         \
  static void link_##field (BvEligibilityFacts *facts, gconstpointer first, guint n)               \
  {                                                                                                \
    facts->field = first;                                                                          \
    facts->n_##field = n;                                                                          \
  }

DEFINE_LINK (restrictions)
DEFINE_LINK (absences)
DEFINE_LINK (awards)
DEFINE_LINK (uses)
DEFINE_LINK (ratings)
DEFINE_LINK (initiatives)
DEFINE_LINK (evidence)

#undef DEFINE_LINK

/* Members of collectives */

static gboolean
has_title (BvEligibilityBook *self, const BvEligibilityFacts *facts, const char *code)
{
  for (guint i = 0; i < facts->n_awards; i++)
    if (!facts->awards[i].revoked && facts->awards[i].year == self->occasion.year
        && g_str_equal (facts->awards[i].code, code))
      return TRUE;
  return FALSE;
}

static gboolean
was_disciplined (BvEligibilityBook *self, const BvEligibilityFacts *facts)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", (int) self->occasion.year);

  for (guint i = 0; i < facts->n_restrictions; i++) {
    const BvEligibilityRestriction *restriction = &facts->restrictions[i];

    if (restriction->discipline && strcmp (restriction->from_on, self->occasion.closing_on) <= 0
        && (!*restriction->to_on || strcmp (restriction->to_on, first) >= 0))
      return TRUE;
  }
  return FALSE;
}

static gboolean
count_member (BvEligibilityBook *self, BvFactSubject *person)
{
  BvFactSubject *department = _bv_eligibility_book_find (self, person->place.department_id);
  gboolean advanced = has_title (self, &person->facts, "LDTT");

  if (department && person->place.present) {
    department->facts.n_members++;
    department->facts.n_advanced += advanced;
    department->facts.n_fighters += has_title (self, &person->facts, "CSTDCS");
    department->facts.n_disciplined += was_disciplined (self, &person->facts);
  }
  return advanced;
}

static gboolean
is_proposed (BvEligibilityBook *self, gint64 subject_id)
{
  for (guint i = 0; i < self->proposals->len; i++) {
    const BvFactProposal *proposal = &g_array_index (self->proposals, BvFactProposal, i);

    if (proposal->subject_id == subject_id && proposal->active)
      return TRUE;
  }
  return FALSE;
}

/* Whether any collective is proposed in the movement. */
static gboolean
proposes_collectives (BvEligibilityBook *self)
{
  for (guint i = 0; i < self->proposals->len; i++) {
    const BvFactProposal *proposal = &g_array_index (self->proposals, BvFactProposal, i);
    BvFactSubject *subject = _bv_eligibility_book_find (self, proposal->subject_id);

    if (subject && subject->facts.collective && proposal->active)
      return TRUE;
  }
  return FALSE;
}

static void
set_unit (BvEligibilityBook *self, BvFactSubject *leader, gboolean known)
{
  BvFactSubject *department = _bv_eligibility_book_find (self, leader->place.department_id);

  leader->facts.unit = BV_UNIT_NONE;
  if (!department || !department->competes || leader->deputy)
    return;
  leader->facts.unit_name = department->place.name;
  if (!known)
    leader->facts.unit = BV_UNIT_UNKNOWN;
  else
    leader->facts.unit = is_proposed (self, department->place.subject_id) ? BV_UNIT_PROPOSED
                                                                          : BV_UNIT_NOT_PROPOSED;
}

static void
link_members (BvEligibilityBook *self)
{
  gboolean known = proposes_collectives (self);
  gboolean advanced = FALSE;

  for (guint i = 0; i < self->ordered->len; i++) {
    BvFactSubject *subject = g_ptr_array_index (self->ordered, i);

    if (subject->facts.collective)
      continue;
    advanced |= count_member (self, subject);
    if (subject->place.leader)
      set_unit (self, subject, known);
  }
  for (guint i = 0; i < self->ordered->len; i++) {
    BvFactSubject *subject = g_ptr_array_index (self->ordered, i);

    subject->facts.advanced_known = advanced;
  }
}

BvEligibilityBook *
bv_eligibility_book_load (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvEligibilityBook) self = g_object_new (BV_TYPE_ELIGIBILITY_BOOK, NULL);

  self->office = g_object_ref (office);
  self->occasion.movement_id = movement_id;
  if (!_bv_eligibility_book_read (self, error))
    return NULL;
  link_table (self, &self->restrictions, link_restrictions);
  link_table (self, &self->absences, link_absences);
  link_table (self, &self->awards, link_awards);
  link_table (self, &self->uses, link_uses);
  link_table (self, &self->ratings, link_ratings);
  link_table (self, &self->initiatives, link_initiatives);
  link_table (self, &self->evidence, link_evidence);
  link_members (self);
  return g_steal_pointer (&self);
}

BvRulePack *
bv_eligibility_book_get_pack (BvEligibilityBook *self)
{
  return self->pack;
}

BvRecord *
bv_eligibility_book_get_movement (BvEligibilityBook *self)
{
  return self->movement;
}

guint
bv_eligibility_book_get_n_subjects (BvEligibilityBook *self)
{
  return self->ordered->len;
}

const BvBookSubject *
bv_eligibility_book_get_subject (BvEligibilityBook *self, guint index)
{
  BvFactSubject *subject;

  g_return_val_if_fail (index < self->ordered->len, NULL);
  subject = g_ptr_array_index (self->ordered, index);
  return &subject->place;
}

const BvEligibilityCase *
bv_eligibility_book_get_case (BvEligibilityBook *self)
{
  return &self->occasion;
}
