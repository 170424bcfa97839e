"""A number on a paper that is known by quite another name is nobody's there: the office looks at the digits again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import behind
from tests.at_a_time import SiteAt
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import CHILD
from tests.integration.paper_intake.test_missing_numbers import own
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, add, begins, power
from tests.paper_form import MYK_AS_PROXY, STILLE, begin_paper, other, registered, wrong
from tests.running_site import Site

ANNEN = {"subject_given_name": "Annen", "subject_family_name": "Bjørkeløv"}


@pytest.mark.parametrize("slug", ["power_of_attorney", "consent", "coordination"])
def test_a_number_that_is_somebody_else_s_is_not_taken(site: Site, lun: Guest, slug: str) -> None:
    site.visitor("stille")
    paper = begin_paper(lun, slug)
    paper.answer("address-protection", {"address_protected": "no"})
    with site.unchanged():
        refused = paper.answer("subject", STILLE | ANNEN)
    assert "et annet navn" in wrong(refused, "subject_national_id")
    assert "Stille" not in refused.text
    shorter: dict[str, Any] = STILLE | {"subject_given_name": "Stille Marie", "subject_family_name": "Berg"}
    assert paper.answer("subject", shorter).status_code == 303, "who has married is the same"


def test_neither_is_that_of_a_proxy_or_of_a_sender(site: Site, lun: Guest) -> None:
    myk, stille = site.visitor("myk"), site.visitor("stille")
    paper = begin_paper(lun, "power_of_attorney")
    paper.answer("address-protection", {"address_protected": "no"})
    paper.answer("subject", STILLE)
    paper.answer("sender", {"sent_by": "self"})
    paper.answer("days", other(80))
    refused = paper.answer("proxy", MYK_AS_PROXY | {"proxy_name": "Helt Ukjent"})
    assert "et annet navn" in wrong(refused, "proxy_national_id")
    for_child = begin_paper(lun, "consent")
    for_child.answer("address-protection", {"address_protected": "no"})
    for_child.answer("subject", CHILD)
    sender = {"sent_by": "parent", "sender_name": "Helt Ukjent", "sender_known": "has_number"}
    refused = for_child.answer("sender", sender | {"sender_national_id": myk.invented.national_id})
    assert "et annet navn" in wrong(refused, "sender_national_id")
    waits = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(81))
    assert not begins(myk, own(stille, waits)), "as one without a number it waits"
    assert (
        add(lun, waits, owner_number="14835749828", proxy_number=myk.invented.national_id).status_code == 303
    )
    assert begins(myk, own(stille, waits))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[SiteAt]:
    """Where nobody has been yet."""
    with SiteAt(tmp_path) as site:
        yield site


def test_whoever_becomes_known_meanwhile_stops_it_at_the_registration(empty: SiteAt) -> None:
    paper = begin_paper(empty.visitor("lun"), "power_of_attorney").write_down(subject=STILLE | ANNEN)
    stille = empty.visitor("stille")
    seen = paper.guest.get(paper.registering)
    assert seen.status_code == 303, "back to the step that does not hold any more"
    assert seen.headers["location"] == f"{paper.path}/se-over"
    assert "Annen" not in stille.get("/larvik/mine-saker").text


KJEKK = "12887900106"


def test_what_nobody_was_known_by_is_taken_away_when_another_logs_in(empty: SiteAt) -> None:
    lun = empty.visitor("lun")
    family = STILLE | {"subject_national_id": KJEKK, "subject_given_name": "Kari"}
    own_paper = power(lun, subject=family, proxy=MYK_AS_PROXY)
    again = power(lun, subject=family, proxy=MYK_AS_PROXY)
    application = registered(lun, "coordination", subject=family)
    strange = power(lun, proxy=MYK_AS_PROXY | {"proxy_name": "Helt Ukjent"})
    myk, kjekk, stille = (empty.visitor(one) for one in ("myk", "kjekk", "stille"))
    for paper in (own_paper, again, application):
        assert "other_than_log_in" in behind.marks(empty, paper)
        assert kjekk.get(f"/larvik/sak/{paper.id}").status_code == 404
    assert not begins(myk, own(kjekk, own_paper))
    assert "other_than_log_in" in behind.marks(empty, strange)
    assert not begins(myk, own(stille, strange))
    page = lun.get(own_paper.at_office).text
    assert "Et annet navn enn i innloggingen" in page
    assert "Et fødselsnummer ble tatt bort da noen logget inn med et annet navn" in page
    assert "Kjekk Havgløtt tok bort" not in page, "nobody at the office reads who it was"
    assert "Fødselsnummeret til den som gir fullmakten, mangler." in page
    assert "et annet navn" in wrong(add(lun, own_paper, owner_number=KJEKK), "owner_number")
    assert add(lun, strange, proxy_number=myk.invented.national_id).status_code == 422
    logged_in_again = empty.visitor("kjekk")
    assert logged_in_again.get(f"/larvik/sak/{own_paper.id}").status_code == 404


def test_whoever_logs_in_by_the_name_on_the_paper_has_it(empty: SiteAt) -> None:
    lun = empty.visitor("lun")
    paper = power(lun, proxy=MYK_AS_PROXY)
    assert "name_unchecked" in behind.marks(empty, paper)
    stille = empty.visitor("stille")
    assert "name_unchecked" in behind.marks(empty, paper), "the proxy has not been here"
    myk = empty.visitor("myk")
    assert behind.marks(empty, paper) == ["on_paper"]
    assert begins(myk, own(stille, paper))
    assert stille.get(f"/larvik/sak/{paper.id}").status_code == 200
    assert "Navnet er ikke" not in lun.get(paper.at_office).text


def test_an_application_tells_nobody_that_its_name_was_not_seen(empty: SiteAt) -> None:
    lun = empty.visitor("lun")
    paper = registered(lun, "coordination", subject=STILLE)
    assert "name_unseen" not in lun.get(paper.at_office).text
    stille = empty.visitor("stille")
    assert stille.get(f"/larvik/sak/{paper.id}").status_code == 200
    assert behind.marks(empty, paper) == ["on_paper"]
