"""Whose number a consent bears by mistake comes no nearer to it by what they say that they are called."""

import pytest

from tests import consents
from tests.at_a_time import SiteAt
from tests.guest import Guest
from tests.integration.consents.test_taken_down import child_consent
from tests.integration.signing.test_name_mended import says

ALL_OF_THEM = "Anna Kari Per Ola Nora Jakob Lars Annen Ingrid Elveblest"


def taken(guest: Guest, name: str) -> tuple[int, str]:
    answer = guest.post("/larvik/navn", {"full_name": name}, page="/larvik/mine-saker")
    return answer.status_code, answer.text


@pytest.fixture
def rask(site_at: SiteAt) -> Guest:
    """Who says their own name, as where no provider tells one."""
    rask = site_at.visitor("rask")
    says(site_at, rask, "Rask Elveblest")
    return rask


def test_a_strange_name_is_not_taken_and_nothing_is_shown_by_it(site_at: SiteAt, rask: Guest) -> None:
    strange = child_consent(site_at, subject={"subject_given_name": "Annen", "subject_family_name": "Person"})
    called = consents.rows(site_at, strange)[0].reference
    for name in (ALL_OF_THEM, "Annen Elveblest", "Annen Person", "Rask Elveblest Innbyggertorg"):
        code, page = taken(rask, name)
        assert (code, 'href="#full_name"' in page, "ring kontoret" in page) == (422, True, True), name
        assert called not in consents.page(rask)
    assert taken(rask, "Rask Annen Elveblest")[0] == 303
    assert called not in consents.page(rask), "the name that was told first holds yet"


def test_a_mended_name_shows_no_more_than_the_first_and_what_fits_both_is_there(
    site_at: SiteAt, rask: Guest
) -> None:
    own = child_consent(site_at)
    called = consents.rows(site_at, own)[0].reference
    assert called in consents.page(rask)
    assert taken(rask, "Rask Elveblesst")[0] == 303
    assert called in consents.page(rask)


def test_it_is_mended_three_times_and_no_more(rask: Guest) -> None:
    for name in ("Rask Elveblesst", "Rask Elvebles", "Raske Elveblest"):
        assert taken(rask, name)[0] == 303
    code, page = taken(rask, "Rask Elveblest")
    assert (code, "tre ganger" in page) == (422, True)
    assert taken(rask, "Raske Elveblest")[0] == 303, "as it is"


def test_the_office_finds_what_was_sent_by_each_of_the_names(site_at: SiteAt, lun: Guest) -> None:
    parent = site_at.visitor("myk")
    says(site_at, parent, "Myk Havgløtt")
    case = child_consent(site_at)
    says(site_at, parent, "Myk Sommerfugl Havgløtt")
    for asked in ("havgløtt", "sommerfugl"):
        found = lun.post("/larvik/kontor/sok", {"asked": asked}, page="/larvik/kontor/")
        assert str(case.id) in found.text, asked
