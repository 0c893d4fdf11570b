/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes all evidence of one person or department: a menu, then how far it is. */
#include "config.h"

#include "bv-evidence-exporter.h"

#include "bv-dialogs.h"
#include "bv-evidence-export.h"
#include "bv-export-bar.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvEvidenceExporter
{
  GtkBox parent_instance;

  /* Borrowed references: the office and children */
  BvOffice *office;
  GtkWidget *button;
  GtkLabel *title, *count;
  BvExportBar *bar;
  GMenu *menu; /* of the button */

  gint64 subject_id, movement_id;
  gboolean all; /* the place that is being chosen is for all movements */
};

/* For the thread. */
typedef struct
{
  gint64 subject_id, movement_id;
} Wanted;

enum { FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvEvidenceExporter, bv_evidence_exporter, GTK_TYPE_BOX)

static gboolean
write_in_thread (BvOffice *office,
                 const char *target,
                 void (*progress) (double fraction, gpointer data),
                 gpointer progress_data,
                 GCancellable *cancellable,
                 gpointer data,
                 GError **error)
{
  const Wanted *wanted = data;

  return bv_evidence_export_write (office,
                                   wanted->subject_id,
                                   wanted->movement_id,
                                   target,
                                   progress,
                                   progress_data,
                                   cancellable,
                                   error);
}

static void
zip_chosen_cb (gpointer owner, GFile *file)
{
  BvEvidenceExporter *self = owner;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *zip = path && !g_str_has_suffix (path, ".zip") ? g_strconcat (path, ".zip", NULL)
                                                                  : NULL;
  g_autoptr (GFile) target = zip ? g_file_new_for_path (zip) : g_object_ref (file);

  bv_evidence_exporter_write (self, target, self->all);
}

/* A folder of its own in the chosen one, beside older ones. */
static void
folder_chosen_cb (gpointer owner, GFile *parent)
{
  BvEvidenceExporter *self = owner;
  g_autofree char *name = bv_evidence_export_suggest_name (self->office, self->subject_id);
  g_autoptr (GFile) target = g_file_get_child (parent, name);

  for (guint i = 2; g_file_query_exists (target, NULL); i++) {
    g_autofree char *other = g_strdup_printf ("%s (%u)", name, i);

    g_object_unref (target);
    target = g_file_get_child (parent, other);
  }
  bv_evidence_exporter_write (self, target, self->all);
}

static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvEvidenceExporter *self = data;
  const char *what = g_variant_get_string (parameter, NULL);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = bv_evidence_export_suggest_name (self->office, self->subject_id);
  g_autofree char *zip = g_strconcat (name, ".zip", NULL);

  if (bv_evidence_exporter_is_running (self))
    return;
  self->all = g_str_has_suffix (what, "-all");
  if (g_str_has_prefix (what, "zip"))
    bv_dialogs_save_file (window, _ ("Export evidence"), NULL, NULL, zip, zip_chosen_cb, self);
  else
    bv_dialogs_choose_folder (
        window, _ ("Choose where the folder goes"), NULL, folder_chosen_cb, self);
}

static void
failed_cb (BvEvidenceExporter *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
finished_cb (BvEvidenceExporter *self)
{
  gtk_widget_set_sensitive (self->button, TRUE);
}

static void
bv_evidence_exporter_class_init (BvEvidenceExporterClass *klass)
{
  signals[FAILED] = g_signal_new ("failed",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static GtkWidget *
new_line (BvEvidenceExporter *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("document-save-symbolic"));
  gtk_box_append (GTK_BOX (line), texts);
  return line;
}

static void
build_actions (BvEvidenceExporter *self)
{
  static const GActionEntry entries[] = { { "write", choose_cb, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "evidence", G_ACTION_GROUP (group));
}

static void
bv_evidence_exporter_init (BvEvidenceExporter *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->menu = menu;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), new_line (self));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_widget_add_css_class (self->button, "bv-wide");
  self->bar = BV_EXPORT_BAR (bv_export_bar_new ());
  bv_export_bar_set_narrow (self->bar);
  g_signal_connect_swapped (self->bar, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->bar, "finished", G_CALLBACK (finished_cb), self);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  build_actions (self);
}

GtkWidget *
bv_evidence_exporter_new (BvOffice *office)
{
  BvEvidenceExporter *self = g_object_new (BV_TYPE_EVIDENCE_EXPORTER, NULL);

  self->office = office;
  return GTK_WIDGET (self);
}

static void
append_section (GMenu *menu, const char *label, const char *zip, const char *folder)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _ ("One .zip file…"), zip);
  g_menu_append (section, _ ("A folder…"), folder);
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
}

static void
fill_menu (BvEvidenceExporter *self)
{
  g_menu_remove_all (self->menu);
  if (self->movement_id)
    append_section (
        self->menu, _ ("Of the movement in hand"), "evidence.write::zip", "evidence.write::folder");
  append_section (
      self->menu, _ ("Of all movements"), "evidence.write::zip-all", "evidence.write::folder-all");
}

void
bv_evidence_exporter_set_subject (BvEvidenceExporter *self, gint64 subject_id, gint64 movement_id)
{
  gint64 n_all = subject_id ? bv_evidence_export_count (self->office, subject_id, 0, NULL) : 0;
  gint64 n = movement_id && n_all > 0
                 ? bv_evidence_export_count (self->office, subject_id, movement_id, NULL)
                 : n_all;
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), n_all > 0);
  if (n_all <= 0)
    return;
  self->subject_id = subject_id;
  self->movement_id = movement_id;
  /* Translators: %s is a person or a department. */
  title = g_strdup_printf (_ ("Export all evidence of %s"),
                           bv_office_get_subject_name (self->office, subject_id));
  count = movement_id
              ? g_strdup_printf (
                  _ ("%u files in this movement, %u in all"), (guint) n, (guint) n_all)
              : g_strdup_printf (ngettext ("%u file", "%u files", (guint) n_all), (guint) n_all);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->count, count);
  bv_tooltip_set (self->button, title);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  fill_menu (self);
}

void
bv_evidence_exporter_write (BvEvidenceExporter *self, GFile *target, gboolean all)
{
  Wanted *wanted;

  if (bv_evidence_exporter_is_running (self))
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->subject_id = self->subject_id;
  wanted->movement_id = all ? 0 : self->movement_id;
  gtk_widget_set_sensitive (self->button, FALSE);
  bv_export_bar_start (self->bar, self->office, target, write_in_thread, wanted, g_free);
}

gboolean
bv_evidence_exporter_is_running (BvEvidenceExporter *self)
{
  return bv_export_bar_is_running (self->bar);
}
