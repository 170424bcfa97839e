"""Letters, declarations and blank forms: both files say all of the request, each in its own order."""

import io
import zipfile

import pypdfium2
import pytest

from docgen.complete import Incomplete, check_pdf, docx_text
from docgen.contract import AnyRequest, BlankRequest, DocumentRequest
from docgen.docx import MASTERS
from docgen.make import make_docx, settled
from docgen.masters.bodies import BODIES
from docgen.masters.build import master
from docgen.pdf import pdf
from docgen.shown import Shown, shown, texts
from docgen.words import words
from tests.unit.docgen.asking import FILLED, KINDS, any_sample, blank_sample, sample
from tests.unit.docgen.hostile import HOSTILE

NO_TEXT = {"labels", "language", "colour", "kind", "content_sha256"}
SHORT = {name: text for name, text in HOSTILE.items() if len(text) < 1_000}


def made_of(request: AnyRequest) -> Shown:
    """What both files of the request show; raises where either lacks a word of it."""
    make_docx(request)
    return settled(request)[0]


def changed(kind: str, **parts: object) -> DocumentRequest:
    """The sample, unsigned, with other parts."""
    content = sample(kind).content
    content = type(content).model_validate(content.model_copy(update=parts).model_dump())
    return DocumentRequest(contract=1, content=content, signatures=[], receipt=[])


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_the_sample_is_looked_for_and_found_in_both_files(kind: str) -> None:
    said = " ".join(words(made_of(any_sample(kind))))
    missing = [text for text in texts(printed(any_sample(kind).model_dump())) if text not in said]
    assert missing == ([blank_sample().blank.reference] if kind == "blank" else [])


def test_a_blank_forms_name_is_the_offices_and_stands_at_the_foot_of_each_page_alone() -> None:
    name, data = blank_sample().blank.reference, shown(blank_sample())
    pages = pypdfium2.PdfDocument(pdf(blank_sample(), data))
    said = [page.get_textpage().get_text_range() for page in pages]
    assert [text.count(name) for text in said] == [1] * len(said)


def printed(value: object) -> object:
    """A request's parts without those that are no text of its body."""
    if isinstance(value, dict):
        return {key: printed(one) for key, one in value.items() if key not in NO_TEXT}
    return [printed(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_word_master_is_what_its_builder_builds(kind: str) -> None:
    built = io.BytesIO()
    master(kind).save(built)
    assert set(BODIES) == set(KINDS)
    with zipfile.ZipFile(built) as fresh, zipfile.ZipFile(MASTERS / f"{kind}.docx") as shipped:
        assert fresh.namelist() == shipped.namelist()
        for name in fresh.namelist():
            assert fresh.read(name) == shipped.read(name), name


BY_TURNS = [
    pytest.param(FILLED[number % len(FILLED)], text, id=f"{name}-{FILLED[number % len(FILLED)]}")
    for number, (name, text) in enumerate(SHORT.items())
]
"""Each text once, in one kind after the other: what any text does to a page is the same in all of them."""


@pytest.mark.parametrize(("kind", "text"), BY_TURNS)
def test_what_is_asked_for_may_be_any_text(kind: str, text: str) -> None:
    said = list(words(made_of(changed(kind, points=[text, "Slutt"]))))
    assert said.index("1.") < said.index("2.") == said.index("Slutt") - 1


@pytest.mark.parametrize("kind", FILLED)
def test_many_and_long_points_flow_over_pages(kind: str) -> None:
    made_of(changed(kind, points=["Jeg ber om at saken blir vurdert på nytt. " * 120] * 12))


@pytest.mark.parametrize("kind", FILLED)
def test_without_points_there_is_no_heading_over_them(kind: str) -> None:
    request = changed(kind, points=[])
    assert request.content.labels.points not in list(words(made_of(request)))


def places(kind: str, *wanted: str) -> list[int]:
    """Where the words stand in the Word file."""
    said = docx_text(make_docx(any_sample(kind)))
    found = [said.find(one) for one in wanted]
    assert -1 not in found
    return found


def test_a_letter_says_first_what_the_law_asks_for_and_what_is_wanted() -> None:
    content = sample("letter").content
    wanted = (
        content.letterhead.office,
        content.reference,
        content.title,
        content.facts[0].value,
        content.points[0],
        content.sections[0].title,
        content.attachments[0].name,
        content.declarations[0],
    )
    assert places("letter", *wanted) == sorted(places("letter", *wanted))


def test_a_declaration_is_signed_before_anything_else_follows() -> None:
    content = sample("declaration").content
    wanted = (
        content.title,
        content.points[0],
        content.sections[0].title,
        content.declarations[0],
        content.reference,
    )
    assert places("declaration", *wanted) == sorted(places("declaration", *wanted))


@pytest.mark.parametrize("kind", FILLED)
def test_a_word_in_another_place_is_a_hole(kind: str) -> None:
    request = any_sample(kind)
    data = shown(request)
    said = list(words(data))
    made = pdf(request, data)
    check_pdf(made, said)
    for wrong in (said[1:], [*said[:5], said[6], said[5], *said[7:]], [*said, "mer"]):
        with pytest.raises(Incomplete):
            check_pdf(made, wrong)


def test_a_form_can_be_as_long_as_it_likes_on_paper() -> None:
    blank = blank_sample().blank
    request = BlankRequest(contract=1, blank=blank.model_copy(update={"sections": blank.sections * 6}))
    assert request.sha256() != blank_sample().sha256()
    made_of(request)


@pytest.mark.parametrize("text", SHORT.values(), ids=SHORT)
def test_a_blank_form_may_say_any_text(text: str) -> None:
    whole = blank_sample().model_dump()
    section = whole["blank"]["sections"][0]
    section["lead"] = [text]
    for question in section["questions"]:
        question |= {"question": text, "hint": text, "condition": text}
    data = made_of(BlankRequest.model_validate(whole))
    assert list(words(data)).count(data["content"]["sections"][0]["lead"][0]) > 3


@pytest.mark.parametrize("before", range(1, 8))
def test_what_is_signed_by_hand_stands_on_one_page_with_its_lines(before: int) -> None:
    sample = blank_sample().blank
    request = BlankRequest(contract=1, blank=sample.model_copy(update={"sections": sample.sections[:before]}))
    with pypdfium2.PdfDocument(settled(request)[1]) as document:
        pages = [one.get_textpage().get_text_bounded() for one in document]
    wanted = (*sample.signing.lead, *sample.signing.declarations, *sample.signing.lines)
    assert [all(text in said for text in wanted) for said in pages].count(True) == 1
    assert all(f"{sample.labels.page} {number} " in said for number, said in enumerate(pages, 1))
