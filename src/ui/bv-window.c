/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one office file, or the welcome page while there is none. */
#include "config.h"

#include "bv-document-type.h"
#include "bv-record.h"
#include "bv-settings.h"
#include "bv-stack.h"
#include "bv-window-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_TYPE (BvWindow, bv_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
concerns_sidebar (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = changes->pdata[i];

    if (change->kind == &bv_movement_kind || change->kind == &bv_office_kind)
      return TRUE;
  }
  return FALSE;
}

static void
update_title (BvWindow *self)
{
  g_autoptr (BvRecord) own = self->office != NULL ? bv_office_get_own (self->office, NULL) : NULL;
  g_autofree char *title = own != NULL ? g_strdup_printf ("%s – Bảng Vàng",
                                                          bv_record_get_text (own, "name"))
                                       : NULL;

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : "Bảng Vàng");
}

static void
changed_cb (BvWindow *self, GPtrArray *changes)
{
  g_assert (BV_IS_WINDOW (self));

  if (concerns_sidebar (changes)) {
    bv_sidebar_refresh (self->sidebar);
    update_title (self);
  } else {
    bv_sidebar_count (self->sidebar);
  }
  bv_content_dismiss_toast (self->content);
  bv_window_forget_typing (self);
  bv_window_update_actions (self);
}

static void
page_chosen_cb (BvWindow *self, const char *name)
{
  bv_window_show_page (self, name, 0);
}

static void
movement_chosen_cb (BvWindow *self, gint64 id)
{
  BvPage *page = bv_content_get_page (self->content);

  g_assert (BV_IS_WINDOW (self));

  if (page != NULL)
    bv_page_flush (page);
  bv_content_set_movement (self->content, id);
  bv_window_update_actions (self);
}

static void
page_changed_cb (BvWindow *self)
{
  g_signal_group_set_target (self->page_signals, bv_content_get_page (self->content));
  bv_sidebar_set_page (self->sidebar, bv_content_get_page_name (self->content));
  bv_window_update_actions (self);
}

static void
go_cb (BvWindow *self, const char *name, gint64 id, const BvQuery *query)
{
  BvPage *page;

  bv_window_show_page (self, name, id);
  page = bv_content_get_page (self->content);
  if (query != NULL && page != NULL && BV_PAGE_GET_CLASS (page)->narrow != NULL)
    BV_PAGE_GET_CLASS (page)->narrow (page, query);
}

static void
shell_changed_cb (BvWindow *self)
{
  bv_content_set_sidebar_shown (
      self->content, bv_shell_is_sidebar_shown (self->shell), bv_shell_is_folded (self->shell));
}

static void
build_shell (BvWindow *self)
{
  self->sidebar = BV_SIDEBAR (bv_sidebar_new ());
  self->content = BV_CONTENT (bv_content_new ());
  self->shell = bv_shell_new (
      ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->sidebar), GTK_WIDGET (self->content));
  gtk_stack_add_named (self->root, GTK_WIDGET (self->shell), "office");

  g_signal_connect_object (
      self->sidebar, "page-chosen", G_CALLBACK (page_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->sidebar, "movement-chosen", G_CALLBACK (movement_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->content, "page-changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->shell, "notify", G_CALLBACK (shell_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
save_size (BvWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  bv_settings_set_integer ("window-width", MAX (width, 360));
  bv_settings_set_integer ("window-height", MAX (height, 300));
  bv_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
bv_window_close_request (GtkWindow *window)
{
  BvWindow *self = BV_WINDOW (window);
  g_autofree char *path = self->office != NULL ? g_strdup (bv_office_get_path (self->office))
                                               : NULL;

  save_size (self);
  if (!bv_window_close_office (self))
    return GDK_EVENT_STOP;
  bv_settings_set_string ("last-file", path != NULL ? path : "");
  return GTK_WINDOW_CLASS (bv_window_parent_class)->close_request (window);
}

static void
bv_window_dispose (GObject *object)
{
  BvWindow *self = BV_WINDOW (object);

  if (self->focus != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->focus), (gpointer *) &self->focus);
  self->focus = NULL;
  g_clear_object (&self->history_signals);
  g_clear_object (&self->page_signals);
  g_clear_object (&self->page_actions);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_window_parent_class)->dispose (object);
}

static void
bv_window_finalize (GObject *object)
{
  g_hash_table_unref (BV_WINDOW (object)->disabled);
  G_OBJECT_CLASS (bv_window_parent_class)->finalize (object);
}

static void
bv_window_class_init (BvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bv_window_close_request;

  g_type_ensure (BV_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/bv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, root);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, welcome);
  bv_window_install_actions (widget_class);
}

static void
bv_window_init (BvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_stack_hide_others (self->root);
  self->disabled = g_hash_table_new (g_str_hash, g_str_equal);
  build_shell (self);
  bv_window_build_palette (self);

  self->history_signals = g_signal_group_new (BV_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (changed_cb), self);
  self->page_signals = g_signal_group_new (BV_TYPE_PAGE);
  g_signal_group_connect_swapped (
      self->page_signals, "notify::n-selected", G_CALLBACK (bv_window_update_actions), self);
  g_signal_group_connect_swapped (
      self->page_signals, "notify::has-rows", G_CALLBACK (bv_window_update_actions), self);
  bv_window_add_page_actions (self);
  bv_window_watch_text (self);
  bv_window_update_actions (self);
  shell_changed_cb (self);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               bv_settings_get_integer ("window-width", 1280),
                               bv_settings_get_integer ("window-height", 720));
  if (bv_settings_get_boolean ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

BvWindow *
bv_window_new (GtkApplication *application)
{
  return g_object_new (BV_TYPE_WINDOW, "application", application, NULL);
}

BvOffice *
bv_window_get_office (BvWindow *self)
{
  g_return_val_if_fail (BV_IS_WINDOW (self), NULL);
  return self->office;
}

void
bv_window_take_office (BvWindow *self, BvOffice *office)
{
  g_return_if_fail (BV_IS_WINDOW (self));
  g_return_if_fail (self->office == NULL && BV_IS_OFFICE (office));

  self->office = office;
  self->leave_anyway = FALSE;
  g_signal_group_set_target (self->history_signals, bv_office_get_history (office));
  bv_content_set_office (self->content, office);
  bv_sidebar_set_office (self->sidebar, office);
  bv_content_set_movement (self->content, bv_sidebar_get_movement (self->sidebar));
  bv_window_show_page (self, bv_pages_get ()->name, 0);
  gtk_stack_set_visible_child_name (self->root, "office");
  update_title (self);
  bv_window_update_banner (self);
  bv_window_update_actions (self);
}

gboolean
bv_window_close_office (BvWindow *self)
{
  BvPage *page;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BV_IS_WINDOW (self), FALSE);

  if (self->office == NULL)
    return TRUE;
  if (self->busy != NULL) {
    gtk_window_close (self->busy);
    return FALSE;
  }
  page = bv_content_get_page (self->content);
  if (page != NULL && !bv_page_flush (page) && !self->leave_anyway) {
    self->leave_anyway = TRUE;
    return FALSE;
  }
  bv_palette_close (self->palette);
  g_signal_group_set_target (self->page_signals, NULL);
  g_signal_group_set_target (self->history_signals, NULL);
  /* the pages go before what they read from */
  bv_content_set_office (self->content, NULL);
  bv_sidebar_set_office (self->sidebar, NULL);
  gtk_stack_set_visible_child_name (self->root, "welcome");
  bv_welcome_refresh (self->welcome);
  if (!bv_office_close (self->office, &error)) {
    g_message ("%s", error->message);
    bv_welcome_set_error (self->welcome, error->message);
  }
  g_clear_object (&self->office);
  update_title (self);
  bv_window_update_actions (self);
  return TRUE;
}

void
bv_window_show_row (BvWindow *self, gint64 id)
{
  BvPage *page = bv_content_get_page (self->content);

  if (page != NULL && BV_PAGE_GET_CLASS (page)->show_row != NULL)
    BV_PAGE_GET_CLASS (page)->show_row (page, id);
}

/* Documents about a movement are about the one in hand: the row in the list becomes it. */
static void
take_in_hand (BvWindow *self, const char *name, const gint64 *ids, guint n_ids)
{
  const BvDocumentType *type = bv_document_type_find (name, NULL);

  if (type == NULL || type->about != BV_ABOUT_MOVEMENT || n_ids == 0
      || ids[0] == bv_sidebar_get_movement (self->sidebar))
    return;
  bv_sidebar_set_movement (self->sidebar, ids[0]);
  movement_chosen_cb (self, bv_sidebar_get_movement (self->sidebar));
}

void
bv_window_draw_up (BvWindow *self, const char *name, const gint64 *ids, guint n_ids)
{
  BvPage *page;

  g_return_if_fail (BV_IS_WINDOW (self));

  take_in_hand (self, name, ids, n_ids);
  bv_window_show_page (self, "documents", 0);
  page = bv_content_get_page (self->content);
  if (page == NULL || BV_PAGE_GET_CLASS (page)->draw_up == NULL)
    return; /* what is typed on the page before cannot be saved yet */
  bv_page_load (page);
  BV_PAGE_GET_CLASS (page)->draw_up (page, name, ids, n_ids);
}

void
bv_window_show_page (BvWindow *self, const char *name, gint64 id)
{
  g_return_if_fail (BV_IS_WINDOW (self));

  if (self->office == NULL)
    return;
  if (!bv_content_show (self->content, name)) {
    bv_sidebar_set_page (self->sidebar, bv_content_get_page_name (self->content));
    return;
  }
  if (bv_shell_is_folded (self->shell))
    bv_shell_set_sidebar_shown (self->shell, FALSE);
  if (id != 0)
    bv_window_show_row (self, id);
}
