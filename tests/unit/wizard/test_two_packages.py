"""A Word file that is two packages, or holds more than its list tells: programs differ in which of them they open."""

import bz2
import zipfile
import zlib
from dataclasses import replace
from io import RawIOBase

import pytest

from tests.sendable import TYPES, photo, word
from tests.unit.wizard.unfit import why_unfit
from tests.zips_by_hand import (
    AFTERWARDS,
    MARK,
    End,
    Entry,
    afterwards,
    behind_the_end,
    deflated,
    end_record,
    entries_of,
    field,
    list_in_an_entry,
    package,
    two_ends,
    two_packages,
)
from wizard.uploads.kinds import BROKEN
from wizard.uploads.word import look_through

PNG = photo()
FIRST, *REST = entries_of(
    word(
        {
            "[Content_Types].xml": TYPES.replace(
                "</Types>", '<Default Extension="png" ContentType="image/png"/></Types>'
            )
        }
    )
)
PICTURE = Entry(b"word/media/a.png", PNG)
PLAIN = [FIRST, *REST, PICTURE]
MACROS = Entry(b"word/vbaProject.bin", bytes(9000), method=0)
UNLISTED = MACROS.before() + MACROS.packed
CRC = zlib.crc32(PNG)
SIZES = PICTURE.sizes
MARKED = b"\x89PNG\r\n\x1a\n" + MARK
"""A picture, as far as anybody looks, with the mark of what is told after the content."""
HALF = b"\x89PNG\r\n\x1a\n108PK\7"
"""One that ends with most of that mark, while its checksum begins with the rest."""
SUMMED = b"\x89PNG\r\n\x1a\n\x08\x03}\xaf"
"""One whose checksum is that mark."""
UTF8 = 0x800
LARGER = field(1, bytes(16))
SHORT = deflated(PNG[:-1])


def pictured(**changes: object) -> bytes:
    """The last of the entries, the picture, is not as the others."""
    return package([*PLAIN[:-1], replace(PICTURE, **changes)])  # type: ignore[arg-type]  # whatever the test says


def ended(**changes: object) -> bytes:
    return package(PLAIN, End(**changes))  # type: ignore[arg-type]  # whatever the test says


def streamed(flags: int = AFTERWARDS, mark: bytes = MARK, *, early: bool = False) -> bytes:
    """As whoever does not know the sizes before; some tell that of the whole all the same."""
    return package(
        [
            replace(
                one,
                flags=flags,
                told_before=(0, 0, len(one.whole) if early else 0),
                after=afterwards(one.sizes, mark),
            )
            for one in PLAIN
        ]
    )


class Stream(RawIOBase):
    """Nobody goes back in it."""

    def __init__(self) -> None:
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, more: bytes) -> int:  # type: ignore[override]  # zipfile writes bytes alone
        self.written += more
        return len(more)


def written_by_zipfile(method: int) -> bytes:
    stream = Stream()
    with zipfile.ZipFile(stream, "w", method) as packed:
        for one in PLAIN:
            packed.writestr(one.name.decode(), one.whole)
    return stream.written


FOLDER = Entry(
    b"word/", b"", method=0, fields=field(0x5455, b"\0" * 5), fields_before=field(0x5455, b"\0" * 9)
)
ROOM = field(0xA220, b"\x28\xa0" + bytes(500))
"""With which Word leaves room to grow, before the content alone."""
HONEST = {
    "by Word": package([replace(one, flags=6, fields_before=ROOM) for one in PLAIN]),
    "by LibreOffice": package([*(replace(one, flags=UTF8) for one in PLAIN), replace(FOLDER, flags=UTF8)]),
    "by LibreOffice or Google, to a stream": streamed(AFTERWARDS | UTF8),
    "to a stream, without marks": streamed(mark=b""),
    "to a stream, the size of the whole told before": streamed(early=True),
    "by zipfile, to a stream": written_by_zipfile(zipfile.ZIP_DEFLATED),
    "by zipfile, to a stream, as it is": written_by_zipfile(zipfile.ZIP_STORED),
    "with folders": package([*PLAIN[:2], FOLDER, *PLAIN[2:]]),
    "as it is": package([replace(one, method=0) for one in PLAIN]),
    "a name in other letters": package([*PLAIN, Entry("word/media/å.png".encode(), PNG, flags=UTF8)]),
    "remarks in the list": package([replace(one, remark=b"oppdiktet") for one in PLAIN]),
}
"""As programs write them."""
TWICE = {
    "two packages": two_packages([*PLAIN, MACROS], PLAIN),
    "two end records": two_ends([*PLAIN, MACROS], PLAIN),
    "an end record of larger numbers in a remark": pictured(remark=b"PK\6\7" + bytes(16)),
    "an end record in a remark of the list": pictured(remark=end_record(0, 0, 0)),
    "an end record in a picture": pictured(method=0, whole=PNG + end_record(0, 0, 0)),
    "a list that begins in an entry": list_in_an_entry(PLAIN, MACROS.name),
    "a list that does not end": package([*PLAIN[:-1], replace(PICTURE, remark=b"oppdiktet")], End(cut=1)),
    "a remark that is not there": ended(remark=b"oppdiktet", remark_there=0),
    "a remark at the end": ended(remark=b"oppdiktet"),
    "an entry behind the end": behind_the_end(FIRST, PICTURE),
    "something behind the end": ended(after=b"\0"),
    "an entry behind the last of the list": ended(before_list=UNLISTED),
    "an entry before the first of the list": package([replace(FIRST, between=UNLISTED), *REST, PICTURE]),
    "an entry that is not in the list": pictured(between=UNLISTED),
    "more entries than are there": ended(more=(1, 1)),
    "fewer entries than are there": ended(more=(-1, -1)),
    "more entries on other disks": ended(more=(0, 1)),
    "a second disk": ended(disks=(1, 1)),
    "an entry of a second disk": pictured(disk=1),
    "another checksum": pictured(told=(1, *SIZES[1:])),
    "a folder of another name where it stands": package([*PLAIN, replace(FOLDER, name_before=b"work/")]),
    "a folder that does not begin": package([*PLAIN, replace(FOLDER, mark=b"PK\0\0")]),
    "other flags before the content": pictured(flags_before=AFTERWARDS),
    "another method before the content": pictured(method_before=0),
    "another checksum before the content": pictured(told_before=(0, *SIZES[1:])),
    "another packed size before the content": pictured(told_before=(CRC, 1, SIZES[2])),
    "another whole size before the content": pictured(told_before=(*SIZES[:2], 1)),
    "nothing told of the sizes": pictured(told_before=(0, 0, 0)),
    "nothing told of the sizes after the content": pictured(told_before=(0, 0, 0), flags=AFTERWARDS),
    "another size after the content": pictured(flags=AFTERWARDS, after=afterwards((CRC, 1, 1))),
    "sizes of larger numbers after the content": pictured(flags=AFTERWARDS, after=afterwards(SIZES, form="<L2Q")),
    "a mark inside what has its end told by one": pictured(
        flags=AFTERWARDS, method=0, whole=MARKED, after=afterwards(Entry(b"", MARKED, method=0).sizes),
    ),
    "a mark that the checksum makes whole": pictured(
        flags=AFTERWARDS, method=0, whole=HALF, after=afterwards(Entry(b"", HALF, method=0).sizes, b""),
    ),
    "a checksum that is a mark": pictured(
        flags=AFTERWARDS, whole=SUMMED, after=afterwards(Entry(b"", SUMMED).sizes, b""),
    ),
    "sizes of larger numbers": pictured(fields=LARGER, fields_before=LARGER),
    "sizes of larger numbers before the content": pictured(fields_before=LARGER),
    "fields that do not end before the content": pictured(fields_before=field(0xA220, b"")[:-1] + b"\1"),
    "something packed behind the end of the packed": pictured(content=deflated(PNG) + deflated(b"more")),
    "more packed than told": pictured(told=(zlib.crc32(PNG[:-1]), SIZES[1], len(PNG) - 1)),
    "less packed than told": pictured(content=SHORT, told=(zlib.crc32(PNG[:-1]), len(SHORT), len(PNG))),
    "no end of what is packed": pictured(content=deflated(PNG)[:-1], told=(CRC, SIZES[1] - 1, SIZES[2])),
    "more as it is than told": pictured(method=0, told=(zlib.crc32(PNG[:-1]), len(PNG), len(PNG) - 1)),
    "a folder with something in it": package([*PLAIN, Entry(b"word/a/", PNG)]),
    "a name in letters of no alphabet that is told": package([*PLAIN, Entry(b"word/media/\x86.png", PNG)]),
    "something that is packed otherwise": pictured(method=12, content=bz2.compress(PNG)),
    "a flag for what is locked": pictured(flags=0x2000),
}  # fmt: skip


@pytest.mark.parametrize("what", HONEST)
def test_a_word_file_as_programs_write_it_is_taken(what: str) -> None:
    assert why_unfit(look_through, HONEST[what]) == ""


@pytest.mark.parametrize("what", TWICE)
def test_a_087_a_package_that_another_program_reads_otherwise_is_refused(what: str) -> None:
    assert why_unfit(look_through, TWICE[what]) == BROKEN
