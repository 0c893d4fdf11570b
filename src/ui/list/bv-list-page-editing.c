/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing on a list page: which row the editor shows, new rows, copies, deletion. */
#include "config.h"

#include "bv-dialogs.h"
#include "bv-filter-chip.h"
#include "bv-list-page-private.h"
#include "bv-number.h"

#include <glib/gi18n-lib.h>

/* Above it asking what depends on every single row takes longer than a person waits. */
#define MANY_ROWS 200

void
bv_list_page_edit_row (BvListPage *self, gint64 id)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (BvRecord) record = NULL;

  if (id > 0)
    record = bv_list_table_dup_record (priv->table, id);
  priv->edited = record != NULL ? id : NOTHING_EDITED;
  bv_inspector_edit (priv->inspector, record);
}

void
bv_list_page_sync_editor (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (GArray) ids = bv_list_table_dup_selection (priv->table);
  gint64 id = ids->len == 1 ? g_array_index (ids, gint64, 0) : NOTHING_EDITED;

  bv_page_set_n_selected (BV_PAGE (self), ids->len);
  /* A row that left the list because of a filter stays in the editor until another is chosen. */
  if (id != priv->edited && ids->len > 0) {
    if (!bv_inspector_flush (priv->inspector)) {
      bv_list_table_select (priv->table, priv->edited);
      bv_page_set_n_selected (BV_PAGE (self), priv->edited > 0 ? 1 : 0);
      return;
    }
    bv_list_page_edit_row (self, id);
  }
  bv_list_page_show_selection (self, ids);
}

void
bv_list_page_go_on (BvListPage *self, guint place)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  guint n = bv_record_list_get_n_rows (priv->list);

  if (place == G_MAXUINT || bv_record_list_find (priv->list, priv->edited) != G_MAXUINT)
    return;
  bv_list_page_edit_row (self, NOTHING_EDITED);
  if (n == 0)
    return;
  bv_list_table_select (priv->table, bv_record_list_get_id (priv->list, MIN (place, n - 1)));
  bv_list_page_sync_editor (self);
}

void
bv_list_page_step_row (BvPage *page, int step)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  guint place = priv->list != NULL ? bv_record_list_find (priv->list, priv->edited) : G_MAXUINT;
  gint64 id;

  if (place == G_MAXUINT || (step < 0 && place == 0))
    return;
  id = bv_record_list_get_id (priv->list, place + (guint) step);
  if (id == 0 || !bv_list_page_flush (page))
    return;
  bv_list_table_select (priv->table, id);
  bv_list_page_sync_editor (self);
}

static gboolean
is_deleted (GPtrArray *changes, const BvKind *kind, gint64 id, gboolean *updated)
{
  gboolean deleted = FALSE;

  *updated = FALSE;
  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);

    if (change->kind != kind || change->id != id)
      continue;
    deleted = change->type == BV_CHANGE_DELETE;
    *updated = !deleted;
  }
  return deleted;
}

void
bv_list_page_follow (BvListPage *self, GPtrArray *changes)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  gboolean updated;

  if (priv->edited > 0 && is_deleted (changes, kind, priv->edited, &updated)) {
    bv_list_page_edit_row (self, NOTHING_EDITED);
    if (!priv->removing)
      bv_list_page_select_first (self);
  } else if (priv->edited == NOTHING_EDITED && !priv->removing) {
    bv_list_page_select_first (self);
  }
  bv_list_page_sync_editor (self);
}

void
bv_list_page_select_first (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (GArray) selected = bv_list_table_dup_selection (priv->table);

  if (selected->len > 0 || priv->edited == 0 || bv_record_list_get_n_rows (priv->list) == 0)
    return;
  bv_list_table_select (priv->table, bv_record_list_get_id (priv->list, 0));
  bv_list_page_sync_editor (self);
}

static void
saved_cb (BvInspector *inspector, gint64 id, BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);

  if (priv->edited != 0)
    return;
  priv->edited = id;
  bv_list_table_select (priv->table, id);
  bv_page_set_n_selected (BV_PAGE (self), 1);
}

static void
next_cb (BvInspector *inspector, BvListPage *self)
{
  bv_list_page_new_row (BV_PAGE (self));
}

static void
closed_cb (BvInspector *inspector, BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);

  bv_list_split_show_editor (priv->split, FALSE);
  bv_list_table_focus_row (priv->table);
}

void
bv_list_page_connect_editor (BvListPage *self)
{
  BvInspector *inspector = bv_list_page_get_private (self)->inspector;

  bv_inspector_set_page (inspector, BV_PAGE (self));
  g_signal_connect_object (inspector, "saved", G_CALLBACK (saved_cb), self, 0);
  g_signal_connect_object (inspector, "next", G_CALLBACK (next_cb), self, 0);
  g_signal_connect_object (inspector, "closed", G_CALLBACK (closed_cb), self, 0);
}

/* A new row belongs to what the list shows: its movement, and the values its chips ask for. */
static BvRecord *
create_row (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  BvListPageClass *klass = BV_LIST_PAGE_GET_CLASS (self);
  BvRecord *record = bv_record_new (klass->kind);

  for (guint i = 0; i < priv->chips->len; i++) {
    BvFilterChip *chip = g_ptr_array_index (priv->chips, i);

    if (BV_IS_FILTER_CHIP (chip) && bv_filter_chip_get_value (chip) != NULL)
      bv_record_set_value (
          record, bv_filter_chip_get_field (chip)->name, bv_filter_chip_get_value (chip));
  }
  if (bv_inspector_get_pins (priv->inspector) != NULL)
    bv_pins_apply (
        bv_inspector_get_pins (priv->inspector), bv_page_get_office (BV_PAGE (self)), record);
  if (klass->kind->flags & BV_KIND_IN_MOVEMENT)
    bv_record_set_integer (record, "movement_id", bv_page_get_movement (BV_PAGE (self)));
  if (klass->prepare != NULL)
    klass->prepare (self, record);
  bv_record_clear_changed (record);
  return record;
}

void
bv_list_page_new_row (BvPage *page)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (BvRecord) record = NULL;

  if (!bv_list_page_can_add (self) || !bv_inspector_flush (priv->inspector))
    return;
  record = create_row (self);
  bv_list_table_select (priv->table, 0);
  bv_page_set_n_selected (page, 0);
  bv_list_page_show_selection (self, NULL);
  if (priv->edited > 0)
    priv->previous = priv->edited;
  priv->edited = 0;
  bv_inspector_edit (priv->inspector, record);
  bv_list_page_sync_state (self);
  bv_list_split_show_editor (priv->split, TRUE);
  bv_inspector_focus_first (priv->inspector);
}

static BvRecord *
copy_row (BvListPage *self, BvRecord *source)
{
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  BvRecord *copy = bv_record_new (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & BV_FIELD_DERIVED))
      bv_record_set_value (
          copy, kind->fields[i].name, bv_record_get_value (source, kind->fields[i].name));
  return copy;
}

void
bv_list_page_duplicate_row (BvPage *page)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (BvRecord) source = NULL;
  g_autoptr (BvRecord) copy = NULL;
  GError *error = NULL;

  if (!bv_list_page_can_add (self) || !bv_inspector_flush (priv->inspector))
    return;
  source = bv_list_table_dup_record (priv->table, bv_list_table_get_selected (priv->table));
  if (source == NULL)
    return;
  copy = copy_row (self, source);
  if (!bv_office_save (bv_page_get_office (page), copy, &error)) {
    bv_page_report (page, error);
    return;
  }
  bv_list_table_select (priv->table, bv_record_get_id (copy));
  bv_list_page_sync_editor (self);
  bv_page_toast (page, _ ("Row duplicated"), TRUE);
}

static char *
name_rows (BvListPage *self, GArray *ids)
{
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  const char *name;

  if (ids->len > 1)
    return g_strdup_printf (ngettext ("%u row", "%u rows", ids->len), ids->len);
  name = bv_office_get_name (
      bv_page_get_office (BV_PAGE (self)), kind, g_array_index (ids, gint64, 0));
  if (g_utf8_strlen (name, -1) > 60) {
    g_autofree char *start = g_utf8_substring (name, 0, 58);

    return g_strdup_printf ("“%s…”", g_strchomp (start));
  }
  return *name != '\0' ? g_strdup_printf ("“%s”", name) : g_strdup (bv_kind_get_label (kind));
}

/* The row that stands where the deleted ones stood is the next one in hand. */
static void
remove_selected (gpointer owner)
{
  BvListPage *self = owner;
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  BvOffice *office = bv_page_get_office (BV_PAGE (self));
  g_autoptr (GArray) ids = bv_list_table_dup_selection (priv->table);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  guint position, n_left;
  GError *error = NULL;

  if (ids->len == 0)
    return;
  name = name_rows (self, ids);
  position = bv_record_list_find (priv->list, g_array_index (ids, gint64, 0));
  priv->removing = TRUE;
  bv_list_page_edit_row (self, NOTHING_EDITED);
  if (!bv_office_remove (office,
                         BV_LIST_PAGE_GET_CLASS (self)->kind,
                         (const gint64 *) ids->data,
                         ids->len,
                         &error))
    bv_page_report (BV_PAGE (self), error);
  priv->removing = FALSE;
  n_left = bv_record_list_get_n_rows (priv->list);
  if (n_left > 0)
    bv_list_table_select (priv->table,
                          bv_record_list_get_id (priv->list, MIN (position, n_left - 1)));
  bv_list_page_sync_editor (self);
  bv_list_page_sync_state (self);
  bv_list_table_focus_row (priv->table);
  if (error != NULL)
    return;
  /* Translators: %s is the name of a row in quotes, or "3 rows". */
  message = g_strdup_printf (_ ("Deleted %s"), name);
  bv_page_toast (BV_PAGE (self), message, TRUE);
}

static gint64
count_dependants (BvListPage *self, GArray *ids)
{
  BvOffice *office = bv_page_get_office (BV_PAGE (self));
  gint64 n = 0;

  for (guint i = 0; i < ids->len && i < MANY_ROWS; i++)
    n += MAX (
        0,
        bv_office_count_dependants (
            office, BV_LIST_PAGE_GET_CLASS (self)->kind, g_array_index (ids, gint64, i), NULL));
  return n;
}

static char *
describe_dependants (guint n_rows, gint64 n_dependants)
{
  g_autofree char *count = bv_number_format_integer (n_dependants);
  gulong n = (gulong) n_dependants;

  if (n_rows == 1)
    return g_strdup_printf (
        ngettext ("%s other row depends on it and will be deleted too. This can be undone.",
                  "%s other rows depend on it and will be deleted too. This can be undone.",
                  n),
        count);
  if (n_rows <= MANY_ROWS)
    return g_strdup_printf (
        ngettext ("%s other row depends on them and will be deleted too. This can be undone.",
                  "%s other rows depend on them and will be deleted too. This can be undone.",
                  n),
        count);
  return g_strdup_printf (_ ("More than %s other rows depend on them and will be deleted too. This "
                             "can be undone."),
                          count);
}

static void
ask_removal (BvListPage *self, GArray *ids, gint64 n_dependants)
{
  g_autofree char *name = name_rows (self, ids);
  /* Translators: %s is the name of a row in quotes, or "3 rows". */
  g_autofree char *heading = g_strdup_printf (_ ("Delete %s?"), name);
  g_autofree char *body = describe_dependants (ids->len, n_dependants);

  bv_dialogs_confirm (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                      heading,
                      n_dependants > 0 ? body : _ ("This can be undone."),
                      _ ("_Delete"),
                      TRUE,
                      remove_selected,
                      self);
}

void
bv_list_page_delete_rows (BvPage *page)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (GArray) ids = NULL;
  gint64 n_dependants;

  if (priv->list == NULL || !bv_office_is_writable (bv_page_get_office (page)))
    return;
  ids = bv_list_table_dup_selection (priv->table);
  if (ids->len == 0)
    return;
  n_dependants = count_dependants (self, ids);
  if (n_dependants > 0 || ids->len >= MANY_ROWS)
    ask_removal (self, ids, n_dependants);
  else
    remove_selected (self);
}

void
bv_list_page_edit (BvPage *page)
{
  BvListPagePrivate *priv = bv_list_page_get_private (BV_LIST_PAGE (page));

  if (priv->edited == NOTHING_EDITED && bv_page_get_n_selected (page) < 2)
    return;
  bv_list_split_show_editor (priv->split, TRUE);
  if (priv->edited == NOTHING_EDITED)
    bv_bulk_form_focus (bv_bulk_pane_get_form (priv->pane));
  else
    bv_inspector_focus_first (priv->inspector);
}

gboolean
bv_list_page_flush (BvPage *page)
{
  return bv_inspector_flush (bv_list_page_get_private (BV_LIST_PAGE (page))->inspector);
}
