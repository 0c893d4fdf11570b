/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What if contents weighed otherwise: a slider for each, and in one line who would come in and go
 * out. The official order and the file stay as they are. */
#include "config.h"

#include "bv-weights-bar.h"

#include "bv-number.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

/* A slider goes from nothing to twice what the movement says, in percent of that. */
#define MOST 200
#define STEP 5

struct _BvWeightsBar
{
  AdwBin parent_instance;

  /* Owned */
  BvOpinionBoard *board;
  GPtrArray *scales;   /* GtkRange, by content; borrowed */
  GPtrArray *percents; /* GtkLabel, by content; borrowed */

  /* Borrowed references: parts of the widget */
  GtkToggleButton *toggle;
  GtkLabel *result;
  GtkWidget *reset;
  GtkRevealer *revealer;
  GtkFlowBox *sliders;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (BvWeightsBar, bv_weights_bar, ADW_TYPE_BIN)

/* The weights */

static char *
describe_weight (BvWeightsBar *self, guint criterion)
{
  gint64 now = bv_opinion_board_get_weight (self->board, criterion, FALSE);
  gint64 official = bv_opinion_board_get_weight (self->board, criterion, TRUE);
  g_autofree char *tried = bv_number_format_decimal ((now + 5) / 10, 1);
  g_autofree char *percent = bv_number_format_decimal ((official + 5) / 10, 1);

  return now == official ? g_strdup_printf ("%s %%", percent)
                         : g_strdup_printf ("%s → %s %%", percent, tried);
}

static void
show_weights (BvWeightsBar *self)
{
  gboolean tried = FALSE;

  self->updating = TRUE;
  for (guint k = 0; k < self->scales->len; k++) {
    gint64 factor = bv_opinion_board_get_factor (self->board, k);
    g_autofree char *text = describe_weight (self, k);

    gtk_label_set_text (g_ptr_array_index (self->percents, k), text);
    gtk_accessible_update_property (GTK_ACCESSIBLE (g_ptr_array_index (self->scales, k)),
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                    text,
                                    -1);
    gtk_range_set_value (g_ptr_array_index (self->scales, k),
                         (double) factor * 100 / BV_OPINION_WEIGHTS_WHOLE);
    tried |= factor != BV_OPINION_WEIGHTS_WHOLE;
  }
  self->updating = FALSE;
  gtk_widget_set_visible (self->reset, tried);
}

/* Who would come in and go out */

static void
add_name (GString *names, const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

static void
collect_changes (BvWeightsBar *self, GString *coming, GString *going)
{
  const BvSecondOpinions *opinions = bv_opinion_board_get (self->board);
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (opinions);

  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (opinions); i++) {
    const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (opinions, i);

    for (guint j = 0; j < boundary->n_pool; j++) {
      guint row = boundary->pool[j];
      BvOpinionSide side = bv_opinion_board_get_side (self->board, i, row);

      if (side == boundary->official[row])
        continue;
      if (side == BV_OPINION_INSIDE)
        add_name (coming, matrix->subject_names[row]);
      else if (boundary->official[row] == BV_OPINION_INSIDE)
        add_name (going, matrix->subject_names[row]);
    }
  }
}

static char *
describe_result (BvWeightsBar *self)
{
  g_autoptr (GString) coming = g_string_new (NULL);
  g_autoptr (GString) going = g_string_new (NULL);

  if (bv_opinion_board_get_ranks (self->board) == NULL)
    return g_strdup (_ ("The official order and the file stay as they are."));
  collect_changes (self, coming, going);
  if (coming->len > 0 && going->len > 0)
    return g_strdup_printf (_ ("Would come in: %s. Would go out: %s."), coming->str, going->str);
  if (coming->len > 0)
    return g_strdup_printf (_ ("Would come in: %s."), coming->str);
  if (going->len > 0)
    return g_strdup_printf (_ ("Would go out: %s."), going->str);
  return g_strdup (_ ("With these weights the same stay inside the quota."));
}

static void
refresh (BvWeightsBar *self)
{
  g_autofree char *text = NULL;

  if (bv_opinion_board_get (self->board) == NULL)
    return;
  show_weights (self);
  text = describe_result (self);
  gtk_label_set_text (self->result, text);
}

/* Sliders */

static void
moved_cb (GtkRange *range, BvWeightsBar *self)
{
  guint criterion = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (range), "criterion"));
  gint64 percent = (gint64) (gtk_range_get_value (range) / STEP + 0.5) * STEP;

  if (!self->updating)
    bv_opinion_board_set_factor (self->board, criterion, percent * BV_OPINION_WEIGHTS_WHOLE / 100);
}

static GtkWidget *
create_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  return label;
}

static void
add_slider (BvWeightsBar *self, const char *name, guint criterion)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = create_label (name, 0);
  GtkWidget *percent = create_label (NULL, 1);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, MOST, STEP);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  bv_tooltip_set (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (percent, "numeric");
  gtk_scale_add_mark (GTK_SCALE (scale), 100, GTK_POS_BOTTOM, NULL);
  gtk_range_set_value (GTK_RANGE (scale), 100);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (scale), "criterion", GUINT_TO_POINTER (criterion));
  g_signal_connect (scale, "value-changed", G_CALLBACK (moved_cb), self);
  g_ptr_array_add (self->scales, scale);
  g_ptr_array_add (self->percents, percent);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), percent);
  gtk_box_append (GTK_BOX (both), line);
  gtk_box_append (GTK_BOX (both), scale);
  gtk_flow_box_insert (self->sliders, both, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (both), FALSE);
}

static gboolean
has_same_sliders (BvWeightsBar *self, const BvOpinionMatrix *matrix)
{
  if (self->scales->len != matrix->n_criteria)
    return FALSE;
  for (guint k = 0; k < matrix->n_criteria; k++) {
    GtkWidget *line = gtk_widget_get_parent (g_ptr_array_index (self->percents, k));

    if (!g_str_equal (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (line))),
                      matrix->criterion_names[k]))
      return FALSE;
  }
  return TRUE;
}

static void
build_sliders (BvWeightsBar *self, const BvOpinionMatrix *matrix)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->scales, 0);
  g_ptr_array_set_size (self->percents, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sliders))) != NULL)
    gtk_flow_box_remove (self->sliders, child);
  for (guint k = 0; k < matrix->n_criteria; k++)
    add_slider (self, matrix->criterion_names[k], k);
}

static void
changed_cb (BvOpinionBoard *board, BvWeightsBar *self)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (bv_opinion_board_get (board));

  if (!has_same_sliders (self, matrix))
    build_sliders (self, matrix);
  refresh (self);
}

static void
weighed_cb (BvOpinionBoard *board, BvWeightsBar *self)
{
  refresh (self);
}

static void
toggled_cb (GtkToggleButton *toggle, BvWeightsBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (toggle));
}

static void
reset_cb (GtkButton *button, BvWeightsBar *self)
{
  bv_opinion_board_reset (self->board);
}

static void
bv_weights_bar_dispose (GObject *object)
{
  BvWeightsBar *self = BV_WEIGHTS_BAR (object);

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (bv_weights_bar_parent_class)->dispose (object);
}

static void
bv_weights_bar_finalize (GObject *object)
{
  g_ptr_array_unref (BV_WEIGHTS_BAR (object)->scales);
  g_ptr_array_unref (BV_WEIGHTS_BAR (object)->percents);
  G_OBJECT_CLASS (bv_weights_bar_parent_class)->finalize (object);
}

static void
bv_weights_bar_class_init (BvWeightsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_weights_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_weights_bar_finalize;
}

static GtkWidget *
build_head (BvWeightsBar *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->toggle = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_ ("Try other _weights")));
  self->result = GTK_LABEL (create_label (NULL, 0));
  self->reset = gtk_button_new_with_mnemonic (_ ("_Official weights"));
  bv_tooltip_set (self->reset, _ ("Back to the weights of the movement"));
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (self->result, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->result), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->result), "dim-label");
  gtk_widget_set_visible (self->reset, FALSE);
  g_signal_connect (self->toggle, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->toggle));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (head), self->reset);
  return head;
}

static void
bv_weights_bar_init (BvWeightsBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scales = g_ptr_array_new ();
  self->percents = g_ptr_array_new ();
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->sliders = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->sliders, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->sliders, TRUE);
  gtk_flow_box_set_min_children_per_line (self->sliders, 2);
  gtk_flow_box_set_max_children_per_line (self->sliders, 3);
  gtk_flow_box_set_column_spacing (self->sliders, 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->sliders), 6);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->sliders));
  gtk_box_append (GTK_BOX (box), build_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-weights");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
bv_weights_bar_new (BvOpinionBoard *board)
{
  BvWeightsBar *self = g_object_new (BV_TYPE_WEIGHTS_BAR, NULL);

  self->board = g_object_ref (board);
  g_signal_connect (board, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (board, "weighed", G_CALLBACK (weighed_cb), self);
  return GTK_WIDGET (self);
}

void
bv_weights_bar_open (BvWeightsBar *self, gboolean open)
{
  g_return_if_fail (BV_IS_WEIGHTS_BAR (self));

  gtk_toggle_button_set_active (self->toggle, open);
}
