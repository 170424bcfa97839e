"""How something was confirmed at the counter stands in both files, which keep their standards (PDF/A-3a, PDF/UA-1)."""

import io
from datetime import UTC, datetime
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document

from docgen.contract import DocumentRequest
from docgen.make import make_docx, make_pdf
from docgen.seal import SealingKey
from docgen.verify import verify
from forms.language import Language
from forms.signatures import AtCounter, counter_hand_signature, counter_signature
from forms.situation import Person
from tests.documents import docx_words, pdf_words, squeezed
from tests.drawn import png
from tests.integration.docgen.test_standards import failures
from tests.unit.docgen.asking import sample

PERSON = Person("Varm Myrstrand", "04886549631")
AT = datetime(2026, 12, 1, 11, tzinfo=UTC)
BY = "Fin Strandeng, Servicesenteret"
WAYS = {
    "drawn": AtCounter(
        BY, "Tegnet på skjermen i skranken", "Pass", drawing_sha256="ab" * 32, drawing=png(300, 120)
    ),
    "name": AtCounter(BY, "Navnet skrevet", "Førerkort", typed_name="Varm M."),
    "paper": AtCounter(BY, "På papir", "Pass"),
    "said": AtCounter(BY, "Sagt", why_unsigned="Ringte fra sykehuset.", known_by="Vi kjenner personen"),
}


def signed(way: str, person: Person = PERSON) -> DocumentRequest:
    content = sample().content
    seen, language = WAYS[way], Language()
    if way == "paper":
        signature = counter_hand_signature(person, "", seen, content.sha256(), language, protected=False)
    else:
        signature = counter_signature(person, "", seen, AT, content.sha256(), language)
    return DocumentRequest(contract=1, content=content, signatures=[signature], receipt=sample().receipt)


@pytest.mark.parametrize("way", WAYS)
def test_both_files_tell_how_it_was_confirmed_and_who_saw_it(way: str, key: SealingKey) -> None:
    request = signed(way)
    made = make_pdf(request, key)
    assert failures(made) == []
    assert verify(made, [key.certificate]).genuine
    told = [fact.value for fact in request.signatures[0].facts] + [
        f.label for f in request.signatures[0].facts
    ]
    assert BY in told
    assert "Svarene er lest opp, og personen er enig" in told
    for words in (pdf_words(made), docx_words(make_docx(request))):
        assert [one for one in told if squeezed(one) not in words] == []


HOSTILE = Person('Varm {{ title }} "M" <b>\u202e&amp;{%p if %}', "04886549631")


@pytest.mark.parametrize("person", [PERSON, HOSTILE])
def test_what_was_drawn_is_a_picture_in_both_files_with_words_in_its_place(
    person: Person, key: SealingKey
) -> None:
    request = signed("drawn", person)
    made = make_pdf(request, key)
    assert failures(made) == []
    with pikepdf.open(io.BytesIO(made)) as pdf:
        figures = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
        told = [str(one.get("/Alt") or "") for one in figures]
    assert [one.startswith("Underskrift tegnet av Varm") for one in told] == [True]
    word = Document(io.BytesIO(make_docx(request)))
    drawn = word.element.body.xpath(".//w:tbl//wp:docPr/@descr")
    assert [one.startswith("Underskrift tegnet av Varm") for one in drawn] == [True]
    (kept,) = word.element.body.xpath(".//w:tbl//a:blip/@r:embed")
    assert word.part.related_parts[kept].blob == png(300, 120)


@pytest.mark.parametrize("way", ["name", "paper", "said"])
def test_where_nothing_was_drawn_there_is_no_picture(way: str) -> None:
    request = signed(way)
    assert b"picture" not in request.canonical(), "what was sent before there were pictures keeps its hash"
    assert b"wp:docPr" not in ZipFile(io.BytesIO(make_docx(request))).read("word/document.xml")


def test_who_cannot_write_has_a_line_for_a_mark_and_a_guided_hand_one_for_its_witness() -> None:
    lines = [fact.label for fact in signed("paper").signatures[0].facts if not fact.value]
    assert lines == [
        "Sted",
        "Dato",
        "Underskrift",
        "Merke, hvis personen ikke kan skrive navnet sitt",
        "Vitne, hvis noen hjalp til med å skrive under",
    ]
