"""Somebody who is known by a paper alone: what stands in another name comes to nobody by their number."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import behind, consents, powers
from tests.at_a_time import SiteAt
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import NOBODY as NOBODY_SAYS_YES
from tests.integration.paper_intake.test_consent_on_paper import consent
from tests.integration.paper_intake.test_missing_numbers import (
    MYK,
    own,
    press_wrong,
    shown_by,
    wrong_number,
)
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, add, begins, power
from tests.paper_form import MYK_AS_PROXY, STILLE, PaperForm, begin_paper, other, registered, wrong

KJEKK = "12887900106"
OWN_NAME = STILLE | {
    "subject_national_id": KJEKK,
    "subject_given_name": "Kjekk",
    "subject_family_name": "Havgløtt",
}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        yield site


@pytest.fixture
def lun(site: SiteAt) -> Guest:
    return site.visitor("lun")


def refused(lun: Guest, slug: str, subject: dict[str, str]) -> str:
    paper = begin_paper(lun, slug)
    paper.answer("address-protection", {"address_protected": "no"})
    return wrong(paper.answer("subject", subject), "subject_national_id")


def test_nothing_takes_effect_by_a_number_that_another_paper_has_in_another_name(
    site: SiteAt, lun: Guest
) -> None:
    application = registered(lun, "coordination", subject=OWN_NAME)
    for slug in ("power_of_attorney", "consent", "coordination"):
        assert "et annet navn" in refused(lun, slug, STILLE | {"subject_national_id": KJEKK})
    paper, yes = power(lun, subject=NOBODY, proxy=BY_NAME), consent(lun, subject=NOBODY_SAYS_YES)
    found = lun.post("/larvik/kontor/sok", {"asked": "128879 00106"}, page="/larvik/kontor/").text
    assert str(application.id) in found, "the office finds the other paper by the number"
    assert str(paper.id) not in found
    with site.unchanged():
        assert "et annet navn" in wrong(add(lun, paper, owner_number=KJEKK, proxy_number=MYK), "owner_number")
        assert "et annet navn" in wrong(add(lun, yes, owner_number=KJEKK), "owner_number")
    myk = site.visitor("myk")
    assert "Kjekk" not in powers.page(myk)
    assert not begins(myk, own(myk, paper))
    assert set(consents.states(site, yes).values()) == {"waits"}
    assert site.visitor("kjekk").get(f"/larvik/sak/{application.id}").status_code == 200


def mistaken(lun: Guest, how: str) -> PaperForm:
    """Kjekk's power with Stille's number: on the paper, or added."""
    named = {"subject_given_name": "Kjekk", "subject_family_name": "Havgløtt"}
    if how == "on_paper":
        return power(lun, subject=STILLE | named, proxy=MYK_AS_PROXY)
    paper = power(lun, subject=NOBODY | named, proxy=BY_NAME)
    assert add(lun, paper, owner_number=STILLE["subject_national_id"], proxy_number=MYK).status_code == 303
    return paper


@pytest.mark.parametrize("how", ["on_paper", "added"])
def test_the_office_takes_it_from_the_paper_that_has_it_wrong(site: SiteAt, lun: Guest, how: str) -> None:
    first = mistaken(lun, how)
    assert "name_unchecked" in behind.marks(site, first)
    assert "et annet navn" in refused(lun, "power_of_attorney", STILLE)
    assert "148357 49828" in lun.get(first.at_office).text.split("Nummeret er feil")[0]
    assert wrong_number(lun, first, "owner") == 303
    assert "Fødselsnummeret til den som gir fullmakten, mangler." in lun.get(first.at_office).text
    right = power(lun, days=other(3))
    myk = site.visitor("myk")
    assert "Stille Bjørkeløv" in powers.page(myk)
    assert "Kjekk" not in powers.page(myk)
    stille = site.visitor("stille")
    assert begins(myk, own(stille, right))
    assert not begins(myk, own(stille, first))
    assert stille.get(f"/larvik/sak/{first.id}").status_code == 404


def test_whose_number_was_added_and_who_has_not_been_here_is_told_by_that_paper_alone(
    site: SiteAt, lun: Guest
) -> None:
    assert mistaken(lun, "added")
    second = power(lun, subject=STILLE | {"subject_given_name": "Kjekk", "subject_family_name": "Havgløtt"})
    assert "name_unchecked" in behind.marks(site, second)
    stille = site.visitor("stille")
    assert stille.get(f"/larvik/sak/{second.id}").status_code == 404, "looked at as the first is"
    assert "other_than_log_in" in behind.marks(site, second)


def test_a_number_on_a_paper_whose_owner_has_logged_in_is_no_more_to_be_taken_away(
    site: SiteAt, lun: Guest
) -> None:
    paper = registered(lun, "coordination", subject=STILLE)
    assert "Personen har ikke logget inn her" in lun.get(paper.at_office).text
    stille = site.visitor("stille")
    assert "Personen har ikke logget inn her" not in lun.get(paper.at_office).text
    assert wrong_number(lun, paper, "owner") == 303
    assert "Nummeret er tatt bort" not in lun.get(paper.at_office).text
    assert stille.get(f"/larvik/sak/{paper.id}").status_code == 200


def test_a_page_that_is_old_takes_no_number_away_that_was_added_since(site: SiteAt, lun: Guest) -> None:
    paper = power(lun, subject=NOBODY, proxy=BY_NAME)
    assert add(lun, paper, owner_number=KJEKK, proxy_number=MYK).status_code == 303
    old = shown_by(lun, paper, "owner")
    assert wrong_number(lun, paper, "owner") == 303
    right = {"owner_number": STILLE["subject_national_id"].replace(" ", ""), "proxy_number": MYK}
    assert add(lun, paper, **right).status_code == 303
    assert "Nummeret er lagt til." in lun.get(paper.at_office).text
    assert press_wrong(lun, paper, "owner", old) == 303
    assert "Nummeret er tatt bort" not in lun.get(paper.at_office).text
    assert begins(site.visitor("myk"), own(site.visitor("stille"), paper))
