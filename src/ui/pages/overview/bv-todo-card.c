/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list of the overview: a title, a few lines that lead somewhere, and how many more. */
#include "config.h"

#include "bv-todo-card.h"

#include "bv-number.h"
#include "bv-pill.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

/* What is more than this is looked at on its own page. */
#define N_SHOWN 6

struct _BvTodoCard
{
  GtkBox parent_instance;

  /* Borrowed references */
  GtkLabel *title;
  GtkListBox *list;
  GtkLabel *nothing, *more;

  guint n_shown;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (BvTodoCard, bv_todo_card, GTK_TYPE_BOX)

typedef struct
{
  char *page;
  gint64 id;
} Target;

static void
free_target (gpointer data)
{
  g_free (((Target *) data)->page);
  g_free (data);
}

static void
row_cb (GtkListBox *list, GtkListBoxRow *row, BvTodoCard *self)
{
  const Target *target = g_object_get_data (G_OBJECT (row), "target");

  g_signal_emit (self, activated_signal, 0, target->page, target->id);
}

static void
bv_todo_card_class_init (BvTodoCardClass *klass)
{
  activated_signal = g_signal_new ("activated",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_STRING,
                                   G_TYPE_INT64);
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
bv_todo_card_init (BvTodoCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  self->title = create_label ("heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_cb), self);
  self->nothing = create_label ("bv-todo-nothing");
  gtk_label_set_wrap (self->nothing, TRUE);
  gtk_label_set_ellipsize (self->nothing, PANGO_ELLIPSIZE_NONE);
  self->more = create_label ("bv-todo-more");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-todo");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->nothing));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->more));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), card);
}

GtkWidget *
bv_todo_card_new (const char *title, const char *nothing)
{
  BvTodoCard *self = g_object_new (BV_TYPE_TODO_CARD, NULL);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->nothing, nothing);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  bv_todo_card_finish (self, 0);
  return GTK_WIDGET (self);
}

void
bv_todo_card_clear (BvTodoCard *self)
{
  GtkWidget *row;

  g_return_if_fail (BV_IS_TODO_CARD (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->n_shown = 0;
}

static GtkWidget *
create_words (const char *title, const char *subtitle)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel *first = create_label ("title");
  GtkLabel *second = create_label ("subtitle");

  gtk_label_set_text (first, title);
  gtk_label_set_text (second, subtitle);
  bv_tooltip_set (GTK_WIDGET (second), subtitle);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (first));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (second));
  return words;
}

void
bv_todo_card_add (BvTodoCard *self,
                  const char *title,
                  const char *subtitle,
                  const char *state,
                  const char *tone,
                  const char *page,
                  gint64 id)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *pill = bv_pill_new ();
  Target *target = g_new (Target, 1);

  g_return_if_fail (BV_IS_TODO_CARD (self));

  *target = (Target){ g_strdup (page), id };
  bv_pill_set (BV_PILL (pill), state, tone);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), create_words (title, subtitle));
  gtk_box_append (GTK_BOX (line), pill);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row), "target", target, free_target);
  gtk_list_box_append (self->list, row);
  self->n_shown++;
}

void
bv_todo_card_finish (BvTodoCard *self, guint n_all)
{
  guint n_more = n_all > self->n_shown ? n_all - self->n_shown : 0;
  g_autofree char *number = bv_number_format_integer (n_more);
  g_autofree char *text = g_strdup_printf (ngettext ("and %s more", "and %s more", n_more), number);

  g_return_if_fail (BV_IS_TODO_CARD (self));

  gtk_label_set_text (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n_all == 0);
}

gboolean
bv_todo_card_has_room (BvTodoCard *self)
{
  g_return_val_if_fail (BV_IS_TODO_CARD (self), FALSE);
  return self->n_shown < N_SHOWN;
}
