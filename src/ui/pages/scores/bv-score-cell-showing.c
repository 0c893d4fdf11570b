/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell of the score sheet shows of its row. */
#include "config.h"

#include "bv-score-cell-private.h"

#include "bv-score-text.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

void
_bv_score_cell_toggle_class (BvScoreCell *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Points of a criterion */

static const char *const stage_classes[] = { "computed", "missing", "differs", "locked" };

static void
tell_points (BvScoreCell *self, const char *text, gint64 points, gint64 before, gboolean lacks)
{
  const BvAssessed *assessed = bv_score_row_get_assessed (self->row);
  BvAssessment *assessment = bv_score_sheet_get_assessment (bv_score_row_get_sheet (self->row));
  g_autoptr (GString) label = g_string_new (assessed->name);

  g_string_append_printf (
      label, ", %s: %s", bv_assessment_get_criterion_name (assessment, (guint) self->column), text);
  if (points >= 0 && before != BV_POINTS_MISSING && points != before)
    g_string_append_printf (
        label, ", %s", points > before ? _ ("more than before") : _ ("less than before"));
  if (lacks)
    g_string_append_printf (label, ", %s", _ ("reason missing"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

/* The inscription of GTK 4.8 loses attributes: those of a markup that it reads itself, and those it
 * has when it goes. */
static void
show_markup (GtkInscription *inscription, const char *markup)
{
  g_autofree char *text = NULL;
  PangoAttrList *attributes = NULL;

  if (!pango_parse_markup (markup, -1, 0, &attributes, &text, NULL, NULL))
    g_return_if_reached ();
  gtk_inscription_set_text (inscription, text);
  gtk_inscription_set_attributes (inscription, attributes);
  pango_attr_list_unref (attributes);
}

static void
show_stages (BvScoreCell *self)
{
  BvScoreSheet *sheet = bv_score_row_get_sheet (self->row);
  BvScorePlace place = bv_score_row_get_place (self->row, (guint) self->column);
  gboolean applies = bv_score_sheet_get_points (sheet, place) != BV_POINTS_NOT_APPLICABLE;
  gboolean lacks = FALSE;
  gint64 computed = bv_score_sheet_get_computed (
      sheet, (BvScorePlace){ place.subject, place.criterion, BV_STAGE_SELF });
  gboolean from_evidence = applies && bv_score_text_is_untouched (self->row, (guint) self->column)
                           && computed >= 0;
  g_autofree char *text = NULL;

  if (from_evidence)
    text = bv_score_text_points (computed);
  else
    text = applies ? bv_score_text_stages (self->row, (guint) self->column, &lacks)
                   : g_strdup (_ ("n/a"));
  gtk_label_set_text (self->mark, "");
  show_markup (self->text, text);
  for (guint i = 0; i < G_N_ELEMENTS (stage_classes); i++)
    _bv_score_cell_toggle_class (self, stage_classes[i], FALSE);
  _bv_score_cell_toggle_class (self, "computed", from_evidence);
  _bv_score_cell_toggle_class (self, "not-applicable", !applies);
  _bv_score_cell_toggle_class (self, "lacks-reason", lacks);
  tell_points (self, gtk_inscription_get_text (self->text), BV_POINTS_MISSING, 0, lacks);
}

static void
show_points (BvScoreCell *self)
{
  BvScoreSheet *sheet = bv_score_row_get_sheet (self->row);
  BvScorePlace place = bv_score_row_get_place (self->row, (guint) self->column);
  gint64 points = bv_score_sheet_get_points (sheet, place);
  gint64 computed = bv_score_sheet_get_computed (sheet, place);
  gint64 before = bv_score_sheet_get_before (sheet, place);
  gboolean lacks = bv_score_sheet_lacks_reason (sheet, place);
  gboolean blank = points == BV_POINTS_MISSING && computed == BV_POINTS_MISSING;
  gboolean differs = points >= 0 && before != BV_POINTS_MISSING && points != before;
  g_autofree char *number = points >= 0 ? bv_score_text_points (points) : NULL;
  g_autofree char *lock = bv_score_sheet_dup_lock (sheet, place);
  const char *text = number;

  if (points == BV_POINTS_MISSING && !blank)
    text = number = bv_score_text_points (computed);
  else if (number == NULL)
    text = blank ? "–" : _ ("n/a");
  gtk_inscription_set_text (self->text, text);
  gtk_inscription_set_attributes (self->text, NULL);
  gtk_label_set_text (self->mark, differs ? (points > before ? "↑" : "↓") : "");
  _bv_score_cell_toggle_class (self, "computed", points == BV_POINTS_MISSING && !blank);
  _bv_score_cell_toggle_class (self, "missing", blank);
  _bv_score_cell_toggle_class (self, "not-applicable", points == BV_POINTS_NOT_APPLICABLE);
  _bv_score_cell_toggle_class (self, "differs", differs);
  _bv_score_cell_toggle_class (self, "lacks-reason", lacks);
  _bv_score_cell_toggle_class (self, "locked", lock != NULL && points != BV_POINTS_NOT_APPLICABLE);
  if (points == BV_POINTS_NOT_APPLICABLE)
    text = _ ("does not apply");
  else if (blank)
    text = _ ("no points yet");
  tell_points (self, text, points, before, lacks);
}

/* The other columns */

static void
show_fact (BvScoreCell *self)
{
  const BvAssessed *assessed = bv_score_row_get_assessed (self->row);
  gboolean partial;
  g_autofree char *text = bv_score_text_fact (self->row, self->column, self->position, &partial);

  _bv_score_cell_toggle_class (self, "partial", partial);
  if (self->name == NULL) {
    gtk_inscription_set_text (self->text, text);
    return;
  }
  gtk_label_set_text (self->name, text);
  gtk_inscription_set_text (self->second, assessed->department);
  gtk_widget_set_visible (GTK_WIDGET (self->second), *assessed->department != '\0');
  bv_tooltip_set (GTK_WIDGET (self), assessed->name);
}

static gboolean
is_tall (BvScoreCell *self)
{
  return self->column >= 0 || self->column == BV_SCORE_COLUMN_STAGE
         || self->column == BV_SCORE_COLUMN_SUM;
}

void
_bv_score_cell_refresh (BvScoreCell *self)
{
  gboolean compares = bv_score_row_get_place (self->row, 0).stage == BV_SCORE_OFFICIAL;

  if (self->column < 0)
    show_fact (self);
  else if (compares)
    show_stages (self);
  else
    show_points (self);
  _bv_score_cell_toggle_class (self, "compares", compares);
  if (self->name != NULL)
    return;
  gtk_inscription_set_min_lines (self->text, compares && is_tall (self) ? BV_N_STAGES : 1);
  gtk_inscription_set_min_chars (self->text, self->column < 0 ? 2 : compares ? 8 : 5);
}
