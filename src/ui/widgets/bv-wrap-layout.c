/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is made narrower than it wants to be as long as a line of its own has room for it. */
#include "config.h"

#include "bv-wrap-layout.h"

struct _BvWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (BvWrapLayout, bv_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int width;  /* there is for a line */
  int x, y;   /* where the next thing may stand */
  int height; /* of the line in hand */
  int n;      /* things in the line in hand */
  int spacing;
} Flow;

static void
measure_child (GtkWidget *child, const Flow *flow, int *width, int *height)
{
  int least, wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  *width = MAX (least, MIN (wanted, flow->width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Where a thing of that size goes; the flow stands behind it afterwards. */
static GtkAllocation
take_place (Flow *flow, int width, int height)
{
  GtkAllocation place = { .width = width, .height = height };

  if (flow->n > 0 && flow->x + width > flow->width) {
    flow->y += flow->height + flow->spacing;
    flow->x = flow->height = flow->n = 0;
  }
  place.x = flow->x;
  place.y = flow->y;
  flow->x += width + flow->spacing;
  flow->height = MAX (flow->height, height);
  flow->n++;
  return place;
}

static int
measure_height (BvWrapLayout *self, GtkWidget *widget, int width)
{
  Flow flow = { .width = width < 0 ? G_MAXINT / 2 : width, .spacing = self->spacing };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_width, child_height;

    if (!gtk_widget_should_layout (child))
      continue;
    measure_child (child, &flow, &child_width, &child_height);
    take_place (&flow, child_width, child_height);
  }
  return flow.y + flow.height;
}

static void
measure_width (BvWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least, wanted;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural += wanted + (n++ > 0 ? self->spacing : 0);
  }
}

static void
bv_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  BvWrapLayout *self = BV_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size);
}

static void
bv_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Flow flow = { .width = width, .spacing = BV_WRAP_LAYOUT (manager)->spacing };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_width, child_height;
    GtkAllocation place;

    if (!gtk_widget_should_layout (child))
      continue;
    measure_child (child, &flow, &child_width, &child_height);
    place = take_place (&flow, child_width, child_height);
    gtk_widget_size_allocate (child, &place, -1);
  }
}

static GtkSizeRequestMode
bv_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bv_wrap_layout_class_init (BvWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = bv_wrap_layout_measure;
  manager_class->allocate = bv_wrap_layout_allocate;
  manager_class->get_request_mode = bv_wrap_layout_get_request_mode;
}

static void
bv_wrap_layout_init (BvWrapLayout *self)
{
}

GtkLayoutManager *
bv_wrap_layout_new (int spacing)
{
  BvWrapLayout *self = g_object_new (BV_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
