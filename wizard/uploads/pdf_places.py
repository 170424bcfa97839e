"""Where each object of a PDF stands, by its bytes: a reader that finds its table bad goes by these (7.5.4).

What a table names was judged with it. All else is judged as such a reader finds it; and no object may stand twice but
where the file was saved once more (7.5.6), as each of these was judged for itself.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

import pikepdf

from wizard.uploads.kinds import BROKEN, TOO_MUCH, UnfitError

SPACES, DIGITS = b"\0\t\n\f\r ", b"0123456789+-."
OBJECT = re.compile(rb"obj")
"""Anywhere: some readers look at beginnings of lines only."""
HEADER = re.compile(rb"(?<![0-9+.\-])([0-9+.\-]++)[\0\t\n\f\r ]++[0-9+.\-]++[\0\t\n\f\r ]*+\Z")
"""What stands before it, where it begins an object: a number and how often that was given."""
NEAR = 32
"""Bytes before it that are looked at first."""
REMARK = re.compile(rb"%[^\r\n]*+")
"""It may stand between the words of a header; and in a text what looks like one is none: both ways are read."""
LEADING = re.compile(rb"[\0\t\n\f\r ]*+")
END = re.compile(rb"startxref[\0\t\n\f\r ]++([0-9]++)[\0\t\n\f\r ]++%%EOF")
TABLE = b"startxref"
FIRST, ORDERED = 1024, b"/Linearized"
"""In its first bytes a file says that it is ordered for the net: its first end is none (annex F)."""
MOST_TIMES = 50
"""So often may a file have been saved once more: each time is read for itself."""
PLAIN, PACKED = 1, 2
STREAM_OF_OBJECTS = "/ObjStm"


class Places:
    """Of one file, which is opened as it was at each of ``ends``."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        blank = REMARK.sub(lambda remark: b" " * len(remark[0]), content)
        found = dict(_headers(content)) | dict(_headers(blank))
        if not all(number.isdigit() for number in found.values()):
            raise UnfitError(BROKEN)
        self._headers = {at: int(number) for at, number in found.items()}
        self._named, self._inside = set[tuple[int, int]](), set[tuple[int, int]]()
        self._packed = set[tuple[int, int]]()
        self.ends = self._found_ends()

    def _found_ends(self) -> list[int]:
        """Where it was whole each time, the last of all at its very end."""
        told = list(END.finditer(self._content))[ORDERED in self._content[:FIRST] :]
        ends = [one.end() for one in told if int(one[1])]
        if len(ends) > MOST_TIMES:
            raise UnfitError(TOO_MUCH)
        return [*ends[:-1], len(self._content)]

    def note(self, pdf: pikepdf.Pdf) -> None:
        """What the table of one time names was judged with it."""
        at = self._note_packed(pdf)
        for (number, _), entry in pdf.get_xref_table().items():
            if entry.type == PLAIN:
                self._named.add((number, self._begin(entry.offset)))
            elif entry.type == PACKED:
                self._inside.add((number, at.get(entry.obj_stream_number or 0, -1)))

    def _note_packed(self, pdf: pikepdf.Pdf) -> dict[int, int]:
        """Where each stream of objects stands, by its number; which numbers are in it is kept."""
        at, table = dict[int, int](), pdf.get_xref_table()
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Type") == STREAM_OF_OBJECTS:
                entry = table[one.objgen]
                at[one.objgen[0]] = place = self._begin(entry.offset)
                told = one.read_bytes()[: int(one.First)].split()
                self._packed.update((int(number), place) for number in told[: 2 * int(one.N) : 2])
        return at

    def _begin(self, offset: int | None) -> int:
        """Tables may point to the space before."""
        found = LEADING.match(self._content, offset or 0)
        return found.end() if found else 0

    def unnamed(self) -> set[tuple[int, int]]:
        """What stands somewhere and is in no table, by number and place."""
        return {(number, at) for at, number in self._headers.items()} - self._named

    def without_table(self) -> bytes:
        """The file as it is for a reader that finds no table."""
        return self._content.replace(TABLE, b"#" * len(TABLE))

    def found_in(self, pdf: pikepdf.Pdf) -> None:
        """``UnfitError`` where there is more than the file without its table shows, which was judged too."""
        self._note_packed(pdf)
        shown = {
            (number, self._begin(entry.offset))
            for (number, _), entry in pdf.get_xref_table().items()
            if entry.type == PLAIN
        }
        if self.unnamed() - shown:
            raise UnfitError(BROKEN)

    def refuse_twice(self) -> None:
        each = [*((number, at) for at, number in self._headers.items()), *self._packed]
        times = Counter((number, bisect_right(self.ends, at)) for number, at in each)
        if any(count > 1 for count in times.values()) or self._packed - self._inside:
            raise UnfitError(BROKEN)


def _headers(text: bytes) -> Iterator[tuple[int, bytes]]:
    """The place and number of whatever may begin an object."""
    for one in OBJECT.finditer(text):
        before, size = b"", NEAR
        while len(before) < one.start() and not before.rstrip(SPACES + DIGITS):
            before, size = text[max(0, one.start() - size) : one.start()], size * 2
        if found := HEADER.search(before):
            yield one.start() - len(before) + found.start(1), found[1]
