/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a clerk who has never seen the program: from points that are missing to a sealed
 * session and a workbook of proposals, in the real window, once by the keyboard alone and once by
 * the mouse. Run under xrun: end-to-end-council PROGRAM. */
#include "config.h"

#include "test-program-fixture.h"

#define MOVEMENT "(SELECT id FROM movement WHERE start_on = '2024-06-01')"
#define DEPARTMENT "(SELECT id FROM department WHERE name = 'Phòng Quản lý biên giới')"
#define SESSION "(SELECT id FROM session WHERE movement_id = " MOVEMENT ")"

/* As the file was before anybody met: nothing proposed, and one department without points. */
static const char back_sql[] = "DELETE FROM tally WHERE session_id = " SESSION ";"
                               "DELETE FROM ballot WHERE session_id = " SESSION ";"
                               "DELETE FROM attendance WHERE session_id = " SESSION ";"
                               "DELETE FROM recusal WHERE session_id = " SESSION ";"
                               "DELETE FROM session WHERE movement_id = " MOVEMENT ";"
                               "DELETE FROM award_ground WHERE award_id IN"
                               " (SELECT id FROM award WHERE movement_id = " MOVEMENT ");"
                               "DELETE FROM award WHERE movement_id = " MOVEMENT ";"
                               "DELETE FROM proposal_ground WHERE proposal_id IN"
                               " (SELECT id FROM proposal WHERE movement_id = " MOVEMENT ");"
                               "DELETE FROM proposal WHERE movement_id = " MOVEMENT ";"
                               "DELETE FROM score WHERE movement_id = " MOVEMENT
                               " AND subject_id = " DEPARTMENT ";"
                               "DELETE FROM member_score WHERE movement_id = " MOVEMENT
                               " AND subject_id = " DEPARTMENT ";"
                               "DELETE FROM member_sheet WHERE movement_id = " MOVEMENT
                               " AND subject_id = " DEPARTMENT;

static void
go_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_open (
      run.path, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  g_assert_true (bv_database_exec (bv_office_get_database (office), back_sql, &error));
  g_assert_no_error (error);
  bv_office_close (office, NULL);
}

static gint64
count_points (void)
{
  return count ("SELECT count (*) FROM score WHERE movement_id = " MOVEMENT
                " AND subject_id = " DEPARTMENT);
}

static void
enter_points (void)
{
  press ("alt+6");
  WAIT_FOR (shows ("4 ô chưa có điểm"));
  press ("ctrl+f");
  type ("bien gioi");
  press ("Return");
  type ("18,5\t24\t18\t\t9\t");
  WAIT_FOR (count_points () == 4);
}

static void
check_proposals (void)
{
  WAIT_FOR (count ("SELECT count (*) FROM proposal WHERE movement_id = " MOVEMENT) > 10);
  /* what comes next is said there */
  WAIT_FOR (shows ("ở mục “Phiên họp và bỏ phiếu”"));
}

static void
draw_up (void)
{
  press ("alt+7");
  WAIT_FOR (shows ("Lập đề nghị khen thưởng"));
  press ("alt+l");
  check_proposals ();
}

static void
check_session (void)
{
  WAIT_FOR (count ("SELECT count (*) FROM ballot WHERE session_id = " SESSION) > 5);
  WAIT_FOR (count ("SELECT count (*) FROM attendance WHERE session_id = " SESSION) == 9);
}

/* Council and title are there already; the day is typed. */
static void
call_session (void)
{
  press ("alt+8");
  WAIT_FOR (shows ("Chưa có phiên họp"));
  press ("ctrl+n");
  WAIT_FOR (shows ("Ngày họp"));
  press ("Tab");
  press ("Tab");
  type ("6/9/24\t");
  WAIT_FOR (count ("SELECT count (*) FROM session WHERE held_on = '2024-09-06'"
                   " AND council_id IS NOT NULL AND movement_id = " MOVEMENT)
            == 1);
  WAIT_FOR (shows ("thành viên chưa điểm danh"));
  press ("alt+n");
  check_session ();
}

static gint64
count_entered (int entry)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM tally WHERE entry = %d AND session_id = " SESSION, entry);

  return count (sql);
}

/* Nine ballots, all for everybody. Who stands there votes on one line less: that is refused, the
 * keyboard stands in the field, and the figure is mended. */
static void
type_ballots (void (*record) (void), int entry)
{
  gint64 n = count ("SELECT count (*) FROM ballot WHERE session_id = " SESSION);
  g_autoptr (GString) keys = g_string_new ("9\t9\t0\t0");

  for (gint64 i = 0; i < n; i++)
    g_string_append (keys, "\t9\t0");
  type (keys->str);
  record ();
  WAIT_FOR (shows ("chỉ tính được 8 phiếu"));
  g_assert_true (shows ("không biểu quyết nội dung này"));
  for (int i = 0; i < 9 && count_entered (entry) == 0; i++) {
    g_autofree char *line = dup_text (run.application, "chỉ tính được 8 phiếu");

    g_assert_nonnull (line);
    type ("8");
    record ();
    WAIT_FOR (count_entered (entry) != 0 || !shows (line)); /* the next line, or none is left */
  }
  WAIT_FOR (count_entered (entry) == n + 1);
  WAIT_FOR (!shows ("Phiếu phát ra"));
}

static void
record_by_key (void)
{
  press ("alt+g");
}

static void
count_ballots (const char *key, const char *hint, int entry)
{
  WAIT_FOR (shows (hint));
  for (int i = 0; i < 50; i++) /* until what was written has reached the buttons */
    turn ();
  press (key);
  WAIT_FOR (shows ("Phiếu phát ra"));
  for (int i = 0; i < 50; i++) /* until the window has the keyboard */
    turn ();
  type_ballots (record_by_key, entry);
}

static void
check_seal (void)
{
  WAIT_FOR (
      count ("SELECT count (*) FROM session WHERE status = 'sealed' AND movement_id = " MOVEMENT)
      == 1);
  WAIT_FOR (shows ("Đã niêm phong"));
  g_assert_cmpint (count ("SELECT count (*) FROM proposal WHERE vote_outcome = 'passed' AND "
                          "movement_id = " MOVEMENT),
                   >,
                   5);
}

static void
seal (void)
{
  WAIT_FOR (!shows ("Mới nhập kết quả"));
  for (int i = 0; i < 50; i++)
    turn ();
  press ("alt+p");
  check_seal ();
}

/* The name has the keyboard. */
static void
check_export (void (*go) (void))
{
  g_autofree char *target = g_build_filename (run.folder, "de-nghi.xlsx", NULL);
  gint64 n_issues;

  n_issues = count ("SELECT count (*) FROM issue WHERE movement_id = " MOVEMENT);
  press ("ctrl+a");
  type (target);
  go ();
  WAIT_FOR (g_file_test (target, G_FILE_TEST_EXISTS));
  WAIT_FOR (count ("SELECT count (*) FROM issue WHERE movement_id = " MOVEMENT) == n_issues + 1);
  g_remove (target);
}

/* In the place of a file of the same name, after being asked. */
static void
replace_by_key (void)
{
  g_autofree char *target = g_build_filename (run.folder, "de-nghi.xlsx", NULL);

  g_assert_true (g_file_set_contents (target, "cũ", -1, NULL));
  press ("Return");
  WAIT_FOR (shows ("Thay tệp đang có?"));
  press ("Tab");
  press ("Return");
}

static void
export_proposals (void)
{
  press ("alt+9");
  WAIT_FOR (shows ("Xuất Excel"));
  press ("alt+x");
  WAIT_FOR (shows ("Trang đầu"));
  press ("alt+m"); /* no other program opens the workbook */
  check_export (replace_by_key);
}

static void
test_way (void)
{
  go_back ();
  start_at ("overview");
  enter_points ();
  draw_up ();
  call_session ();
  count_ballots ("alt+k", "Chưa nhập kết quả", 1);
  count_ballots ("alt+h", "Mới nhập kết quả", 2);
  seal ();
  export_proposals ();
  stop ();
}

/* By the mouse: only words and figures are typed */

static void
go_to (const char *page)
{
  click_on (ATSPI_ROLE_LIST_ITEM, page);
}

static void
click_button (const char *label)
{
  click_on (ATSPI_ROLE_LABEL, label);
}

/* What is typed into a cell is kept when another one is clicked. */
static void
enter_points_by_mouse (void)
{
  static const char *const points[][2] = {
    { "Phòng Quản lý biên giới, 1.", "18,5" },
    { "Phòng Quản lý biên giới, 2.", "24" },
    { "Phòng Quản lý biên giới, 3.", "18" },
    { "Phòng Quản lý biên giới, 5. Kỷ luật", "9" },
  };

  go_to ("Bảng điểm");
  WAIT_FOR (shows ("4 ô chưa có điểm"));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++) {
    click_on (ATSPI_ROLE_TABLE_CELL, points[i][0]);
    type (points[i][1]);
  }
  go_to ("Xếp hạng");
  WAIT_FOR (count_points () == 4);
  WAIT_FOR (shows ("Vì sao hạng này")); /* the button moves when the panel comes */
}

static void
call_session_by_mouse (void)
{
  go_to ("Phiên họp và bỏ phiếu");
  WAIT_FOR (shows ("Chưa có phiên họp"));
  click_button ("Thêm phiên họp");
  click_on (ATSPI_ROLE_TEXT, "Ngày họp");
  type ("6/9/24");
  click_on (ATSPI_ROLE_TEXT, "Phiên họp"); /* the day is kept when its field is left */
  WAIT_FOR (shows ("thành viên chưa điểm danh"));
  click_button ("Lập nội dung và thành phần");
  check_session ();
}

static void
record_by_mouse (void)
{
  click_button ("Ghi nhận");
}

/* Nothing typed is not nobody's vote. */
static void
count_ballots_by_mouse (const char *label, const char *hint, int entry)
{
  WAIT_FOR (shows (hint));
  click_button (label);
  WAIT_FOR (shows ("Phiếu phát ra"));
  record_by_mouse ();
  WAIT_FOR (shows ("Phiếu phát ra: chưa nhập"));
  type_ballots (record_by_mouse, entry);
}

static void
export_by_mouse (void)
{
  click_button ("Xuất");
}

static void
test_way_by_mouse (void)
{
  go_back ();
  start_at ("overview");
  if (has_newer_gtk ()) {
    g_test_skip ("this GTK does not tell where its buttons are");
    stop ();
    return;
  }
  enter_points_by_mouse ();
  click_button ("Lập đề nghị khen thưởng");
  check_proposals ();
  call_session_by_mouse ();
  count_ballots_by_mouse ("Kiểm phiếu lần 1…", "Chưa nhập kết quả", 1);
  count_ballots_by_mouse ("Kiểm phiếu lần 2…", "Mới nhập kết quả", 2);
  WAIT_FOR (!shows ("Mới nhập kết quả"));
  click_button ("Niêm phong phiên họp");
  check_seal ();
  go_to ("Đề nghị khen thưởng");
  click_button ("Xuất Excel…");
  click_button ("Mở khi xong"); /* no other program opens the workbook */
  click_on (ATSPI_ROLE_TEXT, "Tên tệp");
  check_export (export_by_mouse);
  stop ();
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  begin_run (argc, argv);
  g_test_add_func ("/council/by-keys", test_way);
  g_test_add_func ("/council/by-mouse", test_way_by_mouse);
  result = g_test_run ();
  end_run ();
  return result;
}
