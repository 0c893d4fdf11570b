/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking things up in the declaration of a kind. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

const char *
bv_kind_get_label (const BvKind *kind)
{
  return _ (kind->label);
}

const char *
bv_kind_get_plural (const BvKind *kind)
{
  return _ (kind->plural);
}

int
bv_kind_get_field_index (const BvKind *kind, const char *name)
{
  /* nearly always it is the very text of the declaration, or one that the linker joined with it */
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].name == name)
      return (int) i;
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, name))
      return (int) i;
  return -1;
}

gboolean
bv_kind_is_searched (const BvKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_SEARCHED)
      return TRUE;
  return FALSE;
}

const BvField *
bv_kind_find_field (const BvKind *kind, const char *name)
{
  int index = bv_kind_get_field_index (kind, name);

  return index < 0 ? NULL : &kind->fields[index];
}
