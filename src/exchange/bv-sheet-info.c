/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Thông tin": which movement, on which grounds, computed how, exported when and by which
 * version. */
#include "config.h"

#include "bv-date.h"
#include "bv-rule-group.h"
#include "bv-sheet.h"

static const char seals_sql[] = "SELECT title, seal FROM session WHERE movement_id = ?1"
                                " AND status = 'sealed' ORDER BY held_on, id";

static const BvSheetColumn columns[] = { { "Mục", 34 }, { "Nội dung", 96 } };

static void
write_fact (BvSheet *sheet, const char *label, const char *value)
{
  if (!value || *value == '\0')
    return;
  bv_sheet_text (sheet, 0, label, BV_STYLE_TEXT_BOLD);
  bv_sheet_text (sheet, 1, value, BV_STYLE_TEXT);
  bv_sheet_next_row (sheet);
}

static void
write_movement (BvSheet *sheet)
{
  BvRecord *movement = sheet->book->movement;
  g_autofree char *issued = bv_date_format (bv_record_get_text (movement, "issued_on"));
  g_autofree char *from = bv_date_format (bv_record_get_text (movement, "start_on"));
  g_autofree char *to = bv_date_format (bv_record_get_text (movement, "end_on"));
  g_autofree char *period = *from && *to ? g_strdup_printf ("Từ %s đến hết %s", from, to) : NULL;

  write_fact (sheet, "Phong trào thi đua", bv_record_get_text (movement, "title"));
  write_fact (sheet, "Chủ đề", bv_record_get_text (movement, "theme"));
  write_fact (sheet, "Thời gian", period);
  write_fact (sheet, "Số văn bản phát động", bv_record_get_text (movement, "document_number"));
  write_fact (sheet, "Ngày ban hành", issued);
  write_fact (sheet, "Căn cứ", bv_record_get_text (movement, "legal_basis"));
}

static void
write_contents (BvSheet *sheet)
{
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (sheet->book->assessment, &n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *most = bv_points_format (criteria[i].maximum);
    g_autofree char *value = g_strdup_printf (
        "%s: tối đa %s điểm%s%s",
        bv_assessment_get_criterion_name (sheet->book->assessment, i),
        most,
        criteria[i].for_collectives ? "" : " (chỉ cá nhân)",
        criteria[i].for_individuals ? "" : " (chỉ tập thể)");
    write_fact (sheet, i ? " " : "Nội dung thi đua", value);
  }
}

static void
write_quotas (BvSheet *sheet)
{
  static const char *const lists[] = {
    "tập thể", "cá nhân giữ chức vụ lãnh đạo", "cá nhân không giữ chức vụ", "cá nhân"
  };
  BvAssessment *assessment = sheet->book->assessment;
  gboolean first = TRUE;

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);
    g_autofree char *boundary = line->use.n_boundary ? g_strdup_printf (
                                    "; %u đồng hạng ở ranh giới chờ Hội đồng quyết định",
                                    line->use.n_boundary)
                                                     : g_strdup ("");
    g_autofree char *value = g_strdup_printf ("%s, %s: %s; đã xếp %" G_GINT64_FORMAT
                                              ", còn %" G_GINT64_FORMAT "%s",
                                              line->award_form,
                                              lists[line->list],
                                              line->explanation,
                                              line->use.used,
                                              line->use.left,
                                              boundary);
    if (!bv_workbook_choice_has_form (sheet->book->choice, line->award_form_id))
      continue;
    write_fact (sheet, first ? "Chỉ tiêu" : " ", value);
    first = FALSE;
  }
}

/* Only when not everything is in the book. */
static void
write_scope (BvSheet *sheet)
{
  BvBook *book = sheet->book;
  g_autoptr (GString) names = g_string_new (NULL);

  if (!book->choice || !book->choice->forms)
    return;
  for (guint i = 0; i < book->choice->forms->len; i++)
    g_string_append_printf (names,
                            "%s%s",
                            i ? "; " : "",
                            bv_office_get_name (book->office,
                                                &bv_award_form_kind,
                                                g_array_index (book->choice->forms, gint64, i)));
  write_fact (sheet, "Chỉ gồm hình thức", names->str);
}

/* The hash under which the council closed each session, so that the paper can be compared. */
static gboolean
write_seals (BvSheet *sheet, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (sheet->book->office), seals_sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, sheet->book->movement_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    g_autofree char *value = g_strdup_printf (
        "%s: %s", bv_statement_get_text (rows, 0), bv_statement_get_text (rows, 1));
    write_fact (sheet, "Mã niêm phong phiên họp", value);
  }
  return step == BV_STEP_DONE;
}

static void
write_text (BvSheet *sheet, const BvRulePack *pack, guint index)
{
  const BvRuleText *text = g_ptr_array_index (pack->texts, index);
  g_autofree char *from = bv_date_format (text->valid_from);
  g_autofree char *to = bv_date_format (text->valid_to);
  g_autofree char *parameter = g_strconcat ("texts.", text->code, NULL);
  g_autofree char *value = g_strdup_printf (
      "%s: %s, hiệu lực từ %s%s%s%s",
      text->code,
      text->title,
      from,
      *to ? " đến " : "",
      to,
      bv_rule_pack_is_unconfirmed (pack, parameter) ? " (cần xác nhận)" : "");

  write_fact (sheet, index ? " " : "Văn bản áp dụng", value);
}

/* The rules that everything was computed by, and what of them no text in force says. */
static void
write_rules (BvSheet *sheet)
{
  const BvRulePack *pack = bv_assessment_get_pack (sheet->book->assessment);
  gboolean first = TRUE;

  write_fact (sheet, "Bộ quy định", pack->title);
  write_fact (
      sheet, "Lý do đổi bộ quy định", bv_record_get_text (sheet->book->movement, "rebase_reason"));
  for (guint i = 0; i < pack->texts->len; i++)
    write_text (sheet, pack, i);
  for (guint i = 0; i < pack->marks->len; i++) {
    const BvRuleMark *mark = g_ptr_array_index (pack->marks, i);
    g_autofree char *value = bv_rule_group_describe_parameter (pack, mark->parameter);
    if (mark->document)
      continue;
    write_fact (sheet, first ? "Con số cần xác nhận" : " ", value);
    first = FALSE;
  }
}

/* "1) nữ, …; 2) …; 3) đồng hạng." */
static void
write_chain (BvSheet *sheet)
{
  const BvRulePack *pack = bv_assessment_get_pack (sheet->book->assessment);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *women = g_strdup_printf (
      "nữ, tập thể có từ %d %% nữ%s",
      (int) pack->ranking.women_percent,
      bv_rule_pack_is_unconfirmed (pack, "ranking.women_percent") ? " (tỷ lệ cần xác nhận)" : "");

  for (guint i = 0; i < pack->ranking.chain.n_steps; i++) {
    BvTieStep step = pack->ranking.chain.steps[i];
    g_string_append_printf (
        text,
        "%u) %s; ",
        i + 1,
        step == BV_TIE_WOMAN           ? women
        : step == BV_TIE_DIRECT_WORKER ? "người trực tiếp làm trước người giữ chức vụ"
        : step == BV_TIE_CRITERIA
            ? "điểm cao hơn ở nội dung có điểm tối đa lớn nhất, rồi nội dung kế tiếp"
            : "nhiều thành tích được xác nhận hơn");
  }
  g_string_append_printf (text, "%u) đồng hạng.", pack->ranking.chain.n_steps + 1);
  write_fact (sheet, "Cách xếp hạng khi bằng điểm", text->str);
}

static void
write_method (BvSheet *sheet)
{
  g_autofree char *now = bv_date_now ();
  g_autofree char *day = bv_date_format (bv_record_get_text (sheet->book->movement, "end_on"));
  g_autofree char *today = g_strndup (now, 10);
  g_autofree char *shown = bv_date_format (today);
  g_autofree char *at = g_strdup_printf ("%.5s ngày %s", now + 11, shown);

  write_fact (sheet,
              "Cách tính tổng điểm",
              "Tổng các nội dung (điểm của cấp chấm sau cùng) + điểm thưởng − điểm trừ, không vượt "
              "quá mức tối đa.");
  write_chain (sheet);
  write_fact (
      sheet, "Chức vụ, đơn vị", *day ? "Theo ngày kết thúc phong trào." : "Theo ngày xuất.");
  write_fact (sheet, "Xuất lúc", at);
  write_fact (sheet, "Người xuất", bv_office_get_actor (sheet->book->office));
  write_fact (sheet, "Chương trình", "Bảng Vàng " BV_VERSION);
}

gboolean
bv_sheet_info_write (BvBook *book, GError **error)
{
  BvSheet sheet;

  bv_sheet_begin (&sheet,
                  book,
                  "Thông tin",
                  "THÔNG TIN VỀ PHONG TRÀO VÀ CÁCH TÍNH",
                  columns,
                  G_N_ELEMENTS (columns));
  write_movement (&sheet);
  write_scope (&sheet);
  write_contents (&sheet);
  write_quotas (&sheet);
  if (!write_seals (&sheet, error))
    return FALSE;
  write_rules (&sheet);
  write_method (&sheet);
  bv_sheet_end (&sheet, FALSE);
  return TRUE;
}
