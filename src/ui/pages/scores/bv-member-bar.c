/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line above the sheet of a council member. */
#include "config.h"

#include "bv-member-bar.h"

#include "bv-reason-popover.h"

#include <glib/gi18n-lib.h>

struct _BvMemberBar
{
  AdwBin parent_instance;

  /* Owned */
  BvScoreSheet *sheet; /* nullable until shown */
  GArray *subjects;    /* guint, nullable */
  GtkStringList *names;
  guint cursor;
  gboolean showing;  /* the choice is set by us */
  gboolean recusing; /* what the reason is asked for */

  /* Borrowed references: parts of the widget */
  GtkDropDown *members;
  GtkLabel *progress;
  GtkWidget *recuse;
  GtkWidget *score_after_all;
  GtkWidget *confirm;
  GtkWidget *reopen;
  BvReasonPopover *reason;
};

enum { CHANGED, DONE, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvMemberBar, bv_member_bar, ADW_TYPE_BIN)

static BvMemberSheets *
get_sheets (BvMemberBar *self)
{
  return self->sheet != NULL
             ? bv_assessment_get_member_sheets (bv_score_sheet_get_assessment (self->sheet))
             : NULL;
}

static const guint *
get_subjects (BvMemberBar *self)
{
  return (const guint *) (gpointer) self->subjects->data;
}

static gboolean
is_there (BvMemberBar *self)
{
  BvMemberSheets *sheets = get_sheets (self);

  return sheets != NULL && bv_member_sheets_get_n_members (sheets) > 0;
}

/* What is told comes last: it lets the page read everything anew. */
static void
finish (BvMemberBar *self, gboolean done, const char *message, GError *error)
{
  if (done)
    g_signal_emit (self, signals[DONE], 0, message);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
ask (BvMemberBar *self, GtkWidget *button, const char *question, gboolean recusing)
{
  graphene_rect_t bounds;
  GdkRectangle place = { 0 };

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    place = (GdkRectangle){ (int) bounds.origin.x,
                            (int) bounds.origin.y,
                            (int) bounds.size.width,
                            (int) bounds.size.height };
  self->recusing = recusing;
  bv_reason_popover_ask (self->reason, &place, question, "");
}

/* Callbacks */

static void
chosen_cb (GObject *object, GParamSpec *property, BvMemberBar *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
confirm_cb (GtkButton *button, BvMemberBar *self)
{
  bv_member_bar_confirm (self);
}

static void
reopen_cb (GtkButton *button, BvMemberBar *self)
{
  ask (self, self->reopen, _ ("Why is the confirmed sheet opened again?"), FALSE);
}

static void
recuse_cb (GtkButton *button, BvMemberBar *self)
{
  ask (self, self->recuse, _ ("Why does this member not score this line?"), TRUE);
}

static void
score_cb (GtkButton *button, BvMemberBar *self)
{
  bv_member_bar_recuse (self, "");
}

static void
accepted_cb (BvReasonPopover *popover, const char *reason, BvMemberBar *self)
{
  if (self->recusing)
    bv_member_bar_recuse (self, reason);
  else
    bv_member_bar_reopen (self, reason);
}

static void
bv_member_bar_dispose (GObject *object)
{
  BvMemberBar *self = BV_MEMBER_BAR (object);

  if (self->reason != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->reason));
  self->reason = NULL;
  g_clear_object (&self->sheet);
  g_clear_object (&self->names);
  g_clear_pointer (&self->subjects, g_array_unref);
  G_OBJECT_CLASS (bv_member_bar_parent_class)->dispose (object);
}

static void
bv_member_bar_class_init (BvMemberBarClass *klass)
{
  static const char *const names[N_SIGNALS] = { "changed", "done", "failed" };
  const GType parameters[N_SIGNALS] = { G_TYPE_NONE, G_TYPE_STRING, G_TYPE_ERROR };

  G_OBJECT_CLASS (klass)->dispose = bv_member_bar_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i],
                               G_TYPE_FROM_CLASS (klass),
                               G_SIGNAL_RUN_LAST,
                               0,
                               NULL,
                               NULL,
                               NULL,
                               G_TYPE_NONE,
                               i == CHANGED ? 0 : 1,
                               parameters[i]);
}

static GtkWidget *
add_button (BvMemberBar *self, GtkBox *line, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (line, button);
  return button;
}

static void
bv_member_bar_init (BvMemberBar *self)
{
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  self->cursor = G_MAXUINT;
  self->names = gtk_string_list_new (NULL);
  self->members = GTK_DROP_DOWN (
      gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->names)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->members),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Member of the council"),
                                  -1);
  g_signal_connect (self->members, "notify::selected", G_CALLBACK (chosen_cb), self);
  self->progress = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->progress, 0);
  gtk_label_set_ellipsize (self->progress, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->progress), 6);
  gtk_box_append (line, GTK_WIDGET (self->members));
  gtk_box_append (line, GTK_WIDGET (self->progress));
  self->recuse = add_button (self, line, _ ("Does _not score this line…"), G_CALLBACK (recuse_cb));
  self->score_after_all = add_button (
      self, line, _ ("S_cores this line after all"), G_CALLBACK (score_cb));
  self->reopen = add_button (self, line, _ ("_Open the sheet again…"), G_CALLBACK (reopen_cb));
  self->confirm = add_button (self, line, _ ("_Confirm the sheet"), G_CALLBACK (confirm_cb));
  gtk_widget_add_css_class (self->confirm, "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (line), "bv-member-bar");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (line));
  self->reason = BV_REASON_POPOVER (bv_reason_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->reason), GTK_WIDGET (self));
  g_signal_connect_object (self->reason, "accepted", G_CALLBACK (accepted_cb), self, 0);
}

GtkWidget *
bv_member_bar_new (void)
{
  return g_object_new (BV_TYPE_MEMBER_BAR, NULL);
}

/* Showing */

static void
show_names (BvMemberBar *self, BvMemberSheets *sheets)
{
  guint chosen = bv_score_sheet_get_member (self->sheet);
  guint n = bv_member_sheets_get_n_members (sheets);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean same = n == n_before;

  for (guint i = 0; i < n; i++) {
    const BvSheetMember *member = bv_member_sheets_get_member (sheets, i);

    g_ptr_array_add (names, g_strdup_printf ("%s · %s", member->name, member->role));
    same = same
           && g_str_equal (gtk_string_list_get_string (self->names, i),
                           g_ptr_array_index (names, i));
  }
  g_ptr_array_add (names, NULL);
  self->showing = TRUE;
  if (!same)
    gtk_string_list_splice (
        self->names, 0, n_before, (const char *const *) (gpointer) names->pdata);
  if (chosen < n)
    gtk_drop_down_set_selected (self->members, chosen);
  self->showing = FALSE;
}

static char *
dup_progress (const BvSheetProgress *progress)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (progress->n_due > 0 && progress->n_confirmed == progress->n_due)
    g_string_append (text, _ ("✓ Confirmed"));
  else
    g_string_append_printf (
        text, _ ("%u of %u lines filled in"), progress->n_complete, progress->n_due);
  if (progress->n_recused > 0)
    g_string_append_printf (
        text,
        ngettext (" · %u line not scored", " · %u lines not scored", progress->n_recused),
        progress->n_recused);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_buttons (BvMemberBar *self, BvMemberSheets *sheets, const BvSheetProgress *progress)
{
  guint member = bv_score_sheet_get_member (self->sheet);
  const BvMemberSheet *line = self->cursor != G_MAXUINT
                                  ? bv_member_sheets_get_sheet (sheets, self->cursor, member)
                                  : NULL;
  gboolean recused = line != NULL && line->state == BV_SHEET_RECUSED;
  gboolean writable = bv_office_is_writable (bv_score_sheet_get_office (self->sheet));

  gtk_widget_set_visible (self->confirm, progress->n_confirmed < progress->n_due);
  gtk_widget_set_visible (self->reopen, progress->n_confirmed > 0);
  gtk_widget_set_visible (self->recuse, line != NULL && line->state == BV_SHEET_DRAFT);
  gtk_widget_set_visible (self->score_after_all, recused && !line->derived);
  gtk_widget_set_sensitive (self->confirm, writable);
  gtk_widget_set_sensitive (self->reopen, writable);
  gtk_widget_set_sensitive (self->recuse, writable);
  gtk_widget_set_sensitive (self->score_after_all, writable);
}

void
bv_member_bar_show (BvMemberBar *self, BvScoreSheet *sheet, GArray *subjects, guint cursor)
{
  BvMemberSheets *sheets;
  BvSheetProgress progress;
  g_autofree char *text = NULL;

  g_return_if_fail (BV_IS_MEMBER_BAR (self));

  g_set_object (&self->sheet, sheet);
  g_array_ref (subjects);
  g_clear_pointer (&self->subjects, g_array_unref);
  self->subjects = subjects;
  self->cursor = cursor;
  sheets = get_sheets (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->members), is_there (self));
  if (!is_there (self)) {
    gtk_label_set_text (self->progress,
                        _ ("The council has no members yet. Write them down under Council."));
    return;
  }
  progress = bv_member_sheets_get_progress (
      sheets, bv_score_sheet_get_member (sheet), get_subjects (self), subjects->len);
  text = dup_progress (&progress);
  show_names (self, sheets);
  gtk_label_set_text (self->progress, text);
  show_buttons (self, sheets, &progress);
}

guint
bv_member_bar_get_member (BvMemberBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->members);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

void
bv_member_bar_choose (BvMemberBar *self, guint member)
{
  gtk_drop_down_set_selected (self->members, member);
}

void
bv_member_bar_confirm (BvMemberBar *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_if_fail (BV_IS_MEMBER_BAR (self) && is_there (self));

  done = bv_member_sheets_confirm (get_sheets (self),
                                   bv_score_sheet_get_member (self->sheet),
                                   get_subjects (self),
                                   self->subjects->len,
                                   &error);
  finish (self, done, _ ("Score sheet confirmed"), error);
}

void
bv_member_bar_reopen (BvMemberBar *self, const char *reason)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_if_fail (BV_IS_MEMBER_BAR (self) && is_there (self));

  done = bv_member_sheets_reopen (get_sheets (self),
                                  bv_score_sheet_get_member (self->sheet),
                                  get_subjects (self),
                                  self->subjects->len,
                                  reason,
                                  &error);
  finish (self, done, _ ("Score sheet opened again"), error);
}

void
bv_member_bar_recuse (BvMemberBar *self, const char *reason)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_if_fail (BV_IS_MEMBER_BAR (self) && is_there (self));

  if (self->cursor == G_MAXUINT)
    return;
  done = bv_member_sheets_recuse (
      get_sheets (self), bv_score_sheet_get_member (self->sheet), self->cursor, reason, &error);
  finish (self, done, *reason != '\0' ? _ ("Line left out") : _ ("Line scored again"), error);
}
