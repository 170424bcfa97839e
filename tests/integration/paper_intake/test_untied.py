"""A revocation of nobody knows which power is shown before a number gives that power effect, and ends as a task."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import behind, powers
from tests.at_a_time import SiteAt
from tests.guest import Guest
from tests.integration.paper_intake.test_missing_numbers import MYK, STILLE, own
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, add, begins, power
from tests.paper_form import PaperForm, other, registered, wrong

REVOCATION, FOUND = "power_of_attorney_revocation", "har trukket en fullmakt"
FIND_IT = "Denne har ikke stoppet noen fullmakt"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        yield site


@pytest.fixture
def lun(site: SiteAt) -> Guest:
    return site.visitor("lun")


def revocation(lun: Guest, named: dict[str, str], day: int = 0) -> PaperForm:
    """By name alone, or with a number; of which power, nobody has written."""
    told = {"earlier": {"withdraw_extent": "all"}, "days": other(day)}
    return registered(lun, REVOCATION, subject=NOBODY | named, **told)


WITH_NUMBER = {"subject_no_id": "has_number", "subject_national_id": STILLE}


@pytest.mark.parametrize("named", [{}, WITH_NUMBER])
def test_it_is_shown_before_the_number_is_added(site: SiteAt, lun: Guest, named: dict[str, str]) -> None:
    paper = power(lun, subject=NOBODY, proxy=BY_NAME)
    another = revocation(lun, {"subject_given_name": "Annen"}, 2)
    back = revocation(lun, named)
    both = {"owner_number": STILLE, "proxy_number": MYK}
    with site.unchanged():
        refused = add(lun, paper, **both, once_more="")
    assert wrong(refused, "once_more")
    assert FOUND in refused.text
    assert str(back.id) in refused.text
    assert str(another.id) not in refused.text
    assert add(lun, paper, **both).status_code == 303
    assert begins(site.visitor("myk"), own(site.visitor("stille"), paper))


def test_it_is_shown_too_where_the_proxy_s_number_alone_is_added(lun: Guest) -> None:
    back = revocation(lun, WITH_NUMBER)
    paper = power(lun, proxy=BY_NAME)
    assert str(back.id) in add(lun, paper, proxy_number=MYK, once_more="").text


def test_once_the_office_has_ended_the_power_by_it_nothing_is_left_to_find(site: SiteAt, lun: Guest) -> None:
    back, paper = revocation(lun, WITH_NUMBER), power(lun)
    stille = site.visitor("stille")
    assert FIND_IT in lun.get(back.at_office).text
    assert "Kontoret må finne ut hva du trekker" in stille.get(f"/larvik/sak/{back.id}").text
    assert powers.end_at_office(lun, own(lun, paper), heard="on_paper").status_code == 303
    assert "not_tied" not in behind.marks(site, back)
    assert FIND_IT not in lun.get(back.at_office).text
    assert "Kontoret må finne ut" not in stille.get(f"/larvik/sak/{back.id}").text


def test_of_two_nobody_knows_which_it_was(site: SiteAt, lun: Guest) -> None:
    two, paper = [revocation(lun, {}, day) for day in (0, 1)], power(lun)
    assert powers.end_at_office(lun, own(lun, paper), heard="on_paper").status_code == 303
    assert all("not_tied" in behind.marks(site, one) for one in two)


def test_what_was_only_said_is_no_paper(site: SiteAt, lun: Guest) -> None:
    back, paper = revocation(lun, {}), power(lun)
    assert powers.end_at_office(lun, own(lun, paper)).status_code == 303
    assert "not_tied" in behind.marks(site, back)
