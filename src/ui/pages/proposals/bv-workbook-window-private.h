/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the export window share. */
#pragma once
#include "bv-export-memory.h"
#include "bv-workbook-window.h"

G_BEGIN_DECLS

struct _BvWorkbookWindow
{
  BvTaskWindow parent_instance;

  /* Owned */
  BvOffice *office;
  BvExportMemory *memory;
  GArray *movements;      /* gint64, as the list shows them */
  GArray *forms;          /* gint64, proposed in the movement */
  GPtrArray *form_checks; /* borrowed GtkCheckButton for each of forms */
  GCancellable *reading;  /* of the preview being made, nullable */

  /* Borrowed references: children */
  GtkDropDown *movement;
  GtkBox *form_box;
  GtkCheckButton *sheets[BV_N_WORKBOOK_SHEETS];
  GtkCheckButton *split, *open;
  GtkEntry *name;
  GtkLabel *folder, *caption;
  GtkWidget *preview;

  guint preview_id;
  gboolean filling; /* while the program itself sets the checks */
};

/* The widgets, with nothing filled in. */
void _bv_workbook_window_build (BvWorkbookWindow *self);
/* A check that brings the window up to date. */
GtkWidget *_bv_workbook_window_create_check (BvWorkbookWindow *self, const char *label);
void _bv_workbook_window_sync (BvWorkbookWindow *self);
/* Draws the first page of what is chosen, when no other choice follows at once. */
void _bv_workbook_window_draw_soon (BvWorkbookWindow *self);
void _bv_workbook_window_free_choice (gpointer choice);
void _bv_workbook_window_movement_cb (BvWorkbookWindow *self);

G_END_DECLS
