/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score sheet of the sample office, found by names and driven by keys. */
#pragma once
#include "bv-scores-page.h"
#include "test-page-fixture.h"

static inline BvScoreGrid *
get_grid (Fixture *fixture)
{
  return bv_scores_page_get_grid (BV_SCORES_PAGE (fixture->page));
}

static inline gint64
find_subject (Fixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM (SELECT id, name AS name FROM department UNION ALL"
      " SELECT id, full_name FROM person) WHERE name = '%s'",
      name);

  return ask (fixture, sql);
}

static inline gint64
count_scores (Fixture *fixture)
{
  return ask (fixture, "SELECT count (*) FROM score");
}

static inline gint64
count_steps (Fixture *fixture)
{
  return ask (fixture, "SELECT count (*) FROM history");
}

static inline void
place (Fixture *fixture, const char *name, guint criterion)
{
  g_assert_true (
      bv_score_grid_set_cursor (get_grid (fixture), find_subject (fixture, name), criterion));
  settle ();
}

static inline const char *
get_text (Fixture *fixture, const char *name, guint criterion)
{
  BvScoreCell *cell = bv_score_grid_find_cell (
      get_grid (fixture), find_subject (fixture, name), criterion);

  g_assert_nonnull (cell);
  return bv_score_cell_get_text (cell);
}

static inline gboolean
has_class (Fixture *fixture, const char *name, guint criterion, const char *css_class)
{
  return gtk_widget_has_css_class (
      GTK_WIDGET (
          bv_score_grid_find_cell (get_grid (fixture), find_subject (fixture, name), criterion)),
      css_class);
}

static inline GtkWidget *
find_view_with_keyboard (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW) : NULL;
}

/* The key reaches whoever has the keyboard, by way of the grid's own controller. On a busy machine
 * the cells come later than the call that asked for one. */
static inline gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  GtkWidget *view = NULL;

  WAIT_FOR ((view = find_view_with_keyboard (fixture)) != NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    gboolean handled = FALSE;

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    if (handled) {
      settle ();
      return TRUE;
    }
  }
  return FALSE;
}

static inline void
type (Fixture *fixture, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  settle ();
}

static inline void
assert_cursor (Fixture *fixture, const char *name, guint criterion)
{
  BvScorePlace at;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (bv_score_grid_get_cursor (get_grid (fixture), &at));
  g_assert_cmpuint (at.criterion, ==, criterion);
  g_assert_true (focus
                 == GTK_WIDGET (bv_score_grid_find_cell (
                     get_grid (fixture), find_subject (fixture, name), criterion)));
}
