/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once
#include "bv-content.h"
#include "bv-history.h"
#include "bv-palette.h"
#include "bv-shell.h"
#include "bv-sidebar.h"
#include "bv-welcome.h"
#include "bv-window.h"

G_BEGIN_DECLS

struct _BvWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkOverlay *overlay;
  GtkStack *root;
  BvWelcome *welcome;

  /* Widgets */
  BvShell *shell;
  BvSidebar *sidebar;
  BvContent *content;
  BvPalette *palette;

  /* Owned */
  BvOffice *office;
  GSignalGroup *history_signals;
  GSignalGroup *page_signals;
  GSimpleActionGroup *page_actions;
  GHashTable *disabled; /* static names of the window's actions that have no sense now */

  /* Borrowed */
  GtkWidget *focus; /* the text with the focus, weak */
  GtkWindow *busy;  /* nullable: a thread works on the file, which cannot be closed meanwhile */

  gboolean leave_anyway; /* closing failed once and was said: the next time it goes */
};

/* bv-window.c */
void bv_window_show_row (BvWindow *self, gint64 id);
/** bv_window_draw_up: goes to the page of documents and shows @name about the rows @ids; a document
 * about a movement puts that movement in hand. */
void bv_window_draw_up (BvWindow *self, const char *name, const gint64 *ids, guint n_ids);

/* bv-window-actions.c */
void bv_window_install_actions (GtkWidgetClass *widget_class);
void bv_window_add_page_actions (BvWindow *self);
/** bv_window_update_actions: the one place where sensitivity is decided, from the state. */
void bv_window_update_actions (BvWindow *self);

/** bv_window_enter_page: goes to page @page_name, and to @tab_name there (nullable): who asks for
 * it by a key goes on with the keyboard in it. */
void bv_window_enter_page (BvWindow *self, const char *page_name, const char *tab_name);
/** bv_window_is_enabled: whether the action "win.undo" or "page.export::csv" has sense now. */
gboolean bv_window_is_enabled (BvWindow *self, const char *detailed);

/* bv-window-going.c */
/** bv_window_build_palette: lays it over all that the window shows. */
void bv_window_build_palette (BvWindow *self);
void bv_window_open_palette (BvWindow *self);
/** bv_window_go_to: shows row @id of @kind on its page, in its movement, whatever hides it now.
 * %FALSE: it is not there any more, or the page shown cannot be left. */
gboolean bv_window_go_to (BvWindow *self, const BvKind *kind, gint64 id);

/* bv-window-compact.c */
/** bv_window_compact: asks whether the file shall be made smaller, and does it. */
void bv_window_compact (BvWindow *self);

/* bv-window-file.c */
void bv_window_choose_file (BvWindow *self);
void bv_window_create_office (BvWindow *self);
void bv_window_open_sample (BvWindow *self);
void bv_window_take_over (BvWindow *self);
void bv_window_update_banner (BvWindow *self);

/* bv-window-text.c */
void bv_window_watch_text (BvWindow *self);
/** bv_window_forget_typing: what was saved is undone as a step, no more letter by letter. */
void bv_window_forget_typing (BvWindow *self);

G_END_DECLS
