"""A PDF that acts or leads elsewhere, written so that one reader sees it and another does not."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from tests import hostile
from tests.unit.wizard.unfit import why_unfit
from wizard.uploads.kinds import ACTIVE, BROKEN, LIVE_FORM, LOCKED
from wizard.uploads.pdfs import look_through

Dictionary, Name, Stream = pikepdf.Dictionary, pikepdf.Name, pikepdf.Stream
ELSEWHERE = {
    "a control": "\x01file:///c:/a",
    "a line end": "f\nile:///c:/a",
    "a tab": "fi\tle://a",
    "a script": "java\nscript:a()",
    "a mark of byte order": "\ufefffile:///a",
    "a mark in bytes": b"\xef\xbb\xbffile:///a",
    "sixteen bits": b"\xff\xfef\0i\0l\0e\0:\0",
    "a letter that bytes call a control": b"\x1bfile:///a",
    "no space": "\u00a0file:///a",
    "a share": "\x01\\\\example.no\\a",
    "a share over a line": "\\\n/example.no/a",
    "a letter by number": "%66ile:///c:/a",
    "a name for a text": Name("/file"),
}
PLAIN = ["https://example.no/a b?c=file:", "HTTP://example.no", "mailto:a@example.no", "tel:+4700000000"]
PLAIN += ["www.example.no/%3A", "#side2", "https://blåbær.example.no"]


def link(action: object) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        made = action(document) if callable(action) else action
        document.pages[0].Annots = pikepdf.Array([Dictionary({"/Subtype": Name("/Link"), "/A": made})])

    return change


def as_stream(document: pikepdf.Pdf) -> pikepdf.Object:
    """A dictionary all the same, for readers that look no closer."""
    made = document.make_stream(b"")
    made["/S"], made["/URI"] = Name("/URI"), pikepdf.String("file:///c:/a.exe")
    return made


def at_root(**told: object) -> bytes:
    return hostile.changed(lambda one: one.Root.update({f"/{key}": value for key, value in told.items()}))


def twice(first: str, then: str) -> bytes:
    made = hostile.opening(f"/{first}", X=Name(f"/{then}"))
    return made.replace(b"/X /" + then.encode(), b"/S /" + then.encode())


def appended() -> bytes:
    """As it was saved once more, with another beginning."""
    before = hostile.changed(lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(BytesIO(before)) as document:
        number, pages = document.Root.objgen[0], document.Root.Pages.objgen[0]
        size = document.trailer.Size
    root = f"{number} 0 obj\n<</Type/Catalog/Pages {pages} 0 R/OpenAction<</S/Launch/F(a)>>>>\nendobj\n"
    table = f"xref\n{number} 1\n{len(before):010} 00000 n \n"
    start = before[before.rindex(b"startxref") + 9 :].split()[0].decode()
    trailer = f"trailer\n<</Size {size}/Root {number} 0 R/Prev {start}>>\n"
    end = f"startxref\n{len(before) + len(root)}\n%%EOF\n"
    return before + f"{root}{table}{trailer}{end}".encode()


def script() -> pikepdf.Dictionary:
    return Dictionary({"/S": Name("/JavaScript"), "/JS": hostile.SCRIPT})


OPENS = Dictionary({"/S": Name("/URI"), "/URI": "https://example.no"})
PACKED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
ACTING = {
    "an action that is a stream": (hostile.changed(link(as_stream)), ACTIVE),
    "an action whose kind is a text": (hostile.changed(link(Dictionary({"/S": "Launch"}))), ACTIVE),
    "a name by number": (hostile.opening("/Launch").replace(b"/Launch", b"/L#61unch"), ACTIVE),
    "a key by number": (hostile.opening("/URI", URI="a").replace(b"/OpenAction", b"/Open#41ction"), ACTIVE),
    "a kind twice": (twice("GoTo", "GoToDp"), BROKEN),
    "a kind twice, the last of which runs": (twice("GoTo", "Launch"), ACTIVE),
    "a step of a show": (at_root(PresSteps=Dictionary({"/NA": OPENS})), ACTIVE),
    "a tree of scripts": (at_root(Names=Dictionary({"/JavaScript": Dictionary()})), ACTIVE),
    "an action of the file": (at_root(AA=Dictionary({"/WC": OPENS})), ACTIVE),
    "to another file": (hostile.opening("/GoToR", F="a.pdf"), ACTIVE),
    "to a file inside": (hostile.opening("/GoToE"), ACTIVE),
    "sends a form": (hostile.opening("/SubmitForm", F="https://example.no"), ACTIVE),
    "fetches data": (hostile.opening("/ImportData", F="a.fdf"), ACTIVE),
    "plays": (hostile.opening("/Rendition"), ACTIVE),
    "a film": (hostile.film(), ACTIVE),
    "a form of one program": (hostile.xfa(), LIVE_FORM),
    "in a packed object": (hostile.changed(link(script()), **PACKED), ACTIVE),
    "saved once more": (appended(), ACTIVE),
    "under no password": (hostile.encrypted(""), LOCKED),
    "an address of no action": (at_root(X=Dictionary({"/URI": "file:///c:/a.exe"})), ACTIVE),
    "a base of links": (at_root(URI=Dictionary({"/Base": "\x01file:///c:/"})), ACTIVE),
}


def why(content: bytes) -> str:
    return why_unfit(look_through, content)


@pytest.mark.parametrize("what", ELSEWHERE)
def test_a_087_a_link_leads_elsewhere_however_its_address_is_written(what: str) -> None:
    told = ELSEWHERE[what]
    address = pikepdf.String(told) if isinstance(told, str | bytes) else told
    assert why(hostile.changed(link(Dictionary({"/S": Name("/URI"), "/URI": address})))) == ACTIVE


@pytest.mark.parametrize("address", PLAIN)
def test_a_plain_link_may_stand_in_a_pdf(address: str) -> None:
    assert why(hostile.linking(address)) == ""


@pytest.mark.parametrize("what", ACTING)
def test_a_087_what_acts_is_found_wherever_it_stands(what: str) -> None:
    content, told = ACTING[what]
    assert why(content) == told
