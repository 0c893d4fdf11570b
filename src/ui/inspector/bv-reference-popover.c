/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of matches under a reference entry. */
#include "config.h"

#include "bv-reference-popover.h"

#include <glib/gi18n-lib.h>

struct _BvReferencePopover
{
  GObject parent_instance;
  gboolean with_kind;

  /* Borrowed references */
  GtkWidget *anchor; /* owns this object and the popover */
  GtkWidget *popover;
  GtkWidget *scroller;
  GtkWidget *view;
  GtkWidget *footer;

  /* Owned references */
  GtkStringList *names;
  GtkSingleSelection *selection;
  GPtrArray *matches; /* BvReference, elements borrowed */
};

G_DEFINE_FINAL_TYPE (BvReferencePopover, bv_reference_popover, G_TYPE_OBJECT)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvReferencePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *kind = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvReferencePopover *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *kind = gtk_widget_get_last_child (box);
  guint position = gtk_list_item_get_position (item);
  const BvReference *reference;

  if (!self->matches || position >= self->matches->len)
    return;
  reference = g_ptr_array_index (self->matches, position);
  gtk_label_set_label (GTK_LABEL (name), reference->name);
  gtk_widget_set_visible (kind, self->with_kind && reference->kind);
  if (self->with_kind && reference->kind)
    gtk_label_set_label (GTK_LABEL (kind), bv_kind_get_label (reference->kind));
}

static void
activate_cb (GtkListView *view, guint position, BvReferencePopover *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit_by_name (self, "chosen");
}

static void
anchor_destroy_cb (GtkWidget *anchor, BvReferencePopover *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
bv_reference_popover_finalize (GObject *object)
{
  BvReferencePopover *self = BV_REFERENCE_POPOVER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->names);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  G_OBJECT_CLASS (bv_reference_popover_parent_class)->finalize (object);
}

static void
bv_reference_popover_class_init (BvReferencePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_reference_popover_finalize;
  g_signal_new (
      "chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_reference_popover_init (BvReferencePopover *self)
{
}

static void
build_view (BvReferencePopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->names = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->names)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
}

static void
build_popover (BvReferencePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  self->footer = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->footer), TRUE);
  gtk_widget_add_css_class (self->footer, "dim-label");
  gtk_widget_add_css_class (self->footer, "caption");
  gtk_widget_add_css_class (self->footer, "bv-footer");
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->footer);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (self->popover, "bv-matches");
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, self->anchor);
}

BvReferencePopover *
bv_reference_popover_new (GtkWidget *anchor)
{
  BvReferencePopover *self = g_object_new (BV_TYPE_REFERENCE_POPOVER, NULL);

  self->anchor = anchor;
  build_view (self);
  build_popover (self);
  g_signal_connect (anchor, "destroy", G_CALLBACK (anchor_destroy_cb), self);
  return self;
}

static void
update_footer (BvReferencePopover *self, guint n_more)
{
  g_autofree char *more = NULL;

  if (!self->matches->len) {
    gtk_label_set_label (GTK_LABEL (self->footer), _ ("Nothing matches"));
  } else if (n_more) {
    more = g_strdup_printf (ngettext ("%u more: type further", "%u more: type further", n_more),
                            n_more);
    gtk_label_set_label (GTK_LABEL (self->footer), more);
  }
  gtk_widget_set_visible (self->footer, !self->matches->len || n_more);
  gtk_widget_set_visible (self->scroller, self->matches->len > 0);
}

static void
highlight (BvReferencePopover *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

void
bv_reference_popover_show (
    BvReferencePopover *self, GPtrArray *matches, guint n_more, gint64 chosen, gboolean with_kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint position = matches->len ? 0 : GTK_INVALID_LIST_POSITION;
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  for (guint i = 0; i < matches->len; i++) {
    const BvReference *reference = g_ptr_array_index (matches, i);

    g_ptr_array_add (names, reference->name);
    if (reference->id == chosen)
      position = i;
  }
  g_ptr_array_add (names, NULL);
  g_ptr_array_ref (matches);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->matches = matches;
  self->with_kind = with_kind;
  gtk_string_list_splice (self->names, 0, n_before, (const char *const *) names->pdata);
  update_footer (self, n_more);
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->anchor), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  highlight (self, position);
}

void
bv_reference_popover_hide (BvReferencePopover *self)
{
  if (!self->matches)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_string_list_splice (
      self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
}

gboolean
bv_reference_popover_is_open (BvReferencePopover *self)
{
  return self->matches != NULL;
}

void
bv_reference_popover_move (BvReferencePopover *self, int by)
{
  int n = self->matches ? (int) self->matches->len : 0;
  guint selected = gtk_single_selection_get_selected (self->selection);
  int position = selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected;

  if (n > 0)
    highlight (self, (guint) CLAMP (position + by, 0, n - 1));
}

const BvReference *
bv_reference_popover_get_highlighted (BvReferencePopover *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->matches || position >= self->matches->len)
    return NULL;
  return g_ptr_array_index (self->matches, position);
}
