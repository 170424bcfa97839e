"""The finished files as their reader gets them: their words, without the white space that setting them changes."""

import io

import docx
import pypdfium2
from docx.oxml.ns import qn

from forms.journeys.registry import Sample, journey
from forms.municipality import municipality
from forms.situation import Situation
from forms.walk import Walk

BREAK = "\u200b"
"""Where the PDF may break a long word: it has no width and is nothing that anybody wrote."""


def squeezed(text: str) -> str:
    return "".join(text.replace(BREAK, "").split())


def pdf_words(file: bytes) -> str:
    document = pypdfium2.PdfDocument(file)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return squeezed(text)


def docx_words(file: bytes) -> str:
    body = docx.Document(io.BytesIO(file)).element.body
    return squeezed("".join(text.text or "" for text in body.iter(qn("w:t"))))


def told(sample: Sample) -> list[str]:
    """Every line that the person answered, as finished text."""
    situation = Situation(
        municipality("larvik"), sample.submitter, sample.today, answers=sample.answers, synthetic=True
    )
    walk = Walk(journey("coordination"), situation)
    rows = [row for step in walk.path for row in walk.rows(step)]
    return [line for row in rows for line in row.text.splitlines() if line]
