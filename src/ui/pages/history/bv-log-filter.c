/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What narrows the log: a person, a table, days from and to. */
#include "config.h"

#include "bv-log-filter.h"

#include "bv-catalogue.h"
#include "bv-date.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvLogFilter
{
  AdwBin parent_instance;

  /* Owned */
  GtkStringList *actors; /* the first stands for everybody */
  char *days[2];         /* from and to, ISO, nullable */

  /* Borrowed references */
  GtkDropDown *actor;
  GtkDropDown *table;
  GtkEditable *entries[2];

  gboolean silent;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BvLogFilter, bv_log_filter, ADW_TYPE_BIN)

static void
choose_cb (BvLogFilter *self)
{
  if (!self->silent)
    g_signal_emit (self, changed_signal, 0);
}

/* A day that cannot be read is marked and does not narrow anything. */
static void
read_day (BvLogFilter *self, guint index)
{
  GtkWidget *entry = GTK_WIDGET (self->entries[index]);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entries[index])));
  g_autoptr (GError) error = NULL;
  g_autofree char *day = *typed != '\0' ? bv_date_parse (typed, NULL, &error) : NULL;
  g_autofree char *shown = bv_date_format (day);

  bv_tooltip_set (entry, error != NULL ? error->message : NULL);
  if (error != NULL) {
    gtk_widget_add_css_class (entry, "error");
    return;
  }
  gtk_widget_remove_css_class (entry, "error");
  gtk_editable_set_text (self->entries[index], shown);
  if (g_strcmp0 (day, self->days[index]) == 0)
    return;
  g_free (self->days[index]);
  self->days[index] = g_steal_pointer (&day);
  g_signal_emit (self, changed_signal, 0);
}

static void
days_cb (gpointer source, BvLogFilter *self)
{
  read_day (self, 0);
  read_day (self, 1);
}

static void
bv_log_filter_finalize (GObject *object)
{
  BvLogFilter *self = BV_LOG_FILTER (object);

  g_object_unref (self->actors);
  g_free (self->days[0]);
  g_free (self->days[1]);
  G_OBJECT_CLASS (bv_log_filter_parent_class)->finalize (object);
}

static void
bv_log_filter_class_init (BvLogFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_log_filter_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
name (gpointer widget, const char *label)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkDropDown *
add_drop_down (BvLogFilter *self, GtkBox *box, GtkStringList *strings, const char *label)
{
  GtkWidget *made = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (strings)), NULL);

  name (made, label);
  g_signal_connect_swapped (made, "notify::selected", G_CALLBACK (choose_cb), self);
  gtk_box_append (box, made);
  return GTK_DROP_DOWN (made);
}

static void
add_day (BvLogFilter *self, GtkBox *box, guint index, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entries[index] = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 11);
  name (entry, label);
  g_signal_connect (entry, "activate", G_CALLBACK (days_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (days_cb), self);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (box, entry);
}

static GtkStringList *
list_tables (void)
{
  GtkStringList *tables = gtk_string_list_new (NULL);

  gtk_string_list_append (tables, _ ("All tables"));
  for (const BvKind *const *kind = bv_catalogue_get_kinds (); *kind != NULL; kind++)
    gtk_string_list_append (tables, bv_kind_get_plural (*kind));
  return tables;
}

static void
bv_log_filter_init (BvLogFilter *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  g_autoptr (GtkStringList) tables = list_tables ();

  self->actors = gtk_string_list_new (NULL);
  gtk_string_list_append (self->actors, _ ("Everybody"));
  self->actor = add_drop_down (self, box, self->actors, _ ("Who"));
  self->table = add_drop_down (self, box, tables, _ ("Table"));
  add_day (self, box, 0, _ ("From day"));
  add_day (self, box, 1, _ ("To day"));
  gtk_widget_add_css_class (GTK_WIDGET (box), "bv-list-bar");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
bv_log_filter_new (void)
{
  return g_object_new (BV_TYPE_LOG_FILTER, NULL);
}

static gboolean
has_actor (BvLogFilter *self, const char *actor)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->actors));

  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->actors, i), actor) == 0)
      return TRUE;
  return FALSE;
}

void
bv_log_filter_set_office (BvLogFilter *self, BvOffice *office)
{
  g_auto (GStrv) actors = bv_history_list_actors (bv_office_get_history (office), NULL);

  g_return_if_fail (BV_IS_LOG_FILTER (self));

  for (guint i = 0; actors != NULL && actors[i] != NULL; i++)
    if (!has_actor (self, actors[i]))
      gtk_string_list_append (self->actors, actors[i]);
}

GArray *
bv_log_filter_run (BvLogFilter *self, BvHistory *history, GError **error)
{
  guint actor = gtk_drop_down_get_selected (self->actor);
  guint table = gtk_drop_down_get_selected (self->table);

  return bv_history_list_steps (history,
                                actor > 0 ? gtk_string_list_get_string (self->actors, actor) : NULL,
                                table > 0 ? bv_catalogue_get_kinds ()[table - 1]->table : NULL,
                                self->days[0],
                                self->days[1],
                                error);
}

gboolean
bv_log_filter_is_narrowing (BvLogFilter *self)
{
  return gtk_drop_down_get_selected (self->actor) > 0
         || gtk_drop_down_get_selected (self->table) > 0 || self->days[0] != NULL
         || self->days[1] != NULL;
}

static const char *
get_chosen (GtkDropDown *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down));
}

char *
bv_log_filter_dup_text (BvLogFilter *self)
{
  g_autofree char *from = bv_date_format (self->days[0]);
  g_autofree char *to = bv_date_format (self->days[1]);
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (BV_IS_LOG_FILTER (self), NULL);

  if (gtk_drop_down_get_selected (self->actor) > 0)
    g_string_append_printf (text, " · %s: %s", _ ("Who"), get_chosen (self->actor));
  if (gtk_drop_down_get_selected (self->table) > 0)
    g_string_append_printf (text, " · %s: %s", _ ("Table"), get_chosen (self->table));
  if (self->days[0] != NULL)
    g_string_append_printf (text, " · %s: %s", _ ("From day"), from);
  if (self->days[1] != NULL)
    g_string_append_printf (text, " · %s: %s", _ ("To day"), to);
  g_string_erase (text, 0, text->len > 0 ? strlen (" · ") : 0);
  return g_string_free (text, text->len == 0);
}

void
bv_log_filter_clear (BvLogFilter *self)
{
  g_return_if_fail (BV_IS_LOG_FILTER (self));

  self->silent = TRUE;
  gtk_drop_down_set_selected (self->actor, 0);
  gtk_drop_down_set_selected (self->table, 0);
  for (guint i = 0; i < 2; i++) {
    gtk_editable_set_text (self->entries[i], "");
    g_clear_pointer (&self->days[i], g_free);
  }
  self->silent = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

void
bv_log_filter_focus (BvLogFilter *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->actor));
}
