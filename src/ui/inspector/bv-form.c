/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one row: typed values pass from the controls into a working copy, and from there into
 * the file as soon as they are whole. */
#include "config.h"

#include "bv-form-private.h"

#include "bv-error.h"
#include "bv-form-layout.h"
#include "bv-history.h"

#include <glib/gi18n-lib.h>

enum { SAVED, GONE, STATUS, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvForm, bv_form, GTK_TYPE_BOX)

static BvFieldRow *
get_row (BvForm *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static const BvValue *
get_value (BvForm *self, BvFieldRow *row)
{
  return bv_record_get_value (self->record, bv_field_row_get_field (row)->name);
}

static gboolean
is_new (BvForm *self)
{
  return bv_record_get_id (self->record) == 0;
}

/* Shown fields that have to be filled and are not; the names joined, or NULL. */
static char *
dup_missing (BvForm *self)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++) {
    BvFieldRow *row = get_row (self, i);
    const BvField *field = bv_field_row_get_field (row);

    if (!(field->flags & BV_FIELD_REQUIRED) || get_value (self, row)->type != BV_VALUE_NULL)
      continue;
    g_string_append_printf (missing, "%s%s", missing->len ? ", " : "", bv_field_get_label (field));
  }
  return missing->len ? g_strdup (missing->str) : NULL;
}

static void
set_status (BvForm *self, const char *status)
{
  if (g_strcmp0 (self->status, status) == 0)
    return;
  g_free (self->status);
  self->status = g_strdup (status);
  g_signal_emit (self, signals[STATUS], 0);
}

static void
update_status (BvForm *self)
{
  g_autofree char *missing = NULL;
  g_autofree char *status = NULL;

  if (self->record && is_new (self) && self->writable)
    missing = dup_missing (self);
  if (missing)
    status = g_strdup_printf (_ ("Not saved yet. Still missing: %s"), missing);
  set_status (self, status ? status : "");
}

static void
show_clean_rows (BvForm *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    BvFieldRow *row = get_row (self, i);

    if (!bv_field_row_is_pending (row))
      bv_field_row_show (row, get_value (self, row));
  }
  bv_form_layout_show_written (self->rows, self->record);
}

/* What was taken over into the working copy is in the file now; what is still typed is not. */
static void
settle_saved (BvForm *self)
{
  g_clear_object (&self->stored);
  self->stored = bv_record_copy (self->record);
  self->blamed = NULL;
  for (guint i = 0; i < self->rows->len; i++) {
    BvFieldRow *row = get_row (self, i);

    if (!bv_editor_is_edited (bv_field_row_get_editor (row)))
      bv_field_row_show (row, get_value (self, row));
  }
  bv_form_layout_show_written (self->rows, self->record);
  update_status (self);
}

/* The check complained about @row, or about several fields together, of which it was the last. */
static void
blame (BvForm *self, BvFieldRow *row, const GError *error)
{
  if (!g_error_matches (error, BV_ERROR, BV_ERROR_INVALID))
    g_signal_emit (self, signals[FAILED], 0, error);
  if (!row && self->rows->len)
    row = get_row (self, 0);
  if (!row)
    return;
  if (self->blamed && self->blamed != row)
    bv_field_row_set_error (self->blamed, NULL);
  self->blamed = row;
  bv_field_row_set_unsaved (row, TRUE);
  bv_field_row_set_error (row, error->message);
}

gboolean
_bv_form_save (BvForm *self, BvFieldRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = dup_missing (self);
  g_autoptr (BvRecord) record = g_object_ref (self->record);
  gboolean saved;

  if (missing) {
    if (row)
      bv_field_row_set_unsaved (row, TRUE);
    update_status (self);
    return TRUE;
  }
  self->saving = TRUE;
  saved = bv_office_save_joined (self->office, record, self->joined, &error);
  self->saving = FALSE;
  if (self->record != record) /* whoever listens has gone on to another row */
    return saved;
  if (!saved) {
    blame (self, row ? row : self->blamed, error);
    return FALSE;
  }
  bv_record_clear_changed (self->record);
  self->joined = 0;
  settle_saved (self);
  g_signal_emit (self, signals[SAVED], 0, bv_record_get_id (self->record));
  return TRUE;
}

/* A new row may be incomplete, a stored one may not lose what is required. */
static gboolean
check_value (BvForm *self, const BvField *field, const BvValue *value, GError **error)
{
  if (value->type == BV_VALUE_NULL && is_new (self))
    return TRUE;
  return bv_field_check (field, value, error);
}

/* Takes over what is typed in @row, and saves when the row is whole. */
static gboolean
commit_row (BvForm *self, BvFieldRow *row)
{
  const BvField *field = bv_field_row_get_field (row);
  BvEditor *editor = bv_field_row_get_editor (row);
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gint64 step;

  bv_editor_settle (editor);
  if (!self->record || !self->writable)
    return TRUE;
  if (!bv_editor_is_edited (editor))
    return !bv_field_row_get_error (row);
  if (!bv_editor_read (editor, &value, &error) || !check_value (self, field, &value, &error)) {
    bv_field_row_set_error (row, error->message);
    return FALSE;
  }
  if (bv_value_equal (&value, get_value (self, row)) && row != self->blamed) {
    gboolean waits = is_new (self)
                     && !bv_value_equal (&value, bv_record_get_value (self->stored, field->name));

    bv_field_row_show (row, &value);
    bv_field_row_set_unsaved (row, waits);
    return TRUE;
  }
  bv_record_set_value (self->record, field->name, &value);
  step = bv_editor_take_step (editor);
  self->joined = step ? step : self->joined;
  if (self->pins)
    bv_pins_note (self->pins, field, &value);
  bv_field_row_show (row, &value);
  return _bv_form_save (self, row);
}

/* A working copy of what is stored, with what was changed in @old and is not saved, but for @name.
 */
static BvRecord *
copy_stored (BvForm *self, BvRecord *old, const char *name)
{
  BvRecord *copy = bv_record_copy (self->stored);

  for (guint i = 0; i < self->kind->n_fields; i++) {
    const char *other = self->kind->fields[i].name;

    if (bv_record_is_changed (old, other) && g_strcmp0 (other, name) != 0)
      bv_record_set_value (copy, other, bv_record_get_value (old, other));
  }
  return copy;
}

static void
restore_row (BvForm *self, BvFieldRow *row)
{
  g_autoptr (BvRecord) old = g_steal_pointer (&self->record);

  if (!old)
    return;
  self->record = copy_stored (self, old, bv_field_row_get_field (row)->name);
  bv_field_row_show (row, get_value (self, row));
  if (self->blamed == row)
    self->blamed = NULL;
  update_status (self);
}

static void
focus_after (BvForm *self, BvFieldRow *row)
{
  guint index = 0;

  g_ptr_array_find (self->rows, row, &index);
  for (guint i = index + 1; i < self->rows->len; i++) {
    BvFieldRow *next = get_row (self, i);

    if (gtk_widget_get_mapped (GTK_WIDGET (next)) && !bv_field_row_is_passed_over (next)
        && bv_field_row_focus (next))
      return;
  }
}

static void
entered_cb (BvForm *self, BvFieldRow *row)
{
  self->hand = row;
}

static void
advance_cb (BvForm *self, BvFieldRow *row)
{
  if (commit_row (self, row))
    focus_after (self, row);
}

/* What was changed here and could not be saved yet stays on top of the new stored values. */
static void
reload (BvForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) old = g_steal_pointer (&self->record);

  g_clear_object (&self->stored);
  self->stored = bv_office_load (self->office, self->kind, bv_record_get_id (old), &error);
  if (!self->stored) {
    g_signal_emit (self, signals[GONE], 0);
    return;
  }
  self->record = copy_stored (self, old, NULL);
  show_clean_rows (self);
}

static void
history_changed_cb (BvForm *self, GPtrArray *changes)
{
  gboolean touched = FALSE;

  gint64 id = self->record ? bv_record_get_id (self->record) : 0;

  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);

    for (guint j = 0; j < self->rows->len; j++)
      bv_field_row_forget (get_row (self, j), change->kind);
    touched = touched || (change->kind == self->kind && change->id == id);
  }
  if (self->saving || !id)
    return;
  if (touched)
    reload (self);
  else
    show_clean_rows (self); /* a row that is referred to may be called otherwise now */
}

static void
bv_form_finalize (GObject *object)
{
  BvForm *self = BV_FORM (object);

  g_clear_object (&self->stored);
  g_clear_object (&self->record);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->status);
  G_OBJECT_CLASS (bv_form_parent_class)->finalize (object);
}

static void
add_signal (BvFormClass *klass, guint signal, const char *name, GType type)
{
  signals[signal] = g_signal_new (name,
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  type == G_TYPE_NONE ? 0 : 1,
                                  type);
}

static void
bv_form_class_init (BvFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_form_finalize;
  add_signal (klass, SAVED, "saved", G_TYPE_INT64);
  add_signal (klass, GONE, "gone", G_TYPE_NONE);
  add_signal (klass, STATUS, "status", G_TYPE_NONE);
  add_signal (klass, FAILED, "failed", G_TYPE_ERROR);
}

static void
bv_form_init (BvForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->rows = g_ptr_array_new ();
  self->status = g_strdup ("");
}

GtkWidget *
bv_form_new (BvOffice *office, const BvKind *kind, gboolean groups)
{
  BvForm *self = g_object_new (BV_TYPE_FORM, NULL);

  self->office = office;
  self->kind = kind;
  bv_form_layout_build (GTK_BOX (self), office, kind, groups, self->rows);
  for (guint i = 0; i < self->rows->len; i++) {
    g_signal_connect_swapped (get_row (self, i), "entered", G_CALLBACK (entered_cb), self);
    g_signal_connect_swapped (get_row (self, i), "commit", G_CALLBACK (commit_row), self);
    g_signal_connect_swapped (get_row (self, i), "advance", G_CALLBACK (advance_cb), self);
    g_signal_connect_swapped (get_row (self, i), "restore", G_CALLBACK (restore_row), self);
  }
  g_signal_connect_object (bv_office_get_history (office),
                           "changed",
                           G_CALLBACK (history_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  bv_form_set_writable (self, bv_office_is_writable (office));
  return GTK_WIDGET (self);
}

const BvKind *
bv_form_get_kind (BvForm *self)
{
  return self->kind;
}

void
bv_form_edit (BvForm *self, BvRecord *record)
{
  gint64 movement_id = 0;

  bv_form_set_writable (self, bv_office_is_writable (self->office));
  g_clear_object (&self->stored);
  g_clear_object (&self->record);
  self->blamed = NULL;
  self->joined = 0;
  self->stored = bv_record_copy (record);
  self->record = bv_record_copy (record);
  if (bv_kind_find_field (self->kind, "movement_id"))
    movement_id = bv_record_get_integer (record, "movement_id");
  for (guint i = 0; i < self->rows->len; i++)
    bv_editor_set_movement (bv_field_row_get_editor (get_row (self, i)), movement_id);
  for (guint i = 0; i < self->rows->len; i++)
    bv_field_row_show (get_row (self, i), get_value (self, get_row (self, i)));
  bv_form_layout_show_written (self->rows, self->record);
  _bv_form_show_pins (self);
  update_status (self);
}

BvRecord *
bv_form_get_record (BvForm *self)
{
  return self->record;
}

/* The first field that keeps the row from being saved. */
static BvFieldRow *
find_obstacle (BvForm *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    BvFieldRow *row = get_row (self, i);
    const BvField *field = bv_field_row_get_field (row);

    if (bv_field_row_get_error (row))
      return row;
    if (is_new (self) && (field->flags & BV_FIELD_REQUIRED)
        && get_value (self, row)->type == BV_VALUE_NULL)
      return row;
  }
  return NULL;
}

gboolean
bv_form_flush (BvForm *self, gboolean focus)
{
  gboolean whole = TRUE;
  BvFieldRow *obstacle;

  if (!self->record || !self->writable)
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    bv_editor_settle (bv_field_row_get_editor (get_row (self, i)));
  if (!bv_form_is_dirty (self))
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) != self->blamed
        || bv_editor_is_edited (bv_field_row_get_editor (self->blamed)))
      whole = commit_row (self, get_row (self, i)) && whole;
  if (self->blamed) /* what stood in the way, a full disk perhaps, may be gone */
    whole = _bv_form_save (self, self->blamed) && whole;
  if (whole && !is_new (self))
    return TRUE;
  obstacle = find_obstacle (self);
  if (focus && obstacle)
    bv_field_row_focus (obstacle);
  return FALSE;
}

gboolean
bv_form_is_dirty (BvForm *self)
{
  for (guint i = 0; self->record && i < self->rows->len; i++)
    if (bv_field_row_is_pending (get_row (self, i)))
      return TRUE;
  return FALSE;
}

void
bv_form_focus_first (BvForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (bv_field_row_focus (get_row (self, i)))
      return;
}

const char *
bv_form_get_status (BvForm *self)
{
  return self->status;
}

BvFieldRow *
bv_form_get_row (BvForm *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (bv_field_row_get_field (get_row (self, i))->name, name))
      return get_row (self, i);
  return NULL;
}

GtkWidget *
bv_form_get_group (BvForm *self, const char *name)
{
  GtkWidget *widget = GTK_WIDGET (bv_form_get_row (self, name));

  while (widget && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

void
bv_form_set_writable (BvForm *self, gboolean writable)
{
  self->writable = writable;
  for (guint i = 0; i < self->rows->len; i++) {
    BvFieldRow *row = get_row (self, i);

    bv_field_row_set_writable (
        row, writable && !(bv_field_row_get_field (row)->flags & BV_FIELD_DERIVED));
  }
  update_status (self);
}
