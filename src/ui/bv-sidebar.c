/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side of the window: the movement in hand and the list of pages with their counts. */
#include "config.h"

#include "bv-sidebar.h"

#include "bv-query.h"
#include "bv-record.h"
#include "bv-sidebar-row.h"
#include "bv-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _BvSidebar
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkDropDown *movements;
  GtkListBox *list;

  /* Owned */
  BvOffice *office;
  GListStore *records; /* BvRecord of the movements */

  gboolean quiet; /* selections of our own making are no choice */
};

enum { PAGE_CHOSEN, MOVEMENT_CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (BvSidebar, bv_sidebar, ADW_TYPE_BIN)

/* "1/6 – 30/8/2024": days and months as official papers write them, 0 before 1 to 9 and January and
 * February. */
static char *
format_period (BvRecord *movement)
{
  guint y1, m1, d1, y2, m2, d2;

  if (sscanf (bv_record_get_text (movement, "start_on"), "%4u-%2u-%2u", &y1, &m1, &d1) != 3)
    return NULL;
  if (sscanf (bv_record_get_text (movement, "end_on"), "%4u-%2u-%2u", &y2, &m2, &d2) != 3)
    return g_strdup_printf (_ ("from %02u/%u/%u"), d1, m1, y1);
  if (y1 == y2)
    return g_strdup_printf ("%02u/%u – %02u/%u/%u", d1, m1, d2, m2, y2);
  return g_strdup_printf ("%02u/%u/%u – %02u/%u/%u", d1, m1, y1, d2, m2, y2);
}

static const char *
get_short_title (BvRecord *movement)
{
  const char *title = bv_record_get_text (movement, "short_title");

  return *title != '\0' ? title : bv_record_get_text (movement, "title");
}

static void
movement_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 2; i++) {
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (label), data != NULL ? 48 : 24);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_lines (GTK_LABEL (label), 2);
    gtk_widget_add_css_class (label, i == 0 ? "movement-title" : "movement-period");
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_list_item_set_child (item, box);
}

static void
movement_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *period = gtk_widget_get_next_sibling (title);
  BvRecord *movement = gtk_list_item_get_item (item);
  g_autofree char *dates = format_period (movement);

  gtk_label_set_text (GTK_LABEL (title), get_short_title (movement));
  gtk_label_set_text (GTK_LABEL (period), dates != NULL ? dates : _ ("no dates yet"));
}

static GtkListItemFactory *
create_factory (gboolean wide)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (
      factory, "setup", G_CALLBACK (movement_setup_cb), wide ? GINT_TO_POINTER (1) : NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (movement_bind_cb), NULL);
  return factory;
}

static const char *
get_group (GtkListBoxRow *row)
{
  return row != NULL ? bv_sidebar_row_get_page (BV_SIDEBAR_ROW (row))->group : NULL;
}

static GtkWidget *
create_heading (const char *group)
{
  GtkWidget *label = gtk_label_new (_ (group));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group");
  return label;
}

static GtkWidget *
create_gap (void)
{
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (gap, "gap");
  return gap;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = get_group (row);

  if (g_strcmp0 (group, get_group (before)) == 0)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, group != NULL ? create_heading (group) : create_gap ());
}

static void
fill_list (BvSidebar *self)
{
  const BvPageInfo *pages = bv_pages_get ();

  for (guint i = 0; pages[i].name != NULL; i++)
    gtk_list_box_append (self->list, bv_sidebar_row_new (&pages[i], i));
}

static GPtrArray *
load_movements (BvSidebar *self)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = bv_query_run (query, self->office, &error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    BvRecord *record = bv_office_load (
        self->office, &bv_movement_kind, g_array_index (ids, gint64, i), &error);

    if (record == NULL)
      break;
    g_ptr_array_add (records, record);
  }
  if (error != NULL)
    g_message ("The movements could not be read: %s", error->message);
  return g_steal_pointer (&records);
}

static void
select_movement (BvSidebar *self, gint64 id)
{
  GListModel *model = G_LIST_MODEL (self->records);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (BvRecord) record = g_list_model_get_item (model, i);

    if (bv_record_get_id (record) == id)
      gtk_drop_down_set_selected (self->movements, i);
  }
}

static void
movement_selected_cb (BvSidebar *self)
{
  g_assert (BV_IS_SIDEBAR (self));

  if (self->quiet || self->office == NULL)
    return;
  bv_sidebar_count (self);
  g_signal_emit (self, signals[MOVEMENT_CHOSEN], 0, bv_sidebar_get_movement (self));
}

static void
row_selected_cb (BvSidebar *self, GtkListBoxRow *row)
{
  g_assert (BV_IS_SIDEBAR (self));

  if (row != NULL && !self->quiet)
    g_signal_emit (
        self, signals[PAGE_CHOSEN], 0, bv_sidebar_row_get_page (BV_SIDEBAR_ROW (row))->name);
}

static void
bv_sidebar_dispose (GObject *object)
{
  BvSidebar *self = BV_SIDEBAR (object);

  g_clear_object (&self->office);
  g_clear_object (&self->records);
  G_OBJECT_CLASS (bv_sidebar_parent_class)->dispose (object);
}

static void
bv_sidebar_class_init (BvSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_sidebar_dispose;
  g_type_ensure (BV_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/bv-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, BvSidebar, movements);
  gtk_widget_class_bind_template_child (widget_class, BvSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);

  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen",
                                       BV_TYPE_SIDEBAR,
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_STRING);
  signals[MOVEMENT_CHOSEN] = g_signal_new ("movement-chosen",
                                           BV_TYPE_SIDEBAR,
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_INT64);
}

static void
bv_sidebar_init (BvSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = create_factory (FALSE);
  g_autoptr (GtkListItemFactory) list_factory = create_factory (TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->records = g_list_store_new (BV_TYPE_RECORD);
  gtk_drop_down_set_factory (self->movements, factory);
  gtk_drop_down_set_list_factory (self->movements, list_factory);
  gtk_drop_down_set_model (self->movements, G_LIST_MODEL (self->records));
  g_signal_connect_object (self->movements,
                           "notify::selected-item",
                           G_CALLBACK (movement_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->quiet = TRUE;
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  fill_list (self);
  self->quiet = FALSE;
}

GtkWidget *
bv_sidebar_new (void)
{
  return g_object_new (BV_TYPE_SIDEBAR, NULL);
}

void
bv_sidebar_set_office (BvSidebar *self, BvOffice *office)
{
  g_return_if_fail (BV_IS_SIDEBAR (self));

  g_set_object (&self->office, office);
  self->quiet = TRUE;
  g_list_store_remove_all (self->records);
  self->quiet = FALSE;
  if (office != NULL)
    bv_sidebar_refresh (self);
}

void
bv_sidebar_set_page (BvSidebar *self, const char *name)
{
  GtkListBoxRow *row;

  g_return_if_fail (BV_IS_SIDEBAR (self));

  self->quiet = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (bv_sidebar_row_get_page (BV_SIDEBAR_ROW (row))->name, name) == 0)
      gtk_list_box_select_row (self->list, row);
  self->quiet = FALSE;
}

void
bv_sidebar_refresh (BvSidebar *self)
{
  g_autoptr (BvRecord) own = bv_office_get_own (self->office, NULL);
  g_autoptr (GPtrArray) records = load_movements (self);
  gint64 before = bv_sidebar_get_movement (self);

  g_return_if_fail (BV_IS_SIDEBAR (self));

  adw_window_title_set_subtitle (self->title, own != NULL ? bv_record_get_text (own, "name") : "");
  self->quiet = TRUE;
  g_list_store_splice (self->records,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->records)),
                       records->pdata,
                       records->len);
  select_movement (self, before);
  gtk_widget_set_visible (GTK_WIDGET (self->movements), records->len > 0);
  self->quiet = FALSE;
  bv_sidebar_count (self);
  if (bv_sidebar_get_movement (self) != before)
    g_signal_emit (self, signals[MOVEMENT_CHOSEN], 0, bv_sidebar_get_movement (self));
}

void
bv_sidebar_count (BvSidebar *self)
{
  gint64 movement = bv_sidebar_get_movement (self);
  GtkListBoxRow *row;

  g_return_if_fail (BV_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    bv_sidebar_row_count (BV_SIDEBAR_ROW (row), self->office, movement);
}

gint64
bv_sidebar_get_movement (BvSidebar *self)
{
  BvRecord *record;

  g_return_val_if_fail (BV_IS_SIDEBAR (self), 0);

  record = gtk_drop_down_get_selected_item (self->movements);
  return record != NULL ? bv_record_get_id (record) : 0;
}

void
bv_sidebar_set_movement (BvSidebar *self, gint64 id)
{
  g_return_if_fail (BV_IS_SIDEBAR (self));
  select_movement (self, id);
}
