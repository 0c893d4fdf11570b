/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emulation movements of the office. */
#include "config.h"

#include "bv-movement-list-page.h"

#include "bv-create-window.h"
#include "bv-movement-clone.h"
#include "bv-query.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvMovementListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvMovementListPage, bv_movement_list_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "launch", "report", NULL };

static guint
count_contents (BvOffice *office, gint64 movement_id)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_criterion_kind);
  g_autoptr (GArray) ids = NULL;

  query->movement_id = movement_id;
  ids = bv_query_run (query, office, NULL);
  return ids ? ids->len : 0;
}

/* What the new movement begins with, in one sentence. */
static char *
describe_clone (BvOffice *office, gint64 movement_id)
{
  guint n = count_contents (office, movement_id);

  return g_strdup_printf (
      ngettext ("With %u content and the quotas of “%s”. Pledges, achievements and scores stay "
                "where they are.",
                "With %u contents and the quotas of “%s”. Pledges, achievements and scores stay "
                "where they are.",
                n),
      n,
      bv_office_get_name (office, &bv_movement_kind, movement_id));
}

static gboolean
write_clone (BvOffice *office, BvRecord *clone, gpointer movement_id, GError **error)
{
  return bv_movement_clone_write (office, *(gint64 *) movement_id, clone, error);
}

static void
created_cb (BvMovementListPage *self, gint64 id)
{
  bv_list_page_show_row (BV_LIST_PAGE (self), id);
  bv_page_toast (BV_PAGE (self), _ ("The movement is cloned"), TRUE);
}

/* The row chosen, else the movement in hand. */
static void
clone_cb (BvMovementListPage *self)
{
  static const char *const asked[] = { "title", "short_title", "start_on", "end_on", NULL };
  BvPage *page = BV_PAGE (self);
  BvOffice *office = bv_page_get_office (page);
  gint64 id = bv_list_page_get_selected (BV_LIST_PAGE (self));
  g_autoptr (BvRecord) clone = NULL;
  g_autofree char *note = NULL;
  GError *error = NULL;
  GtkWidget *window;

  if (!id)
    id = bv_page_get_movement (page);
  if (!id || !bv_office_is_writable (office) || !bv_page_flush (page))
    return;
  clone = bv_movement_clone_prepare (office, id, &error);
  if (!clone) {
    bv_page_report (page, error);
    return;
  }
  note = describe_clone (office, id);
  window = bv_create_window_new_for (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     office,
                                     clone,
                                     _ ("Clone the movement"),
                                     note,
                                     asked);
  bv_create_window_set_writer (
      BV_CREATE_WINDOW (window), write_clone, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (window, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
bv_movement_list_page_constructed (GObject *object)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Clone the movement…"));

  G_OBJECT_CLASS (bv_movement_list_page_parent_class)->constructed (object);
  bv_tooltip_set (
      button,
      _ ("A new one a year later, with its contents and quotas, without pledges and scores"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clone_cb), object);
  bv_list_page_add_tool (BV_LIST_PAGE (object), button);
}

static void
bv_movement_list_page_class_init (BvMovementListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_movement_list_page_constructed;
  list_class->kind = &bv_movement_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-movement-symbolic";
  list_class->empty_title = N_ ("No movement yet");
  list_class->empty_text = N_ ("Create the movement as its launch notice says: title, period, "
                               "contents. Next year’s is cloned "
                               "from it in one step.");
  list_class->new_label = N_ ("Create a movement");
  list_class->search_label = N_ ("Search movements");
}

static void
bv_movement_list_page_init (BvMovementListPage *self)
{
}
