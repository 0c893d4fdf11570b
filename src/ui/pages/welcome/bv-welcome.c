/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person sees while no office file is open. */
#include "config.h"

#include "bv-welcome.h"

#include "bv-office.h"
#include "bv-welcome-card.h"

#include <glib/gi18n-lib.h>

#define MOST_RECENT 6

struct _BvWelcome
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  GtkButton *open_button;
  AdwPreferencesGroup *recent;

  /* Borrowed */
  GPtrArray *rows; /* of the recent files */
};

G_DEFINE_TYPE (BvWelcome, bv_welcome, ADW_TYPE_BIN)

static void
open_file (GFile *file)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_open (application, &file, 1, "");
}

static void
row_activated_cb (AdwActionRow *row)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (row), "uri"));

  open_file (file);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvWelcome *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *name = files != NULL ? g_file_get_basename (files->data) : NULL;

  if (name == NULL)
    return FALSE;
  if (!g_str_has_suffix (name, BV_OFFICE_EXTENSION)) {
    g_autofree char *sentence = g_strdup_printf (
        _ ("“%s” is not an office file. Office files end in %s."), name, BV_OFFICE_EXTENSION);

    bv_welcome_set_error (self, sentence);
    return FALSE;
  }
  open_file (files->data);
  return TRUE;
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

/* "14:02" today, "05/06/2024" before. */
static char *
format_visit (GtkRecentInfo *info)
{
  g_autoptr (GDateTime) visit = g_date_time_to_local (gtk_recent_info_get_visited (info));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (visit) == g_date_time_get_year (now)
                   && g_date_time_get_day_of_year (visit) == g_date_time_get_day_of_year (now);

  return g_date_time_format (visit, today ? _ ("today, %H:%M") : "%d/%m/%Y");
}

static void
add_row (BvWelcome *self, GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *where = g_file_get_parse_name (folder);
  g_autofree char *visit = format_visit (info);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (visit);

  if (g_str_has_suffix (name, BV_OFFICE_EXTENSION))
    name[strlen (name) - strlen (BV_OFFICE_EXTENSION)] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  adw_preferences_group_add (self->recent, row);
  g_ptr_array_add (self->rows, row);
}

static void
bv_welcome_finalize (GObject *object)
{
  g_ptr_array_unref (BV_WELCOME (object)->rows);
  G_OBJECT_CLASS (bv_welcome_parent_class)->finalize (object);
}

static void
bv_welcome_class_init (BvWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_welcome_finalize;
  g_type_ensure (BV_TYPE_WELCOME_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bangvang/BangVang/pages/welcome/bv-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWelcome, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, BvWelcome, error_label);
  gtk_widget_class_bind_template_child (widget_class, BvWelcome, open_button);
  gtk_widget_class_bind_template_child (widget_class, BvWelcome, recent);
}

static void
bv_welcome_init (BvWelcome *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  bv_welcome_refresh (self);
}

void
bv_welcome_set_error (BvWelcome *self, const char *sentence)
{
  g_return_if_fail (BV_IS_WELCOME (self));

  if (sentence != NULL)
    gtk_label_set_text (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, sentence != NULL);
}

void
bv_welcome_refresh (BvWelcome *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  g_return_if_fail (BV_IS_WELCOME (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  items = g_list_sort (items, compare_visits);
  for (GList *l = items; l != NULL && self->rows->len < MOST_RECENT; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), BV_OFFICE_EXTENSION)
        && gtk_recent_info_exists (l->data))
      add_row (self, l->data);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
  bv_welcome_set_error (self, NULL);
}
