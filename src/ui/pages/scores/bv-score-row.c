/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One subject in the score sheet: stays the same object while the sheet behind it is read anew. */
#include "config.h"

#include "bv-score-row.h"

struct _BvScoreRow
{
  GObject parent_instance;

  /* Owned */
  BvScoreSheet *sheet;

  guint subject;
  BvStage stage;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BvScoreRow, bv_score_row, G_TYPE_OBJECT)

static void
bv_score_row_finalize (GObject *object)
{
  g_clear_object (&BV_SCORE_ROW (object)->sheet);
  G_OBJECT_CLASS (bv_score_row_parent_class)->finalize (object);
}

static void
bv_score_row_class_init (BvScoreRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_score_row_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_score_row_init (BvScoreRow *self)
{
}

BvScoreRow *
bv_score_row_new (BvScoreSheet *sheet, guint subject, BvStage stage)
{
  BvScoreRow *self = g_object_new (BV_TYPE_SCORE_ROW, NULL);

  bv_score_row_update (self, sheet, subject, stage);
  return self;
}

void
bv_score_row_update (BvScoreRow *self, BvScoreSheet *sheet, guint subject, BvStage stage)
{
  g_return_if_fail (BV_IS_SCORE_ROW (self));

  g_set_object (&self->sheet, sheet);
  self->subject = subject;
  self->stage = stage;
  g_signal_emit (self, changed_signal, 0);
}

BvScoreSheet *
bv_score_row_get_sheet (BvScoreRow *self)
{
  return self->sheet;
}

const BvAssessed *
bv_score_row_get_assessed (BvScoreRow *self)
{
  return bv_assessment_get_subject (bv_score_sheet_get_assessment (self->sheet), self->subject);
}

gint64
bv_score_row_get_id (BvScoreRow *self)
{
  return bv_score_sheet_get_subject (self->sheet, self->subject)->subject_id;
}

BvScorePlace
bv_score_row_get_place (BvScoreRow *self, guint criterion)
{
  return (BvScorePlace){ self->subject, criterion, self->stage };
}
