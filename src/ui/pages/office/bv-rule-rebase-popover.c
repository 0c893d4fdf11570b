/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pack, and why. */
#include "config.h"

#include "bv-rule-rebase-popover.h"

#include <glib/gi18n-lib.h>

struct _BvRuleRebasePopover
{
  GtkPopover parent_instance;
  gint64 id;

  /* Owned */
  GPtrArray *codes;

  /* Borrowed references: children */
  GtkWidget *pack;
  GtkWidget *reason;
};

enum { ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRuleRebasePopover, bv_rule_rebase_popover, GTK_TYPE_POPOVER)

static void
ask_cb (BvRuleRebasePopover *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->pack));
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (index < self->codes->len)
    g_signal_emit (
        self, signals[ASKED], 0, self->id, g_ptr_array_index (self->codes, index), reason);
}

static void
bv_rule_rebase_popover_finalize (GObject *object)
{
  g_ptr_array_unref (BV_RULE_REBASE_POPOVER (object)->codes);
  G_OBJECT_CLASS (bv_rule_rebase_popover_parent_class)->finalize (object);
}

static void
bv_rule_rebase_popover_class_init (BvRuleRebasePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_rule_rebase_popover_finalize;
  signals[ASKED] = g_signal_new ("asked",
                                 BV_TYPE_RULE_REBASE_POPOVER,
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
append_labelled (GtkWidget *box, const char *text, GtkWidget *editor)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor);
}

static void
bv_rule_rebase_popover_init (BvRuleRebasePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Change the rule pack"));

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->pack = gtk_drop_down_new (NULL, NULL);
  self->reason = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->reason), 36);
  append_labelled (box, _ ("Rule pack"), self->pack);
  append_labelled (box, _ ("Reason"), self->reason);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (ask_cb), self);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (ask_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
bv_rule_rebase_popover_new (gint64 id, GPtrArray *entries)
{
  BvRuleRebasePopover *self = g_object_new (BV_TYPE_RULE_REBASE_POPOVER, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->id = id;
  for (guint i = 0; i < entries->len; i++) {
    const BvRuleEntry *entry = g_ptr_array_index (entries, i);
    gtk_string_list_append (titles, entry->pack->title);
    g_ptr_array_add (self->codes, g_strdup (entry->pack->code));
  }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->pack), G_LIST_MODEL (titles));
  return GTK_WIDGET (self);
}
