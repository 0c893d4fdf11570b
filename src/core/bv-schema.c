/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema as the program carries it. */
#include "config.h"

#include "bv-schema.h"

#include "bv-catalogue.h"
#include "bv-core-resources.h"

#include <gio/gio.h>

#define RESOURCE_FOLDER "/io/github/bangvang/BangVang/schema/"

/* More versions than this program will ever have. */
#define MOST_STEPS 1000

/* %NULL when there is no such file. */
static const char *
get_resource (const char *file)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      bv_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  /* resource data lies in the program itself, uncompressed and ended by a zero byte */
  return bytes ? g_bytes_get_data (bytes, NULL) : NULL;
}

/* 0001.sql, 0002.sql, …; a released step is never changed, a new one is a new file. */
const char *const *
bv_schema_get_steps (guint *n_steps)
{
  static const char *steps[MOST_STEPS];
  guint n = 0;

  for (; n < MOST_STEPS; n++) {
    g_autofree char *file = g_strdup_printf ("%04u.sql", n + 1);
    steps[n] = get_resource (file);
    if (!steps[n])
      break;
  }
  *n_steps = n;
  return steps;
}

int
bv_schema_get_version (void)
{
  static gsize version;
  guint n_steps;

  if (g_once_init_enter (&version)) {
    bv_schema_get_steps (&n_steps);
    g_once_init_leave (&version, n_steps);
  }
  return (int) version;
}

const char *
bv_schema_get_award_forms (void)
{
  return get_resource ("award-forms.sql");
}

const char *const *
bv_schema_get_tracked (void)
{
  static const char *tracked[64];

  if (!tracked[0]) {
    const BvKind *const *kinds = bv_catalogue_get_kinds ();
    guint i;
    for (i = 0; kinds[i]; i++)
      tracked[i + 1] = kinds[i]->table;
    g_assert (i + 2 <= G_N_ELEMENTS (tracked));
    tracked[0] = "subject";
  }
  return tracked;
}

char **
bv_schema_load_columns (BvDatabase *database, const char *table, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (BvStatement) statement = bv_database_prepare (
      database, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", error);
  BvStep step;

  if (!statement)
    return NULL;
  bv_statement_bind_text (statement, 1, table);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW)
    g_strv_builder_add (names, bv_statement_get_text (statement, 0));
  return step == BV_STEP_DONE ? g_strv_builder_end (names) : NULL;
}
