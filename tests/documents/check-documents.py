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

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'harness'))
import libreoffice

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
        if number == 1 or find(words, 'Phụ lục') and min(words, key=lambda w: w[1])[4] == 'Phụ':  # an annex is counted anew
            ok(not above, f'{name}: no number on page {number}')
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


# The height of a line of Liberation Serif, as pdftotext gives it, for letters of size 1.
LINE = 1.107


def check_size(name, what, box, least, most):
    size = (box[3] - box[1]) / LINE
    ok(least - 0.1 <= size <= most + 0.1, f'{name}: {what} in letters of {size:.1f} points, {least} to {most} asked')


def check_sizes(name, pages, title):
    """Heading 12-13 and 13-14, number and place 13-14, title 13-14, recipients 12 and 11, all texts 11 to 14."""
    words = pages[0][2]
    place = [w for w in words if w[4] == 'ngày' and w[1] < find(words, title)[1]]
    check_size(name, 'the name of the State', find(words, NATION), 12, 13)
    check_size(name, 'the motto', find(words, MOTTO), 13, 14)
    check_size(name, 'the title', find(words, title), 13, 14)
    if place:
        check_size(name, 'place and date', place[0], 13, 14)
    if name in NUMBERED:
        number = find(words, 'Số:')
        check_size(name, 'number and symbol', number, 13, 13)
        ok(number[2] < pages[0][0] / 2 and abs(number[1] - place[0][1]) < 4, f'{name}: number on the left, date beside it')
    for number, (_, _, body) in enumerate(pages, 1):
        sizes = sorted({round((w[3] - w[1]) / LINE, 1) for w in body})
        ok(10.9 <= sizes[0] and sizes[-1] <= 14.1, f'{name}: sizes on page {number}: {sizes}')
    for _, _, body in pages[1:]:
        check_size(name, 'the page number, or the word of an annex', min(body, key=lambda w: w[1]), 13, 14)


def check_order(name, pages, title):
    """From top to bottom: State, motto, place, title in the middle of the text."""
    width, _, words = pages[0]
    nation, head = find(words, NATION), find(words, title)
    left = [w for w in words if w[2] < nation[0] and w[1] < nation[3] + 2]
    ok(bool(left), f'{name}: the issuing body stands beside the State')
    ok(head[1] > find(words, MOTTO)[3], f'{name}: the title stands below the heading')
    ok(abs((head[0] + head[2]) / 2 - (LEFT * MM + width - RIGHT * MM) / 2) < 3, f'{name}: the title is centred')


def find_last(pages, phrase):
    """(page, box) of its last occurrence."""
    found = None
    wanted = phrase.split()
    for width, _, words in pages:
        for i in range(len(words)):
            if [w[4] for w in words[i:i + len(wanted)]] == wanted:
                found = (width, words, find(words[i:], phrase))
    return found


def check_signed(name, pages, phrase, alone):
    """The signature is on the right and never the first thing on its page; recipients stand on its left."""
    found = find_last(pages, phrase)
    ok(bool(found), f'{name}: “{phrase}” signs')
    if not found:
        return
    width, words, box = found
    above = [w for w in words if w[3] < box[1] and w[1] > (TOP - 3) * MM]
    ok(bool(above), f'{name}: lines of the text stand above the signature')
    ok((box[0] + box[2]) / 2 > width / 2, f'{name}: the signature is in the right half')
    check_size(name, 'the signature', box, 13, 14)
    to = find(words, 'Nơi nhận:')
    ok(bool(to) == alone, f'{name}: recipients {"stand beside one signer" if alone else "are for one signer only"}')
    if to:
        check_size(name, '“Nơi nhận:”', to, 12, 12)
        ok(to[0] < LEFT * MM + 3 and to[1] >= box[1] - 3, f'{name}: recipients at the left margin, not above')


def check_fonts(name, pdf):
    lines = run('pdffonts', pdf).splitlines()[2:]
    fonts = [line.split() for line in lines]
    ok(all(re.search('(LiberationSerif|TimesNewRoman|Tinos)', f[0]) for f in fonts), f'{name}: one family {[f[0] for f in fonts]}')
    flags = [line[len(line) - 26:].split()[:3] for line in lines]
    ok(all(f == ['yes', 'yes', 'yes'] for f in flags), f'{name}: fonts embedded, cut down, with their letters {flags}')


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
        check_sizes(name, pages, title)
        check_order(name, pages, title)
        check_signed(name, pages, *SIGNED[name])
    check_fonts(name, pdf)
    check_words(name, pdf, title)
    return pages


def read_half(page):
    """The lines of the left half of the heading, from top to bottom."""
    width, _, words = page
    low = find(words, MOTTO)[3] + 20
    rows = {}
    for word in words:
        if word[3] < low and word[2] < LEFT * MM + 0.42 * (width - (LEFT + RIGHT) * MM) and word[4] != 'Số:':
            rows.setdefault(next((y for y in rows if abs(y - word[1]) < 2), word[1]), []).append(word[4])
    return [' '.join(rows[y]) for y in sorted(rows)]


def check_halves(name, edited, own):
    """The names of the bodies end their lines in a word processor where they end on our own pages."""
    if name not in BARE:
        ok(read_half(edited[0]) == read_half(own[0]), f'{name}, edited: the heading breaks as on paper: {read_half(edited[0])}')


def check_editable(name, fodt, pdf, title):
    """LibreOffice reads it, keeps pages and words."""
    text = re.sub(r'\s+', ' ', run('pdftotext', pdf, '-'))
    ok(title in text, f'{name}: opens in LibreOffice with its words')
    pages = read_pages(pdf)
    check_margins(f'{name}, edited', pages, 'landscape' in open(fodt, encoding='utf-8').read())
    check_halves(name, pages, read_pages(fodt[:-5] + '.pdf'))
    for number, (_, _, words) in enumerate(pages, 1):
        heads = [w[3] for w in words if w[4] == 'TT' and w[0] < (LEFT + 8) * MM]
        rows = [w[1] for w in words if re.fullmatch(r'\d+', w[4]) and w[0] < (LEFT + 12) * MM]
        ok(not heads or rows and max(rows) > max(heads), f'{name}, edited: page {number} does not end with the heading of a table')


# Sheets of their own: no heading of the State, no page numbers.
BARE = {'ballot', 'certificate'}
NUMBERED = {'launch', 'submission', 'decision', 'report'}
SIGNED = {  # name: whose signature, alone with the recipients
    'launch': ('GIÁM ĐỐC', True),
    'unit-pledge': ('TRƯỞNG ĐƠN VỊ', False),
    'person-pledge': ('NGƯỜI ĐĂNG KÝ', False),
    'nominations': ('GIÁM ĐỐC', False),
    'counting': ('TỔ TRƯỞNG', False),
    'minutes': ('CHỦ TRÌ', False),
    'submission': ('TM. HỘI ĐỒNG', True),
    'decision': ('GIÁM ĐỐC', True),
    'report': ('GIÁM ĐỐC', True),
}
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


def check_edited(folder, names):
    out = os.path.join(folder, 'edited')
    libreoffice.convert(folder, 'pdf', out, *(os.path.join(folder, name + '.fodt') for name in names))
    for name in names:
        check_editable(name, os.path.join(folder, name + '.fodt'), os.path.join(out, name + '.pdf'), DOCUMENTS[name][0])


def check_all(cli, folder):
    book = os.path.join(folder, 'mẫu.bangvang')
    shutil.copy(os.environ['BV_SAMPLE'], book)
    listed = [line.split()[0] for line in run(cli, 'document', 'list').splitlines()]
    ok(set(listed) == set(DOCUMENTS), f'every document is checked: {listed}')
    for name in listed:
        title, landscape = DOCUMENTS[name]
        pdf, fodt = (os.path.join(folder, f'{name}.{ending}') for ending in ('pdf', 'fodt'))
        run(cli, 'document', book, name, '--output', pdf)
        run(cli, 'document', book, name, '--output', fodt)
        ElementTree.parse(fodt)
        pages = check_pdf(name, pdf, title, landscape)
        if name == 'nominations':
            check_repeated(pages, ['Họ và tên', 'Tập thể'])
            check_signature(pages, 'Danh sách có', 'NGƯỜI LẬP')
        if name == 'ballot':
            slips = sum(len(re.findall('PHIẾU BẦU', ' '.join(w[4] for w in words))) for _, _, words in pages)
            ok(slips == 8, f'{slips} slips for the members present on {len(pages)} pages')
    if libreoffice.LOOKS:
        check_edited(folder, listed)
    issued = run(cli, 'list', book, 'issue').splitlines()
    ok(len(issued) - 1 == 2 * len(listed), 'all of them are in the register')


def write_fonts(folder, name, fonts):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                   f'<dir>{fonts}</dir><cachedir>{folder}/fc</cachedir></fontconfig>')
    return {**os.environ, 'FONTCONFIG_FILE': path}


def check_other_fonts(cli, folder):
    """Without Times New Roman and its like another face is named and used; without any there is one sentence."""
    book, pdf = os.path.join(folder, 'mẫu.bangvang'), os.path.join(folder, 'phông.pdf')
    command = [cli, 'document', book, 'minutes', '--output', pdf]
    other = write_fonts(folder, 'other.conf', '/usr/share/fonts/truetype/noto')
    done = subprocess.run(command, env=other, capture_output=True, text=True, timeout=120)
    ok(done.returncode == 0 and 'Noto Serif' in done.stdout and 'Times New Roman' in done.stdout,
       f'another font stands in and is named: {done.stdout.splitlines()[-1]}')
    ok('NotoSerif' in run('pdffonts', pdf) and 'Nông Quốc Khánh' in run('pdftotext', pdf, '-'), 'its words can be found')
    before = open(pdf, 'rb').read()
    os.makedirs(os.path.join(folder, 'none'))
    none = write_fonts(folder, 'none.conf', os.path.join(folder, 'none'))
    done = subprocess.run(command, env=none, capture_output=True, text=True, timeout=120)
    ok(done.returncode == 1 and 'Liberation Serif' in done.stderr and len(done.stderr.splitlines()) == 1,
       f'no font: one sentence: {done.stderr.strip()}')
    ok(open(pdf, 'rb').read() == before, 'and the old file stays')


def check_targets(cli, folder):
    """What cannot be written is told in one sentence that names it."""
    book = os.path.join(folder, 'mẫu.bangvang')
    for target in ('/proc/a.pdf', '/proc/a.fodt', os.path.join(folder, 'không có', 'a.pdf'), folder + '/a.doc'):
        done = subprocess.run([cli, 'document', book, 'launch', '--output', target], capture_output=True, text=True, timeout=120)
        ok(done.returncode == 1 and len(done.stderr.splitlines()) == 1 and os.path.basename(target) in done.stderr,
           f'{target}: {done.stderr.strip()}')


def main():
    folder = tempfile.mkdtemp(prefix='bang-vang-documents-')
    try:
        check_all(os.path.abspath(sys.argv[1]), folder)
        check_other_fonts(os.path.abspath(sys.argv[1]), folder)
        check_targets(os.path.abspath(sys.argv[1]), folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f'1..{count}')
    sys.exit(failed > 0)


main()
