/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese by default under every locale of the system, in a process of its own for each case. */
#include "config.h"

#include "bv-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* Prints one translated word and one number of the C library, for the test to read. */
static void
speak (const char *preference)
{
  bv_language_init (preference);
  setlocale (LC_ALL, "");
  g_print ("%s %.1f\n", _ ("June"), 1.5);
}

static void
say_default (void)
{
  speak (NULL);
}

static void
say_english (void)
{
  speak ("en");
}

static void
expect (const char *language, const char *locale, const char *path, const char *word)
{
  g_autofree char *pattern = g_strdup_printf ("*%s 1.5*", word);

  g_setenv ("LC_ALL", locale, TRUE);
  if (language != NULL)
    g_setenv ("BANG_VANG_LANGUAGE", language, TRUE);
  else
    g_unsetenv ("BANG_VANG_LANGUAGE");
  g_unsetenv ("LANGUAGE");
  g_test_message ("locale “%s”, forced language “%s”", locale, language != NULL ? language : "");
  g_test_trap_subprocess (path, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout (pattern);
}

static gboolean
has_locale (const char *locale)
{
  gboolean has = setlocale (LC_MESSAGES, locale) != NULL;

  setlocale (LC_MESSAGES, "C");
  return has;
}

static void
test_default (void)
{
  if (!has_locale ("vi_VN.UTF-8")) {
    g_test_skip ("the locale vi_VN.UTF-8 is not generated here");
    return;
  }
  expect (NULL, "C", "/language/subprocess/default", "tháng 6");
  expect (NULL, "C.UTF-8", "/language/subprocess/default", "tháng 6");
  expect (NULL, "vi_VN.UTF-8", "/language/subprocess/default", "tháng 6");
  expect (NULL, "xx_YY.UTF-8", "/language/subprocess/default", "tháng 6");
}

static void
test_english (void)
{
  expect (NULL, "C.UTF-8", "/language/subprocess/english", "June");
  expect ("en", "C.UTF-8", "/language/subprocess/default", "June");
  if (has_locale ("vi_VN.UTF-8"))
    expect (NULL, "vi_VN.UTF-8", "/language/subprocess/english", "June");
}

static void
test_forced (void)
{
  if (!has_locale ("vi_VN.UTF-8")) {
    g_test_skip ("the locale vi_VN.UTF-8 is not generated here");
    return;
  }
  expect ("vi", "C.UTF-8", "/language/subprocess/english", "tháng 6");
  expect ("system", "C.UTF-8", "/language/subprocess/default", "June");
  expect ("system", "vi_VN.UTF-8", "/language/subprocess/default", "tháng 6");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/subprocess/default", say_default);
  g_test_add_func ("/language/subprocess/english", say_english);
  g_test_add_func ("/language/default", test_default);
  g_test_add_func ("/language/english", test_english);
  g_test_add_func ("/language/forced", test_forced);
  return g_test_run ();
}
