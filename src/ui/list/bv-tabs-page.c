/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page made of several pages, one in sight at a time, chosen by a row of tabs on top. */
#include "config.h"

#include "bv-tabs-page.h"

#include "bv-list-page.h"
#include "bv-stack.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Borrowed: parts of the widget */
  GtkStack *stack;
  GtkWidget *shown; /* the tab in sight */

  gboolean loaded;
} BvTabsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvTabsPage, bv_tabs_page, BV_TYPE_PAGE)

#define GET_PRIVATE(self) ((BvTabsPagePrivate *) bv_tabs_page_get_instance_private (self))

static BvPage *
get_page (GtkWidget *tab)
{
  GtkWidget *page = tab != NULL ? adw_bin_get_child (ADW_BIN (tab)) : NULL;

  return page != NULL ? BV_PAGE (page) : NULL;
}

static void
toast_cb (BvPage *page, const char *message, gboolean undo, BvTabsPage *self)
{
  bv_page_toast (BV_PAGE (self), message, undo);
}

static void
report_cb (BvPage *page, GError *error, BvTabsPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

static void
go_cb (BvPage *page, const char *name, gint64 id, const BvQuery *query, BvTabsPage *self)
{
  if (bv_tabs_page_show (self, name))
    return;
  if (query != NULL)
    bv_page_show_rows (BV_PAGE (self), name, query);
  else
    bv_page_show (BV_PAGE (self), name, id);
}

/* What the tab in sight says of itself is what this page says. */
static void
sync_state (BvTabsPage *self)
{
  BvPage *page = bv_tabs_page_get_shown (self);

  if (page == NULL)
    return;
  bv_page_set_subtitle (BV_PAGE (self), bv_page_get_subtitle (page));
  bv_page_set_n_selected (BV_PAGE (self), bv_page_get_n_selected (page));
  /* a page that never has rows to add leaves it to its class what can be done */
  bv_page_set_has_rows (BV_PAGE (self),
                        BV_PAGE_GET_CLASS (page)->new_row != NULL
                            || BV_PAGE_GET_CLASS (self)->new_row == NULL);
}

static void
notify_cb (BvPage *page, GParamSpec *pspec, BvTabsPage *self)
{
  if (page == bv_tabs_page_get_shown (self))
    sync_state (self);
}

static void
build_page (BvTabsPage *self, GtkWidget *tab)
{
  const BvTab *info = g_object_get_data (G_OBJECT (tab), "tab");
  BvPage *page = g_object_new (info->get_type (), NULL);

  adw_bin_set_child (ADW_BIN (tab), GTK_WIDGET (page));
  g_signal_connect (page, "toast", G_CALLBACK (toast_cb), self);
  g_signal_connect (page, "report", G_CALLBACK (report_cb), self);
  g_signal_connect (page, "go", G_CALLBACK (go_cb), self);
  g_signal_connect (page, "notify", G_CALLBACK (notify_cb), self);
  bv_page_set_office (page, bv_page_get_office (BV_PAGE (self)));
  bv_page_set_movement (page, bv_page_get_movement (BV_PAGE (self)));
  bv_page_load (page);
}

static void
shown_cb (GtkStack *stack, GParamSpec *pspec, BvTabsPage *self)
{
  BvTabsPagePrivate *priv = GET_PRIVATE (self);
  GtkWidget *tab = gtk_stack_get_visible_child (stack);
  BvPage *before = get_page (priv->shown);

  if (!priv->loaded || tab == NULL || tab == priv->shown)
    return;
  if (before != NULL && !bv_page_flush (before)) {
    gtk_stack_set_visible_child (stack, priv->shown);
    return;
  }
  priv->shown = tab;
  if (get_page (tab) == NULL)
    build_page (self, tab);
  sync_state (self);
}

static void
bv_tabs_page_load (BvPage *page)
{
  BvTabsPage *self = BV_TABS_PAGE (page);

  GET_PRIVATE (self)->loaded = TRUE;
  shown_cb (GET_PRIVATE (self)->stack, NULL, self);
}

static void
bv_tabs_page_movement_changed (BvPage *page)
{
  BvTabsPagePrivate *priv = GET_PRIVATE (BV_TABS_PAGE (page));

  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (priv->stack)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    if (get_page (tab) != NULL)
      bv_page_set_movement (get_page (tab), bv_page_get_movement (page));
}

static gboolean
bv_tabs_page_flush (BvPage *page)
{
  BvPage *shown = bv_tabs_page_get_shown (BV_TABS_PAGE (page));

  return shown == NULL || bv_page_flush (shown);
}

/* Hands a command of the keyboard on to the tab in sight. */
#define DEFINE_FORWARD(name)                                                                       \
  static void bv_tabs_page_##name (BvPage *page)                                                   \
  {                                                                                                \
    BvPage *shown = bv_tabs_page_get_shown (BV_TABS_PAGE (page));                                  \
                                                                                                   \
    if (shown != NULL && BV_PAGE_GET_CLASS (shown)->name != NULL)                                  \
      BV_PAGE_GET_CLASS (shown)->name (shown);                                                     \
  }

DEFINE_FORWARD (take_keyboard)
DEFINE_FORWARD (new_row)
DEFINE_FORWARD (duplicate_row)
DEFINE_FORWARD (delete_rows)
DEFINE_FORWARD (find)
DEFINE_FORWARD (edit)
DEFINE_FORWARD (import_rows)
DEFINE_FORWARD (paste_rows)
DEFINE_FORWARD (print)

static BvListExport *
bv_tabs_page_make_export (BvPage *page)
{
  BvPage *shown = bv_tabs_page_get_shown (BV_TABS_PAGE (page));

  return shown != NULL ? bv_page_make_export (shown) : NULL;
}

static void
bv_tabs_page_step_row (BvPage *page, int step)
{
  BvPage *shown = bv_tabs_page_get_shown (BV_TABS_PAGE (page));

  if (shown != NULL && BV_PAGE_GET_CLASS (shown)->step_row != NULL)
    BV_PAGE_GET_CLASS (shown)->step_row (shown, step);
}

static gboolean
has_row (BvPage *self, const BvTab *tab, gint64 id)
{
  gpointer klass = g_type_class_ref (tab->get_type ());
  gboolean found = FALSE;

  if (BV_IS_LIST_PAGE_CLASS (klass)) {
    g_autoptr (BvRecord) record = bv_office_load (
        bv_page_get_office (self), BV_LIST_PAGE_CLASS (klass)->kind, id, NULL);

    found = record != NULL;
  }
  g_type_class_unref (klass);
  return found;
}

static void
bv_tabs_page_show_row (BvPage *page, gint64 id)
{
  BvTabsPage *self = BV_TABS_PAGE (page);
  BvPage *shown;

  for (const BvTab *tab = BV_TABS_PAGE_GET_CLASS (self)->tabs; tab->name != NULL; tab++) {
    if (!has_row (page, tab, id))
      continue;
    if (!bv_tabs_page_show (self, tab->name))
      return;
    shown = bv_tabs_page_get_shown (self);
    if (shown != NULL)
      BV_PAGE_GET_CLASS (shown)->show_row (shown, id);
    return;
  }
}

static void
bv_tabs_page_constructed (GObject *object)
{
  BvTabsPage *self = BV_TABS_PAGE (object);
  BvTabsPagePrivate *priv = GET_PRIVATE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  G_OBJECT_CLASS (bv_tabs_page_parent_class)->constructed (object);
  priv->stack = GTK_STACK (bv_stack_new ());
  gtk_stack_set_hhomogeneous (priv->stack, FALSE);
  gtk_stack_set_vhomogeneous (priv->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (priv->stack), TRUE);
  for (const BvTab *tab = BV_TABS_PAGE_GET_CLASS (self)->tabs; tab->name != NULL; tab++) {
    GtkWidget *place = adw_bin_new ();

    g_object_set_data (G_OBJECT (place), "tab", (gpointer) tab);
    gtk_stack_add_titled (priv->stack, place, tab->name, _ (tab->title));
  }
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), priv->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_add_css_class (switcher, "bv-tabs");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), switcher);
  gtk_widget_add_css_class (scrolled, "bv-tabs-bar");
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (priv->stack, "notify::visible-child", G_CALLBACK (shown_cb), self, 0);
}

static void
bv_tabs_page_class_init (BvTabsPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_tabs_page_constructed;
  page_class->load = bv_tabs_page_load;
  page_class->movement_changed = bv_tabs_page_movement_changed;
  page_class->take_keyboard = bv_tabs_page_take_keyboard;
  page_class->flush = bv_tabs_page_flush;
  page_class->new_row = bv_tabs_page_new_row;
  page_class->duplicate_row = bv_tabs_page_duplicate_row;
  page_class->delete_rows = bv_tabs_page_delete_rows;
  page_class->find = bv_tabs_page_find;
  page_class->edit = bv_tabs_page_edit;
  page_class->import_rows = bv_tabs_page_import_rows;
  page_class->paste_rows = bv_tabs_page_paste_rows;
  page_class->print = bv_tabs_page_print;
  page_class->make_export = bv_tabs_page_make_export;
  page_class->step_row = bv_tabs_page_step_row;
  page_class->show_row = bv_tabs_page_show_row;
}

static void
bv_tabs_page_init (BvTabsPage *self)
{
}

gboolean
bv_tabs_page_show (BvTabsPage *self, const char *name)
{
  BvTabsPagePrivate *priv = GET_PRIVATE (self);

  g_return_val_if_fail (BV_IS_TABS_PAGE (self), FALSE);

  if (gtk_stack_get_child_by_name (priv->stack, name) == NULL)
    return FALSE;
  gtk_stack_set_visible_child_name (priv->stack, name);
  return g_str_equal (gtk_stack_get_visible_child_name (priv->stack), name);
}

BvPage *
bv_tabs_page_get_shown (BvTabsPage *self)
{
  g_return_val_if_fail (BV_IS_TABS_PAGE (self), NULL);
  return get_page (GET_PRIVATE (self)->shown);
}
