/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a kind, and the pairs of columns that offices write one of them in. */
#include "config.h"

#include "bv-import-fields.h"

#include <glib/gi18n-lib.h>

/* The year of birth stands in the column of the sex; a mark there tells the sex alone. */
static const BvField birth_by_sex[] = {
  { "birth_date_male", BV_FIELD_DATE, N_ ("Birth date (men)") },
  { "birth_date_female", BV_FIELD_DATE, N_ ("Birth date (women)") },
};

static const struct
{
  const BvKind *kind;
  const BvField *column;
  const char *field, *told, *value;
} pairs[] = {
  { &bv_person_kind, &birth_by_sex[0], "birth_date", "sex", "male" },
  { &bv_person_kind, &birth_by_sex[1], "birth_date", "sex", "female" },
};

guint
bv_import_fields_count (const BvKind *kind)
{
  guint n = kind->n_fields;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    n += pairs[i].kind == kind;
  return n;
}

const BvField *
bv_import_fields_get (const BvKind *kind, guint index)
{
  guint n = kind->n_fields;

  if (index < n)
    return &kind->fields[index];
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].kind == kind && n++ == index)
      return pairs[i].column;
  g_return_val_if_reached (NULL);
}

const BvField *
bv_import_fields_find (const BvKind *kind, const char *name)
{
  for (guint i = 0; i < bv_import_fields_count (kind); i++)
    if (g_str_equal (bv_import_fields_get (kind, i)->name, name))
      return bv_import_fields_get (kind, i);
  return NULL;
}

const BvField *
bv_import_fields_resolve (const BvKind *kind,
                          const BvField *column,
                          const BvField **told,
                          const char **value)
{
  *told = NULL;
  *value = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    if (pairs[i].column != column)
      continue;
    *told = bv_kind_find_field (kind, pairs[i].told);
    *value = pairs[i].value;
    return bv_kind_find_field (kind, pairs[i].field);
  }
  return column;
}
