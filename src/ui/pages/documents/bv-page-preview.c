/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document seen page by page. */
#include "config.h"

#include "bv-page-preview.h"

#include "bv-page-canvas.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A screen has 96 pixels where paper has 72 points. */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define LEAST_PERCENT 25.0
#define MOST_PERCENT 400.0
#define ZOOM_STEP 1.2
#define PERCENT 100.0
#define LEAST_CHANGE 0.002

struct _BvPagePreview
{
  AdwBin parent_instance;
  BvZoom zoom;
  double percent;
  guint wanted; /* page to come back to once the new pages have their place */
  gboolean waiting;

  /* Borrowed references: children */
  BvPageCanvas *canvas;
  GtkScrolledWindow *scroller;
  GtkLabel *place, *size;
  GtkWidget *previous, *next, *bar;
};

G_DEFINE_FINAL_TYPE (BvPagePreview, bv_page_preview, ADW_TYPE_BIN)

static GtkAdjustment *
get_adjustment (BvPagePreview *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

static guint
count_pages (BvPagePreview *self)
{
  BvPageLayout *layout = bv_page_canvas_get_layout (self->canvas);

  return layout != NULL ? bv_page_layout_get_n_pages (layout) : 0;
}

static void
sync_bar (BvPagePreview *self)
{
  guint page = bv_page_preview_get_page (self), n = count_pages (self);
  g_autofree char *place = g_strdup_printf (_ ("Page %u of %u"), page + 1, n);
  g_autofree char *size = g_strdup_printf ("%d %%",
                                           (int) round (bv_page_preview_get_percent (self)));

  gtk_widget_set_visible (self->bar, n > 0);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->size, size);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, page + 1 < n);
}

static double
compute_scale (BvPagePreview *self)
{
  BvPageLayout *layout = bv_page_canvas_get_layout (self->canvas);
  double width, height;
  double room = gtk_widget_get_width (GTK_WIDGET (self->scroller)) - 2 * BV_PAGE_CANVAS_GAP;
  double high = gtk_widget_get_height (GTK_WIDGET (self->scroller)) - 2 * BV_PAGE_CANVAS_GAP;
  double least = LEAST_PERCENT / PERCENT * PIXELS_PER_POINT;

  if (layout == NULL || self->zoom == BV_ZOOM_FREE || room <= 0 || high <= 0)
    return self->percent / PERCENT * PIXELS_PER_POINT;
  bv_page_layout_get_size (layout, &width, &height);
  if (self->zoom == BV_ZOOM_FIT_PAGE)
    return MAX (least, MIN (room / width, high / height));
  return MAX (least, MIN ((room - 2) / width, MOST_PERCENT / PERCENT * PIXELS_PER_POINT));
}

static void
sync_scale (BvPagePreview *self)
{
  bv_page_canvas_set_scale (self->canvas, compute_scale (self));
}

/* Callbacks */

static void
scrolled_cb (GtkAdjustment *adjustment, BvPagePreview *self)
{
  double top = gtk_adjustment_get_value (adjustment);

  bv_page_canvas_set_view (self->canvas, top, top + gtk_adjustment_get_page_size (adjustment));
  sync_bar (self);
}

/* Room or length has changed: the page that was in view comes back. */
static void
changed_cb (GtkAdjustment *adjustment, BvPagePreview *self)
{
  if (self->waiting && count_pages (self) > 0) {
    self->waiting = FALSE;
    bv_page_preview_show_page (self, MIN (self->wanted, count_pages (self) - 1));
  }
  scrolled_cb (adjustment, self);
}

static gboolean
wheel_cb (GtkEventControllerScroll *controller, double dx, double dy, BvPagePreview *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  bv_page_preview_set_zoom (self,
                            BV_ZOOM_FREE,
                            bv_page_preview_get_percent (self)
                                * (dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP));
  return GDK_EVENT_STOP;
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPagePreview *self = BV_PAGE_PREVIEW (widget);
  int way = g_variant_get_int32 (parameter);
  double percent = bv_page_preview_get_percent (self);

  bv_page_preview_set_zoom (self,
                            BV_ZOOM_FREE,
                            way == 0  ? PERCENT
                            : way > 0 ? percent * ZOOM_STEP
                                      : percent / ZOOM_STEP);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPagePreview *self = BV_PAGE_PREVIEW (widget);

  bv_page_preview_set_zoom (
      self, g_str_equal (name, "preview.fit-page") ? BV_ZOOM_FIT_PAGE : BV_ZOOM_FIT_WIDTH, 0);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPagePreview *self = BV_PAGE_PREVIEW (widget);
  int by = g_variant_get_int32 (parameter);
  int page = (int) bv_page_preview_get_page (self) + by;

  if (count_pages (self) > 0)
    bv_page_preview_show_page (self, (guint) CLAMP (page, 0, (int) count_pages (self) - 1));
}

/* A new scale asks for a new size, which may not be asked for while sizes are given out. */
static gboolean
rescale_cb (gpointer data)
{
  BvPagePreview *self = data;

  self->wanted = bv_page_preview_get_page (self);
  self->waiting = TRUE;
  sync_scale (self);
  return G_SOURCE_REMOVE;
}

static void
resized_cb (GtkAdjustment *adjustment, GParamSpec *pspec, BvPagePreview *self)
{
  if (self->zoom != BV_ZOOM_FREE
      && fabs (compute_scale (self) - bv_page_canvas_get_scale (self->canvas)) > LEAST_CHANGE)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, rescale_cb, g_object_ref (self), g_object_unref);
}

/* Building */

static GtkWidget *
add_button (GtkWidget *bar, const char *icon_name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  bv_tooltip_set (button, tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkLabel *
add_label (GtkWidget *bar, int width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (bar), label);
  return GTK_LABEL (label);
}

static void
build_bar (BvPagePreview *self)
{
  GtkWidget *space = gtk_label_new (NULL);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->previous = add_button (
      self->bar, "go-up-symbolic", _ ("Previous page (Page Up)"), "preview.turn(-1)");
  self->next = add_button (
      self->bar, "go-down-symbolic", _ ("Next page (Page Down)"), "preview.turn(1)");
  self->place = add_label (self->bar, 12);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (self->bar), space);
  add_button (self->bar, "zoom-out-symbolic", _ ("Smaller (Ctrl+−)"), "preview.zoom(-1)");
  self->size = add_label (self->bar, 6);
  add_button (self->bar, "zoom-in-symbolic", _ ("Larger (Ctrl++)"), "preview.zoom(1)");
  add_button (
      self->bar, "bv-fit-width-symbolic", _ ("Fit the width (Ctrl+2)"), "preview.fit-width");
  add_button (self->bar, "bv-fit-page-symbolic", _ ("Whole page (Ctrl+3)"), "preview.fit-page");
  gtk_widget_add_css_class (self->bar, "bv-preview-bar");
}

static void
watch_wheel (BvPagePreview *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), wheel);
}

/* Keys are then for what was clicked: in the list they would choose another document. */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, BvPagePreview *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
watch_press (BvPagePreview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (click));
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int way;
  } zooms[] = { { GDK_KEY_plus, 1 },   { GDK_KEY_KP_Add, 1 },       { GDK_KEY_equal, 1 },
                { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (
        widget_class, zooms[i].key, GDK_CONTROL_MASK, "preview.zoom", "i", zooms[i].way);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "preview.fit-width", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_3, GDK_CONTROL_MASK, "preview.fit-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.turn", "i", 1);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, "preview.turn", "i", -G_MAXINT16);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_End, GDK_CONTROL_MASK, "preview.turn", "i", G_MAXINT16);
}

static void
bv_page_preview_class_init (BvPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "preview.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.fit-width", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "preview.fit-page", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "preview.turn", "i", turn_action);
  add_keys (widget_class);
}

static void
bv_page_preview_init (BvPagePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->percent = PERCENT;
  self->canvas = BV_PAGE_CANVAS (bv_page_canvas_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self->canvas), TRUE);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->canvas));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scroller), "bv-desk");
  g_signal_connect_object (
      get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (
      get_adjustment (self), "notify::page-size", G_CALLBACK (resized_cb), self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size",
                           G_CALLBACK (resized_cb),
                           self,
                           0);
  watch_wheel (self);
  watch_press (self);
  build_bar (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scroller));
  gtk_box_append (GTK_BOX (box), self->bar);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages of the document"),
                                  -1);
}

GtkWidget *
bv_page_preview_new (void)
{
  return g_object_new (BV_TYPE_PAGE_PREVIEW, NULL);
}

void
bv_page_preview_set_layout (BvPagePreview *self, BvPageLayout *layout)
{
  g_return_if_fail (BV_IS_PAGE_PREVIEW (self));

  self->wanted = bv_page_preview_get_page (self);
  self->waiting = TRUE;
  bv_page_canvas_set_layout (self->canvas, layout);
  sync_scale (self);
  sync_bar (self);
}

BvPageLayout *
bv_page_preview_get_layout (BvPagePreview *self)
{
  g_return_val_if_fail (BV_IS_PAGE_PREVIEW (self), NULL);
  return bv_page_canvas_get_layout (self->canvas);
}

void
bv_page_preview_set_zoom (BvPagePreview *self, BvZoom zoom, double percent)
{
  g_return_if_fail (BV_IS_PAGE_PREVIEW (self));

  self->zoom = zoom;
  if (zoom == BV_ZOOM_FREE)
    self->percent = CLAMP (percent, LEAST_PERCENT, MOST_PERCENT);
  self->wanted = bv_page_preview_get_page (self);
  self->waiting = TRUE;
  sync_scale (self);
  sync_bar (self);
}

double
bv_page_preview_get_percent (BvPagePreview *self)
{
  g_return_val_if_fail (BV_IS_PAGE_PREVIEW (self), 0);
  return bv_page_canvas_get_scale (self->canvas) / PIXELS_PER_POINT * PERCENT;
}

/* The page in view is the one a third down the window. */
guint
bv_page_preview_get_page (BvPagePreview *self)
{
  GtkAdjustment *adjustment;

  g_return_val_if_fail (BV_IS_PAGE_PREVIEW (self), 0);
  adjustment = get_adjustment (self);
  return bv_page_canvas_find_page (self->canvas,
                                   gtk_adjustment_get_value (adjustment)
                                       + gtk_adjustment_get_page_size (adjustment) / 3);
}

void
bv_page_preview_show_page (BvPagePreview *self, guint page)
{
  double top;

  g_return_if_fail (BV_IS_PAGE_PREVIEW (self));

  top = bv_page_canvas_get_page_top (self->canvas, page);
  /* pages that have no room yet, as they were drawn just now, are shown when they have it */
  self->wanted = page;
  self->waiting = page > 0 && top >= gtk_adjustment_get_upper (get_adjustment (self));
  gtk_adjustment_set_value (get_adjustment (self), top - BV_PAGE_CANVAS_GAP);
}
