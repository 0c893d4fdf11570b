/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip that narrows a list to the days of a period. */
#include "config.h"

#include "bv-period-chip.h"

#include "bv-date.h"
#include "bv-period.h"
#include "bv-record.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

typedef enum { ALL, WEEK, MONTH, QUARTER, MOVEMENT, DAYS, N_CHOICES } Choice;

static const struct
{
  const char *state;
  const char *label;
} choices[N_CHOICES] = {
  [ALL] = { "", N_ ("All") },
  [WEEK] = { "week", N_ ("This week") },
  [MONTH] = { "month", N_ ("This month") },
  [QUARTER] = { "quarter", N_ ("This quarter") },
  [MOVEMENT] = { "movement", N_ ("Within the movement") },
  [DAYS] = { "..", NULL },
};

struct _BvPeriodChip
{
  BvListChip parent_instance;

  const BvField *field;
  gboolean in_movement; /* the rows belong to the movement in hand */
  Choice choice;
  gint64 movement_id;

  /* Owned */
  BvOffice *office;   /* nullable */
  char *first, *last; /* of DAYS, ISO, nullable */

  /* Borrowed */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkListBox *list;
  GtkEditable *from, *to;
};

G_DEFINE_FINAL_TYPE (BvPeriodChip, bv_period_chip, BV_TYPE_LIST_CHIP)

static void
load_movement (BvPeriodChip *self, char **first, char **last)
{
  g_autoptr (BvRecord) movement = NULL;

  if (self->office != NULL && self->movement_id != 0)
    movement = bv_office_load (self->office, &bv_movement_kind, self->movement_id, NULL);
  if (movement == NULL)
    return;
  if (!bv_record_is_null (movement, "start_on"))
    *first = g_strdup (bv_record_get_text (movement, "start_on"));
  if (!bv_record_is_null (movement, "end_on"))
    *last = g_strdup (bv_record_get_text (movement, "end_on"));
}

/* The days that are meant today; both %NULL for all. */
static void
find_days (BvPeriodChip *self, char **first, char **last)
{
  g_autofree char *today = bv_date_today ();

  *first = *last = NULL;
  if (self->choice == DAYS) {
    *first = g_strdup (self->first);
    *last = g_strdup (self->last);
  } else if (self->choice == MOVEMENT) {
    load_movement (self, first, last);
  } else if (self->choice != ALL) {
    bv_period_find ((BvPeriod) (self->choice - WEEK), today, first, last);
  }
}

static char *
format_days (const char *first, const char *last)
{
  g_autofree char *from = bv_date_format (first);
  g_autofree char *to = bv_date_format (last);

  if (first == NULL)
    return g_strdup_printf (_ ("until %s"), to);
  if (last == NULL)
    return g_strdup_printf (_ ("from %s"), from);
  return g_strdup_printf ("%s – %s", from, to);
}

static void
show_choice (BvPeriodChip *self)
{
  g_autofree char *text = bv_list_chip_dup_text (BV_LIST_CHIP (self));
  g_autofree char *days = NULL;

  if (self->choice == DAYS)
    days = format_days (self->first, self->last);
  gtk_label_set_text (self->label,
                      days != NULL          ? days
                      : self->choice == ALL ? bv_field_get_label (self->field)
                                            : _ (choices[self->choice].label));
  bv_tooltip_set (GTK_WIDGET (self->button),
                  text != NULL ? text : _ ("Narrow the list to a period"));
  bv_list_chip_show_chosen (BV_LIST_CHIP (self), self->choice != ALL);
}

static void
choose (BvPeriodChip *self, Choice choice, const char *first, const char *last)
{
  char *from = g_strdup (first), *to = g_strdup (last);

  g_free (self->first);
  g_free (self->last);
  self->first = from;
  self->last = to;
  self->choice = choice;
  show_choice (self);
}

/* Callbacks */

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, BvPeriodChip *self)
{
  choose (self, (Choice) gtk_list_box_row_get_index (row), NULL, NULL);
  gtk_menu_button_popdown (self->button);
  bv_list_chip_changed (BV_LIST_CHIP (self));
}

/* FALSE when something was typed that is no date. */
static gboolean
read_day (BvPeriodChip *self, GtkEditable *entry, char **day)
{
  const char *typed = gtk_editable_get_text (entry);
  gboolean blank = typed[strspn (typed, " ")] == '\0';
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (self->in_movement)
    load_movement (self, &first, &last);
  *day = blank ? NULL : bv_date_parse_within (typed, first, last, NULL);
  if (!blank && *day == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  return blank || *day != NULL;
}

static void
take_days_cb (GtkWidget *widget, BvPeriodChip *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gboolean good = read_day (self, self->from, &first);

  if (!read_day (self, self->to, &last) || !good) {
    gtk_widget_error_bell (widget);
    return;
  }
  choose (self, first != NULL || last != NULL ? DAYS : ALL, first, last);
  gtk_menu_button_popdown (self->button);
  bv_list_chip_changed (BV_LIST_CHIP (self));
}

static void
popup_cb (GtkPopover *popover, BvPeriodChip *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MOVEMENT);

  gtk_widget_set_visible (GTK_WIDGET (row), self->movement_id != 0);
  find_days (self, &first, &last);
  from = bv_date_format (first);
  to = bv_date_format (last);
  gtk_editable_set_text (self->from, from);
  gtk_editable_set_text (self->to, to);
  row = self->choice < DAYS ? gtk_list_box_get_row_at_index (self->list, self->choice) : NULL;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->from));
}

/* What a chip does */

static void
bv_period_chip_set_context (BvListChip *chip, BvOffice *office, gint64 movement_id)
{
  BvPeriodChip *self = BV_PERIOD_CHIP (chip);

  if (self->office == office && self->movement_id == movement_id)
    return;
  g_set_object (&self->office, office);
  self->movement_id = movement_id;
  choose (self, ALL, NULL, NULL);
}

static void
bv_period_chip_clear (BvListChip *chip)
{
  choose (BV_PERIOD_CHIP (chip), ALL, NULL, NULL);
}

static void
bv_period_chip_apply (BvListChip *chip, BvQuery *query)
{
  BvPeriodChip *self = BV_PERIOD_CHIP (chip);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  find_days (self, &first, &last);
  bv_query_set_range (query, self->field, first, last);
}

static void
bv_period_chip_take (BvListChip *chip, const BvQuery *query)
{
  BvPeriodChip *self = BV_PERIOD_CHIP (chip);
  const BvFilter *filter = bv_query_get_filter (query, self->field);

  if (filter != NULL && filter->is_range)
    choose (self, DAYS, filter->value.text, filter->last.text);
  else
    choose (self, ALL, NULL, NULL);
}

static char *
bv_period_chip_dup_text (BvListChip *chip)
{
  BvPeriodChip *self = BV_PERIOD_CHIP (chip);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *days = NULL;

  find_days (self, &first, &last);
  if (first == NULL && last == NULL)
    return NULL;
  days = format_days (first, last);
  return g_strdup_printf ("%s: %s", bv_field_get_label (self->field), days);
}

/* A week that is kept is always the one in hand; days stay what they are. */
static char *
bv_period_chip_dup_state (BvListChip *chip)
{
  BvPeriodChip *self = BV_PERIOD_CHIP (chip);

  if (self->choice == ALL)
    return NULL;
  if (self->choice != DAYS)
    return g_strdup (choices[self->choice].state);
  return g_strdup_printf (
      "%s..%s", self->first != NULL ? self->first : "", self->last != NULL ? self->last : "");
}

static void
bv_period_chip_take_state (BvListChip *chip, const char *state)
{
  BvPeriodChip *self = BV_PERIOD_CHIP (chip);
  g_auto (GStrv) days = g_strsplit (state, "..", 2);

  for (guint i = WEEK; i < DAYS; i++)
    if (g_str_equal (state, choices[i].state)) {
      choose (self, (Choice) i, NULL, NULL);
      return;
    }
  if (g_strv_length (days) == 2 && (bv_date_is_valid (days[0]) || bv_date_is_valid (days[1])))
    choose (self,
            DAYS,
            bv_date_is_valid (days[0]) ? days[0] : NULL,
            bv_date_is_valid (days[1]) ? days[1] : NULL);
  else
    choose (self, ALL, NULL, NULL);
}

static void
bv_period_chip_finalize (GObject *object)
{
  BvPeriodChip *self = BV_PERIOD_CHIP (object);

  g_clear_object (&self->office);
  g_free (self->first);
  g_free (self->last);
  G_OBJECT_CLASS (bv_period_chip_parent_class)->finalize (object);
}

static void
bv_period_chip_class_init (BvPeriodChipClass *klass)
{
  BvListChipClass *chip_class = BV_LIST_CHIP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_period_chip_finalize;
  chip_class->set_context = bv_period_chip_set_context;
  chip_class->clear = bv_period_chip_clear;
  chip_class->apply = bv_period_chip_apply;
  chip_class->take = bv_period_chip_take;
  chip_class->dup_text = bv_period_chip_dup_text;
  chip_class->dup_state = bv_period_chip_dup_state;
  chip_class->take_state = bv_period_chip_take_state;
}

static GtkEditable *
add_day (BvPeriodChip *self, GtkBox *box, const char *label)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (text, "dim-label");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "1/6/2024");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (take_days_cb), self);
  gtk_box_append (box, text);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
build_days (BvPeriodChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *apply = gtk_button_new_with_mnemonic (_ ("_Apply"));

  /* Translators: the first day of a period. */
  self->from = add_day (self, GTK_BOX (box), C_ ("period", "From"));
  /* Translators: the last day of a period. */
  self->to = add_day (self, GTK_BOX (box), C_ ("period", "to"));
  g_signal_connect (apply, "clicked", G_CALLBACK (take_days_cb), self);
  gtk_box_append (GTK_BOX (box), apply);
  gtk_widget_add_css_class (box, "bv-period-days");
  return box;
}

static GtkWidget *
build_popover (BvPeriodChip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  for (guint i = ALL; i < DAYS; i++) {
    GtkWidget *text = gtk_label_new (_ (choices[i].label));

    gtk_label_set_xalign (GTK_LABEL (text), 0);
    gtk_list_box_append (self->list, text);
  }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), build_days (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (popover, "map", G_CALLBACK (popup_cb), self);
  return popover;
}

static void
bv_period_chip_init (BvPeriodChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 23);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_popover (self->button, build_popover (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

const BvField *
bv_period_chip_find_field (const BvKind *kind)
{
  const BvField *ordered = kind->order_field != NULL ? bv_kind_find_field (kind, kind->order_field)
                                                     : NULL;

  if (ordered != NULL && ordered->type == BV_FIELD_DATE && (ordered->flags & BV_FIELD_LISTED))
    return ordered;
  if (!(kind->flags & BV_KIND_IN_MOVEMENT))
    return NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == BV_FIELD_DATE && (kind->fields[i].flags & BV_FIELD_LISTED))
      return &kind->fields[i];
  return NULL;
}

GtkWidget *
bv_period_chip_new (const BvKind *kind)
{
  BvPeriodChip *self = g_object_new (BV_TYPE_PERIOD_CHIP, NULL);

  self->field = bv_period_chip_find_field (kind);
  self->in_movement = (kind->flags & BV_KIND_IN_MOVEMENT) != 0;
  bv_list_chip_set_name (BV_LIST_CHIP (self), self->field->name);
  show_choice (self);
  return GTK_WIDGET (self);
}
