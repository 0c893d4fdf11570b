/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sheet of the workbook: page set-up, official heading, table, signature. Only this room knows
 * the writer. */
#pragma once
#include "bv-assessment.h"
#include "bv-read-span.h"
#include "bv-record.h"
#include "bv-sheet-pages.h"
#include "bv-sheet-picture.h"
#include "bv-workbook-choice.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

typedef enum {
  BV_STYLE_HEADING, /* centred, of the official heading */
  BV_STYLE_HEADING_BOLD,
  BV_STYLE_MOTTO, /* bold with its line */
  BV_STYLE_RULE,  /* the short line under the issuing body */
  BV_STYLE_PLACE, /* italic place and date */
  BV_STYLE_TITLE,
  BV_STYLE_SUBTITLE,
  BV_STYLE_TH,
  BV_STYLE_GROUP,
  BV_STYLE_TEXT,
  BV_STYLE_TEXT_BOLD,
  BV_STYLE_CENTRE,
  BV_STYLE_INTEGER,
  BV_STYLE_INTEGER_BOLD,
  BV_STYLE_POINTS,
  BV_STYLE_POINTS_BOLD,
  BV_STYLE_MONEY,
  BV_STYLE_MONEY_BOLD,
  BV_STYLE_NUMBER, /* as many decimals as it has */
  BV_STYLE_PERCENT,
  BV_STYLE_DATE,
  BV_STYLE_LINK,    /* leads to a file beside the workbook */
  BV_STYLE_RED,     /* a condition set aside */
  BV_STYLE_WARNING, /* a cell that the council has to look at */
  BV_STYLE_HELPER,  /* columns beside the printed page */
  BV_STYLE_NOTE,    /* italic line under the table */
  BV_STYLE_SIGN,
  BV_STYLE_SIGN_BOLD,
  BV_N_STYLES,
} BvStyle;

typedef struct
{
  const char *title;
  double width; /* in characters of the table's font */
} BvSheetColumn;

/** BvBook: what all sheets of one export share. */
typedef struct
{
  lxw_workbook *workbook;
  const BvWorkbookChoice *choice; /* nullable: everything */
  lxw_format *styles[BV_N_STYLES];
  BvOffice *office;
  BvAssessment *assessment;
  BvRecord *own; /* the office */
  BvRecord *movement;
  gint64 movement_id;
  char *closing_date; /* ISO; the day whose base salary counts until there is a decision */
  GCancellable *cancellable;
  BvReadSpan reading; /* while sheets are written */

  /* Where the proposals stand, rows of Excel: collectives, individuals; 0 = not in this book */
  guint first_proposal[2], last_proposal[2];

  /* Of the sheet being written */
  BvSheetPages *pages;
  GArray *rest;            /* texts that go on in the next row */
  BvSheetPicture *picture; /* nullable: the page is wanted instead of the file */
} BvBook;

/** BvSheet: a sheet being written from top to bottom. */
typedef struct
{
  BvBook *book;
  lxw_worksheet *worksheet;
  const BvSheetColumn *columns;
  guint n_columns;
  guint row;        /* next row to write */
  guint header_row; /* of the table */
  double height;    /* needed by the row being written, in points */
  guint most_lines; /* in the row being written; 0 = not known yet */
  gboolean no_filter, no_repeat;
  gboolean whole_rows; /* divided only where Excel takes no higher ones */
} BvSheet;

void bv_sheet_make_styles (BvBook *book);
/** bv_sheet_go_on: between two rows; %FALSE with @error when the export was cancelled. */
gboolean bv_sheet_go_on (BvBook *book, GError **error);
/** bv_sheet_clear_book: frees what the sheets of @book kept in it. */
void bv_sheet_clear_book (BvBook *book);
/** bv_sheet_name_band: as the workbook calls it, in Vietnamese whatever the window speaks. */
const char *bv_sheet_name_band (BvBand band);
/** The words that the sheet "Tổng hợp" counts by; @subject is nullable. */
const char *bv_sheet_name_department (const BvAssessed *subject);
const char *bv_sheet_name_sex (const BvAssessed *subject);
const char *bv_sheet_name_list (const BvAssessed *subject);
#define BV_SHEET_PROPOSED "Đề nghị"
const char *bv_sheet_name_standing (const char *outcome, const char *state);
/** bv_sheet_begin: page set-up, official heading, @title and the table's heading row. */
void bv_sheet_begin (BvSheet *sheet,
                     BvBook *book,
                     const char *name,
                     const char *title,
                     const BvSheetColumn *columns,
                     guint n_columns);
/** bv_sheet_begin_list: the same for a plain list: page set-up, @title, @lines below it, heading
 * row.
 */
void bv_sheet_begin_list (BvSheet *sheet,
                          BvBook *book,
                          const char *name,
                          const char *title,
                          const char *const *lines,
                          guint n_lines,
                          const BvSheetColumn *columns,
                          guint n_columns);
/** bv_sheet_text: always a string cell, whatever it begins with; NULL or "" is a blank with its
 * border. */
void bv_sheet_text (BvSheet *sheet, guint column, const char *text, BvStyle style);
/** bv_sheet_name: the same for one that formulas look for: it stays in one cell. */
void bv_sheet_name (BvSheet *sheet, guint column, const char *name, BvStyle style);
/** bv_sheet_dup_head: the whole words of @text that stand in @most_lines of a column of @width. */
char *bv_sheet_dup_head (const char *text, double width, guint most_lines, BvStyle style);
void bv_sheet_number (BvSheet *sheet, guint column, double number, BvStyle style);
/** bv_sheet_points: hundredths. */
void bv_sheet_points (BvSheet *sheet, guint column, gint64 points, BvStyle style);
/** bv_sheet_date: ISO text; blank when empty. */
void bv_sheet_date (BvSheet *sheet, guint column, const char *iso);
void bv_sheet_blank (BvSheet *sheet, guint column, BvStyle style);
/** bv_sheet_blanks: from @first up to and without @end. */
void bv_sheet_blanks (BvSheet *sheet, guint first, guint end, BvStyle style);
/** bv_sheet_formula: computed anew when a cell changes; @number is its value now. */
void
bv_sheet_formula (BvSheet *sheet, guint column, const char *formula, double number, BvStyle style);
/** bv_sheet_text_formula: the same for one that gives a text. */
void bv_sheet_text_formula (
    BvSheet *sheet, guint column, const char *formula, const char *text, BvStyle style);
/** bv_sheet_helper_heading: of a column beside the printed page. */
void bv_sheet_helper_heading (BvSheet *sheet, guint column, const char *title, double width);
/** bv_sheet_next_row: ends the row with a height that its longest text fits in; what has
 * no room on the page goes on in a row of its own. */
void bv_sheet_next_row (BvSheet *sheet);
/** bv_sheet_next_heading: ends a row that stays with the next one on a page. */
void bv_sheet_next_heading (BvSheet *sheet);
/** bv_sheet_space: an empty row of @height points. */
void bv_sheet_space (BvSheet *sheet, double height);
/** bv_sheet_group: a heading over the whole width of the table. */
void bv_sheet_group (BvSheet *sheet, const char *text);
/** bv_sheet_note: a line under the table. */
void bv_sheet_note (BvSheet *sheet, const char *text);
/** bv_sheet_end: filter, repeated rows, print area, signature block when @signature. */
void bv_sheet_end (BvSheet *sheet, gboolean signature);

/* The sheets; each in its own file. FALSE with @error when the data cannot be read or it was
 * cancelled. */
gboolean bv_sheet_proposals_write (BvBook *book, gboolean collectives, GError **error);
gboolean bv_sheet_scores_write (BvBook *book, GError **error);
gboolean bv_sheet_stages_write (BvBook *book, GError **error);
gboolean bv_sheet_eligibility_write (BvBook *book, GError **error);
gboolean bv_sheet_quota_write (BvBook *book, GError **error);
gboolean bv_sheet_votes_write (BvBook *book, GError **error);
gboolean bv_sheet_evidence_write (BvBook *book, GError **error);
gboolean bv_sheet_firmness_write (BvBook *book, GError **error);
gboolean bv_sheet_summary_write (BvBook *book, GError **error);
gboolean bv_sheet_info_write (BvBook *book, GError **error);

G_END_DECLS
