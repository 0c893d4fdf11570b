/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The palette: an entry that keeps the keyboard, and a list that follows it. */
#include "config.h"

#include "bv-palette.h"

#include "bv-focus.h"
#include "bv-palette-row.h"
#include "bv-recent-targets.h"

#include <glib/gi18n-lib.h>

#define WIDTH 640
#define MOST_HEIGHT 440
#define PAGE_OF_ROWS 8

struct _BvPalette
{
  AdwBin parent_instance;

  /* Owned */
  BvGoScope scope;    /* all of it */
  BvOffice *office;   /* that the finder asks, nullable */
  GPtrArray *targets; /* BvGoTarget, in the order of the rows */

  /* Borrowed references */
  GtkWidget *card;
  GtkEditable *entry;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkWidget *nothing;
  GPtrArray *rows;   /* owned array: BvPaletteRow, as many as were ever needed */
  GtkWidget *before; /* where the keyboard was, weak */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (BvPalette, bv_palette, ADW_TYPE_BIN)

/* What is shown */

static BvPaletteRow *
get_row (BvPalette *self, guint position)
{
  while (self->rows->len <= position) {
    GtkWidget *row = bv_palette_row_new ();

    gtk_list_box_append (self->list, row);
    g_ptr_array_add (self->rows, row);
  }
  return g_ptr_array_index (self->rows, position);
}

static int
get_position (BvPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* Headings of groups are in sight with their first row. */
static void
scroll_to (BvPalette *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *header = gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row));
  graphene_rect_t bounds, above;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    return;
  if (header != NULL && gtk_widget_compute_bounds (header, GTK_WIDGET (self->list), &above))
    graphene_rect_union (&bounds, &above, &bounds);
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_position (BvPalette *self, int position)
{
  GtkWidget *row;

  if (self->targets->len == 0) {
    gtk_list_box_unselect_all (self->list);
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
    return;
  }
  row = GTK_WIDGET (get_row (self, CLAMP (position, 0, (int) self->targets->len - 1)));
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  scroll_to (self, row);
}

static void
fill (BvPalette *self, const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autoptr (GPtrArray) before = self->targets;

  self->targets = *stripped != '\0' ? bv_go_places_find (&self->scope, stripped)
                                    : bv_recent_targets_list (&self->scope);
  for (guint i = 0; i < MAX (self->targets->len, self->rows->len); i++)
    bv_palette_row_show (get_row (self, i),
                         i < self->targets->len ? g_ptr_array_index (self->targets, i) : NULL);
  gtk_list_box_invalidate_headers (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), self->targets->len > 0);
  gtk_widget_set_visible (self->nothing, self->targets->len == 0);
  select_position (self, 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const BvGoTarget *target = bv_palette_row_get_target (BV_PALETTE_ROW (row));
  const BvGoTarget *above = before != NULL ? bv_palette_row_get_target (BV_PALETTE_ROW (before))
                                           : NULL;
  GtkWidget *label = NULL;

  if (target != NULL && (above == NULL || !g_str_equal (above->group, target->group))) {
    label = gtk_label_new (target->group);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_widget_add_css_class (label, "group");
  }
  gtk_list_box_row_set_header (row, label);
}

/* Callbacks */

static void
changed_cb (BvPalette *self)
{
  if (bv_palette_is_open (self))
    fill (self, gtk_editable_get_text (self->entry));
}

/* The syllable that an input method is still composing counts too. */
static void
preedit_cb (BvPalette *self, const char *preedit)
{
  const char *text = gtk_editable_get_text (self->entry);
  const char *place = g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->entry));
  g_autofree char *before = g_strndup (text, (gsize) (place - text));
  g_autofree char *typed = g_strconcat (before, preedit, place, NULL);

  if (bv_palette_is_open (self))
    fill (self, typed);
}

static void
choose (BvPalette *self, const BvGoTarget *target)
{
  g_autofree char *key = NULL;

  if (target == NULL)
    return;
  key = bv_go_target_make_key (target);
  bv_recent_targets_note (key);
  bv_palette_close (self);
  g_signal_emit (self, chosen_signal, 0, target);
}

static void
activate_cb (BvPalette *self)
{
  choose (self, bv_palette_get_selected (self));
}

static void
row_activated_cb (BvPalette *self, GtkListBoxRow *row)
{
  choose (self, bv_palette_row_get_target (BV_PALETTE_ROW (row)));
}

/* These come here when neither an input method nor the entry wanted them. */
static gboolean
key_cb (BvPalette *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    select_position (self, get_position (self) + 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    select_position (self, get_position (self) - 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    select_position (self, get_position (self) + PAGE_OF_ROWS);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    select_position (self, get_position (self) - PAGE_OF_ROWS);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    bv_palette_close (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Tab:
  case GDK_KEY_ISO_Left_Tab:
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
pressed_cb (BvPalette *self, int n_press, double x, double y)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (self->card, GTK_WIDGET (self), &bounds)
      && !graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    bv_palette_close (self);
}

static gboolean
has_focus (BvPalette *self, GtkWidget *focus)
{
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A key of the window led elsewhere: the palette is in the way. */
static void
focus_cb (BvPalette *self)
{
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));

  if (bv_palette_is_open (self) && focus != NULL && !has_focus (self, focus)) {
    g_clear_weak_pointer (&self->before);
    bv_palette_close (self);
  }
}

/* The widget */

static void
clear_scope (BvPalette *self)
{
  g_clear_pointer (&self->scope.finder, bv_finder_free);
  g_clear_object (&self->office);
  g_clear_pointer (&self->scope.commands, g_ptr_array_unref);
}

static void
bv_palette_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bv_palette_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget),
                           "notify::focus-widget",
                           G_CALLBACK (focus_cb),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
bv_palette_dispose (GObject *object)
{
  BvPalette *self = BV_PALETTE (object);

  clear_scope (self);
  g_clear_weak_pointer (&self->before);
  G_OBJECT_CLASS (bv_palette_parent_class)->dispose (object);
}

static void
bv_palette_finalize (GObject *object)
{
  BvPalette *self = BV_PALETTE (object);

  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (bv_palette_parent_class)->finalize (object);
}

static void
bv_palette_class_init (BvPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_palette_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_palette_finalize;
  widget_class->root = bv_palette_root;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  chosen_signal = g_signal_new ("chosen",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_POINTER);
}

static void
build_entry (BvPalette *self, GtkBox *box)
{
  GtkWidget *entry = gtk_search_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  g_object_set (
      entry, "placeholder-text", _ ("Go to a person, row, document number, page, command…"), NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Go to anything"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (bv_palette_close), self);
  g_signal_connect_swapped (
      gtk_editable_get_delegate (self->entry), "preedit-changed", G_CALLBACK (preedit_cb), self);
  gtk_box_append (box, entry);
}

static void
build_list (BvPalette *self, GtkBox *box)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What one can go to"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, MOST_HEIGHT);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_box_append (box, GTK_WIDGET (self->scroller));
}

static void
build_texts (BvPalette *self, GtkBox *box)
{
  GtkWidget *hint = gtk_label_new (
      _ ("↑ ↓ choose · Enter goes there · Esc closes · accents are not needed"));

  self->nothing = gtk_label_new (_ ("Nothing has all these words."));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_add_css_class (self->nothing, "nothing");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (hint, "hint");
  gtk_box_append (box, self->nothing);
  gtk_box_append (box, hint);
}

static void
build_keys (BvPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
bv_palette_init (BvPalette *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_go_target_free);
  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-palette");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Go to anything"), -1);
  build_entry (self, GTK_BOX (box));
  build_list (self, GTK_BOX (box));
  build_texts (self, GTK_BOX (box));
  gtk_widget_add_css_class (box, "palette-card");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  self->card = box;
  adw_bin_set_child (ADW_BIN (self), box);
  build_keys (self);
}

GtkWidget *
bv_palette_new (void)
{
  return g_object_new (BV_TYPE_PALETTE, NULL);
}

void
bv_palette_open (BvPalette *self, BvOffice *office, gint64 movement_id, GPtrArray *commands)
{
  GtkWidget *focus;

  g_return_if_fail (BV_IS_PALETTE (self));

  focus = bv_focus_find (GTK_WIDGET (self));
  clear_scope (self);
  g_set_object (&self->office, office);
  self->scope.finder = office != NULL ? bv_finder_new (office, movement_id) : NULL;
  self->scope.commands = g_ptr_array_ref (commands);
  if (!has_focus (self, focus))
    g_set_weak_pointer (&self->before, focus);
  gtk_editable_set_text (self->entry, "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  fill (self, "");
}

void
bv_palette_close (BvPalette *self)
{
  GtkWidget *before;

  g_return_if_fail (BV_IS_PALETTE (self));

  if (!bv_palette_is_open (self))
    return;
  before = self->before;
  g_clear_weak_pointer (&self->before);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear_scope (self);
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

gboolean
bv_palette_is_open (BvPalette *self)
{
  g_return_val_if_fail (BV_IS_PALETTE (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

GtkEditable *
bv_palette_get_entry (BvPalette *self)
{
  g_return_val_if_fail (BV_IS_PALETTE (self), NULL);
  return self->entry;
}

const BvGoTarget *
bv_palette_get_selected (BvPalette *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (BV_IS_PALETTE (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? bv_palette_row_get_target (BV_PALETTE_ROW (row)) : NULL;
}
