/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were deleted. The log is read a little at a time, while nothing else is to be done. */
#include "config.h"

#include "bv-trash-page.h"

#include "bv-dialogs.h"
#include "bv-fold.h"
#include "bv-log-entry.h"
#include "bv-number.h"
#include "bv-stack.h"
#include "bv-tab-stop.h"
#include "bv-tooltip.h"
#include "bv-trash-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Steps of the log between two looks at the clock, and how long one reads on. */
#define STEPS_AT_ONCE 20
#define READING_TIME (6 * G_TIME_SPAN_MILLISECOND)

struct _BvTrashPage
{
  BvPage parent_instance;

  /* Owned */
  BvTrash *trash; /* nullable until loaded */
  GListStore *items;
  GPtrArray *asked; /* BvTrashEntry that a question is about, nullable */
  guint reading;    /* idle source */
  guint n_seen;     /* entries of the trash that were looked at */

  /* Borrowed references: parts of the widget */
  GtkStack *stack;
  GtkSearchEntry *search;
  GtkSingleSelection *selection;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (BvTrashPage, bv_trash_page, BV_TYPE_PAGE)

static gboolean
is_wanted (BvTrashPage *self, const BvTrashEntry *entry)
{
  g_autofree char *folded = bv_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (entry->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
update_state (BvTrashPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gboolean ended = bv_trash_has_ended (self->trash);
  gboolean any = bv_trash_get_entries (self->trash)->len > 0;
  g_autofree char *number = bv_number_format_integer (n);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%s deleted row", "%s deleted rows", n),
                                               number);

  if (n > 0 || !ended)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, any ? "nothing" : "empty");
  bv_page_set_subtitle (BV_PAGE (self), subtitle);
}

/* Shows what was read since the last time. */
static void
show_more (BvTrashPage *self)
{
  GPtrArray *entries = bv_trash_get_entries (self->trash);

  for (; self->n_seen < entries->len; self->n_seen++) {
    BvTrashEntry *entry = g_ptr_array_index (entries, self->n_seen);
    g_autoptr (BvTrashItem) item = NULL;

    if (!is_wanted (self, entry))
      continue;
    item = bv_trash_item_new (entry);
    g_list_store_append (self->items, item);
  }
  update_state (self);
}

static gboolean
read_cb (gpointer data)
{
  BvTrashPage *self = data;
  gint64 end = g_get_monotonic_time () + READING_TIME;
  GError *error = NULL;
  gboolean done = TRUE;

  while (done && !bv_trash_has_ended (self->trash) && g_get_monotonic_time () < end)
    done = bv_trash_read (self->trash, STEPS_AT_ONCE, &error);
  show_more (self);
  if (done && !bv_trash_has_ended (self->trash))
    return G_SOURCE_CONTINUE;
  self->reading = 0;
  if (!done)
    bv_page_report (BV_PAGE (self), error);
  return G_SOURCE_REMOVE;
}

static void
forget (BvTrashPage *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->trash, bv_trash_free);
  self->n_seen = 0;
}

static void
reload (BvTrashPage *self)
{
  forget (self);
  self->trash = bv_trash_new (bv_page_get_office (BV_PAGE (self)));
  self->reading = g_idle_add (read_cb, self);
}

/* Restoring */

static void
restore (BvTrashPage *self, GPtrArray *entries)
{
  BvTrashEntry *entry = g_ptr_array_index (entries, entries->len - 1);
  g_autofree char *message = g_strdup_printf (_ ("Restored “%s”"), entry->name);
  g_autoptr (BvTrash) kept = g_steal_pointer (&self->trash);
  GError *error = NULL;

  /* the page reads the log anew as soon as it hears of the step */
  self->trash = bv_trash_new (bv_page_get_office (BV_PAGE (self)));
  if (bv_trash_restore (kept, entries, &error)) {
    bv_page_toast (BV_PAGE (self), message, TRUE);
    return;
  }
  reload (self);
  bv_page_report (BV_PAGE (self), error);
}

static void
restore_asked (gpointer owner)
{
  BvTrashPage *self = owner;
  g_autoptr (GPtrArray) entries = g_steal_pointer (&self->asked);

  if (entries != NULL)
    restore (self, entries);
}

static void
ask (BvTrashPage *self, GPtrArray *entries)
{
  BvTrashEntry *entry = g_ptr_array_index (entries, entries->len - 1);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *heading = g_strdup_printf (_ ("Restore “%s” and what it belongs to?"),
                                              entry->name);
  g_autofree char *body = NULL;

  for (guint i = 0; i + 1 < entries->len; i++) {
    const BvTrashEntry *other = g_ptr_array_index (entries, i);

    g_string_append_printf (names, "\n• %s “%s”", bv_kind_get_label (other->kind), other->name);
  }
  body = g_strdup_printf (
      _ ("It names what was deleted too, and this has to come back first:%s\nAll come back in one "
         "step, which can be undone."),
      names->str);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  self->asked = g_ptr_array_ref (entries);
  bv_dialogs_confirm (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                      heading,
                      body,
                      _ ("_Restore all"),
                      FALSE,
                      restore_asked,
                      self);
}

void
bv_trash_page_restore (BvTrashPage *self, guint position)
{
  g_autoptr (BvTrashItem) item = NULL;
  g_autoptr (GPtrArray) needed = NULL;
  GError *error = NULL;

  g_return_if_fail (BV_IS_TRASH_PAGE (self));

  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  if (item == NULL || !bv_office_is_writable (bv_page_get_office (BV_PAGE (self))))
    return;
  needed = bv_trash_list_needed (self->trash, bv_trash_item_get_entry (item), &error);
  if (needed == NULL)
    bv_page_report (BV_PAGE (self), error);
  else if (needed->len > 1)
    ask (self, needed);
  else
    restore (self, needed);
}

/* Lines of the list */

static void
clicked_cb (GtkButton *button, GtkListItem *item)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), BV_TYPE_TRASH_PAGE);

  bv_trash_page_restore (BV_TRASH_PAGE (page), gtk_list_item_get_position (item));
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore"));

  add_label (texts, NULL);
  add_label (texts, "dim-label");
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), item);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "bv-trash-line");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvTrashPage *self)
{
  BvTrashItem *row = gtk_list_item_get_item (item);
  BvTrashEntry *entry = bv_trash_item_get_entry (row);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (box);
  GtkWidget *button = gtk_widget_get_last_child (box);
  g_autofree char *context = bv_trash_item_dup_context (row);
  g_autofree char *label = g_strdup_printf (_ ("Restore “%s”"), entry->name);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), entry->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), context);
  bv_tooltip_set (box, entry->step);
  gtk_widget_set_sensitive (button, bv_office_is_writable (bv_page_get_office (BV_PAGE (self))));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
activate_cb (GtkListView *view, guint position, BvTrashPage *self)
{
  bv_trash_page_restore (self, position);
}

static void
search_cb (BvTrashPage *self)
{
  if (self->trash == NULL)
    return;
  g_list_store_remove_all (self->items);
  self->n_seen = 0;
  show_more (self);
}

static void
stop_search_cb (BvTrashPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->view);
}

/* What a page does */

static void
bv_trash_page_load (BvPage *page)
{
  reload (BV_TRASH_PAGE (page));
}

static void
bv_trash_page_changed (BvPage *page, GPtrArray *changes)
{
  reload (BV_TRASH_PAGE (page));
}

static void
bv_trash_page_find (BvPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (BV_TRASH_PAGE (page)->search));
}

/* The whole log is read first: half a list would pass for all of it. */
static gboolean
read_rest (BvTrashPage *self)
{
  GError *error = NULL;

  while (!bv_trash_has_ended (self->trash))
    if (!bv_trash_read (self->trash, STEPS_AT_ONCE, &error)) {
      bv_page_report (BV_PAGE (self), error);
      return FALSE;
    }
  show_more (self);
  return TRUE;
}

static void
add_entry (BvListExport *list, const BvTrashEntry *entry)
{
  g_autofree char *time = bv_log_entry_format_time (entry->at);

  bv_list_export_add_text (list, entry->name);
  bv_list_export_add_text (list, bv_kind_get_label (entry->kind));
  bv_list_export_add_text (list, time);
  bv_list_export_add_text (list, entry->actor);
  bv_list_export_add_text (list, entry->step);
  bv_list_export_add_integer (list, entry->n_dependants);
}

static BvListExport *
bv_trash_page_make_export (BvPage *page)
{
  static const BvField fields[] = {
    { "name", BV_FIELD_TEXT, N_ ("Deleted row"), .flags = BV_FIELD_MAIN },
    { "kind", BV_FIELD_TEXT, N_ ("Table") },
    { "at", BV_FIELD_TEXT, N_ ("Time"), .width = 17 },
    { "actor", BV_FIELD_TEXT, N_ ("Who") },
    { "step", BV_FIELD_TEXT, N_ ("What was done"), .width = 30 },
    { "n_dependants", BV_FIELD_INTEGER, N_ ("Rows that went with it"), .width = 12 },
  };
  BvTrashPage *self = BV_TRASH_PAGE (page);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *line = g_strdup_printf (_ ("With the words: “%s”"), words);
  BvListExport *list;

  if (!read_rest (self))
    return NULL;
  list = bv_list_export_new (_ ("Deleted rows"));
  if (*words != '\0')
    bv_list_export_add_line (list, line);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    bv_list_export_add_column (list, &fields[i], NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    g_autoptr (BvTrashItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    add_entry (list, bv_trash_item_get_entry (item));
  }
  return list;
}

static void
bv_trash_page_dispose (GObject *object)
{
  BvTrashPage *self = BV_TRASH_PAGE (object);

  if (self->items != NULL)
    forget (self);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (bv_trash_page_parent_class)->dispose (object);
}

static void
bv_trash_page_class_init (BvTrashPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_trash_page_dispose;
  page_class->load = bv_trash_page_load;
  page_class->changed = bv_trash_page_changed;
  page_class->find = bv_trash_page_find;
  page_class->make_export = bv_trash_page_make_export;
}

static GtkWidget *
build_status (const char *icon_name, const char *title, const char *text)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), text);
  return status;
}

static GtkWidget *
build_list (BvTrashPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->items = g_list_store_new (BV_TYPE_TRASH_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Deleted rows"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  return bv_tab_stop_new (scrolled);
}

static GtkWidget *
build_search (BvTrashPage *self)
{
  const char *label = _ ("Search deleted rows, who deleted them, steps …");

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", label, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stop_search_cb), self);
  return GTK_WIDGET (self->search);
}

static void
bv_trash_page_init (BvTrashPage *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->stack = GTK_STACK (bv_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, build_list (self), "list");
  gtk_stack_add_named (self->stack,
                       build_status ("edit-find-symbolic",
                                     _ ("Nothing found"),
                                     _ ("No deleted row has all these words.")),
                       "nothing");
  gtk_stack_add_named (
      self->stack,
      build_status ("user-trash-symbolic",
                    _ ("Nothing is deleted"),
                    _ ("Rows that are deleted will stand here and can be put back, with all that "
                       "went with them.")),
      "empty");
  gtk_widget_add_css_class (bar, "bv-list-bar");
  gtk_box_append (GTK_BOX (bar), build_search (self));
  gtk_widget_add_css_class (side, "bv-list-side");
  gtk_box_append (GTK_BOX (side), bar);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), side);
}

GListModel *
bv_trash_page_get_model (BvTrashPage *self)
{
  g_return_val_if_fail (BV_IS_TRASH_PAGE (self), NULL);
  return G_LIST_MODEL (self->items);
}
