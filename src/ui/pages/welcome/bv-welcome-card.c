/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on one of the large buttons of the welcome page: picture, name, one sentence. */
#include "config.h"

#include "bv-welcome-card.h"

struct _BvWelcomeCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkImage *image;
  GtkLabel *title;
  GtkLabel *description;
};

enum { PROP_0, PROP_ICON_NAME, PROP_TITLE, PROP_DESCRIPTION, N_PROPS };

G_DEFINE_TYPE (BvWelcomeCard, bv_welcome_card, ADW_TYPE_BIN)

static void
bv_welcome_card_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  BvWelcomeCard *self = BV_WELCOME_CARD (object);

  switch (prop_id) {
  case PROP_ICON_NAME:
    gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
    break;
  case PROP_TITLE:
    gtk_label_set_label (self->title, g_value_get_string (value));
    break;
  case PROP_DESCRIPTION:
    gtk_label_set_label (self->description, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bv_welcome_card_class_init (BvWelcomeCardClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "icon-name", "title", "description" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = bv_welcome_card_set_property;
  for (guint i = 1; i < N_PROPS; i++)
    g_object_class_install_property (
        G_OBJECT_CLASS (klass),
        i,
        g_param_spec_string (
            names[i], NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bangvang/BangVang/pages/welcome/bv-welcome-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWelcomeCard, image);
  gtk_widget_class_bind_template_child (widget_class, BvWelcomeCard, title);
  gtk_widget_class_bind_template_child (widget_class, BvWelcomeCard, description);
}

static void
bv_welcome_card_init (BvWelcomeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
