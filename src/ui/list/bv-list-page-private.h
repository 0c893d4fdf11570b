/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of BvListPage share: the page itself, its making, and the editing of its rows. */
#pragma once
#include "bv-bulk-pane.h"
#include "bv-evidence-mark.h"
#include "bv-inspector.h"
#include "bv-list-page.h"
#include "bv-list-split.h"
#include "bv-list-table.h"
#include "bv-record-list.h"

G_BEGIN_DECLS

#define NOTHING_EDITED G_GINT64_CONSTANT (-1)

typedef struct
{
  /* Owned */
  BvRecordList *list;       /* nullable until loaded */
  BvEvidenceMark *evidence; /* nullable: where rows are proved by files */

  /* Borrowed: parts of the widget */
  BvListSplit *split;
  GtkWidget *bar;
  GtkSearchEntry *search;
  GPtrArray *chips; /* owned array of borrowed BvListChip */
  GtkStack *stack;
  BvListTable *table;
  GtkStack *sides; /* the editor of one row, or the pane for several */
  BvInspector *inspector;
  BvBulkPane *pane;
  GtkWidget *sort_again;
  GtkWidget *empty_button, *empty_import;

  guint reading;   /* the tick that reads on while the list is partial; 0: none */
  gint64 edited;   /* id in the editor, 0 for a new row, NOTHING_EDITED */
  gint64 previous; /* id in the editor before a new row began */
  gboolean removing;
} BvListPagePrivate;

BvListPagePrivate *bv_list_page_get_private (BvListPage *self);

/** bv_list_page_sync_state: the right one of table and empty states, and the count. */
void bv_list_page_sync_state (BvListPage *self);
/** bv_list_page_can_add: the file can be written and there is a movement where one is needed. */
gboolean bv_list_page_can_add (BvListPage *self);

/** bv_list_page_clear_narrowing: takes search and filters away. */
void bv_list_page_clear_narrowing (BvListPage *self);

/* bv-list-page-narrowing.c */
/** bv_list_page_dup_key: what filters of this list are kept under; owned. */
char *bv_list_page_dup_key (BvListPage *self);
/** bv_list_page_dup_narrowing: words and chips as texts (a{ss}), empty when nothing narrows; owned.
 */
GVariant *bv_list_page_dup_narrowing (BvListPage *self);
/** bv_list_page_take_narrowing: narrows the list as @states say, and in no other way. */
void bv_list_page_take_narrowing (BvListPage *self, GVariant *states);

/* bv-list-page-building.c */
/** bv_list_page_build: makes all parts, once. */
void bv_list_page_build (BvListPage *self);

/* bv-list-page-editing.c */
/** bv_list_page_edit_row: puts row @id into the editor, NOTHING_EDITED empties it. */
void bv_list_page_edit_row (BvListPage *self, gint64 id);
/** bv_list_page_sync_editor: after the selection moved. */
void bv_list_page_sync_editor (BvListPage *self);
/** bv_list_page_follow: after a step touched rows; the editor shows what is stored. */
void bv_list_page_follow (BvListPage *self, GPtrArray *changes);
/** bv_list_page_go_on: when the row in the editor, once at @place, has left the list, edits the one
 * that stands there now. */
void bv_list_page_go_on (BvListPage *self, guint place);
/** bv_list_page_connect_editor: listens to the editor. */
void bv_list_page_connect_editor (BvListPage *self);
void bv_list_page_select_first (BvListPage *self);
void bv_list_page_new_row (BvPage *page);
void bv_list_page_duplicate_row (BvPage *page);
void bv_list_page_delete_rows (BvPage *page);
void bv_list_page_edit (BvPage *page);
void bv_list_page_step_row (BvPage *page, int step);
gboolean bv_list_page_flush (BvPage *page);

/* bv-list-page-exporting.c */
BvListExport *bv_list_page_make_export (BvPage *page);

/* bv-list-page-printing.c */
/** bv_list_page_install_printing: the action list.draw-up of the class. */
void bv_list_page_install_printing (GtkWidgetClass *widget_class);
/** bv_list_page_build_print: the button with the documents; NULL where there are none. */
GtkWidget *bv_list_page_build_print (BvListPage *self);
/** bv_list_page_make_print_menu: the documents; owned. */
GMenuModel *bv_list_page_make_print_menu (BvListPage *self);

/* bv-list-page-selecting.c */
/** bv_list_page_build_sides: the editor and the pane for several rows, one in the place of the
 * other. */
GtkWidget *bv_list_page_build_sides (BvListPage *self);
/** bv_list_page_show_selection: the right one of the two for the selected rows @ids (nullable). */
void bv_list_page_show_selection (BvListPage *self, GArray *ids);
/** bv_list_page_dup_cells: the selected rows as cells; owned, %NULL when there are none. */
char *bv_list_page_dup_cells (BvListPage *self);
/** bv_list_page_install_actions: rows.copy, rows.fill-down, rows.pin, rows.refresh and their keys.
 */
void bv_list_page_install_actions (GtkWidgetClass *widget_class);

/* bv-list-page-importing.c */
/** bv_list_page_can_import: whether rows may come from a table now. */
gboolean bv_list_page_can_import (BvListPage *self);
/** bv_list_page_accept_tables: files dropped on @side and cells pasted there are imported. */
void bv_list_page_accept_tables (BvListPage *self, GtkWidget *side);
void bv_list_page_import_rows (BvPage *page);
void bv_list_page_paste_rows (BvPage *page);
void bv_list_page_take_files (BvListPage *self, GSList *files);

G_END_DECLS
