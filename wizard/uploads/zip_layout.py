"""Whether a ZIP file is the same to every program (PKWARE's APPNOTE 6.3.10; the sections are named below).

Some go by the list at its end, some begin at its first byte; and much is told twice. So the entries stand one behind
the other from the first byte to the list, the list ends where its end record begins, that is the last of all, and what
is told twice is told alike.
"""

import re
import struct
import zipfile
import zlib

from wizard.uploads.kinds import BROKEN, UnfitError

END, END_MARK = struct.Struct("<4s4H2LH"), b"PK\x05\x06"
"""Its disks, the numbers of entries there and in all, the list's size and place, and bytes of a remark (4.3.16)."""
LONGEST_REMARK = 0xFFFF
"""Bytes: so far from the end do programs look for the end record."""
LARGE_MARK, LARGE_BEFORE = b"PK\x06\x07", 20
"""So many bytes before the end record is told where there is another one, of larger numbers (4.3.15)."""
LISTED, LENGTHS, LENGTHS_AT = 46, struct.Struct("<3H"), 28
"""Bytes of an entry in the list, and where it is told how long its name, fields and remark are (4.3.12)."""
ENTRY, ENTRY_MARK = struct.Struct("<4s5H3L2H"), b"PK\x03\x04"
"""Version, flags, method, time, date, checksum, packed and whole size, length of name and fields (4.3.7)."""
AFTERWARDS, UTF8 = 0x8, 0x800
FLAGS = 0x2 | 0x4 | AFTERWARDS | UTF8
"""How hard it was packed, sizes after the content, and the letters of its name (4.4.4). No other stands for anything
that a Word file has."""
SIZES, SIZES_MARK = struct.Struct("<3L"), b"PK\x07\x08"
"""The same three again after the content; the mark may be left out (4.3.9)."""
MARKS = re.compile(rb"PK(\x01\x02|\x03\x04|\x05\x06|\x07\x08)")
FIELD = struct.Struct("<2H")
OTHER_FIELDS = {0x0001, 0x7075}
"""Beside an entry: larger numbers (4.5.3), and another name (4.6.9)."""


def refuse_other_readings(content: bytes, entries: list[zipfile.ZipInfo]) -> None:
    """``UnfitError`` where another program may find more, less or something else in it than these entries."""
    at, begin = 0, _begin_of_list(content, entries)
    for one in sorted(entries, key=lambda entry: entry.header_offset):
        _demand(one.header_offset == at, at < begin, one.volume == 0)
        at = _after(content, _begin_of_content(content, one), one)
    _demand(at == begin)


def _demand(*facts: bool) -> None:
    if not all(facts):
        raise UnfitError(BROKEN)


def _begin_of_list(content: bytes, entries: list[zipfile.ZipInfo]) -> int:
    """As the end record tells; the list ends where that begins, and has as many entries."""
    end = len(content) - END.size
    _demand(content.find(END_MARK, max(0, end - LONGEST_REMARK)) == end)
    _demand(not content.startswith(LARGE_MARK, end - LARGE_BEFORE))
    _, *disks, here, of_all, size, begin, remark = END.unpack_from(content, end)
    _demand(disks == [0, 0], here == of_all == len(entries), begin + size == end, remark == 0)
    at = int(begin)
    for _ in entries:
        at += LISTED + sum(LENGTHS.unpack_from(content, at + LENGTHS_AT))
    _demand(at == end)
    return int(begin)


def _begin_of_content(content: bytes, entry: zipfile.ZipInfo) -> int:
    """What stands before it says the same as the list."""
    at = entry.header_offset
    mark, _, flags, method, _, _, *sizes, named, more = ENTRY.unpack_from(content, at)
    _demand(mark == ENTRY_MARK, flags == entry.flag_bits, method == entry.compress_type, not flags & ~FLAGS)
    for size, listed in zip(sizes, _sizes(entry), strict=True):
        _demand(size == listed or (size == 0 and bool(flags & AFTERWARDS)))
    letters = "utf-8" if flags & UTF8 else "ascii"  # untold, programs read all but these in their own ways
    begin = at + ENTRY.size + int(named)
    end = begin + int(more)
    _demand(content[at + ENTRY.size : begin] == entry.orig_filename.encode(letters))
    for fields in (entry.extra, content[begin:end]):
        _refuse_other_fields(fields)
    return end


def _sizes(entry: zipfile.ZipInfo) -> tuple[int, int, int]:
    return entry.CRC, entry.compress_size, entry.file_size


def _refuse_other_fields(fields: bytes) -> None:
    while len(fields) >= FIELD.size:
        kind, size = FIELD.unpack_from(fields)
        end = FIELD.size + size
        _demand(kind not in OTHER_FIELDS, end <= len(fields))
        fields = fields[end:]


def _after(content: bytes, at: int, entry: zipfile.ZipInfo) -> int:
    """Where its content, which is as long as the list says, and what is told after it end.

    The checksum is held against what is told of it by whoever reads the content.
    """
    end = at + entry.compress_size
    whole = _unpacked(content[at:end], entry)
    _demand(len(whole) == entry.file_size, not (entry.is_dir() and whole))
    return _after_sizes(content, end, entry) if entry.flag_bits & AFTERWARDS else end


def _unpacked(packed: bytes, entry: zipfile.ZipInfo) -> bytes:
    """One byte more than is told at most; it ends where it is told to end."""
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    _demand(entry.compress_type == zipfile.ZIP_DEFLATED)
    reader = zlib.decompressobj(-zlib.MAX_WBITS)
    whole = reader.decompress(packed, entry.file_size + 1)
    _demand(reader.eof, not reader.unused_data)
    return whole


def _after_sizes(content: bytes, at: int, entry: zipfile.ZipInfo) -> int:
    """They stand there with a mark or without, and a program that looks for a mark finds no other."""
    if entry.compress_type == zipfile.ZIP_STORED:  # nothing in it tells where it ends
        _demand(not MARKS.search(content, at - entry.compress_size, at + len(SIZES_MARK) - 1))
    sizes = SIZES.pack(*_sizes(entry))
    if content.startswith(SIZES_MARK, at):
        at += len(SIZES_MARK)
    _demand(content.startswith(sizes, at))
    return at + SIZES.size
