/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing up a document: which one, about what, how it looks, then onto paper or into a file. */
#include "config.h"

#include "bv-document-page-private.h"
#include "bv-typesetter.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BvDocumentPage, bv_document_page, BV_TYPE_PAGE)

/* What a document is about is chosen as a reference is everywhere. */
static const BvField about_fields[] = {
  [BV_ABOUT_DEPARTMENT]
  = { "department", BV_FIELD_REFERENCE, N_ ("About which unit"), .kind = &bv_department_kind },
  [BV_ABOUT_PERSON]
  = { "person", BV_FIELD_REFERENCE, N_ ("About which person"), .kind = &bv_person_kind },
  [BV_ABOUT_SESSION]
  = { "session", BV_FIELD_REFERENCE, N_ ("Which session"), .kind = &bv_session_kind },
  [BV_ABOUT_DECISION]
  = { "decision", BV_FIELD_REFERENCE, N_ ("Which decision"), .kind = &bv_decision_kind },
  [BV_ABOUT_AWARD] = { "award", BV_FIELD_REFERENCE, N_ ("Which award"), .kind = &bv_award_kind },
};

/* What is shown */

BvDocument *
_bv_document_page_get_document (BvDocumentPage *self)
{
  BvPageLayout *layout = bv_page_preview_get_layout (self->preview);

  return layout != NULL ? bv_page_layout_get_document (layout) : NULL;
}

GArray *
_bv_document_page_dup_rows (BvDocumentPage *self)
{
  GArray *rows;

  if (self->rows != NULL)
    return g_array_copy (self->rows);
  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->about_id != 0)
    g_array_append_val (rows, self->about_id);
  return rows;
}

void
_bv_document_page_sync_buttons (BvDocumentPage *self)
{
  gboolean shown = _bv_document_page_get_document (self) != NULL || self->drawing != NULL;
  gboolean busy = bv_export_bar_is_running (self->export_bar);

  gtk_widget_set_sensitive (self->print, shown);
  gtk_widget_set_sensitive (self->save_pdf, shown && !busy);
  gtk_widget_set_sensitive (self->save_text, shown && !busy);
  gtk_widget_set_sensitive (self->wording_button,
                            self->type != NULL && self->type->sentences != NULL);
}

/* Said once: fonts do not come and go while the page is open. */
static void
show_notice (BvDocumentPage *self)
{
  g_autofree char *notice = bv_typesetter_dup_notice (&bv_layout_profile_decree_30);

  gtk_label_set_label (GTK_LABEL (self->notice), notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice, notice != NULL);
}

/* What it is about */

static gint64
find_first (BvDocumentPage *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->type->blank || self->type->about == BV_ABOUT_MOVEMENT)
    return 0;
  rows = bv_document_type_list_rows (
      self->type, bv_page_get_office (BV_PAGE (self)), bv_page_get_movement (BV_PAGE (self)), NULL);
  return rows != NULL && rows->len > 0 ? ((BvAboutRow *) g_ptr_array_index (rows, 0))->id : 0;
}

static void
show_about (BvDocumentPage *self)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  if (self->about == NULL)
    return;
  if (self->about_id != 0)
    bv_value_set_integer (&value, self->about_id);
  bv_editor_show (self->about, &value);
}

static void
set_about (BvDocumentPage *self, gint64 id)
{
  self->about_id = id;
  g_clear_pointer (&self->rows, g_array_unref);
  _bv_document_page_sync_sheets (self);
}

static void
about_chosen_cb (BvEditor *editor, BvDocumentPage *self)
{
  g_auto (BvValue) value = BV_VALUE_INIT;
  GError *error = NULL;

  if (!bv_editor_read (editor, &value, &error)) {
    bv_page_report (BV_PAGE (self), error);
    show_about (self);
    return;
  }
  set_about (self, value.type == BV_VALUE_INTEGER ? value.integer : 0);
  _bv_document_page_refresh_soon (self);
}

static void
build_about (BvDocumentPage *self)
{
  const BvField *field;
  GtkWidget *child, *label;

  while ((child = gtk_widget_get_first_child (self->about_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->about_box), child);
  self->about = NULL;
  if (self->type->about == BV_ABOUT_MOVEMENT)
    return;
  field = &about_fields[self->type->about];
  label = gtk_label_new (bv_field_get_label (field));
  self->about = bv_editor_new (field, bv_page_get_office (BV_PAGE (self)));
  bv_editor_set_movement (self->about, bv_page_get_movement (BV_PAGE (self)));
  gtk_widget_set_hexpand (GTK_WIDGET (self->about), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bv_editor_get_control (self->about)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bv_field_get_label (field),
                                  -1);
  g_signal_connect (self->about, "commit", G_CALLBACK (about_chosen_cb), self);
  g_signal_connect (self->about, "advance", G_CALLBACK (about_chosen_cb), self);
  gtk_box_append (GTK_BOX (self->about_box), label);
  gtk_box_append (GTK_BOX (self->about_box), GTK_WIDGET (self->about));
  show_about (self);
}

/* Choosing */

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, BvDocumentPage *self)
{
  const BvDocumentType *type = row != NULL ? g_object_get_data (G_OBJECT (row), "type") : NULL;

  if (type == NULL || type == self->type)
    return;
  if (self->type != NULL && !bv_wording_panel_flush (self->wording)) {
    GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (list));
    while (old != NULL && g_object_get_data (G_OBJECT (old), "type") != self->type)
      old = gtk_widget_get_next_sibling (old);
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (old));
    return;
  }
  self->type = type;
  set_about (self, find_first (self));
  build_about (self);
  bv_wording_panel_set_type (self->wording, bv_page_get_office (BV_PAGE (self)), type);
  bv_page_set_subtitle (BV_PAGE (self), bv_document_type_get_title (type));
  _bv_document_page_stop_drawing (self);
  _bv_document_page_refresh (self);
}

static void
wording_toggled_cb (GtkToggleButton *button, BvDocumentPage *self)
{
  gtk_revealer_set_reveal_child (self->wording_revealer, gtk_toggle_button_get_active (button));
  gtk_widget_set_visible (GTK_WIDGET (self->wording_revealer),
                          gtk_toggle_button_get_active (button));
}

static void
report_cb (BvWordingPanel *panel, GError *error, BvDocumentPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

/* What a page does */

static void
bv_document_page_load (BvPage *page)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (page);

  show_notice (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
bv_document_page_movement_changed (BvPage *page)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (page);

  if (self->type == NULL)
    return;
  set_about (self, find_first (self));
  build_about (self);
  _bv_document_page_refresh (self);
}

static void
bv_document_page_changed (BvPage *page, GPtrArray *changes)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (page);

  if (self->type == NULL)
    return;
  if (self->about_id == 0)
    set_about (self, find_first (self));
  else
    _bv_document_page_sync_sheets (self);
  if (self->about != NULL)
    bv_editor_forget (self->about);
  show_about (self);
  bv_wording_panel_refresh (self->wording);
  _bv_document_page_refresh_soon (self);
}

static gboolean
bv_document_page_flush (BvPage *page)
{
  _bv_document_page_flush_sheets (BV_DOCUMENT_PAGE (page));
  return bv_wording_panel_flush (BV_DOCUMENT_PAGE (page)->wording);
}

static void
bv_document_page_print (BvPage *page)
{
  _bv_document_page_print (GTK_WIDGET (page), NULL, NULL);
}

static void
bv_document_page_unroot (GtkWidget *widget)
{
  _bv_document_page_stop_drawing (BV_DOCUMENT_PAGE (widget));
  GTK_WIDGET_CLASS (bv_document_page_parent_class)->unroot (widget);
}

static void
bv_document_page_dispose (GObject *object)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->shift_id, g_source_remove);
  g_clear_pointer (&self->saving, bv_document_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (bv_document_page_parent_class)->dispose (object);
}

static void
bv_document_page_constructed (GObject *object)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (object);

  G_OBJECT_CLASS (bv_document_page_parent_class)->constructed (object);
  _bv_document_page_build (self);
  bv_page_add_key (BV_PAGE (self), GDK_KEY_s, GDK_CONTROL_MASK, "document.save", ".pdf");
  bv_page_add_key (
      BV_PAGE (self), GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "document.save", ".fodt");
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->wording_button, "toggled", G_CALLBACK (wording_toggled_cb), self);
  g_signal_connect (self->wording, "report", G_CALLBACK (report_cb), self);
  g_signal_connect (self->export_bar, "failed", G_CALLBACK (_bv_document_page_failed), self);
  g_signal_connect (self->export_bar, "finished", G_CALLBACK (_bv_document_page_finished), self);
}

static void
bv_document_page_class_init (BvDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_document_page_dispose;
  G_OBJECT_CLASS (klass)->constructed = bv_document_page_constructed;
  widget_class->unroot = bv_document_page_unroot;
  page_class->load = bv_document_page_load;
  page_class->movement_changed = bv_document_page_movement_changed;
  page_class->changed = bv_document_page_changed;
  page_class->flush = bv_document_page_flush;
  page_class->print = bv_document_page_print;
  gtk_widget_class_install_action (widget_class, "document.print", NULL, _bv_document_page_print);
  gtk_widget_class_install_action (widget_class, "document.save", "s", _bv_document_page_save);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print", NULL);
}

static void
bv_document_page_init (BvDocumentPage *self)
{
}

void
bv_document_page_choose (BvDocumentPage *self, const BvDocumentType *type, gint64 about_id)
{
  bv_document_page_choose_rows (self, type, &about_id, about_id != 0);
}

void
bv_document_page_choose_rows (BvDocumentPage *self,
                              const BvDocumentType *type,
                              const gint64 *ids,
                              guint n_ids)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  g_return_if_fail (BV_IS_DOCUMENT_PAGE (self));

  while (row != NULL && g_object_get_data (G_OBJECT (row), "type") != type)
    row = gtk_widget_get_next_sibling (row);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  if (n_ids == 0 || self->type != type || (n_ids == 1 && ids[0] == self->about_id))
    return;
  set_about (self, ids[0]);
  if (n_ids > 1 && type->together) {
    self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_vals (self->rows, ids, n_ids);
    _bv_document_page_sync_sheets (self);
  }
  show_about (self);
  _bv_document_page_refresh (self);
}

BvPagePreview *
bv_document_page_get_preview (BvDocumentPage *self)
{
  return self->preview;
}

BvExportBar *
bv_document_page_get_export_bar (BvDocumentPage *self)
{
  return self->export_bar;
}

const char *
bv_document_page_get_problem (BvDocumentPage *self)
{
  return gtk_stack_get_visible_child (self->stack) == self->problem
             ? adw_status_page_get_description (ADW_STATUS_PAGE (self->problem))
             : "";
}

void
bv_document_page_set_wording_shown (BvDocumentPage *self, gboolean shown)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->wording_button), shown);
}
