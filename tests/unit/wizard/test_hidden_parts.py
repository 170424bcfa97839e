"""A Word file with a part that is one thing to one program and another to the next, or a picture that is none."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest

from tests.sendable import BODY, TYPES, photo, relations, word
from tests.unit.wizard.unfit import why_unfit
from wizard.uploads.kinds import BROKEN, FILE_INSIDE
from wizard.uploads.word import look_through

NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
PRINTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings"
FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
EVIL = BODY % '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe"/></w:p>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://example.no/x.png"/></svg>'
PNG = photo()


def typed(*told: tuple[str, str]) -> str:
    """Each as the name of a part, or an ending, and what it is."""
    each = "".join(
        f'<Override PartName="{key}" ContentType="{kind}"/>'
        if "/" in key
        else f'<Default Extension="{key}" ContentType="{kind}"/>'
        for key, kind in told
    )
    return TYPES.replace("</Types>", each + "</Types>")


def with_part(name: str, content: str | bytes, *told: tuple[str, str], lead: str = "") -> bytes:
    more = {"word/_rels/document.xml.rels": relations(("footnotes", lead, ""))} if lead else {}
    return word({"[Content_Types].xml": typed(*told), name: content, **more})


def of_kind(kind: str, content: str | bytes) -> bytes:
    return with_part("word/media/a.bin", content, ("bin", kind))


def with_fields(fields: bytes, *, before: bool = False) -> bytes:
    """A picture with such fields in the list of entries, or before its content alone."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(with_part("word/media/a.png", PNG, ("png", "image/png")))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for one in old.infolist():
            entry = zipfile.ZipInfo(one.filename)
            if one.filename.endswith(".png"):
                entry.extra = fields
            new.writestr(entry, old.read(one))
            if before:
                entry.extra = b""
    return made.getvalue()


def other_name(name: bytes) -> bytes:
    called = b"\1" + struct.pack("<I", zlib.crc32(b"word/media/a.png")) + name
    return struct.pack("<HH", 0x7075, len(called)) + called


ESCAPED = ("/word/x%252exml", "image/png"), ("/word/x%2exml", NOTES)
DOT = "word/x%2exml"
HIDDEN = {
    "a name with an escaped dot": (with_part(DOT, EVIL, *ESCAPED, lead="x%2exml"), BROKEN),
    "the same beside a picture": (with_part(DOT, PNG, ("png", "image/png")), BROKEN),
    "an escaped name among kinds": (with_part("word/x.png", PNG, ("/word/x%2epng", "image/png")), BROKEN),
    "led to by an escaped name": (with_part("word/a.xml", "<a/>", lead="%61.xml"), BROKEN),
    "a name over a folder": (with_part("word/a.xml", "<a/>", ("/word/b/../a.xml", NOTES)), BROKEN),
    "a name with a folder of no name": (with_part("word//a.xml", "<a/>"), BROKEN),
    "a name for an ending": (word({"[Content_Types].xml": typed(("png/", "image/png"))}), BROKEN),
    "another name": (with_fields(other_name(b"word/footnotes.xml")), BROKEN),
    "another name before its content": (with_fields(other_name(b"word/footnotes.xml"), before=True), BROKEN),
    "fields that do not end": (with_fields(struct.pack("<HH", 0xA220, 99)), BROKEN),
    "a program for a picture": (of_kind("image/png", b"MZ" + bytes(500)), FILE_INSIDE),
    "a drawing for a picture": (of_kind("image/png", SVG), FILE_INSIDE),
    "nothing for a picture": (of_kind("image/png", b""), FILE_INSIDE),
    "a picture of no kind we know": (of_kind("image/x-none", b"x" * 99), FILE_INSIDE),
    "a program for a font": (of_kind(FONT, b"MZ" + bytes(500)), FILE_INSIDE),
    "text for a font": (of_kind(FONT, SVG), FILE_INSIDE),
    "text for a printer": (of_kind(PRINTER, b"\xff\xfe" + SVG.encode("utf-16-le")), FILE_INSIDE),
}
METAFILE = b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(44)
HONEST = {
    **{
        kind: of_kind(f"image/{kind.lower()}", photo(kind))
        for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
    },
    "EMF": of_kind("image/x-emf", METAFILE),
    "WMF": of_kind("image/x-wmf", b"\xd7\xcd\xc6\x9a" + bytes(30)),
    "WMF without a place": of_kind("image/x-wmf", b"\1\0\t\0\0\3" + bytes(30)),
    "a JPEG called a PNG": of_kind("image/png", photo("JPEG")),
    "a font": of_kind(FONT, b"<" + bytes(range(1, 200))),
    "a printer": of_kind(PRINTER, "Oppdiktet skriver".encode("utf-16-le") + bytes(200)),
    "room to grow": with_fields(struct.pack("<HHHH", 0xA220, 4, 0xA028, 0)),
}


@pytest.mark.parametrize("what", HIDDEN)
def test_a_087_a_part_that_is_something_else_to_another_program_is_refused(what: str) -> None:
    content, why = HIDDEN[what]
    assert why_unfit(look_through, content) == why


@pytest.mark.parametrize("what", HONEST)
def test_pictures_and_fonts_as_programs_write_them_are_taken(what: str) -> None:
    assert why_unfit(look_through, HONEST[what]) == ""
