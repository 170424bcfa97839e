"""No document is ever lost to a character: generated requests, read back by readers that are not docgen's own."""

import io
import re
import unicodedata

import page
import pypdfium2
import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from docgen.contract import DocumentRequest, printable
from docgen.doubtful import SAFE
from docgen.glyphs import FROM_RIGHT
from docgen.make import make_docx, settled
from docgen.seal import SealingKey, seal
from docgen.shown import Shown, shown, texts
from docgen.verify import verify
from docgen.words import words
from tests.unit.docgen.asking import asking
from tests.unit.docgen.hostile import HOSTILE
from tests.unit.docgen.unmarked import read_back, unmarked

LONGEST = 40_000

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
WRITTEN = st.text(
    st.sampled_from("abcæøåÆØÅáčđŋšŧž ABC 0123 .,;:!?-()[]{}<>&%$#\"'«»–\n\t"), min_size=1, max_size=300
)
SCRIPTS = st.text(
    st.sampled_from("漢字かなΕλληνικάПривітمرحبا שלום ሰላም नमस्ते வணக்கம் สวัสดี 👩‍👩‍👧‍👦❤️🇳🇴 "), min_size=1
)
LONG = st.tuples(st.one_of(ANYTHING, WRITTEN, SCRIPTS), st.integers(1, LONGEST)).map(
    lambda drawn: (drawn[0] * (drawn[1] // len(drawn[0]) + 1))[:LONGEST]
)
BLOCKS = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x300, 0x36F), (0x590, 0x5FF), (0x600, 0x6FF), (0x700, 0x74F), (0x900, 0x97F),
    (0x980, 0x9FF), (0xA80, 0xAFF), (0xB80, 0xBFF), (0xD80, 0xDFF), (0xE00, 0xE7F), (0xE80, 0xEFF), (0x1000, 0x109F),
    (0x1100, 0x11FF), (0x1200, 0x137F), (0x1780, 0x17FF), (0x2000, 0x206F), (0x20D0, 0x20FF), (0x2600, 0x27BF),
    (0x3040, 0x30FF), (0x4E00, 0x4E80), (0xAC00, 0xAC80), (0xFB00, 0xFB4F), (0xFE70, 0xFEFF), (0x1D400, 0x1D4FF),
    (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F), (0xE0020, 0xE007F),
)  # fmt: skip
LOOSE = st.one_of(
    st.characters(categories=["Cf", "Mn", "Mc", "Me"]),
    st.sampled_from("\n\n\n\t -.,()/:«»%+12\u0301\u064b\u0e48\u20e3"),
)
MIXED = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=3, unique=True).flatmap(
    lambda blocks: st.text(
        st.one_of(*(st.characters(min_codepoint=low, max_codepoint=high) for low, high in blocks), LOOSE),
        min_size=1,
        max_size=40,
    )
)
"""One to three scripts with marks, format characters, line feeds and signs in between."""
SHORT = st.one_of(
    st.sampled_from([text for text in HOSTILE.values() if len(text) < 1_000]),
    ANYTHING,
    WRITTEN,
    SCRIPTS,
    MIXED,
)
"""The long ones of the hostile texts are tried one by one in test_standards.py."""
REQUESTS = st.tuples(
    st.lists(SHORT.map(printable).filter(bool), min_size=1, max_size=4),
    st.integers(0, 19).flatmap(lambda side: st.just("") if side else LONG.map(printable)),
).map(lambda drawn: asking(*drawn[0], *filter(bool, drawn[1:])))
"""One in twenty has a long answer as well."""
BEYOND_16_BITS = "\U00010000"
PLAIN = re.compile(r"[\s!-~¡-ʯΑ-ώЁ-џ–—‘’“”…□⁰-⁹¹²³]*")
"""What every reader of PDF reads alike: no ligature, no cluster, no writing from the right."""


EVERY_WORD = settings(
    phases=[Phase.reuse, Phase.generate],  # making the smallest case of 20,000 characters takes many minutes
    suppress_health_check=list(HealthCheck),
)


@EVERY_WORD
@given(request=REQUESTS)
def test_both_files_say_what_the_request_says(request: DocumentRequest, key: SealingKey) -> None:
    data, unsealed = settled(request)
    said = list(words(data))
    word_file, sealed = make_docx(request), seal(unsealed, key)
    assert unmarked(data) == list(texts(request.content.model_dump(mode="json")))
    assert answers_found_out_from_word(word_file) == [
        row.answer for row in request.content.sections[0].answers
    ]
    assert read_by_python_docx(word_file) == said_in_paragraphs(data, said)
    assert found_by_pdfium(sealed, said)
    assert verify(sealed, [key.certificate]).genuine
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf_bytes(sealed, profile=profile).failures == []


FAILED = [
    "\u30fc\u08f5\n\u206c\n\u0e48",
    "\u30fc\u08f5\n\u00ad\n\u0e48",
    "\u0602\n\u0488",
    "\u0663\n\u0dd2",
    "\u05b9\u107b\n\u1035",
    "\u0890\n\u0488",
    "\u1fd8\ufbbf\n\u0611",
    "\ufd3e\u00c5\n\u0739",
    "\U0001f1fd\U0001f1fa\U0001f1f3\u09c7",
    "\U0001f1eb\u17bc\U0001f1eb\U0001f1ed\ufe7a",
    "\u200f- 12",
    "\u061c12/3 (ja)",
    "\u200f\u203e\u2065",
    "\u0603-\U0002e0f0",
    "\u070f\u2e5d\u00ab",
    "\u2018\uff3f\u0603",
    "\u0600\u2019",
]
"""Texts that once gave no PDF."""


@pytest.mark.parametrize("text", FAILED, ids=ascii)
def test_what_once_gave_no_pdf_is_made_with_marks_for_the_least_that_is_needed(text: str) -> None:
    request = asking(printable(text), "Et helt vanlig svar")
    data, made = settled(request)
    said = list(words(data))
    assert unmarked(data) == list(texts(request.content.model_dump(mode="json")))
    assert "Et helt vanlig svar" in said
    assert read_by_python_docx(make_docx(request)) == said_in_paragraphs(data, said)
    assert found_by_pdfium(made, said)


@EVERY_WORD
@given(text=st.text(st.from_regex(f"[{SAFE}]", fullmatch=True), min_size=1, max_size=60).map(printable))
def test_what_is_held_to_be_safe_needs_no_more_marks_than_the_fonts_do(text: str) -> None:
    request = asking(text)
    assert settled(request)[0] == shown(request)


def read_by_python_docx(made: bytes) -> tuple[list[str], str]:
    """The answers, each with its white space as it is; and all that the document says, without white space."""
    paragraphs = Document(io.BytesIO(made)).paragraphs
    answers = [
        one.text for one in paragraphs if one.style is not None and str(one.style.name).startswith("Answer")
    ]
    return answers, "".join("".join(one.text.split()) for one in paragraphs)


def answers_found_out_from_word(made: bytes) -> list[str]:
    """The answers with every mark undone, by nothing but the Word file's own list of marks."""
    paragraphs = Document(io.BytesIO(made)).paragraphs
    rows = [one.text.split() for one in paragraphs if one.style is not None and one.style.name == "Replaced"]
    answers, _ = read_by_python_docx(made)
    return read_back(answers[: len(answers) - bool(rows)], {mark: code for mark, code, *_ in rows})


def said_in_paragraphs(data: Shown, said: list[str]) -> tuple[list[str], str]:
    """The same of what is shown; the master sets the words over the marks as it sets answers."""
    labels = data["content"]["labels"]
    answers = [row["answer"] for section in data["content"]["sections"] for row in section["answers"]]
    told = [labels["replaced_text"]] if data["replaced"] else []
    return answers + told, "".join("".join(said).split())


def found_by_pdfium(made: bytes, said: list[str]) -> bool:
    """Plain texts are found whole and in order; of others (which pdfium reads in its own way) every letter is there.

    Where nothing runs from the right or is heaped, so are the plain words between those.
    """
    with pypdfium2.PdfDocument(made) as document:
        text = "".join(visible(page_text(one)) for one in document)
    letters, place = set(text), 0
    for each in said:
        seen = visible(each)
        assert {letter for letter in seen if letter.isalpha() and letter < BEYOND_16_BITS} <= letters
        for word in [] if turned_or_heaped(each) else PLAIN.findall(seen):
            found = text.find(word, place)
            assert found >= 0, word
            place = found + len(word)
    return True


def turned_or_heaped(text: str) -> bool:
    """Holds what pdfium sorts anew or repeats: letters from the right, and accents that are glyphs of their own."""
    return FROM_RIGHT.search(text) is not None or any(unicodedata.category(one)[0] == "M" for one in text)


def page_text(one: pypdfium2.PdfPage) -> str:
    """The text above the page's foot."""
    return str(one.get_textpage().get_text_bounded(bottom=60))


def visible(text: str) -> str:
    """Without white space, accents and hyphens (of which pdfium makes its own), and with ligatures as letters."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not letter.isspace()
        and letter not in "-\x02\ufffe\u00ad"
        and unicodedata.category(letter)[0] not in "MC"
    )
