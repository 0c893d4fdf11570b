/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export of the workbook, against libxlsxwriter writing the same cells from memory. The linker puts
 * the recording functions below in place of the library's, so that the floor knows the cells. */
#include "config.h"

#include "bv-bench-candidates.h"
#include "bv-bench.h"
#include "bv-sheet.h"
#include "bv-workbook.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 3
#define N_KEPT 10000     /* the writer keeps them in memory */
#define N_STREAMED 30000 /* constant-memory mode */
#define N_CANDIDATES 20000

typedef enum { STRING, NUMBER, BLANK, FORMULA, TEXT_FORMULA, DATE, MERGE, ROW } CellType;

typedef struct
{
  CellType type;
  lxw_row_t row;
  lxw_col_t column, last; /* of merged cells */
  guint sheet;
  double number;
  const char *text; /* of the book's own strings */
  const char *result;
  lxw_datetime date;
} Cell;

typedef struct
{
  BvOffice *office;
  gint64 movement_id;
  char *path;
  char *bare;
  gboolean streamed;
  GArray *cells; /* non-NULL while recording or replaying */
  GStringChunk *texts;
  gboolean recording;
  GPtrArray *sheets;
} Export;

static Export export;

/* Recording */

static void
record (lxw_worksheet *sheet, Cell cell)
{
  if (!export.recording)
    return;
  if (!g_ptr_array_find (export.sheets, sheet, &cell.sheet)) {
    cell.sheet = export.sheets->len;
    g_ptr_array_add (export.sheets, sheet);
  }
  g_array_append_val (export.cells, cell);
}

#define WRAP(name, parameters, arguments, ...)                                                     \
  lxw_error __real_##name parameters;                                                              \
  lxw_error __wrap_##name parameters;                                                              \
  lxw_error __wrap_##name parameters                                                               \
  {                                                                                                \
    record (sheet, (Cell){ .row = row, __VA_ARGS__ });                                             \
    return __real_##name arguments;                                                                \
  }
#define TEXT_OF(text) export.recording ? g_string_chunk_insert_const (export.texts, text) : NULL

WRAP (worksheet_write_string,
      (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *look),
      (sheet, row, column, text, look),
      .type = STRING,
      .column = column,
      .text = TEXT_OF (text))
WRAP (worksheet_write_number,
      (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *look),
      (sheet, row, column, number, look),
      .type = NUMBER,
      .column = column,
      .number = number)
WRAP (worksheet_write_blank,
      (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, lxw_format *look),
      (sheet, row, column, look),
      .type = BLANK,
      .column = column)
WRAP (
    worksheet_write_datetime,
    (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, lxw_datetime *date, lxw_format *look),
    (sheet, row, column, date, look),
    .type = DATE,
    .column = column,
    .date = *date)
WRAP (worksheet_write_formula_num,
      (lxw_worksheet * sheet,
       lxw_row_t row,
       lxw_col_t column,
       const char *text,
       lxw_format *look,
       double number),
      (sheet, row, column, text, look, number),
      .type = FORMULA,
      .column = column,
      .text = TEXT_OF (text),
      .number = number)
WRAP (worksheet_write_formula_str,
      (lxw_worksheet * sheet,
       lxw_row_t row,
       lxw_col_t column,
       const char *text,
       lxw_format *look,
       const char *result),
      (sheet, row, column, text, look, result),
      .type = TEXT_FORMULA,
      .column = column,
      .text = TEXT_OF (text),
      .result = TEXT_OF (result))
WRAP (worksheet_merge_range,
      (lxw_worksheet * sheet,
       lxw_row_t row,
       lxw_col_t column,
       lxw_row_t last_row,
       lxw_col_t last,
       const char *text,
       lxw_format *look),
      (sheet, row, column, last_row, last, text, look),
      .type = MERGE,
      .column = column,
      .last = last,
      .text = TEXT_OF (text))
WRAP (worksheet_set_row,
      (lxw_worksheet * sheet, lxw_row_t row, double height, lxw_format *look),
      (sheet, row, height, look),
      .type = ROW,
      .number = height)

/* The two sides */

static double
export_office (gpointer data)
{
  g_autoptr (GError) error = NULL;
  double start = bv_bench_now ();

  bv_workbook_export (
      export.office, export.movement_id, NULL, export.path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return bv_bench_now () - start;
}

static void
write_cell (lxw_worksheet *sheet, Cell *cell, lxw_format *look, lxw_format *day)
{
  switch (cell->type) {
  case STRING:
    __real_worksheet_write_string (sheet, cell->row, cell->column, cell->text, look);
    break;
  case NUMBER:
    __real_worksheet_write_number (sheet, cell->row, cell->column, cell->number, look);
    break;
  case BLANK:
    __real_worksheet_write_blank (sheet, cell->row, cell->column, look);
    break;
  case DATE:
    __real_worksheet_write_datetime (sheet, cell->row, cell->column, &cell->date, day);
    break;
  case FORMULA:
    __real_worksheet_write_formula_num (
        sheet, cell->row, cell->column, cell->text, look, cell->number);
    break;
  case TEXT_FORMULA:
    __real_worksheet_write_formula_str (
        sheet, cell->row, cell->column, cell->text, look, cell->result);
    break;
  case MERGE:
    __real_worksheet_merge_range (
        sheet, cell->row, cell->column, cell->row, cell->last, cell->text, look);
    break;
  case ROW:
  default:
    __real_worksheet_set_row (sheet, cell->row, cell->number, NULL);
  }
}

static double
write_cells (gpointer data)
{
  double start = bv_bench_now ();
  lxw_workbook_options options = { .constant_memory = export.streamed };
  lxw_workbook *workbook = workbook_new_opt (export.bare, &options);
  lxw_format *look = workbook_add_format (workbook);
  lxw_format *day = workbook_add_format (workbook);
  lxw_worksheet *sheets[16] = { NULL };

  format_set_border (look, LXW_BORDER_THIN);
  format_set_num_format (day, "dd/mm/yyyy");
  for (guint i = 0; i < export.sheets->len; i++)
    sheets[i] = workbook_add_worksheet (workbook, NULL);
  for (guint i = 0; i < export.cells->len; i++) {
    Cell *cell = &g_array_index (export.cells, Cell, i);
    write_cell (sheets[cell->sheet], cell, look, day);
  }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return bv_bench_now () - start;
}

static void
open_office (const char *path)
{
  export.office = bv_bench_office_open (path);
  export.movement_id = bv_bench_office_get_movement (export.office);
}

static void
close_office (void)
{
  bv_office_close (export.office, NULL);
  g_clear_object (&export.office);
}

static void
measure (const char *path, const char *rows, gboolean streamed)
{
  g_autofree char *what = NULL;

  open_office (path);
  export.streamed = streamed;
  export.cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  export.texts = g_string_chunk_new (1 << 16);
  export.sheets = g_ptr_array_new ();
  export.recording = TRUE;
  export_office (NULL);
  export.recording = FALSE;
  what = g_strdup_printf ("export of %s, %u cells%s / bare writer",
                          rows,
                          export.cells->len,
                          streamed ? ", streamed" : "");
  bv_bench_compare (what, 1.25, ROUNDS, export_office, write_cells, NULL);
  g_clear_pointer (&export.cells, g_array_unref);
  g_clear_pointer (&export.texts, g_string_chunk_free);
  g_clear_pointer (&export.sheets, g_ptr_array_unref);
  close_office ();
}

/* Memory: a child's peak while it exports. */

static void
wait_for (pid_t child)
{
  int status = 0;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* In a child of their own, so that what making them takes is not counted. */
static void
make_files (void)
{
  pid_t child = fork ();

  if (child == 0) {
    g_free (bv_bench_office_dup_path (BV_BENCH_MILLION));
    g_free (bv_bench_candidates_dup_path (N_CANDIDATES));
    exit (0);
  }
  wait_for (child);
}

static double
get_peak_mebibytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static void
measure_memory (const char *path, const char *what, double target, gboolean over_office)
{
  pid_t child = fork ();
  double before;

  if (child == 0) {
    open_office (path);
    before = over_office ? get_peak_mebibytes () : 0;
    export_office (NULL);
    bv_bench_tell (what, target, get_peak_mebibytes () - before, "MiB");
    close_office ();
    exit (0);
  }
  wait_for (child);
}

static void
measure_achievements (guint n_rows, gboolean streamed)
{
  g_autofree char *path = bv_bench_office_dup_path (n_rows);
  g_autofree char *rows = g_strdup_printf ("%u achievements", n_rows);

  measure (path, rows, streamed);
}

int
main (void)
{
  g_autofree char *million = NULL, *candidates = NULL;

  bv_bench_init ();
  export.path = bv_bench_dup_scratch ("export.xlsx");
  export.bare = bv_bench_dup_scratch ("export-bare.xlsx");
  make_files ();
  million = bv_bench_office_dup_path (BV_BENCH_MILLION);
  candidates = bv_bench_candidates_dup_path (N_CANDIDATES);
  measure_memory (
      million, "export of 1 000 000 achievements: memory over the open office", 64, TRUE);
  measure_memory (candidates, "export of 20 000 candidates: memory in all", 200, FALSE);
  measure_achievements (N_KEPT, FALSE);
  measure_achievements (N_STREAMED, TRUE);
  measure (candidates, "20 000 candidates", TRUE);
  g_remove (export.path);
  g_remove (export.bare);
  return 0;
}
