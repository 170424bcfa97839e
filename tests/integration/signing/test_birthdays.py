"""Ages are counted again when each signs and when it goes in: nobody signs by yesterday's rules."""

from datetime import datetime

import pytest

from forms.language import OSLO
from tests import behind, several
from tests.at_a_time import SiteAt
from tests.draft import Draft, filled
from tests.guest import Guest

EVE, BIRTHDAY = datetime(2027, 5, 18, 23, 50, tzinfo=OSLO), datetime(2027, 5, 19, 0, 5, tzinfo=OSLO)
"""Of Rask, who becomes 16."""
OF_AGE_EVE, OF_AGE = datetime(2027, 2, 7, 23, 50, tzinfo=OSLO), datetime(2027, 2, 8, 0, 5, tzinfo=OSLO)
"""Of Lett, who becomes 18."""
AGED = "har hatt fødselsdag"


@pytest.fixture
def kjekk(site_at: SiteAt) -> Guest:
    site_at.now = EVE
    return site_at.visitor("kjekk", "porsgrunn")


@pytest.fixture
def draft(site_at: SiteAt, kjekk: Guest) -> Draft:
    """Signed by the mother of somebody who is 15 for ten minutes more; the father is asked."""
    draft = site_at.begin("myk", "care_services", kjekk.municipality)
    child = site_at.visitor("rask", "porsgrunn").invented
    draft.complete(several.answers_for(child, "care_services"))
    several.wait(draft)
    return draft


def test_what_was_signed_for_a_child_of_15_is_not_sent_for_somebody_of_16(
    site_at: SiteAt, draft: Draft, kjekk: Guest
) -> None:
    at = several.come(kjekk, several.code_of(several.ask(draft, "second_parent", kjekk.invented)))
    form = kjekk.told(at).along(several.READ)
    site_at.now = BIRTHDAY
    assert AGED in kjekk.get(at).text
    assert kjekk.submit(at, form).status_code == 409
    assert behind.events(site_at, draft)[-1] == "signatures_voided"
    assert behind.submissions(site_at, draft) == 0
    assert AGED in draft.review()
    assert "hadde fødselsdag" not in draft.guest.get("/porsgrunn/mine-saker").text


def test_the_author_is_led_to_sign_anew_and_then_the_young_person_is_who_signs(
    site_at: SiteAt, draft: Draft
) -> None:
    site_at.now = BIRTHDAY
    page = draft.guest.get(several.page(draft))
    assert page.headers["location"] == f"{draft.path}/se-over"
    assert "Må skrives under på nytt" in draft.guest.get("/porsgrunn/mine-saker").text
    assert AGED in draft.review()
    send = draft.guest.post(f"{several.page(draft)}/send", page=f"{draft.path}/se-over")
    assert send.headers["location"] == several.page(draft)
    assert behind.submissions(site_at, draft) == 0, "nothing goes in by yesterday's rules"
    child = site_at.visitor("rask").invented
    draft.today = BIRTHDAY.date()
    walk = draft.walk(several.answers_for(child, "care_services", representative={"rep_authority": "none"}))
    assert draft.answer("representative", filled(walk, "representative")).status_code == 303
    assert several.wait(draft).headers["location"] == several.page(draft)
    assert "Fra 16 år bestemmer man selv" in draft.guest.get(several.page(draft)).text


def test_nobody_signs_for_somebody_who_became_18_and_both_are_told_why(site_at: SiteAt) -> None:
    site_at.now = OF_AGE_EVE
    lett = site_at.visitor("lett")
    draft = site_at.begin("myk", "coordination")
    draft.complete(several.answers_for(lett.invented, representative={"rep_authority": "none"}))
    several.wait(draft)
    at = several.come(lett, several.code_of(several.ask(draft, "young_person")))
    form = lett.told(at).along(several.READ)
    site_at.now = OF_AGE
    assert AGED in lett.get(at).text
    assert lett.submit(at, form).status_code == 409
    assert "signed" not in behind.events(site_at, draft)[2:]
    assert AGED in draft.review()


def test_a_day_that_changes_nothing_voids_nothing(site_at: SiteAt, draft: Draft, kjekk: Guest) -> None:
    site_at.now = datetime(2027, 5, 18, 23, 59, tzinfo=OSLO)
    at = several.come(kjekk, several.code_of(several.ask(draft, "second_parent", kjekk.invented)))
    assert several.sign(kjekk, at).status_code == 303
    assert behind.submissions(site_at, draft) == 1
