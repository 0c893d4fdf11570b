/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a clerk who has never seen the program: from points that are missing to a sealed
 * session and a workbook of proposals, in the real window, by the keyboard alone. Run under xrun:
 * end-to-end-council PROGRAM. */
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

static void
enter_points (void)
{
  press ("alt+6");
  WAIT_FOR (shows ("4 ô chưa có điểm"));
  press ("ctrl+f");
  type ("bien gioi");
  press ("Return");
  type ("18,5\t24\t18\t\t9\t");
  WAIT_FOR (count ("SELECT count (*) FROM score WHERE movement_id = " MOVEMENT
                   " AND subject_id = " DEPARTMENT)
            == 4);
}

static void
draw_up (void)
{
  press ("alt+7");
  WAIT_FOR (shows ("Lập đề nghị khen thưởng"));
  press ("alt+l");
  WAIT_FOR (count ("SELECT count (*) FROM proposal WHERE movement_id = " MOVEMENT) > 10);
  /* what comes next is said there */
  WAIT_FOR (shows ("ở mục “Phiên họp và bỏ phiếu”"));
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
  WAIT_FOR (count ("SELECT count (*) FROM ballot WHERE session_id = " SESSION) > 5);
  WAIT_FOR (count ("SELECT count (*) FROM attendance WHERE session_id = " SESSION) == 9);
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
count_ballots (const char *key, const char *hint, int entry)
{
  gint64 n = count ("SELECT count (*) FROM ballot WHERE session_id = " SESSION);
  g_autoptr (GString) keys = g_string_new ("9\t9\t0\t0");

  for (gint64 i = 0; i < n; i++)
    g_string_append (keys, "\t9\t0");
  WAIT_FOR (shows (hint));
  for (int i = 0; i < 50; i++) /* until what was written has reached the buttons */
    turn ();
  press (key);
  WAIT_FOR (shows ("Phiếu phát ra"));
  for (int i = 0; i < 50; i++) /* until the window has the keyboard */
    turn ();
  type (keys->str);
  press ("Return");
  WAIT_FOR (shows ("chỉ tính được 8 phiếu"));
  g_assert_true (shows ("không biểu quyết nội dung này"));
  for (int i = 0; i < 9 && count_entered (entry) == 0; i++) {
    type ("8");
    press ("alt+g");
  }
  WAIT_FOR (count_entered (entry) == n + 1);
  WAIT_FOR (!shows ("Phiếu phát ra"));
}

static void
seal (void)
{
  WAIT_FOR (!shows ("Mới nhập kết quả"));
  for (int i = 0; i < 50; i++)
    turn ();
  press ("alt+p");
  WAIT_FOR (
      count ("SELECT count (*) FROM session WHERE status = 'sealed' AND movement_id = " MOVEMENT)
      == 1);
  WAIT_FOR (shows ("Đã niêm phong"));
}

static void
export_proposals (void)
{
  g_autofree char *target = g_build_filename (run.folder, "de-nghi.xlsx", NULL);

  press ("alt+9");
  WAIT_FOR (shows ("Xuất Excel"));
  press ("alt+x");
  WAIT_FOR (shows ("Trang đầu"));
  press ("alt+m");  /* no other program opens the workbook */
  press ("ctrl+a"); /* the name has the keyboard */
  type (target);
  press ("Return");
  WAIT_FOR (g_file_test (target, G_FILE_TEST_EXISTS));
  WAIT_FOR (count ("SELECT count (*) FROM issue WHERE movement_id = " MOVEMENT) > 0);
  g_remove (target);
}

static void
test_way (void)
{
  go_back ();
  start_at ("overview");
  enter_points ();
  draw_up ();
  call_session ();
  count_ballots ("alt+k", "Đã lập nội dung", 1);
  count_ballots ("alt+h", "Mới nhập kết quả", 2);
  seal ();
  g_assert_cmpint (count ("SELECT count (*) FROM proposal WHERE vote_outcome = 'passed' AND "
                          "movement_id = " MOVEMENT),
                   >,
                   5);
  export_proposals ();
  stop ();
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  begin_run (argc, argv);
  g_test_add_func ("/end-to-end/from-scores-to-seal", test_way);
  result = g_test_run ();
  end_run ();
  return result;
}
