"""Files that may be sent, with what becomes of each: those that only show themselves, and those that do more."""

import pikepdf

from tests import hostile
from tests.sendable import BODY, TYPES, pdf, photo, relations, word
from wizard.uploads.kinds import (
    ACTIVE,
    BROKEN,
    FETCHES,
    FILE_INSIDE,
    JPEG_TYPE,
    LIVE_FORM,
    LOCKED,
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


JSON = "application/json"
LINK = word(
    {"word/_rels/document.xml.rels": relations(("hyperlink", "https://example.no/link.html", "External"))}
)
TAKEN = {
    "pdf": (PDF_TYPE, pdf()),
    "200 pages": (PDF_TYPE, pdf(pages=200)),
    "a PDF that carries data": (PDF_TYPE, hostile.carrying("svar.json", b'{"a": 1}', JSON)),
    "a PDF that begins on a page": (PDF_TYPE, hostile.opening("/GoTo")),
    "a PDF with a link": (PDF_TYPE, hostile.linking("https://example.no")),
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
ACTING = {
    "a page of the net when opened": hostile.opening("/URI", URI="https://example.no"),
    "the same after a page of its own": hostile.chained("/URI", URI="https://example.no"),
    "the same when pointed at": hostile.linking("https://example.no", at="/AA"),
    "a button to the net": hostile.linking("https://example.no", "/Square"),
    "a link to a program": hostile.linking("file:///c:/a.exe"),
    "a link to a share": hostile.linking("\\\\example.no\\a"),
    "a thread": hostile.opening("/Thread", F="a.pdf"),
    "no action that we know": hostile.opening("/Nonsense"),
    "a menu": hostile.opening("/Named", N=pikepdf.Name("/SaveAs")),
    "bytes of another file": hostile.from_elsewhere("/F"),
    "a filter of another file": hostile.from_elsewhere("/FFilter"),
}
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
    "a program called data": (PDF_TYPE, hostile.carrying("a.json", b"MZ" * 40, JSON), FILE_INSIDE),
    "data called a program": (PDF_TYPE, hostile.carrying("faktura.hta", b'{"a": "<script>"}', JSON), FILE_INSIDE),
    "a program in a string": (PDF_TYPE, hostile.carrying("a.json", b'"<script>"', JSON), FILE_INSIDE),
    "data of another kind": (PDF_TYPE, hostile.carrying("a.json", b'{"a": 1}', "application/hta"), FILE_INSIDE),
    **{f"PDF: {what}": (PDF_TYPE, content, ACTIVE) for what, content in ACTING.items()},
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
    "a field whose name another field gives": (WORD_TYPE, fields(" ", (" QUOTE DDE ",), "AUTO c:\\cmd.exe "), FETCHES),
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
