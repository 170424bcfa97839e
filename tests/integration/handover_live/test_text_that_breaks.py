"""Attacks A-001 to A-018: typed over HTTP, signed and sent, handed over, and both files read back."""

import io
import re
import time
import uuid
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

import httpx
import pikepdf
import pypdfium2
import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from docgen.complete import docx_text
from docgen.contract import printable
from docgen.make import settled
from docgen.words import words
from tests.documents import squeezed
from tests.draft import begin
from tests.guest import TRUST
from tests.integration.docgen.test_every_word import (
    found_by_pdfium,
    page_text,
    visible,
)
from tests.integration.handover_live.hostile_cases import HARMLESS, LONG, SHORT, Made, fill, made
from tests.integration.postgresql_server import PostgresqlServer
from tests.running_site import IN_NO_HURRY, Site

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
IN_TIME = 20
"""Seconds: less than a browser waits for a page, and much less than the worker waits for docgen."""


class Cases(NamedTuple):
    short: Made
    long: Made
    harmless: Made


@pytest.fixture(scope="module")
def whole_postgresql_site(
    tmp_path_factory: pytest.TempPathFactory, postgresql: PostgresqlServer, site: Site
) -> Iterator[Site]:
    """With a worker of its own. docgen keeps nothing: one serves both sites."""
    folder, url = tmp_path_factory.mktemp("whole-postgresql"), postgresql.database(uuid.uuid4().hex)
    with Site(folder, url) as on_server:
        on_server.docgen_port = site.docgen_port
        on_server.environment |= IN_NO_HURRY | {
            "VEIVISER_DOCGEN_URL": site.environment["VEIVISER_DOCGEN_URL"]
        }
        on_server.start_worker()
        yield on_server


@pytest.fixture(scope="module", params=["site", "whole_postgresql_site"])
def either_whole_site(request: pytest.FixtureRequest) -> Site:
    """With worker and docgen, on each kind of database."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def cases(either_whole_site: Site) -> Cases:
    """All the texts, in the answers of two cases; and the first of them once more with harmless answers."""
    site = either_whole_site
    stille, lys = site.visitor("stille"), site.visitor("lys")
    typed = [
        (fill(stille, "self", SHORT), SHORT),
        (fill(lys, "child", LONG), LONG),
        (fill(stille, "self", HARMLESS), HARMLESS),
    ]
    return Cases(*made(site, typed))


def word(case: Made) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(case.docx)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def headings(case: Made) -> int:
    with pikepdf.open(io.BytesIO(case.pdf)) as file:
        kinds = [
            str(item.S) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item
        ]
    return sum(re.fullmatch(r"/H\d", kind) is not None for kind in kinds)


def pages(case: Made) -> int:
    with pikepdf.open(io.BytesIO(case.pdf)) as file:
        return len(file.pages)


def exact(case: Made, name: str) -> str:
    """What is kept is what was typed, by the one rule of the edge; so are page, request and both files."""
    kept = case.stored[name]
    assert isinstance(kept, str)
    assert kept == printable(case.typed[name]).strip()
    assert kept in unescape(case.review)
    assert kept in case.answers
    assert kept in case.in_word
    sections = case.said["content"]["sections"]
    assert any(kept == row["answer"] for part in sections for row in part["answers"])
    return kept


def test_every_answer_is_in_both_files_to_the_last(cases: Cases) -> None:
    for case in cases:
        said = list(words(case.laid_out))
        assert case.in_word == case.answers
        assert found_by_pdfium(case.pdf, said)
        assert squeezed(said[-1]) in case.docx_words


def test_a_001_markup_is_text(cases: Cases) -> None:
    kept = exact(cases.short, "accommodation")
    assert squeezed(kept) in cases.short.pdf_words
    assert "<select>" not in cases.short.review


def test_a_002_markup_of_word_makes_no_paragraph(cases: Cases) -> None:
    kept = exact(cases.short, "what_matters")
    assert squeezed(kept) in cases.short.pdf_words
    marks = len(cases.short.laid_out["replaced"])
    listed = marks + 2 if marks else 0
    paragraphs = [len(list(word(case).iter(f"{WORD}p"))) for case in (cases.short, cases.harmless)]
    assert paragraphs[0] == paragraphs[1] + listed


@pytest.mark.parametrize("name", ["current_services_text", "services_needed_text"])
def test_a_003_a_004_templates_are_text_in_a_second_pass_too(cases: Cases, name: str) -> None:
    kept = exact(cases.short, name)
    assert squeezed(kept) in cases.short.pdf_words
    again = io.BytesIO()
    template = DocxTemplate(io.BytesIO(cases.short.docx))
    template.render({}, Environment(autoescape=True, undefined=StrictUndefined))
    template.save(again)
    assert docx_text(again.getvalue()) == docx_text(cases.short.docx)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("coordination_problem", "nul ab"),
        ("coordinator_wish_name", "ab ab a"),
        ("coordinator_wish_workplace", "bell ab feed ab"),
        ("coordinator_wish_why", "fdp.exe snudd"),
    ],
)
def test_a_005_a_006_a_007_a_011_what_cannot_be_written_is_taken_out_once(
    cases: Cases, name: str, kept: str
) -> None:
    assert exact(cases.short, name) == kept
    assert squeezed(kept) in cases.short.pdf_words


def test_a_007_no_page_and_no_line_is_broken_by_it(cases: Cases) -> None:
    breaks = [one.get(f"{WORD}type") for one in word(cases.short).iter(f"{WORD}br")]
    assert "page" not in breaks
    assert pages(cases.short) <= pages(cases.harmless) + 1


def test_a_008_half_a_character_is_refused_and_kept_by_nobody(cases: Cases, either_whole_site: Site) -> None:
    body = cases.harmless.request.canonical().replace(b'"Ja."', b'"a\\ud800b"')
    assert b"\\ud800" in body
    answer = httpx.post(
        f"http://127.0.0.1:{either_whole_site.docgen_port}/v1/documents",
        content=body,
        headers={"Authorization": f"Bearer {either_whole_site.token}", "Content-Type": "application/json"},
        verify=TRUST,
    )
    assert answer.status_code == 422
    draft = begin(either_whole_site.visitor("stille"))
    token = draft.guest.token(draft.step("role"))
    with either_whole_site.unchanged():
        told = draft.guest.http.post(
            draft.step("role"),
            content=b'{"submitter_role":"a\\ud800b"}',
            headers={"X-CSRFToken": token, "Content-Type": "application/json"},
        )
    assert told.status_code == 400


@pytest.mark.parametrize(("case", "name"), [("short", "decision_contact"), ("long", "what_matters")])
def test_a_009_a_010_every_script_is_shown_or_marked_and_listed(cases: Cases, case: str, name: str) -> None:
    kept = exact(getattr(cases, case), name)
    for letter in "Čáŋđŧž":
        assert name == "decision_contact" or letter in kept
    assert squeezed("Čáhcesuolu ŋ đ ŧ ž") in cases.long.pdf_words


def test_a_012_the_longest_answer_there_may_be_is_there_to_the_last_letter(cases: Cases) -> None:
    kept = exact(cases.long, "need_description")
    assert len(kept) == len(LONG["need_description"])
    with pypdfium2.PdfDocument(cases.long.pdf) as file:
        assert visible(kept) in "".join(visible(page_text(one)) for one in file)


def test_a_013_the_longest_name_is_whole_in_the_body_and_no_property_is_too_long(cases: Cases) -> None:
    name = f"{LONG['subject_given_name']} {LONG['subject_family_name']}"
    for said in (cases.long.docx_words, cases.long.pdf_words):
        assert squeezed(name) in said
    with zipfile.ZipFile(io.BytesIO(cases.long.docx)) as package:
        properties = etree.fromstring(package.read("docProps/core.xml"))
    assert all(len(one.text or "") <= 255 for one in properties)
    draft = begin(cases.long.draft.guest)
    draft.answer("role", {"submitter_role": "parent"})
    draft.answer("address-protection", {"address_protected": "no"})
    typed = {"subject_no_id": "no_number", "subject_given_name": "N" * 300}
    with cases.long.site.unchanged():
        answer = draft.answer("subject", typed)
    assert answer.status_code == 422
    assert "N" * 300 in answer.text


def test_a_014_lines_stay_lines(cases: Cases) -> None:
    assert exact(cases.short, "need_description") == "line1\nline2\n\n\n\tline4"


def test_a_015_typst_is_text(cases: Cases) -> None:
    kept = exact(cases.short, "living_text")
    assert squeezed(kept) in cases.short.pdf_words
    assert headings(cases.short) == headings(cases.harmless) > 0


def test_a_016_what_a_spreadsheet_would_run_stands_in_no_spreadsheet(cases: Cases) -> None:
    """There is no export to one: the office gets pages, the two files, and what was attached."""
    kept = exact(cases.short, "caregivers")
    assert squeezed(kept) in cases.short.pdf_words
    staff = cases.short.site.visitor("lun")
    office = cases.short.draft.path.replace("/sak/", "/kontor/sak/")
    for address in ("/larvik/kontor/", office):
        page = staff.get(address)
        assert page.headers["content-type"].startswith("text/html")
        assert not re.search(r'href="[^"]*(csv|xlsx?|ods)\b', page.text)


def test_a_017_what_looks_escaped_is_text(cases: Cases) -> None:
    assert squeezed(exact(cases.short, "gp")) in cases.short.pdf_words


def test_a_018_heaped_accents_are_kept_and_shown_in_time(cases: Cases) -> None:
    kept = exact(cases.long, "accommodation")
    assert kept == "á" + "\u0301" * 19_999
    begun = time.monotonic()
    assert cases.long.draft.guest.get(cases.long.draft.path).status_code == 200
    settled(cases.long.request)
    assert time.monotonic() - begun < IN_TIME
