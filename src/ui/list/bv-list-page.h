/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that lists one kind: search, filters, table, count and empty states, with the editor of
 * the selected row beside it. */
#pragma once
#include "bv-list-mark.h"
#include "bv-page.h"
#include "bv-record.h"

G_BEGIN_DECLS

#define BV_TYPE_LIST_PAGE (bv_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvListPage, bv_list_page, BV, LIST_PAGE, BvPage)

struct _BvListPageClass
{
  BvPageClass parent_class;

  /* Set by every page in its class_init. */
  const BvKind *kind;
  const char *icon_name;    /* the picture of the empty list */
  const char *empty_title;  /* N_(): "No pledges yet" */
  const char *empty_text;   /* N_(): a sentence that says what to do next */
  const char *new_label;    /* N_(): "Add a pledge"; NULL: rows are not added by hand */
  const char *search_label; /* N_(): "Search pledges, people …" */
  /* nullable: the page is of the rows alone whose choice @confined_field is @confined_value; the
   * editor goes on to the next row when one has left */
  const char *confined_field, *confined_value;

  /* names of the documents about a row, the likeliest first, ended by NULL; nullable. Set by
   * bv_list_page_class_set_documents() */
  const char *const *documents;
  /* what else a row's menu offers, with its action; nullable */
  const char *row_label, *row_action;

  /* "252 rows · 17 waiting"; owned. @shown of @all rows are in the list. The default counts. */
  char *(*dup_subtitle) (BvListPage *self, guint shown, guint all);
  /* what the button of the empty list does: begins a new row, unless a page says otherwise */
  void (*start) (BvPage *self);
  /* files (GFile, at least one) were dropped or pasted among the rows: imports the first, unless a
   * page says otherwise */
  void (*take_files) (BvListPage *self, GSList *files);
  /* fills a new row before it is edited; nullable */
  void (*prepare) (BvListPage *self, BvRecord *record);
};

/** bv_list_page_class_set_documents: documents that can be drawn up about a row: a button in the
 * bar and Ctrl+P go to them. */
void bv_list_page_class_set_documents (BvListPageClass *klass, const char *const *names);
/** bv_list_page_add_tool: puts @widget in a row above search and filters, there also while the list
 * is empty. */
void bv_list_page_add_tool (BvListPage *self, GtkWidget *widget);
/** bv_list_page_add_mark: a column that no field fills, @width pixels wide; @mark is kept. */
void bv_list_page_add_mark (BvListPage *self, BvListMark *mark, int width);
/** bv_list_page_show_row: selects row @id, taking filters away that hide it. %FALSE: no such row.
 */
gboolean bv_list_page_show_row (BvListPage *self, gint64 id);
/** bv_list_page_get_selected: id of the one selected row; 0 when there is none or several. */
gint64 bv_list_page_get_selected (BvListPage *self);
/** bv_list_page_refresh: runs the query again. */
void bv_list_page_refresh (BvListPage *self);
/** bv_list_page_count: rows of the movement in hand whose choice, tick or number @field is stored
 * as
 * @value. */
guint bv_list_page_count (BvListPage *self, const char *field, const char *value);

G_END_DECLS
