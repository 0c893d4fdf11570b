/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotas of one list side by side. */
#include "config.h"

#include "bv-quota-strip.h"

#include "bv-quota-card.h"

#include <glib/gi18n-lib.h>

struct _BvQuotaStrip
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BvQuotaStrip, bv_quota_strip, ADW_TYPE_BIN)

static void
bv_quota_strip_class_init (BvQuotaStripClass *klass)
{
}

static void
bv_quota_strip_init (BvQuotaStrip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-quotas");
}

static GtkWidget *
build_no_quota (void)
{
  GtkWidget *label = gtk_label_new (
      _ ("This list has no quota yet. Add one under “Movement and contents”."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* The light of the boundary that quota @index draws; none while other ways are being counted. */
static BvFirmness
find_light (BvAssessment *assessment, BvRankList list, BvOpinionBoard *board, guint index)
{
  const BvSecondOpinions *opinions = bv_opinion_board_get (board);
  guint n = opinions != NULL ? bv_second_opinions_get_n_boundaries (opinions) : 0;

  for (guint i = 0; i < n; i++)
    if (bv_opinion_source_find_quota (assessment, list, i) == index)
      return bv_second_opinions_get_boundary (opinions, i)->light;
  return BV_FIRMNESS_NONE;
}

GtkWidget *
bv_quota_strip_new (void)
{
  return g_object_new (BV_TYPE_QUOTA_STRIP, NULL);
}

void
bv_quota_strip_show (BvQuotaStrip *self,
                     BvAssessment *assessment,
                     BvRankList list,
                     BvOpinionBoard *board)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));

  g_return_if_fail (BV_IS_QUOTA_STRIP (self));

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);

    if (line->list == list)
      gtk_box_append (box, bv_quota_card_new (line, find_light (assessment, list, board, i)));
  }
  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    gtk_box_append (box, build_no_quota ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}
