"""Is every word of the request in the finished file, in order, and nothing else? A document with a hole is no document.

White space and characters without a glyph (such as joiners) are not compared in a PDF: a line's end looks like a space.
Nor is the order of letters inside a text that runs from right to left: a PDF has them as they stand on the line.
"""

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from docgen.pdf_page import BeyondThePage
from docgen.pdf_text import pieces

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {f"{W}br": "\n", f"{W}tab": "\t"}
TEXT = (f"{W}t", *SPACES)
BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""What Unicode itself leaves undrawn, beside the format characters: fillers, joiners, variation selectors."""
FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


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
        root = etree.fromstring(package.read("word/document.xml"))
    return "\n".join("".join(map(_text, paragraph.iter(*TEXT))) for paragraph in root.iter(f"{W}p"))


def _text(element: etree._Element) -> str:
    return SPACES.get(str(element.tag)) or element.text or ""


def check_pdf(made: bytes, words: Iterable[str]) -> None:
    """Every text with every visible character, in order, and no other. Raises ``Incomplete``."""
    try:
        read = [piece for piece in map(_seen, pieces(made)) if piece]
    except BeyondThePage as error:
        raise Incomplete("text beyond the page of the PDF") from error
    texts = ["".join(map(_seen, text)) for text in words]
    if sum(map(len, read)) == sum(map(len, texts)) and "".join(read) == "".join(texts):
        return
    glyphs = deque(read)
    drawn: set[str] = set()
    for number, text in enumerate(texts):
        take = _take_from_right if FROM_RIGHT.search(text) else _take
        if not take(glyphs, text, drawn):
            raise Incomplete(f"text {number} of the PDF")
    if not all(_drawn_again(glyph, drawn) for glyph in glyphs):
        raise Incomplete("the PDF says more")


@lru_cache(maxsize=8192)
def _seen(text: str) -> str:
    return "".join(
        character
        for character in text
        if not character.isspace() and not BLANK.match(character) and unicodedata.category(character) != "Cf"
    )


def _take(glyphs: deque[str], text: str, drawn: set[str]) -> bool:
    """Takes the text's glyphs. A cluster drawn with several glyphs (letter, marks) comes once for each of them."""
    place, before = 0, ""
    while place < len(text):
        if not glyphs:
            return False
        glyph = glyphs.popleft()
        if text.startswith(glyph, place):
            place += len(glyph)
            drawn.add(glyph)
        elif glyph != before and not _drawn_again(glyph, drawn):
            return False
        before = glyph
    return True


def _take_from_right(glyphs: deque[str], text: str, drawn: set[str]) -> bool:
    """The same where the line's order is not the text's: every letter, at least as often as it was written.

    Marks are not counted: they come with their letter, which comes once for each glyph that it is drawn with.
    """
    left = Counter(_letters(text))
    missing, known = left.total(), set(text)
    while missing:
        if not glyphs:
            return False
        glyph = glyphs.popleft()
        if not known.issuperset(glyph):
            return False
        wanted = Counter(_letters(glyph))
        if all(left[letter] >= times for letter, times in wanted.items()):
            left.subtract(wanted)
            missing -= wanted.total()
        drawn.add(glyph)
    return True


@lru_cache(maxsize=8192)
def _letters(text: str) -> str:
    return "".join(character for character in text if not unicodedata.category(character).startswith("M"))


def _drawn_again(glyph: str, drawn: set[str]) -> bool:
    """Another glyph of a cluster, or a mark without letter; Arabic and Hebrew draw even one letter with several."""
    return not _letters(glyph) or (glyph in drawn and (len(glyph) > 1 or FROM_RIGHT.match(glyph) is not None))
