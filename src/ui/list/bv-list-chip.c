/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something above a table that narrows its list. */
#include "config.h"

#include "bv-list-chip.h"

typedef struct
{
  char *name;
} BvListChipPrivate;

static guint changed_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvListChip, bv_list_chip, ADW_TYPE_BIN)

#define GET_PRIVATE(self) ((BvListChipPrivate *) bv_list_chip_get_instance_private (self))

static void
bv_list_chip_finalize (GObject *object)
{
  g_free (GET_PRIVATE (BV_LIST_CHIP (object))->name);
  G_OBJECT_CLASS (bv_list_chip_parent_class)->finalize (object);
}

static void
bv_list_chip_class_init (BvListChipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_list_chip_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_list_chip_init (BvListChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-filter-chip");
}

void
bv_list_chip_set_name (BvListChip *self, const char *name)
{
  g_free (GET_PRIVATE (self)->name);
  GET_PRIVATE (self)->name = g_strdup (name);
}

const char *
bv_list_chip_get_name (BvListChip *self)
{
  return GET_PRIVATE (self)->name;
}

void
bv_list_chip_show_chosen (BvListChip *self, gboolean chosen)
{
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

void
bv_list_chip_changed (BvListChip *self)
{
  g_signal_emit (self, changed_signal, 0);
}

void
bv_list_chip_set_context (BvListChip *self, BvOffice *office, gint64 movement_id)
{
  BV_LIST_CHIP_GET_CLASS (self)->set_context (self, office, movement_id);
}

void
bv_list_chip_clear (BvListChip *self)
{
  BV_LIST_CHIP_GET_CLASS (self)->clear (self);
}

void
bv_list_chip_apply (BvListChip *self, BvQuery *query)
{
  BV_LIST_CHIP_GET_CLASS (self)->apply (self, query);
}

void
bv_list_chip_take (BvListChip *self, const BvQuery *query)
{
  BV_LIST_CHIP_GET_CLASS (self)->take (self, query);
}

char *
bv_list_chip_dup_text (BvListChip *self)
{
  return BV_LIST_CHIP_GET_CLASS (self)->dup_text (self);
}

char *
bv_list_chip_dup_state (BvListChip *self)
{
  return BV_LIST_CHIP_GET_CLASS (self)->dup_state (self);
}

void
bv_list_chip_take_state (BvListChip *self, const char *state)
{
  BV_LIST_CHIP_GET_CLASS (self)->take_state (self, state);
}
