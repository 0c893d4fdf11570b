/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the page that draws up documents: list, bar, preview, sentences. */
#include "config.h"

#include "bv-document-page-private.h"
#include "bv-stack.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH 240
#define WORDING_WIDTH 320

static GtkWidget *
create_row (const BvDocumentType *type)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (bv_document_type_get_title (type));
  GtkWidget *hint = gtk_label_new (_ (type->hint));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "type", (gpointer) type);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, bv_document_type_get_title (type), -1);
  return row;
}

static GtkWidget *
build_list (BvDocumentPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const BvDocumentType *const *types = bv_document_type_get_all ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Documents"), -1);
  for (guint i = 0; types[i] != NULL; i++)
    gtk_list_box_append (self->list, create_row (types[i]));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_widget_add_css_class (scroller, "bv-document-list");
  return scroller;
}

static GtkWidget *
create_button (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  bv_tooltip_set (button, tooltip);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
build_bar (BvDocumentPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->about_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->wording_button = gtk_toggle_button_new_with_mnemonic (_ ("_Wording"));
  bv_tooltip_set (self->wording_button,
                  _ ("The fixed sentences of this document, to be worded your way"));
  self->print = create_button (_ ("_Print…"), _ ("Print (Ctrl+P)"), "document.print");
  self->save_text = create_button (_ ("Save to _edit…"),
                                   _ ("Saves for the word processor (Ctrl+Shift+S)"),
                                   "document.save('.fodt')");
  self->save_pdf = create_button (
      _ ("Save as P_DF…"), _ ("Save as PDF (Ctrl+S)"), "document.save('.pdf')");
  gtk_widget_add_css_class (self->save_pdf, "suggested-action");
  gtk_widget_set_hexpand (self->about_box, TRUE);
  gtk_box_append (GTK_BOX (bar), self->about_box);
  gtk_box_append (GTK_BOX (bar), self->wording_button);
  gtk_box_append (GTK_BOX (bar), self->print);
  gtk_box_append (GTK_BOX (bar), self->save_text);
  gtk_box_append (GTK_BOX (bar), self->save_pdf);
  gtk_widget_add_css_class (bar, "bv-document-bar");
  return bar;
}

static GtkWidget *
build_stack (BvDocumentPage *self)
{
  self->stack = GTK_STACK (bv_stack_new ());
  self->preview = BV_PAGE_PREVIEW (bv_page_preview_new ());
  self->problem = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->problem), "bv-document-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->problem), _ ("Nothing to show yet"));
  adw_status_page_set_child (ADW_STATUS_PAGE (self->problem), _bv_document_page_build_again (self));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->preview));
  gtk_stack_add_child (self->stack, self->problem);
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
build_wording (BvDocumentPage *self)
{
  self->wording = BV_WORDING_PANEL (bv_wording_panel_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->wording), WORDING_WIDTH, -1);
  self->wording_revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->wording_revealer, GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_child (self->wording_revealer, GTK_WIDGET (self->wording));
  gtk_widget_set_visible (GTK_WIDGET (self->wording_revealer), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->wording_revealer), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->wording_revealer), "bv-wording-side");
  return GTK_WIDGET (self->wording_revealer);
}

static GtkWidget *
build_notice (BvDocumentPage *self)
{
  self->notice = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->notice), 0);
  gtk_label_set_wrap (GTK_LABEL (self->notice), TRUE);
  gtk_widget_add_css_class (self->notice, "bv-document-bar");
  gtk_widget_add_css_class (self->notice, "warning");
  gtk_widget_set_visible (self->notice, FALSE);
  return self->notice;
}

void
_bv_document_page_build (BvDocumentPage *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (all), build_list (self));
  gtk_box_append (GTK_BOX (right), build_bar (self));
  gtk_box_append (GTK_BOX (right), _bv_document_page_build_sheets (self));
  gtk_box_append (GTK_BOX (right), build_notice (self));
  gtk_box_append (GTK_BOX (middle), build_stack (self));
  gtk_box_append (GTK_BOX (middle), build_wording (self));
  gtk_box_append (GTK_BOX (right), middle);
  gtk_box_append (GTK_BOX (right), _bv_document_page_build_drawing_bar (self));
  self->export_bar = BV_EXPORT_BAR (bv_export_bar_new ());
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->export_bar));
  gtk_box_append (GTK_BOX (all), right);
  adw_bin_set_child (ADW_BIN (self), all);
}
