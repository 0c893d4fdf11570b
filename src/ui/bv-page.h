/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page of the window is: a widget that shows one part of the office in hand. */
#pragma once
#include "bv-history.h"
#include "bv-list-export.h"
#include "bv-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_PAGE (bv_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvPage, bv_page, BV, PAGE, AdwBin)

struct _BvPageClass
{
  AdwBinClass parent_class;

  /* the office and movement are set and the first frame is drawn: attach models now */
  void (*load) (BvPage *self);
  /* another movement was chosen on top of the sidebar */
  void (*movement_changed) (BvPage *self);
  /* a step, an undo or a redo was committed; changes are BvChange. A page out of sight hears of it
   * when it is shown again */
  void (*changed) (BvPage *self, GPtrArray *changes);
  /* takes the keyboard where one goes on working; by default to the first control. GTK asks every
   * widget for grab_focus while Tab goes round, so that is another matter */
  void (*take_keyboard) (BvPage *self);
  /* save what is being typed, the syllable an input method still composes too; FALSE keeps the page
   */
  gboolean (*flush) (BvPage *self);
  /* page.new, page.duplicate, page.delete, page.find, page.edit, page.import, page.paste of the
   * keyboard grammar; NULL where it has no sense */
  void (*new_row) (BvPage *self);
  void (*duplicate_row) (BvPage *self);
  void (*delete_rows) (BvPage *self);
  void (*find) (BvPage *self);
  void (*edit) (BvPage *self);
  void (*import_rows) (BvPage *self);
  void (*paste_rows) (BvPage *self);
  /* the rows as they are shown, to be written as a sheet or a table; owned. NULL where there are
   * none */
  BvListExport *(*make_export) (BvPage *self);
  /* selects the row after (1) or before (-1) the one in the editor; NULL where there is no order */
  void (*step_row) (BvPage *self, int step);
  /* selects the row @id and brings it into view; NULL where there are no rows */
  void (*show_row) (BvPage *self, gint64 id);
  /* goes to the document that fits the row in hand, or prints the one shown; NULL where none does
   */
  void (*print) (BvPage *self);
  /* shows document @name (see "document list") about the rows @ids; only the page of documents. The
   * action win.draw-up ("(sax)": name and ids) brings it here from any widget in the window */
  void (*draw_up) (BvPage *self, const char *name, const gint64 *ids, guint n_ids);
  /* shows the rows of @query alone; NULL where there are no rows to choose from */
  void (*narrow) (BvPage *self, const BvQuery *query);
};

/* Signals, for the window: "toast" (message, undo), "report" (GError), "go" (name, id, BvQuery).
 * Properties: "subtitle", and for the sensitivity of page.* "n-selected" and "has-rows". */

/* All borrowed. */
BvOffice *bv_page_get_office (BvPage *self);
void bv_page_set_office (BvPage *self, BvOffice *office);
gint64 bv_page_get_movement (BvPage *self);
void bv_page_set_movement (BvPage *self, gint64 movement_id);
/** bv_page_set_subtitle: "252 dòng · 17 chờ thẩm định", shown under the title. */
void bv_page_set_subtitle (BvPage *self, const char *subtitle);
const char *bv_page_get_subtitle (BvPage *self);
/** bv_page_set_n_selected: rows that page.duplicate and page.delete would touch; 1 until said. */
void bv_page_set_n_selected (BvPage *self, guint n_selected);
guint bv_page_get_n_selected (BvPage *self);
/** bv_page_set_has_rows: %FALSE while what is shown has no rows to add, find or delete. */
void bv_page_set_has_rows (BvPage *self, gboolean has_rows);
gboolean bv_page_get_has_rows (BvPage *self);
/** bv_page_toast: a short message; @undo adds an "Undo" button to it. */
void bv_page_toast (BvPage *self, const char *message, gboolean undo);
/** bv_page_report: shows what went wrong, in a toast for a field, in a dialog for a file. Takes
 * @error. */
void bv_page_report (BvPage *self, GError *error);
/** bv_page_show: goes to page @name and, when @id is not 0, to its row (cross links between pages).
 */
void bv_page_show (BvPage *self, const char *name, gint64 id);
/** bv_page_show_rows: goes to page @name and shows the rows of @query alone. */
void bv_page_show_rows (BvPage *self, const char *name, const BvQuery *query);

/** bv_page_draw_up: goes to document @name of the movement in hand, once what is typed is saved. */
void bv_page_draw_up (BvPage *self, const char *name);

/** bv_page_add_key: a key of the page's own for its @action, with @argument if it takes one;
 * wherever in the window the keyboard is while the page is shown, in the sidebar too, from which
 * one comes. */
void bv_page_add_key (
    BvPage *self, guint key, GdkModifierType state, const char *action, const char *argument);

/** bv_page_take_keyboard: the user goes on with the keyboard in this page. */
void bv_page_take_keyboard (BvPage *self);
/** bv_page_make_export: what the page lists; owned, %NULL when it is no list. */
BvListExport *bv_page_make_export (BvPage *self);

/** bv_page_load: for the window, after the first frame; does something once only. */
void bv_page_load (BvPage *self);
/** bv_page_flush: %FALSE when what is being typed cannot be saved as it is. */
gboolean bv_page_flush (BvPage *self);

G_END_DECLS
