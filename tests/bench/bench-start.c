/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From starting the program to its first frame, against a bare window in the same environment. */
#include "config.h"

#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-sample.h"

#include <gio/gio.h>

#define ROUNDS 9

typedef struct
{
  const char *bare;
  const char *window;
  char *sample;
  char *million;
  char *page;       /* nullable: --page=NAME */
  gboolean settled; /* until there is nothing left to do, not only to the first frame */
} Start;

/* The clock is the same in all processes; it starts before the child is made. */
static double
start_program (Start *self, const char *program, const char *file)
{
  const char *argv[] = { program, file, self->page, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) words = NULL;
  double start;
  int status = 0;

  if (!file)
    argv[1] = NULL;
  start = bv_bench_now ();
  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_STDERR_TO_DEV_NULL,
                NULL,
                NULL,
                &output,
                NULL,
                &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  words = g_strsplit (g_strchomp (output), " ", 2);
  g_assert_cmpuint (g_strv_length (words), ==, 2);
  return g_ascii_strtod (words[self->settled ? 1 : 0], NULL) - start;
}

static double
start_bare (gpointer data)
{
  Start *self = data;

  return start_program (self, self->bare, NULL);
}

static double
start_sample (gpointer data)
{
  Start *self = data;

  return start_program (self, self->window, self->sample);
}

static double
start_million (gpointer data)
{
  Start *self = data;

  return start_program (self, self->window, self->million);
}

int
main (int argc, char *argv[])
{
  Start self = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 3);
  bv_bench_init ();
  self.bare = argv[1];
  self.window = argv[2];
  self.sample = bv_bench_dup_scratch ("sample" BV_OFFICE_EXTENSION);
  bv_sample_create (self.sample, "Người đo", &error);
  g_assert_no_error (error);
  self.million = bv_bench_office_dup_path (BV_BENCH_MILLION);
  start_bare (&self); /* the page cache is warm for all */
  start_sample (&self);
  start_million (&self);
  bv_bench_compare ("start to first frame, sample office / bare AdwApplicationWindow",
                    1.5,
                    ROUNDS,
                    start_sample,
                    start_bare,
                    &self);
  bv_bench_compare ("start to first frame, 1 000 000 rows / sample office",
                    1.15,
                    ROUNDS,
                    start_million,
                    start_sample,
                    &self);
  self.settled = TRUE;
  bv_bench_compare ("start until all is shown, 1 000 000 rows / sample office",
                    1.15,
                    ROUNDS,
                    start_million,
                    start_sample,
                    &self);
  self.page = (char *) "--page=achievements";
  bv_bench_compare (
      "  the same on the page that lists them", 0, 3, start_million, start_sample, &self);
  g_free (self.sample);
  g_free (self.million);
  return 0;
}
