/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table beside the editor of its row; where there is no room for both, one takes the place of
 * the other. */
#include "config.h"

#include "bv-list-split.h"

#include "bv-column-widths.h"

#include <glib/gi18n-lib.h>

#define FOLD_WIDTH 900     /* below it there is room for one only */
#define TABLE_MINIMUM 360  /* pixels */
#define EDITOR_MINIMUM 320 /* pixels */
#define EDITOR_SMALL 400   /* of the editor, when the user has not chosen */
#define EDITOR_LARGE 560

struct _BvListSplit
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkPaned *paned;
  GtkWidget *table;
  GtkWidget *editor_box;
  GtkWidget *back_bar;

  int chosen; /* width of the editor as dragged, 0 when never */
  gboolean folded;
  gboolean editor_shown;
  gboolean alone;
  gboolean allocating;
  guint fold_id;
  guint store_id;
};

static guint back_signal;

G_DEFINE_FINAL_TYPE (BvListSplit, bv_list_split, GTK_TYPE_WIDGET)

/* A third of the page on wide screens, never so much that lines of text get too long to read. */
static int
choose_editor_width (BvListSplit *self, int width)
{
  int wanted = self->chosen > 0 ? self->chosen
                                : CLAMP (width * 31 / 100, EDITOR_SMALL, EDITOR_LARGE);

  return CLAMP (wanted, EDITOR_MINIMUM, MAX (EDITOR_MINIMUM, width - TABLE_MINIMUM));
}

static void
show_sides (BvListSplit *self)
{
  gtk_widget_set_visible (self->table, !self->folded || self->alone || !self->editor_shown);
  gtk_widget_set_visible (self->editor_box, !self->alone && (!self->folded || self->editor_shown));
  gtk_widget_set_visible (self->back_bar, self->folded);
}

static void
fold (gpointer data)
{
  BvListSplit *self = data;

  self->fold_id = 0;
  self->folded = gtk_widget_get_width (GTK_WIDGET (self)) < FOLD_WIDTH;
  show_sides (self);
}

static void
store_width (gpointer data)
{
  BvListSplit *self = data;

  self->store_id = 0;
  bv_column_widths_store_inspector (self->chosen);
}

static void
position_cb (GtkPaned *paned, GParamSpec *pspec, BvListSplit *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->allocating || self->folded || self->alone || width < FOLD_WIDTH)
    return;
  self->chosen = CLAMP (width - gtk_paned_get_position (paned), EDITOR_MINIMUM, width);
  g_clear_handle_id (&self->store_id, g_source_remove);
  self->store_id = g_timeout_add_once (400, store_width, self);
}

static void
back_cb (GtkButton *button, BvListSplit *self)
{
  g_signal_emit (self, back_signal, 0);
}

static void
bv_list_split_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (BV_LIST_SPLIT (widget)->paned),
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      NULL,
                      NULL);
}

static void
bv_list_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvListSplit *self = BV_LIST_SPLIT (widget);

  self->allocating = TRUE;
  if (!self->folded && !self->alone && width >= FOLD_WIDTH)
    gtk_paned_set_position (self->paned, width - choose_editor_width (self, width));
  gtk_widget_allocate (GTK_WIDGET (self->paned), width, height, baseline, NULL);
  self->allocating = FALSE;
  if (self->fold_id == 0 && self->folded != (width < FOLD_WIDTH))
    self->fold_id = g_idle_add_once (fold, self);
}

static void
bv_list_split_dispose (GObject *object)
{
  BvListSplit *self = BV_LIST_SPLIT (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_handle_id (&self->store_id, g_source_remove);
  if (self->paned != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->paned));
  self->paned = NULL;
  G_OBJECT_CLASS (bv_list_split_parent_class)->dispose (object);
}

static void
bv_list_split_class_init (BvListSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_list_split_dispose;
  widget_class->measure = bv_list_split_measure;
  widget_class->size_allocate = bv_list_split_size_allocate;
  back_signal = g_signal_new (
      "back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
build_back_bar (BvListSplit *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "go-previous-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Back to the list"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-back");
  g_signal_connect (button, "clicked", G_CALLBACK (back_cb), self);
  return button;
}

static void
bv_list_split_init (BvListSplit *self)
{
  self->chosen = bv_column_widths_load_inspector ();
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  /* the width of each is set here at every step: GTK would add what the page grew by once more */
  gtk_paned_set_resize_start_child (self->paned, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->paned), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->paned), "bv-split");
  self->back_bar = build_back_bar (self);
  self->editor_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->editor_box, "bv-editor-side");
  gtk_box_append (GTK_BOX (self->editor_box), self->back_bar);
  g_signal_connect (self->paned, "notify::position", G_CALLBACK (position_cb), self);
}

GtkWidget *
bv_list_split_new (GtkWidget *table, GtkWidget *editor)
{
  BvListSplit *self = g_object_new (BV_TYPE_LIST_SPLIT, NULL);

  self->table = table;
  gtk_widget_set_vexpand (editor, TRUE);
  gtk_box_append (GTK_BOX (self->editor_box), editor);
  gtk_paned_set_start_child (self->paned, table);
  gtk_paned_set_end_child (self->paned, self->editor_box);
  show_sides (self);
  return GTK_WIDGET (self);
}

gboolean
bv_list_split_is_folded (BvListSplit *self)
{
  return self->folded;
}

void
bv_list_split_show_editor (BvListSplit *self, gboolean editor)
{
  self->editor_shown = editor;
  show_sides (self);
}

void
bv_list_split_set_alone (BvListSplit *self, gboolean alone)
{
  self->alone = alone;
  show_sides (self);
}
