/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field and one value for several rows: what it will change is shown before it is done. */
#include "config.h"

#include "bv-bulk-form.h"

#include "bv-bulk-preview.h"
#include "bv-error.h"
#include "bv-field-row.h"
#include "bv-number.h"
#include "bv-record.h"
#include "bv-text-label.h"

#include <glib/gi18n-lib.h>

/* While somebody types, what would change is looked up when the fingers rest. */
#define REST_MS 250

struct _BvBulkForm
{
  AdwBin parent_instance;

  const BvKind *kind;
  gint64 movement_id;
  guint rest_id;
  gboolean blank; /* the value asked for is none at all */

  /* Owned */
  BvOffice *office;   /* nullable */
  GPtrArray *fields;  /* BvField that make sense here */
  GArray *ids;        /* the rows, in the order of the list */
  BvBulkChange *plan; /* nullable: nothing is asked for yet */

  /* Borrowed: children */
  GtkDropDown *chooser;
  AdwBin *place;
  BvFieldRow *row; /* nullable */
  GtkWidget *blank_button;
  BvBulkPreview *preview;
  GtkWidget *apply_button;
};

enum { APPLIED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvBulkForm, bv_bulk_form, ADW_TYPE_BIN)

static const BvField *
get_field (BvBulkForm *self)
{
  guint position = gtk_drop_down_get_selected (self->chooser);

  return position < self->fields->len ? g_ptr_array_index (self->fields, position) : NULL;
}

static void
show_plan (BvBulkForm *self)
{
  guint n = self->plan != NULL ? bv_bulk_change_count_changed (self->plan) : 0;
  g_autofree char *count = bv_number_format_integer (n);
  /* Translators: a number of rows. */
  g_autofree char *label = g_strdup_printf (ngettext ("Change %s row", "Change %s rows", n), count);

  bv_bulk_preview_show (self->preview, self->plan);
  gtk_button_set_label (GTK_BUTTON (self->apply_button), n > 0 ? label : _ ("Change"));
  gtk_widget_set_sensitive (self->apply_button, n > 0);
}

static void
drop_plan (BvBulkForm *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->plan, bv_bulk_change_free);
  show_plan (self);
}

/* A switch always says something, other controls only once something is typed or chosen. */
static gboolean
is_asked (BvBulkForm *self)
{
  return self->blank || bv_editor_is_edited (bv_field_row_get_editor (self->row))
         || get_field (self)->type == BV_FIELD_BOOLEAN;
}

static gboolean
read_value (BvBulkForm *self, BvValue *value, GError **error)
{
  if (self->blank)
    return TRUE;
  return bv_editor_read (bv_field_row_get_editor (self->row), value, error)
         && bv_field_check (get_field (self), value, error);
}

/* The button is not switched off in between, for it may be clicked this very moment. */
static void
make_plan (BvBulkForm *self)
{
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (self->row == NULL || self->office == NULL || !is_asked (self)) {
    drop_plan (self);
    return;
  }
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->plan, bv_bulk_change_free);
  if (read_value (self, &value, &error))
    self->plan = bv_bulk_change_plan (self->office,
                                      self->kind,
                                      get_field (self),
                                      &value,
                                      (const gint64 *) self->ids->data,
                                      self->ids->len,
                                      &error);
  if (error == NULL || g_error_matches (error, BV_ERROR, BV_ERROR_INVALID))
    bv_field_row_set_error (self->row, error != NULL ? error->message : NULL);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  show_plan (self);
}

static void
rest_cb (gpointer data)
{
  BvBulkForm *self = data;

  self->rest_id = 0;
  make_plan (self);
}

static void
edited_cb (BvBulkForm *self)
{
  self->blank = FALSE;
  drop_plan (self);
  self->rest_id = g_timeout_add_once (REST_MS, rest_cb, self);
}

/* The syllable that an input method still composes belongs to the value. */
static void
commit_cb (BvBulkForm *self)
{
  bv_editor_settle (bv_field_row_get_editor (self->row));
  make_plan (self);
}

/* Enter shows what would change and goes to the button: Enter once more does it. */
static void
advance_cb (BvBulkForm *self)
{
  commit_cb (self);
  if (gtk_widget_get_sensitive (self->apply_button))
    gtk_widget_grab_focus (self->apply_button);
}

static void
clear_value (BvBulkForm *self)
{
  const BvValue nothing = BV_VALUE_INIT;

  self->blank = FALSE;
  if (self->row != NULL)
    bv_field_row_show (self->row, &nothing);
  make_plan (self);
}

static void
blank_cb (BvBulkForm *self)
{
  clear_value (self);
  self->blank = TRUE;
  make_plan (self);
  if (gtk_widget_get_sensitive (self->apply_button))
    gtk_widget_grab_focus (self->apply_button);
}

static void
chosen_cb (BvBulkForm *self)
{
  const BvField *field = get_field (self);

  if (field == NULL || self->office == NULL
      || (self->row != NULL && bv_field_row_get_field (self->row) == field))
    return;
  drop_plan (self);
  self->row = BV_FIELD_ROW (bv_field_row_new (field, self->office));
  bv_editor_set_movement (bv_field_row_get_editor (self->row), self->movement_id);
  g_signal_connect_object (bv_field_row_get_editor (self->row),
                           "edited",
                           G_CALLBACK (edited_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "advance", G_CALLBACK (advance_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "restore", G_CALLBACK (clear_value), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->row));
  gtk_widget_set_visible (self->blank_button,
                          !(field->flags & BV_FIELD_REQUIRED) && field->type != BV_FIELD_BOOLEAN);
  clear_value (self);
}

static void
apply_cb (BvBulkForm *self)
{
  g_autoptr (BvBulkChange) plan = NULL;
  g_autoptr (GError) error = NULL;

  commit_cb (self);
  if (self->plan == NULL || bv_bulk_change_count_changed (self->plan) == 0)
    return;
  plan = g_steal_pointer (&self->plan);
  if (!bv_bulk_change_apply (plan, &error)) {
    make_plan (self);
    g_signal_emit (self, signals[FAILED], 0, error);
    return;
  }
  clear_value (self);
  g_signal_emit (self,
                 signals[APPLIED],
                 0,
                 bv_bulk_change_count_changed (plan),
                 bv_field_get_label (get_field (self)));
}

static void
bv_bulk_form_dispose (GObject *object)
{
  BvBulkForm *self = BV_BULK_FORM (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->plan, bv_bulk_change_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_bulk_form_parent_class)->dispose (object);
}

static void
bv_bulk_form_class_init (BvBulkFormClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_bulk_form_dispose;
  signals[APPLIED] = g_signal_new ("applied",
                                   type,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_UINT,
                                   G_TYPE_STRING);
  signals[FAILED] = g_signal_new (
      "failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static GtkWidget *
build_field_card (BvBulkForm *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = bv_text_label_new (_ ("Field to change"), "dim-label");

  gtk_widget_add_css_class (label, "caption");
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->chooser), "bv-quiet");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Field to change"), -1);
  gtk_widget_add_css_class (box, "bv-field");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-card");
  gtk_box_append (GTK_BOX (card), box);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->place));
  return card;
}

static void
bv_bulk_form_init (BvBulkForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->fields = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->blank_button = gtk_button_new_with_mnemonic (_ ("Leave it _blank in all rows"));
  gtk_widget_add_css_class (self->blank_button, "flat");
  gtk_widget_set_halign (self->blank_button, GTK_ALIGN_START);
  self->preview = BV_BULK_PREVIEW (bv_bulk_preview_new ());
  self->apply_button = gtk_button_new ();
  gtk_widget_add_css_class (self->apply_button, "suggested-action");
  g_signal_connect_swapped (self->blank_button, "clicked", G_CALLBACK (blank_cb), self);
  g_signal_connect_swapped (self->apply_button, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (box), bv_text_label_new (_ ("One value for all"), "heading"));
  gtk_box_append (GTK_BOX (box), build_field_card (self));
  gtk_box_append (GTK_BOX (box), self->blank_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (box), self->apply_button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* What most lists are about: the first field with a column that is always there. */
static void
choose_first (BvBulkForm *self)
{
  for (guint i = 0; i < self->fields->len; i++) {
    const BvField *field = g_ptr_array_index (self->fields, i);

    if (!(field->flags & BV_FIELD_LISTED) || (field->flags & BV_FIELD_MINOR)
        || field->type == BV_FIELD_DATE)
      continue;
    gtk_drop_down_set_selected (self->chooser, i);
    return;
  }
}

GtkWidget *
bv_bulk_form_new (const BvKind *kind)
{
  BvBulkForm *self = g_object_new (BV_TYPE_BULK_FORM, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->kind = kind;
  for (guint i = 0; i < kind->n_fields; i++) {
    if (!bv_bulk_change_can_set (kind, &kind->fields[i]))
      continue;
    g_ptr_array_add (self->fields, (gpointer) &kind->fields[i]);
    gtk_string_list_append (labels, bv_field_get_label (&kind->fields[i]));
  }
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (labels));
  choose_first (self);
  g_signal_connect_swapped (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self);
  show_plan (self);
  return GTK_WIDGET (self);
}

void
bv_bulk_form_set_office (BvBulkForm *self, BvOffice *office, gint64 movement_id)
{
  g_return_if_fail (BV_IS_BULK_FORM (self));

  g_set_object (&self->office, office);
  self->movement_id = self->kind->flags & BV_KIND_IN_MOVEMENT ? movement_id : 0;
  if (self->row != NULL)
    bv_editor_set_movement (bv_field_row_get_editor (self->row), self->movement_id);
}

static gboolean
is_same_rows (BvBulkForm *self, GArray *ids)
{
  return ids->len == self->ids->len
         && memcmp (ids->data, self->ids->data, ids->len * sizeof (gint64)) == 0;
}

void
bv_bulk_form_show_rows (BvBulkForm *self, GArray *ids)
{
  gboolean same;

  g_return_if_fail (BV_IS_BULK_FORM (self) && self->office != NULL);

  same = is_same_rows (self, ids);
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->fields->len > 0 && bv_office_is_writable (self->office));
  chosen_cb (self);
  if (same)
    make_plan (self);
  else
    clear_value (self);
}

gboolean
bv_bulk_form_choose (BvBulkForm *self, const BvField *field)
{
  guint position;

  g_return_val_if_fail (BV_IS_BULK_FORM (self), FALSE);

  if (!g_ptr_array_find (self->fields, field, &position))
    return FALSE;
  gtk_drop_down_set_selected (self->chooser, position);
  return TRUE;
}

void
bv_bulk_form_fill (BvBulkForm *self)
{
  g_autoptr (BvRecord) first = NULL;
  const BvField *field = get_field (self);
  const BvValue *value;

  g_return_if_fail (BV_IS_BULK_FORM (self));

  if (self->row == NULL || self->ids->len == 0)
    return;
  first = bv_office_load (self->office, self->kind, g_array_index (self->ids, gint64, 0), NULL);
  value = first != NULL ? bv_record_get_value (first, field->name) : NULL;
  if (value == NULL)
    return;
  bv_field_row_show (self->row, value);
  self->blank = value->type == BV_VALUE_NULL;
  if (!self->blank)
    bv_editor_touch (bv_field_row_get_editor (self->row));
  make_plan (self);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->apply_button)
                             ? self->apply_button
                             : bv_editor_get_control (bv_field_row_get_editor (self->row)));
}

void
bv_bulk_form_focus (BvBulkForm *self)
{
  g_return_if_fail (BV_IS_BULK_FORM (self));
  if (self->row != NULL)
    bv_field_row_focus (self->row);
}

GtkWidget *
bv_bulk_form_get_apply_button (BvBulkForm *self)
{
  g_return_val_if_fail (BV_IS_BULK_FORM (self), NULL);
  return self->apply_button;
}
