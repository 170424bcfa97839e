"""What lies packed in a stream of objects (7.5.7): each reader must find the same there, however it goes about it."""

from itertools import pairwise

import pikepdf

from wizard.uploads.kinds import BROKEN, UnfitError
from wizard.uploads.pdf_unpacked import unpacked

STREAM_OF_OBJECTS = "/ObjStm"


def numbers_and_pieces(stream: pikepdf.Stream) -> tuple[list[int], list[bytes]]:
    """The number of each object in it, and its bytes up to the next one.

    ``UnfitError`` where it does not say of all its bytes whose they are: some readers go by what it says, others take
    one object after the other.
    """
    content, first = unpacked(stream), int(stream.First)
    told = list(map(int, content[:first].split()))
    numbers, begins = told[::2], [first + at for at in told[1::2]]
    stops = [*begins[1:], len(content)]
    if (
        len(told) != 2 * int(stream.N)
        or len(set(numbers)) < len(numbers)
        or any(begin >= stop for begin, stop in pairwise([*begins, len(content)]))
        or content[first : (begins or [first])[0]].strip()
    ):
        raise UnfitError(BROKEN)
    return numbers, [content[begin:stop] for begin, stop in zip(begins, stops, strict=True)]
