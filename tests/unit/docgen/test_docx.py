import io
import zipfile

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, UndefinedError
from lxml import etree

from docgen.complete import docx_text
from docgen.docx import docx
from docgen.make import make_docx
from docgen.shown import shown
from tests.unit.docgen.asking import asking, sample
from tests.unit.docgen.hostile import HOSTILE

PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def part(made: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return package.read(name)


def paragraphs(made: bytes) -> int:
    return len(list(etree.fromstring(part(made, "word/document.xml")).iter(PARAGRAPH)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_answer_makes_a_paragraph(text: str) -> None:
    marks = len(shown(asking(text))["replaced"])
    listed = marks + 2 if marks else 0
    assert paragraphs(make_docx(asking(text))) == paragraphs(make_docx(asking("Ja"))) + listed


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_second_pass_of_docxtpl_evaluates_nothing_and_leaves_the_text_alone(text: str) -> None:
    made = make_docx(asking(text, title="Søknad {{ 7*7 }} {_{ 8*8 }_}"))
    again = io.BytesIO()
    template = DocxTemplate(io.BytesIO(made))
    template.render({}, Environment(autoescape=True, undefined=StrictUndefined))
    template.save(again)
    assert docx_text(again.getvalue()) == docx_text(made)


def test_line_feeds_and_tabs_are_kept() -> None:
    assert "linje 1\nlinje 2\n\n\tlinje 4" in docx_text(make_docx(asking("linje 1\nlinje 2\n\n\tlinje 4")))


def test_a_title_of_any_length_is_whole_in_the_body_and_cut_in_the_properties() -> None:
    made = make_docx(asking("Ja", title="A & B " * 60))
    assert ("A & B " * 60) in docx_text(made)
    title = etree.fromstring(part(made, "docProps/core.xml")).find("{http://purl.org/dc/elements/1.1/}title")
    assert title is not None
    assert title.text == ("A & B " * 60)[:255]


def test_no_answer_is_in_the_properties() -> None:
    made = make_docx(sample())
    for name in ("docProps/core.xml", "docProps/app.xml"):
        assert b"Fjellvik" not in part(made, name)


def test_the_same_request_gives_the_same_bytes() -> None:
    assert make_docx(sample()) == make_docx(sample())


def test_a_name_that_the_request_has_not_is_an_error() -> None:
    data = shown(sample())
    del data["content"]["letterhead"]["office"]
    with pytest.raises(UndefinedError):
        docx("form", data)


def test_the_document_says_its_language_and_the_municipalitys_colour() -> None:
    nynorsk = make_docx(asking("Ja", language="nn"))
    assert b'w:val="nn-NO"' in part(nynorsk, "word/styles.xml")
    assert b"0b5c7d" in part(nynorsk, "word/styles.xml").lower()
    assert b"{{" not in part(nynorsk, "word/styles.xml")


def test_an_answer_in_arabic_runs_from_the_right() -> None:
    assert b"Answerfromright" in part(make_docx(asking("مرحبا بالعالم")), "word/document.xml")
    assert b"Answerfromright" not in part(make_docx(asking("Norsk مرحبا")), "word/document.xml")
