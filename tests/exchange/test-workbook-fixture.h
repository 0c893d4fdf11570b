/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks put together part by part, as no good program would write them. */
#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

typedef struct
{
  const char *name;
  const char *content;
  const char *piece; /* nullable: written @n times before @tail */
  guint n;
  const char *tail;
} Part;

#define ROOT_RELATIONS                                                                             \
  XML "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE              \
      "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
#define BOOK_RELATIONS                                                                             \
  XML "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE              \
      "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE    \
      "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" OFFICE    \
      "/styles\" Target=\"styles.xml\"/></Relationships>"
#define BOOK                                                                                       \
  XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE                                             \
      "\"><sheets><sheet name=\"Danh sách\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
#define STRINGS                                                                                     \
  XML "<sst xmlns=\"" MAIN "\"><si><t>Họ tên</t></si><si><r><t>Nông </t></r><r><rPr><b/></rPr>" \
      "<t>Văn Đạt</t></r><rPh><t>x</t></rPh></si></sst>"
#define STYLES                                                                                     \
  XML "<styleSheet xmlns=\"" MAIN "\"><numFmts><numFmt numFmtId=\"170\""                           \
      " formatCode=\"[$-42A]dd&quot; tháng &quot;mm\\/yyyy;@\"/></numFmts>"                       \
      "<fonts><font><name val=\"Times New Roman\"/></font><font><name val=\".VnTime\"/></font>"    \
      "</fonts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"     \
      "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/><xf numFmtId=\"0\""          \
      " fontId=\"1\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"
#define SHEET(rows) XML "<worksheet xmlns=\"" MAIN "\"><sheetData>" rows "</sheetData></worksheet>"

static inline void
fixture_write (struct archive *archive, const char *text)
{
  gssize size = (gssize) strlen (text);

  g_assert_cmpint (archive_write_data (archive, text, (size_t) size), ==, size);
}

/* Many pieces are never in memory at once. */
static inline void
fixture_write_part (struct archive *archive, const Part *part)
{
  g_autoptr (GString) many = g_string_new (NULL);
  guint left = part->n;

  fixture_write (archive, part->content);
  for (guint i = 0; i < MIN (left, 1000); i++)
    g_string_append (many, part->piece);
  for (; left >= 1000; left -= 1000)
    fixture_write (archive, many->str);
  while (left-- > 0)
    fixture_write (archive, part->piece);
  if (part->tail)
    fixture_write (archive, part->tail);
}

/** fixture_zip: the zip file of @parts. */
static inline GBytes *
fixture_zip (const Part *parts, guint n_parts)
{
  gsize capacity = 4 * 1024 * 1024, used = 0;
  struct archive *archive = archive_write_new ();
  char *buffer = g_malloc (capacity);

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++) {
    struct archive_entry *entry = archive_entry_new ();

    archive_entry_set_pathname (entry, parts[i].name);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
    fixture_write_part (archive, &parts[i]);
    archive_entry_free (entry);
  }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

/** fixture_book_of: a sound workbook with the sheet @last, and with the part @name that becomes
 * @content; without @content it is missing. */
static inline GBytes *
fixture_book_of (Part last, const char *name, const char *content)
{
  Part parts[] = {
    { "_rels/.rels", ROOT_RELATIONS },
    { "xl/workbook.xml", BOOK },
    { "xl/_rels/workbook.xml.rels", BOOK_RELATIONS },
    { "xl/sharedStrings.xml", STRINGS },
    { "xl/styles.xml", STYLES },
    last,
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    Part part = parts[i];

    if (name && g_str_equal (part.name, name))
      part.content = content;
    if (part.content)
      parts[n++] = part;
  }
  return fixture_zip (parts, n);
}

/** fixture_book: the same with the text of the sheet. */
static inline GBytes *
fixture_book (const char *sheet, const char *name, const char *content)
{
  Part last = { "xl/worksheets/sheet1.xml", sheet };

  return fixture_book_of (last, name, content);
}
