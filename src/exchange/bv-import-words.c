/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of fields: their labels, and what offices write instead. */
#include "config.h"

#include "bv-import-words.h"

#include "bv-fold.h"
#include "bv-import-fields.h"

#include <string.h>

/* Row numbers, the ids of a listed table (another file has others) and the column that an error
 * table adds, folded; they belong to no field. */
static const char *const left_out[] = {
  "", "stt", "tt", "no", "id", "loi", "error", "so tt", NULL
};

/* Folded; each list is what stands for one field of one kind, or of any kind. */
static const struct
{
  const char *table; /* NULL: of any kind */
  const char *field;
  const char *names[12];
} synonyms[] = {
  { "person",
    "full_name",
    { "ho ten",
      "ten can bo",
      "ho ten khai sinh",
      "ten",
      "can bo",
      "ho ten cong chuc",
      "nguoi",
      "name" } },
  { "person",
    "staff_code",
    { "ma can bo",
      "ma so",
      "ma nhan vien",
      "ma cong chuc",
      "ma cb",
      "so hieu",
      "so hieu cong chuc" } },
  { "person",
    "birth_date",
    { "ngay sinh",
      "ngay thang nam sinh",
      "sinh ngay",
      "nam sinh",
      "ngay thang sinh",
      "ns",
      "date of birth" } },
  { "person",
    "birth_date_male",
    { "nam",
      "nam sinh nam",
      "ngay sinh nam",
      "ngay thang nam sinh nam",
      "sinh ngay nam",
      "gioi tinh nam",
      "ns nam" } },
  { "person",
    "birth_date_female",
    { "nu",
      "nam sinh nu",
      "ngay sinh nu",
      "ngay thang nam sinh nu",
      "sinh ngay nu",
      "gioi tinh nu",
      "ns nu" } },
  { "person", "sex", { "gioi tinh", "phai", "nam nu", "gioi" } },
  { "person",
    "department_id",
    { "don vi",
      "phong",
      "phong ban",
      "bo phan",
      "don vi cong tac",
      "noi cong tac",
      "phong don vi",
      "phong ban don vi",
      "co quan" } },
  { "person",
    "job_title",
    { "chuc vu",
      "chuc danh",
      "chuc vu chuc danh",
      "vi tri",
      "vi tri viec lam",
      "chuc vu don vi cong tac" } },
  { "person", "category", { "doi tuong", "loai can bo", "ngach", "loai" } },
  { "person",
    "joined_on",
    { "ngay vao co quan", "ngay vao lam", "ngay tuyen dung", "ngay nhan cong tac" } },
  { "person", "status", { "tinh trang", "trang thai" } },
  { "department", "name", { "ten don vi", "don vi", "ten phong", "phong", "phong ban" } },
  { "department", "short_name", { "viet tat", "ten viet tat", "ten tat" } },
  { "department", "position", { "thu tu" } },
  { "criterion", "title", { "noi dung", "tieu chi", "ten noi dung", "noi dung thi dua" } },
  { "criterion", "max_points", { "diem toi da", "diem chuan", "thang diem", "diem" } },
  { "pledge",
    "subject_id",
    { "nguoi dang ky",
      "tap the ca nhan",
      "doi tuong",
      "don vi ca nhan",
      "ho ten",
      "ca nhan",
      "don vi",
      "tap the" } },
  { "pledge", "criterion_id", { "noi dung thi dua", "tieu chi", "noi dung" } },
  { "pledge",
    "commitment",
    { "noi dung dang ky", "cam ket", "chi tieu dang ky", "dang ky", "nhiem vu" } },
  { "pledge", "due_on", { "han", "thoi han", "han hoan thanh", "thoi gian hoan thanh" } },
  { "pledge", "unit", { "don vi tinh", "dvt" } },
  { "pledge", "target", { "chi tieu", "muc tieu" } },
  { "pledge", "award_form_id", { "danh hieu", "hinh thuc khen thuong", "danh hieu dang ky" } },
  { "achievement",
    "title",
    { "thanh tich", "noi dung thanh tich", "ket qua", "cong viec", "viec da lam" } },
  { "achievement",
    "subject_id",
    { "tap the ca nhan", "ca nhan", "don vi", "nguoi thuc hien", "ho ten", "tap the" } },
  { "achievement", "criterion_id", { "noi dung thi dua", "tieu chi", "noi dung" } },
  { "achievement", "achieved_on", { "ngay", "thoi gian", "ngay thuc hien", "ngay hoan thanh" } },
  { "achievement",
    "document_number",
    { "so van ban", "so ky hieu", "minh chung", "van ban", "so hieu" } },
  { "achievement", "document_date", { "ngay van ban", "ngay ban hanh" } },
  { "score", "subject_id", { "tap the ca nhan", "ca nhan", "don vi", "ho ten" } },
  { "score", "criterion_id", { "noi dung thi dua", "tieu chi", "noi dung" } },
  { NULL, "points", { "diem", "so diem", "diem cham", "diem tu cham" } },
  { NULL, "note", { "ghi chu", "ghi chu khac" } },
};

typedef struct
{
  GPtrArray *names; /* folded; owned */
  guint n_own;      /* of them from the declaration */
} Names;

struct BvImportWords
{
  guint n_fields;
  Names *fields;
};

/* "Họ và tên" and "Họ tên" are the same heading, "department_id" is "department". */
char *
bv_import_words_fold (const char *heading)
{
  g_autofree char *folded = bv_fold (heading);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; words[i]; i++) {
    if (g_str_equal (words[i], "va") || g_str_equal (words[i], "and"))
      continue;
    if (g_str_equal (words[i], "id") && kept->len)
      continue;
    g_string_append_printf (kept, "%s%s", kept->len ? " " : "", words[i]);
  }
  return g_string_free (kept, FALSE);
}

static void
add_synonyms (Names *names, const BvKind *kind, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].field, field)
        && (!synonyms[i].table || g_str_equal (synonyms[i].table, kind->table)))
      for (guint j = 0; synonyms[i].names[j]; j++)
        g_ptr_array_add (names->names, g_strdup (synonyms[i].names[j]));
}

BvImportWords *
bv_import_words_new (const BvKind *kind)
{
  BvImportWords *self = g_new0 (BvImportWords, 1);

  self->n_fields = bv_import_fields_count (kind);
  self->fields = g_new0 (Names, self->n_fields);
  for (guint i = 0; i < self->n_fields; i++) {
    const BvField *field = bv_import_fields_get (kind, i);
    Names *names = &self->fields[i];

    names->names = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (names->names, bv_import_words_fold (field->name));
    g_ptr_array_add (names->names, bv_import_words_fold (field->label));
    g_ptr_array_add (names->names, bv_import_words_fold (bv_field_get_label (field)));
    names->n_own = names->names->len;
    add_synonyms (names, kind, field->name);
  }
  return self;
}

void
bv_import_words_free (BvImportWords *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    g_ptr_array_unref (self->fields[i].names);
  g_free (self->fields);
  g_free (self);
}

/* Whole words only, and more than a syllable: nearly every heading has a "ten" in it. */
static gboolean
holds_words (const char *folded, const char *name)
{
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);
  g_autofree char *wanted = g_strconcat (" ", name, " ", NULL);

  return strchr (name, ' ') && strstr (padded, wanted);
}

guint
bv_import_words_score (const BvImportWords *self, const char *folded, guint index)
{
  const Names *names = &self->fields[index];
  guint best = 0;

  if (!*folded)
    return 0;
  for (guint i = 0; i < names->names->len; i++) {
    const char *name = g_ptr_array_index (names->names, i);
    guint score = 0;

    if (g_str_equal (name, folded))
      score = i < names->n_own ? BV_IMPORT_WORDS_EXACT : BV_IMPORT_WORDS_EXACT - i;
    else if (holds_words (folded, name))
      score = (guint) MIN (strlen (name), 100);
    best = MAX (best, score);
  }
  return best;
}

gboolean
bv_import_words_is_left_out (const char *folded)
{
  return g_strv_contains (left_out, folded);
}
