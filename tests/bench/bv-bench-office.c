/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large offices to measure with: the same words and rows every time, written through the one door.
 */
#include "config.h"

#include "bv-bench-office.h"

#include "bv-bench.h"
#include "bv-history.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>

#define SEED 20240601
#define N_CRITERIA 6
#define PEOPLE_PER_DEPARTMENT 200
#define ROWS_PER_PERSON 50
/* Rows of one step while filling: what a large import writes at once. */
#define ROWS_PER_STEP 20000

/* The words that offices use most, then syllables made of these beginnings and endings. */
static const char *const frequent[] = {
  "quyết", "định", "công", "tác",    "thực",  "hiện",  "của",   "và",   "đối",  "ngoại",
  "tỉnh",  "sở",   "về",   "hoàn",   "thành", "nhiệm", "vụ",    "xây",  "dựng", "kế",
  "hoạch", "biên", "giới", "cải",    "cách",  "hành",  "chính", "đảng", "viên", "phòng",
  "thi",   "đua",  "khen", "thưởng", "đạt",   "tốt",   "năm",   "báo",  "cáo",  "tham",
  "mưu",   "tổ",   "chức", "hội",    "nghị",  "đoàn",  "hợp",   "quốc", "tế",   "lãnh"
};
static const char *const beginnings[] = { "b",  "c",  "ch", "d", "đ",  "g",  "gi", "h",
                                          "k",  "kh", "l",  "m", "n",  "ng", "nh", "ph",
                                          "qu", "r",  "s",  "t", "th", "tr", "v",  "x" };
static const char *const endings[] = { "a",   "à",    "á",   "ạ",    "an", "án",  "anh", "ảnh",
                                       "ao",  "áo",   "ăn",  "ắt",   "âm", "ấp",  "ậu",  "e",
                                       "én",  "ê",    "ế",   "ến",   "ệt", "i",   "í",   "ích",
                                       "iên", "iểm",  "iệc", "inh",  "o",  "ò",   "ong", "ông",
                                       "ồ",   "ộ",    "ốt",  "ơ",    "ời", "u",   "ủ",   "úc",
                                       "ung", "uyên", "uất", "ương", "ứ",  "ững", "ước", "y" };

/* 50 + 24 × 48 words; the rank is spread so that rank n comes up with a frequency of 1/n. */
static void
append_word (GRand *random, GString *text)
{
  guint n_words = G_N_ELEMENTS (frequent) + G_N_ELEMENTS (beginnings) * G_N_ELEMENTS (endings);
  guint rank = (guint) exp (g_rand_double (random) * log (n_words + 1.0)) - 1;

  rank = MIN (rank, n_words - 1);
  if (text->len)
    g_string_append_c (text, ' ');
  if (rank < G_N_ELEMENTS (frequent)) {
    g_string_append (text, frequent[rank]);
    return;
  }
  rank -= G_N_ELEMENTS (frequent);
  g_string_append (text, beginnings[rank % G_N_ELEMENTS (beginnings)]);
  g_string_append (text, endings[rank / G_N_ELEMENTS (beginnings)]);
}

char *
bv_bench_office_dup_words (GRand *random, guint n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    append_word (random, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_movement (BvBenchOffice *self)
{
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);

  bv_record_set_text (movement, "title", "Phong trào thi đua lớn");
  bv_record_set_text (movement, "start_on", "2024-01-01");
  bv_record_set_text (movement, "end_on", "2024-12-31");
  self->movement_id = bv_bench_office_save (self, movement);
  for (guint i = 0; i < N_CRITERIA; i++) {
    g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
    g_autofree char *title = bv_bench_office_dup_words (self->random, 5);
    gint64 id;

    bv_record_set_integer (criterion, "movement_id", self->movement_id);
    bv_record_set_integer (criterion, "position", i + 1);
    bv_record_set_text (criterion, "title", title);
    bv_record_set_integer (criterion, "max_points", 2000);
    bv_record_set_integer (criterion, "from_evidence", 1);
    id = bv_bench_office_save (self, criterion);
    g_array_append_val (self->criteria, id);
  }
}

static gint64
add_department (BvBenchOffice *self, guint number)
{
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
  g_autofree char *name = g_strdup_printf ("Phòng Nghiệp vụ số %u", number);

  bv_record_set_text (department, "name", name);
  return bv_bench_office_save (self, department);
}

static char *
dup_name (GRand *random)
{
  static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Hoàng", "Nông", "Vi", "Lương" };
  g_autoptr (GString) name = g_string_new (
      families[g_rand_int_range (random, 0, G_N_ELEMENTS (families))]);

  for (guint i = 0; i < 3; i++) {
    g_autofree char *word = bv_bench_office_dup_words (random, 1);
    g_autofree char *first = g_utf8_substring (word, 0, 1);
    g_autofree char *capital = g_utf8_strup (first, -1);

    g_string_append_printf (name, " %s%s", capital, word + strlen (first));
  }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
add_person (BvBenchOffice *self, gint64 department_id)
{
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
  g_autoptr (BvRecord) pledge = bv_record_new (&bv_pledge_kind);
  g_autofree char *name = dup_name (self->random);
  g_autofree char *commitment = bv_bench_office_dup_words (self->random, 12);
  gint64 id;

  bv_record_set_text (person, "full_name", name);
  bv_record_set_text (person, "sex", g_rand_boolean (self->random) ? "female" : "male");
  bv_record_set_integer (person, "department_id", department_id);
  bv_record_set_text (person, "job_title", "Chuyên viên");
  id = bv_bench_office_save (self, person);
  g_array_append_val (self->subjects, id);
  bv_record_set_integer (pledge, "movement_id", self->movement_id);
  bv_record_set_integer (pledge, "subject_id", id);
  bv_record_set_integer (pledge, "criterion_id", g_array_index (self->criteria, gint64, 0));
  bv_record_set_text (pledge, "commitment", commitment);
  bv_bench_office_save (self, pledge);
}

void
bv_bench_office_begin (BvBenchOffice *self)
{
  g_autoptr (GError) error = NULL;

  bv_history_begin (bv_office_get_history (self->office), "Nạp dữ liệu", &error);
  g_assert_no_error (error);
}

void
bv_bench_office_commit (BvBenchOffice *self)
{
  g_autoptr (GError) error = NULL;

  bv_history_commit (bv_office_get_history (self->office), &error);
  g_assert_no_error (error);
}

gint64
bv_bench_office_save (BvBenchOffice *self, BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  bv_office_save (self->office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

BvBenchOffice *
bv_bench_office_found (const char *path, guint n_people)
{
  BvBenchOffice *self = g_new0 (BvBenchOffice, 1);
  g_autoptr (GError) error = NULL;
  gint64 department = 0;

  self->criteria = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->random = g_rand_new_with_seed (SEED);
  self->office = bv_office_create (
      path, "Sở Đo lường", NULL, "Lạng Sơn", NULL, "Người đo", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_bench_office_begin (self);
  add_movement (self);
  for (guint i = 0; i < n_people; i++) {
    if (i % PEOPLE_PER_DEPARTMENT == 0)
      department = add_department (self, i / PEOPLE_PER_DEPARTMENT + 1);
    add_person (self, department);
  }
  bv_bench_office_commit (self);
  return self;
}

static gint64
pick (BvBenchOffice *self, GArray *ids)
{
  return g_array_index (ids, gint64, g_rand_int_range (self->random, 0, (gint32) ids->len));
}

BvRecord *
bv_bench_office_new_row (BvBenchOffice *self)
{
  BvRecord *row = bv_record_new (&bv_achievement_kind);
  g_autofree char *title = bv_bench_office_dup_words (self->random, 10);
  g_autofree char *description = bv_bench_office_dup_words (self->random, 22);
  gint32 day = g_rand_int_range (self->random, 0, 336);
  g_autofree char *date = g_strdup_printf ("2024-%02d-%02d", day / 28 + 1, day % 28 + 1);
  g_autofree char *number = g_strdup_printf ("%d/QĐ-SNgV",
                                             g_rand_int_range (self->random, 1, 3000));

  bv_record_set_integer (row, "movement_id", self->movement_id);
  bv_record_set_integer (row, "subject_id", pick (self, self->subjects));
  bv_record_set_integer (row, "criterion_id", pick (self, self->criteria));
  bv_record_set_text (row, "title", title);
  bv_record_set_text (row, "description", description);
  bv_record_set_text (row, "achieved_on", date);
  bv_record_set_integer (row, "points", g_rand_int_range (self->random, 1, 500));
  bv_record_set_text (row, "document_number", number);
  bv_record_set_text (
      row, "status", g_rand_int_range (self->random, 0, 5) ? "verified" : "waiting");
  return row;
}

void
bv_bench_office_fill (BvBenchOffice *self, guint n_rows)
{
  bv_bench_office_begin (self);
  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (BvRecord) row = bv_bench_office_new_row (self);

    bv_bench_office_save (self, row);
  }
  bv_bench_office_commit (self);
}

void
bv_bench_office_free (BvBenchOffice *self)
{
  bv_office_close (self->office, NULL);
  g_object_unref (self->office);
  g_array_unref (self->criteria);
  g_array_unref (self->subjects);
  g_rand_free (self->random);
  g_free (self);
}

static void
make_file (const char *path, guint n_rows)
{
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  BvBenchOffice *bench;
  double start = bv_bench_now ();

  g_remove (unfinished);
  printf ("     making a file of %u rows; later runs use it again\n", n_rows);
  bench = bv_bench_office_found (unfinished, n_rows / ROWS_PER_PERSON);
  for (guint done = 0; done < n_rows; done += ROWS_PER_STEP)
    bv_bench_office_fill (bench, MIN (ROWS_PER_STEP, n_rows - done));
  bv_bench_office_free (bench);
  g_assert_cmpint (g_rename (unfinished, path), ==, 0);
  bv_bench_tell (
      "rows made through the door, 1000 a second", 0, n_rows / (bv_bench_now () - start), "k/s");
}

char *
bv_bench_office_dup_path (guint n_rows)
{
  g_autofree char *folder = bv_bench_dup_folder ();
  g_autofree char *name = g_strdup_printf ("%u" BV_OFFICE_EXTENSION, n_rows);
  char *path = g_build_filename (folder, name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make_file (path, n_rows);
  return path;
}

BvOffice *
bv_bench_office_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  BvOffice *office = bv_office_open (path, "Người đo", BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  return office;
}

gint64
bv_bench_office_get_movement (BvOffice *office)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  bv_database_query_integer (
      bv_office_get_database (office), "SELECT id FROM movement", &id, &error);
  g_assert_no_error (error);
  return id;
}
