/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of matches under a reference entry. */
#include "config.h"

#include "bv-reference-popover.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 280
#define LEAST_WIDTH 290

struct _BvReferencePopover
{
  GObject parent_instance;

  /* Borrowed references */
  GtkWidget *anchor; /* owns this object and the popover */
  GtkWidget *popover;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *footer;

  /* Owned references */
  GPtrArray *rows;    /* GtkListBoxRow, borrowed children: made once, hidden when not needed */
  GPtrArray *matches; /* BvReference, elements borrowed; NULL when closed */
  guint n_offers;     /* rows below the matches */
};

G_DEFINE_FINAL_TYPE (BvReferencePopover, bv_reference_popover, G_TYPE_OBJECT)

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, BvReferencePopover *self)
{
  gtk_list_box_select_row (list, row);
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

  g_clear_pointer (&self->rows, g_ptr_array_unref);
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
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
new_footer (void)
{
  GtkWidget *footer = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (footer), TRUE);
  gtk_widget_add_css_class (footer, "dim-label");
  gtk_widget_add_css_class (footer, "caption");
  gtk_widget_add_css_class (footer, "bv-footer");
  return footer;
}

static void
build_popover (BvReferencePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  self->footer = new_footer ();
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
  build_popover (self);
  g_signal_connect (anchor, "destroy", G_CALLBACK (anchor_destroy_cb), self);
  return self;
}

static GtkListBoxRow *
append_row (BvReferencePopover *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *kind = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
show_row (BvReferencePopover *self, guint index, const char *name, const char *kind_name)
{
  GtkListBoxRow *row = index < self->rows->len ? g_ptr_array_index (self->rows, index)
                                               : append_row (self);
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *kind = gtk_widget_get_last_child (box);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_widget_set_visible (kind, kind_name != NULL);
  gtk_label_set_label (GTK_LABEL (kind), kind_name != NULL ? kind_name : "");
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
}

static void
hide_rows (BvReferencePopover *self, guint from)
{
  for (guint i = from; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), FALSE);
}

static void
show_footer (BvReferencePopover *self, guint n_more)
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

/* The scrolled window asks its child without a width, and gets too little where names wrap. */
static void
fit_height (BvReferencePopover *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  int width = MAX (LEAST_WIDTH, gtk_widget_get_width (self->anchor));
  int height = 0;

  gtk_widget_set_size_request (self->scroller, width, -1);
  gtk_widget_measure (self->list, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  height = MIN (height, MOST_HEIGHT);
  gtk_scrolled_window_set_min_content_height (scroller, -1);
  gtk_scrolled_window_set_max_content_height (scroller, height);
  gtk_scrolled_window_set_min_content_height (scroller, height);
}

static void
scroll_to (BvReferencePopover *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
highlight (BvReferencePopover *self, int position)
{
  GtkListBoxRow *row = position < 0 ? NULL : g_ptr_array_index (self->rows, (guint) position);

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (row)
    scroll_to (self, GTK_WIDGET (row));
}

void
bv_reference_popover_show (
    BvReferencePopover *self, GPtrArray *matches, guint n_more, gint64 chosen, gboolean with_kind)
{
  int position = matches->len ? 0 : -1;

  g_ptr_array_ref (matches);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->matches = matches;
  for (guint i = 0; i < matches->len; i++) {
    const BvReference *reference = g_ptr_array_index (matches, i);

    show_row (self, i, reference->name, with_kind ? bv_kind_get_label (reference->kind) : NULL);
    if (reference->id == chosen)
      position = (int) i;
  }
  self->n_offers = 0;
  hide_rows (self, matches->len);
  show_footer (self, n_more);
  fit_height (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  highlight (self, position);
}

void
bv_reference_popover_offer (BvReferencePopover *self, GPtrArray *offers)
{
  guint n = self->matches ? self->matches->len : 0;

  if (!self->matches || offers->len == 0)
    return;
  self->n_offers = offers->len;
  for (guint i = 0; i < offers->len; i++)
    show_row (self, n + i, g_ptr_array_index (offers, i), NULL);
  hide_rows (self, n + offers->len);
  gtk_widget_set_visible (self->scroller, TRUE);
  fit_height (self);
  if (n == 0)
    highlight (self, 0);
}

int
bv_reference_popover_get_offer (BvReferencePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int offer = row && self->matches ? gtk_list_box_row_get_index (row) - (int) self->matches->len
                                   : -1;

  return offer >= 0 && offer < (int) self->n_offers ? offer : -1;
}

void
bv_reference_popover_hide (BvReferencePopover *self)
{
  if (!self->matches)
    return;
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

gboolean
bv_reference_popover_is_open (BvReferencePopover *self)
{
  return self->matches != NULL;
}

void
bv_reference_popover_move (BvReferencePopover *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int n = self->matches ? (int) (self->matches->len + self->n_offers) : 0;
  int position = row ? gtk_list_box_row_get_index (row) : -1;

  if (n > 0)
    highlight (self, CLAMP (position + by, 0, n - 1));
}

const BvReference *
bv_reference_popover_get_highlighted (BvReferencePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  guint position = row ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  if (!self->matches || position >= self->matches->len)
    return NULL;
  return g_ptr_array_index (self->matches, position);
}
