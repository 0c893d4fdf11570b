/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of a merger: on the left what is asked, on the right what it would do. */
#include "config.h"

#include "bv-merge-window.h"

#include "bv-department-merge.h"
#include "bv-field-row.h"
#include "bv-record.h"
#include "bv-text-label.h"

#include <glib/gi18n-lib.h>

enum { INTO, NAME, SHORT_NAME, ON, DOCUMENT, N_FIELDS };

static const BvField fields[N_FIELDS] = {
  { "into",
    BV_FIELD_REFERENCE,
    N_ ("Into the department"),
    N_ ("Blank: a new department, or a new name for one"),
    .kind = &bv_department_kind },
  { "name", BV_FIELD_TEXT, N_ ("New name"), .maximum = 200 },
  { "short_name", BV_FIELD_TEXT, N_ ("Short name"), .maximum = 40 },
  { "on", BV_FIELD_DATE, N_ ("From"), N_ ("The first day on which this holds") },
  { "document_number", BV_FIELD_TEXT, N_ ("Decision number"), .maximum = 100 },
};

struct _BvMergeWindow
{
  BvTaskWindow parent_instance;

  /* Owned */
  GArray *ids; /* gint64: departments that can be chosen */

  /* Borrowed */
  BvPage *page;      /* outlives the window, which is modal */
  GPtrArray *checks; /* owned; GtkCheckButton, one for each id */
  BvFieldRow *rows[N_FIELDS];
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (BvMergeWindow, bv_merge_window, BV_TYPE_TASK_WINDOW)

/* What is asked */

static GArray *
list_chosen (BvMergeWindow *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_array_append_val (chosen, g_array_index (self->ids, gint64, i));
  return chosen;
}

/* "" and 0 while the field holds nothing that can be read. */
static void
read_field (BvMergeWindow *self, guint field, BvValue *value)
{
  if (!bv_editor_read (bv_field_row_get_editor (self->rows[field]), value, NULL))
    bv_value_clear (value);
}

static char *
dup_text (BvMergeWindow *self, guint field)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  read_field (self, field, &value);
  return g_strdup (value.type == BV_VALUE_TEXT ? value.text : "");
}

/* A new department is of the type of the first that goes into it. */
static BvRecord *
make_target (BvMergeWindow *self, GArray *chosen)
{
  BvOffice *office = bv_page_get_office (self->page);
  g_auto (BvValue) into = BV_VALUE_INIT;
  BvRecord *target;

  read_field (self, INTO, &into);
  if (into.type == BV_VALUE_INTEGER)
    return bv_office_load (office, &bv_department_kind, into.integer, NULL);
  target = bv_record_new (&bv_department_kind);
  for (guint field = NAME; field <= SHORT_NAME; field++) {
    g_autofree char *text = dup_text (self, field);

    bv_record_set_text (target, fields[field].name, text);
  }
  if (chosen->len > 0) {
    g_autoptr (BvRecord) first = bv_office_load (
        office, &bv_department_kind, g_array_index (chosen, gint64, 0), NULL);

    if (first != NULL)
      bv_record_set_value (target, "type", bv_record_get_value (first, "type"));
  }
  return target;
}

typedef gboolean (*MergeFunc) (BvMergeWindow *self, const BvDepartmentMerge *merge);

static gboolean
with_merge (BvMergeWindow *self, MergeFunc func)
{
  g_autoptr (GArray) chosen = list_chosen (self);
  g_autoptr (BvRecord) target = make_target (self, chosen);
  g_autofree char *on = dup_text (self, ON);
  g_autofree char *document = dup_text (self, DOCUMENT);
  const BvDepartmentMerge merge = {
    (const gint64 *) (gpointer) chosen->data, chosen->len, target, on, document
  };

  return target != NULL && func (self, &merge);
}

/* What would happen */

static void
add_line (BvMergeWindow *self, const char *text, const char *css_class)
{
  gtk_box_append (self->lines, bv_text_label_new (text, css_class));
}

static gboolean
show_preview (BvMergeWindow *self, const BvDepartmentMerge *merge)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = bv_department_merge_describe (
      bv_page_get_office (self->page), merge, &error);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (self, lines[i], NULL);
  if (lines == NULL)
    add_line (self, error->message, *merge->on ? "warning" : "dim-label");
  return lines != NULL;
}

static void
update (BvMergeWindow *self)
{
  g_auto (BvValue) into = BV_VALUE_INIT;

  read_field (self, INTO, &into);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[NAME]), into.type != BV_VALUE_INTEGER);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[SHORT_NAME]), into.type != BV_VALUE_INTEGER);
  bv_task_window_set_ready (BV_TASK_WINDOW (self), with_merge (self, show_preview));
}

static void
commit_cb (BvMergeWindow *self, BvFieldRow *row)
{
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (bv_editor_read (bv_field_row_get_editor (row), &value, &error))
    bv_field_row_show (row, &value);
  else
    bv_field_row_set_error (row, error->message);
  update (self);
}

static void
restore_cb (BvMergeWindow *self, BvFieldRow *row)
{
  const BvValue none = BV_VALUE_INIT;

  bv_field_row_show (row, &none);
  update (self);
}

static void
advance_cb (BvMergeWindow *self, BvFieldRow *row)
{
  bv_editor_settle (bv_field_row_get_editor (row));
  commit_cb (self, row);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
apply (BvMergeWindow *self, const BvDepartmentMerge *merge)
{
  GError *error = NULL;
  gint64 id = bv_department_merge_apply (bv_page_get_office (self->page), merge, &error);
  gboolean rename = bv_department_merge_is_rename (merge);

  if (!id) {
    bv_page_report (self->page, error);
    return FALSE;
  }
  bv_page_toast (self->page,
                 rename ? _ ("The department has its new name") : _ ("The departments are merged"),
                 TRUE);
  bv_page_show (self->page, "departments", id);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
bv_merge_window_accept (BvTaskWindow *window)
{
  bv_merge_window_apply (BV_MERGE_WINDOW (window));
}

static void
bv_merge_window_finalize (GObject *object)
{
  BvMergeWindow *self = BV_MERGE_WINDOW (object);

  g_array_unref (self->ids);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (bv_merge_window_parent_class)->finalize (object);
}

static void
bv_merge_window_class_init (BvMergeWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_merge_window_finalize;
  BV_TASK_WINDOW_CLASS (klass)->accept = bv_merge_window_accept;
}

static void
bv_merge_window_init (BvMergeWindow *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->checks = g_ptr_array_new ();
}

/* The upper end */

static GtkWidget *
build_heading (const char *text)
{
  return bv_text_label_new (text, "heading");
}

static GtkWidget *
build_card (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-card");
  return card;
}

static GtkWidget *
build_departments (BvMergeWindow *self)
{
  GtkWidget *card = build_card ();

  for (guint i = 0; i < self->ids->len; i++) {
    const char *name = bv_office_get_name (
        bv_page_get_office (self->page), &bv_department_kind, g_array_index (self->ids, gint64, i));
    GtkWidget *check = gtk_check_button_new_with_label (name);

    gtk_widget_add_css_class (check, "bv-field");
    g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
    g_ptr_array_add (self->checks, check);
    gtk_box_append (GTK_BOX (card), check);
  }
  return card;
}

static GtkWidget *
build_fields (BvMergeWindow *self)
{
  GtkWidget *card = build_card ();

  for (guint i = 0; i < N_FIELDS; i++) {
    GtkWidget *row = bv_field_row_new (&fields[i], bv_page_get_office (self->page));

    self->rows[i] = BV_FIELD_ROW (row);
    g_signal_connect_swapped (row, "commit", G_CALLBACK (commit_cb), self);
    g_signal_connect_swapped (row, "advance", G_CALLBACK (advance_cb), self);
    g_signal_connect_swapped (row, "restore", G_CALLBACK (restore_cb), self);
    g_signal_connect_swapped (
        bv_field_row_get_editor (BV_FIELD_ROW (row)), "edited", G_CALLBACK (update), self);
    gtk_box_append (GTK_BOX (card), row);
  }
  return card;
}

static GtkWidget *
build_side (GtkWidget *content, int width, gboolean expand)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (content, "bv-form");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_size_request (scroller, width, -1);
  gtk_widget_set_hexpand (scroller, expand);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
build_asked (BvMergeWindow *self)
{
  GtkWidget *asked = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (asked), build_heading (_ ("Departments that are merged or renamed")));
  gtk_box_append (GTK_BOX (asked), build_departments (self));
  gtk_box_append (GTK_BOX (asked), build_fields (self));
  return build_side (asked, 420, FALSE);
}

static GtkWidget *
build_preview (BvMergeWindow *self)
{
  GtkWidget *preview = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (preview), build_heading (_ ("What will happen")));
  gtk_box_append (GTK_BOX (preview), GTK_WIDGET (self->lines));
  return build_side (preview, -1, TRUE);
}

static void
build (BvMergeWindow *self)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (sides, "bv-inspector");
  gtk_box_append (GTK_BOX (sides), build_asked (self));
  gtk_box_append (GTK_BOX (sides), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (sides), build_preview (self));
  bv_task_window_build (BV_TASK_WINDOW (self), _ ("_Cancel"), _ ("_Carry out"), sides);
}

/* Those that are there today, in their order. */
static gboolean
list_departments (BvMergeWindow *self, GError **error)
{
  BvOffice *office = bv_page_get_office (self->page);
  g_autoptr (BvQuery) query = bv_query_new (&bv_department_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (BvRecord) department = bv_office_load (office, &bv_department_kind, id, error);

    if (department == NULL)
      return FALSE;
    if (bv_record_is_null (department, "dissolved_on"))
      g_array_append_val (self->ids, id);
  }
  return ids != NULL;
}

GtkWidget *
bv_merge_window_open (BvPage *page, gint64 id)
{
  BvMergeWindow *self = g_object_new (BV_TYPE_MERGE_WINDOW, NULL);
  GError *error = NULL;

  self->page = page;
  if (!list_departments (self, &error)) {
    bv_page_report (page, error);
    gtk_window_destroy (GTK_WINDOW (self));
    return NULL;
  }
  gtk_window_set_title (GTK_WINDOW (self), _ ("Merge or rename departments"));
  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  gtk_window_set_default_size (GTK_WINDOW (self), 940, 640);
  build (self);
  bv_merge_window_choose (self, id);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  if (id != 0)
    bv_field_row_focus (self->rows[NAME]);
  else if (self->checks->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->checks, 0));
  return GTK_WIDGET (self);
}

void
bv_merge_window_choose (BvMergeWindow *self, gint64 id)
{
  g_return_if_fail (BV_IS_MERGE_WINDOW (self));

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), TRUE);
}

void
bv_merge_window_fill (BvMergeWindow *self, const char *field, const BvValue *value)
{
  g_return_if_fail (BV_IS_MERGE_WINDOW (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].name, field))
      bv_field_row_show (self->rows[i], value);
  update (self);
}

char *
bv_merge_window_dup_preview (BvMergeWindow *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (BV_IS_MERGE_WINDOW (self), NULL);

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? "\n" : "", gtk_label_get_label (GTK_LABEL (line)));
  return g_string_free (text, FALSE);
}

gboolean
bv_merge_window_apply (BvMergeWindow *self)
{
  g_return_val_if_fail (BV_IS_MERGE_WINDOW (self), FALSE);

  for (guint i = 0; i < N_FIELDS; i++)
    bv_editor_settle (bv_field_row_get_editor (self->rows[i]));
  update (self);
  return with_merge (self, apply);
}
