#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at exported lists with openpyxl and prints one with LibreOffice: print set-up, heading rows, types of cells, the
heading again on every page. Usage: check-list.py CLI. Speaks TAP."""
import os
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'harness'))
import libreoffice

count = failed = 0


def ok(good, what):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} {what}", flush=True)


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120).stdout


def check_sheet(sheet):
    setup = sheet.page_setup
    top = next(row for row in range(1, 12) if sheet.cell(row, 1).value == 'TT')
    ok(setup.orientation == 'landscape' and int(setup.paperSize) == 9, 'A4 landscape')
    ok(sheet.sheet_properties.pageSetUpPr.fitToPage and setup.fitToHeight in (0, '0'), 'one page wide')
    ok(sheet.print_title_rows == f'${top}:${top}', f'heading repeated: {sheet.print_title_rows}')
    ok(sheet.auto_filter.ref == f'A{top}:G{sheet.max_row}', f'filter {sheet.auto_filter.ref}')
    ok(sheet.cell(1, 1).value == 'THÀNH TÍCH VÀ MINH CHỨNG', 'title')
    ok('Phong trào' in sheet.cell(2, 1).value or 'Chào mừng' in sheet.cell(2, 1).value, 'movement below')
    heads = [sheet.cell(top, column).value for column in range(1, sheet.max_column + 1)]
    ok(heads[1:] == ['Thành tích', 'Đối tượng', 'Nội dung', 'Ngày', 'Điểm', 'Trạng thái'], f'heads {heads}')
    rows = list(sheet.iter_rows(min_row=top + 1))
    ok(len(rows) > 100 and [row[0].value for row in rows] == list(range(1, len(rows) + 1)), f'{len(rows)} rows numbered')
    ok(all(row[4].is_date for row in rows if row[4].value), 'dates are dates')
    ok(all(isinstance(row[5].value, (int, float)) for row in rows if row[5].value is not None), 'points are numbers')
    days = [row[4].value for row in rows if row[4].value]
    ok(days == sorted(days, reverse=True), 'newest first, as the page shows them')


def check_print(path, folder, n_rows):
    libreoffice.convert(folder, 'pdf', folder, path)
    text = run('pdftotext', '-layout', path.replace('.xlsx', '.pdf'), '-').decode()
    pages = [page for page in text.split('\f') if page.strip()]
    ok(len(pages) > 3, f'{len(pages)} pages')
    ok(all('Đối tượng' in page and 'Trạng thái' in page for page in pages), 'heading on every page')
    ok('###' not in text and str(n_rows) in pages[-1], 'nothing cut, the last row is there')


def main():
    cli = sys.argv[1]
    os.environ['BANG_VANG_LANGUAGE'] = 'vi'
    folder = tempfile.mkdtemp(prefix='bv-list-')
    office, path = os.path.join(folder, 'mẫu.bangvang'), os.path.join(folder, 'danh-sach.xlsx')
    try:
        shutil.copy(os.environ['BV_SAMPLE'], office)
        run(cli, 'list', office, 'achievement', '--output', path)
        sheet = openpyxl.load_workbook(path).active
        check_sheet(sheet)
        if libreoffice.LOOKS:
            check_print(path, folder, sum(isinstance(row[0].value, int) for row in sheet.iter_rows()))
        run(cli, 'list', office, 'person', '--output', path)
        sheet = openpyxl.load_workbook(path).active
        ok(sheet.title == 'Cán bộ' and sheet.max_row > 20, f'a list without a movement: {sheet.title}')
        table = os.path.join(folder, 'danh-sach.csv')
        run(cli, 'list', office, 'person', '--format', 'csv', '--output', table)
        with open(table, 'rb') as file:
            ok(file.read(3) == b'\xef\xbb\xbf', 'CSV says that it is UTF-8')
        issued = run(cli, 'list', office, 'issue').decode()
        ok(issued.count('danh-sach.xlsx') == 2 and issued.count('danh-sach.csv') == 1, 'what was written is in the register')
        wrong = subprocess.run([cli, 'list', office, 'person', '--format', 'csv', '--output', path],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        ok(wrong.returncode != 0, 'a format that disagrees with the name is refused')
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f'1..{count}')
    return 1 if failed else 0


sys.exit(main())
