"""Where each object of a PDF stands, by its bytes: a reader that finds its table bad goes by these (7.5.4).

What a table names was judged with it. All else is judged as such a reader finds it; and no object may stand twice but
where the file was saved once more (7.5.6), as each of these was judged for itself.
"""

import re
from bisect import bisect_right
from collections import Counter

import pikepdf

from wizard.uploads.kinds import BROKEN, UnfitError
from wizard.uploads.pdf_headers import headers
from wizard.uploads.pdf_packed import STREAM_OF_OBJECTS, numbers_and_pieces
from wizard.uploads.pdf_tables import STREAM_OF_TABLE, TOLD, ends, refuse_object_zero_in

LEADING = re.compile(rb"[\0\t\n\f\r ]*+")
PLAIN, PACKED = 1, 2


class Places:
    """Of one file, which is opened as it was at each of ``ends``."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        found = dict(headers(content))
        if not all(number.isdigit() for number in found.values()):
            raise UnfitError(BROKEN)
        self._headers = {at: int(number) for at, number in found.items()}
        self._named, self._inside = set[tuple[int, int]](), set[tuple[int, int]]()
        self._packed, self._pieces = set[tuple[int, int]](), dict[bytes, None]()
        self.ends = ends(content)

    def note(self, pdf: pikepdf.Pdf) -> None:
        """What the table of one time names was judged with it."""
        held = self._note_packed(pdf)
        for (number, _), entry in pdf.get_xref_table().items():
            if entry.type == PLAIN:
                self._named.add((number, self._begin(entry.offset)))
            elif entry.type == PACKED:
                at, numbers = held.get(entry.obj_stream_number or 0, (-1, []))
                index = entry.obj_stream_index or 0
                if numbers[index : index + 1] != [number]:  # some readers go by the one, some by the other
                    raise UnfitError(BROKEN)
                self._inside.add((number, at))

    def _note_packed(self, pdf: pikepdf.Pdf) -> dict[int, tuple[int, list[int]]]:
        """Where each stream of objects stands, by its number, and the numbers in it; these are kept, and its pieces."""
        held, table = dict[int, tuple[int, list[int]]](), pdf.get_xref_table()
        for one in (each for each in pdf.objects if isinstance(each, pikepdf.Stream)):
            if one.get("/Type") == STREAM_OF_TABLE:
                refuse_object_zero_in(one)
            elif one.get("/Type") == STREAM_OF_OBJECTS:
                numbers, pieces = numbers_and_pieces(one)
                place = self._begin(table[one.objgen].offset)
                held[one.objgen[0]] = place, numbers
                self._packed.update((number, place) for number in numbers)
                self._pieces |= dict.fromkeys(pieces)
        return held

    def _begin(self, offset: int | None) -> int:
        """Tables may point to the space before."""
        found = LEADING.match(self._content, offset or 0)
        return found.end() if found else 0

    def packed(self) -> list[bytes]:
        """Each object of the streams of objects, as it lies there."""
        return list(self._pieces)

    def unnamed(self) -> set[tuple[int, int]]:
        """What stands somewhere and is in no table, by number and place."""
        return {(number, at) for at, number in self._headers.items()} - self._named

    def without_table(self) -> bytes:
        """The file as it is for a reader that finds no table."""
        return self._content.replace(TOLD, b"#" * len(TOLD))

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
