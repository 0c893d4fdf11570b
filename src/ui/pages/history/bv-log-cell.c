/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the log: time, who, how many rows, or what was done and whether it still stands. */
#include "config.h"

#include "bv-log-cell.h"

#include "bv-number.h"
#include "bv-pill.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

typedef enum {
  TIME,
  ACTOR,
  TITLE,
  ROWS,
} Column;

struct _BvLogCell
{
  AdwBin parent_instance;

  Column column;

  /* Owned */
  BvLogEntry *entry; /* nullable */
  gulong changed_id;

  /* Borrowed references */
  GtkInscription *text;
  BvPill *pill; /* of the title alone */
};

G_DEFINE_FINAL_TYPE (BvLogCell, bv_log_cell, ADW_TYPE_BIN)

static char *
dup_text (BvLogCell *self)
{
  const BvHistoryStep *step = bv_log_entry_get_step (self->entry);

  switch (self->column) {
  case TIME:
    return bv_log_entry_dup_time (self->entry);
  case ACTOR:
    return g_strdup (step->actor);
  case ROWS:
    return bv_number_format_integer (step->n_rows);
  case TITLE:
  default:
    return g_strdup (step->title);
  }
}

static void
refresh_title (BvLogCell *self, const char *title)
{
  bv_tooltip_set (GTK_WIDGET (self), title);
  bv_pill_set (self->pill,
               bv_log_entry_get_state_label (self->entry),
               bv_log_entry_get_state_tone (self->entry));
}

static void
refresh (BvLogCell *self)
{
  g_autofree char *text = dup_text (self);

  gtk_inscription_set_text (self->text, text);
  if (self->pill != NULL)
    refresh_title (self, text);
  if (bv_log_entry_get_step (self->entry)->state == BV_STEP_STATE_DONE)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
}

static void
changed_cb (BvLogEntry *entry, BvLogCell *self)
{
  refresh (self);
}

static void
set_entry (BvLogCell *self, BvLogEntry *entry)
{
  if (self->entry != NULL)
    g_clear_signal_handler (&self->changed_id, self->entry);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  self->changed_id = g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  refresh (self);
}

static void
bv_log_cell_dispose (GObject *object)
{
  set_entry (BV_LOG_CELL (object), NULL);
  G_OBJECT_CLASS (bv_log_cell_parent_class)->dispose (object);
}

static void
bv_log_cell_class_init (BvLogCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_log_cell_dispose;
}

static void
bv_log_cell_init (BvLogCell *self)
{
}

static GtkWidget *
build_text (BvLogCell *self)
{
  self->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->text, 2);
  gtk_inscription_set_min_lines (self->text, 1);
  gtk_inscription_set_nat_lines (self->text, 1);
  gtk_inscription_set_xalign (self->text, self->column == ROWS ? 1 : 0);
  if (self->column == TIME || self->column == ROWS)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self->text);
}

/* Few steps have a state to tell: a column of its own would stand empty beside titles that are
 * cut. */
static GtkWidget *
build_title (BvLogCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = build_text (self);

  self->pill = BV_PILL (bv_pill_new ());
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pill));
  return box;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  BvLogCell *self = g_object_new (BV_TYPE_LOG_CELL, NULL);

  self->column = (Column) GPOINTER_TO_UINT (column);
  adw_bin_set_child (ADW_BIN (self),
                     self->column == TITLE ? build_title (self) : build_text (self));
  gtk_list_item_set_child (item, GTK_WIDGET (self));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_entry (BV_LOG_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_entry (BV_LOG_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (GtkColumnView *view, Column column, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_fixed_width (made, width);
  gtk_column_view_column_set_expand (made, column == TITLE);
  gtk_column_view_append_column (view, made);
}

void
bv_log_cell_add_columns (GtkColumnView *view)
{
  add_column (view, TIME, _ ("Time"), 148);
  add_column (view, TITLE, _ ("What was done"), 220);
  add_column (view, ACTOR, _ ("Who"), 116);
  add_column (view, ROWS, _ ("Rows"), 64);
}
