/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draft → waiting → verified or returned, one button for each step. */
#include "config.h"

#include "bv-verification-section.h"

#include "bv-preedit.h"

#include <glib/gi18n-lib.h>

struct _BvVerificationSection
{
  BvSection parent_instance;
  int frames; /* until the opened reason is laid out */

  /* Borrowed references: the form beside it, and children */
  BvForm *form;
  GtkWidget *pill;
  GtkWidget *buttons;
  GtkWidget *send_button;
  GtkWidget *return_button;
  GtkWidget *confirm_button;
  GtkWidget *recall_button;
  GtkWidget *reopen_button;
  GtkWidget *reason_box;
  GPtrArray *mend_buttons; /* owned array */
  GtkWidget *reason_view;
  BvPreedit *preedit;
};

static guint flush_signal;

G_DEFINE_FINAL_TYPE (BvVerificationSection, bv_verification_section, BV_TYPE_SECTION)

static gboolean
flush (BvVerificationSection *self)
{
  gboolean flushed = TRUE;

  g_signal_emit (self, flush_signal, 0, &flushed);
  return flushed;
}

/* The fields that a return may name, each with a button of its own. */
static const char *const mendable[] = {
  "title",  "subject_id",  "criterion_id",    "achieved_on",
  "points", "description", "document_number", "document_date"
};
/* The files beside the row are no field of it. */
#define MEND_FILES "attachments"

static char *
list_ticked (BvVerificationSection *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->mend_buttons->len; i++) {
    GtkCheckButton *button = g_ptr_array_index (self->mend_buttons, i);

    if (gtk_check_button_get_active (button))
      g_string_append_printf (names,
                              "%s%s",
                              names->len > 0 ? " " : "",
                              i < G_N_ELEMENTS (mendable) ? mendable[i] : MEND_FILES);
  }
  return g_string_free (names, FALSE);
}

static void
note_return (BvVerificationSection *self, BvRecord *record, const char *reason)
{
  g_autofree char *mend = list_ticked (self);

  bv_record_set_text (record, "return_reason", reason);
  bv_record_set_text (record, "mend", mend);
  bv_record_set_integer (record, "n_returned", bv_record_get_integer (record, "n_returned") + 1);
}

/* Writes the status and what belongs to it as one step; the form follows by itself. */
static gboolean
set_status (BvVerificationSection *self, const char *status, const char *reason)
{
  BvOffice *office = bv_section_get_office (BV_SECTION (self));
  g_autoptr (BvRecord) record = NULL;
  GError *error = NULL;

  record = bv_office_load (
      office, &bv_achievement_kind, bv_section_get_owner_id (BV_SECTION (self)), &error);
  if (!record) {
    bv_section_report (BV_SECTION (self), error);
    return FALSE;
  }
  bv_record_set_text (record, "status", status);
  if (reason)
    note_return (self, record, reason);
  else
    bv_record_set_null (record, "mend");
  if (g_str_equal (status, "verified")) {
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

    bv_record_set_text (record, "verified_by", bv_office_get_actor (office));
    bv_record_set_text (record, "verified_on", today);
  } else {
    bv_record_set_null (record, "verified_by");
    bv_record_set_null (record, "verified_on");
  }
  if (!bv_office_save (office, record, &error)) {
    bv_section_report (BV_SECTION (self), error);
    return FALSE;
  }
  return TRUE;
}

static void
step (BvVerificationSection *self, const char *status, const char *message)
{
  if (flush (self) && set_status (self, status, NULL))
    bv_section_toast (BV_SECTION (self), message, TRUE);
}

static void
send_cb (BvVerificationSection *self)
{
  step (self, "waiting", _ ("Sent for verification"));
}

/* Back to the one who sent it, as long as nobody has judged it. */
static void
recall_cb (BvVerificationSection *self)
{
  step (self, "draft", _ ("Recalled as a draft"));
}

static void
confirm_cb (BvVerificationSection *self)
{
  step (self, "verified", _ ("Verified"));
}

static void
reopen_cb (BvVerificationSection *self)
{
  step (self, "waiting", _ ("Verification withdrawn"));
}

static void
show_reason (BvVerificationSection *self, gboolean shown)
{
  gtk_widget_set_visible (self->reason_box, shown);
  gtk_widget_set_visible (self->buttons, !shown);
}

/* The buttons below the reason have to be in sight too; they have their place after one frame. */
static gboolean
scroll_down_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BvVerificationSection *self = BV_VERIFICATION_SECTION (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;
  if (scroller) {
    adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  }
  return G_SOURCE_REMOVE;
}

static void
return_cb (BvVerificationSection *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason_view));

  if (!flush (self))
    return;
  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < self->mend_buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->mend_buttons, i), FALSE);
  show_reason (self, TRUE);
  gtk_widget_grab_focus (self->reason_view);
  self->frames = 2;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_down_cb, NULL, NULL);
}

static void
cancel_return_cb (BvVerificationSection *self)
{
  show_reason (self, FALSE);
  gtk_widget_grab_focus (self->return_button);
}

static void
do_return_cb (BvVerificationSection *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason_view));
  g_autofree char *reason = NULL;
  GtkTextIter start, end;

  bv_preedit_settle (self->preedit);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  reason = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (!*g_strstrip (reason)) {
    bv_section_toast (BV_SECTION (self), _ ("Write what has to be mended"), FALSE);
    gtk_widget_grab_focus (self->reason_view);
    return;
  }
  if (!set_status (self, "returned", reason))
    return;
  show_reason (self, FALSE);
  bv_section_toast (BV_SECTION (self), _ ("Achievement returned"), TRUE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvVerificationSection *self)
{
  if (keyval != GDK_KEY_Escape || !gtk_widget_get_visible (self->reason_box))
    return FALSE;
  cancel_return_cb (self);
  return TRUE;
}

static void
show_row (BvVerificationSection *self, const char *name, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (bv_form_get_row (self->form, name)), shown);
}

/* What a return named stands out in the form until it is sent again. */
static void
mark_fields (BvVerificationSection *self, const char *mend)
{
  g_auto (GStrv) names = g_strsplit (mend, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (mendable); i++) {
    GtkWidget *row = GTK_WIDGET (bv_form_get_row (self->form, mendable[i]));

    if (g_strv_contains ((const char *const *) names, mendable[i]))
      gtk_widget_add_css_class (row, "mend");
    else
      gtk_widget_remove_css_class (row, "mend");
  }
}

static void
update_pill (BvVerificationSection *self, const char *status)
{
  const BvField *field = bv_kind_find_field (&bv_achievement_kind, "status");
  const BvChoice *choice = bv_field_get_choice (field, status);
  const char *classes[] = { "pill-state", choice && choice->tone ? choice->tone : "neutral", NULL };

  gtk_widget_set_css_classes (self->pill, classes);
  gtk_label_set_label (GTK_LABEL (self->pill), choice ? _ (choice->label) : status);
}

static void
bv_verification_section_refresh (BvSection *section)
{
  BvVerificationSection *self = BV_VERIFICATION_SECTION (section);
  BvRecord *owner = bv_section_get_owner (section);
  const char *status = owner ? bv_record_get_text (owner, "status") : "";
  gboolean draft = g_str_equal (status, "draft");
  gboolean waiting = g_str_equal (status, "waiting");
  gboolean verified = g_str_equal (status, "verified");
  gboolean returned = g_str_equal (status, "returned");

  gtk_widget_set_visible (GTK_WIDGET (self), owner != NULL);
  if (!owner)
    return;
  update_pill (self, status);
  show_row (self, "status", FALSE);
  show_row (self, "return_reason", returned || !bv_record_is_null (owner, "return_reason"));
  show_row (self, "n_returned", bv_record_get_integer (owner, "n_returned") > 0);
  mark_fields (self, bv_record_get_text (owner, "mend"));
  show_row (self, "verified_by", verified);
  show_row (self, "verified_on", verified);
  gtk_widget_set_visible (self->send_button, draft || returned);
  gtk_widget_set_visible (self->return_button, waiting);
  gtk_widget_set_visible (self->confirm_button, waiting);
  gtk_widget_set_visible (self->recall_button, waiting);
  gtk_widget_set_visible (self->reopen_button, verified);
  gtk_widget_set_visible (self->reason_box, FALSE);
  gtk_widget_set_visible (self->buttons,
                          bv_record_get_id (owner) != 0 && bv_section_is_writable (section));
}

static void
bv_verification_section_finalize (GObject *object)
{
  g_ptr_array_unref (BV_VERIFICATION_SECTION (object)->mend_buttons);
  G_OBJECT_CLASS (bv_verification_section_parent_class)->finalize (object);
}

static void
bv_verification_section_class_init (BvVerificationSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_verification_section_finalize;
  BV_SECTION_CLASS (klass)->refresh = bv_verification_section_refresh;
  flush_signal = g_signal_new ("flush",
                               G_TYPE_FROM_CLASS (klass),
                               G_SIGNAL_RUN_LAST,
                               0,
                               g_signal_accumulator_first_wins,
                               NULL,
                               NULL,
                               G_TYPE_BOOLEAN,
                               0);
}

static GtkWidget *
append_button (BvVerificationSection *self,
               GtkWidget *box,
               const char *label,
               const char *css_class,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class)
    gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_tick (BvVerificationSection *self, const char *label)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  g_ptr_array_add (self->mend_buttons, button);
  return button;
}

static GtkWidget *
build_ticks (BvVerificationSection *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i <= G_N_ELEMENTS (mendable); i++) {
    const char *label = i < G_N_ELEMENTS (mendable) ? bv_field_get_label (
                            bv_kind_find_field (&bv_achievement_kind, mendable[i]))
                                                    : _ ("Evidence");

    gtk_grid_attach (
        GTK_GRID (grid), create_tick (self, label), (int) (i % 2), (int) (i / 2), 1, 1);
  }
  return grid;
}

static void
build_reason (BvVerificationSection *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (_ ("What has to be mended"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  self->reason_view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->reason_view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->reason_view), FALSE);
  gtk_widget_add_css_class (self->reason_view, "bv-quiet");
  gtk_widget_set_size_request (self->reason_view, -1, 54);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What has to be mended"),
                                  -1);
  self->preedit = bv_preedit_watch (self->reason_view);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-field");
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (card), self->reason_view);
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  append_button (self, line, _ ("_Cancel"), NULL, G_CALLBACK (cancel_return_cb));
  append_button (self, line, _ ("_Return"), "destructive-action", G_CALLBACK (do_return_cb));
  self->reason_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->reason_box), card);
  gtk_box_append (GTK_BOX (self->reason_box), build_ticks (self));
  gtk_box_append (GTK_BOX (self->reason_box), line);
  gtk_widget_set_visible (self->reason_box, FALSE);
}

static void
bv_verification_section_init (BvVerificationSection *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->mend_buttons = g_ptr_array_new ();
  self->pill = gtk_label_new (NULL);
  gtk_widget_set_halign (self->pill, GTK_ALIGN_START);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->buttons), TRUE);
  self->send_button = append_button (
      self, self->buttons, _ ("_Send for verification"), "suggested-action", G_CALLBACK (send_cb));
  self->recall_button = append_button (
      self, self->buttons, _ ("Reca_ll"), NULL, G_CALLBACK (recall_cb));
  self->return_button = append_button (
      self, self->buttons, _ ("_Return…"), NULL, G_CALLBACK (return_cb));
  self->confirm_button = append_button (
      self, self->buttons, _ ("C_onfirm"), "suggested-action", G_CALLBACK (confirm_cb));
  self->reopen_button = append_button (
      self, self->buttons, _ ("_Withdraw"), NULL, G_CALLBACK (reopen_cb));
  build_reason (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
bv_verification_section_new (BvOffice *office, BvForm *form)
{
  BvVerificationSection *self = g_object_new (BV_TYPE_VERIFICATION_SECTION, NULL);
  GtkWidget *group = bv_form_get_group (form, "status");
  GtkWidget *heading = gtk_widget_get_first_child (group);

  self->form = form;
  bv_section_set_office (BV_SECTION (self), office);
  g_object_ref (group);
  gtk_box_remove (GTK_BOX (form), group);
  gtk_box_insert_child_after (GTK_BOX (group), self->pill, heading);
  gtk_box_append (GTK_BOX (self), group);
  g_object_unref (group);
  gtk_box_append (GTK_BOX (self), self->buttons);
  gtk_box_append (GTK_BOX (self), self->reason_box);
  return GTK_WIDGET (self);
}
