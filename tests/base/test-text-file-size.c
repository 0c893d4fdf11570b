/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes of files: the unit, the rounding, the comma. */
#include "bv-file-size.h"
#include "bv-language.h"

static void
test_format (void)
{
  static const struct
  {
    gint64 size;
    const char *text;
  } sizes[] = {
    { 0, "0 bytes" },
    { 1, "1 byte" },
    { 1023, "1023 bytes" },
    { 1024, "1 KB" },
    { 1536, "1,5 KB" },
    { 1048524, "1.023,9 KB" },
    { 1048525, "1 MB" }, /* not 1024 KB */
    { 14575206, "13,9 MB" },
    { G_GINT64_CONSTANT (52428800), "50 MB" },
    { G_GINT64_CONSTANT (1073741824) * 3 / 2, "1,5 GB" },
    { G_MAXINT64, "8.388.608 TB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = bv_file_size_format (sizes[i].size);

    g_assert_cmpstr (text, ==, sizes[i].text);
  }
}

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-size/format", test_format);
  return g_test_run ();
}
