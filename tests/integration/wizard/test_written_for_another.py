"""Whoever writes for another is told who is answered, who decides, and when others can sign."""

from collections.abc import Iterator
from html import unescape

import pytest

from tests.at_a_time import SiteAt
from tests.integration.wizard.test_representation import WAYS, sent

ANSWERED = "Svaret går til den det gjelder."
ALONE = "Da er det bare du som skriver under."


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("for-another")) as site:
        yield site


@pytest.mark.parametrize(
    ("key", "said"), [("relative", ANSWERED), ("proxy", "går svaret bare til den det gjelder")]
)
def test_who_has_no_power_is_told_that_another_is_answered_and_decides(
    site_at: SiteAt, key: str, said: str
) -> None:
    draft, _ = sent(site_at, WAYS[key])
    assert "Du kan be den det gjelder skrive under også." in draft.review()
    assert ALONE in draft.guest.get(f"{draft.path}/send").text
    draft.send()
    receipt = unescape(draft.receipt())
    assert [one for one in (ANSWERED, "går svaret bare til den det gjelder") if one in receipt] == [said]
    assert "Den det gjelder, bestemmer om de får dele." in receipt


def test_who_must_not_sign_alone_is_told_that_others_can_sign_afterwards(site_at: SiteAt) -> None:
    draft, _ = sent(site_at, WAYS["parent_16_17"])
    page = draft.guest.get(f"{draft.path}/send").text
    assert ALONE not in page
    assert "De andre kan skrive under etterpå." in page


def test_who_writes_for_themselves_decides_and_is_answered(site_at: SiteAt) -> None:
    draft, _ = sent(site_at, WAYS["self"])
    draft.send()
    receipt = unescape(draft.receipt())
    assert ANSWERED not in receipt
    assert "Du bestemmer selv om de får dele." in receipt
