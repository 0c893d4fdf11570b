/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last line of the evidence card: a button, or how far the reading is. */
#include "config.h"

#include "bv-evidence-intake.h"

#include "bv-attachment.h"
#include "bv-copied-files.h"
#include "bv-dialogs.h"
#include "bv-evidence-reading.h"
#include "bv-file-size.h"

#include <glib/gi18n-lib.h>

#define LOOK_INTERVAL 100 /* milliseconds; what is read sooner shows no progress at all */

struct _BvEvidenceIntake
{
  GtkBox parent_instance;

  /* Borrowed references: children */
  GtkWidget *button;
  GtkWidget *busy;
  GtkLabel *label;
  GtkProgressBar *progress;

  /* Owned */
  BvEvidenceReading *reading; /* while it runs */
  GCancellable *pasting;
  char *path; /* of the office file */
  guint look_id;
  gint64 owner_id;   /* who is shown */
  gint64 reading_id; /* who was shown when the reading began */
};

enum { READ, TOLD, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvEvidenceIntake, bv_evidence_intake, GTK_TYPE_BOX)

/* Reading */

static void
show_busy (BvEvidenceIntake *self, gboolean busy)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  gtk_widget_set_visible (self->busy, busy);
  gtk_widget_set_visible (self->button, !busy);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
stop_looking (BvEvidenceIntake *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  show_busy (self, FALSE);
}

static gboolean
look_cb (gpointer data)
{
  BvEvidenceIntake *self = data;
  guint n = bv_evidence_reading_get_n_items (self->reading);
  g_autofree char *text = g_strdup_printf (ngettext ("Reading %u file…", "Reading %u files…", n),
                                           n);

  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, bv_evidence_reading_get_fraction (self->reading));
  show_busy (self, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
finished_cb (BvEvidenceIntake *self)
{
  g_autoptr (BvEvidenceReading) reading = g_steal_pointer (&self->reading);

  stop_looking (self);
  g_signal_emit (self, signals[READ], 0, reading, self->reading_id);
}

static void
cancel (BvEvidenceIntake *self, void (*end) (BvEvidenceReading *))
{
  if (self->pasting)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  if (!self->reading)
    return;
  g_signal_handlers_disconnect_by_data (self->reading, self);
  end (self->reading);
  g_clear_object (&self->reading);
  stop_looking (self);
}

static void
tell (BvEvidenceIntake *self, const char *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
cancel_cb (BvEvidenceIntake *self)
{
  cancel (self, bv_evidence_reading_cancel);
  tell (self, _ ("Stopped: no file was added"));
}

/* Choosing, dropping, pasting */

static void
files_chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (items, g_list_model_get_item (files, i));
  bv_evidence_intake_take (owner, items);
}

static void
choose_cb (BvEvidenceIntake *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  bv_dialogs_open_files (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                         _ ("Choose proving files"),
                         files_chosen_cb,
                         self);
}

static void
take_files (BvEvidenceIntake *self, GSList *files)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = files; l; l = l->next)
    g_ptr_array_add (items, g_object_ref (l->data));
  bv_evidence_intake_take (self, items);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvEvidenceIntake *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  take_files (self, files);
  return TRUE;
}

static void
files_pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvEvidenceIntake) self = data;
  g_autoptr (GSList) files = bv_copied_files_finish (clipboard, result);

  take_files (self, files);
}

static void
picture_pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvEvidenceIntake) self = data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GdkTexture *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (!texture)
    return;
  g_ptr_array_add (items, texture);
  bv_evidence_intake_take (self, items);
}

static const char *const picture_types[] = {
  "image/png", "image/jpeg", "image/tiff", "image/bmp", NULL
};
static const char *const text_types[] = { "text/plain", "text/plain;charset=utf-8", NULL };

static gboolean
offers (GdkContentFormats *formats, GType type, const char *const *media_types)
{
  gboolean found = gdk_content_formats_contain_gtype (formats, type);

  for (guint i = 0; !found && media_types[i]; i++)
    found = gdk_content_formats_contain_mime_type (formats, media_types[i]);
  return found;
}

/* A copied file may offer its picture as well: the file itself is what proves. */
static gboolean
paste (BvEvidenceIntake *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  if (bv_copied_files_are_on (clipboard))
    bv_copied_files_read (clipboard, self->pasting, files_pasted_cb, self);
  else if (offers (formats, GDK_TYPE_TEXTURE, picture_types))
    gdk_clipboard_read_texture_async (
        clipboard, self->pasting, picture_pasted_cb, g_object_ref (self));
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvEvidenceIntake *self)
{
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_v || !(state & GDK_CONTROL_MASK)
      || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  if (!paste (self))
    tell (self, _ ("Neither a picture nor a file was copied"));
  return TRUE;
}

/* A page that goes away takes its reading with it; what comes next may close the office file. */
static void
bv_evidence_intake_unroot (GtkWidget *widget)
{
  cancel (BV_EVIDENCE_INTAKE (widget), bv_evidence_reading_end);
  GTK_WIDGET_CLASS (bv_evidence_intake_parent_class)->unroot (widget);
}

static void
bv_evidence_intake_dispose (GObject *object)
{
  cancel (BV_EVIDENCE_INTAKE (object), bv_evidence_reading_end);
  G_OBJECT_CLASS (bv_evidence_intake_parent_class)->dispose (object);
}

static void
bv_evidence_intake_finalize (GObject *object)
{
  g_free (BV_EVIDENCE_INTAKE (object)->path);
  G_OBJECT_CLASS (bv_evidence_intake_parent_class)->finalize (object);
}

static void
bv_evidence_intake_class_init (BvEvidenceIntakeClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_evidence_intake_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_evidence_intake_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = bv_evidence_intake_unroot;
  signals[READ] = g_signal_new ("read",
                                type,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                2,
                                BV_TYPE_EVIDENCE_READING,
                                G_TYPE_INT64);
  signals[TOLD] = g_signal_new (
      "told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_hint (void)
{
  g_autofree char *most = bv_file_size_format (BV_ATTACHMENT_MAXIMUM);
  /* Translators: under "Add files…"; %s is a size. */
  g_autofree char *text = g_strdup_printf (
      _ ("or drop them here, or paste with Ctrl+V · %s each at most"), most);
  GtkWidget *hint = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  return hint;
}

static GtkWidget *
new_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ ("Add files…"));
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), new_hint ());
  gtk_widget_add_css_class (icon, "bv-thumbnail");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-child");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add proving files"), -1);
  return button;
}

static GtkWidget *
new_busy (BvEvidenceIntake *self)
{
  GtkWidget *busy = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->progress));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (stop, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (busy), texts);
  gtk_box_append (GTK_BOX (busy), stop);
  gtk_widget_add_css_class (busy, "bv-intake");
  gtk_widget_set_visible (busy, FALSE);
  return busy;
}

static void
bv_evidence_intake_init (BvEvidenceIntake *self)
{
  self->button = new_button ();
  self->busy = new_busy (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (self), self->busy);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (choose_cb), self);
}

GtkWidget *
bv_evidence_intake_new (void)
{
  return g_object_new (BV_TYPE_EVIDENCE_INTAKE, NULL);
}

void
bv_evidence_intake_set_owner (BvEvidenceIntake *self, const char *path, gint64 id)
{
  g_free (self->path);
  self->path = g_strdup (path);
  self->owner_id = id;
}

void
bv_evidence_intake_watch (BvEvidenceIntake *self, GtkWidget *whole)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (whole, GTK_EVENT_CONTROLLER (target));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (whole, keys);
}

void
bv_evidence_intake_take (BvEvidenceIntake *self, GPtrArray *items)
{
  if (items->len == 0 || self->owner_id == 0)
    return;
  if (self->reading) {
    tell (self, _ ("Other files are still being read. Add these afterwards."));
    return;
  }
  self->reading = bv_evidence_reading_new (self->path, items);
  self->reading_id = self->owner_id;
  g_signal_connect_swapped (self->reading, "finished", G_CALLBACK (finished_cb), self);
  self->look_id = g_timeout_add (LOOK_INTERVAL, look_cb, self);
  bv_evidence_reading_start (self->reading);
}

gboolean
bv_evidence_intake_paste (BvEvidenceIntake *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  return (bv_copied_files_are_on (clipboard)
          || !offers (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING, text_types))
         && paste (self);
}

gboolean
bv_evidence_intake_is_reading (BvEvidenceIntake *self)
{
  return self->reading != NULL;
}
