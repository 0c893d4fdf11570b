/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the counting team, typed line by line; the second time without seeing the first.
 */
#include "config.h"

#include "bv-counting-window.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>

#define N_BOX_FIELDS 4
#define N_LINE_FIELDS 4

struct _BvCountingWindow
{
  AdwWindow parent_instance;
  guint entry;

  /* Owned */
  BvCouncilSession *session;
  GPtrArray *fields; /* GtkEntry, borrowed: those of the box, then of each line */

  /* Borrowed references: children */
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (BvCountingWindow, bv_counting_window, ADW_TYPE_WINDOW)

static gboolean
has_written (BvCountingWindow *self)
{
  return bv_council_session_get_presence (self->session)->n_written > 0;
}

static gboolean
read_field (GtkEntry *field, gint64 *number, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));

  if (!*text) {
    *number = 0;
    return TRUE;
  }
  if (g_ascii_string_to_signed (text, 10, 0, 1000, number, NULL))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (field));
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is not a number of ballots. Type digits only."),
               text);
  return FALSE;
}

static gboolean
read_fields (BvCountingWindow *self, guint first, gint64 numbers[4], GError **error)
{
  for (guint i = 0; i < 4; i++) {
    GtkEntry *field = g_ptr_array_index (self->fields, first + i);

    numbers[i] = 0;
    if (field && !read_field (field, &numbers[i], error))
      return FALSE;
  }
  return TRUE;
}

/* Nothing at all typed into @n fields is no count of none. */
static gboolean
demand (BvCountingWindow *self, guint first, guint n, const char *name, GError **error)
{
  for (guint i = first; i < first + n; i++) {
    GtkEditable *field = g_ptr_array_index (self->fields, i);

    if (field && *gtk_editable_get_text (field))
      return TRUE;
  }
  gtk_widget_grab_focus (g_ptr_array_index (self->fields, first));
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s: nothing is typed yet. Count the ballots and type the figures; type 0 where "
                  "there is none."),
               name);
  return FALSE;
}

static gboolean
is_filled_in (BvCountingWindow *self, GError **error)
{
  if (!demand (self, 0, 1, _ ("Ballots issued"), error)
      || !demand (self, 1, 1, _ ("Ballots returned"), error))
    return FALSE;
  for (guint i = 0; i < bv_council_session_get_n_lines (self->session); i++)
    if (!demand (self,
                 N_BOX_FIELDS + i * N_LINE_FIELDS,
                 N_LINE_FIELDS,
                 bv_council_session_get_line (self->session, i)->subject,
                 error))
      return FALSE;
  return TRUE;
}

/* The keyboard goes to the line that does not balance. */
static void
point_at (BvCountingWindow *self, const BvBallotBox *box, const BvBallotCount *counts)
{
  const BvBallotPresence *presence = bv_council_session_get_presence (self->session);

  if (!bv_ballot_check_box (box, presence, NULL)) {
    gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
    return;
  }
  for (guint i = 0; i < bv_council_session_get_n_lines (self->session); i++) {
    const BvSessionLine *line = bv_council_session_get_line (self->session, i);

    if (bv_ballot_check_count (&counts[i],
                               box,
                               presence,
                               line->n_present_recused,
                               line->n_written_recused,
                               line->subject,
                               NULL))
      continue;
    gtk_widget_grab_focus (g_ptr_array_index (self->fields, N_BOX_FIELDS + i * N_LINE_FIELDS));
    return;
  }
}

static gboolean
save (BvCountingWindow *self, GError **error)
{
  guint n_lines = bv_council_session_get_n_lines (self->session);
  g_autofree BvBallotCount *counts = g_new0 (BvBallotCount, n_lines);
  BvBallotBox box;
  gint64 numbers[4];

  if (!is_filled_in (self, error) || !read_fields (self, 0, numbers, error))
    return FALSE;
  box = (BvBallotBox){ numbers[0], numbers[1], numbers[2], numbers[3] };
  for (guint i = 0; i < n_lines; i++) {
    if (!read_fields (self, N_BOX_FIELDS + i * N_LINE_FIELDS, numbers, error))
      return FALSE;
    counts[i] = (BvBallotCount){ numbers[0], numbers[1], numbers[2], numbers[3] };
  }
  if (bv_council_session_record (self->session, self->entry, &box, counts, error))
    return TRUE;
  point_at (self, &box, counts);
  return FALSE;
}

static void
save_cb (BvCountingWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (save (self, &error)) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  gtk_label_set_label (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

/* Enter goes on to the next figure and, from the last, saves. */
static void
next_cb (GtkEntry *field, BvCountingWindow *self)
{
  guint index = 0;

  g_ptr_array_find (self->fields, field, &index);
  for (guint i = index + 1; i < self->fields->len; i++)
    if (g_ptr_array_index (self->fields, i)) {
      gtk_widget_grab_focus (g_ptr_array_index (self->fields, i));
      return;
    }
  save_cb (self);
}

static GtkWidget *
add_field (BvCountingWindow *self, const char *name, gint64 number, gboolean known)
{
  GtkWidget *field = gtk_entry_new ();
  g_autofree char *text = known ? g_strdup_printf ("%d", (int) number) : g_strdup ("");

  gtk_editable_set_width_chars (GTK_EDITABLE (field), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (field), 6);
  gtk_editable_set_alignment (GTK_EDITABLE (field), 1);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  gtk_entry_set_input_purpose (GTK_ENTRY (field), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_halign (field, GTK_ALIGN_END);
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (field, "activate", G_CALLBACK (next_cb), self);
  g_ptr_array_add (self->fields, field);
  return field;
}

static GtkWidget *
create_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
build_box (BvCountingWindow *self, GtkWidget *parent)
{
  const char *names[N_BOX_FIELDS] = {
    _ ("Ballots issued"), _ ("Ballots returned"), _ ("Blank ballots"), _ ("Invalid ballots")
  };
  GtkWidget *grid = gtk_grid_new ();
  BvBallotBox box;
  gboolean known = bv_council_session_get_box (self->session, self->entry, &box);
  const gint64 numbers[N_BOX_FIELDS] = { box.issued, box.returned, box.blank, box.invalid };

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (int i = 0; i < N_BOX_FIELDS; i++) {
    GtkWidget *label = create_label (names[i], NULL, 0);
    gtk_widget_set_hexpand (label, TRUE);
    gtk_grid_attach (GTK_GRID (grid), label, i % 2 * 2, i / 2, 1, 1);
    gtk_grid_attach (
        GTK_GRID (grid), add_field (self, names[i], numbers[i], known), i % 2 * 2 + 1, i / 2, 1, 1);
  }
  gtk_box_append (GTK_BOX (parent), create_label (_ ("Ballot papers"), "heading", 0));
  gtk_box_append (GTK_BOX (parent), grid);
}

static void
build_line (BvCountingWindow *self, GtkGrid *grid, guint index, const char *const *names)
{
  const BvSessionLine *line = bv_council_session_get_line (self->session, index);
  const BvBallotCount *count = &line->counts[self->entry];
  const gint64 numbers[N_LINE_FIELDS] = {
    count->yes, count->no, count->written_yes, count->written_no
  };
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), create_label (line->subject, NULL, 0));
  gtk_box_append (GTK_BOX (words), create_label (line->award_form, "caption", 0));
  if (*line->recused) {
    g_autofree char *able = g_strdup_printf (
        _ ("%d can vote here; leaves this line: %s"), (int) line->result.able, line->recused);

    gtk_box_append (GTK_BOX (words), create_label (able, "caption", 0));
  }
  gtk_grid_attach (grid, words, 0, (int) index + 1, 1, 1);
  for (int i = 0; i < N_LINE_FIELDS; i++) {
    g_autofree char *name = g_strdup_printf ("%s · %s", line->subject, names[i]);
    if (i >= 2 && !has_written (self))
      g_ptr_array_add (self->fields, NULL);
    else
      gtk_grid_attach (grid,
                       add_field (self, name, numbers[i], line->counted[self->entry]),
                       i + 1,
                       (int) index + 1,
                       1,
                       1);
  }
}

static void
build_lines (BvCountingWindow *self, GtkWidget *parent)
{
  const char *names[N_LINE_FIELDS] = {
    _ ("Votes for"), _ ("Votes against"), _ ("For in writing"), _ ("Against in writing")
  };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_attach (GTK_GRID (grid), create_label (_ ("Lines"), "heading", 0), 0, 0, 1, 1);
  for (int i = 0; i < (has_written (self) ? N_LINE_FIELDS : 2); i++) {
    GtkWidget *heading = create_label (names[i], "caption", 1);
    gtk_label_set_max_width_chars (GTK_LABEL (heading), 12);
    gtk_label_set_justify (GTK_LABEL (heading), GTK_JUSTIFY_RIGHT);
    gtk_grid_attach (GTK_GRID (grid), heading, i + 1, 0, 1, 1);
  }
  for (guint i = 0; i < bv_council_session_get_n_lines (self->session); i++)
    build_line (self, GTK_GRID (grid), i, names);
  gtk_box_append (GTK_BOX (parent), grid);
}

static GtkWidget *
build_header (BvCountingWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Record"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  return header;
}

static void
build (BvCountingWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->problem = create_label ("", "error", 0);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_margin_start (self->problem, 18);
  gtk_widget_set_margin_end (self->problem, 18);
  gtk_widget_set_margin_top (self->problem, 12);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 18);
  build_box (self, content);
  build_lines (self, content);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), build_header (self));
  gtk_box_append (GTK_BOX (all), self->problem);
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
}

static void
bv_counting_window_dispose (GObject *object)
{
  BvCountingWindow *self = BV_COUNTING_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (bv_counting_window_parent_class)->dispose (object);
}

static void
bv_counting_window_class_init (BvCountingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_counting_window_dispose;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_counting_window_init (BvCountingWindow *self)
{
  self->fields = g_ptr_array_new ();
}

GtkWidget *
bv_counting_window_open (GtkWindow *parent, BvCouncilSession *session, guint entry)
{
  BvCountingWindow *self = g_object_new (BV_TYPE_COUNTING_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->entry = entry;
  gtk_window_set_title (GTK_WINDOW (self), entry ? _ ("Second count") : _ ("First count"));
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 600);
  build (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
  return GTK_WIDGET (self);
}
