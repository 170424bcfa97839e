"""No document is ever lost to a character: 500 generated requests, read back by readers that are not docgen's own."""

import io
import re
import unicodedata

import page
import pypdfium2
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from docgen.contract import DocumentRequest, printable
from docgen.make import make_docx, make_pdf
from docgen.seal import SealingKey
from docgen.shown import shown
from docgen.verify import verify
from docgen.words import words
from tests.unit.docgen.asking import asking
from tests.unit.docgen.hostile import HOSTILE

CASES = 500
LONGEST = 20_000

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
SHORT = st.one_of(
    st.sampled_from([text for text in HOSTILE.values() if len(text) < 1_000]), ANYTHING, WRITTEN, SCRIPTS
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


@settings(
    max_examples=CASES,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # making the smallest case of 20,000 characters takes many minutes
    suppress_health_check=list(HealthCheck),
)
@given(request=REQUESTS)
def test_both_files_say_what_the_request_says(request: DocumentRequest, key: SealingKey) -> None:
    said = list(words(shown(request)))
    word_file, sealed = make_docx(request), make_pdf(request, key)
    assert read_by_python_docx(word_file) == said_in_paragraphs(request, said)
    assert found_by_pdfium(sealed, said)
    assert verify(sealed, [key.certificate]).genuine
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf_bytes(sealed, profile=profile).failures == []


def read_by_python_docx(made: bytes) -> tuple[list[str], str]:
    """The answers, each with its white space as it is; and all that the document says, without white space."""
    paragraphs = Document(io.BytesIO(made)).paragraphs
    answers = [
        one.text for one in paragraphs if one.style is not None and str(one.style.name).startswith("Answer")
    ]
    return answers, "".join("".join(one.text.split()) for one in paragraphs)


def said_in_paragraphs(request: DocumentRequest, said: list[str]) -> tuple[list[str], str]:
    """The same of the request; the master sets the words over the marks as it sets answers."""
    data = shown(request)
    labels = data["content"]["labels"]
    answers = [row["answer"] for section in data["content"]["sections"] for row in section["answers"]]
    told = [labels["replaced_text"]] if data["replaced"] else []
    return answers + told, "".join("".join(said).split())


def found_by_pdfium(made: bytes, said: list[str]) -> bool:
    """Plain texts are found whole and in order; of others (which pdfium reads in its own way) every letter is there."""
    with pypdfium2.PdfDocument(made) as document:
        text = "".join(visible(page_text(one)) for one in document)
    letters, place = set(text), 0
    for each in map(visible, said):
        if not PLAIN.fullmatch(each):
            assert {letter for letter in each if letter.isalpha() and letter < BEYOND_16_BITS} <= letters
            continue
        found = text.find(each, place)
        assert found >= 0, each
        place = found + len(each)
    return True


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
