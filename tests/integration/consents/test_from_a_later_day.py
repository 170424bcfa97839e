"""Taken back from a later day, no page promises that it goes on after that day."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from forms.language import OSLO
from tests import consents
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest

LATER = {
    "from_when": "later",
    "from_when_date-day": "20",
    "from_when_date-month": "12",
    "from_when_date-year": "2026",
}
PROMISE = "Tjenestene kan dele til og med 30. juni 2027."
LISTED = "Deling gjelder til og med 30. juni 2027"
SERVICES = ("home_nursing", "gp", "hospital")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("later-day")) as running:
        yield running


@pytest.fixture
def stille(site: SiteAt) -> Guest:
    return at(site, 1)


@pytest.fixture
def case(stille: Guest) -> Draft:
    return consents.given(stille)


def at(site: SiteAt, day: int, who: str = "stille") -> Guest:
    site.now = datetime(2026, 12, day, 12, tzinfo=OSLO)
    return site.visitor(who)


def taken_down(site: SiteAt, case: Draft, ids: list[str], **changed: Any) -> None:
    assert consents.take_down(site.visitor("lun"), case, ids, **changed).status_code == 303


def line(guest: Guest, case: Draft) -> str:
    """What the list says of the case."""
    page = guest.get("/larvik/mine-saker").text
    return page[page.index(str(case.id)) - 2500 : page.index(str(case.id)) + 2500]


def ids(site: SiteAt, case: Draft) -> list[str]:
    return [str(one.id) for one in consents.rows(site, case)]


def shares(site: SiteAt, case: Draft) -> list[str]:
    return [str(one.id) for one in consents.rows(site, case) if one.kind == "sharing"]


def test_all_of_it(site: SiteAt, stille: Guest, case: Draft) -> None:
    assert PROMISE in stille.get(case.path).text
    taken_down(site, case, ids(site, case), **LATER)
    own = stille.get(case.path).text
    assert PROMISE not in own
    assert "Samtykket gjelder nå, men ikke fra 20. desember 2026." in own
    listed = stille.get("/larvik/mine-saker").text
    assert LISTED not in listed
    assert "Deling gjelder til og med 19. desember 2026" in listed
    page = consents.page(stille)
    assert "til og med 19. desember 2026" in page
    assert (
        "30. juni 2027"
        not in consents.holds(page).replace("Varighet: 30. juni 2027", "").split("<details")[0]
    )
    later = at(site, 21)
    assert PROMISE not in later.get(case.path).text + later.get(f"{case.path}/kvittering").text
    assert "Samtykket gjelder ikke lenger." in later.get(f"{case.path}/kvittering").text
    assert "Tjenestene kan ikke dele lenger" in later.get("/larvik/mine-saker").text
    assert LISTED not in later.get("/larvik/mine-saker").text


def test_the_sharing_alone(site: SiteAt, stille: Guest, case: Draft) -> None:
    taken_down(site, case, shares(site, case), **LATER)
    own = stille.get(case.path).text
    assert "Samtykket gjelder nå." in own
    assert PROMISE not in own
    assert "Tjenestene kan ikke dele fra 20. desember 2026." in own
    assert "Tjenestene kan ikke dele lenger." in at(site, 21).get(case.path).text


def test_what_remains_is_told_with_the_day_on_which_it_ends(site: SiteAt, stille: Guest, case: Draft) -> None:
    taken_down(site, case, shares(site, case), **LATER)
    part = consents.take_back(stille, consents.part_ids(site, case, "plan"))
    told = part.receipt().split("Dette gjelder fortsatt: ")[1].split("</p>")[0]
    assert "Deling: Hjemmetjenesten (til 20. desember 2026)" in told, told
    assert "Koordinator;" in told


def test_afterwards_the_page_tells_from_which_day_and_what_had_run_out_before(
    site: SiteAt, stille: Guest
) -> None:
    case = consents.given(stille, duration={"valid_to": "2026-12-10"})
    taken_down(site, case, ids(site, case), **LATER)
    over = consents.page(at(site, 21)).split("<h2>Gjelder ikke lenger</h2>")[1]
    assert "Trukket fra 20. desember 2026" in over
    assert "Siste dag var 10. desember 2026." in over
    states = consents.states(site, case)
    assert {name: state for name, state in states.items() if state != "expired"} == {
        "plan": "taken_back",
        "coordinator": "taken_back",
    }


def test_sharing_that_ends_before_the_later_day_is_told_by_its_own_last_day(
    site: SiteAt, stille: Guest
) -> None:
    case = consents.given(stille, duration={"valid_to": "2026-12-15"})
    sharing = [str(one.id) for one in consents.rows(site, case) if one.kind == "sharing"]
    taken_down(site, case, sharing, **LATER)
    own = stille.get(case.path).text
    assert "Tjenestene kan dele til og med 15. desember 2026." in own
    assert "kan ikke dele fra 20. desember" not in own
