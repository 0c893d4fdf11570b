/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that lists one kind: search, filters, table, count and empty states. */
#include "config.h"

#include "bv-list-page.h"

#include "bv-focus.h"
#include "bv-list-chip.h"
#include "bv-list-page-private.h"
#include "bv-number.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvListPage, bv_list_page, BV_TYPE_PAGE)

#define GET_PRIVATE(self) ((BvListPagePrivate *) bv_list_page_get_instance_private (self))
#define GET_KIND(self) (BV_LIST_PAGE_GET_CLASS (self)->kind)

BvListPagePrivate *
bv_list_page_get_private (BvListPage *self)
{
  return GET_PRIVATE (self);
}

static gboolean
needs_movement (BvListPage *self)
{
  return (GET_KIND (self)->flags & BV_KIND_IN_MOVEMENT)
         && bv_page_get_movement (BV_PAGE (self)) == 0;
}

gboolean
bv_list_page_can_add (BvListPage *self)
{
  BvOffice *office = bv_page_get_office (BV_PAGE (self));

  return office != NULL && bv_office_is_writable (office) && !needs_movement (self)
         && BV_PAGE_GET_CLASS (self)->new_row != NULL;
}

static char *
dup_count (BvListPage *self, guint shown, guint all)
{
  g_autofree char *of_all = bv_number_format_integer (all);
  g_autofree char *in_list = bv_number_format_integer (shown);

  if (all == 0)
    return g_strdup ("");
  if (!bv_record_list_is_narrowed (GET_PRIVATE (self)->list))
    /* Translators: a count of rows; the number is formatted already. */
    return g_strdup_printf (ngettext ("%s row", "%s rows", all), of_all);
  /* Translators: rows found, of all rows. */
  return g_strdup_printf (ngettext ("%s/%s row", "%s/%s rows", all), in_list, of_all);
}

void
bv_list_page_sync_state (BvListPage *self)
{
  BvListPagePrivate *priv = GET_PRIVATE (self);
  guint shown = bv_record_list_get_n_rows (priv->list);
  gboolean narrowed = bv_record_list_is_narrowed (priv->list);
  const char *state = "table";
  guint all;
  g_autofree char *subtitle = NULL;

  if (needs_movement (self))
    state = "movement";
  else if (shown == 0 && bv_record_list_is_partial (priv->list))
    state = "reading";
  else if (shown == 0)
    state = narrowed ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (priv->stack, state);
  gtk_widget_set_visible (priv->bar, shown > 0 || narrowed);
  gtk_widget_set_visible (priv->sort_again, !bv_record_list_is_sorted (priv->list));
  gtk_widget_set_visible (priv->empty_button,
                          bv_list_page_can_add (self)
                              || BV_LIST_PAGE_GET_CLASS (self)->start != bv_list_page_new_row);
  gtk_widget_set_visible (priv->empty_import,
                          bv_list_page_can_import (self)
                              && BV_PAGE_GET_CLASS (self)->import_rows != NULL);
  bv_list_split_set_alone (priv->split, shown == 0 && !narrowed && priv->edited == NOTHING_EDITED);
  if (needs_movement (self) || bv_record_list_is_partial (priv->list)) {
    bv_page_set_subtitle (BV_PAGE (self), "");
    return;
  }
  all = bv_record_list_count_all (priv->list);
  subtitle = BV_LIST_PAGE_GET_CLASS (self)->dup_subtitle (self, shown, all);
  bv_page_set_subtitle (BV_PAGE (self), subtitle);
}

/* The query as search, chips, headings and movement stand. */
static void
fill_query (BvListPage *self)
{
  BvListPagePrivate *priv = GET_PRIVATE (self);
  BvQuery *query = bv_record_list_get_query (priv->list);

  g_free (query->search);
  query->search = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (priv->search))));
  query->movement_id = GET_KIND (self)->flags & BV_KIND_IN_MOVEMENT
                           ? bv_page_get_movement (BV_PAGE (self))
                           : 0;
  query->sort = bv_list_table_get_sort (priv->table, &query->descending);
  for (guint i = 0; i < priv->chips->len; i++)
    bv_list_chip_apply (g_ptr_array_index (priv->chips, i), query);
}

/* The first tick draws what is there. */
static gboolean
read_rest_cb (GtkWidget *page, GdkFrameClock *clock, gpointer data)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = GET_PRIVATE (self);
  guint *n_ticks = data;

  if ((*n_ticks)++ == 0)
    return G_SOURCE_CONTINUE;
  bv_list_page_refresh (self);
  if (priv->list != NULL && bv_record_list_is_partial (priv->list))
    return G_SOURCE_CONTINUE;
  priv->reading = 0;
  if (priv->list != NULL)
    bv_list_page_select_first (self);
  return G_SOURCE_REMOVE;
}

static void
read_on (BvListPage *self)
{
  BvListPagePrivate *priv = GET_PRIVATE (self);

  if (bv_record_list_is_partial (priv->list) && priv->reading == 0)
    priv->reading = gtk_widget_add_tick_callback (
        GTK_WIDGET (self), read_rest_cb, g_new0 (guint, 1), g_free);
}

static void
run_query (BvListPage *self, gboolean (*run) (BvRecordList *, GError **))
{
  BvListPagePrivate *priv = GET_PRIVATE (self);
  GError *error = NULL;

  if (priv->list == NULL)
    return;
  fill_query (self);
  if (!needs_movement (self) && !run (priv->list, &error))
    bv_page_report (BV_PAGE (self), error);
  bv_list_page_sync_state (self);
  bv_list_page_sync_editor (self);
  read_on (self);
}

void
bv_list_page_refresh (BvListPage *self)
{
  run_query (self, bv_record_list_reload);
}

/* The query for rows that nobody has seen yet. */
static void
start (BvListPage *self)
{
  run_query (self, bv_record_list_start);
}

static void
set_chip_contexts (BvListPage *self)
{
  BvListPagePrivate *priv = GET_PRIVATE (self);

  for (guint i = 0; i < priv->chips->len; i++)
    bv_list_chip_set_context (g_ptr_array_index (priv->chips, i),
                              bv_page_get_office (BV_PAGE (self)),
                              bv_page_get_movement (BV_PAGE (self)));
}

void
bv_list_page_clear_narrowing (BvListPage *self)
{
  BvListPagePrivate *priv = GET_PRIVATE (self);

  for (guint i = 0; i < priv->chips->len; i++)
    bv_list_chip_clear (g_ptr_array_index (priv->chips, i));
  gtk_editable_set_text (GTK_EDITABLE (priv->search), "");
  bv_list_page_refresh (self);
}

/* Clearing away what hides a row is only asked for when the row is not in sight. */
gboolean
bv_list_page_show_row (BvListPage *self, gint64 id)
{
  BvListPagePrivate *priv = GET_PRIVATE (self);

  g_return_val_if_fail (BV_IS_LIST_PAGE (self), FALSE);

  if (priv->list == NULL || !bv_list_page_flush (BV_PAGE (self)))
    return FALSE;
  if (bv_record_list_find (priv->list, id) == G_MAXUINT)
    bv_list_page_clear_narrowing (self);
  if (bv_record_list_find (priv->list, id) == G_MAXUINT)
    return FALSE;
  bv_list_table_select (priv->table, id);
  bv_list_page_sync_editor (self);
  bv_list_split_show_editor (priv->split, TRUE);
  bv_list_table_focus_row (priv->table);
  return TRUE;
}

gint64
bv_list_page_get_selected (BvListPage *self)
{
  g_return_val_if_fail (BV_IS_LIST_PAGE (self), 0);
  return GET_PRIVATE (self)->list != NULL ? bv_list_table_get_selected (GET_PRIVATE (self)->table)
                                          : 0;
}

static void
bv_list_page_show_row_vfunc (BvPage *page, gint64 id)
{
  bv_list_page_show_row (BV_LIST_PAGE (page), id);
}

static void
bv_list_page_narrow (BvPage *page, const BvQuery *query)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = GET_PRIVATE (self);

  if (priv->list == NULL || !bv_list_page_flush (page))
    return;
  for (guint i = 0; i < priv->chips->len; i++)
    bv_list_chip_take (g_ptr_array_index (priv->chips, i), query);
  gtk_editable_set_text (GTK_EDITABLE (priv->search), query->search != NULL ? query->search : "");
  bv_list_page_edit_row (self, NOTHING_EDITED);
  bv_list_page_refresh (self);
  bv_list_page_select_first (self);
  bv_list_table_focus_row (priv->table);
}

/* Where there is no row yet, what begins the list has the keyboard. */
static void
bv_list_page_take_keyboard (BvPage *page)
{
  BvListPagePrivate *priv = GET_PRIVATE (BV_LIST_PAGE (page));

  if (g_str_equal (gtk_stack_get_visible_child_name (priv->stack), "empty"))
    gtk_widget_grab_focus (priv->empty_button);
  else
    bv_list_table_focus_row (priv->table);
}

/* The keyboard starts in the table, unless the user is somewhere else already. */
static void
focus_first (BvListPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));

  if (root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    bv_page_take_keyboard (BV_PAGE (self));
}

static void
bv_list_page_load (BvPage *page)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = GET_PRIVATE (self);

  priv->list = bv_record_list_new (bv_page_get_office (page), GET_KIND (self));
  if (BV_LIST_PAGE_GET_CLASS (self)->confined_field != NULL)
    bv_record_list_confine (
        priv->list,
        bv_kind_find_field (GET_KIND (self), BV_LIST_PAGE_GET_CLASS (self)->confined_field),
        BV_LIST_PAGE_GET_CLASS (self)->confined_value);
  bv_inspector_set_office (priv->inspector, bv_page_get_office (page));
  set_chip_contexts (self);
  bv_list_table_set_list (priv->table, priv->list);
  start (self);
  bv_list_page_select_first (self);
  focus_first (self);
}

static void
bv_list_page_movement_changed (BvPage *page)
{
  BvListPage *self = BV_LIST_PAGE (page);

  if (GET_PRIVATE (self)->list == NULL)
    return;
  bv_list_page_edit_row (self, NOTHING_EDITED);
  if (bv_inspector_get_pins (GET_PRIVATE (self)->inspector) != NULL)
    bv_pins_forget_movement (bv_inspector_get_pins (GET_PRIVATE (self)->inspector));
  set_chip_contexts (self);
  start (self);
  bv_list_page_select_first (self);
}

static void
bv_list_page_changed (BvPage *page, GPtrArray *changes)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = GET_PRIVATE (self);
  GError *error = NULL;
  guint place;

  if (priv->list == NULL)
    return;
  place = bv_record_list_find (priv->list, priv->edited);
  if (!needs_movement (self) && !bv_record_list_apply (priv->list, changes, &error))
    bv_page_report (page, error);
  if (BV_LIST_PAGE_GET_CLASS (self)->confined_field != NULL)
    bv_list_page_go_on (self, place);
  bv_list_page_follow (self, changes);
  if (priv->evidence != NULL)
    bv_evidence_mark_follow (priv->evidence, changes);
  bv_list_page_sync_state (self);
  read_on (self);
}

static void
bv_list_page_find (BvPage *page)
{
  BvListPagePrivate *priv = GET_PRIVATE (BV_LIST_PAGE (page));

  if (bv_list_split_is_folded (priv->split))
    bv_list_split_show_editor (priv->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (priv->search));
  gtk_editable_select_region (GTK_EDITABLE (priv->search), 0, -1);
}

static void
bv_list_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (bv_list_page_parent_class)->constructed (object);
  bv_list_page_build (BV_LIST_PAGE (object));
}

static void
bv_list_page_dispose (GObject *object)
{
  BvListPagePrivate *priv = GET_PRIVATE (BV_LIST_PAGE (object));

  if (priv->table != NULL)
    bv_list_table_set_list (priv->table, NULL);
  priv->table = NULL;
  g_clear_object (&priv->list);
  g_clear_pointer (&priv->evidence, bv_evidence_mark_free);
  g_clear_pointer (&priv->chips, g_ptr_array_unref);
  G_OBJECT_CLASS (bv_list_page_parent_class)->dispose (object);
}

static void
bv_list_page_class_init (BvListPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_list_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = bv_list_page_dispose;
  bv_list_page_install_actions (GTK_WIDGET_CLASS (klass));
  page_class->load = bv_list_page_load;
  page_class->movement_changed = bv_list_page_movement_changed;
  page_class->changed = bv_list_page_changed;
  page_class->take_keyboard = bv_list_page_take_keyboard;
  page_class->flush = bv_list_page_flush;
  page_class->new_row = bv_list_page_new_row;
  page_class->duplicate_row = bv_list_page_duplicate_row;
  page_class->delete_rows = bv_list_page_delete_rows;
  page_class->find = bv_list_page_find;
  page_class->edit = bv_list_page_edit;
  page_class->import_rows = bv_list_page_import_rows;
  bv_list_page_install_printing (GTK_WIDGET_CLASS (klass));
  page_class->paste_rows = bv_list_page_paste_rows;
  page_class->make_export = bv_list_page_make_export;
  page_class->step_row = bv_list_page_step_row;
  page_class->show_row = bv_list_page_show_row_vfunc;
  page_class->narrow = bv_list_page_narrow;
  klass->dup_subtitle = dup_count;
  klass->start = bv_list_page_new_row;
  klass->take_files = bv_list_page_take_files;
}

static void
bv_list_page_init (BvListPage *self)
{
  BvListPagePrivate *priv = GET_PRIVATE (self);

  priv->chips = g_ptr_array_new ();
  priv->edited = NOTHING_EDITED;
}

void
bv_list_page_add_tool (BvListPage *self, GtkWidget *widget)
{
  GtkWidget *bar = GET_PRIVATE (self)->bar;
  GtkWidget *tools = gtk_widget_get_prev_sibling (bar);

  g_return_if_fail (BV_IS_LIST_PAGE (self));
  if (tools == NULL) {
    tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    gtk_widget_add_css_class (tools, "bv-list-bar");
    gtk_box_prepend (GTK_BOX (gtk_widget_get_parent (bar)), tools);
  }
  gtk_box_append (GTK_BOX (tools), widget);
}

guint
bv_list_page_count (BvListPage *self, const char *field, const char *value)
{
  g_autoptr (BvQuery) query = bv_query_new (GET_KIND (self));
  g_auto (BvValue) wanted = BV_VALUE_INIT;

  query->movement_id = bv_page_get_movement (BV_PAGE (self));
  if (bv_kind_find_field (GET_KIND (self), field)->type == BV_FIELD_CHOICE)
    bv_value_set_text (&wanted, value);
  else
    bv_value_set_integer (&wanted, g_ascii_strtoll (value, NULL, 10));
  bv_query_set_filter (query, bv_kind_find_field (GET_KIND (self), field), &wanted);
  return MAX (0, bv_query_count (query, bv_page_get_office (BV_PAGE (self)), NULL));
}

void
bv_list_page_add_mark (BvListPage *self, BvListMark *mark, int width)
{
  g_return_if_fail (BV_IS_LIST_PAGE (self));
  bv_list_table_add_mark (bv_list_page_get_private (self)->table, mark, width);
}
