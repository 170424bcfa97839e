"""Is every word of the request in the finished file, in order, and nothing else? One with a hole is no document."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from docgen.glyphs import Glyphs
from docgen.pdf_page import BeyondThePage
from docgen.pdf_text import pieces

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {f"{W}br": "\n", f"{W}tab": "\t"}
TEXT = (f"{W}t", *SPACES)


class Incomplete(Exception):  # noqa: N818 - reads as what happened
    """The finished file does not say what was asked; carries no text of it."""


def check_docx(made: bytes, words: Iterable[str]) -> None:
    """Every text verbatim, with its line feeds and tabs, and no other text. Raises ``Incomplete``."""
    said = docx_text(made)
    place = 0
    texts = list(words)
    for number, text in enumerate(texts):
        found = said.find(text, place)
        if found < 0 or said[place:found].strip():
            raise Incomplete(f"text {number} of the Word file")
        place = found + len(text)
    if said[place:].strip():
        raise Incomplete("the Word file says more")


def docx_text(made: bytes) -> str:
    """The text of the document's body, a line feed between paragraphs."""
    with ZipFile(BytesIO(made)) as package:
        root = etree.fromstring(package.read("word/document.xml"), _parser())
    return "\n".join("".join(map(_text, paragraph.iter(*TEXT))) for paragraph in root.iter(f"{W}p"))


def _parser() -> etree.XMLParser:
    """One that reads what stands there and nothing else: no entity, no DTD, nothing from the net."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)


def _text(element: etree._Element) -> str:
    return SPACES.get(str(element.tag)) or element.text or ""


def check_pdf(made: bytes, words: Iterable[str]) -> None:
    """Every text with every visible character, in order, and no other. Raises ``Incomplete``."""
    try:
        glyphs = Glyphs(pieces(made))
    except BeyondThePage as error:
        raise Incomplete("text beyond the page of the PDF") from error
    for number, text in enumerate(words):
        if not glyphs.take(text):
            raise Incomplete(f"text {number} of the PDF")
    if not glyphs.all_taken():
        raise Incomplete("the PDF says more")
