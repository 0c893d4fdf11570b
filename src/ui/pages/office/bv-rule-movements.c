/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each movement with its pack and a button to change it. */
#include "config.h"

#include "bv-rule-movements.h"

#include "bv-query.h"
#include "bv-record.h"
#include "bv-rule-rebase-popover.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvRuleMovements
{
  AdwBin parent_instance;
  GtkWidget *list; /* borrowed: the child */
};

enum { ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRuleMovements, bv_rule_movements, ADW_TYPE_BIN)

static void
asked_cb (BvRuleRebasePopover *popover,
          gint64 id,
          const char *code,
          const char *reason,
          BvRuleMovements *self)
{
  g_signal_emit (self, signals[ASKED], 0, id, code, reason);
}

static GtkWidget *
create_movement_row (BvRuleMovements *self,
                     BvOffice *office,
                     GPtrArray *entries,
                     BvRecord *movement)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = bv_rule_rebase_popover_new (bv_record_get_id (movement), entries);
  g_autoptr (BvRulePack) pack = bv_rule_book_read (office, movement, NULL);
  gboolean frozen = !bv_record_is_null (movement, "rule_pack");
  const char *name = bv_office_get_name (office, &bv_movement_kind, bv_record_get_id (movement));
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_printf_escaped (
      frozen ? _ ("%s, frozen at the launch") : _ ("%s, by its date; frozen at the launch"),
      pack ? pack->code : "");

  g_signal_connect (popover, "asked", G_CALLBACK (asked_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  bv_tooltip_set (button, _ ("Change the rule pack of this movement, with a reason"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, frozen && bv_office_is_writable (office));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

void
bv_rule_movements_show (BvRuleMovements *self, BvOffice *office, GPtrArray *entries)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; ids && i < ids->len; i++) {
    g_autoptr (BvRecord) movement = bv_office_load (
        office, &bv_movement_kind, g_array_index (ids, gint64, i), NULL);
    if (movement)
      gtk_list_box_append (GTK_LIST_BOX (self->list),
                           create_movement_row (self, office, entries, movement));
  }
}

static void
bv_rule_movements_class_init (BvRuleMovementsClass *klass)
{
  signals[ASKED] = g_signal_new ("asked",
                                 BV_TYPE_RULE_MOVEMENTS,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 3,
                                 G_TYPE_INT64,
                                 G_TYPE_STRING,
                                 G_TYPE_STRING);
}

static void
bv_rule_movements_init (BvRuleMovements *self)
{
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Movements and their rules"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

GtkWidget *
bv_rule_movements_new (void)
{
  return g_object_new (BV_TYPE_RULE_MOVEMENTS, NULL);
}
