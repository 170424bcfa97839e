"""Files as somebody who means harm may send them: each does what its name says, and is otherwise whole."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
from PIL import Image

from tests import zips_by_hand
from tests.sendable import BODY, MAIN, TEXT, TYPES, pdf, relations, word

SCRIPT = "app.alert('hei')"
DDE = '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe"/></w:p>'
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def changed(change: Callable[[pikepdf.Pdf], object], **saving: object) -> bytes:
    """A PDF of one page, with something done to it."""
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as document:
        change(document)
        document.save(made, **saving)  # type: ignore[arg-type]  # whatever the test says
    return made.getvalue()


def encrypted(user: str) -> bytes:
    return changed(lambda _: None, encryption=pikepdf.Encryption(owner="eier", user=user))


def opening(action: str, **more: object) -> bytes:
    """It does something as soon as it is opened."""

    def change(document: pikepdf.Pdf) -> None:
        told = {f"/{key}": value for key, value in more.items()}
        document.Root.OpenAction = pikepdf.Dictionary({"/S": pikepdf.Name(action), **told})

    return changed(change)


def deep_script() -> bytes:
    """Inside an annotation's actions, direct in direct, in an object stream."""

    def change(document: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary({"/S": pikepdf.Name("/JavaScript"), "/JS": SCRIPT})
        field = pikepdf.Dictionary(
            {"/Subtype": pikepdf.Name("/Link"), "/AA": pikepdf.Dictionary({"/K": action})}
        )
        document.pages[0].Annots = pikepdf.Array([field])

    return changed(change, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def carrying(name: str, content: bytes, kind: str = "", **saving: object) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        carried = pikepdf.AttachedFileSpec(
            document, content, filename=name, mime_type=kind, description="", creation_date="", mod_date=""
        )
        document.attachments[name] = carried

    return changed(change, **saving)


def linking(uri: str, subtype: str = "/Link", at: str = "/A", **more: object) -> bytes:
    """Something on its page leads there when it is pressed."""

    def change(document: pikepdf.Pdf) -> None:
        told = {f"/{key}": value for key, value in more.items()}
        action = pikepdf.Dictionary({"/S": pikepdf.Name("/URI"), "/URI": uri, **told})
        annotation = {"/Type": pikepdf.Name("/Annot"), "/Subtype": pikepdf.Name(subtype)}
        held = pikepdf.Dictionary({"/E": action}) if at == "/AA" else document.make_indirect(action)
        document.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary({**annotation, at: held})])

    return changed(change)


def chained(action: str, **more: object) -> bytes:
    """It turns to a page first."""
    told = {f"/{key}": value for key, value in more.items()}
    return opening("/GoTo", Next=pikepdf.Array([pikepdf.Dictionary({"/S": pikepdf.Name(action), **told})]))


def from_elsewhere(key: str) -> bytes:
    """What its page shows are the bytes of another file."""

    def change(document: pikepdf.Pdf) -> None:
        shown = document.make_stream(b"q Q")
        shown[key] = pikepdf.String("//example.no/a") if key == "/F" else pikepdf.Name("/FlateDecode")
        document.pages[0].Contents = shown

    return changed(change)


def xfa() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.AcroForm = pikepdf.Dictionary({"/XFA": document.make_stream(b"<xdp/>"), "/Fields": []})

    return changed(change)


def film() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].Annots = pikepdf.Array(
            [pikepdf.Dictionary({"/Subtype": pikepdf.Name("/RichMedia")})]
        )

    return changed(change)


def packed(entries: int, size: int = 0) -> bytes:
    """A Word file of so many more parts, or with one that unpacks to ``size`` bytes."""
    made = BytesIO(word())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as file:
        for number in range(entries):
            file.writestr(f"word/part{number}.xml", b"A" * (size or 10))
    return made.getvalue()


def entities(declared: str, used: str) -> bytes:
    body = f"<w:p><w:r><w:t>{used}</w:t></w:r></w:p>"
    return word({"word/document.xml": f"<!DOCTYPE d [{declared}]>{BODY % body}"})


def laughs() -> bytes:
    each = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return entities(f'<!ENTITY l0 "ha">{each}', "&l9;")


def field_code(code: str) -> bytes:
    """In pieces, as Word itself may write it."""
    half = len(code) // 2
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:half], code[half:]))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return word(body=f"<w:p>{begin}{pieces}{end}</w:p>{TEXT}")


def main_part_elsewhere(begin: str) -> bytes:
    """One that shows a harmless document, while Word begins with another part, which is called no XML."""
    elsewhere = f'<Override PartName="/word/real.dat" ContentType="{MAIN}"/></Types>'
    plain = TYPES.replace(f'ContentType="{MAIN}"', 'ContentType="application/xml"')
    return word(
        {
            "[Content_Types].xml": plain.replace("</Types>", elsewhere),
            "_rels/.rels": relations(("officeDocument", "word/real.dat", "")),
            "word/real.dat": begin,
        }
    )


def unread_part(name: str, kind: str, relation: str) -> bytes:
    """A part of no name that is read, of that content type, that the document names as such."""
    more = f'<Override PartName="/word/{name}" ContentType="{kind}"/></Types>'
    return word(
        {
            "[Content_Types].xml": TYPES.replace("</Types>", more),
            "word/_rels/document.xml.rels": relations((relation, name, "")),
            f"word/{name}": BODY % DDE,
        }
    )


def related(kind: str, target: str, mode: str = "") -> bytes:
    return word({"word/_rels/document.xml.rels": relations((kind, target, mode))})


def with_macros() -> bytes:
    return word({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 invented"})


def two_packages() -> bytes:
    """One with macros, and behind it one without."""
    first, second = map(zips_by_hand.entries_of, (with_macros(), word()))
    return zips_by_hand.two_packages(first, second)


def macro_type() -> bytes:
    return word(
        {"[Content_Types].xml": TYPES.replace(MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")}
    )


def flood(side: int = 50_000) -> bytes:
    """A PNG of so many dots by its own word, in few bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def many_scans(scans: int) -> bytes:
    """A grey JPEG that goes over its picture so many times, the last of them again and again."""
    made = BytesIO()
    Image.new("L", (800, 800), 128).save(made, "JPEG", progressive=True)
    whole = made.getvalue()
    again = whole[whole.rindex(b"\xff\xda") : -2]
    return whole[:-2] + again * (scans - whole.count(b"\xff\xda")) + whole[-2:]


def told_photo(kind: str = "JPEG") -> bytes:
    """A phone's photo lying on its side, red at what is the top when it is turned; it tells where it was taken."""
    picture = Image.new("RGB", (80, 40), "blue")
    picture.paste((255, 0, 0), (0, 0, 20, 40))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter, clockwise
    exif[0x010F] = "Oppdiktet kamera"
    exif.get_ifd(0x8825).update({1: "N", 2: (58.0, 8.0, 0.0), 3: "E", 4: (7.0, 59.0, 0.0)})
    made = BytesIO()
    more = {"comment": b"Oppdiktet kommentar"} if kind == "JPEG" else {}
    picture.save(made, kind, exif=exif.tobytes(), quality=95, **more)
    return made.getvalue()
