/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the selected rows of a list: a change of several, copying, filling down. */
#include "config.h"

#include "bv-list-clip.h"
#include "bv-list-page-private.h"
#include "bv-number.h"
#include "bv-stack.h"

#include <glib/gi18n-lib.h>

void
bv_list_page_show_selection (BvListPage *self, GArray *ids)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  gboolean several = ids != NULL && ids->len > 1;

  gtk_stack_set_visible_child_name (priv->sides, several ? "several" : "row");
  if (!several)
    return;
  bv_bulk_pane_show_rows (
      priv->pane, bv_page_get_office (BV_PAGE (self)), bv_page_get_movement (BV_PAGE (self)), ids);
}

static void
applied_cb (BvBulkForm *form, guint n_rows, const char *field, BvListPage *self)
{
  g_autofree char *count = bv_number_format_integer (n_rows);
  /* Translators: the name of a field, a number of rows. */
  g_autofree char *message = g_strdup_printf (
      ngettext ("“%s” changed in %s row", "“%s” changed in %s rows", n_rows), field, count);

  bv_page_toast (BV_PAGE (self), message, TRUE);
  bv_list_table_focus_row (bv_list_page_get_private (self)->table);
}

static void
failed_cb (BvBulkForm *form, const GError *error, BvListPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

static void
closed_cb (BvBulkPane *pane, BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);

  bv_list_split_show_editor (priv->split, FALSE);
  bv_list_table_focus_row (priv->table);
}

static void
too_many_cb (BvListTable *table, guint most, BvListPage *self)
{
  g_autofree char *count = bv_number_format_integer (most);
  /* Translators: a number of rows. */
  g_autofree char *message = g_strdup_printf (
      _ ("At most %s rows can be selected at once. Narrow the list by a search or a filter."),
      count);

  bv_page_toast (BV_PAGE (self), message, FALSE);
}

GtkWidget *
bv_list_page_build_sides (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  BvBulkForm *form;

  priv->pane = BV_BULK_PANE (bv_bulk_pane_new (BV_LIST_PAGE_GET_CLASS (self)->kind));
  form = bv_bulk_pane_get_form (priv->pane);
  g_signal_connect_object (form, "applied", G_CALLBACK (applied_cb), self, 0);
  g_signal_connect_object (form, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (priv->pane, "closed", G_CALLBACK (closed_cb), self, 0);
  g_signal_connect_object (priv->table, "too-many", G_CALLBACK (too_many_cb), self, 0);
  priv->sides = GTK_STACK (bv_stack_new ());
  gtk_stack_set_hhomogeneous (priv->sides, FALSE);
  gtk_stack_set_vhomogeneous (priv->sides, FALSE);
  gtk_stack_add_named (priv->sides, GTK_WIDGET (priv->inspector), "row");
  gtk_stack_add_named (priv->sides, GTK_WIDGET (priv->pane), "several");
  return GTK_WIDGET (priv->sides);
}

/* Copying */

char *
bv_list_page_dup_cells (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  GError *error = NULL;
  char *text;

  if (priv->list == NULL)
    return NULL;
  ids = bv_list_table_dup_selection (priv->table);
  if (ids->len == 0)
    return NULL;
  fields = bv_list_table_dup_fields (priv->table);
  text = bv_list_clip_dup_text (bv_page_get_office (BV_PAGE (self)),
                                BV_LIST_PAGE_GET_CLASS (self)->kind,
                                fields,
                                ids,
                                &error);
  if (text == NULL)
    bv_page_report (BV_PAGE (self), error);
  return text;
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvListPage *self = BV_LIST_PAGE (widget);
  guint n = bv_page_get_n_selected (BV_PAGE (self));
  g_autofree char *text = bv_list_page_dup_cells (self);
  g_autofree char *count = bv_number_format_integer (n);
  /* Translators: a number of rows. */
  g_autofree char *message = g_strdup_printf (
      ngettext ("%s row copied as cells", "%s rows copied as cells", n), count);

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  bv_page_toast (BV_PAGE (self), message, FALSE);
}

/* Filling down */

/* The row above in the list; above a new row stands the one that was in hand before. */
static BvRecord *
dup_row_above (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  guint place;

  if (priv->edited == 0)
    return bv_list_table_dup_record (priv->table, priv->previous);
  place = bv_record_list_find (priv->list, priv->edited);
  if (place == G_MAXUINT || place == 0)
    return NULL;
  return bv_list_table_dup_record (priv->table, bv_record_list_get_id (priv->list, place - 1));
}

static void
fill_one (BvListPage *self, const BvField *field)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (BvRecord) above = dup_row_above (self);
  g_autofree char *message = NULL;

  if (above == NULL) {
    bv_page_toast (BV_PAGE (self), _ ("There is no row above to fill down from"), FALSE);
    return;
  }
  if (!bv_form_fill (
          bv_inspector_get_form (priv->inspector), field, bv_record_get_value (above, field->name))
      || priv->edited == 0)
    return;
  /* Translators: the name of a field. */
  message = g_strdup_printf (_ ("“%s” filled down from the row above"), bv_field_get_label (field));
  bv_page_toast (BV_PAGE (self), message, TRUE);
}

static void
fill_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvListPage *self = BV_LIST_PAGE (widget);
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  BvForm *form = bv_inspector_get_form (priv->inspector);
  const BvField *field = form != NULL ? bv_form_get_field (form) : NULL;

  if (priv->list == NULL || !bv_office_is_writable (bv_page_get_office (BV_PAGE (self))))
    return;
  if (bv_page_get_n_selected (BV_PAGE (self)) > 1) {
    bv_list_split_show_editor (priv->split, TRUE);
    bv_bulk_form_fill (bv_bulk_pane_get_form (priv->pane));
  } else if (priv->edited != NOTHING_EDITED && field != NULL) {
    fill_one (self, field);
  } else {
    bv_page_toast (BV_PAGE (self), _ ("Put the cursor into the field to fill down"), FALSE);
  }
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_list_page_refresh (BV_LIST_PAGE (widget));
}

static void
pin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvListPage *self = BV_LIST_PAGE (widget);
  BvForm *form = bv_inspector_get_form (bv_list_page_get_private (self)->inspector);

  if (form == NULL || !bv_form_pin (form))
    bv_page_toast (
        BV_PAGE (self), _ ("Put the cursor into the field to keep for the next row"), FALSE);
}

void
bv_list_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "rows.fill-down", NULL, fill_down_action);
  gtk_widget_class_install_action (widget_class, "rows.refresh", NULL, refresh_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rows.fill-down", NULL);
  gtk_widget_class_install_action (widget_class, "rows.pin", NULL, pin_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "rows.pin", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "rows.refresh", NULL);
}
