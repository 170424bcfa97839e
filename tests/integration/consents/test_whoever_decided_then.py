"""Who may take back what was said for a child: whoever decided on the day when that was said, or came."""

from datetime import date, datetime
from html import unescape
from typing import Any

import pytest

from forms.language import OSLO
from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.consents.test_other_parent import all_ids
from tests.integration.consents.test_said_for_another import SIXTEEN
from tests.integration.consents.test_taken_down import child_consent
from tests.integration.consents.test_taken_down_for_them import cases_of
from tests.integration.paper_intake.test_consent_on_paper import CHILD, PARENT
from tests.paper_form import PaperForm, boxes, registered

BEFORE = date(2027, 5, 11)
BIRTHDAY = datetime(2027, 5, 19, tzinfo=OSLO)
MOTHER = {"said_by": "Myk Havgløtt", "said_as": "parent"}
RASK = {"said_by": "Rask Elveblest", "said_as": "self"}
NOT_YET = "Barnet er under 16 år og bestemmer ikke dette alene."


@pytest.fixture
def case(site_at: SiteAt) -> Draft:
    return child_consent(site_at)


def ends(site: SiteAt, case: Draft) -> set[datetime | None]:
    return {one.ended_at for one in consents.rows(site, case)}


def on_paper(site: SiteAt, lun: Guest, case: Draft, **steps: dict[str, Any]) -> PaperForm:
    earlier = {"earlier_reference": consents.rows(site, case)[0].reference, "withdraw_extent": "all"}
    days = {"came_by": "by_hand"} | boxes("arrived", BEFORE)
    return registered(lun, "consent_withdrawal", subject=CHILD, earlier=earlier, days=days, **steps)


def test_a_child_of_15_ends_nothing_by_word_of_mouth(site_at: SiteAt, case: Draft, lun: Guest) -> None:
    with site_at.unchanged():
        refused = consents.take_down(lun, case, all_ids(site_at, case), **RASK)
    assert refused.status_code == 422
    assert NOT_YET in refused.text
    assert "gjelder ikke lenger" not in case.guest.get(case.path).text


def test_the_office_is_not_told_to_end_it_for_a_child_and_the_child_reads_no_untruth(
    site_at: SiteAt, case: Draft, lun: Guest
) -> None:
    earlier = {"withdraw_extent": "all"}
    days = {"came_by": "by_hand"} | boxes("arrived", site_at.now.date())
    paper = registered(lun, "consent_withdrawal", subject=CHILD, earlier=earlier, days=days)
    assert {"child_writes", "not_tied"} <= set(behind.marks(site_at, paper))
    page = unescape(lun.get(paper.at_office).text)
    assert NOT_YET in page
    assert "Noen trekker samtykket muntlig" not in page
    own = site_at.visitor("rask").get(f"/larvik/sak/{paper.id}/kvittering").text
    assert "finne ut hva du trekker" not in own
    assert "som regel de som har ansvar for deg, som bestemmer dette." in own
    assert set(consents.states(site_at, case).values()) == {"holds"}


def test_what_the_mother_said_before_the_birthday_holds_when_it_is_written_down_after(
    site_at: SiteAt, case: Draft, lun: Guest
) -> None:
    site_at.now = SIXTEEN
    for guest in (lun, case.guest):
        guest.log_in(guest.invented.key)
    late = consents.take_down(lun, case, all_ids(site_at, case), **MOTHER, **boxes("said_on", SIXTEEN.date()))
    assert late.status_code == 422
    said = consents.take_down(lun, case, all_ids(site_at, case), **MOTHER, **boxes("said_on", BEFORE))
    assert said.status_code == 303, said.text
    assert ends(site_at, case) == {datetime(2027, 5, 11, tzinfo=OSLO)}
    own = cases_of(case.guest) - {case.path}
    assert len(own) == 1
    assert "Kontoret må finne ut" not in case.guest.get(f"{own.pop()}/kvittering").text
    assert cases_of(site_at.visitor("rask")) == set()


def test_what_rask_said_before_the_birthday_ends_it_from_the_birthday(
    site_at: SiteAt, case: Draft, lun: Guest
) -> None:
    site_at.now = SIXTEEN
    lun.log_in("lun")
    said = consents.take_down(lun, case, all_ids(site_at, case), **RASK, **boxes("said_on", BEFORE))
    assert said.status_code == 303, said.text
    assert ends(site_at, case) == {BIRTHDAY}


def test_so_with_what_came_on_paper(site_at: SiteAt, case: Draft, lun: Guest) -> None:
    site_at.now = SIXTEEN
    lun.log_in("lun")
    paper = on_paper(site_at, lun, case, sender=PARENT)
    assert "not_tied" not in behind.marks(site_at, paper)
    assert {one.astimezone(OSLO).date() for one in ends(site_at, case) if one} == {BEFORE}


def test_and_with_his_own_paper(site_at: SiteAt, case: Draft, lun: Guest) -> None:
    site_at.now = SIXTEEN
    lun.log_in("lun")
    paper = on_paper(site_at, lun, case)
    assert "not_tied" not in behind.marks(site_at, paper)
    assert ends(site_at, case) == {BIRTHDAY}
