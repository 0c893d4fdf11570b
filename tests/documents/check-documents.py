#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the PDF files of every document back and holds them against the layout table of Nghị định 30/2020/NĐ-CP:
margins, sizes, page numbers, headings of tables, searchable words; opens the editable form in LibreOffice.
Usage: check-documents.py CLI. Speaks TAP."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

MM = 72 / 25.4
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15  # of the profile, inside 20-25, 20-25, 30-35, 15-20
NATION, MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'
# A letter may rise above or sink below its line by this much, in points.
SLACK = 3
count = failed = 0


def ok(good, what):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} {what}", flush=True)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def read_pages(pdf):
    """Pages as (width, height, [(x1, y1, x2, y2, word)])."""
    tree = ElementTree.fromstring(re.sub(r'<!DOCTYPE[^>]*>', '', run('pdftotext', '-bbox', pdf, '-')))
    space = '{http://www.w3.org/1999/xhtml}'
    return [(float(page.get('width')), float(page.get('height')),
             [tuple(float(word.get(k)) for k in ('xMin', 'yMin', 'xMax', 'yMax')) + (word.text,)
              for word in page.iter(space + 'word')])
            for page in tree.iter(space + 'page')]


def find(words, phrase):
    """The box of the first run of words that reads as phrase."""
    wanted = phrase.split()
    for i in range(len(words)):
        if [w[4] for w in words[i:i + len(wanted)]] == wanted:
            run_ = words[i:i + len(wanted)]
            return (min(w[0] for w in run_), min(w[1] for w in run_), max(w[2] for w in run_), max(w[3] for w in run_))
    return None


def check_margins(name, pages, landscape):
    wide, high = (297, 210) if landscape else (210, 297)
    ok(all(abs(w - wide * MM) < 1 and abs(h - high * MM) < 1 for w, h, _ in pages), f'{name}: A4')
    for number, (width, height, words) in enumerate(pages, 1):
        body = [w for w in words if w[1] > (TOP - 3) * MM] if number > 1 else words
        if not body:
            ok(False, f'{name}: page {number} is empty')
            continue
        box = (min(w[0] for w in body), min(w[1] for w in body), max(w[2] for w in body), max(w[3] for w in body))
        ok(box[0] >= LEFT * MM - SLACK and box[1] >= TOP * MM - SLACK and box[2] <= width - RIGHT * MM + SLACK
           and box[3] <= height - BOTTOM * MM + SLACK, f'{name}: page {number} inside its margins {[round(b) for b in box]}')


def check_numbers(name, pages):
    for number, (width, _, words) in enumerate(pages, 1):
        above = [w for w in words if w[3] < (TOP - 3) * MM]
        if number == 1:
            ok(not above, f'{name}: no number on page 1')
            continue
        middle = (LEFT * MM + width - RIGHT * MM) / 2
        ok(len(above) == 1 and above[0][4] == str(number) and abs((above[0][0] + above[0][2]) / 2 - middle) < 2,
           f'{name}: number {number} at the top centre')


def check_heading(name, pages):
    width, _, words = pages[0]
    nation, motto = find(words, NATION), find(words, MOTTO)
    ok(bool(nation and motto), f'{name}: national heading')
    if nation and motto:
        ok(nation[0] > width * 0.35 and motto[1] > nation[1], f'{name}: heading on the upper right, motto below')
        ok(abs((nation[0] + nation[2]) - (motto[0] + motto[2])) < 3, f'{name}: motto centred under it')


def check_fonts(name, pdf):
    lines = run('pdffonts', pdf).splitlines()[2:]
    fonts = [line.split() for line in lines]
    ok(all(re.search('(LiberationSerif|TimesNewRoman|Tinos)', f[0]) for f in fonts), f'{name}: one family {[f[0] for f in fonts]}')
    ok(all(line[len(line) - 26:].split()[0] == 'yes' for line in lines), f'{name}: fonts embedded')


def check_words(name, pdf, title):
    text = run('pdftotext', pdf, '-')
    ok(unicodedata.normalize('NFC', text) == text, f'{name}: words are NFC')
    ok(title in re.sub(r'\s+', ' ', text), f'{name}: “{title}” can be found')
    info = run('pdfinfo', pdf)
    ok(re.search(r'Title: +\S', info) and re.search(r'Author: +\S', info) and 'Bảng Vàng' in info, f'{name}: properties')


def check_pdf(name, pdf, title, landscape=False):
    pages = read_pages(pdf)
    check_margins(name, pages, landscape)
    if name in BARE:
        ok(all(w[3] > (TOP - 3) * MM for _, _, words in pages for w in words), f'{name}: no page numbers')
    else:
        check_numbers(name, pages)
        check_heading(name, pages)
    check_fonts(name, pdf)
    check_words(name, pdf, title)
    return pages


def check_editable(folder, name, fodt, title):
    """LibreOffice reads it, keeps pages and words."""
    ElementTree.parse(fodt)
    run('soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'pdf', '--outdir',
        os.path.join(folder, 'lo'), fodt)
    pdf = os.path.join(folder, 'lo', os.path.basename(fodt)[:-5] + '.pdf')
    text = re.sub(r'\s+', ' ', run('pdftotext', pdf, '-'))
    ok(title in text, f'{name}: opens in LibreOffice with its words')
    check_margins(f'{name}, edited', read_pages(pdf), 'landscape' in open(fodt, encoding='utf-8').read())


# Sheets of their own: no heading of the State, no page numbers.
BARE = {'ballot', 'certificate'}
DOCUMENTS = {  # name: what can be found on it, landscape
    'launch': ('PHÁT ĐỘNG', False),
    'unit-pledge': ('BẢN ĐĂNG KÝ THI ĐUA', False),
    'person-pledge': ('BẢN ĐĂNG KÝ THI ĐUA', False),
    'nominations': ('DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG', True),
    'ballot': ('PHIẾU BẦU', False),
    'counting': ('BIÊN BẢN KIỂM PHIẾU', False),
    'minutes': ('BIÊN BẢN HỌP HỘI ĐỒNG', False),
    'submission': ('TỜ TRÌNH', False),
    'decision': ('QUYẾT ĐỊNH', False),
    'certificate': ('GIÁM ĐỐC', True),
    'report': ('BÁO CÁO', False),
}


def check_repeated(pages, headings):
    """Every page that has rows of the table begins with its heading."""
    for number, (_, _, words) in enumerate(pages, 1):
        rows = [w for w in words if re.fullmatch(r'\d+', w[4]) and w[0] < (LEFT + 12) * MM and w[1] > TOP * MM]
        if rows:
            ok(any(find(words, h) for h in headings) and min(r[1] for r in rows) > find(words, 'TT')[1],
               f'page {number}: the heading of the table comes again')


def check_signature(pages, words_before, signer):
    """The signature stands on the page of the last words."""
    last = pages[-1][2]
    ok(bool(find(last, signer) and find(last, words_before)), f'“{signer}” stands with the last lines')


def check_all(cli, folder):
    book = os.path.join(folder, 'mẫu.bangvang')
    run(cli, 'sample', book)
    listed = [line.split()[0] for line in run(cli, 'document', 'list').splitlines()]
    ok(set(listed) == set(DOCUMENTS), f'every document is checked: {listed}')
    for name in listed:
        title, landscape = DOCUMENTS[name]
        pdf, fodt = (os.path.join(folder, f'{name}.{ending}') for ending in ('pdf', 'fodt'))
        run(cli, 'document', book, name, '--output', pdf)
        run(cli, 'document', book, name, '--output', fodt)
        pages = check_pdf(name, pdf, title, landscape)
        check_editable(folder, name, fodt, title)
        if name == 'nominations':
            check_repeated(pages, ['Họ và tên', 'Tập thể'])
            check_signature(pages, 'Danh sách có', 'NGƯỜI LẬP')
        if name == 'ballot':
            slips = sum(len(re.findall('PHIẾU BẦU', ' '.join(w[4] for w in words))) for _, _, words in pages)
            ok(slips == 8, f'{slips} slips for the members present on {len(pages)} pages')
    issued = run(cli, 'list', book, 'issue').splitlines()
    ok(len(issued) - 1 == 2 * len(listed), 'all of them are in the register')


def main():
    folder = tempfile.mkdtemp(prefix='bang-vang-documents-')
    try:
        check_all(os.path.abspath(sys.argv[1]), folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f'1..{count}')
    sys.exit(failed > 0)


main()
