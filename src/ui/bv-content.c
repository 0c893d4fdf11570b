/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main part of the window: header bar, banner, and the pages, each built when first shown. */
#include "config.h"

#include "bv-content.h"

#include "bv-dialogs.h"
#include "bv-error.h"
#include "bv-stack.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvContent
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkButton *sidebar_button;
  GtkButton *new_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkLabel *saved;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  BvListExporter *exporter;

  /* Owned */
  BvOffice *office;
  GBindingGroup *page_bindings; /* title and subtitle follow the page shown */
  AdwToast *toast;              /* the last one, weak */

  gint64 movement;
  gboolean painted; /* the first frame is out: pages may load at once */
  gulong paint_handler;
  GdkFrameClock *clock; /* borrowed while paint_handler is set */
};

enum { PAGE_CHANGED, GO, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (BvContent, bv_content, ADW_TYPE_BIN)

static const BvPageInfo *
find_info (const char *name)
{
  for (const BvPageInfo *page = bv_pages_get (); page->name != NULL; page++)
    if (g_strcmp0 (page->name, name) == 0)
      return page;
  return NULL;
}

static void
toast_cb (BvContent *self, const char *message, gboolean undo)
{
  bv_content_toast (self, message, undo);
}

static void
report_cb (BvContent *self, GError *error)
{
  bv_content_report (self, error);
}

static void
go_cb (BvContent *self, const char *name, gint64 id, const BvQuery *query)
{
  g_signal_emit (self, signals[GO], 0, name, id, query);
}

static BvPage *
build_page (BvContent *self, const BvPageInfo *info)
{
  BvPage *page = g_object_new (info->get_type (), NULL);

  bv_page_set_office (page, self->office);
  bv_page_set_movement (page, self->movement);
  g_signal_connect_object (page, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "report", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (page), info->name);
  return page;
}

static void
update_header (BvContent *self)
{
  BvPage *page = bv_content_get_page (self);
  const BvPageInfo *info = find_info (bv_content_get_page_name (self));

  adw_window_title_set_title (self->title, info != NULL ? _ (info->title) : "");
  g_binding_group_set_source (self->page_bindings, page);
}

/* A sentence is read to its end: the label of its own wraps, the toast's would be cut. */
static AdwToast *
create_toast (const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  adw_toast_set_custom_title (toast, label);
  return toast;
}

/* Models are attached when something can be seen already. */
static void
after_paint_cb (GdkFrameClock *clock, BvContent *self)
{
  BvPage *page = bv_content_get_page (self);

  g_clear_signal_handler (&self->paint_handler, clock);
  self->painted = TRUE;
  if (page != NULL)
    bv_page_load (page);
}

static void
bv_content_map (GtkWidget *widget)
{
  BvContent *self = BV_CONTENT (widget);

  GTK_WIDGET_CLASS (bv_content_parent_class)->map (widget);
  if (self->painted || self->paint_handler != 0)
    return;
  self->clock = gtk_widget_get_frame_clock (widget);
  self->paint_handler = g_signal_connect (
      self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
bv_content_unmap (GtkWidget *widget)
{
  BvContent *self = BV_CONTENT (widget);

  if (self->paint_handler != 0)
    g_clear_signal_handler (&self->paint_handler, self->clock);
  GTK_WIDGET_CLASS (bv_content_parent_class)->unmap (widget);
}

static void
bv_content_dispose (GObject *object)
{
  BvContent *self = BV_CONTENT (object);

  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->page_bindings);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_content_parent_class)->dispose (object);
}

static void
bv_content_class_init (BvContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_content_dispose;
  widget_class->map = bv_content_map;
  widget_class->unmap = bv_content_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/bv-content.ui");
  gtk_widget_class_bind_template_child (widget_class, BvContent, header);
  gtk_widget_class_bind_template_child (widget_class, BvContent, title);
  gtk_widget_class_bind_template_child (widget_class, BvContent, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, BvContent, new_button);
  gtk_widget_class_bind_template_child (widget_class, BvContent, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BvContent, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BvContent, saved);
  gtk_widget_class_bind_template_child (widget_class, BvContent, banner);
  gtk_widget_class_bind_template_child (widget_class, BvContent, banner_label);
  gtk_widget_class_bind_template_child (widget_class, BvContent, toasts);
  gtk_widget_class_bind_template_child (widget_class, BvContent, stack);
  g_type_ensure (BV_TYPE_LIST_EXPORTER);
  gtk_widget_class_bind_template_child (widget_class, BvContent, exporter);

  signals[PAGE_CHANGED] = g_signal_new (
      "page-changed", BV_TYPE_CONTENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go",
                              BV_TYPE_CONTENT,
                              G_SIGNAL_RUN_LAST,
                              0,
                              NULL,
                              NULL,
                              NULL,
                              G_TYPE_NONE,
                              3,
                              G_TYPE_STRING,
                              G_TYPE_INT64,
                              G_TYPE_POINTER);
}

static void
bv_content_init (BvContent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_stack_hide_others (self->stack);
  self->page_bindings = g_binding_group_new ();
  g_binding_group_bind (
      self->page_bindings, "subtitle", self->title, "subtitle", G_BINDING_SYNC_CREATE);
}

GtkWidget *
bv_content_new (void)
{
  return g_object_new (BV_TYPE_CONTENT, NULL);
}

void
bv_content_set_office (BvContent *self, BvOffice *office)
{
  GtkWidget *page;

  g_return_if_fail (BV_IS_CONTENT (self));

  bv_list_exporter_cancel (self->exporter);
  g_binding_group_set_source (self->page_bindings, NULL);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->stack))) != NULL)
    gtk_stack_remove (self->stack, page);
  g_set_object (&self->office, office);
  self->movement = 0;
}

void
bv_content_set_movement (BvContent *self, gint64 movement_id)
{
  g_return_if_fail (BV_IS_CONTENT (self));

  self->movement = movement_id;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    bv_page_set_movement (BV_PAGE (page), movement_id);
}

gboolean
bv_content_show (BvContent *self, const char *name)
{
  const BvPageInfo *info = find_info (name);
  BvPage *shown = bv_content_get_page (self);
  GtkWidget *page;

  g_return_val_if_fail (BV_IS_CONTENT (self), FALSE);

  if (info == NULL || self->office == NULL || (shown != NULL && !bv_page_flush (shown)))
    return FALSE;
  page = gtk_stack_get_child_by_name (self->stack, name);
  if (page == NULL)
    page = GTK_WIDGET (build_page (self, info));
  gtk_stack_set_visible_child (self->stack, page);
  update_header (self);
  if (self->painted)
    bv_page_load (BV_PAGE (page));
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
  return TRUE;
}

BvPage *
bv_content_get_page (BvContent *self)
{
  g_return_val_if_fail (BV_IS_CONTENT (self), NULL);
  return (BvPage *) gtk_stack_get_visible_child (self->stack);
}

const BvKind *
bv_content_get_kind (BvContent *self)
{
  const BvPageInfo *info;

  g_return_val_if_fail (BV_IS_CONTENT (self), NULL);
  info = find_info (bv_content_get_page_name (self));
  return info != NULL ? info->counted : NULL;
}

const char *
bv_content_get_page_name (BvContent *self)
{
  g_return_val_if_fail (BV_IS_CONTENT (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

void
bv_content_export (BvContent *self, const char *format)
{
  BvPage *page = bv_content_get_page (self);

  if (page != NULL)
    bv_list_exporter_ask (self->exporter, page, format);
}

BvListExporter *
bv_content_get_exporter (BvContent *self)
{
  g_return_val_if_fail (BV_IS_CONTENT (self), NULL);
  return self->exporter;
}

void
bv_content_set_can_add (BvContent *self, gboolean can_add)
{
  g_return_if_fail (BV_IS_CONTENT (self));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), can_add);
}

void
bv_content_set_steps (BvContent *self, const char *undo, const char *redo)
{
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s (Ctrl+Z)"), undo)
                                            : NULL;
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s (Ctrl+Shift+Z)"), redo)
                                            : NULL;

  g_return_if_fail (BV_IS_CONTENT (self));

  bv_tooltip_set (GTK_WIDGET (self->undo_button), undo != NULL ? undo_text : _ ("Nothing to undo"));
  bv_tooltip_set (GTK_WIDGET (self->redo_button), redo != NULL ? redo_text : _ ("Nothing to redo"));
}

void
bv_content_set_saved (BvContent *self, const char *at)
{
  const char *time = at != NULL && strlen (at) >= 16 ? at + 11 : NULL;
  g_autofree char *text = time != NULL ? g_strdup_printf (_ ("✓ Saved %.5s"), time) : NULL;

  g_return_if_fail (BV_IS_CONTENT (self));
  gtk_label_set_text (self->saved, text != NULL ? text : "");
}

void
bv_content_set_banner (BvContent *self, const char *text)
{
  g_return_if_fail (BV_IS_CONTENT (self));

  if (text != NULL)
    gtk_label_set_text (self->banner_label, text);
  gtk_revealer_set_reveal_child (self->banner, text != NULL);
}

void
bv_content_set_sidebar_shown (BvContent *self, gboolean shown, gboolean folded)
{
  g_return_if_fail (BV_IS_CONTENT (self));

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), folded || !shown);
  adw_header_bar_set_show_start_title_buttons (self->header, folded || !shown);
}

void
bv_content_dismiss_toast (BvContent *self)
{
  g_return_if_fail (BV_IS_CONTENT (self));

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

void
bv_content_toast (BvContent *self, const char *message, gboolean undo)
{
  AdwToast *toast = create_toast (message);

  g_return_if_fail (BV_IS_CONTENT (self));

  /* news do not queue behind what is old */
  bv_content_dismiss_toast (self);
  if (undo) {
    adw_toast_set_button_label (toast, _ ("_Undo"));
    adw_toast_set_action_name (toast, "win.undo");
    adw_toast_set_timeout (toast, 10);
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
  g_set_weak_pointer (&self->toast, toast);
}

void
bv_content_report (BvContent *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (BV_IS_CONTENT (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, BV_ERROR, BV_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, BV_ERROR, BV_ERROR_INVALID)
      || g_error_matches (error, BV_ERROR, BV_ERROR_CONFLICT))
    bv_content_toast (self, error->message, FALSE);
  else
    bv_dialogs_inform (GTK_WINDOW (root), _ ("That did not work"), error->message);
}
