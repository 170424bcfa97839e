"""The pages of a withdrawal tell what it has ended, though what it names can be taken back no more."""

from datetime import timedelta

import pytest

from tests import consents, later, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.integration.consents.test_ended_by_helper import TO_BE_FOUND, at_counter, words

ENDED = "Samtykket gjelder ikke lenger."


def own_pages(owner: Guest, draft: Draft) -> list[str]:
    return [owner.get(f"/larvik/sak/{draft.id}{page}").text for page in ("", "/kvittering")]


def power_to(site_at: SiteAt) -> Draft:
    power = powers.given(site_at.visitor("stille"), site_at.visitor("jevn"))
    power.send()
    return power


def test_at_the_counter_its_owner_and_the_helper_read_that_the_consent_has_ended(site_at: SiteAt) -> None:
    given = consents.given(site_at.visitor("stille"))
    taken = at_counter(site_at, "consent_withdrawal", withdrawal=words(f"Alt i {later.reference(given)}."))
    assert set(consents.states(site_at, given).values()) == {"taken_back"}
    for page in (*own_pages(site_at.visitor("stille"), taken), taken.receipt()):
        assert TO_BE_FOUND not in page
        assert ENDED in page


def test_at_the_counter_its_owner_reads_that_the_power_has_ended(site_at: SiteAt) -> None:
    named = f"Jevn Sandvik, {later.reference(power_to(site_at))}"
    taken = at_counter(site_at, "power_of_attorney_revocation", revocation={"poa_description": named})
    site_at.now += timedelta(minutes=1)
    for page in (*own_pages(site_at.visitor("stille"), taken), taken.receipt()):
        assert TO_BE_FOUND not in page
        assert "Fullmakten gjelder ikke lenger." in page


@pytest.mark.parametrize("said", ["Alt i {}", "Alt jeg har sagt ja til"])
def test_at_home_the_receipt_tells_whether_the_words_named_it(site_at: SiteAt, said: str) -> None:
    stille = site_at.visitor("stille")
    given = consents.given(stille)
    draft = begin(stille, "consent_withdrawal")
    draft.today = site_at.now.date()
    what = words(said.format(later.reference(given))) | {"consent_reference": ["unlisted"]}
    receipt = later.sent(draft.complete(told("consent_withdrawal", withdrawal=what))).receipt()
    named = "{}" in said
    assert (ENDED in receipt, TO_BE_FOUND in receipt) == (named, not named)
