"""What was taken back, or given back, before a number was added goes no further for the number."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from forms.language import OSLO
from tests import behind, consents, powers
from tests.at_a_time import SiteAt
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import NOBODY as NOBODY_SAYS_YES
from tests.integration.paper_intake.test_consent_on_paper import consent
from tests.integration.paper_intake.test_missing_numbers import MYK, STILLE, own, wrong_number
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, add, begins, power
from tests.paper_form import PaperForm, boxes, registered, today

DAY = timedelta(days=8)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        site.now = datetime.now(OSLO)
        yield site


@pytest.fixture
def lun(site: SiteAt) -> Guest:
    return site.visitor("lun")


@pytest.fixture
def paper(lun: Guest) -> PaperForm:
    return power(lun, subject=NOBODY, proxy=BY_NAME)


def add_both(lun: Guest, paper: PaperForm) -> None:
    assert add(lun, paper, owner_number=STILLE, proxy_number=MYK).status_code == 303


def holds_until_the_day(site: SiteAt, paper: PaperForm) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    assert begins(myk, own(stille, paper)), "until then it holds as before"
    site.now += DAY
    myk.log_in("myk")
    assert not begins(myk, own(stille, paper))


def test_the_office_wrote_down_a_later_day(site: SiteAt, lun: Guest, paper: PaperForm) -> None:
    later = {"revoke_from": "later", **boxes("revoke_from_date", today() + DAY)}
    assert powers.end_at_office(lun, own(lun, paper), **later).status_code == 303
    assert behind.events(site, paper)[-1] == "withdrawn_from"
    add_both(lun, paper)
    holds_until_the_day(site, paper)


def test_a_paper_told_a_later_day(site: SiteAt, lun: Guest, paper: PaperForm) -> None:
    later = {"earlier_reference": paper.reference, "withdraw_extent": "all"}
    later |= boxes("taken_back_from", today() + DAY)
    registered(lun, "power_of_attorney_revocation", subject=NOBODY, earlier=later)
    assert behind.events(site, paper)[-1] == "withdrawn_from"
    add_both(lun, paper)
    holds_until_the_day(site, paper)


def test_its_giver_told_a_later_day_and_the_number_is_added_once_more(
    site: SiteAt, lun: Guest, paper: PaperForm
) -> None:
    add_both(lun, paper)
    later = boxes("revoke_from_date", today() + DAY)
    back = powers.revocation(own(site.visitor("stille"), paper), revoke_from="later", **later)
    assert back.send().status_code == 303
    wrong_number(lun, paper, "owner")
    add_both(lun, paper)
    holds_until_the_day(site, paper)


def test_its_proxy_gave_it_back(site: SiteAt, lun: Guest, paper: PaperForm) -> None:
    add_both(lun, paper)
    stille, myk = site.visitor("stille"), site.visitor("myk")
    assert powers.press(myk, "avslutt", own(stille, paper)).status_code == 303
    wrong_number(lun, paper, "owner")
    assert lun.get(f"{paper.at_office}/nummer").headers["location"] == paper.at_office
    assert "mangler." not in lun.get(paper.at_office).text
    with site.unchanged():
        both = {"owner_number": STILLE, "proxy_number": MYK, "number_seen": "known"}
        at = paper.at_office
        assert lun.post(f"{at}/nummer/legg-til", both, page=at).headers["location"] == at
    assert not begins(myk, own(stille, paper))


def test_a_yes_that_ends_on_a_later_day_waits_till_then_without_its_number(site: SiteAt, lun: Guest) -> None:
    yes = consent(lun, subject=NOBODY_SAYS_YES)
    assert add(lun, yes, owner_number=STILLE).status_code == 303
    ids = [str(one.id) for one in consents.rows(site, yes)]
    later = {"from_when": "later", **boxes("from_when_date", today() + DAY), **boxes("said_on", today())}
    assert consents.take_down(lun, yes, ids, **later).status_code == 303
    assert set(consents.states(site, yes).values()) == {"holds"}
    wrong_number(lun, yes, "owner")
    assert set(consents.states(site, yes).values()) == {"waits"}
    assert "Gjelder nå" not in lun.get(yes.at_office).text
    assert add(lun, yes, owner_number=STILLE).status_code == 303
    assert set(consents.states(site, yes).values()) == {"holds"}
    site.now += DAY
    assert set(consents.states(site, yes).values()) == {"taken_back"}
