/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page of the window is: follows the office, and keeps news for when it is in sight. */
#include "config.h"

#include "bv-page.h"

typedef struct
{
  /* Owned */
  BvOffice *office;
  char *subtitle;
  GPtrArray *news; /* BvChange that came while the page was out of sight, nullable */

  gint64 movement;
  guint n_selected;
  gboolean has_rows;
  gboolean loaded;
  gboolean movement_is_news;
} BvPagePrivate;

enum { PROP_0, PROP_SUBTITLE, PROP_N_SELECTED, PROP_HAS_ROWS, N_PROPS };

enum { TOAST, REPORT, GO, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (BvPage, bv_page, ADW_TYPE_BIN)

#define GET_PRIVATE(self) ((BvPagePrivate *) bv_page_get_instance_private (self))

static void
keep_news (BvPagePrivate *priv, GPtrArray *changes)
{
  if (priv->news == NULL)
    priv->news = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (priv->news, g_memdup2 (changes->pdata[i], sizeof (BvChange)));
}

static void
tell_news (BvPage *self)
{
  BvPagePrivate *priv = GET_PRIVATE (self);
  g_autoptr (GPtrArray) news = g_steal_pointer (&priv->news);

  if (news != NULL && BV_PAGE_GET_CLASS (self)->changed != NULL)
    BV_PAGE_GET_CLASS (self)->changed (self, news);
  if (priv->movement_is_news && BV_PAGE_GET_CLASS (self)->movement_changed != NULL)
    BV_PAGE_GET_CLASS (self)->movement_changed (self);
  priv->movement_is_news = FALSE;
}

static void
changed_cb (BvPage *self, GPtrArray *changes)
{
  BvPagePrivate *priv = GET_PRIVATE (self);

  g_assert (BV_IS_PAGE (self));

  if (!priv->loaded)
    return;
  keep_news (priv, changes);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell_news (self);
}

static void
bv_page_map (GtkWidget *widget)
{
  BvPage *self = BV_PAGE (widget);

  if (GET_PRIVATE (self)->loaded)
    tell_news (self);
  GTK_WIDGET_CLASS (bv_page_parent_class)->map (widget);
}

static void
bv_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SUBTITLE:
    g_value_set_string (value, bv_page_get_subtitle (BV_PAGE (object)));
    break;
  case PROP_N_SELECTED:
    g_value_set_uint (value, bv_page_get_n_selected (BV_PAGE (object)));
    break;
  case PROP_HAS_ROWS:
    g_value_set_boolean (value, bv_page_get_has_rows (BV_PAGE (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bv_page_dispose (GObject *object)
{
  BvPagePrivate *priv = GET_PRIVATE (BV_PAGE (object));

  g_clear_object (&priv->office);
  g_clear_pointer (&priv->news, g_ptr_array_unref);
  G_OBJECT_CLASS (bv_page_parent_class)->dispose (object);
}

static void
bv_page_finalize (GObject *object)
{
  g_free (GET_PRIVATE (BV_PAGE (object))->subtitle);
  G_OBJECT_CLASS (bv_page_parent_class)->finalize (object);
}

static void
focus_first (BvPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
bv_page_class_init (BvPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_page_get_property;
  object_class->dispose = bv_page_dispose;
  object_class->finalize = bv_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = bv_page_map;
  klass->take_keyboard = focus_first;

  properties[PROP_SUBTITLE] = g_param_spec_string (
      "subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SELECTED] = g_param_spec_uint (
      "n-selected", NULL, NULL, 0, G_MAXUINT, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_ROWS] = g_param_spec_boolean (
      "has-rows", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TOAST] = g_signal_new ("toast",
                                 BV_TYPE_PAGE,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_STRING,
                                 G_TYPE_BOOLEAN);
  signals[REPORT] = g_signal_new (
      "report", BV_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[GO] = g_signal_new ("go",
                              BV_TYPE_PAGE,
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
bv_page_init (BvPage *self)
{
  GET_PRIVATE (self)->n_selected = 1;
  GET_PRIVATE (self)->has_rows = TRUE;
}

BvOffice *
bv_page_get_office (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), NULL);
  return GET_PRIVATE (self)->office;
}

void
bv_page_set_office (BvPage *self, BvOffice *office)
{
  BvPagePrivate *priv = GET_PRIVATE (self);

  g_return_if_fail (BV_IS_PAGE (self));
  g_return_if_fail (priv->office == NULL && BV_IS_OFFICE (office));

  priv->office = g_object_ref (office);
  g_signal_connect_object (
      bv_office_get_history (office), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

gint64
bv_page_get_movement (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), 0);
  return GET_PRIVATE (self)->movement;
}

void
bv_page_set_movement (BvPage *self, gint64 movement_id)
{
  BvPagePrivate *priv = GET_PRIVATE (self);

  g_return_if_fail (BV_IS_PAGE (self));

  if (priv->movement == movement_id)
    return;
  priv->movement = movement_id;
  priv->movement_is_news = priv->loaded;
  if (priv->loaded && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell_news (self);
}

const char *
bv_page_get_subtitle (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), NULL);
  return GET_PRIVATE (self)->subtitle;
}

void
bv_page_set_subtitle (BvPage *self, const char *subtitle)
{
  BvPagePrivate *priv = GET_PRIVATE (self);

  g_return_if_fail (BV_IS_PAGE (self));

  if (g_strcmp0 (priv->subtitle, subtitle) == 0)
    return;
  g_free (priv->subtitle);
  priv->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

guint
bv_page_get_n_selected (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), 0);
  return GET_PRIVATE (self)->n_selected;
}

void
bv_page_set_n_selected (BvPage *self, guint n_selected)
{
  BvPagePrivate *priv = GET_PRIVATE (self);

  g_return_if_fail (BV_IS_PAGE (self));

  if (priv->n_selected == n_selected)
    return;
  priv->n_selected = n_selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

gboolean
bv_page_get_has_rows (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), FALSE);
  return GET_PRIVATE (self)->has_rows;
}

void
bv_page_set_has_rows (BvPage *self, gboolean has_rows)
{
  BvPagePrivate *priv = GET_PRIVATE (self);

  g_return_if_fail (BV_IS_PAGE (self));

  if (priv->has_rows == has_rows)
    return;
  priv->has_rows = has_rows;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_ROWS]);
}

void
bv_page_toast (BvPage *self, const char *message, gboolean undo)
{
  g_return_if_fail (BV_IS_PAGE (self));
  g_signal_emit (self, signals[TOAST], 0, message, undo);
}

void
bv_page_report (BvPage *self, GError *error)
{
  g_return_if_fail (BV_IS_PAGE (self));
  g_return_if_fail (error != NULL);
  g_signal_emit (self, signals[REPORT], 0, error);
  g_error_free (error);
}

void
bv_page_show (BvPage *self, const char *name, gint64 id)
{
  g_return_if_fail (BV_IS_PAGE (self));
  g_signal_emit (self, signals[GO], 0, name, id, NULL);
}

void
bv_page_show_rows (BvPage *self, const char *name, const BvQuery *query)
{
  g_return_if_fail (BV_IS_PAGE (self));
  g_return_if_fail (query != NULL);
  g_signal_emit (self, signals[GO], 0, name, G_GINT64_CONSTANT (0), query);
}

void
bv_page_draw_up (BvPage *self, const char *name)
{
  g_return_if_fail (BV_IS_PAGE (self));
  if (bv_page_flush (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.draw-up", "(sax)", name, NULL);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *argument, gpointer action)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action_variant (widget, action, argument);
}

void
bv_page_add_key (
    BvPage *self, guint key, GdkModifierType state, const char *action, const char *argument)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (
      gtk_keyval_trigger_new (key, state),
      gtk_callback_action_new (key_cb, g_strdup (action), g_free));

  g_return_if_fail (BV_IS_PAGE (self));
  if (argument != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (argument));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
bv_page_take_keyboard (BvPage *self)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BV_PAGE_GET_CLASS (self)->take_keyboard (self);
}

BvListExport *
bv_page_make_export (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), NULL);
  return BV_PAGE_GET_CLASS (self)->make_export != NULL
             ? BV_PAGE_GET_CLASS (self)->make_export (self)
             : NULL;
}

void
bv_page_load (BvPage *self)
{
  BvPagePrivate *priv = GET_PRIVATE (self);

  g_return_if_fail (BV_IS_PAGE (self));
  g_return_if_fail (priv->office != NULL);

  if (priv->loaded)
    return;
  priv->loaded = TRUE;
  if (BV_PAGE_GET_CLASS (self)->load != NULL)
    BV_PAGE_GET_CLASS (self)->load (self);
}

gboolean
bv_page_flush (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), TRUE);
  return BV_PAGE_GET_CLASS (self)->flush == NULL || BV_PAGE_GET_CLASS (self)->flush (self);
}
