"""A PDF in which one reader finds what another does not: an object, or the value of a key, that stands twice."""

import struct
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from tests import hostile
from tests.sendable import pdf
from tests.unit.wizard.unfit import why_unfit
from wizard.uploads.kinds import ACTIVE, BROKEN
from wizard.uploads.pdfs import look_through

CATALOG, RUNS = b"<</Type/Catalog/Pages 2 0 R>>", b"/OpenAction<</S/JavaScript/JS(a)>>"
ORDERED = b"<</Linearized 1" + CATALOG[2:]
EVIL = CATALOG[:-2] + RUNS + b">>"
PAGES = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 595 842]>>"


def numbered(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def file(catalog: bytes = CATALOG, page: bytes = PAGE, unnamed: bytes = b"", line: bytes = b" \n") -> bytes:
    """Written by hand, with what its table does not name, and so ended lines of the table."""
    made, places = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate((catalog, PAGES, page), 1):
        places.append(len(made))
        made += numbered(number, body)
    made += unnamed
    table = b"".join(b"%010d 00000 n%s" % (place, line) for place in places)
    head = b"xref\n0 4\n0000000000 65535 f%s" % line
    return made + head + table + ending(b"/Size 4", len(made))


def ending(told: bytes, table: int) -> bytes:
    return b"trailer\n<<%s/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (told, table)


def saved(before: bytes, *bodies: bytes) -> bytes:
    """Once more, with another catalog; of several its table names the first."""
    table = len(before) + sum(len(numbered(1, one)) for one in bodies)
    start = before[before.rindex(b"startxref") + 9 :].split()[0]
    told = b"xref\n1 1\n%010d 00000 n \n" % len(before)
    objects = b"".join(numbered(1, one) for one in bodies)
    return before + objects + told + ending(b"/Size 4/Prev " + start, table)


def written_as(**saving: object) -> bytes:
    return hostile.changed(lambda _: None, **saving)


def as_word_writes_it() -> bytes:
    """Twice ended: what lies packed is named by a stream to which the second end alone leads (7.5.8.4)."""
    packed = b"5 0 <</S/P>>"
    stream = b"<</Type/ObjStm/N 1/First 4/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    made, places = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate((CATALOG, PAGES, PAGE, stream), 1):
        places.append(len(made))
        made += numbered(number, body)
    rows = [(0, 0, 255), *((1, place, 0) for place in places), (2, 4, 0)]
    table = b"".join(struct.pack(">BIB", *row) for row in rows)
    streamed = len(made)
    told = b"<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length %d>>\nstream\n%s\nendstream" % (len(table), table)
    made += numbered(6, told)
    first, free = len(made), b"%010d 65535 f\r\n"
    plain = b"".join(b"%010d 00000 n\r\n" % place for place in places)
    made += b"xref\n0 6\n" + free % 5 + plain + free % 0 + ending(b"/Size 6", first)
    return made + b"xref\n0 0\n" + ending(b"/Size 6/Prev %d/XRefStm %d" % (first, streamed), len(made))


def scanned() -> bytes:
    """Page by page, saved once more for each."""
    made = BytesIO()
    for append in (False, True):
        Image.new("L", (50, 50)).save(made, "PDF", append=append)
    return made.getvalue()


PACKED, SHORT = pikepdf.ObjectStreamMode.generate, b"\n"
KEYS = b"".join(b"/K%d 0" % number for number in range(40))
TWICE = PAGE[:-2] + b"/Annots[<</S/Launch>>]" + KEYS + b"/Annots[]>>"
HIDDEN = {
    "twice, by a table of short lines": (file(unnamed=numbered(1, EVIL), line=SHORT), ACTIVE),
    "twice, by a whole table": (file(unnamed=numbered(1, CATALOG)), BROKEN),
    "twice when saved once more": (saved(file(), CATALOG, CATALOG), BROKEN),
    "before it was saved once more": (saved(file(EVIL), CATALOG), ACTIVE),
    "in between": (saved(saved(file(), EVIL), CATALOG), ACTIVE),
    "in no table": (file(unnamed=numbered(9, EVIL)), ACTIVE),
    "in no table, on no line of its own": (file(unnamed=b"endobj " + numbered(9, EVIL)), BROKEN),
    "in no table, around remarks": (file(unnamed=b"9%a\n0%b\nobj " + EVIL + b" endobj\n"), ACTIVE),
    "a number that is none": (file(unnamed=b"+" + numbered(9, CATALOG)), BROKEN),
    "a key twice": (file(CATALOG[:-2] + b"/Names<</JavaScript 9 0 R>>" + KEYS + b"/Names<<>>>>"), BROKEN),
    "a key of a page twice": (file(page=TWICE), BROKEN),
    "any key twice": (file(page=PAGE[:-2] + b"/Rotate 0/Rotate 0>>"), BROKEN),
    "a table somewhere else": (file().replace(b"startxref\n", b"startxref\n1"), BROKEN),
    "a length that is none": (pdf().replace(b"/Length ", b"/Length 9"), BROKEN),
}
HONEST = {
    "by hand": file(),
    "short lines": file(line=SHORT),
    "without resources": file(page=b"<</Type/Page/Parent 2 0 R>>"),
    "left over": file(unnamed=numbered(9, b"<</Left/Over>>")),
    "saved again and again": saved(saved(file(), CATALOG), CATALOG),
    "ordered for the net": written_as(linearize=True),
    "ordered, then saved": saved(file(ORDERED, unnamed=b"startxref\n0\n%%EOF\n"), CATALOG),
    "packed": written_as(object_stream_mode=PACKED),
    "ordered and packed": written_as(linearize=True, object_stream_mode=PACKED),
    "packed, with data": hostile.carrying("a.json", b"{}", "application/json", object_stream_mode=PACKED),
    "with remarks": written_as(qdf=True),
    "by Word": as_word_writes_it(),
    "by a scanner": scanned(),
    "ended by one sign": pdf().replace(b"stream\n%", b"stream\r%"),
}


@pytest.mark.parametrize("what", HIDDEN)
def test_a_087_what_one_reader_finds_and_another_does_not_is_refused(what: str) -> None:
    content, why = HIDDEN[what]
    assert why_unfit(look_through, content) == why


@pytest.mark.parametrize("what", HONEST)
def test_what_programs_write_in_their_own_ways_is_taken(what: str) -> None:
    assert why_unfit(look_through, HONEST[what]) == ""
