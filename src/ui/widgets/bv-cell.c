/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of one record in a table: text, number, date, tick or a pill with the state. */
#include "config.h"

#include "bv-cell.h"

#include <glib/gi18n-lib.h>

/* In characters. */
#define TOOLTIP_WIDTH 64

struct _BvCell
{
  AdwBin parent_instance;

  const BvKind *kind;
  guint field_index;
  guint64 folded;

  /* Owned */
  BvRecord *record;
  gulong changed_id;

  /* Borrowed: one of the two, and the second line when something is folded */
  GtkInscription *text;
  GtkLabel *pill;
  GtkInscription *second;
};

G_DEFINE_FINAL_TYPE (BvCell, bv_cell, ADW_TYPE_BIN)

static const BvField *
get_field (BvCell *self)
{
  return &self->kind->fields[self->field_index];
}

static GtkInscription *
create_inscription (float xalign)
{
  GtkInscription *text = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  /* The default overflow clips the marks above Vietnamese capitals. */
  gtk_inscription_set_text_overflow (text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (text, xalign);
  gtk_inscription_set_min_lines (text, 1);
  gtk_inscription_set_nat_lines (text, 1);
  gtk_inscription_set_min_chars (text, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (text), TRUE);
  return text;
}

static void
show_pill (BvCell *self, const char *display)
{
  static const char *const tones[] = { "success", "warning", "error", "accent", NULL };
  const BvField *field = get_field (self);
  const BvChoice *choice = bv_field_get_choice (field,
                                                bv_record_get_text (self->record, field->name));

  for (guint i = 0; tones[i] != NULL; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->pill), tones[i]);
  if (choice != NULL && choice->tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->pill), choice->tone);
  gtk_label_set_text (self->pill, display);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), *display != '\0');
}

static void
show_tick (BvCell *self)
{
  gboolean yes = bv_record_get_integer (self->record, get_field (self)->name) != 0;

  gtk_inscription_set_text (self->text, yes ? "✓" : "");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, yes ? _ ("Yes") : _ ("No"), -1);
}

static char *
join_folded (BvCell *self)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < self->kind->n_fields; i++) {
    const char *display;

    if (!(self->folded & (G_GUINT64_CONSTANT (1) << i)))
      continue;
    display = bv_record_get_display (self->record, i);
    if (*display != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", display);
  }
  return g_string_free (line, FALSE);
}

/* A row without a second line is as high as the others: its first line stands in the middle. */
static void
show_second (BvCell *self)
{
  g_autofree char *line = self->folded != 0 ? join_folded (self) : NULL;

  if (self->second != NULL)
    gtk_inscription_set_text (self->second, line);
  if (line != NULL && *line == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "alone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "alone");
}

static void
show_record (BvCell *self)
{
  const char *display = bv_record_get_display (self->record, self->field_index);

  if (self->pill != NULL)
    show_pill (self, display);
  else if (get_field (self)->type == BV_FIELD_BOOLEAN)
    show_tick (self);
  else
    gtk_inscription_set_text (self->text, display);
  show_second (self);
}

static void
record_changed_cb (BvRecord *record, BvCell *self)
{
  show_record (self);
}

/* Whether @text, drawn by @widget, is wider than its place. */
static gboolean
is_cut (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (widget);
}

/* A plain tooltip is one line however long the text is. */
static GtkWidget *
build_tooltip (const char *text)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (label, TOOLTIP_WIDTH);
  gtk_label_set_xalign (label, 0);
  return GTK_WIDGET (label);
}

/* The whole text, only when the cell is too narrow for it. */
static gboolean
query_tooltip_cb (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, BvCell *self)
{
  const char *display;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;

  if (self->record == NULL || self->text == NULL)
    return FALSE;
  display = bv_record_get_display (self->record, self->field_index);
  if (self->folded != 0)
    second = join_folded (self);
  if (!is_cut (GTK_WIDGET (self->text), display)
      && (second == NULL || !is_cut (GTK_WIDGET (self->second), second)))
    return FALSE;
  both = second != NULL ? g_strdup_printf ("%s\n%s", display, second) : g_strdup (display);
  gtk_tooltip_set_custom (tooltip, build_tooltip (both));
  return TRUE;
}

static void
bv_cell_dispose (GObject *object)
{
  bv_cell_set_record (BV_CELL (object), NULL);
  G_OBJECT_CLASS (bv_cell_parent_class)->dispose (object);
}

static void
bv_cell_class_init (BvCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_cell_dispose;
}

static void
bv_cell_init (BvCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}

static void
build_pill (BvCell *self)
{
  self->pill = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->pill, PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (GTK_WIDGET (self->pill), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->pill), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->pill), "pill-state");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pill));
}

static void
build_text (BvCell *self, const BvField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  float xalign = bv_field_is_number (field) ? 1 : 0;

  if (field->type == BV_FIELD_BOOLEAN)
    xalign = 0.5;
  self->text = create_inscription (xalign);
  if (bv_field_is_number (field) || field->type == BV_FIELD_DATE)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* A choice is a pill when some of its words have a tone; the others read better as plain text. */
static gboolean
has_tones (const BvField *field)
{
  if (field->type != BV_FIELD_CHOICE || field->choices == NULL)
    return FALSE;
  for (const BvChoice *choice = field->choices; choice->value != NULL; choice++)
    if (choice->tone != NULL)
      return TRUE;
  return FALSE;
}

GtkWidget *
bv_cell_new (const BvKind *kind, guint field_index)
{
  BvCell *self = g_object_new (BV_TYPE_CELL, NULL);

  self->kind = kind;
  self->field_index = field_index;
  if (has_tones (get_field (self)))
    build_pill (self);
  else
    build_text (self, get_field (self));
  return GTK_WIDGET (self);
}

void
bv_cell_set_record (BvCell *self, BvRecord *record)
{
  g_return_if_fail (BV_IS_CELL (self));

  if (self->record != NULL)
    g_clear_signal_handler (&self->changed_id, self->record);
  g_set_object (&self->record, record);
  if (record == NULL)
    return;
  self->changed_id = g_signal_connect (record, "changed", G_CALLBACK (record_changed_cb), self);
  show_record (self);
}

BvRecord *
bv_cell_get_record (BvCell *self)
{
  return self->record;
}

void
bv_cell_set_folded (BvCell *self, guint64 fields)
{
  GtkBox *box;

  g_return_if_fail (self->text != NULL);
  if (self->folded == fields)
    return;
  self->folded = fields;
  box = GTK_BOX (adw_bin_get_child (ADW_BIN (self)));
  if (fields == 0 && self->second != NULL) {
    gtk_box_remove (box, GTK_WIDGET (self->second));
    self->second = NULL;
  } else if (fields != 0 && self->second == NULL) {
    self->second = create_inscription (0);
    gtk_widget_add_css_class (GTK_WIDGET (self->second), "dim-label");
    gtk_widget_add_css_class (GTK_WIDGET (self->second), "caption");
    gtk_box_append (box, GTK_WIDGET (self->second));
  }
  if (self->record != NULL)
    show_record (self);
}
