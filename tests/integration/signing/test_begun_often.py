"""One helper does not fill other people's lists: so many drafts in an hour, and so many for one person in a day."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from forms.situation import Person
from tests import behind
from tests.at_a_time import SiteAt
from tests.counter import STILLE, Helped, begun, start
from tests.integration.wizard.test_counter_signing import DRAWN, confirmed

WITHOUT = Person("Varm Myrstrand", "")


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    """Where a helper begins four in an hour, and two for the same person."""
    site = SiteAt(tmp_path)
    site.environment |= {"VEIVISER_HELPED_DRAFTS_AN_HOUR": "4", "VEIVISER_HELPED_DRAFTS_OF_ONE": "2"}
    with site:
        yield site


def refused(site_at: SiteAt, citizen: Person, said: str) -> None:
    helper = site_at.visitor("fin")
    with site_at.unchanged():
        answer = start(helper, citizen)
    assert (answer.status_code, said in answer.text) == (429, True), answer.text


def test_one_helper_begins_so_many_in_an_hour(site_at: SiteAt) -> None:
    helper = site_at.visitor("fin")
    for _ in range(4):
        begun(helper, WITHOUT)
    refused(site_at, WITHOUT, "Du har begynt på mange utkast den siste timen.")
    site_at.now += timedelta(hours=1)
    begun(site_at.visitor("fin"), WITHOUT)


def test_for_one_person_so_many_lie_unsent(site_at: SiteAt) -> None:
    helper = site_at.visitor("fin")
    first: Helped = begun(helper)
    begun(helper)
    refused(site_at, STILLE, "Du har begynt på flere utkast for denne personen det siste døgnet.")
    begun(helper, WITHOUT)
    confirmed(first.complete(), DRAWN)
    assert behind.submissions(site_at, first) == 1
    begun(helper)
