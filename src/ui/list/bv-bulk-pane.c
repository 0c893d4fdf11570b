/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a list while several rows are selected: how many, one value for all of them,
 * and what else can be done with them. */
#include "config.h"

#include "bv-bulk-pane.h"

#include "bv-number.h"

#include <glib/gi18n-lib.h>

/* Rows that are named below their number. */
#define MOST_NAMED 3

struct _BvBulkPane
{
  AdwBin parent_instance;

  const BvKind *kind;

  /* Borrowed: children */
  GtkWidget *box;
  GtkLabel *title, *subtitle;
  BvBulkForm *form;
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (BvBulkPane, bv_bulk_pane, ADW_TYPE_BIN)

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvBulkPane *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, closed_signal, 0);
  return GDK_EVENT_STOP;
}

static void
bv_bulk_pane_class_init (BvBulkPaneClass *klass)
{
  closed_signal = g_signal_new (
      "closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
build_title (BvBulkPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-3");
  self->subtitle = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->subtitle, 0);
  gtk_label_set_wrap (self->subtitle, TRUE);
  gtk_label_set_lines (self->subtitle, 3);
  gtk_label_set_ellipsize (self->subtitle, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->subtitle));
  return box;
}

static GtkWidget *
build_commands (void)
{
  static const struct
  {
    const char *label, *action;
  } commands[] = {
    { N_ ("_Copy as cells"), "rows.copy" },
    { N_ ("_Delete"), "page.delete" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    GtkWidget *button = gtk_button_new_with_mnemonic (_ (commands[i].label));

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), commands[i].action);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

static void
bv_bulk_pane_init (BvBulkPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-inspector");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->box, "bv-form");
  gtk_box_append (GTK_BOX (self->box), build_title (self));
  gtk_box_append (GTK_BOX (self->box), build_commands ());
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
bv_bulk_pane_new (const BvKind *kind)
{
  BvBulkPane *self = g_object_new (BV_TYPE_BULK_PANE, NULL);

  self->kind = kind;
  self->form = BV_BULK_FORM (bv_bulk_form_new (kind));
  gtk_box_insert_child_after (
      GTK_BOX (self->box), GTK_WIDGET (self->form), gtk_widget_get_first_child (self->box));
  return GTK_WIDGET (self);
}

BvBulkForm *
bv_bulk_pane_get_form (BvBulkPane *self)
{
  g_return_val_if_fail (BV_IS_BULK_PANE (self), NULL);
  return self->form;
}

static char *
name_rows (BvBulkPane *self, BvOffice *office, GArray *ids)
{
  GString *names = g_string_new (NULL);
  guint n_named = MIN (ids->len, MOST_NAMED);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (
        names,
        "%s%s",
        i > 0 ? "; " : "",
        bv_office_get_name (office, self->kind, g_array_index (ids, gint64, i)));
  if (ids->len > n_named)
    g_string_append (names, "…");
  return g_string_free (names, FALSE);
}

void
bv_bulk_pane_show_rows (BvBulkPane *self, BvOffice *office, gint64 movement_id, GArray *ids)
{
  g_autofree char *names = NULL;
  g_autofree char *count = bv_number_format_integer (ids->len);
  /* Translators: a number of rows. */
  g_autofree char *title = g_strdup_printf (
      ngettext ("%s row selected", "%s rows selected", ids->len), count);

  g_return_if_fail (BV_IS_BULK_PANE (self));

  names = name_rows (self, office, ids);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, names);
  bv_bulk_form_set_office (self->form, office, movement_id);
  bv_bulk_form_show_rows (self->form, ids);
}
