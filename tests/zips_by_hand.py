"""ZIP files written byte by byte, so that any of what they tell may be untrue (APPNOTE 6.3.10)."""

import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

DEFLATED = zipfile.ZIP_DEFLATED
AFTERWARDS = 0x8
MARK = b"PK\x07\x08"
"""Of what is told after the content."""


@dataclass(frozen=True)
class Entry:
    """As the list has it; what is told before the content is the same where nothing else is said."""

    name: bytes
    whole: bytes
    flags: int = 0
    method: int = DEFLATED
    content: bytes | None = None
    """As it stands in the file, where it is not packed as the method says."""
    told: tuple[int, int, int] | None = None
    """Checksum, packed and whole size."""
    told_before: tuple[int, int, int] | None = None
    mark: bytes = b"PK\3\4"
    name_before: bytes | None = None
    flags_before: int | None = None
    method_before: int | None = None
    fields: bytes = b""
    fields_before: bytes = b""
    remark: bytes = b""
    disk: int = 0
    between: bytes = b""
    """What stands before it and belongs to none."""
    after: bytes = b""

    @property
    def packed(self) -> bytes:
        if self.content is not None:
            return self.content
        return deflated(self.whole) if self.method == DEFLATED else self.whole

    @property
    def sizes(self) -> tuple[int, int, int]:
        return self.told or (zlib.crc32(self.whole), len(self.packed), len(self.whole))

    def before(self) -> bytes:
        flags = self.flags if self.flags_before is None else self.flags_before
        method = self.method if self.method_before is None else self.method_before
        name = self.name if self.name_before is None else self.name_before
        lengths = len(name), len(self.fields_before)
        sizes = self.told_before or self.sizes
        told = struct.pack("<4s5H3L2H", self.mark, 20, flags, method, 0, 33, *sizes, *lengths)
        return told + name + self.fields_before

    def listed(self, at: int) -> bytes:
        lengths = len(self.name), len(self.fields), len(self.remark)
        told = struct.pack(
            "<4s6H3L3H", b"PK\1\2", 20, 20, self.flags, self.method, 0, 33, *self.sizes, *lengths
        )
        return told + struct.pack("<2H2L", self.disk, 0, 0, at) + self.name + self.fields + self.remark


@dataclass(frozen=True)
class End:
    """The end record, where it tells something else than what is there; and what stands about it."""

    disks: tuple[int, int] = (0, 0)
    more: tuple[int, int] = (0, 0)
    """So many entries more than there are, here and in all."""
    size: int | None = None
    at: int | None = None
    cut: int = 0
    """So many bytes of the list are left out at its end."""
    before_list: bytes = b""
    before: bytes = b""
    remark: bytes = b""
    remark_there: int | None = None
    """So much of the remark stands there."""
    after: bytes = b""


def entries_of(content: bytes) -> list[Entry]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return [Entry(name.encode(), packed.read(name)) for name in packed.namelist()]


def deflated(whole: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(whole) + packer.flush()


def afterwards(sizes: tuple[int, int, int], mark: bytes = MARK, form: str = "<3L") -> bytes:
    """What is told after the content by whoever writes to a stream."""
    return mark + struct.pack(form, *sizes)


def field(kind: int, content: bytes) -> bytes:
    return struct.pack("<2H", kind, len(content)) + content


def entries_and_list(entries: Sequence[Entry], start: int = 0) -> tuple[bytes, bytes]:
    """As they stand from so many bytes on: each after the other, and then the list of them."""
    stands, listed = b"", b""
    for one in entries:
        stands += one.between
        listed += one.listed(start + len(stands))
        stands += one.before() + one.packed + one.after
    return stands, listed


def end_record(number: int, size: int, at: int, end: End | None = None) -> bytes:
    end = end or End()
    numbers = [number + more for more in end.more]
    told = struct.pack("<4s4H2LH", b"PK\5\6", *end.disks, *numbers, size, at, len(end.remark))
    return told + end.remark[: end.remark_there] + end.after


def package(entries: Sequence[Entry], end: End | None = None) -> bytes:
    end = end or End()
    stands, listed = entries_and_list(entries)
    stands, listed = stands + end.before_list, listed[: len(listed) - end.cut]
    size = len(listed) if end.size is None else end.size
    at = len(stands) if end.at is None else end.at
    return stands + listed + end.before + end_record(len(entries), size, at, end)


def two_packages(first: Sequence[Entry], second: Sequence[Entry]) -> bytes:
    """By the place that is told, and from the first byte on, it is the first; by the size that is told the second."""
    stands, listed = entries_and_list(first)
    shift = len(stands)  # whoever finds the list later than told takes all places for later too
    begin = len(stands) + len(listed)
    others, _ = entries_and_list(second, begin)
    moved = begin + len(others) - shift
    _, other_list = entries_and_list(second, begin - moved)
    return stands + listed + others + other_list + end_record(len(second), len(other_list), shift)


def two_ends(first: Sequence[Entry], second: Sequence[Entry]) -> bytes:
    """The end record tells of the first, and another one, of larger numbers, of the second."""
    stands, listed = entries_and_list(first)
    others, other_list = entries_and_list(second, len(stands) + len(listed))
    begin = len(stands) + len(listed) + len(others)
    number, size = len(second), len(other_list)
    large = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, number, number, size, begin)
    leads = struct.pack("<4sLQL", b"PK\6\7", 0, begin + size, 1)
    return (
        stands
        + listed
        + others
        + other_list
        + large
        + leads
        + end_record(len(first), len(listed), len(stands))
    )


def list_in_an_entry(entries: Sequence[Entry], other_name: bytes) -> bytes:
    """By the place that is told the list begins with an entry of the other name; by its size, inside the last entry."""
    first, *middle, last = entries
    other = replace(first, name=other_name).listed(0)
    shift = len(first.listed(0))  # whoever finds the list earlier than told takes all places for earlier too
    hidden = replace(first, remark=other).listed(shift)[:shift]
    last = replace(last, whole=last.whole + hidden, method=0)
    stands, _ = entries_and_list([first, *middle, last])
    _, listed = entries_and_list([first, *middle, last], shift)
    rest = other + listed[shift:]
    return stands + rest + end_record(len(entries), len(rest) + shift, len(stands))


def behind_the_end(first: Entry, second: Entry) -> bytes:
    """The first goes as far as the file does, and there the second is said to begin."""
    size = len(first.before()) + len(first.listed(0) + second.listed(0) + end_record(0, 0, 0))
    content = size - len(first.before())
    first = replace(first, method=0, content=b"", told=(0, content, content))
    listed = first.listed(0) + second.listed(size)
    return first.before() + listed + end_record(2, len(listed), len(first.before()))
