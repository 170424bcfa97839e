"""From the review to the office's desk, over the running site; without docgen, which a case that is in can wait for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from markupsafe import escape
from werkzeug.datastructures import MultiDict

from docgen.contract import DOCX, PDF, DocumentRequest
from forms.language import Language
from forms.municipality import municipality
from forms.situation import Person
from tests import behind
from tests.draft import CONSENTS, Draft, begin, told
from tests.guest import CANARY, Guest
from tests.running_site import Site
from wizard.cases import sending
from wizard.cases.drafts import Reader
from wizard.cases.handing_over import CaseStore
from wizard.cases.sending import Signing
from wizard.routes.case_lines import HAPPENED, STATUS

APPLICATION = {"form": "søknaden"}


@pytest.fixture(scope="module")
def sent(site: Site) -> Draft:
    draft = begin(site.visitor("stille")).complete()
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    return draft


@pytest.fixture
def staff(site: Site) -> Guest:
    return site.visitor("lun")


def office(draft: Draft) -> str:
    return draft.path.replace("/sak/", "/kontor/sak/")


def test_the_review_shows_every_answer_with_a_way_to_change_it(draft: Draft) -> None:
    walk = draft.fill()
    page = draft.review()
    for step in walk.path:
        assert f'href="{draft.step(step.slug)}"' in page
        for row in walk.rows(step):
            assert row.label in page
    assert told()["need"]["what_matters"] in page
    assert "Gå videre til underskrift" in page


def test_what_is_frozen_says_what_the_review_showed(site: Site, draft: Draft) -> None:
    walk = draft.fill()
    shown = draft.guest.told(f"{draft.path}/send").controls["content"]
    assert draft.send().status_code == 303
    request = behind.frozen(site, draft)
    assert request.content.sha256() == shown
    assert request.signatures[0].content_sha256 == shown
    answers = {(one.question, one.answer) for section in request.content.sections for one in section.answers}
    assert {row.text for step in walk.path for row in walk.rows(step) if row.text} <= {
        text for _, text in answers
    }


def test_the_receipt_says_reference_time_and_what_comes_next(site: Site, sent: Draft) -> None:
    case = behind.case(site, sent)
    assert case
    page = sent.receipt()
    assert case.reference in page
    assert re.search(r"\d{1,2}\. \w+ 20\d\d kl\. \d\d\.\d\d", page)
    for step in municipality("larvik").next_steps.application:
        assert step.text(Language()) in page
    assert "Vi lager filene dine nå." in page
    assert STATUS["submitted"] % APPLICATION in sent.guest.get("/larvik/mine-saker").text


def test_documents_are_not_there_until_they_are_made(site: Site, draft: Draft) -> None:
    draft.complete()
    assert draft.guest.get(f"{draft.path}/dokumenter").status_code == 404
    draft.send()
    for wanted in ("pdf", "docx", "exe", "PDF"):
        assert draft.guest.get(f"{draft.path}/dokument/{wanted}").status_code == 404
    with site.tools() as tools:
        for media_type in (PDF, DOCX):
            CaseStore(tools).keep_document(draft.id, media_type, b"invented " + media_type.encode())
        CaseStore(tools).documents_made(draft.id)
    case = behind.case(site, draft)
    assert case
    for wanted, media_type in (("pdf", PDF), ("docx", DOCX)):
        file = draft.guest.get(f"{draft.path}/dokument/{wanted}")
        assert file.content == b"invented " + media_type.encode()
        assert file.headers["content-type"] == media_type
        assert file.headers["content-disposition"].startswith("attachment")
        assert file.headers["content-security-policy"] == "default-src 'none'; sandbox"
        assert f"{case.reference}.{wanted}" in file.headers["content-disposition"]
    fragment = draft.guest.get(f"{draft.path}/dokumenter", headers={"HX-Request": "true"}).text
    assert "hx-trigger" not in fragment, "nothing is asked for again when both are there"
    assert STATUS["delivered"] % APPLICATION in draft.guest.get(draft.path).text


def test_the_office_reads_the_case_and_takes_it_in_hand_once(site: Site, sent: Draft, staff: Guest) -> None:
    case = behind.case(site, sent)
    assert case
    assert case.reference in staff.get("/larvik/kontor/").text
    page = staff.get(office(sent)).text
    for section in behind.frozen(site, sent).content.sections:
        for one in section.answers:
            assert escape(one.question) in page
            assert escape(one.answer) in page
    assert CANARY in page
    assert "Ta saken" in page
    for _ in range(2):
        assert staff.post(f"{office(sent)}/tatt-i-hand", page="/larvik/kontor/").status_code == 303
    assert behind.events(site, sent).count("taken_in_hand") == 1
    assert "Ta saken" not in staff.get(office(sent)).text
    assert HAPPENED["taken_in_hand"] in sent.guest.get(sent.path).text


def test_a_case_of_another_municipality_is_not_in_the_list(site: Site, sent: Draft) -> None:
    assert str(sent.id) not in site.visitor("klar", "kristiansand").get("/kristiansand/kontor/").text


def test_older_cases_are_a_page_away_and_nonsense_is_refused(staff: Guest, sent: Draft) -> None:
    assert (
        str(sent.id)
        not in staff.get("/larvik/kontor/", params={"eldre-enn": "2020-01-01T00:00:00+00:00"}).text
    )
    for nonsense in ("", "i går", "9999999999", "0001-01-01T00:00:00+14:00", "\x00", "2026-13-01"):
        assert staff.get("/larvik/kontor/", params={"eldre-enn": nonsense}).status_code == 400


def test_who_signs_on_paper_is_marked_for_the_office(site: Site, draft: Draft, staff: Guest) -> None:
    draft.complete()
    assert draft.send(sign_method="paper").status_code == 303
    assert behind.events(site, draft) == ["started", "paper_signature_promised", "submitted"]
    assert "Underskriften din på papir mangler" in draft.guest.get(f"{draft.guest.at}/mine-saker").text
    assert "Underskrift kommer på papir" in staff.get("/larvik/kontor/").text
    assert behind.frozen(site, draft).signatures[0].by_hand


def test_a_refused_hand_over_is_seen_by_the_office(site: Site, draft: Draft, staff: Guest) -> None:
    draft.complete().send()
    with site.tools() as tools:
        CaseStore(tools).refused(draft.id, "glyph missing")
    assert "Dokumentene kunne ikke lages" in staff.get("/larvik/kontor/").text
    assert HAPPENED["handover_refused"] in draft.guest.get(draft.path).text


MOMENTS = [
    (datetime(2026, 11, 30, 22, 59, 30, tzinfo=UTC), "30. november 2026 kl. 23.59"),
    (datetime(2026, 11, 30, 23, 0, 0, tzinfo=UTC), "1. desember 2026 kl. 00.00"),
    (datetime(2026, 12, 31, 23, 30, 0, tzinfo=UTC), "1. januar 2027 kl. 00.30"),
    (datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC), "28. mars 2027 kl. 01.59"),
    (datetime(2027, 3, 28, 1, 0, 0, tzinfo=UTC), "28. mars 2027 kl. 03.00"),
    (datetime(2026, 10, 25, 0, 30, 0, tzinfo=UTC), "25. oktober 2026 kl. 02.30"),
    (datetime(2026, 10, 25, 1, 30, 0, tzinfo=UTC), "25. oktober 2026 kl. 02.30"),
    (datetime(2026, 10, 24, 21, 59, 30, tzinfo=UTC), "24. oktober 2026 kl. 23.59"),
]


@pytest.fixture(scope="module")
def completed(site: Site) -> Iterator[Draft]:
    """Drafts in which all is answered."""
    guest = site.visitor("stille")
    return (begin(guest).complete() for _ in MOMENTS)


@pytest.mark.parametrize(("at", "local"), MOMENTS, ids=lambda value: str(value)[:20])
def test_a_053_received_at_the_time_of_day_in_norway(
    site: Site, completed: Iterator[Draft], at: datetime, local: str
) -> None:
    draft = next(completed)
    request = sent_at(site, draft, at)
    assert local in draft.receipt()
    assert local in [fact.value for fact in request.receipt]
    assert local in [fact.value for fact in request.signatures[0].facts]
    kept = str(at.replace(tzinfo=None)), repr(at.replace(tzinfo=None))  # as SQLite and PostgreSQL give it
    assert any(one in row for row in site.rows_of("submissions") for one in kept)


def sent_at(site: Site, draft: Draft, at: datetime) -> DocumentRequest:
    """Send it when the clock says so."""
    person = draft.guest.invented
    shown = draft.guest.told(f"{draft.path}/send").controls["content"]
    reader = Reader(Person(person.name, person.national_id), Language())
    with site.tools() as tools:
        late = replace(tools, clock=lambda: at)
        sending.send(late, draft.id, reader, Signing(shown, MultiDict(CONSENTS), "demo"))
    return behind.frozen(site, draft)


def test_the_office_hears_which_language_the_citizen_wrote_in(site: Site, draft: Draft) -> None:
    draft.guest.post("/sprak", {"code": "en", "back": "/"}, page="/larvik/")
    assert draft.complete().send().status_code == 303
    staff = site.visitor("lun")
    page = staff.get(f"/larvik/kontor/sak/{draft.id}").text
    assert page.startswith('<!DOCTYPE html>\n<html lang="nb"')
    assert "Skjemaet er fylt ut på engelsk." in page
    assert re.search(r'<dd\s+lang="en">', page), "what the citizen wrote"
    assert not re.search(r'<(?:h2|dt)\s+lang="en"', page), (
        "the form's own words are told in the reader's language"
    )
    assert '<span class="subtle" lang="en">' in staff.get("/larvik/kontor/").text


def test_nobody_is_asked_to_load_again_once_the_files_are_there(site: Site, sent: Draft) -> None:
    again = "Last siden på nytt"
    assert again in sent.receipt()
    with site.tools() as tools:
        for media_type in (PDF, DOCX):
            CaseStore(tools).keep_document(sent.id, media_type, b"invented " + media_type.encode())
        CaseStore(tools).documents_made(sent.id)
    assert again not in sent.receipt()
