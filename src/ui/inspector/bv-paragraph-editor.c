/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lines of text: two at least, eight at most before it scrolls; Tab goes on. */
#include "config.h"

#include "bv-paragraph-editor.h"

#include "bv-preedit.h"

#include <glib/gi18n-lib.h>

#define LEAST_LINES 2
#define MOST_LINES 8
/* A text view keeps this much of a line free for its cursor. */
#define CURSOR_ROOM 2

struct _BvParagraphEditor
{
  BvEditor parent_instance;

  /* Borrowed references: children */
  GtkWidget *scroller;
  GtkWidget *view;
  GtkWidget *placeholder;
  BvPreedit *preedit;
};

G_DEFINE_FINAL_TYPE (BvParagraphEditor, bv_paragraph_editor, BV_TYPE_EDITOR)

static char *
dup_text (BvParagraphEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
update_placeholder (BvParagraphEditor *self, gboolean composing)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_widget_set_visible (self->placeholder,
                          !composing && gtk_text_buffer_get_char_count (buffer) == 0);
}

static int
measure_text (BvParagraphEditor *self, const char *text, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->view, text);
  int height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, MAX (1, width - CURSOR_ROOM) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
changed_cb (BvParagraphEditor *self)
{
  update_placeholder (self, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  bv_editor_touch (BV_EDITOR (self));
}

static void
composing_cb (BvParagraphEditor *self)
{
  update_placeholder (self, TRUE);
  bv_editor_touch (BV_EDITOR (self));
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A scrolled text view does not know its height before it is drawn; the text itself does. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  BvParagraphEditor *self = BV_PARAGRAPH_EDITOR (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  g_autofree char *text = NULL;
  int line, height;

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  text = dup_text (self);
  line = measure_text (self, "Ệg", -1);
  height = measure_text (self, *text ? text : "Ệg", for_size);
  *minimum = MAX (*minimum, CLAMP (height, line * LEAST_LINES, line * MOST_LINES));
  *natural = *minimum;
}

/* The wheel belongs to the form unless the text is too long to be seen whole. */
static void
set_wheel (BvParagraphEditor *self, gboolean own)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (controller,
                                                  own ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  }
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvParagraphEditor *self = BV_PARAGRAPH_EDITOR (widget);

  set_wheel (self, height >= measure_text (self, "Ệg", -1) * MOST_LINES);
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
bv_paragraph_editor_prepare (BvEditor *editor)
{
  BvParagraphEditor *self = BV_PARAGRAPH_EDITOR (editor);
  const BvField *field = bv_editor_get_field (editor);

  bv_editor_set_control (editor, self->view);
  if (field->hint)
    gtk_label_set_label (GTK_LABEL (self->placeholder), _ (field->hint));
}

static void
bv_paragraph_editor_show (BvEditor *editor, const BvValue *value)
{
  BvParagraphEditor *self = BV_PARAGRAPH_EDITOR (editor);
  g_autofree char *shown = dup_text (self);
  const char *text = value->type == BV_VALUE_TEXT ? value->text : "";

  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
}

static gboolean
bv_paragraph_editor_read (BvEditor *editor, BvValue *value, GError **error)
{
  g_autofree char *text = dup_text (BV_PARAGRAPH_EDITOR (editor));

  return bv_field_parse (bv_editor_get_field (editor), text, value, error);
}

static void
bv_paragraph_editor_settle (BvEditor *editor)
{
  bv_preedit_settle (BV_PARAGRAPH_EDITOR (editor)->preedit);
}

static void
bv_paragraph_editor_set_writable (BvEditor *editor, gboolean writable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (BV_PARAGRAPH_EDITOR (editor)->view), writable);
}

static void
bv_paragraph_editor_class_init (BvParagraphEditorClass *klass)
{
  BvEditorClass *editor_class = BV_EDITOR_CLASS (klass);

  editor_class->prepare = bv_paragraph_editor_prepare;
  editor_class->show = bv_paragraph_editor_show;
  editor_class->read = bv_paragraph_editor_read;
  editor_class->settle = bv_paragraph_editor_settle;
  editor_class->set_writable = bv_paragraph_editor_set_writable;
}

static void
bv_paragraph_editor_init (BvParagraphEditor *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_widget_set_margin_top (GTK_WIDGET (self), 3);
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "bv-quiet");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  self->placeholder = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->placeholder, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (self->placeholder), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_widget_set_halign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  adw_bin_set_child (ADW_BIN (self), overlay);
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));

  self->preedit = bv_preedit_watch (self->view);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)),
                            "changed",
                            G_CALLBACK (changed_cb),
                            self);
  g_signal_connect_swapped (self->preedit, "composing", G_CALLBACK (composing_cb), self);
}

GtkTextView *
bv_paragraph_editor_get_view (BvParagraphEditor *self)
{
  return GTK_TEXT_VIEW (self->view);
}
