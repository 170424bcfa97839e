"""What a proxy wrote by a power whose number proves to be another's comes to nobody by that number."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import behind, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.paper_intake.test_missing_numbers import MYK, own, wrong_number
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, add, begins, power
from tests.integration.paper_intake.test_told_by_paper import KJEKK
from tests.paper_form import MYK_AS_PROXY, STILLE, PaperForm

PLACES = ["on_paper", "added"]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        yield site


@pytest.fixture
def lun(site: SiteAt) -> Guest:
    return site.visitor("lun")


def stille_s_with_kjekk_s_number(lun: Guest, where: str) -> PaperForm:
    if where == "on_paper":
        return power(lun, subject=STILLE | {"subject_national_id": KJEKK}, proxy=MYK_AS_PROXY)
    paper = power(lun, subject=NOBODY, proxy=BY_NAME)
    assert add(lun, paper, owner_number=KJEKK, proxy_number=MYK).status_code == 303
    return paper


def written(site: SiteAt, myk: Guest, paper: PaperForm) -> tuple[Draft, Draft]:
    """What Myk has sent for the giver, and what he has only filled in."""
    sent, draft = (powers.filled_in(powers.begin_for(site, myk, own(myk, paper))) for _ in range(2))
    assert sent.send().status_code == 303
    assert behind.marks(site, sent) == []
    return sent, draft


def has(guest: Guest, *cases: Draft) -> bool:
    """All of them, or none."""
    (there,) = {guest.get(f"/larvik/sak/{one.id}").status_code != 404 for one in cases}
    return there


@pytest.mark.parametrize("where", PLACES)
def test_whoever_logs_in_by_it_finds_nothing_of_the_giver_s(site: SiteAt, lun: Guest, where: str) -> None:
    paper, myk = stille_s_with_kjekk_s_number(lun, where), site.visitor("myk")
    sent, draft = written(site, myk, paper)
    kjekk = site.visitor("kjekk")
    mine = kjekk.get("/larvik/mine-saker").text
    assert not any(str(one.id) in mine for one in (paper, sent, draft))
    for page in (f"/larvik/sak/{sent.id}", f"/larvik/sak/{draft.id}/se-over"):
        assert kjekk.get(page).status_code == 404
    assert behind.marks(site, sent) == ["no_authorization"]
    assert "Fullmakt mangler" in lun.get(f"/larvik/kontor/sak/{sent.id}").text
    assert not begins(myk, own(kjekk, paper))


@pytest.mark.parametrize("where", PLACES)
def test_with_the_right_number_all_is_the_giver_s(site: SiteAt, lun: Guest, where: str) -> None:
    paper, myk = stille_s_with_kjekk_s_number(lun, where), site.visitor("myk")
    sent, draft = written(site, myk, paper)
    assert wrong_number(lun, paper, "owner") == 303
    assert behind.marks(site, sent) == ["no_authorization"]
    stille = site.visitor("stille")
    assert not has(stille, sent, draft)
    both = {"owner_number": STILLE["subject_national_id"].replace(" ", "")}
    both |= {"proxy_number": MYK} if where == "added" else {}
    assert add(lun, paper, **both).status_code == 303
    assert has(stille, sent, draft)
    good = lun.post(f"{lun.at}/kontor/sak/{sent.id}/fullmakt-i-orden", page=paper.at_office)
    assert good.status_code == 303
    assert behind.marks(site, sent) == []


def test_what_the_wrong_proxy_sent_is_seen_to_lack_its_ground(site: SiteAt, lun: Guest) -> None:
    paper = power(lun, proxy=BY_NAME)
    assert add(lun, paper, proxy_number=MYK).status_code == 303
    sent, draft = written(site, site.visitor("myk"), paper)
    assert wrong_number(lun, paper, "proxy") == 303
    assert behind.marks(site, sent) == ["no_authorization"]
    stille = site.visitor("stille")
    assert has(stille, sent, draft), "they are the giver's all the same"
