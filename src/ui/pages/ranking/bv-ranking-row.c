/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One subject in a ranked list: stays the same object while the assessment is computed anew. */
#include "config.h"

#include "bv-ranking-row.h"

struct _BvRankingRow
{
  GObject parent_instance;

  /* Owned */
  BvAssessment *assessment;

  guint subject;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BvRankingRow, bv_ranking_row, G_TYPE_OBJECT)

static void
bv_ranking_row_finalize (GObject *object)
{
  g_clear_object (&BV_RANKING_ROW (object)->assessment);
  G_OBJECT_CLASS (bv_ranking_row_parent_class)->finalize (object);
}

static void
bv_ranking_row_class_init (BvRankingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_ranking_row_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_ranking_row_init (BvRankingRow *self)
{
}

BvRankingRow *
bv_ranking_row_new (BvAssessment *assessment, guint subject)
{
  BvRankingRow *self = g_object_new (BV_TYPE_RANKING_ROW, NULL);

  bv_ranking_row_update (self, assessment, subject);
  return self;
}

void
bv_ranking_row_update (BvRankingRow *self, BvAssessment *assessment, guint subject)
{
  g_return_if_fail (BV_IS_RANKING_ROW (self));

  g_set_object (&self->assessment, assessment);
  self->subject = subject;
  g_signal_emit (self, changed_signal, 0);
}

BvAssessment *
bv_ranking_row_get_assessment (BvRankingRow *self)
{
  return self->assessment;
}

guint
bv_ranking_row_get_subject (BvRankingRow *self)
{
  return self->subject;
}

const BvAssessed *
bv_ranking_row_get_assessed (BvRankingRow *self)
{
  return bv_assessment_get_subject (self->assessment, self->subject);
}

char *
bv_ranking_row_dup_place (BvRankingRow *self)
{
  const BvAssessed *assessed = bv_ranking_row_get_assessed (self);

  if (*assessed->job_title == '\0' || *assessed->department == '\0')
    return g_strconcat (assessed->job_title, assessed->department, NULL);
  return g_strdup_printf ("%s · %s", assessed->job_title, assessed->department);
}
