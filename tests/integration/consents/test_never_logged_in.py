"""On paper somebody who has never logged in takes back what another said yes to for them, where the name is theirs."""

from collections.abc import Iterator

import pytest

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.integration.consents.test_said_for_another import NAMES, SIXTEEN
from tests.integration.consents.test_taken_down import child_consent
from tests.paper_form import boxes, registered

RASK = NAMES | {"subject_no_id": "has_number", "subject_national_id": "198511 99708", "answer_by": "unsaid"}
OTHER = {"subject_given_name": "Helt", "subject_family_name": "Annen"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("never")) as running:
        yield running


@pytest.fixture(scope="module")
def case(site: SiteAt) -> Draft:
    """A mother's, for Rask, who is 16 by now and has no account."""
    return child_consent(site)


@pytest.fixture(scope="module")
def another(site: SiteAt) -> Draft:
    """One more, for the time when he has an account."""
    return child_consent(site)


@pytest.fixture(scope="module", autouse=True)
def aged(site: SiteAt, case: Draft, another: Draft) -> None:
    assert case.id != another.id
    site.now = SIXTEEN


def came(site: SiteAt, case: Draft, **changed: str) -> Draft:
    days = {"came_by": "by_hand"} | boxes("arrived", site.now.date())
    earlier = {"earlier_reference": consents.rows(site, case)[0].reference, "withdraw_extent": "all"}
    told = {"subject": RASK | changed, "days": days, "earlier": earlier}
    return registered(site.visitor("lun"), "consent_withdrawal", **told)


def test_anothers_name_with_the_number_ends_nothing(site: SiteAt, case: Draft) -> None:
    with pytest.raises(AssertionError, match="Vi finner ingen slik sak hos personen"):
        came(site, case, **OTHER)
    assert set(consents.states(site, case).values()) == {"holds"}


def test_by_number_name_and_reference_it_ends(site: SiteAt, case: Draft, another: Draft) -> None:
    paper = came(site, case)
    assert set(consents.states(site, case).values()) == {"taken_back"}
    assert "not_tied" not in behind.marks(site, paper)
    with pytest.raises(AssertionError, match="Nummeret hører til et annet navn"):
        came(site, another, **OTHER)
    assert set(consents.states(site, another).values()) == {"holds"}
