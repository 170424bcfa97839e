"""Whoever takes back another's yes is told that the other reads of it; of somebody who hides, no name is read."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests import consents
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.integration.consents.test_other_parent import RASK, signed_by_both
from tests.integration.consents.test_said_for_another import NAMES, SIXTEEN
from tests.integration.consents.test_taken_down import child_consent
from tests.later import fill, sent
from tests.paper_form import boxes

SEES = "Den som sa ja for deg, ser at du har trukket samtykket, og når."
NO_NAME = "Navnet ditt står ikke der, men den andre kan skjønne at det er du."
OWN_DAY = "20. mai 2027"
THAT_DAY = SIXTEEN.date()


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("reads")) as running:
        yield running


@pytest.fixture
def case(site: SiteAt) -> Draft:
    """A mother's, for Rask, who is 16 by now."""
    given = child_consent(site)
    site.now = SIXTEEN
    return given


def ids(site: SiteAt, case: Draft, *names: str) -> list[str]:
    return (
        consents.part_ids(site, case, *names) if names else [str(one.id) for one in consents.rows(site, case)]
    )


def begun(guest: Guest, wanted: list[str]) -> Draft:
    answer = consents.press(guest, wanted)
    draft = Draft(guest, answer.headers["location"], "consent_withdrawal")
    return fill(draft, role={"submitter_role": "self"}, you=NAMES)


def hide(guest: Guest, day: date = THAT_DAY) -> None:
    """An application that tells of a protected address."""
    safe = {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": "+4722222222"}
    draft = begin(guest, "coordination")
    draft.today = day
    sent(draft.complete(told("coordination", **{"address-protection": safe})))


def pages_of_mother(site: SiteAt, case: Draft) -> str:
    myk = site.visitor("myk")
    return "".join([consents.page(myk), myk.get(case.path).text, myk.get("/larvik/mine-saker").text])


def test_it_is_told_before_it_is_sent(site: SiteAt, case: Draft) -> None:
    review = begun(site.visitor("rask"), ids(site, case)).review()
    assert SEES in review
    assert "Snakk med kontoret før du sender." in review
    own = consents.given(site.visitor("stille"))
    assert "Den som sa ja" not in begun(own.guest, [str(consents.rows(site, own)[0].id)]).review()


def test_of_somebody_who_hides_no_name_is_read(site: SiteAt, case: Draft) -> None:
    rask = site.visitor("rask")
    hide(rask)
    part = begun(rask, ids(site, case, "school"))
    assert NO_NAME in part.review()
    sent(part)
    read = pages_of_mother(site, case)
    assert "En del av samtykket gjelder ikke lenger" in read
    assert not [one for one in ("Rask Elveblest trakk", "trakk", "Elveblest har trukket") if one in read]
    sent(begun(rask, ids(site, case)))
    read = pages_of_mother(site, case)
    assert "Samtykket gjelder ikke lenger" in read
    assert f"Gjelder ikke lenger fra {OWN_DAY}." in read
    assert "trakk" not in read
    assert f"Du trakk det {OWN_DAY}" in consents.page(rask)


def test_nor_where_the_office_wrote_it_down(site: SiteAt, case: Draft) -> None:
    rask = site.visitor("rask")
    hide(rask)
    said = {"said_by": "Rask Elveblest", "taken_words": "Ikke noe om kjæresten."}
    staff = site.visitor("mild")
    wanted = [*ids(site, case, "school"), "other"]
    assert (
        consents.take_down(staff, case, wanted, **said | boxes("said_on", site.now.date())).status_code == 303
    )
    read = pages_of_mother(site, case)
    assert "En del av samtykket gjelder ikke lenger" in read
    assert "Noe gjelder ikke lenger. Kontoret vet hva." in read
    assert "skrev ned" not in read
    assert "av den det gjelder" not in read


def test_a_mother_who_hides_takes_back_her_own_and_the_father_reads_no_name(site: SiteAt) -> None:
    kjekk = site.visitor("kjekk")
    case = signed_by_both(site, kjekk)
    myk = case.guest
    hide(myk, site.now.date())
    for wanted in (ids(site, case, "school"), ids(site, case)):
        answer = consents.press(myk, wanted)
        draft = Draft(myk, answer.headers["location"], "consent_withdrawal")
        fill(draft, role={"submitter_role": "parent"}, subject=RASK)
        assert NO_NAME in draft.review()
        assert "Den andre som sa ja, ser at samtykket ikke gjelder lenger" in draft.review()
        sent(draft, send_when="now")
    read = consents.page(kjekk)
    assert "Gjelder ikke lenger fra 1. desember 2026." in read
    assert "trakk" not in read
    assert "Du trakk det 1. desember 2026" in consents.page(myk)


def test_of_her_own_that_both_said_she_reads_that_he_sees_it(site: SiteAt) -> None:
    kjekk = site.visitor("kjekk")
    case = signed_by_both(site, kjekk)
    answer = consents.press(case.guest, ids(site, case))
    draft = Draft(case.guest, answer.headers["location"], "consent_withdrawal")
    fill(draft, role={"submitter_role": "parent"}, subject=RASK)
    assert "Den andre som sa ja, ser at du har trukket samtykket, og når." in draft.review()
    sent(draft, send_when="now")
    assert "Myk Havgløtt trakk det 1. desember 2026" in consents.page(kjekk)
