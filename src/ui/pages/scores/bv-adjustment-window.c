/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bonus and penalty points of a subject in a window of their own, saved line by line. */
#include "config.h"

#include "bv-adjustment-window.h"

#include "bv-child-section.h"
#include "bv-history.h"

#include <glib/gi18n-lib.h>

struct _BvAdjustmentWindow
{
  AdwWindow parent_instance;

  /* Borrowed reference: part of the window */
  BvSection *section;
};

G_DEFINE_FINAL_TYPE (BvAdjustmentWindow, bv_adjustment_window, ADW_TYPE_WINDOW)

static void
changed_cb (BvHistory *history, GPtrArray *changes, BvAdjustmentWindow *self)
{
  bv_section_refresh (self->section);
}

/* What is typed is saved first; what cannot be saved keeps the window. */
static gboolean
bv_adjustment_window_close_request (GtkWindow *window)
{
  BvAdjustmentWindow *self = BV_ADJUSTMENT_WINDOW (window);

  if (!bv_section_flush (self->section, TRUE))
    return TRUE;
  return GTK_WINDOW_CLASS (bv_adjustment_window_parent_class)->close_request (window);
}

static void
bv_adjustment_window_class_init (BvAdjustmentWindowClass *klass)
{
  GTK_WINDOW_CLASS (klass)->close_request = bv_adjustment_window_close_request;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_adjustment_window_init (BvAdjustmentWindow *self)
{
}

static void
build (BvAdjustmentWindow *self, BvPage *page, BvRecord *subject)
{
  BvOffice *office = bv_page_get_office (page);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *section = bv_child_section_new (
      office, &bv_adjustment_kind, bv_kind_find_field (&bv_adjustment_kind, "subject_id"));
  GtkWidget *header = adw_header_bar_new ();
  const char *name = bv_office_get_subject_name (office, bv_record_get_id (subject));

  self->section = BV_SECTION (section);
  bv_section_set_page (self->section, page);
  bv_section_set_owner (self->section, subject);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Bonus and penalty points"), name));
  gtk_widget_add_css_class (section, "bv-preview");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), section);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), header);
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
  g_signal_connect_object (
      bv_office_get_history (office), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_AFTER);
}

GtkWidget *
bv_adjustment_window_open (BvPage *page, gint64 subject_id)
{
  BvOffice *office = bv_page_get_office (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GError *error = NULL;
  g_autoptr (BvRecord) subject = bv_office_load (
      office, bv_office_get_subject_kind (office, subject_id), subject_id, &error);
  BvAdjustmentWindow *self;

  if (subject == NULL) {
    bv_page_report (page, error);
    return NULL;
  }
  self = g_object_new (BV_TYPE_ADJUSTMENT_WINDOW, NULL);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Bonus and penalty points"));
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 520);
  build (self, page, subject);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
