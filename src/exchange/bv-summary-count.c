/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are known by what the cells say, as a spreadsheet would count them. */
#include "config.h"

#include "bv-summary-count.h"

static const char proposals_sql[]
    = "SELECT subject_id, award_form_id, coalesce (outcome, ''), coalesce (state, '')"
      " FROM proposal WHERE movement_id = ?1 ORDER BY id";

typedef struct
{
  BvBook *book;
  BvSummaryCount *count;
  GHashTable *subjects; /* id -> BvAssessed */
  GHashTable *units;    /* folded name -> BvSummaryLine */
  GHashTable *forms, *standings;
} Counting;

static void
free_line (gpointer data)
{
  BvSummaryLine *line = data;

  g_free (line->name);
  g_clear_pointer (&line->forms, g_array_unref);
  g_free (line);
}

void
bv_summary_count_free (BvSummaryCount *self)
{
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->standings);
  g_free (self);
}

/* Spreadsheets do not tell capitals apart. */
static BvSummaryLine *
find_line (GHashTable *index, GPtrArray *lines, const char *name)
{
  g_autofree char *key = g_utf8_casefold (name, -1);
  BvSummaryLine *line = g_hash_table_lookup (index, key);

  if (line)
    return line;
  line = g_new0 (BvSummaryLine, 1);
  line->name = g_strdup (name);
  g_ptr_array_add (lines, line);
  g_hash_table_insert (index, g_steal_pointer (&key), line);
  return line;
}

static BvSummaryLine *
find_unit (Counting *self, const char *name)
{
  BvSummaryLine *line = find_line (self->units, self->count->units, name);

  if (!line->forms)
    line->forms = g_array_new (FALSE, TRUE, sizeof (guint));
  return line;
}

static void
add (BvSummaryLine *line, gboolean collective, const BvAssessed *subject)
{
  const char *sex;

  if (collective) {
    line->counts[BV_COUNT_COLLECTIVES]++;
    return;
  }
  sex = bv_sheet_name_sex (subject);
  line->counts[BV_COUNT_INDIVIDUALS]++;
  line->counts[BV_COUNT_MEN] += g_str_equal (sex, "Nam");
  line->counts[BV_COUNT_WOMEN] += g_str_equal (sex, "Nữ");
  line->counts[g_str_equal (bv_sheet_name_list (subject), "Lãnh đạo") ? BV_COUNT_LEADERS
                                                                      : BV_COUNT_STAFF]++;
}

static void
add_form (BvSummaryLine *unit, GPtrArray *forms, BvSummaryLine *form)
{
  guint index = 0;

  g_ptr_array_find (forms, form, &index);
  if (unit->forms->len <= index)
    g_array_set_size (unit->forms, index + 1);
  g_array_index (unit->forms, guint, index)++;
}

static void
count_proposal (Counting *self, BvStatement *row)
{
  BvOffice *office = self->book->office;
  gint64 subject_id = bv_statement_get_integer (row, 0);
  gint64 form_id = bv_statement_get_integer (row, 1);
  const BvKind *kind = bv_office_get_subject_kind (office, subject_id);
  gboolean collective = kind == &bv_department_kind;
  const BvAssessed *subject = g_hash_table_lookup (self->subjects, &subject_id);
  const char *standing = bv_sheet_name_standing (bv_statement_get_text (row, 2),
                                                 bv_statement_get_text (row, 3));
  BvSummaryLine *unit, *form;

  if (!kind || !bv_workbook_choice_has_form (self->book->choice, form_id))
    return;
  add (find_line (self->standings, self->count->standings, standing), collective, subject);
  if (!g_str_equal (standing, BV_SHEET_PROPOSED))
    return;
  unit = find_unit (self,
                    collective ? bv_office_get_name_on (
                        office, &bv_department_kind, subject_id, self->book->closing_date)
                               : bv_sheet_name_department (subject));
  form = find_line (
      self->forms, self->count->forms, bv_office_get_name (office, &bv_award_form_kind, form_id));
  add (unit, collective, subject);
  add (form, collective, subject);
  add_form (unit, self->count->forms, form);
}

/* All units that compete, in the office's order, also those with nothing proposed. */
static void
index_subjects (Counting *self)
{
  BvAssessment *assessment = self->book->assessment;

  for (guint i = 0; i < bv_assessment_get_n_subjects (assessment); i++) {
    const BvAssessed *subject = bv_assessment_peek_subject (assessment, i);

    g_hash_table_insert (self->subjects, (gpointer) &subject->subject_id, (gpointer) subject);
    if (subject->kind == &bv_department_kind)
      find_unit (self, subject->name);
  }
}

static gboolean
count_all (Counting *self, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (self->book->office), proposals_sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, self->book->movement_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    count_proposal (self, rows);
  return step == BV_STEP_DONE;
}

BvSummaryCount *
bv_summary_count_load (BvBook *book, GError **error)
{
  g_autoptr (BvSummaryCount) count = g_new0 (BvSummaryCount, 1);
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) standings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Counting self = { .book = book,
                    .count = count,
                    .subjects = subjects,
                    .units = units,
                    .forms = forms,
                    .standings = standings };

  count->units = g_ptr_array_new_with_free_func (free_line);
  count->forms = g_ptr_array_new_with_free_func (free_line);
  count->standings = g_ptr_array_new_with_free_func (free_line);
  index_subjects (&self);
  return count_all (&self, error) ? g_steal_pointer (&count) : NULL;
}

guint
bv_summary_count_get_form (const BvSummaryLine *line, guint form)
{
  return line->forms && form < line->forms->len ? g_array_index (line->forms, guint, form) : 0;
}

guint
bv_summary_count_get_total (const BvSummaryLine *line)
{
  return line->counts[BV_COUNT_COLLECTIVES] + line->counts[BV_COUNT_INDIVIDUALS];
}
