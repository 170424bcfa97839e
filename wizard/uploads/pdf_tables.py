"""Where the tables of a PDF say that they stand, and the dictionaries after them (7.5.4, 7.5.5), by its bytes.

A reader that doubts any of it makes a table of its own, by whatever looks like an object or a trailer to it.
"""

import re
from itertools import islice, pairwise

import pikepdf

from wizard.uploads.kinds import BROKEN, TOO_MUCH, UnfitError
from wizard.uploads.pdf_unpacked import unpacked

TOLD = b"startxref"
END = re.compile(rb"startxref[\0\t\n\f\r ]++([0-9]++)[\0\t\n\f\r ]*+(?:%%EOF|\Z)")
FIRST, ORDERED = 1024, b"/Linearized"
"""In its first bytes a file says that it is ordered for the net: its first end is none (annex F)."""
TABLE = re.compile(rb"[\0\t\n\f\r ]*+(?:xref|[0-9]++ [0-9]++ obj)")
MOST_TIMES = 50
"""So often may a file have been saved once more: each time is read for itself."""
TRAILER = re.compile(rb"trailer(?:[\0\t\n\v\f\r \x80\xa0\xff]++|%(?:(?!trailer)[^\r\n])*+[\r\n])*+(?:(<<)|%)")
"""With its dictionary; one in whose remark another stands (or that ends the file) is no program's."""
ROWS = re.compile(rb"xref[0-9nf\0\t\n\v\f\r \x80\xa0\xff]++")
IN_USE = re.compile(rb"(?:xref|[nf])\W*+0++\W++\d++\W++\d++\W++\d++\W*+n")
"""Object 0, which is none: the first row of what begins with it."""
STREAM_OF_TABLE = "/XRef"


def ends(content: bytes) -> list[int]:
    """Where it was whole each time, the last of all at its very end. ``UnfitError`` where one is told otherwise."""
    if content.count(TOLD) > MOST_TIMES + 1:
        raise UnfitError(TOO_MUCH)
    told = list(END.finditer(content))
    if len(told) != content.count(TOLD):
        raise UnfitError(BROKEN)
    if told and ORDERED in content[:FIRST]:
        first = int(told.pop(0)[1])
        if first and not TABLE.match(content, first):
            raise UnfitError(BROKEN)
    each = [one.end() for one in told]
    return [*each[:-1], len(content)]


def trailers(content: bytes) -> list[bytes]:
    """The dictionary after each such word, whoever names it, with all that stands before what must come next."""
    most = 2 * MOST_TIMES
    found = list(islice(TRAILER.finditer(content), most + 1))
    if len(found) > most:
        raise UnfitError(TOO_MUCH)
    if not all(one[1] for one in found):
        raise UnfitError(BROKEN)
    return [
        content[begin:then].partition(TOLD)[0]
        for begin, then in pairwise([*(one.start(1) for one in found), len(content)])
    ]


def refuse_object_zero(content: bytes) -> None:
    """``UnfitError`` where a table says that it is in use: some readers doubt all of such a table."""
    if any(IN_USE.search(rows[0]) for rows in ROWS.finditer(content)):
        raise UnfitError(BROKEN)


def refuse_object_zero_in(table: pikepdf.Stream) -> None:
    """The same of a table that is a stream (7.5.8)."""
    widths, rows, at = [int(one) for one in table.W], unpacked(table), 0
    parts = [int(one) for one in table.get("/Index", [0, int(table.Size)])]
    for first, count in zip(parts[::2], parts[1::2], strict=True):
        if not first and count and any(rows[at : at + widths[0]] or b"\1"):
            raise UnfitError(BROKEN)
        at += count * sum(widths)
