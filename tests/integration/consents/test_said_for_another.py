"""What a parent or another said yes to for somebody: whom it is about sees it and takes it back, as far as they may."""

import shutil
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from forms.language import OSLO
from tests import behind, consents, paper_form
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.consents.test_taken_down import child_consent
from tests.later import fill, sent
from wizard import process
from wizard.models_consents import Consent
from wizard.store import Store
from wizard.tools import Tools

EVERYTHING = {"child_coordinator", "school", "ppt", "health_station"}
SIXTEEN = datetime(2027, 5, 20, 12, tzinfo=OSLO)
BEFORE = "Gitt av en forelder før du fylte 16 år. Du bestemmer nå selv: la det gjelde eller trekk det."
NAMES = {"subject_given_name": "Rask", "subject_family_name": "Elveblest"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SiteAt, Draft, Path]]:
    """A mother's yes for Rask, who is 15, as it lies in the database."""
    with SiteAt(tmp_path_factory.mktemp("said-for")) as site:
        case = child_consent(site)
        site.app.extensions["tools"].store.close()
        kept = Path(shutil.copy(site.folder / "site.sqlite", site.folder / "kept.sqlite"))
        yield site, case, kept


@pytest.fixture
def site_at(made: tuple[SiteAt, Draft, Path]) -> SiteAt:
    """On 1 December 2026, with nothing else done."""
    site, _, kept = made
    tools: Tools = site.app.extensions["tools"]
    tools.store.close()
    shutil.copy(kept, site.folder / "site.sqlite")
    site.app.extensions["tools"] = replace(tools, store=Store(site.database_url))
    site.now = datetime(2026, 12, 1, 12, tzinfo=OSLO)
    return site


@pytest.fixture
def case(made: tuple[SiteAt, Draft, Path]) -> Draft:
    return made[1]


def rask_at(site_at: SiteAt, day: datetime) -> Guest:
    site_at.now = day
    return site_at.visitor("rask")


def take_back(guest: Guest, ids: list[str]) -> Draft:
    answer = consents.press(guest, ids)
    assert answer.status_code == 303, answer.text
    draft = Draft(guest, answer.headers["location"], "consent_withdrawal")
    return sent(fill(draft, role={"submitter_role": "self"}, you=NAMES))


def called(site_at: SiteAt, case: Draft) -> str:
    return consents.rows(site_at, case)[0].reference


def all_ids(site_at: SiteAt, case: Draft) -> list[str]:
    return [str(one.id) for one in consents.rows(site_at, case)]


def own_words(site_at: SiteAt, case: Draft, page: str) -> list[str]:
    """What the page shows of the giver's own words."""
    rows = consents.rows(site_at, case)
    words = {
        word
        for one in rows
        for word in (one.said.department, one.said.topics, one.said.excluded, one.said.purpose)
    }
    assert words != {""}
    return [word for word in words if word and word in page]


def test_at_16_it_is_seen_for_what_it_is_and_ends_when_it_is_taken_back(
    site_at: SiteAt, case: Draft, lun: Guest
) -> None:
    rask = rask_at(site_at, SIXTEEN)
    assert 'href="/larvik/samtykker"' in rask.get("/larvik/mine-saker").text
    page = consents.page(rask)
    assert page.count(BEFORE) == 2, "the coordinator, and the sharing"
    assert page.count('data-color="warning">Du bestemmer nå<') == 2
    assert "av Myk Havgløtt, forelder" in page
    assert f'href="{case.path}"' not in page
    later = take_back(rask, all_ids(site_at, case))
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert "Samtykket gjelder ikke lenger." in later.receipt()
    assert behind.marks(site_at, later) == ["consent_withdrawn"]
    page = consents.page(rask)
    assert consents.holds(page).count("Trekk «") == 0
    assert "Du trakk det 20. mai 2027 kl. 12.00." in page
    lun.log_in("lun")
    assert f'href="{consents.office(later)}"' in lun.get(consents.office(case)).text
    assert f'href="{consents.office(case)}"' in lun.get(consents.office(later)).text


def test_whoever_gave_it_reads_who_took_it_back_and_sees_nothing_more(site_at: SiteAt, case: Draft) -> None:
    rask = rask_at(site_at, SIXTEEN)
    part = take_back(rask, consents.part_ids(site_at, case, "school"))
    myk = site_at.visitor("myk")
    assert "Rask Elveblest trakk en del av samtykket" in myk.get("/larvik/mine-saker").text
    whole = take_back(rask, all_ids(site_at, case))
    page, own = consents.page(myk), myk.get(case.path).text
    assert "Rask Elveblest trakk det selv 20. mai 2027 kl. 12.00." in page
    assert "Rask Elveblest trakk samtykket" in own
    assert "Rask Elveblest trakk samtykket" in myk.get("/larvik/mine-saker").text
    for later in (part, whole):
        assert str(later.id) not in page + own
        assert myk.get(later.path).status_code == 404
    assert "Du trakk" not in page + own


def test_a_part_ends_alone_and_the_rest_is_told(site_at: SiteAt, case: Draft) -> None:
    rask = rask_at(site_at, SIXTEEN)
    later = take_back(rask, consents.part_ids(site_at, case, "child_coordinator"))
    stands = consents.states(site_at, case)
    assert {name for name, state in stands.items() if state == "taken_back"} == {"child_coordinator"}
    assert "Dette gjelder fortsatt: Deling: Skolen" in later.receipt()
    assert behind.events(site_at, case)[-1] == "partly_withdrawn"


def test_the_form_lists_it_and_a_later_day_is_kept(site_at: SiteAt, case: Draft) -> None:
    rask = rask_at(site_at, SIXTEEN)
    draft = Draft(rask, site_at.begin("rask", "consent_withdrawal").path, "consent_withdrawal")
    page = draft.see("withdrawal")
    assert called(site_at, case) in page
    assert "Gitt av Myk Havgløtt for deg" in page
    what = {"consent_reference": [called(site_at, case)], "withdraw_extent": "all", "from_when": "later"}
    day = {"from_when_date-day": "25", "from_when_date-month": "5", "from_when_date-year": "2027"}
    sent(fill(draft, withdrawal=what | day, role={"submitter_role": "self"}, you=NAMES))
    assert set(consents.states(site_at, case).values()) == {"holds"}
    assert (
        "Rask Elveblest har trukket samtykket fra 25. mai 2027" in site_at.visitor("myk").get(case.path).text
    )
    site_at.now = datetime(2027, 5, 25, 0, 0, tzinfo=OSLO)
    assert set(consents.states(site_at, case).values()) == {"taken_back"}


def test_the_office_sees_that_it_is_from_before_16(site_at: SiteAt, case: Draft, lun: Guest) -> None:
    mark = "Gitt av forelder før 16 år"
    site_at.now = datetime(2027, 5, 18, 23, 59, tzinfo=OSLO)
    lun.log_in("lun")
    assert mark not in lun.get(consents.office(case)).text
    site_at.now = datetime(2027, 5, 19, 0, 1, tzinfo=OSLO)
    page = lun.get(consents.office(case)).text
    assert page.count(f">{mark}</span>") == len(EVERYTHING)
    assert "Den det gjelder, er fylt 16 år og bestemmer nå selv." in page
    assert "er fylt 16 år og bestemmer nå selv." in consents.page(site_at.visitor("myk"))
    assert set(consents.states(site_at, case).values()) == {"holds"}, "nothing ends by itself"


def test_at_15_it_is_seen_without_words_and_decided_by_others(site_at: SiteAt, case: Draft) -> None:
    rask = site_at.visitor("rask")
    page = consents.page(rask)
    assert "Barnekoordinator" in page
    assert "Deling: Skolen" in page or "Skolen" in page
    assert "De bestemmer dette til du er 16 år." in page
    assert "Trekk «" not in page
    assert "Teksten det ble sagt ja til" not in page
    assert not own_words(site_at, case, page)
    with site_at.unchanged():
        assert consents.press(rask, all_ids(site_at, case)).status_code == 404
    assert called(site_at, case) not in site_at.begin("rask", "consent_withdrawal").see("withdrawal")


def test_nobody_else_sees_it_and_a_name_that_does_not_fit_shows_nothing(site_at: SiteAt, case: Draft) -> None:
    ids = all_ids(site_at, case)
    for other in (site_at.visitor("var"), site_at.visitor("kjekk"), site_at.visitor("rask", "senja")):
        site_at.now = SIXTEEN
        other.log_in(other.invented.key)
        assert "Du har ikke gitt noe samtykke herfra ennå." in consents.page(other)
        assert consents.press(other, ids).status_code == 404
    site_at.now = datetime(2026, 12, 1, 12, tzinfo=OSLO)
    stranger = child_consent(
        site_at, subject={"subject_given_name": "Annen", "subject_family_name": "Person"}
    )
    sibling = child_consent(
        site_at, subject={"subject_given_name": "Lett", "subject_family_name": "Elveblest"}
    )
    page = consents.page(rask_at(site_at, SIXTEEN))
    assert called(site_at, case) in page
    for mistyped in (stranger, sibling):
        assert called(site_at, mistyped) not in page


def test_what_only_words_took_back_is_not_shown_to_whoever_gave_it(
    site_at: SiteAt, case: Draft, lun: Guest
) -> None:
    rask = rask_at(site_at, SIXTEEN)
    answer = consents.press(rask, all_ids(site_at, case))
    draft = Draft(rask, answer.headers["location"], "consent_withdrawal")
    what: dict[str, Any] = {
        "consent_reference": [called(site_at, case)],
        "withdraw_extent": "part",
        "withdraw_parts": ["other"],
        "withdraw_part": "Ikke noe om kjæresten min.",
        "from_when": "at_once",
    }
    sent(fill(draft, withdrawal=what, role={"submitter_role": "self"}, you=NAMES))
    myk = site_at.visitor("myk")
    page = consents.page(myk)
    assert "Ikke noe om kjæresten" not in page + myk.get(case.path).text
    assert "Noe er trukket av den det gjelder. Kontoret vet hva." in page
    lun.log_in("lun")
    assert "Ikke noe om kjæresten min." in lun.get(consents.office(case)).text
    assert "Ikke noe om kjæresten min." in consents.page(rask)


def test_taken_down_by_the_office_the_young_person_sees_it_too(
    site_at: SiteAt, case: Draft, lun: Guest
) -> None:
    rask = rask_at(site_at, SIXTEEN)
    lun.log_in("lun")
    day = {"said_on-day": "20", "said_on-month": "5", "said_on-year": "2027", "said_by": "Rask Elveblest"}
    assert consents.take_down(lun, case, all_ids(site_at, case), **day).status_code == 303
    assert "Kontoret skrev ned 20. mai 2027 kl. 12.00 at samtykket er trukket." in consents.page(rask)


def test_what_was_said_before_it_could_be_found_is_found_after_the_upgrade(
    site_at: SiteAt, case: Draft
) -> None:
    own = consents.given(site_at.visitor("stille"))
    before = lookups(site_at)
    with site_at.tools() as tools, tools.store.write() as db:
        db.execute(update(Consent).values(subject_lookup=None))
    rask = rask_at(site_at, SIXTEEN)
    assert called(site_at, case) not in consents.page(rask)
    process.fill_in(site_at.settings())
    assert lookups(site_at) == before
    assert len(set(before.values())) == 2, "Rask's and Stille's own"
    assert consents.rows(site_at, own)[0].of_owner
    assert called(site_at, case) in consents.page(rask)


def lookups(site_at: SiteAt) -> dict[uuid.UUID, bytes | None]:
    with site_at.tools() as tools, tools.store.read() as db:
        return {row.id: row.subject_lookup for row in db.scalars(select(Consent))}


def test_on_paper_the_reference_ends_it_too(site_at: SiteAt, case: Draft, lun: Guest) -> None:
    rask_at(site_at, SIXTEEN)
    lun.log_in("lun")
    own = NAMES | {
        "subject_no_id": "has_number",
        "subject_national_id": "198511 99708",
        "answer_by": "unsaid",
    }
    earlier = {"earlier_reference": called(site_at, case), "withdraw_extent": "all"}
    paper = paper_form.registered(lun, "consent_withdrawal", subject=own, earlier=earlier)
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert "not_tied" not in behind.marks(site_at, paper)
    assert "Rask Elveblest trakk samtykket" in site_at.visitor("myk").get(case.path).text
