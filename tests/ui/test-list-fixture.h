/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list page with its form, worked by real keys from outside the program. */
#pragma once
#include "bv-field-row.h"
#include "bv-list-page-private.h"
#include "test-keys.h"
#include "test-page-fixture.h"

static inline BvListPagePrivate *
get_parts (Fixture *fixture)
{
  return bv_list_page_get_private (BV_LIST_PAGE (fixture->page));
}

static inline void
type (const char *text)
{
  for (; *text; text++) {
    char key[] = { *text, '\0' };

    press (*text == ' ' ? "space" : key);
  }
}

static inline gint64
get_row (Fixture *fixture, guint position)
{
  return bv_record_list_get_id (get_parts (fixture)->list, position);
}

static inline void
start_at (Fixture *fixture, guint position)
{
  BvListPagePrivate *parts = get_parts (fixture);

  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  bv_list_table_select (parts->table, get_row (fixture, position));
  bv_list_page_sync_editor (BV_LIST_PAGE (fixture->page));
  settle ();
  bv_list_table_focus_row (parts->table);
  settle ();
}

static inline GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static inline BvFieldRow *
get_field_row (Fixture *fixture, const char *name)
{
  return bv_form_get_row (bv_inspector_get_form (get_parts (fixture)->inspector), name);
}

static inline const char *
get_text (Fixture *fixture, const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (
      bv_editor_get_control (bv_field_row_get_editor (get_field_row (fixture, name)))));
}
