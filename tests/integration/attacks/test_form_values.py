"""Attacks A-005, A-012, A-035 and A-079 to A-084: values that no browser would send for our forms."""

from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import unquote_to_bytes, urlencode

import httpx
import pytest

from forms.walk import Walk
from tests import behind
from tests.draft import Draft, begin, filled, told
from tests.guest import CANARY, Guest
from tests.integration.attacks.both import kind_of_site, site
from tests.running_site import Site

__all__ = ["kind_of_site", "site"]

NUMBERS = ["NaN", "Infinity", "1E+400", "-0", "1_000", "9" * 5000, "٣", "１"]
BOOLEANS = ["nei", "False", "0", "off", "true", "1", "on", "YES"]
DATES = ["0001-01-01", "9999-12-31", "2023-02-29", "29-02-23", "2024-13-01", "2024-0-1", "1899-12-31"]


@pytest.fixture(scope="module")
def guest(site: Site) -> Guest:
    return site.visitor("stille")


@pytest.fixture(scope="module")
def whole(guest: Guest) -> tuple[Draft, Walk]:
    """A draft in which all is answered, so that every step may be visited."""
    draft = begin(guest)
    return draft, draft.fill()


@pytest.fixture
def about_another(guest: Guest) -> Draft:
    """At the step that asks for a birth date."""
    draft = begin(guest)
    draft.answer("role", {"submitter_role": "parent", "staff_assistance": "no"})
    draft.answer("address-protection", {"address_protected": "no"})
    return draft


def refused(site: Site, draft: Draft, slug: str, data: Mapping[str, object]) -> str:
    """The page that refuses the data, with its error summary, and nothing written."""
    with site.unchanged():
        answer = draft.answer(slug, data)
    assert answer.status_code == 422, answer.status_code
    assert "ds-error-summary" in answer.text
    assert "<title>Feil: " in " ".join(answer.text.split())
    return answer.text


def test_a_035_what_a_step_does_not_ask_is_not_kept(site: Site, guest: Guest) -> None:
    """Neither by autosave nor by a row's button, whatever an input of another step or of none is called."""
    draft = begin(guest).complete()
    stowed = dict.fromkeys(("stowaway", "need_description", "relatives", "relatives-0-stowaway"), CANARY)
    own = {"relatives-0-name": "Glad Fjellbekk", "relatives-0-phone": ""}
    for save in (draft.autosave, draft.answer):
        button = {"_rows": "relatives:add"} if save == draft.answer else {}
        assert save("relatives", stowed | own | button).status_code in {200, 303}
        kept = behind.typed(site, draft, "relatives")
        assert ["relatives-0-name", "Glad Fjellbekk"] in kept
        assert CANARY not in repr(kept)


@pytest.mark.parametrize("number", NUMBERS, ids=lambda value: ascii(value[:12]))
def test_a_079_what_is_no_number_is_an_error(site: Site, about_another: Draft, number: str) -> None:
    typed = {"subject_no_id": "no_number", "subject_given_name": "Rask", "subject_family_name": "Havgløtt"}
    for part in ("day", "month", "year"):
        date = {
            "subject_birth_date-day": "14",
            "subject_birth_date-month": "3",
            "subject_birth_date-year": "2011",
        }
        page = refused(site, about_another, "subject", typed | date | {f"subject_birth_date-{part}": number})
        assert f'href="#subject_birth_date-{part}"' in page
        assert 'value="Rask"' in page, "what was typed stays"
        assert escape(number) in page
    page = refused(
        site, about_another, "subject", typed | {"subject_no_id": "has_number", "subject_national_id": number}
    )
    assert 'href="#subject_national_id"' in page


@pytest.mark.parametrize("boolean", BOOLEANS)
def test_a_080_only_yes_is_yes(site: Site, whole: tuple[Draft, Walk], boolean: str) -> None:
    draft, _ = whole
    page = refused(site, draft, "role", {"submitter_role": "self", "staff_assistance": boolean})
    assert 'href="#staff_assistance"' in page
    with site.unchanged():
        answer = draft.send(declaration=boolean)
    assert answer.status_code == 422
    assert 'href="#declaration"' in answer.text


@pytest.mark.parametrize("date", DATES)
def test_a_081_dates_that_cannot_be_are_errors(site: Site, about_another: Draft, date: str) -> None:
    typed = {"subject_no_id": "no_number", "subject_given_name": "Rask", "subject_family_name": "Havgløtt"}
    year, month, day = date.split("-")
    parts = {
        "subject_birth_date-year": year,
        "subject_birth_date-month": month,
        "subject_birth_date-day": day,
    }
    page = refused(site, about_another, "subject", typed | parts)
    assert "#subject_birth_date-" in page
    assert f'value="{year}"' in page


def test_a_082_choices_are_from_the_list_and_one_is_one(site: Site, whole: tuple[Draft, Walk]) -> None:
    draft, _ = whole
    role = {"submitter_role": "self", "staff_assistance": "no"}
    assert "#submitter_role" in refused(site, draft, "role", role | {"submitter_role": "admin"})
    assert "#submitter_role" in refused(site, draft, "role", role | {"submitter_role": ["self", "parent"]})
    assert "#request_types" in refused(site, draft, "request", {"request_types": ["coordinator"] * 500})
    assert "#request_types" in refused(site, draft, "request", {"request_types": ["coordinator", "penger"]})
    need = {"need_description": ["Først dette.", "Så noe annet."]}
    assert "#need_description" in refused(site, draft, "need", need)
    twice = draft.answer("request", {"request_types": ["coordinator", "coordinator"]})
    assert twice.status_code == 303
    assert behind.answers(site, draft)["request"]["request_types"] == ["coordinator"]


def test_a_083_a_step_that_is_too_large_comes_back_with_what_was_typed(
    site: Site, whole: tuple[Draft, Walk]
) -> None:
    draft, _ = whole
    with site.unchanged():
        answer = draft.answer("need", {"need_description": "x" * 1_600_000, "what_matters": "Å bo hjemme."})
    assert answer.status_code == 413
    assert "x" * 1_600_000 in answer.text
    assert "Å bo hjemme." in answer.text
    assert 'href="#need_description"' in answer.text


def test_a_083_more_fields_than_any_step_has_are_not_read(site: Site, whole: tuple[Draft, Walk]) -> None:
    draft, _ = whole
    many = draft.guest.told(draft.step("need")).along({f"x{n}": "1" for n in range(20_000)})
    with site.unchanged():
        assert draft.guest.submit(draft.step("need"), many).status_code == 413
        assert draft.guest.submit(f"{draft.step('need')}/autolagring", many).status_code == 413
        assert draft.guest.submit(f"{draft.path}/send", many).status_code == 413
    with site.unchanged():
        answer = posted(draft.guest, draft.step("need"), "need_description=" + "x" * 3_000_000)
    assert answer.status_code == 413
    assert "trygt" in answer.text


def raw(draft: Draft, slug: str, body: str | bytes) -> httpx.Response:
    """Post these very bytes after the page's own fields."""
    controls = urlencode(draft.guest.told(draft.step(slug)).controls)
    octets = body.encode() if isinstance(body, str) else body
    return posted(draft.guest, draft.step(slug), f"{controls}&".encode() + octets)


def posted(guest: Guest, address: str, body: str | bytes) -> httpx.Response:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return guest.http.post(address, content=body, headers=kind)


@pytest.mark.parametrize("octets", ["a%FFb", "%C0%BC", "%ED%A0%80", "%F0%9F%98"])
def test_a_084_bytes_that_are_no_text_are_an_error(
    site: Site, whole: tuple[Draft, Walk], octets: str
) -> None:
    draft, _ = whole
    with site.unchanged():
        answer = raw(draft, "need", f"need_description=%C3%A5+{octets}&what_matters={octets}")
        assert answer.status_code == 422
        assert "Noen tegn kom ikke riktig fram." in answer.text
        assert "å " in answer.text
        token = draft.guest.token(draft.step("need"))
        asked = posted(
            draft.guest, draft.step("need"), f"csrf_token={token}&version={octets}&need_description=ok"
        )
        assert asked.status_code == 400
        assert posted(draft.guest, draft.step("need"), f"csrf_token={octets}&version=1").status_code == 400
        naked = raw(draft, "need", "need_description=å ".encode() + unquote_to_bytes(octets))
        assert naked.status_code == 400, "with such bytes the form's own token cannot be read either"
        assert "å a\ufffdb" in naked.text or "å \ufffd" in naked.text


def test_a_005_a_nul_and_its_like_are_taken_out_at_the_edge(site: Site, whole: tuple[Draft, Walk]) -> None:
    draft, walk = whole
    answer = draft.answer("need", {"need_description": "før\x00\x0b\x1better\r\nlinje to"})
    assert answer.status_code == 303
    assert behind.answers(site, draft)["need"]["need_description"] == "føretter\nlinje to"
    for query in ("?x=%00", "?eldre-enn=%00", "?v=%FF"):
        assert draft.guest.get(f"{draft.path}/se-over{query}").status_code == 200
    assert draft.guest.get("/larvik/sak/%00").status_code == 404
    assert draft.guest.get(f"{draft.path}/steg/%00%FF").status_code in {303, 404}
    assert draft.answer("need", filled(walk, "need")).status_code == 303


def test_a_012_a_million_letters_are_refused_and_the_rest_is_kept(
    site: Site, whole: tuple[Draft, Walk]
) -> None:
    draft, _ = whole
    with site.unchanged():
        answer = draft.answer("need", {"need_description": "x" * 1_600_000, "what_matters": "Hagen min."})
    assert answer.status_code == 413
    assert "Hagen min." in answer.text
    page = refused(site, draft, "need", {"need_description": "y" * 40_001, "what_matters": "Hagen min."})
    assert "40\u00a0000" in page
    assert "Hagen min." in page
    longest = "z" * 40_000
    assert draft.answer("need", {"need_description": longest}).status_code == 303
    assert longest in draft.review()


def test_a_012_the_limit_holds_whatever_was_pressed(site: Site, whole: tuple[Draft, Walk]) -> None:
    draft, _ = whole
    typed = {"need_description": "Kort nok.", "what_matters": "Hagen min.", "ukjent": "x" * 1_600_000}
    with site.unchanged():
        for pressed in ({}, {"_rows": "need:add"}):
            answer = draft.answer("need", typed | pressed)
            assert answer.status_code == 413
            assert "Hagen min." in answer.text
            assert "Dette var for mye tekst" in answer.text
        kept = draft.autosave("need", typed)
        assert kept.status_code == 413
        assert "Teksten er for lang." in kept.text
        assert "<html" not in kept.text
        assert draft.send(ukjent=typed["ukjent"]).status_code == 413


def test_a_012_the_limit_holds_for_a_body_that_does_not_tell_its_length(
    site: Site, whole: tuple[Draft, Walk]
) -> None:
    draft, _ = whole
    told_here = draft.guest.told(draft.step("need")).along({"need_description": "Kort nok."})
    kind = {"Content-Type": "application/x-www-form-urlencoded"}

    def chunks() -> Iterator[bytes]:
        yield urlencode(told_here).encode()
        yield from [b"&ukjent=" + b"x" * 100_000] * 16

    with site.unchanged():
        answer = draft.guest.http.post(draft.step("need"), content=chunks(), headers=kind)
    assert answer.status_code == 413
    assert "Kort nok." in answer.text


def test_what_was_typed_is_shown_as_text_and_never_as_markup(site: Site, whole: tuple[Draft, Walk]) -> None:
    draft, walk = whole
    hostile = "\"><img src=x onerror=alert(1)><div hx-get='/x' hx-trigger=load>{{ 7*7 }}</textarea>"
    page = refused(site, draft, "you", {"subject_given_name": hostile, "subject_family_name": ""})
    assert draft.answer("need", {"need_description": hostile}).status_code == 303
    for text in (page, draft.see("need"), draft.review()):
        assert "<img" not in text
        assert "<div hx-get" not in text
        assert "{{ 7*7 }}" in text
    assert draft.answer("need", filled(walk, "need")).status_code == 303
    assert told()["need"]["what_matters"] in draft.review()
