/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export of the workbook, against libxlsxwriter writing the same cells from memory. The linker puts
 * the recording functions below in place of the library's, so that the floor knows the cells. */
#include "config.h"

#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-sheet.h"
#include "bv-workbook.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 3
#define N_KEPT 10000     /* the writer keeps them in memory */
#define N_STREAMED 30000 /* constant-memory mode */

typedef enum { STRING, NUMBER, BLANK, FORMULA, DATE, ROW } CellType;

typedef struct
{
  CellType type;
  lxw_row_t row;
  lxw_col_t column;
  guint sheet;
  double number;
  char *text;
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
#define TEXT_OF(text) export.recording ? g_strdup (text) : NULL

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
free_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
open_office (guint n_rows)
{
  g_autofree char *path = bv_bench_office_dup_path (n_rows);

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
measure (guint n_rows, gboolean streamed)
{
  g_autofree char *what = NULL;

  open_office (n_rows);
  export.streamed = streamed;
  export.cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (export.cells, free_cell);
  export.sheets = g_ptr_array_new ();
  export.recording = TRUE;
  export_office (NULL);
  export.recording = FALSE;
  what = g_strdup_printf ("export of %u achievements, %u cells%s / bare writer",
                          n_rows,
                          export.cells->len,
                          streamed ? ", streamed" : "");
  bv_bench_compare (what, 1.25, ROUNDS, export_office, write_cells, NULL);
  g_clear_pointer (&export.cells, g_array_unref);
  g_clear_pointer (&export.sheets, g_ptr_array_unref);
  close_office ();
}

/* Memory: a child's peak while it exports, over what it had before. */

static double
get_peak_mebibytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static int
export_in_child (guint n_rows)
{
  double before;

  open_office (n_rows);
  before = get_peak_mebibytes ();
  export_office (NULL);
  bv_bench_tell ("export of 1 000 000 achievements: memory over the open office",
                 64,
                 get_peak_mebibytes () - before,
                 "MiB");
  close_office ();
  return 0;
}

int
main (void)
{
  pid_t child;
  int status = 0;

  bv_bench_init ();
  export.path = bv_bench_dup_scratch ("export.xlsx");
  export.bare = bv_bench_dup_scratch ("export-bare.xlsx");
  g_free (bv_bench_office_dup_path (BV_BENCH_MILLION));
  child = fork ();
  if (child == 0)
    return export_in_child (BV_BENCH_MILLION);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  measure (N_KEPT, FALSE);
  measure (N_STREAMED, TRUE);
  g_remove (export.path);
  g_remove (export.bare);
  return 0;
}
