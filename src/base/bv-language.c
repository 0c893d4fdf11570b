/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the program: Vietnamese unless the user chose otherwise, whatever the system's.
 */
#include "config.h"

#include "bv-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* All categories that could speak up when LC_ALL no longer outranks them. */
static const char *const categories[] = {
  "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC", "LC_TIME",
};

static const char *
choose (const char *preference)
{
  const char *forced = g_getenv ("BANG_VANG_LANGUAGE");
  const char *wanted = forced != NULL && *forced != '\0' ? forced : preference;

  if (g_strcmp0 (wanted, "en") == 0 || g_strcmp0 (wanted, "system") == 0)
    return wanted;
  return "vi";
}

static void
set_everywhere (const char *locale)
{
  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    g_unsetenv (categories[i]);
  g_unsetenv ("LC_ALL");
  g_setenv ("LANG", locale, TRUE);
}

/* GTK sets the locale again from the environment, so that is where the choice has to stand. */
static void
set_locale (void)
{
  g_autofree char *all = g_strdup (g_getenv ("LC_ALL"));

  if (all != NULL && *all != '\0')
    set_everywhere (all);
  g_setenv ("LC_NUMERIC", "C", TRUE);
  if (setlocale (LC_ALL, "") != NULL)
    return;
  set_everywhere ("C.UTF-8");
  setlocale (LC_ALL, "");
}

/* gettext never translates in the C locale, and from glibc 2.41 on not in C.UTF-8 either. */
static gboolean
is_untranslatable (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "POSIX") || g_str_equal (locale, "C")
         || g_str_has_prefix (locale, "C.");
}

static void
find_translatable_locale (void)
{
  static const char *const candidates[] = { "vi_VN.UTF-8", "en_US.UTF-8", "C.UTF-8" };

  if (!is_untranslatable (setlocale (LC_MESSAGES, NULL)))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++) {
    if (setlocale (LC_MESSAGES, candidates[i]) == NULL)
      continue;
    g_setenv ("LC_MESSAGES", candidates[i], TRUE);
    if (is_untranslatable (setlocale (LC_CTYPE, NULL))) {
      setlocale (LC_CTYPE, candidates[i]);
      g_setenv ("LC_CTYPE", candidates[i], TRUE);
    }
    return;
  }
}

/* In the build tree the programs stand in src/cli and src/ui, two steps below the translations. */
static char *
find_catalogues (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *built = g_build_filename (folder, "..", "..", "po", NULL);
  g_autofree char *catalogue = g_build_filename (
      built, "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (program != NULL && g_file_test (catalogue, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&built);
  return g_strdup (BV_LOCALEDIR);
}

void
bv_language_init (const char *preference)
{
  const char *language = choose (preference);
  g_autofree char *catalogues = find_catalogues ();

  set_locale ();
  if (g_str_equal (language, "vi"))
    find_translatable_locale ();
  if (!g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
