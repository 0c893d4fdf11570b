#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at an exported workbook as the council would: sheets, print set-up, headings; then takes the values of all
formulas away, lets LibreOffice compute them anew and compares each cell. Usage: check-workbook.py CLI MAKE-CANDIDATES. Speaks TAP."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'harness'))
import libreoffice

SHEETS = ['Đề nghị - Tập thể', 'Đề nghị - Cá nhân', 'Bảng điểm', 'Tự chấm - Thẩm định', 'Điều kiện', 'Tỷ lệ',
          'Kết quả bỏ phiếu', 'Minh chứng', 'Độ vững', 'Tổng hợp', 'Thông tin']
LIVE = {'Bảng điểm', 'Tự chấm - Thẩm định', 'Tỷ lệ', 'Kết quả bỏ phiếu', 'Tổng hợp'}
count = failed = 0


def ok(good, what):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} {what}", flush=True)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def strip_values(source, target):
    """Formula cells lose their cached value, so that a calculator has to compute them."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item.filename)
            if item.filename.startswith('xl/worksheets/sheet'):
                data = re.sub(rb'(</f>)<v>[^<]*</v>', rb'\1', data)
            new.writestr(item, data)


def header_row(sheet):
    return next(row for row in range(1, 30) if sheet.cell(row, 1).value == 'TT')


def check_page(sheet):
    setup = sheet.page_setup
    ok(setup.orientation == 'landscape' and int(setup.paperSize) == 9, f'{sheet.title}: A4 landscape')
    ok(sheet.sheet_properties.pageSetUpPr.fitToPage and setup.fitToHeight in (0, '0'), f'{sheet.title}: one page wide')
    margins = [round(m * 25.4) for m in (sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.left,
                                         sheet.page_margins.right)]
    ok(margins == [20, 20, 30, 15], f'{sheet.title}: margins {margins}')
    ok('Times New Roman' in (sheet.oddFooter.center.font or '') and '&P' in sheet.oddFooter.center.text,
       f'{sheet.title}: page number in Times New Roman')
    # the first table of the summary ends on its page; other tables and charts follow with headings of their own
    ok((bool(sheet.print_title_rows) or sheet.title == 'Tổng hợp') and bool(sheet.print_area) and bool(sheet.freeze_panes),
       f'{sheet.title}: heading repeated and frozen, print area set')
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    ok(fonts == {'Times New Roman'}, f'{sheet.title}: one font, {fonts}')
    texts = [cell.value for row in sheet.iter_rows(max_row=4) for cell in row if cell.value]
    ok('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' in texts and 'Độc lập - Tự do - Hạnh phúc' in texts,
       f'{sheet.title}: official heading')


def check_firmness(book):
    """One light for each quota, and ranks as numbers."""
    rows = [[cell.value for cell in row] for row in book['Độ vững'].iter_rows()]
    lights = [str(row[0]).rsplit(': ', 1)[1] for row in rows if str(row[0]).startswith('Giấy khen')]
    ok(lights == ['VỮNG', 'NHẠY', 'ĐỒNG HẠNG'], f'lights {lights}')
    ok(any('đồng hạng' in str(row[0]) or 'share one rank' in str(row[0]) for row in rows), 'the tie is told')
    ok(sum(isinstance(row[0], int) and isinstance(row[1], str) for row in rows) > 15, 'ranked subjects')


def check_types(book):
    sheet = book['Minh chứng']
    row = header_row(sheet) + 1
    ok(sheet.cell(row, 5).is_date and sheet.cell(row, 5).number_format == 'dd/mm/yyyy', 'dates are dates')
    ok(isinstance(sheet.cell(row, 8).value, (int, float)), 'points are numbers')
    formulas = [cell for ws in book for line in ws.iter_rows() for cell in line if cell.data_type == 'f']
    ok({cell.parent.title for cell in formulas} == LIVE and len(formulas) > 100,
       f'{len(formulas)} formulas, where the council computes')


def check_eligibility(book):
    """Every condition of a proposal on a line; what was set aside stands in red with its reason."""
    sheet = book['Điều kiện']
    rows = [row for row in sheet.iter_rows(min_row=header_row(sheet) + 1, max_col=8) if isinstance(row[0].value, int)]
    ok(len(rows) > 100 and all(row[3].value and row[4].value and row[6].value for row in rows),
       f'{len(rows)} conditions, each with result, fact and basis')
    red = [row for row in rows if row[7].value]
    ok(len(red) == 1 and red[0][1].value == 'Lộc Văn Toản' and '45/TB-TTr' in red[0][7].value
       and red[0][7].font.color.rgb.endswith('C00000'), f'exceptions in red: {[row[1].value for row in red]}')
    ok({row[3].value for row in rows} >= {'Đạt', 'Cảnh báo', 'Chặn'}, 'results in words')


def values(path):
    return openpyxl.load_workbook(path, data_only=True)


def read_cells(path, **options):
    """What stands in which cell, without looks: several times as quick."""
    book = openpyxl.load_workbook(path, read_only=True, **options)
    return {(sheet.title, cell.coordinate): cell for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value is not None}


def check_recalculation(path, recalculated):
    mine, theirs = (read_cells(book, data_only=True) for book in (path, recalculated))
    wrong, compared = 0, {title: 0 for title in LIVE}
    for place in (place for place, cell in read_cells(path).items() if cell.data_type == 'f'):
        a, b = (cells[place].value if place in cells else None for cells in (mine, theirs))
        compared[place[0]] += 1
        same = abs(a - b) < 1e-6 if isinstance(a, (int, float)) and isinstance(b, (int, float)) else (a or '') == (b or '')
        if not same:
            wrong += 1
            print(f'# {place}: {a!r} computed, {b!r} recalculated')
    ok(min(compared.values()) > 15 and wrong == 0, f'{compared} formulas give what the program computed')


def check_quota(book):
    """Three quotas: places, used and left as counted by hand, the boundary and the alternates by name."""
    sheet = book['Tỷ lệ']
    top = header_row(sheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top + 1, max_col=14)]
    quotas = [tuple(row[8:11]) for row in rows if isinstance(row[0], int)]
    ok(quotas == [(2, 2, 0), (2, 2, 0), (5, 4, 1)], f'places, used, left {quotas}')
    ok(sum(row[13] == 'Hội đồng quyết định' for row in rows) == 2, 'two on the boundary')
    ok(sum(row[13] == 'Dự khuyết' for row in rows) >= 6, 'alternates are named')


def check_votes(book):
    sheet = book['Kết quả bỏ phiếu']
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=header_row(sheet) + 1, max_col=15)]
    lines = [row for row in rows if isinstance(row[0], int)]
    ok(len(lines) >= 10 and {row[13] for row in lines} == {'Đạt', 'Không đạt'}, f'{len(lines)} lines voted on')
    ok(all((row[11] >= row[5]) == (row[13] == 'Đạt') for row in lines), 'outcomes follow votes and need')
    proposals = book['Đề nghị - Cá nhân']
    heads = {proposals.cell(header_row(proposals), c).value: c for c in range(1, 16)}
    votes = [proposals.cell(r, heads['Phiếu đồng ý / tổng số (tỷ lệ)']).value for r in range(1, proposals.max_row)]
    ok(any(v and re.match(r'\d+/9 \(\d+(,\d)? %\)', str(v)) for v in votes), 'votes stand beside the proposals')
    seals = [row[1].value for row in book['Thông tin'].iter_rows(max_col=2) if row[0].value == 'Mã niêm phong phiên họp']
    ok(len(seals) == 1 and re.search(r'[0-9a-f]{64}$', seals[0]), 'the seal is told')


def check_summary(path, book):
    """Counted again here from the lists, by unit, form, sex and office held; three charts that look at the cells."""
    lists = {}
    for title in ('Đề nghị - Tập thể', 'Đề nghị - Cá nhân'):
        sheet = book[title]
        top = header_row(sheet)
        heads = [sheet.cell(top, c).value for c in range(1, sheet.max_column + 1)]
        lists[title] = [dict(zip(heads, [cell.value for cell in row])) for row in sheet.iter_rows(min_row=top + 1)
                        if isinstance(row[0].value, int) and row[len(heads) - 1].value == 'Đề nghị']
    teams, people = lists.values()
    sheet = book['Tổng hợp']
    top = header_row(sheet)
    rows = []
    for row in range(top + 1, sheet.max_row):
        if sheet.cell(row, 2).value == 'Cộng':
            break
        rows.append([sheet.cell(row, c).value for c in range(1, sheet.max_column)])
    # beside the printed page stand the names on the charts
    forms = [sheet.cell(top, c).value for c in range(10, sheet.max_column)]
    good = len(rows) >= 5 and len(forms) >= 2 and sum(row[8] for row in rows) == len(teams) + len(people) > 5
    for row in rows:
        mine = [p for p in people if p['Đơn vị'] == row[1]]
        count = lambda key, value: sum(p[key] == value for p in mine)
        units = [t for t in teams if t['Đơn vị'] == row[1]]
        good = good and row[2:9] == [len(units), len(mine), count('Giới tính', 'Nam'), count('Giới tính', 'Nữ'),
                                     count('Nhóm', 'Lãnh đạo'), count('Nhóm', 'Không giữ chức vụ'), len(units) + len(mine)]
        good = good and row[9:] == [sum(x['Hình thức đề nghị'] == form for x in mine + units) for form in forms]
    ok(good, f'{len(rows)} units counted as the lists have them, {len(forms)} forms')
    with zipfile.ZipFile(path) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith('xl/charts/chart')]
    ok(len(charts) == 3 and all(re.search(r'<c:f>.?Tổng hợp.?!', chart) and chart.count('<c:title>') == 3
                                and 'Times New Roman' in chart for chart in charts), 'three charts, titles on all axes')


# What is changed in the file, and what comes of it when it is computed anew.

def find_proposed(book):
    sheet = book['Đề nghị - Cá nhân']
    return sheet, next(r for r in range(header_row(sheet) + 1, sheet.max_row) if sheet.cell(r, 18).value == 'Đề nghị')


def withdraw(book):
    sheet, row = find_proposed(book)
    sheet.cell(row, 18).value = 'Đã rút'


def check_resummary(path, recalculated):
    """Who is taken off the list in the file is counted no more."""
    book = values(path)
    sheet, row = find_proposed(book)
    unit, before = sheet.cell(row, 6).value, book['Tổng hợp']
    after = values(recalculated)['Tổng hợp']
    line = next(r for r in range(header_row(before) + 1, before.max_row) if before.cell(r, 2).value == unit)
    ok(after.cell(line, 4).value == before.cell(line, 4).value - 1, f'{unit}: one less after a withdrawal')


def find_quota(book):
    sheet = book['Tỷ lệ']
    return sheet, next(r for r in range(header_row(sheet) + 1, sheet.max_row) if sheet.cell(r, 1).value == 3)


def widen_base(book):
    sheet, row = find_quota(book)
    sheet.cell(row, 5).value = 27


def check_requota(_, recalculated):
    """A changed base changes the places."""
    sheet, row = find_quota(values(recalculated))
    got = [sheet.cell(row, c).value for c in (6, 9, 11)]
    ok(got == [6.75, 6, 2], f'27 × 25 % gives {got}')


def find_last(book):
    """The sheet, what its columns are called, its heading and the row of the last of the staff."""
    sheet = book['Bảng điểm']
    top = header_row(sheet)
    heads = {sheet.cell(top, c).value: c for c in range(1, sheet.max_column + 1)}
    return sheet, heads, top, next(r for r in range(top, sheet.max_row) if str(sheet.cell(r, 1).value).startswith('C.')) + 5


def give_all(book):
    sheet, heads, top, row = find_last(book)
    for column in range(4, heads['Điểm thưởng']):
        sheet.cell(row, column).value = sheet.cell(top + 1, column).value


def check_rerank(_, recalculated):
    """A changed cell re-ranks: the last of the staff gets full points."""
    sheet, heads, _, row = find_last(values(recalculated))
    rank = sheet.cell(row, heads['Hạng']).value
    ok(rank == 1, f'a row given all points becomes first: {rank}')


CHANGES = {'withdrawn': (withdraw, check_resummary), 'base': (widen_base, check_requota), 'changed': (give_all, check_rerank)}


def check_computed_anew(path, long_path, folder):
    """LibreOffice is started once for all of them."""
    out = os.path.join(folder, 'out')
    stripped = [os.path.join(folder, name) for name in ('stripped.xlsx', 'stripped-long.xlsx')]
    for source, target in zip((path, long_path), stripped):
        strip_values(source, target)
    changed = []
    for name, (change, _) in CHANGES.items():
        book = openpyxl.load_workbook(path)
        change(book)
        changed.append(os.path.join(folder, name + '.xlsx'))
        book.save(changed[-1])
    libreoffice.convert(folder, 'xlsx', out, *stripped, *changed)
    for source, target in zip((path, long_path), stripped):
        check_recalculation(source, os.path.join(out, os.path.basename(target)))
    for name, (_, check) in CHANGES.items():
        check(path, os.path.join(out, name + '.xlsx'))


def main():
    cli, make = sys.argv[1:]
    folder = tempfile.mkdtemp(prefix='bv-workbook-')
    office, book_path = os.path.join(folder, 'mẫu.bangvang'), os.path.join(folder, 'đề nghị.xlsx')
    long_path = os.path.join(folder, 'dài.xlsx')
    try:
        shutil.copy(os.environ['BV_SAMPLE'], office)
        run(cli, 'propose', office)
        run(cli, 'export', office, '--output', book_path)
        book = openpyxl.load_workbook(book_path)
        ok(book.sheetnames == SHEETS, f'sheets {book.sheetnames}')
        for sheet in book:
            check_page(sheet)
        check_eligibility(book)
        check_types(book)
        check_firmness(book)
        computed = values(book_path)
        check_quota(computed)
        check_votes(computed)
        check_summary(book_path, computed)
        run(make, os.path.join(folder, 'dài.bangvang'), '300')
        run(cli, 'export', os.path.join(folder, 'dài.bangvang'), '--output', long_path)
        ok(openpyxl.load_workbook(long_path, read_only=True).sheetnames == SHEETS, '300 candidates with very long texts')
        if libreoffice.LOOKS:
            check_computed_anew(book_path, long_path, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f'1..{count}')
    return 1 if failed else 0


sys.exit(main())
