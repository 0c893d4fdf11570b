/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip above a table that narrows the list to one value of a field. */
#include "config.h"

#include "bv-filter-chip.h"

#include "bv-fold.h"
#include "bv-reference.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

/* More values than this and the menu gets a search entry. */
#define SHORT_LIST 10

struct _BvFilterChip
{
  BvListChip parent_instance;

  const BvField *field;
  BvFilter chosen; /* no field: everything */
  gint64 movement_id;

  /* Owned */
  BvOffice *office; /* nullable */

  /* Borrowed */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkSearchEntry *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BvFilterChip, bv_filter_chip, BV_TYPE_LIST_CHIP)

static void
show_value (BvFilterChip *self, const char *label)
{
  gboolean chosen = self->chosen.field != NULL;
  g_autofree char *spoken = chosen ? g_strdup_printf (
                                "%s: %s", bv_field_get_label (self->field), label)
                                   : NULL;

  gtk_label_set_text (self->label, chosen ? label : bv_field_get_label (self->field));
  bv_tooltip_set (GTK_WIDGET (self->button), spoken);
  bv_list_chip_show_chosen (BV_LIST_CHIP (self), chosen);
}

static void
choose (BvFilterChip *self, const BvFilter *filter, const char *label)
{
  self->chosen.field = filter->field;
  self->chosen.with_members = filter->with_members;
  bv_value_copy (&filter->value, &self->chosen.value);
  show_value (self, label);
}

static void
free_filter (gpointer data)
{
  bv_value_clear (&((BvFilter *) data)->value);
  g_free (data);
}

static gboolean
is_chosen (BvFilterChip *self, const BvFilter *filter)
{
  return filter->field == self->chosen.field && filter->with_members == self->chosen.with_members
         && bv_value_equal (&filter->value, &self->chosen.value);
}

/* One line of the menu; takes over the value in @filter. */
static void
append_row (BvFilterChip *self, const char *label, BvFilter *filter)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *row = gtk_list_box_row_new ();
  BvFilter *kept = g_new (BvFilter, 1);

  *kept = *filter;
  filter->value = (BvValue) BV_VALUE_INIT;
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 44);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  g_object_set_data_full (G_OBJECT (row), "filter", kept, free_filter);
  g_object_set_data_full (G_OBJECT (row), "label", g_strdup (label), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", bv_fold (label), g_free);
  gtk_list_box_append (self->list, row);
  if (is_chosen (self, kept))
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
append_choices (BvFilterChip *self)
{
  for (const BvChoice *choice = self->field->choices; choice->value != NULL; choice++) {
    BvFilter filter = { self->field, BV_VALUE_INIT, FALSE };

    bv_value_set_text (&filter.value, choice->value);
    append_row (self, _ (choice->label), &filter);
  }
}

static char *
name_members (const char *department)
{
  /* Translators: rows of a department as a collective and of everybody who works there. */
  return g_strdup_printf (_ ("%s and its people"), department);
}

static void
append_reference (BvFilterChip *self, const BvReference *reference, gboolean with_members)
{
  BvFilter filter = { self->field, BV_VALUE_INIT, with_members };
  g_autofree char *label = with_members ? name_members (reference->name)
                                        : g_strdup (reference->name);

  bv_value_set_integer (&filter.value, reference->id);
  append_row (self, label, &filter);
}

static void
append_references (BvFilterChip *self)
{
  g_autoptr (GPtrArray) references = NULL;

  if (self->office == NULL)
    return;
  references = bv_reference_list (self->office, self->field, self->movement_id, NULL);
  for (guint i = 0; references != NULL && i < references->len; i++) {
    const BvReference *reference = g_ptr_array_index (references, i);

    if (self->field->type == BV_FIELD_SUBJECT && reference->kind == &bv_department_kind)
      append_reference (self, reference, TRUE);
    append_reference (self, reference, FALSE);
  }
}

static void
fill_menu (BvFilterChip *self)
{
  BvFilter everything = { NULL, BV_VALUE_INIT, FALSE };
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  append_row (self, _ ("All"), &everything);
  if (self->field->type == BV_FIELD_CHOICE)
    append_choices (self);
  else
    append_references (self);
  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), n > SHORT_LIST);
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  BvFilterChip *self = data;
  g_autofree char *typed = bv_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  return strstr (g_object_get_data (G_OBJECT (row), "folded"), typed) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *search, BvFilterChip *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static GtkListBoxRow *
find_first_match (BvFilterChip *self)
{
  GtkListBoxRow *row;

  for (guint i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (matches (row, self))
      return row;
  return NULL;
}

/* Enter in the search takes the first value that is left. */
static void
search_activate_cb (GtkSearchEntry *search, BvFilterChip *self)
{
  GtkListBoxRow *row = find_first_match (self);

  if (row != NULL)
    g_signal_emit_by_name (row, "activate");
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               BvFilterChip *self)
{
  GtkListBoxRow *row = find_first_match (self);

  if (keyval != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, BvFilterChip *self)
{
  choose (self,
          g_object_get_data (G_OBJECT (row), "filter"),
          g_object_get_data (G_OBJECT (row), "label"));
  gtk_menu_button_popdown (self->button);
  bv_list_chip_changed (BV_LIST_CHIP (self));
}

static void
popup_cb (GtkPopover *popover, BvFilterChip *self)
{
  GtkListBoxRow *selected;

  fill_menu (self);
  selected = gtk_list_box_get_selected_row (self->list);
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else if (selected != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
}

static GtkWidget *
build_popover (BvFilterChip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (popover, "map", G_CALLBACK (popup_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  return popover;
}

/* What a chip does */

static void
bv_filter_chip_clear (BvListChip *chip)
{
  BvFilterChip *self = BV_FILTER_CHIP (chip);
  BvFilter everything = { NULL, BV_VALUE_INIT, FALSE };

  choose (self, &everything, NULL);
}

static void
bv_filter_chip_set_context (BvListChip *chip, BvOffice *office, gint64 movement_id)
{
  BvFilterChip *self = BV_FILTER_CHIP (chip);
  if (self->office == office && self->movement_id == movement_id)
    return;
  g_set_object (&self->office, office);
  self->movement_id = movement_id;
  bv_filter_chip_clear (chip);
}

static void
bv_filter_chip_apply (BvListChip *chip, BvQuery *query)
{
  BvFilterChip *self = BV_FILTER_CHIP (chip);
  if (self->chosen.with_members)
    bv_query_set_department (query, self->field, self->chosen.value.integer);
  else
    bv_query_set_filter (
        query, self->field, self->chosen.field != NULL ? &self->chosen.value : NULL);
}

static char *
name_filter (BvFilterChip *self, const BvFilter *filter)
{
  const BvChoice *choice;

  if (filter->field->type == BV_FIELD_CHOICE) {
    choice = bv_field_get_choice (filter->field, filter->value.text);
    return g_strdup (choice != NULL ? _ (choice->label) : "");
  }
  if (filter->field->type == BV_FIELD_REFERENCE)
    return g_strdup (bv_office_get_name (self->office, filter->field->kind, filter->value.integer));
  if (filter->with_members)
    return name_members (bv_office_get_subject_name (self->office, filter->value.integer));
  return g_strdup (bv_office_get_subject_name (self->office, filter->value.integer));
}

static char *
bv_filter_chip_dup_text (BvListChip *chip)
{
  BvFilterChip *self = BV_FILTER_CHIP (chip);
  g_autofree char *name = self->chosen.field != NULL ? name_filter (self, &self->chosen) : NULL;

  return name != NULL ? g_strdup_printf ("%s: %s", bv_field_get_label (self->field), name) : NULL;
}

static void
bv_filter_chip_take (BvListChip *chip, const BvQuery *query)
{
  BvFilterChip *self = BV_FILTER_CHIP (chip);
  const BvFilter *filter = bv_query_get_filter (query, self->field);
  g_autofree char *label = NULL;

  if (filter == NULL || self->office == NULL) {
    bv_filter_chip_clear (chip);
    return;
  }
  label = name_filter (self, filter);
  choose (self, filter, label);
}

/* "=" before a value, "+" before a department and its people. */
static char *
bv_filter_chip_dup_state (BvListChip *chip)
{
  BvFilterChip *self = BV_FILTER_CHIP (chip);
  const BvValue *value = &self->chosen.value;

  if (self->chosen.field == NULL)
    return NULL;
  if (value->type == BV_VALUE_TEXT)
    return g_strconcat ("=", value->text, NULL);
  return g_strdup_printf (
      "%c%" G_GINT64_FORMAT, self->chosen.with_members ? '+' : '=', value->integer);
}

/* Whether what @filter names is still there. */
static gboolean
is_known (BvFilterChip *self, const BvFilter *filter)
{
  g_autofree char *name = name_filter (self, filter);

  return *name != '\0';
}

static void
bv_filter_chip_take_state (BvListChip *chip, const char *state)
{
  BvFilterChip *self = BV_FILTER_CHIP (chip);
  g_autofree char *label = NULL;
  BvFilter filter = { self->field, BV_VALUE_INIT, *state == '+' };

  bv_filter_chip_clear (chip);
  if (*state == '\0' || self->office == NULL)
    return;
  if (self->field->type == BV_FIELD_CHOICE)
    bv_value_set_text (&filter.value, state + 1);
  else
    bv_value_set_integer (&filter.value, g_ascii_strtoll (state + 1, NULL, 10));
  if (is_known (self, &filter)) {
    label = name_filter (self, &filter);
    choose (self, &filter, label);
  }
  bv_value_clear (&filter.value);
}

static void
bv_filter_chip_finalize (GObject *object)
{
  BvFilterChip *self = BV_FILTER_CHIP (object);

  bv_value_clear (&self->chosen.value);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_filter_chip_parent_class)->finalize (object);
}

static void
bv_filter_chip_class_init (BvFilterChipClass *klass)
{
  BvListChipClass *chip_class = BV_LIST_CHIP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_filter_chip_finalize;
  chip_class->set_context = bv_filter_chip_set_context;
  chip_class->clear = bv_filter_chip_clear;
  chip_class->apply = bv_filter_chip_apply;
  chip_class->take = bv_filter_chip_take;
  chip_class->dup_text = bv_filter_chip_dup_text;
  chip_class->dup_state = bv_filter_chip_dup_state;
  chip_class->take_state = bv_filter_chip_take_state;
}

static void
bv_filter_chip_init (BvFilterChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 24);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_popover (self->button, build_popover (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

gboolean
bv_filter_chip_can_filter (const BvField *field)
{
  return field->type == BV_FIELD_CHOICE || field->type == BV_FIELD_REFERENCE
         || field->type == BV_FIELD_SUBJECT;
}

GtkWidget *
bv_filter_chip_new (const BvField *field)
{
  BvFilterChip *self = g_object_new (BV_TYPE_FILTER_CHIP, NULL);

  self->field = field;
  bv_list_chip_set_name (BV_LIST_CHIP (self), field->name);
  show_value (self, NULL);
  return GTK_WIDGET (self);
}

const BvField *
bv_filter_chip_get_field (BvFilterChip *self)
{
  return self->field;
}

const BvValue *
bv_filter_chip_get_value (BvFilterChip *self)
{
  return self->chosen.field == NULL || self->chosen.with_members ? NULL : &self->chosen.value;
}
