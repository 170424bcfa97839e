"""What is read in a process of its own: whole files come back, hostile ones with the reason, and we go on."""

import json
import sys
import threading
from io import BytesIO

import pillow_heif
import pytest
from PIL import Image

from tests import hostile
from tests.sendable import BODY, TYPES, pdf, photo, relations, word
from wizard.uploads import apart
from wizard.uploads.apart import bound_apart, read_apart, turned_apart
from wizard.uploads.kinds import (
    ACTIVE,
    BROKEN,
    FETCHES,
    FILE_INSIDE,
    HEIC_TYPE,
    JPEG_TYPE,
    LIVE_FORM,
    LOCKED,
    NOT_NOW,
    PDF_TYPE,
    PNG_TYPE,
    SLOW,
    TOO_LONG,
    TOO_MUCH,
    TOO_WIDE,
    WORD_TYPE,
)


def fields(before: str, inside: tuple[str, ...], after: str) -> bytes:
    """A field in whose code others stand."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def code(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    nested = "".join(f"{mark('begin')}{code(one)}{mark('separate')}{mark('end')}" for one in inside)
    return word(body=f"<w:p>{mark('begin')}{code(before)}{nested}{code(after)}{mark('end')}</w:p>")


LINK = word(
    {"word/_rels/document.xml.rels": relations(("hyperlink", "https://example.no/link.html", "External"))}
)
TAKEN = {
    "pdf": (PDF_TYPE, pdf()),
    "200 pages": (PDF_TYPE, pdf(pages=200)),
    "a PDF that carries data": (PDF_TYPE, hostile.carrying("svar.json", json.dumps({"a": 1}).encode())),
    "a PDF that begins on a page": (PDF_TYPE, hostile.opening("/GoTo")),
    "a PDF with a link": (PDF_TYPE, hostile.opening("/URI", URI="https://example.no")),
    "word": (WORD_TYPE, word()),
    "word with a link": (WORD_TYPE, LINK),
    "word with a field": (WORD_TYPE, hostile.field_code(' HYPERLINK "https://example.no/link" ')),
    "word with a picture": (
        WORD_TYPE,
        word(
            {
                "[Content_Types].xml": TYPES.replace(
                    "</Types>", '<Default Extension="PNG" ContentType="image/png"/></Types>'
                ),
                "word/_rels/document.xml.rels": relations(("image", "media/a.png", "")),
                "word/media/a.png": photo(),
            }
        ),
    ),
    "word with a sum of fields": (WORD_TYPE, fields(" IF ", (" MERGEFIELD a ",), ' = "1" "x" "y" ')),
    "word with a table of contents": (WORD_TYPE, hostile.field_code(" TOC ")),
}
DECLARED = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>"
STARTS = [
    'RD "http://example.no/a.docx"',
    'INCLUDE "http://example.no"',
    'INCLUDETEXT "a"',
    "MACROBUTTON a b",
    "EMBED Package",
    "CONTROL Forms.HTML:Image.1",
    "GOTOBUTTON a",
    "PRINT 27",
    "DATABASE",
    "nonsense",
    'HYPERLINK "file:///c:/a.exe"',
    'HYPERLINK \\l "a" "file:///c:/a.exe"',
    "HYPERLINK \\\\example.no\\a",
    "HYPERLINK ms-msdt:/id",
]
REFUSED = {
    "truncated": (PDF_TYPE, b"%PDF-1.7" + b" " * 100, BROKEN),
    "password": (PDF_TYPE, hostile.encrypted("hemmelig"), LOCKED),
    "may not be printed": (PDF_TYPE, hostile.encrypted(""), LOCKED),
    "long": (PDF_TYPE, pdf(pages=201), TOO_LONG),
    "script": (PDF_TYPE, hostile.opening("/JavaScript", JS=hostile.SCRIPT), ACTIVE),
    "script written otherwise": (
        PDF_TYPE, hostile.opening("/JavaScript").replace(b"/JavaScript", b"/J#61vaScript"), ACTIVE,
    ),
    "deep script": (PDF_TYPE, hostile.deep_script(), ACTIVE),
    "launch": (PDF_TYPE, hostile.opening("/Launch", F="cmd.exe"), ACTIVE),
    "film": (PDF_TYPE, hostile.film(), ACTIVE),
    "file inside": (PDF_TYPE, hostile.carrying("a.exe", b"MZ" * 40), FILE_INSIDE),
    "a program called data": (PDF_TYPE, hostile.carrying("a.json", b"MZ" * 40), FILE_INSIDE),
    "xfa": (PDF_TYPE, hostile.xfa(), LIVE_FORM),
    "macros": (WORD_TYPE, hostile.with_macros(), ACTIVE),
    "macro type": (WORD_TYPE, hostile.macro_type(), ACTIVE),
    "ole": (WORD_TYPE, hostile.related("oleObject", "embeddings/oleObject1.bin"), FILE_INSIDE),
    "ole part": (WORD_TYPE, word({"word/embeddings/oleObject1.bin": b"x" * 99}), FILE_INSIDE),
    "html chunk": (WORD_TYPE, hostile.related("aFChunk", "a.htm"), FILE_INSIDE),
    "template from elsewhere": (
        WORD_TYPE, hostile.related("attachedTemplate", "https://example.no/a.dotm", "External"), FETCHES,
    ),
    "picture from elsewhere": (
        WORD_TYPE, hostile.related("image", "https://example.no/a.png", "External"), FETCHES,
    ),
    "link to a program": (WORD_TYPE, hostile.related("hyperlink", "file:///c:/a.exe", "External"), FETCHES),
    "dde": (WORD_TYPE, hostile.field_code(' DDEAUTO c:\\\\cmd.exe "/k" '), FETCHES),
    "dde in a main part called otherwise": (WORD_TYPE, hostile.main_part_elsewhere(BODY % hostile.DDE), FETCHES),
    "entity in a main part called otherwise": (WORD_TYPE, hostile.main_part_elsewhere(DECLARED), BROKEN),
    "dde in a header called otherwise": (
        WORD_TYPE, hostile.unread_part("h.dat", hostile.HEADER, "header"), FETCHES,
    ),
    "a header called a picture": (WORD_TYPE, hostile.unread_part("h.png", "image/png", "header"), FILE_INSIDE),
    "a part of no known kind": (
        WORD_TYPE, hostile.unread_part("h.dat", "application/octet-stream", "image"), FILE_INSIDE,
    ),
    "a part in pieces": (WORD_TYPE, hostile.unread_part("h.xml/[0].last.piece", "image/png", "image"), FILE_INSIDE),
    "two beginnings": (
        WORD_TYPE,
        word({"_rels/.rels": relations(*[("officeDocument", "word/document.xml", "")] * 2)}), BROKEN,
    ),
    "a begin that is not there": (WORD_TYPE, word({"_rels/.rels": relations(("officeDocument", "a.xml", ""))}), BROKEN),
    "a field whose name another field gives": (WORD_TYPE, fields(" ", (" QUOTE DDE ",), 'AUTO c:\\cmd.exe '), FETCHES),
    "a field inside a field": (WORD_TYPE, fields(" IF ", (" DDEAUTO c:\\cmd.exe ",), ' = "1" '), FETCHES),
    "entity": (WORD_TYPE, hostile.entities('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"), BROKEN),
    "laughs": (WORD_TYPE, hostile.laughs(), BROKEN),
    "many parts": (WORD_TYPE, hostile.packed(1500), TOO_MUCH),
    "bomb": (WORD_TYPE, hostile.packed(1, 30_000_000), TOO_MUCH),
    "zip": (WORD_TYPE, word({"word/document.xml": "no xml"}), BROKEN),
    "outside": (WORD_TYPE, word({"../a.xml": "<a/>"}), BROKEN),
    "older word": (WORD_TYPE, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, LOCKED),
    "many scans": (JPEG_TYPE, hostile.many_scans(33), SLOW),
    "flood": (PNG_TYPE, hostile.flood(), TOO_WIDE),
    "cut off": (JPEG_TYPE, photo("JPEG", 900, 900)[:3000], BROKEN),
    "png called jpeg": (JPEG_TYPE, photo("PNG"), BROKEN),
}  # fmt: skip


@pytest.mark.parametrize("what", TAKEN)
def test_what_only_shows_itself_comes_back_as_it_is(what: str) -> None:
    media_type, content = TAKEN[what]
    read = read_apart(media_type, content)
    assert (read.media_type, read.content, read.why) == (media_type, content, "")


@pytest.mark.parametrize("what", REFUSED)
def test_what_does_more_is_refused_with_the_reason(what: str) -> None:
    media_type, content, why = REFUSED[what]
    assert read_apart(media_type, content) == apart.Read("", b"", why)


@pytest.mark.parametrize("code", STARTS)
def test_a_field_that_does_more_than_show_is_refused(code: str) -> None:
    for content in (hostile.field_code(f" {code} "), fields(" IF ", (f" {code} ",), ' = "1" ')):
        assert read_apart(WORD_TYPE, content).why == FETCHES


def heic() -> bytes:
    pillow_heif.register_heif_opener()
    return hostile.told_photo("HEIF")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_a_photo_is_upright_and_tells_only_what_it_shows(kind: str) -> None:
    sent = heic() if kind == "HEIF" else hostile.told_photo(kind)
    assert b"Oppdiktet kamera" in sent
    read = read_apart({"JPEG": JPEG_TYPE, "PNG": PNG_TYPE, "HEIF": HEIC_TYPE}[kind], sent)
    assert (read.why, read.media_type) == ("", PNG_TYPE if kind == "PNG" else JPEG_TYPE)
    with Image.open(BytesIO(read.content)) as kept:
        assert kept.size == (40, 80)
        red, _, blue = kept.convert("RGB").getpixel((20, 5))  # type: ignore[misc]  # three, as the mode says
        assert (red > 200, blue < 60) == (True, True)
        assert not kept.getexif()
        assert not {"exif", "comment", "xmp", "icc_profile"} & set(kept.info)
    for trace in (b"Oppdiktet", b"Exif", b"eXIf"):
        assert trace not in read.content


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_any_png_is_kept_as_one(mode: str) -> None:
    read = read_apart(PNG_TYPE, photo("PNG", mode=mode))
    with Image.open(BytesIO(read.content)) as kept:
        assert (kept.mode, kept.size) == (mode, (60, 40))


def test_a_photo_of_a_printer_is_kept_in_the_colours_of_a_screen() -> None:
    read = read_apart(JPEG_TYPE, photo("JPEG", mode="CMYK"))
    with Image.open(BytesIO(read.content)) as kept:
        assert kept.mode == "RGB"


def test_the_largest_photo_is_read_and_made_smaller() -> None:
    read = read_apart(JPEG_TYPE, photo("JPEG", 8160, 6120))
    assert read.why == ""
    with Image.open(BytesIO(read.content)) as kept:
        assert kept.width == 5000


def test_a_reader_that_does_not_come_to_an_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    assert read_apart(PDF_TYPE, pdf()) == apart.Read("", b"", SLOW)


def test_a_reader_that_has_used_up_its_processor_is_told_from_one_that_dies() -> None:
    endless = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    assert apart._run([sys.executable, "-c", endless], b"") == (b"", True)
    assert apart._run([sys.executable, "-c", "raise SystemExit(1)"], b"") == (b"", False)


def test_a_file_does_not_wait_for_others_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(apart, "WAIT_SECONDS", 0.05)
    with apart.AT_ONCE:
        assert read_apart(PDF_TYPE, pdf()).why == NOT_NOW
    assert read_apart(PDF_TYPE, pdf()).why == ""


def test_a_photo_that_is_drawn_finer_and_finer_is_read() -> None:
    """What looks like a mark of another pass inside its other parts is none."""
    whole = hostile.many_scans(32)
    told = b"\xff\xda" * 99
    part = b"\xff\xe5" + (len(told) + 2).to_bytes(2) + told
    assert read_apart(JPEG_TYPE, whole[:2] + part + whole[2:]).why == ""


def test_a_reader_that_cannot_be_started_says_nothing_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert read_apart(PDF_TYPE, pdf()).why == NOT_NOW


def test_a_reader_that_dies_refuses_the_file() -> None:
    assert read_apart("no/such", word({"word/document.xml": "no"})).why == BROKEN


@pytest.mark.parametrize(
    ("media_type", "kind", "mode"), [(JPEG_TYPE, "JPEG", "L"), (PNG_TYPE, "PNG", "RGBA")]
)
def test_a_photo_is_turned_clockwise_and_stays_of_its_kind(media_type: str, kind: str, mode: str) -> None:
    picture, made = Image.new(mode, (60, 40), "white"), BytesIO()
    picture.paste("black", (0, 0, 20, 40))
    picture.save(made, kind)
    read = turned_apart(media_type, made.getvalue())
    assert (read.why, read.media_type) == ("", media_type)
    with Image.open(BytesIO(read.content)) as turned:
        assert (turned.mode, turned.size) == (mode, (40, 60))
        assert [turned.convert("L").getpixel((20, y)) for y in (5, 50)] == pytest.approx([0, 255], abs=9)


@pytest.mark.parametrize("dies", ["preview", "whole"])
def test_a_file_is_taken_whatever_becomes_of_its_preview(monkeypatch: pytest.MonkeyPatch, dies: str) -> None:
    """What the reader told before it died counts, where it told all of it."""
    whole = b'{"media_type": "image/png", "why": "", "size": 4}\nabcd'
    told = {"preview": whole + b"\xff\xd8 half a", "whole": whole[:-1]}[dies]
    monkeypatch.setattr(apart, "_run", lambda *_: (told, False))
    taken = apart.Read(PNG_TYPE, b"abcd", "")
    assert read_apart(PNG_TYPE, photo()) == (taken if dies == "preview" else apart.Read("", b"", BROKEN))


def test_what_shows_a_file_is_small_and_upright() -> None:
    read = read_apart(JPEG_TYPE, hostile.told_photo())
    with Image.open(BytesIO(read.preview)) as shown:
        assert shown.size == (40, 80)
    with Image.open(BytesIO(read_apart(PDF_TYPE, pdf()).preview)) as shown:
        assert max(shown.size) == 240
    assert read_apart(WORD_TYPE, word()).preview == b""


def test_photos_are_bound_small_enough_to_send() -> None:
    """As large as ten photos of a page of print come out that were made anew."""
    grain = Image.effect_noise((1300, 1790), 60).convert("RGB")
    made = BytesIO()
    grain.save(made, "JPEG", quality=90)
    read = bound_apart([made.getvalue()] * 10)
    assert (read.why, read.media_type) == ("", PDF_TYPE)
    assert len(read.content) <= 10_000_000
