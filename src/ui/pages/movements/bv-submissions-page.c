/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of department forms: made for all of them at once, taken in when they come back, with a
 * reminder to copy for those who are late. */
#include "config.h"

#include "bv-submissions-page.h"

#include "bv-department-form-write.h"
#include "bv-dialogs.h"
#include "bv-forms-window.h"
#include "bv-settings.h"
#include "bv-submission.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvSubmissionsPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvSubmissionsPage, bv_submissions_page, BV_TYPE_LIST_PAGE)

static void
folder_chosen (gpointer owner, GFile *folder)
{
  BvPage *page = BV_PAGE (owner);
  GError *error = NULL;
  g_autofree char *message = NULL;
  guint n_written;

  if (!bv_department_form_write_all (bv_page_get_office (page),
                                     bv_page_get_movement (page),
                                     g_file_peek_path (folder),
                                     &n_written,
                                     &error)) {
    bv_page_report (page, error);
    return;
  }
  message = g_strdup_printf (ngettext ("%u form is in “%s”", "%u forms are in “%s”", n_written),
                             n_written,
                             g_file_peek_path (folder));
  bv_page_toast (page, message, FALSE);
}

static void
make_cb (BvSubmissionsPage *self)
{
  g_autoptr (GFile) folder = bv_settings_dup_folder ();

  if (bv_page_get_movement (BV_PAGE (self)) != 0 && bv_page_flush (BV_PAGE (self)))
    bv_dialogs_choose_folder (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              _ ("Choose the folder for the forms"),
                              folder,
                              folder_chosen,
                              self);
}

static void
accepted_cb (BvFormsWindow *window, const char *message, BvSubmissionsPage *self)
{
  bv_page_toast (BV_PAGE (self), message, TRUE);
}

/* %NULL when nothing can be taken in now. */
static GtkWidget *
open_forms (BvSubmissionsPage *self)
{
  BvOffice *office = bv_page_get_office (BV_PAGE (self));
  GtkWidget *window;

  if (!bv_office_is_writable (office) || !bv_page_flush (BV_PAGE (self)))
    return NULL;
  window = bv_forms_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), office);
  g_signal_connect_object (window, "accepted", G_CALLBACK (accepted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
remind_cb (BvSubmissionsPage *self)
{
  BvPage *page = BV_PAGE (self);
  GError *error = NULL;
  g_autofree char *text = bv_submission_dup_reminder (
      bv_page_get_office (page), bv_page_get_movement (page), &error);

  if (error != NULL) {
    bv_page_report (page, error);
    return;
  }
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  bv_page_toast (page,
                 text != NULL ? _ ("The reminder is copied; paste it into a message")
                              : _ ("Nobody has to be reminded"),
                 FALSE);
}

static void
add_tool (BvSubmissionsPage *self, const char *label, const char *hint, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  bv_tooltip_set (button, hint);
  g_signal_connect_swapped (button, "clicked", callback, self);
  bv_list_page_add_tool (BV_LIST_PAGE (self), button);
}

static void
bv_submissions_page_constructed (GObject *object)
{
  BvSubmissionsPage *self = BV_SUBMISSIONS_PAGE (object);

  G_OBJECT_CLASS (bv_submissions_page_parent_class)->constructed (object);
  add_tool (self,
            _ ("_Make forms…"),
            _ ("Workbooks for all departments, into a folder"),
            G_CALLBACK (make_cb));
  add_tool (self,
            _ ("_Take forms in…"),
            _ ("Forms that came back filled in, several at once"),
            G_CALLBACK (open_forms));
  add_tool (self,
            _ ("Copy _reminder"),
            _ ("A text to those who have not sent their forms"),
            G_CALLBACK (remind_cb));
}

/* What departments send in are their forms, not rows of this board. */
static void
import_rows (BvPage *page)
{
  open_forms (BV_SUBMISSIONS_PAGE (page));
}

static void
take_files (BvListPage *page, GSList *files)
{
  GtkWidget *window = open_forms (BV_SUBMISSIONS_PAGE (page));

  for (GSList *file = files; window != NULL && file != NULL; file = file->next)
    bv_forms_window_add (BV_FORMS_WINDOW (window), file->data);
}

static void
start (BvPage *page)
{
  make_cb (BV_SUBMISSIONS_PAGE (page));
}

static void
bv_submissions_page_class_init (BvSubmissionsPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_submissions_page_constructed;
  BV_PAGE_CLASS (klass)->import_rows = import_rows;
  list_class->kind = &bv_submission_kind;
  list_class->icon_name = "bv-department-symbolic";
  list_class->empty_title = N_ ("No forms are out yet");
  list_class->empty_text = N_ (
      "Make the forms for all departments; they are listed here until they "
      "come back.");
  list_class->new_label = N_ ("_Make forms…");
  list_class->start = start;
  list_class->take_files = take_files;
  list_class->search_label = N_ ("Search departments");
}

static void
bv_submissions_page_init (BvSubmissionsPage *self)
{
}
