"""Where the answers tell only a day of birth: whoever signs must fit it, and is shown by the name of their log-in."""

import pytest

from tests import behind, several
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest

UNCHECKED = "Navnet er ikke kontrollert mot fødselsnummer"
OTHER = {
    "subject_no_id": "no_number",
    "subject_birth_date": "2011-05-19",
    "subject_given_name": "Helt",
    "subject_family_name": "Annen",
}


@pytest.fixture
def rask(site_at: SiteAt) -> Guest:
    return site_at.visitor("rask")


@pytest.fixture
def draft(site_at: SiteAt, rask: Guest) -> Draft:
    """Of somebody whose number nobody knew, born on the same day as the one who comes."""
    draft = site_at.begin("myk", "coordination")
    draft.complete({**several.answers_for(rask.invented), "subject": OTHER})
    several.wait(draft)
    return draft


def come(draft: Draft, guest: Guest) -> str:
    asked = several.ask(draft, "young_person", national_id=guest.invented.national_id)
    return several.come(guest, several.code_of(asked))


def office(site: SiteAt, draft: Draft) -> str:
    return site.visitor("lun").get(draft.path.replace("/sak/", "/kontor/sak/")).text


def test_the_name_of_the_log_in_is_shown_to_the_author_and_marked_for_the_office(
    site_at: SiteAt, draft: Draft, rask: Guest
) -> None:
    at = come(draft, rask)
    page = draft.guest.get(several.page(draft)).text
    assert "Har logget inn som Rask Elveblest." in page
    assert "navnet er ikke kontrollert mot fødselsnummer" in page
    assert several.sign(rask, at).status_code == 303
    assert "name_unchecked" in behind.marks(site_at, draft)
    receipt = {fact.label: fact.value for fact in behind.frozen(site_at, draft).receipt}
    assert receipt[UNCHECKED].startswith("Rask Elveblest logget inn og skrev under som den det gjelder.")
    assert UNCHECKED in office(site_at, draft)


def test_a_signature_that_comes_later_is_marked_so_too(site_at: SiteAt, draft: Draft, rask: Guest) -> None:
    at = come(draft, rask)
    draft.guest.post(f"{several.page(draft)}/send", page=several.page(draft))
    assert UNCHECKED not in office(site_at, draft)
    assert several.sign(rask, at).status_code == 303
    assert UNCHECKED in office(site_at, draft)


def test_the_child_is_not_the_other_parent_whatever_its_number_is_called(
    site_at: SiteAt, draft: Draft, rask: Guest
) -> None:
    with site_at.unchanged():
        answer = several.ask(draft, "second_parent", rask.invented)
    assert answer.status_code == 422
    assert "under 18 år" in answer.text


def test_who_is_known_by_number_is_marked_by_nothing(site_at: SiteAt, rask: Guest) -> None:
    draft = site_at.begin("myk", "coordination").complete(several.answers_for(rask.invented))
    several.wait(draft)
    at = several.come(rask, several.code_of(several.ask(draft, "young_person")))
    assert "kontrollert mot fødselsnummer" not in draft.guest.get(several.page(draft)).text
    several.sign(rask, at)
    assert "name_unchecked" not in behind.marks(site_at, draft)


def test_who_cannot_tell_the_number_is_shown_another_way_and_the_choice_is_near(
    draft: Draft, rask: Guest
) -> None:
    page = draft.guest.get(several.page(draft)).text
    assert "Kan du ikke nummeret?" in page
    assert "velg «På papir»" in page
    assert 'href="#valget"' in rask.get(come(draft, rask)).text
