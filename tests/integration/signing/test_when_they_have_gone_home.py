"""A helper asks and takes back on behalf of whoever sits there; never by themselves when that person has gone home."""

from datetime import timedelta

import httpx
import pytest

from forms.language import OSLO
from forms.situation import Person
from tests import behind, several
from tests.at_a_time import SiteAt
from tests.counter import Helped, begun, taken_up
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.signing.test_at_the_counter import WAIT, waits_for_others
from tests.integration.wizard.test_counter_signing import DRAWN, confirm

ALONE = "Det er en stund siden personen skrev under."
LATE = timedelta(minutes=16)


@pytest.fixture
def kjekk(site_at: SiteAt) -> Guest:
    return site_at.visitor("kjekk")


@pytest.fixture
def draft(site_at: SiteAt, helper: Guest) -> Helped:
    """The mother's, for a child whose father must sign too; she has signed at the counter."""
    myk = site_at.visitor("myk").invented
    draft = begun(helper, Person(myk.name, myk.national_id))
    draft.today = site_at.now.astimezone(OSLO).date()
    draft.complete(several.answers_for(site_at.visitor("rask").invented))
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    return draft


def let_go(draft: Draft) -> httpx.Response:
    typed = {"capacity": "second_parent"}
    return draft.guest.post(f"{several.page(draft)}/trekk", typed, page=f"{draft.guest.at}/skranke/")


def test_whoever_comes_again_asks_with_the_helper_who_took_the_draft_up(
    site_at: SiteAt, draft: Helped, helper: Guest, kjekk: Guest
) -> None:
    site_at.now += timedelta(hours=20)
    helper.log_in("fin")
    kjekk.log_in("kjekk")
    again = taken_up(helper, Draft(site_at.visitor("myk"), f"/larvik/sak/{draft.id}"))
    assert ALONE not in helper.get(several.page(again)).text
    code = several.code_of(several.ask(again, "second_parent", kjekk.invented))
    site_at.now += LATE
    assert ALONE in helper.get(several.page(again)).text
    assert several.sign(kjekk, several.come(kjekk, code)).status_code == 303


def test_a_visit_that_lasts_has_a_way_on(site_at: SiteAt, draft: Helped, kjekk: Guest) -> None:
    site_at.now += LATE
    page = draft.guest.get(several.page(draft)).text
    assert ALONE in page
    assert "Da skriver personen under på nytt, og kan be noen eller sende." in page
    draft.today = site_at.now.astimezone(OSLO).date()
    assert draft.answer("need", {"need_description": "Noe helt annet."}).status_code == 303
    assert draft.guest.get(f"{draft.path}/underskrift").headers["location"] == "/larvik/bekreft", (
        "the helper too"
    )
    assert draft.guest.post("/larvik/bekreft").headers["location"] == f"{draft.path}/underskrift"
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    assert several.code_of(several.ask(draft, "second_parent", kjekk.invented))


def test_a_helper_who_is_alone_lets_nobody_go(site_at: SiteAt, draft: Helped, kjekk: Guest) -> None:
    code = several.code_of(several.ask(draft, "second_parent", kjekk.invented))
    assert "Ikke be om dette likevel" in draft.guest.get(several.page(draft)).text
    site_at.now += LATE
    assert "Ikke be om dette likevel" not in draft.guest.get(several.page(draft)).text
    with site_at.unchanged():
        assert let_go(draft).headers["location"] == several.page(draft)
    assert several.sign(kjekk, several.come(kjekk, code)).status_code == 303


def test_another_than_was_asked_takes_a_new_signature_of_the_author(
    site_at: SiteAt, draft: Helped, kjekk: Guest
) -> None:
    other = site_at.visitor("jevn").invented
    several.code_of(several.ask(draft, "second_parent", kjekk.invented))
    assert several.code_of(several.ask(draft, "second_parent", kjekk.invented)), "the same, once more"
    assert let_go(draft).status_code == 303
    answer = several.ask(draft, "second_parent", other)
    assert (answer.status_code, "Dere har allerede bedt en annen." in answer.text) == (422, True)
    site_at.now += timedelta(minutes=1)
    assert draft.answer("need", {"need_description": "Noe helt annet."}).status_code == 303
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    assert several.code_of(several.ask(draft, "second_parent", other))
    assert behind.events(site_at, draft)[-1] == "asked_to_sign"
