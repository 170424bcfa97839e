"""What is declared stands on one page with the lines to sign on, in both files."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from babel.support import Translations
from docx import Document
from docx.table import _Row

from docgen.complete import check_pdf
from docgen.contract import Answer, DocumentRequest, Fact, Section, Signature
from docgen.make import make_docx
from docgen.pdf import pdf
from docgen.shown import shown
from docgen.words import words
from forms.language import LOCALES
from tests.unit.docgen.asking import sample

SENTENCE = "Jeg mener at opplysningene er riktige, og jeg har lest hvordan kommunen bruker dem. "
LINES = ("Sted", "Dato", "Underskrift")
HEADING = "Erklæring og underskrift"


def to_sign(
    before: int, declarations: list[str], signers: int = 1, name: str = "Invented"
) -> DocumentRequest:
    """An application with so many answers before what is to be signed by hand."""
    answers = [Answer(question=f"Spørsmål {number}?", answer="Svar") for number in range(before)]
    content = sample().content.model_copy(
        update={
            "sections": [Section(title="Svarene", answers=answers)],
            "attachments": [],
            "declarations": declarations,
        }
    )
    content = type(content).model_validate(content.model_dump())
    facts = [Fact(label="Fylt ut av", value=name), *(Fact(label=line, value="") for line in LINES)]
    signature = Signature(facts=facts, by_hand=True, content_sha256=content.sha256())
    return DocumentRequest(contract=1, content=content, signatures=[signature] * signers, receipt=[])


def pages(request: DocumentRequest) -> list[str]:
    data = shown(request)
    made = pdf(request, data)
    check_pdf(made, words(data))
    with pypdfium2.PdfDocument(made) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def signed_on(found: list[str]) -> str:
    """The page on which the declarations' heading stands."""
    return next(page for page in found if HEADING in page)


@pytest.mark.parametrize("sentences", [1, 5, 12, 25])
def test_declarations_and_lines_stand_on_one_page_however_much_stands_before(sentences: int) -> None:
    starts = set()
    for before in range(1, 40, 2):
        found = pages(to_sign(before, [SENTENCE] * sentences))
        page = signed_on(found)
        starts.add(len(page))
        assert page.count(SENTENCE.strip()) == sentences
        assert all(line in page.rsplit("Fylt ut av", 1)[1] for line in LINES)
    assert len(starts) > 3


def test_the_heading_before_a_long_block_is_not_left_alone_at_a_pages_foot() -> None:
    for before in range(1, 24):
        page = signed_on(pages(to_sign(before, [SENTENCE * 10] * 2)))
        assert page.count(SENTENCE.strip()) == 20


@pytest.mark.parametrize("sentences", [45, 150])
def test_declarations_longer_than_a_page_are_printed_whole_and_the_lines_stay_together(
    sentences: int,
) -> None:
    found = pages(to_sign(3, [SENTENCE] * sentences))
    assert sum(page.count(SENTENCE.strip()) for page in found) == sentences
    last = next(page for page in found if "Fylt ut av Invented" in page)
    assert all(line in last.rsplit("Fylt ut av Invented", 1)[1] for line in LINES)


def test_each_signers_block_is_whole() -> None:
    found = pages(to_sign(6, [SENTENCE] * 3, signers=9))
    blocks = [block for page in found for block in page.split("Fylt ut av Invented")[1:]]
    assert len(blocks) == 9
    assert all(line in block for block in blocks for line in LINES)


def split(row: _Row) -> bool:
    """Whether the row may run over two pages."""
    return 'w:cantSplit w:val="0"' in row._tr.xml  # noqa: SLF001 - python-docx has no such property


def test_in_word_a_row_that_is_not_split_holds_the_declarations_and_the_first_signers_lines() -> None:
    document = Document(io.BytesIO(make_docx(to_sign(3, [SENTENCE] * 3, signers=2))))
    (table,) = document.tables
    said = [[one.text for one in row.cells[0].paragraphs if one.text] for row in table.rows]
    assert said == [[SENTENCE] * 3 + ["Fylt ut av\tInvented", *LINES], ["Fylt ut av\tInvented", *LINES]]
    assert [split(row) for row in table.rows] == [False, False]


def test_in_word_declarations_longer_than_a_page_may_be_split() -> None:
    document = Document(io.BytesIO(make_docx(to_sign(3, [SENTENCE] * 45))))
    assert split(document.tables[0].rows[0])


def test_in_word_the_heading_stays_with_the_row() -> None:
    document = Document(io.BytesIO(make_docx(to_sign(3, [SENTENCE]))))
    heading = next(one for one in document.paragraphs if one.text == HEADING)
    assert heading.style is not None
    assert heading.style.paragraph_format.keep_with_next


def test_in_word_declarations_without_a_signature_are_printed() -> None:
    document = Document(io.BytesIO(make_docx(to_sign(3, [SENTENCE], signers=0))))
    assert [one.text for one in document.tables[0].cell(0, 0).paragraphs if one.text] == [SENTENCE]


def test_the_seal_stands_on_no_page_of_its_own() -> None:
    last = [HEADING in pages(to_sign(before, [SENTENCE]))[-1] for before in range(1, 40, 2)]
    assert set(last) == {True}


def test_nobody_is_sent_to_the_last_page_to_sign_for_it_may_hold_the_seal_alone() -> None:
    last = [HEADING in pages(to_sign(before, [SENTENCE] * 25))[-1] for before in range(1, 40, 2)]
    assert False in last
    source = Path("templates/components/paper.html").read_text("utf-8")
    (told,) = re.findall(r'_\("(Skriv dato[^"]*)"\)', source)
    for code in LOCALES:
        translated = Translations.load("wizard/translations", [code]).gettext(told)
        assert re.search("siste|last page", translated) is None, code
