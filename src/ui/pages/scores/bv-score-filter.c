/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which subjects the score sheet shows. */
#include "config.h"

#include "bv-score-filter.h"

#include "bv-fold.h"

struct _BvScoreFilter
{
  char *search;     /* folded */
  GHashTable *kept; /* ids, nullable */
  BvRankList list;
  BvStage stage;
};

static gboolean
is_in_list (BvScoreFilter *self, BvScoreSheet *sheet, guint subject)
{
  return bv_score_sheet_get_subject (sheet, subject)->list == self->list;
}

static gboolean
matches (BvScoreFilter *self, BvScoreSheet *sheet, guint subject)
{
  const BvAssessed *assessed = bv_score_sheet_get_subject (sheet, subject);
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (*self->search == '\0')
    return TRUE;
  all = g_strjoin (" ", assessed->name, assessed->department, NULL);
  folded = bv_fold (all);
  return strstr (folded, self->search) != NULL;
}

static guint
count_subjects (BvScoreSheet *sheet)
{
  return bv_assessment_get_n_subjects (bv_score_sheet_get_assessment (sheet));
}

BvScoreFilter *
bv_score_filter_new (void)
{
  BvScoreFilter *self = g_new0 (BvScoreFilter, 1);

  self->search = g_strdup ("");
  return self;
}

void
bv_score_filter_free (BvScoreFilter *self)
{
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_free (self->search);
  g_free (self);
}

void
bv_score_filter_set (BvScoreFilter *self, BvRankList list, BvStage stage, const char *search)
{
  self->list = list;
  self->stage = stage;
  g_free (self->search);
  self->search = bv_fold (search);
}

GArray *
bv_score_filter_list (BvScoreFilter *self, BvScoreSheet *sheet)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < count_subjects (sheet); i++)
    if (is_in_list (self, sheet, i) && matches (self, sheet, i))
      g_array_append_val (subjects, i);
  return subjects;
}

void
bv_score_filter_keep (BvScoreFilter *self, BvScoreSheet *sheet, GArray *subjects)
{
  g_clear_pointer (&self->kept, g_hash_table_unref);
  if (subjects == NULL)
    return;
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < subjects->len; i++) {
    guint subject = g_array_index (subjects, guint, i);
    guint n_missing;

    bv_score_sheet_add_up (sheet, subject, self->stage, &n_missing);
    if (n_missing > 0)
      g_hash_table_add (
          self->kept,
          g_memdup2 (&bv_score_sheet_get_subject (sheet, subject)->subject_id, sizeof (gint64)));
  }
}

GArray *
bv_score_filter_narrow (BvScoreFilter *self, BvScoreSheet *sheet, GArray *subjects)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < subjects->len; i++) {
    guint subject = g_array_index (subjects, guint, i);

    if (self->kept == NULL
        || g_hash_table_contains (self->kept,
                                  &bv_score_sheet_get_subject (sheet, subject)->subject_id))
      g_array_append_val (left, subject);
  }
  return left;
}

GArray *
bv_score_filter_list_due (BvScoreFilter *self, BvScoreSheet *sheet)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < count_subjects (sheet); i++)
    if (is_in_list (self, sheet, i) && bv_score_sheet_is_due (sheet, i))
      g_array_append_val (subjects, i);
  return subjects;
}
