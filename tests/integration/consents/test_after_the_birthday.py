"""The day a child turns 16: nobody is asked for a signature that nothing lacked, and the child reads all of it."""

from collections.abc import Iterator

import pytest

from tests import behind, consents, several
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.integration.consents.test_said_for_another import SIXTEEN
from tests.integration.consents.test_taken_down import child_consent
from tests.integration.consents.test_who_reads_of_it import hide


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("birthday")) as running:
        yield running


@pytest.fixture
def case(site: SiteAt) -> Draft:
    """Complete when it was sent."""
    given = child_consent(site)
    assert not [mark for mark in behind.marks(site, given) if mark.startswith("unsigned")]
    site.later(given, SIXTEEN)
    return given


def test_no_signature_is_said_to_lack(case: Draft) -> None:
    page = case.guest.get(case.path).text
    assert "Underskrift mangler" not in page
    assert "Be om underskriften" not in page
    assert case.guest.get(several.page(case)).headers["location"] == f"{case.path}/kvittering"


def test_who_hides_goes_on_reading_what_they_decide_on(site: SiteAt, case: Draft) -> None:
    rask, topics = site.visitor("rask"), consents.rows(site, case)[-1].said.topics
    assert topics
    assert topics in consents.page(rask)
    hide(rask)
    assert site.visitor("lun").get(consents.office(case)).status_code == 404, (
        "it is kept from most eyes by now"
    )
    assert topics in consents.page(rask)
