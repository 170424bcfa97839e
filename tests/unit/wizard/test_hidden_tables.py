"""A PDF whose table one reader believes and another does not: that one goes by what its bytes look like."""

import struct
from collections.abc import Callable

import pytest

from tests.sendable import pdf
from tests.unit.wizard.test_hidden_objects import CATALOG, EVIL, ORDERED, PAGE, PAGES, file, numbered
from tests.unit.wizard.unfit import why_unfit
from wizard.uploads import pdf_headers
from wizard.uploads.kinds import ACTIVE, BROKEN, TOO_MUCH
from wizard.uploads.pdfs import look_through

HARMLESS = b"<</S/GoTo/D[3 0 R/Fit]>>"
TRAILER = b"<</Size 4/Root" + EVIL + b">>\n"
ZERO, IN_USE = b"0000000000 65535 f", b"0000000009 00000 n"
LED = file()[file().rindex(b"startxref") :]


def beside(header: bytes) -> bytes:
    """Another catalog in an object that seems to end later, if a text in it is taken for one and no remark."""
    return file(unnamed=b"4 0 obj\n<</T (%) >> endobj " + header + EVIL + b"\nendobj\n")


Pack = Callable[[bytes], tuple[bytes, bytes]]
"""What is said of how it is packed, and its bytes so."""


def as_it_is(content: bytes) -> tuple[bytes, bytes]:
    return b"", content


def packed(
    told: bytes = b"5 0 6 24 ",
    body: bytes = HARMLESS * 2,
    at: bytes = b"\0\1",
    zero: int = 0,
    by: tuple[Pack, Pack] = (as_it_is, as_it_is),
) -> bytes:
    """Objects 5 and 6 lie in object 4, at these places in turn; object 0 is of that kind, all packed in some way."""
    stream = b"<</Type/ObjStm/N 2/First %d%s/Length %d>>\nstream\n%s\nendstream"
    made, rows = b"%PDF-1.7\n", [(zero, 0, 0)]
    how, inside = by[0](told + body)
    for number, one in enumerate((CATALOG, PAGES, PAGE, stream % (len(told), how, len(inside), inside)), 1):
        rows.append((1, len(made), 0))
        made += numbered(number, one)
    rows += [*((2, 4, index) for index in at), (1, len(made), 0)]
    how, table = by[1](b"".join(struct.pack(">BIB", *row) for row in rows))
    head = b"<</Type/XRef/Size 8/W[1 4 1]/Root 1 0 R%s/Length %d>>\nstream\n%s\nendstream" % (
        how,
        len(table),
        table,
    )
    return made + numbered(7, head) + b"startxref\n%d\n%%%%EOF\n" % len(made)


HEADERS = {
    "a remark before its word": b"1 0 %\nobj\n",
    "a remark after its number": b"1 %\n0 obj\n",
    "remarks over many lines": b"1%a\r%2 0 obx\r 0 %\n\n%b\r\nobj\n",
    "a remark that may begin later": b"(9 0 %) 1 0 %\nobj\n",
    "a high sign for a space": b"1\x800 obj\n",
    "the highest sign for a space": b"1 0\xffobj\n",
    "an odd space": b"1\v0\xa0obj\n",
    "a number in another way": b"1. %\n0 obj\n",
    "a count in another way": b"1 %\n+0 obj\n",
    "a number too large": b"4294967297 %\n0 obj\n",
}
TABLES = {
    "a name for its place": (file() + b"startxref /0\n%%EOF\n", BROKEN),
    "a remark before its place": (file().replace(b"startxref\n", b"startxref%1\n"), BROKEN),
    "a sign before its place": (file().replace(b"startxref\n", b"startxref\n+"), BROKEN),
    "its place in a remark": (file() + b"%startxref x\n%%EOF\n", BROKEN),
    "nowhere, ordered for the net": (file(ORDERED, unnamed=b"startxref\n7\n%%EOF\n"), BROKEN),
    "object 0 in use": (file().replace(ZERO, IN_USE), BROKEN),
    "object 0 in use in a stream": (packed(zero=1), BROKEN),
    "a trailer of no table": (file(unnamed=b"trailer\n" + TRAILER), ACTIVE),
    "a trailer after all": (file() + b"trailer\n" + TRAILER + LED, ACTIVE),
    "a trailer around remarks": (file(unnamed=b"trailer%a\n\x80%b\r" + TRAILER), ACTIVE),
    "a trailer in a remark": (file(unnamed=b"%trailer" + TRAILER), ACTIVE),
    "a trailer in a text": (file(unnamed=numbered(4, b"(trailer " + TRAILER + b")")), ACTIVE),
    "a trailer in the remark of another": (file(unnamed=b"trailer %trailer\n" + TRAILER), BROKEN),
    "two dictionaries of a trailer": (file(unnamed=b"trailer <</Size 4>>" + TRAILER), BROKEN),
    "more trailers than times": (file(unnamed=b"trailer<<>>\n" * 101), TOO_MUCH),
    "one for another": (packed(at=b"\1\0"), BROKEN),
    "one that is not there": (packed(at=b"\0\2"), BROKEN),
    "one before all": (packed(b"5 24 6 48 ", HARMLESS * 3), BROKEN),
    "one in between": (packed(b"5 0 6 48 ", HARMLESS * 3), BROKEN),
    "one after all": (packed(b"5 0 6 24 ", HARMLESS * 3), BROKEN),
    "one twice": (packed(b"5 0 5 24 "), BROKEN),
    "more numbers than told": (packed(b"5 0 6 24 8 48 "), BROKEN),
}
SO_WRITTEN = {
    "packed": packed(),
    "a lorry": file(unnamed=numbered(4, b"<</T (En trailer, to trailere)/U (trailer)>>")),
    "a lorry on a page": pdf("trailer"),
    "a number before a remark": file(unnamed=b"%% Original object ID: 4 0 %\n" + numbered(4, b"(a)")),
    "many remarks": file(unnamed=b"%1 1\n" * 200_000 + numbered(4, b"(a)")),
    "ordered, led to its own table": file(ORDERED, unnamed=b"startxref\n9\n%%EOF\n"),
    "without an end": file().removesuffix(b"%%EOF\n"),
}
LONG = {
    "remarks in a header": b"%1 1\n" * 200_000 + b"0 obj\n",
    "numbers": b"1%" * 200_000 + b"\nobj\n",
    "words": b" obj" * 5_000,
}


@pytest.mark.parametrize("what", HEADERS)
def test_a_087_an_object_is_found_however_it_begins(what: str) -> None:
    assert why_unfit(look_through, beside(HEADERS[what])) == BROKEN


@pytest.mark.parametrize("what", TABLES)
def test_a_087_a_table_that_not_every_reader_believes_is_refused(what: str) -> None:
    content, why = TABLES[what]
    assert why_unfit(look_through, content) == why


@pytest.mark.parametrize("what", SO_WRITTEN)
def test_what_only_looks_like_more_is_taken(what: str) -> None:
    assert why_unfit(look_through, SO_WRITTEN[what]) == ""


@pytest.mark.parametrize("what", LONG)
def test_a_085_what_would_take_long_to_tell_is_refused_at_once(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In time that grows as the file does: were it by the square, this would take minutes."""
    monkeypatch.setattr(pdf_headers, "MOST_WORDS", 4_000)
    assert why_unfit(look_through, file(unnamed=LONG[what])) == TOO_MUCH
