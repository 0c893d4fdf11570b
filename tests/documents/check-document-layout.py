#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the PDF files against the rows of the layout table of Nghị định 30/2020/NĐ-CP that boxes of words do not show: faces
and colours, first lines, pitch, room between paragraphs, straight right edges, the lines drawn under headings, pages of
their own for lists, symbols. Usage: check-document-layout.py CLI. Speaks TAP."""
import contextlib
import itertools
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MM = 72 / 25.4
LEFT, RIGHT, INDENT = 30 * MM, 15 * MM, 12.7 * MM
BODY = 14  # points
SINGLE = 1.15  # what a word processor calls single, of the size of Times New Roman
DOTS = 144  # an inch, of the picture in which drawn lines are looked for
count = failed = 0


def ok(good, what):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} {what}", flush=True)


def run(*command, text=True):
    return subprocess.run(command, check=True, capture_output=True, text=text, timeout=120).stdout


class Line:
    """Words of one height: where they stand and what faces they wear."""

    def __init__(self, x1, y1, x2, y2):
        self.x1, self.y1, self.x2, self.y2 = x1, y1, x2, y2
        self.text = ''
        self.faces = set()  # of 'bold', 'italic', 'bold italic', 'plain'


def read_lines(pdf):
    """Of every page the lines from top to bottom; what stands far apart on one height is two lines."""
    tree = ElementTree.fromstring(re.sub(r'<!DOCTYPE[^>]*>', '', run('pdftohtml', '-xml', '-i', '-stdout', '-zoom', '1', pdf)))
    colours = {font.get('color') for font in tree.iter('fontspec')}
    pages = []
    for page in tree.iter('page'):
        lines = []
        for part in page.iter('text'):
            x, y, width, height = (float(part.get(key)) for key in ('left', 'top', 'width', 'height'))
            words = ''.join(part.itertext())
            line = next((one for one in lines if abs(one.y1 - y) <= 2 and abs(one.x2 - x) < 14), None)
            if line is None:
                line = Line(x, y, x, y + height)
                lines.append(line)
            line.text += words
            line.x2 = max(line.x2, x + width)
            if words.strip():
                face = ' '.join(name for tag, name in (('b', 'bold'), ('i', 'italic')) if part.find('.//' + tag) is not None)
                line.faces.add(face or 'plain')
        pages.append(lines)
    return pages, colours


def read_boxes(pdf):
    """Of every page its lines as exact boxes (x1, y1, x2, words)."""
    tree = ElementTree.fromstring(re.sub(r'<!DOCTYPE[^>]*>', '', run('pdftotext', '-bbox', pdf, '-')))
    space = '{http://www.w3.org/1999/xhtml}'
    pages = []
    for page in tree.iter(space + 'page'):
        rows = {}
        for word in page.iter(space + 'word'):
            box = [float(word.get(key)) for key in ('xMin', 'yMin', 'xMax')]
            row = next((y for y in rows if abs(y - box[1]) < 1), box[1])
            rows.setdefault(row, []).append((box[0], box[2], word.text))
        pages.append([(min(w[0] for w in words), y, max(w[1] for w in words), ' '.join(w[2] for w in words))
                      for y, words in sorted(rows.items())])
    return pages


def check_face(name, lines, phrase, face, whole=True):
    found = [one for one in lines if (one.text.strip().startswith(phrase) if whole else phrase in one.text)]
    ok(found and all(one.faces == {face} for one in found), f'{name}: “{phrase}” is {face}: {[one.faces for one in found]}')


def check_faces(name, pages, colours, title, signer):
    first, every = pages[0], [one for page in pages for one in page]
    ok(colours == {'#000000'}, f'{name}: black letters {colours}')
    # Quốc hiệu, Tiêu ngữ; cơ quan chủ quản, cơ quan ban hành; số, ký hiệu; địa danh, thời gian; tên loại, trích yếu
    check_face(name, first, 'CỘNG HÒA XÃ HỘI', 'bold')
    check_face(name, first, 'Độc lập - Tự do', 'bold')
    check_face(name, first, 'ỦY BAN NHÂN DÂN', 'plain')
    check_face(name, first, 'SỞ NGOẠI VỤ TỈNH LẠNG SƠN', 'bold')
    check_face(name, first, 'Số:', 'plain')
    check_face(name, first, 'Lạng Sơn, ngày', 'italic')
    check_face(name, first, title, 'bold')
    below = [one for one in first if one.y1 > next(o.y1 for o in first if o.text.strip().startswith(title)) + 5]
    ok(below[0].faces == {'bold'}, f'{name}: what it is about is bold: “{below[0].text}”')
    # Nơi nhận; chức vụ, họ tên người ký; số trang văn bản
    check_face(name, every, 'Nơi nhận:', 'bold italic')
    check_face(name, every, '- Lưu: VT', 'plain')
    check_face(name, every, signer, 'bold')
    check_face(name, every, 'Nông Quốc Khánh', 'bold')
    for number, page in enumerate(pages[1:], 2):
        if not page[0].text.startswith('Phụ lục'):
            check_face(name, page[:1], str(number), 'plain')


def check_bases(name, pages):
    """Căn cứ ban hành: each basis in italics, a semicolon after it, a full stop after the last."""
    text = ' '.join(one.text for page in pages for one in page if one.faces == {'italic'})
    bases = re.findall(r'((?:Căn cứ|Xét đề nghị) .*?[;.])(?= |$)', text)
    ok(len(bases) >= 3 and all(one.endswith(';') for one in bases[:-1]) and bases[-1].endswith('.'),
       f'{name}: {len(bases)} bases, “;” after each, “.” after the last')


def check_paragraphs(name, boxes, width):
    """Nội dung văn bản: first lines, pitch, room between paragraphs and straight edges, in the running text."""
    pitches, gaps, edges = [], [], []
    for lines in boxes:
        text = list(itertools.takewhile(lambda one: not one[3].startswith('Nơi nhận:'), lines))
        for above, below in zip(text, text[1:]):
            step = below[1] - above[1]
            starts = abs(above[0] - LEFT - INDENT) < 1.5
            if (starts or abs(above[0] - LEFT) < 1.5) and abs(below[0] - LEFT) < 1.5 and step < 1.6 * BODY:
                pitches.append(step / BODY / SINGLE)
                edges.append(above[2] - (width - RIGHT))
            elif abs(below[0] - LEFT - INDENT) < 1.5 and (starts or abs(above[0] - LEFT) < 1.5) and step < 3 * BODY:
                gaps.append(step)
    ok(len(pitches) > 5 and all(1 <= one <= 1.5 for one in pitches),
       f'{name}: pitch single to one and a half: {min(pitches):.2f} to {max(pitches):.2f}')
    pitch = pitches[0] * BODY * SINGLE
    ok(len(gaps) > 3 and min(gaps) - pitch >= 5.9, f'{name}: at least 6 points between paragraphs: {min(gaps) - pitch:.1f}')
    ok(max(abs(one) for one in edges) < 1.5, f'{name}: lines end at the right margin, {max(abs(one) for one in edges):.1f} points off')
    ok(10 * MM <= INDENT <= 12.7 * MM + 0.1, f'{name}: first lines 1 to 1,27 cm in')


def read_picture(pdf):
    """Page 1 as rows of grey."""
    data = run('pdftoppm', '-r', str(DOTS), '-gray', '-f', '1', '-l', '1', pdf, text=False)
    kind, width, height, _ = data.split(maxsplit=4)[:4]
    assert kind == b'P5'
    width, height = int(width), int(height)
    pixels = data[-width * height:]
    return [pixels[y * width:(y + 1) * width] for y in range(height)]


def find_rule(picture, x1, x2, y1, y2):
    """The longest dark run in a box, in points: (left, right)."""
    scale, best = DOTS / 72, (0, 0)
    for row in picture[int(y1 * scale):int(y2 * scale)]:
        part = row[int(x1 * scale):int(x2 * scale)]
        for dark in re.finditer(rb'[\x00-\x9f]{12,}', part):
            if dark.end() - dark.start() > best[1] - best[0]:
                best = (dark.start(), dark.end())
    return tuple(x1 + one / scale for one in best)


def check_rule(name, picture, line, what, least, most):
    left, right = find_rule(picture, line.x1 - 40, line.x2 + 40, line.y2, line.y2 + 9)
    share = (right - left) / (line.x2 - line.x1)
    ok(least <= share <= most, f'{name}: the line under {what} is {share:.2f} of its length')
    ok(abs((left + right) - (line.x1 + line.x2)) < 6, f'{name}: in the middle under it')


def check_rules(name, pdf, first, title):
    """Tiêu ngữ: a line as long as it; cơ quan ban hành: a third to a half of it; trích yếu: a short one."""
    picture = read_picture(pdf)

    def find(start):
        return next(one for one in first if one.text.strip().startswith(start))
    check_rule(name, picture, find('Độc lập - Tự do'), 'the motto', 0.96, 1.06)
    check_rule(name, picture, find('SỞ NGOẠI VỤ TỈNH LẠNG SƠN'), 'the issuing body', 0.32, 0.51)
    top = find(title)
    subject = [one for one in first if one.y1 > top.y1 + 5 and one.faces == {'bold'} and one.y1 - top.y1 < 45][-1]
    check_rule(name, picture, subject, 'what it is about', 0.05, 0.6)


# What stands before the office's own sign: the abbreviations of kinds of document of annex III, and what the movement says.
SYMBOLS = {'launch': 'PĐ', 'submission': 'TTr', 'decision': 'QĐ', 'report': 'BC'}

def check_symbol(name, first):
    """Số, ký hiệu: “Số:”, room or digits, a stroke, the abbreviation of the kind, a dash without spaces, the office."""
    found = [one.text.strip() for one in first if one.text.strip().startswith('Số:')]
    ok(len(found) == 1 and re.fullmatch(rf'Số: ?(?:\d{{2,}}|\s*)/{SYMBOLS[name]}-SNgV', found[0]),
       f'{name}: its symbol is {SYMBOLS[name]}-SNgV: {found}')


def check_minutes(cli, book, folder):
    """Minutes of the council have room for a number and the council's sign; those of the counting go with them."""
    for name, expected in (('minutes', [r'Số: */BB-HĐTĐKT']), ('counting', [])):
        pdf = os.path.join(folder, name + '.pdf')
        run(cli, 'document', book, name, '--output', pdf)
        found = [one.text.strip() for one in read_lines(pdf)[0][0] if one.text.strip().startswith('Số:')]
        ok(len(found) == len(expected) and all(re.fullmatch(e, f) for e, f in zip(expected, found)),
           f'{name}: its number and symbol: {found}')


def check_number(cli, book, folder):
    """A number below ten gets a nought before it, and the symbol stays."""
    with contextlib.closing(sqlite3.connect(book)) as office, office:
        decision, movement = office.execute('select decision.id, movement.title from decision join movement on movement.id = movement_id').fetchone()
        office.execute("update decision set number = '5' where id = ?", (decision,))
    pdf = os.path.join(folder, 'numbered.pdf')
    run(cli, 'document', book, 'decision', '--movement', movement, '--decision', '5', '--output', pdf)
    found = [one.text.strip() for one in read_lines(pdf)[0][0] if one.text.strip().startswith('Số:')]
    ok(found == ['Số: 05/QĐ-SNgV'], f'decision: number 5 is written {found}')


DOCUMENTS = {'launch': ('PHÁT ĐỘNG', 'GIÁM ĐỐC'), 'submission': ('TỜ TRÌNH', 'CHỦ TỊCH'),
             'decision': ('QUYẾT ĐỊNH', 'GIÁM ĐỐC'), 'report': ('BÁO CÁO', 'GIÁM ĐỐC')}


def check_all(cli, folder):
    book = os.path.join(folder, 'mẫu.bangvang')
    shutil.copy(os.environ['BV_SAMPLE'], book)
    for name, (title, signer) in DOCUMENTS.items():
        pdf = os.path.join(folder, name + '.pdf')
        run(cli, 'document', book, name, '--output', pdf)
        pages, colours = read_lines(pdf)
        boxes = read_boxes(pdf)
        check_faces(name, pages, colours, title, signer)
        check_rules(name, pdf, pages[0], title)
        check_symbol(name, pages[0])
        if name in ('launch', 'decision', 'submission'):
            check_bases(name, pages[:1])
        if name == 'launch':
            check_paragraphs(name, boxes, 210 * MM)
        if name == 'decision':
            # Phụ lục: a page of its own without a number, its word and its title in bold, what it belongs to in italics
            words = [(one.text.strip(), one.faces) for one in pages[-1][:3]]
            ok(words[0] == ('Phụ lục', {'bold'}) and words[1] == ('DANH SÁCH KHEN THƯỞNG', {'bold'})
               and words[2][0].startswith('(Kèm theo') and words[2][1] == {'italic'}, f'decision: its list is an annex {words}')
    check_minutes(cli, book, folder)
    check_number(cli, book, folder)


def main():
    folder = tempfile.mkdtemp(prefix='bang-vang-layout-')
    os.environ['BANG_VANG_LANGUAGE'] = 'vi'
    try:
        check_all(os.path.abspath(sys.argv[1]), folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f'1..{count}')
    sys.exit(failed > 0)


main()
