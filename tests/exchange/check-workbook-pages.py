#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the workbook of an office with very long texts through LibreOffice and looks at every page: nothing is cut, no
page is half empty, headings repeat, a signature has rows above it. Looks at the parts of the package as Excel does: order
of elements, counts, names. Usage: check-workbook-pages.py CLI MAKE-CANDIDATES. Speaks TAP."""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'harness'))
import libreoffice

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
PEOPLE = '60'
# What may stand in a worksheet, in this order: ECMA-376, part 1, 18.3.1.99.
ORDER = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection',
         'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells',
         'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup',
         'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags',
         'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems',
         'tableParts', 'extLst']
PAPER, BOTTOM = (842, 595), 595 - 57  # points: A4, and where the margin begins
CHARTS = ['Số đề nghị khen thưởng theo đơn vị', 'Tập thể và cá nhân theo hình thức']
count = failed = 0


def ok(good, what):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} {what}", flush=True)


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=400).stdout


# The parts of the package

def check_sheet_part(name, root):
    tags = [ORDER.index(child.tag.replace(MAIN, '')) for child in root]
    counted = [(part.tag.replace(MAIN, ''), part.get('count'), len(part)) for part in root if part.get('count')]
    heights = [float(row.get('ht')) for row in root.iter(MAIN + 'row') if row.get('ht')]
    breaks = [int(brk.get('id')) for brk in root.iter(MAIN + 'brk')]
    rows = [int(row.get('r')) for row in root.iter(MAIN + 'row')]
    good = (tags == sorted(tags) and len(set(tags)) == len(tags) and all(int(n) == found for _, n, found in counted)
            and max(heights) <= 409.5 and breaks == sorted(set(breaks)) and len(breaks) <= 1026 and rows == sorted(set(rows))
            and all(brk < max(rows) for brk in breaks))
    ok(good, f'{name}: order, counts {counted}, rows up to {max(heights)} points, {len(breaks)} breaks')


def check_names(book):
    sheets = [sheet.get('name') for sheet in book.iter(MAIN + 'sheet')]
    names = collections.defaultdict(dict)
    for name in book.iter(MAIN + 'definedName'):
        names[name.get('name')][sheets[int(name.get('localSheetId'))]] = name.text
    quoted = lambda sheet: re.escape("'" + sheet.replace("'", "''") + "'!")
    ok(all(re.fullmatch(quoted(s) + r'\$A\$1:\$[A-Z]+\$\d+', names['_xlnm.Print_Area'].get(s, '')) for s in sheets)
       and all(re.fullmatch(quoted(s) + r'\$(\d+):\$\1', text) for s, text in names['_xlnm.Print_Titles'].items())
       and set(names['_xlnm.Print_Titles']) >= set(sheets) - {'Tổng hợp'}
       and all(len(s) <= 31 and not re.search(r"[\[\]:*?/\\]", s) for s in sheets), 'print areas and titles are named as Excel does')


def check_parts(path):
    with zipfile.ZipFile(path) as package:
        parts = {name: ElementTree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(('.xml', '.rels'))}
    for name in sorted(parts):
        if name.startswith('xl/worksheets/sheet'):
            check_sheet_part(name, parts[name])
    check_names(parts['xl/workbook.xml'])
    strings = parts['xl/sharedStrings.xml']
    texts = [''.join(t.text or '' for t in si.iter(MAIN + 't')) for si in strings]
    used = sum(cell.get('t') == 's' for name, root in parts.items() if '/sheet' in name for cell in root.iter(MAIN + 'c'))
    ok(int(strings.get('uniqueCount')) == len(texts) and int(strings.get('count')) == used and max(map(len, texts)) <= 32767,
       f'{len(texts)} strings used {used} times')
    styles = parts['xl/styles.xml']
    ok(all(int(group.get('count')) == len(group) for group in styles if group.get('count')), 'styles are counted')
    types = {'/' + name for name in parts if not name.startswith(('_rels', '[')) and not name.endswith('.rels')}
    told = {part.get('PartName') for part in parts['[Content_Types].xml'] if part.get('PartName')}
    ok(types == told, 'each part has its type')


# The pages

def read_pages(pdf):
    """Of each page its size and words: text, left, top, bottom."""
    xml = run('pdftotext', '-bbox', pdf, '-').decode()
    pages = []
    for size, body in re.findall(r'<page ([^>]*)>(.*?)</page>', xml, re.S):
        words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>', body)
        pages.append((tuple(round(float(n)) for n in re.findall(r'"([\d.]+)"', size)),
                      [(text, float(x), float(top), float(bottom)) for x, top, bottom, text in words if float(top) < BOTTOM]))
    return pages


def split_sheets(pages):
    """Each sheet begins with the official heading."""
    sheets = []
    for page in pages:
        if 'HÒA' in [word[0] for word in page[1]]:
            sheets.append([])
        sheets[-1].append(page)
    return sheets


def letters(text):
    return collections.Counter(filter(str.isalnum, text))


def check_nothing_cut(sheet, pages):
    """All letters of the cells are on the paper; those of repeated headings are there more often."""
    area = sheet.print_area[0] if isinstance(sheet.print_area, list) else sheet.print_area
    last = openpyxl.utils.cell.range_boundaries(area.split('!')[-1])
    cells = collections.Counter()
    for row in sheet.iter_rows(max_col=last[2], max_row=last[3]):
        for cell in row:
            if isinstance(cell.value, str):
                cells.update(letters(cell.value))
    printed = letters(''.join(word[0] for page in pages for word in page[1]))
    ok(not cells - printed, f'{sheet.title}: nothing cut on {len(pages)} pages: {dict(cells - printed)}')


def begins_with_chart(page):
    return any(title in ' '.join(word[0] for word in page[1]) for title in CHARTS)


def check_filled(title, pages):
    """Pages end where no row of a few lines has room; a chart begins one, and a signature takes rows to its page."""
    ends = [max(word[3] for word in page[1]) for page in pages[:-2]]
    half = [i + 1 for i, end in enumerate(ends) if end < 0.55 * PAPER[1] and not begins_with_chart(pages[i + 1])]
    ok(not half, f'{title}: no page is half empty: {half}')


def check_headings(sheet, pages):
    """The same words in the same place of every page after the first."""
    top = next(row for row in range(1, 30) if sheet.cell(row, 1).value in ('TT', 'Hạng', 'Mục'))
    wanted = letters(''.join(str(sheet.cell(top, column).value or '') for column in range(1, sheet.max_column + 1)
                             if sheet.cell(top, column).font.b))
    common = set.intersection(*({(word[0], round(word[1]), round(word[2])) for word in page[1]} for page in pages[1:]))
    missing = wanted - letters(''.join(word[0] for word in common))
    ok(not missing or sheet.title == 'Tổng hợp', f'{sheet.title}: the heading stands on all {len(pages)} pages {dict(missing)}')


def check_signature(title, pages):
    """What is signed stands above: more than the heading and notes, which a page of its own would show alone."""
    for _, words in pages:
        signed = [word[2] for word in words if word[0] == 'BIỂU']
        if signed and len(pages) > 1:
            above = [word for word in words if word[2] < signed[-1] - 5]
            ok(len({round(word[2]) for word in above}) > 3 and any(word[0].isdigit() for word in above),
               f'{title}: {len(above)} words above the signature')


def check_book(path, folder):
    pages = read_pages(os.path.join(folder, os.path.basename(path)[:-5] + '.pdf'))
    sheets = split_sheets(pages)
    book = openpyxl.load_workbook(path, data_only=True)
    ok({page[0] for page in pages} == {PAPER}, f'{len(pages)} pages, all A4 landscape')
    ok(not any('##' in word[0] for page in pages for word in page[1]), 'no number too wide for its column')
    ok(len(sheets) == len(book.sheetnames), f'{len(sheets)} sheets')
    for sheet, printed in zip(book, sheets):
        check_nothing_cut(sheet, printed)
        check_filled(sheet.title, printed)
        if len(printed) > 1:
            check_headings(sheet, printed)
        check_signature(sheet.title, printed)


def main():
    cli, make = sys.argv[1:]
    folder = tempfile.mkdtemp(prefix='bv-workbook-pages-')
    office, path = os.path.join(folder, 'dài.bangvang'), os.path.join(folder, 'dài.xlsx')
    try:
        run(make, office, PEOPLE)
        run(cli, 'export', office, '--output', path)
        run(cli, 'export', office, '--split', '--output', path)
        parts = sorted(name for name in os.listdir(folder) if name.startswith('dài - ') and name.endswith('.xlsx'))
        books = [path] + [os.path.join(folder, name) for name in parts]
        ok(len(books) > 2, f'one book for all and {len(parts)} for the award forms')
        for book in books:
            check_parts(book)
        if libreoffice.LOOKS:
            libreoffice.convert(folder, 'pdf', folder, *books)
            for book in books:
                check_book(book, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f'1..{count}')
    return 1 if failed else 0


sys.exit(main())
