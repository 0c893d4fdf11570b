/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of buttons with counts. */
#include "config.h"

#include "bv-import-filter.h"

#include <glib/gi18n-lib.h>

struct _BvImportFilter
{
  AdwBin parent_instance;

  /* Owned */
  BvImportJob *job;

  /* Borrowed references */
  BvImportPreview *preview;                           /* beside this in the window */
  GtkToggleButton *buttons[BV_N_IMPORT_VERDICTS + 1]; /* the last one shows all */
};

G_DEFINE_FINAL_TYPE (BvImportFilter, bv_import_filter, ADW_TYPE_BIN)

/* What asks for attention stands first. */
static const BvImportVerdict order[] = {
  BV_N_IMPORT_VERDICTS, BV_IMPORT_ERROR, BV_IMPORT_ASK,      BV_IMPORT_NEW,
  BV_IMPORT_UPDATE,     BV_IMPORT_SAME,  BV_IMPORT_LEFT_OUT,
};

static void
toggled_cb (GtkToggleButton *button, BvImportFilter *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i <= BV_N_IMPORT_VERDICTS; i++)
    if (self->buttons[i] == button)
      bv_import_preview_show (self->preview, i);
}

static void
set_count (BvImportFilter *self, BvImportVerdict verdict, BvImport *import)
{
  gboolean all = verdict == BV_N_IMPORT_VERDICTS;
  guint n = 0;
  g_autofree char *text = NULL;

  if (import)
    n = all ? bv_import_get_n_rows (import) : bv_import_count (import, verdict);
  text = g_strdup_printf (
      "%s  %u", all ? _ ("All") : bv_import_preview_name_verdict (verdict, NULL), n);
  gtk_button_set_label (GTK_BUTTON (self->buttons[verdict]), text);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons[verdict]), all || n > 0);
  if (!all && !n && gtk_toggle_button_get_active (self->buttons[verdict]))
    gtk_toggle_button_set_active (self->buttons[BV_N_IMPORT_VERDICTS], TRUE);
}

static void
changed_cb (BvImportFilter *self)
{
  BvImport *import = bv_import_job_get_import (self->job);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    set_count (self, order[i], import);
}

static void
bv_import_filter_dispose (GObject *object)
{
  g_clear_object (&BV_IMPORT_FILTER (object)->job);
  G_OBJECT_CLASS (bv_import_filter_parent_class)->dispose (object);
}

static void
bv_import_filter_class_init (BvImportFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_import_filter_dispose;
}

static void
bv_import_filter_init (BvImportFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "bv-import-filter");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label ("");

    self->buttons[order[i]] = GTK_TOGGLE_BUTTON (button);
    gtk_toggle_button_set_active (self->buttons[order[i]], i == 0);
    if (i)
      gtk_toggle_button_set_group (self->buttons[order[i]], self->buttons[order[0]]);
    gtk_widget_add_css_class (button, "flat");
    g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
    gtk_box_append (GTK_BOX (box), button);
  }
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
bv_import_filter_new (BvImportJob *job, BvImportPreview *preview)
{
  BvImportFilter *self = g_object_new (BV_TYPE_IMPORT_FILTER, NULL);

  self->job = g_object_ref (job);
  self->preview = preview;
  g_signal_connect_object (job, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
