/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the window, by which key, and when. */
#include "config.h"

#include "bv-about-window.h"
#include "bv-backup.h"
#include "bv-dialogs.h"
#include "bv-help-window.h"
#include "bv-tabs-page.h"
#include "bv-window-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const BvKind *kind; /* of the page shown, NULL when it has several */
  gint64 row;         /* what the step brought back or changed there */
} Landing;

static void
find_landing_cb (BvHistory *history, GPtrArray *changes, Landing *landing)
{
  for (guint i = 0; i < changes->len && landing->row == 0; i++) {
    const BvChange *change = changes->pdata[i];

    if (change->type != BV_CHANGE_DELETE
        && (landing->kind != NULL ? change->kind == landing->kind : changes->len == 1))
      landing->row = change->id;
  }
}

static void
travel (BvWindow *self, gboolean (*step) (BvHistory *, GError **), const char *message)
{
  BvHistory *history = bv_office_get_history (self->office);
  Landing landing = { bv_content_get_kind (self->content), 0 };
  gulong handler = g_signal_connect (history, "changed", G_CALLBACK (find_landing_cb), &landing);
  g_autoptr (GError) error = NULL;
  gboolean done = step (history, &error);

  g_signal_handler_disconnect (history, handler);
  if (!done) {
    bv_content_report (self->content, error);
    return;
  }
  if (landing.row != 0)
    bv_window_show_row (self, landing.row);
  bv_content_toast (self->content, message, FALSE);
}

static gboolean
flush (BvWindow *self)
{
  BvPage *page = bv_content_get_page (self->content);

  return self->office != NULL && bv_office_is_writable (self->office)
         && (page == NULL || bv_page_flush (page));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (!flush (self))
    return;
  title = bv_history_dup_undo_title (bv_office_get_history (self->office));
  message = title != NULL ? g_strdup_printf (_ ("Undone: %s"), title) : NULL;
  if (message != NULL)
    travel (self, bv_history_undo, message);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (!flush (self))
    return;
  title = bv_history_dup_redo_title (bv_office_get_history (self->office));
  message = title != NULL ? g_strdup_printf (_ ("Redone: %s"), title) : NULL;
  if (message != NULL)
    travel (self, bv_history_redo, message);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_choose_file (BV_WINDOW (widget));
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_create_office (BV_WINDOW (widget));
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_open_sample (BV_WINDOW (widget));
}

static void
close_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_close_office (BV_WINDOW (widget));
}

static void
take_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_take_over (BV_WINDOW (widget));
}

static void
backup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (bv_backup_make (self->office, "manual", &error))
    bv_content_toast (self->content, _ ("A backup was made and checked"), FALSE);
  else
    bv_content_report (self->content, error);
}

static void
show_backups_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  g_autofree char *path = bv_backup_dup_folder (self->office);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_file_make_directory_with_parents (folder, NULL, NULL);
  bv_dialogs_show_file (GTK_WINDOW (self), folder);
}

static void
compact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_compact (BV_WINDOW (widget));
}

static gboolean
is_focus_in (BvWindow *self, gpointer part)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && part != NULL && gtk_widget_is_ancestor (focus, part);
}

void
bv_window_enter_page (BvWindow *self, const char *page_name, const char *tab_name)
{
  BvPage *page;
  gboolean turned; /* to the tab: what is typed may keep the page it is on */

  if (!is_focus_in (self, self->content))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  bv_window_show_page (self, page_name, 0);
  page = bv_content_get_page (self->content);
  turned = tab_name != NULL && BV_IS_TABS_PAGE (page)
           && g_strcmp0 (bv_content_get_page_name (self->content), page_name) == 0
           && bv_tabs_page_show (BV_TABS_PAGE (page), tab_name);
  if (page != NULL && (turned || !is_focus_in (self, page)))
    bv_page_take_keyboard (page);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_enter_page (BV_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvShell *shell = BV_WINDOW (widget)->shell;

  bv_shell_set_sidebar_shown (shell, !bv_shell_is_sidebar_shown (shell));
}

/* One page down or up the sidebar, round its ends. */
static void
step_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  const BvPageInfo *pages = bv_pages_get ();
  int place = 0;
  int n = 0;

  for (; pages[n].name != NULL; n++)
    if (g_strcmp0 (pages[n].name, bv_content_get_page_name (self->content)) == 0)
      place = n;
  place = (place + n + g_variant_get_int32 (parameter)) % n;
  bv_window_enter_page (self, pages[place].name, NULL);
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_window_open_palette (BV_WINDOW (widget));
}

static void
merge_departments_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  BvPage *page;

  bv_window_show_page (self, "departments", 0);
  page = bv_content_get_page (self->content);
  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "departments.merge", NULL);
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_about_window_show (GTK_WINDOW (widget));
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_help_window_show_keys (GTK_WINDOW (widget));
}

static void
draw_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *name;
  g_autoptr (GVariant) rows = NULL;
  const gint64 *ids;
  gsize n_ids;

  g_variant_get (parameter, "(&s@ax)", &name, &rows);
  ids = g_variant_get_fixed_array (rows, &n_ids, sizeof (gint64));
  bv_window_draw_up (BV_WINDOW (widget), name, ids, (guint) n_ids);
}

/* The vfuncs of the page shown, as actions. */
#define PAGE_VFUNC(vfunc)                                                                          \
  static void vfunc##_cb (GSimpleAction *action, GVariant *parameter, gpointer data)               \
  {                                                                                                \
    BvPage *page = bv_content_get_page (BV_WINDOW (data)->content);                                \
                                                                                                   \
    if (page != NULL && BV_PAGE_GET_CLASS (page)->vfunc != NULL)                                   \
      BV_PAGE_GET_CLASS (page)->vfunc (page);                                                      \
  }
PAGE_VFUNC (new_row)
PAGE_VFUNC (duplicate_row)
PAGE_VFUNC (delete_rows)
PAGE_VFUNC (find)
PAGE_VFUNC (edit)
PAGE_VFUNC (import_rows)
PAGE_VFUNC (paste_rows)
PAGE_VFUNC (print)

static void
step_row_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvPage *page = bv_content_get_page (BV_WINDOW (data)->content);

  if (page != NULL && BV_PAGE_GET_CLASS (page)->step_row != NULL)
    BV_PAGE_GET_CLASS (page)->step_row (page, g_variant_get_int32 (parameter));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_content_export (BV_WINDOW (data)->content, g_variant_get_string (parameter, NULL));
}

static const GActionEntry page_entries[] = {
  { "new", new_row_cb },
  { "duplicate", duplicate_row_cb },
  { "delete", delete_rows_cb },
  { "find", find_cb },
  { "edit", edit_cb },
  { "import", import_rows_cb },
  { "paste", paste_rows_cb },
  { "print", print_cb },
  { "step-row", step_row_cb, "i" },
  { "export", export_cb, "s" },
};

/* Alt+1 … 9 and 0, as the keys stand in a row. */
static void
add_page_keys (GtkWidgetClass *widget_class)
{
  const BvPageInfo *pages = bv_pages_get ();

  for (guint i = 0; i < 10 && pages[i].name != NULL; i++) {
    guint digit = (i + 1) % 10;
    guint keys[] = { GDK_KEY_0 + digit, GDK_KEY_KP_0 + digit };

    for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
      gtk_widget_class_add_binding_action (
          widget_class, keys[j], GDK_ALT_MASK, "win.page", "s", pages[i].name);
  }
}

void
bv_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } entries[] = {
    { "win.undo", undo_action },
    { "win.redo", redo_action },
    { "win.open", open_action },
    { "win.create", create_action },
    { "win.sample", sample_action },
    { "win.close-file", close_file_action },
    { "win.take-over", take_over_action },
    { "win.backup", backup_action },
    { "win.show-backups", show_backups_action },
    { "win.compact", compact_action },
    { "win.toggle-sidebar", toggle_sidebar_action },
    { "win.go-to", go_to_action },
    { "win.merge-departments", merge_departments_action },
    { "win.about", about_action },
    { "win.shortcuts", shortcuts_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_class_install_action (widget_class, entries[i].name, NULL, entries[i].activate);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.step-page", "i", step_page_action);
  gtk_widget_class_install_action (widget_class, "win.draw-up", "(sax)", draw_up_action);

  /* not accelerators: a text that is being typed must get these keys first */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  /* menus name the last one */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "page.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "page.print", NULL);
  add_page_keys (widget_class);
}

void
bv_window_add_page_actions (BvWindow *self)
{
  self->page_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->page_actions), page_entries, G_N_ELEMENTS (page_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->page_actions));
}

static void
enable_page_action (BvWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->page_actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Whether the page shown knows the command at all. */
static gboolean
knows (BvPage *page, gsize vfunc)
{
  return page != NULL && bv_page_get_has_rows (page)
         && G_STRUCT_MEMBER (gpointer, BV_PAGE_GET_CLASS (page), vfunc) != NULL;
}

static void
update_page_actions (BvWindow *self, BvPage *page, gboolean writable)
{
  gboolean selected = page != NULL && bv_page_get_n_selected (page) > 0;
  gboolean can_add = knows (page, G_STRUCT_OFFSET (BvPageClass, new_row));

  enable_page_action (self, "new", writable && can_add);
  enable_page_action (self,
                      "duplicate",
                      writable && selected
                          && knows (page, G_STRUCT_OFFSET (BvPageClass, duplicate_row)));
  enable_page_action (self,
                      "delete",
                      writable && selected
                          && knows (page, G_STRUCT_OFFSET (BvPageClass, delete_rows)));
  enable_page_action (
      self, "import", writable && knows (page, G_STRUCT_OFFSET (BvPageClass, import_rows)));
  enable_page_action (
      self, "paste", writable && knows (page, G_STRUCT_OFFSET (BvPageClass, paste_rows)));
  enable_page_action (self, "print", page != NULL && BV_PAGE_GET_CLASS (page)->print != NULL);
  enable_page_action (
      self, "export", page != NULL && BV_PAGE_GET_CLASS (page)->make_export != NULL);
  enable_page_action (self, "find", knows (page, G_STRUCT_OFFSET (BvPageClass, find)));
  enable_page_action (self, "edit", selected && knows (page, G_STRUCT_OFFSET (BvPageClass, edit)));
  bv_content_set_can_add (self->content, can_add);
}

/* @action must be static. */
static void
enable (BvWindow *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
  if (enabled)
    g_hash_table_remove (self->disabled, action);
  else
    g_hash_table_add (self->disabled, (gpointer) action);
}

gboolean
bv_window_is_enabled (BvWindow *self, const char *detailed)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_val_if_fail (BV_IS_WINDOW (self), FALSE);

  if (!g_action_parse_detailed_name (detailed, &action, &target, NULL))
    return FALSE;
  if (g_str_has_prefix (action, "page."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (self->page_actions),
                                              action + strlen ("page."));
  return !g_hash_table_contains (self->disabled, action);
}

void
bv_window_update_actions (BvWindow *self)
{
  gboolean open = self->office != NULL;
  gboolean writable = open && bv_office_is_writable (self->office);
  BvHistory *history = open ? bv_office_get_history (self->office) : NULL;
  g_autofree char *undo = writable ? bv_history_dup_undo_title (history) : NULL;
  g_autofree char *redo = writable ? bv_history_dup_redo_title (history) : NULL;

  enable (self, "win.undo", undo != NULL);
  enable (self, "win.redo", redo != NULL);
  enable (self, "win.close-file", open);
  enable (self, "win.backup", writable);
  enable (self, "win.merge-departments", writable);
  enable (self, "win.show-backups", open);
  enable (self, "win.compact", writable);
  enable (self, "win.page", open);
  enable (self, "win.step-page", open);
  enable (self, "win.toggle-sidebar", open);
  enable (self, "win.take-over", open && !writable);
  update_page_actions (self, bv_content_get_page (self->content), writable);

  bv_content_set_steps (self->content, undo, redo);
  bv_content_set_saved (self->content, open ? bv_history_get_last_saved (history) : NULL);
}
