/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip that is in or out. */
#include "config.h"

#include "bv-toggle-chip.h"

#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvToggleChip
{
  BvListChip parent_instance;

  gboolean mine; /* else: without evidence */

  /* Owned */
  BvOffice *office; /* nullable */

  /* Borrowed */
  GtkToggleButton *button;

  gboolean silent; /* the program presses it, not the user */
};

G_DEFINE_FINAL_TYPE (BvToggleChip, bv_toggle_chip, BV_TYPE_LIST_CHIP)

static void
press (BvToggleChip *self, gboolean active)
{
  self->silent = TRUE;
  gtk_toggle_button_set_active (self->button, active);
  self->silent = FALSE;
  bv_list_chip_show_chosen (BV_LIST_CHIP (self), active);
}

static void
toggled_cb (GtkToggleButton *button, BvToggleChip *self)
{
  if (self->silent)
    return;
  bv_list_chip_show_chosen (BV_LIST_CHIP (self), gtk_toggle_button_get_active (button));
  bv_list_chip_changed (BV_LIST_CHIP (self));
}

static void
explain (BvToggleChip *self)
{
  g_autofree char *text = NULL;

  if (!self->mine)
    text = g_strdup (_ ("Rows without the number of a document and without a file"));
  else if (self->office != NULL)
    text = g_strdup_printf (
        _ ("Rows that %s was the last to add or change, as the log has it. Steps that were undone "
           "do not count, nor do the files and partners of a row. The preferences say who you "
           "are."),
        bv_office_get_actor (self->office));
  bv_tooltip_set (GTK_WIDGET (self->button), text);
}

static void
bv_toggle_chip_set_context (BvListChip *chip, BvOffice *office, gint64 movement_id)
{
  BvToggleChip *self = BV_TOGGLE_CHIP (chip);

  if (g_set_object (&self->office, office))
    press (self, FALSE);
  explain (self);
}

static void
bv_toggle_chip_clear (BvListChip *chip)
{
  press (BV_TOGGLE_CHIP (chip), FALSE);
}

static void
bv_toggle_chip_apply (BvListChip *chip, BvQuery *query)
{
  BvToggleChip *self = BV_TOGGLE_CHIP (chip);
  gboolean active = gtk_toggle_button_get_active (self->button);

  if (!self->mine) {
    query->without_evidence = active;
    return;
  }
  g_clear_pointer (&query->author, g_free);
  if (active && self->office != NULL)
    query->author = g_strdup (bv_office_get_actor (self->office));
}

static void
bv_toggle_chip_take (BvListChip *chip, const BvQuery *query)
{
  BvToggleChip *self = BV_TOGGLE_CHIP (chip);

  press (self, self->mine ? query->author != NULL : query->without_evidence);
}

static char *
bv_toggle_chip_dup_text (BvListChip *chip)
{
  BvToggleChip *self = BV_TOGGLE_CHIP (chip);

  if (!gtk_toggle_button_get_active (self->button))
    return NULL;
  if (!self->mine)
    return g_strdup (_ ("No evidence"));
  return g_strdup_printf (_ ("Last changed by: %s"), bv_office_get_actor (self->office));
}

static char *
bv_toggle_chip_dup_state (BvListChip *chip)
{
  return gtk_toggle_button_get_active (BV_TOGGLE_CHIP (chip)->button) ? g_strdup ("yes") : NULL;
}

static void
bv_toggle_chip_take_state (BvListChip *chip, const char *state)
{
  press (BV_TOGGLE_CHIP (chip), g_str_equal (state, "yes"));
}

static void
bv_toggle_chip_finalize (GObject *object)
{
  g_clear_object (&BV_TOGGLE_CHIP (object)->office);
  G_OBJECT_CLASS (bv_toggle_chip_parent_class)->finalize (object);
}

static void
bv_toggle_chip_class_init (BvToggleChipClass *klass)
{
  BvListChipClass *chip_class = BV_LIST_CHIP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_toggle_chip_finalize;
  chip_class->set_context = bv_toggle_chip_set_context;
  chip_class->clear = bv_toggle_chip_clear;
  chip_class->apply = bv_toggle_chip_apply;
  chip_class->take = bv_toggle_chip_take;
  chip_class->dup_text = bv_toggle_chip_dup_text;
  chip_class->dup_state = bv_toggle_chip_dup_state;
  chip_class->take_state = bv_toggle_chip_take_state;
}

static void
bv_toggle_chip_init (BvToggleChip *self)
{
  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect (self->button, "toggled", G_CALLBACK (toggled_cb), self);
}

static GtkWidget *
create (gboolean mine, const char *name, const char *label)
{
  BvToggleChip *self = g_object_new (BV_TYPE_TOGGLE_CHIP, NULL);

  self->mine = mine;
  bv_list_chip_set_name (BV_LIST_CHIP (self), name);
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  explain (self);
  return GTK_WIDGET (self);
}

GtkWidget *
bv_toggle_chip_new_mine (void)
{
  /* Translators: rows that I was the last to change. */
  return create (TRUE, "(mine)", _ ("Mine"));
}

GtkWidget *
bv_toggle_chip_new_unproved (void)
{
  return create (FALSE, "(unproved)", _ ("No evidence"));
}
