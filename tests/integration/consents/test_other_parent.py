"""The other parent, who had to say yes too, sees the child's consent and takes it back as easily (barnelova § 30)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from forms.language import OSLO
from tests import consents, later, several
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import CHILD, PARENT
from tests.later import fill, sent
from tests.paper_form import boxes, registered

RASK = {
    "subject_no_id": "has_number",
    "subject_national_id": "198511 99708",
    "subject_given_name": "Rask",
    "subject_family_name": "Elveblest",
}


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("other-parent")) as site:
        yield site


@pytest.fixture(scope="module")
def kjekk(site_at: SiteAt) -> Guest:
    return site_at.visitor("kjekk")


@pytest.fixture(scope="module")
def case(site_at: SiteAt, kjekk: Guest) -> Draft:
    return signed_by_both(site_at, kjekk)


def signed_by_both(site_at: SiteAt, kjekk: Guest) -> Draft:
    """The mother's, for Rask, who is 15; signed by the father."""
    rask = site_at.visitor("rask").invented
    changed: dict[str, Any] = {"topics": {"persons_excluded": ""}, "duration": consents.UNTIL}
    draft = begin(site_at.visitor("myk"), "consent")
    draft.complete(several.answers_for(rask, "consent", **changed))
    several.wait(draft)
    at = several.come(kjekk, several.code_of(several.ask(draft, "second_parent", kjekk.invented)))
    assert several.sign(kjekk, at).status_code == 303
    assert set(consents.states(site_at, draft).values()) == {"holds"}
    return draft


def take_back(guest: Guest, ids: list[str]) -> Draft:
    answer = consents.press(guest, ids)
    assert answer.status_code == 303, answer.text
    draft = Draft(guest, answer.headers["location"], "consent_withdrawal")
    fill(draft, role={"submitter_role": "parent"}, subject=RASK)
    return sent(draft, send_when="now")


def all_ids(site_at: SiteAt, case: Draft) -> list[str]:
    return [str(one.id) for one in consents.rows(site_at, case)]


def test_he_sees_it_with_its_words_and_a_way_to_the_case(site_at: SiteAt, case: Draft, kjekk: Guest) -> None:
    assert 'href="/larvik/samtykker"' in kjekk.get("/larvik/mine-saker").text
    page = consents.page(kjekk)
    assert "av Myk Havgløtt, forelder" in page
    assert consents.rows(site_at, case)[-1].said.topics in page
    assert "Trekk all deling" in page
    assert "De bestemmer dette til du er 16 år." not in page
    assert f'href="{case.path}.' in page
    listed = site_at.begin("kjekk", "consent_withdrawal").see("withdrawal")
    assert later.reference(case) in listed
    assert "Gitt av Myk Havgløtt og deg" in listed


def test_who_signed_nothing_sees_nothing(site_at: SiteAt, case: Draft) -> None:
    other = site_at.visitor("jevn")
    assert "Du har ikke gitt noe samtykke herfra ennå." in consents.page(other)
    assert consents.press(other, all_ids(site_at, case)).status_code == 404


def test_a_part_he_takes_back_ends_and_then_all_of_it(site_at: SiteAt, case: Draft, kjekk: Guest) -> None:
    take_back(kjekk, consents.part_ids(site_at, case, "school"))
    assert consents.states(site_at, case)["school"] == "taken_back"
    assert "holds" in consents.states(site_at, case).values()
    whole = take_back(kjekk, all_ids(site_at, case))
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert "Samtykket gjelder ikke lenger." in whole.receipt()
    myk = case.guest
    assert "Kjekk Havgløtt trakk samtykket" in myk.get(case.path).text
    assert "Kjekk Havgløtt trakk det 1. desember 2026" in consents.page(myk)
    assert myk.get(whole.path).status_code == 404


def test_once_the_child_is_16_neither_parent_takes_it_back(site_at: SiteAt, kjekk: Guest) -> None:
    case = signed_by_both(site_at, kjekk)
    site_at.now = datetime(2027, 5, 20, 12, tzinfo=OSLO)
    kjekk.log_in("kjekk")
    page = consents.page(kjekk)
    assert "Bare Rask Elveblest kan trekke det." in page
    assert "Trekk «" not in page
    called = consents.rows(site_at, case)[0].reference
    assert called not in site_at.begin("kjekk", "consent_withdrawal").see("withdrawal")


def test_nor_by_its_reference_and_he_reads_why(site_at: SiteAt, kjekk: Guest) -> None:
    """Digitally and on paper, as the mother does."""
    site_at.now = datetime(2026, 12, 1, 12, tzinfo=OSLO)
    kjekk.log_in("kjekk")
    called = consents.rows(site_at, signed_by_both(site_at, kjekk))[0].reference
    site_at.now = datetime(2027, 5, 20, 12, tzinfo=OSLO)
    kjekk.log_in("kjekk")
    draft = Draft(kjekk, site_at.begin("kjekk", "consent_withdrawal").path, "consent_withdrawal")
    what = {"consent_reference": ["unlisted"], "consent_description": called}
    refused = draft.answer("withdrawal", what | {"withdraw_extent": "all", "from_when": "at_once"})
    assert refused.status_code == 422
    assert "for en som bestemmer selv." in refused.text
    sender = PARENT | {"sender_name": kjekk.invented.name, "sender_national_id": kjekk.invented.national_id}
    earlier = {"earlier_reference": called, "withdraw_extent": "all"}
    days = {"came_by": "by_hand"} | boxes("arrived", site_at.now.date())
    lun = site_at.visitor("lun")
    with pytest.raises(AssertionError, match="og må trekke det selv"):
        registered(lun, "consent_withdrawal", subject=CHILD, sender=sender, earlier=earlier, days=days)
