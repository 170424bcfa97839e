"""That sharing ends by itself is told before it does, and on the day after that it has."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from forms.language import OSLO
from tests import consents
from tests.at_a_time import SiteAt

ANEW = "Skal tjenestene dele etter det, trengs et nytt ja."
SOON, OVER = "Den går snart ut", "Delingen gikk ut 30. juni 2027"
UNTIL = "Deling gjelder til og med 30. juni 2027"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as running:
        yield running


def pages(site: SiteAt, month: int, day: int) -> tuple[str, str]:
    """The list of cases and the page of consents, as their owner reads them on that day of 2027."""
    site.now = datetime(2027, month, day, 12, tzinfo=OSLO)
    guest = site.visitor("stille")
    return guest.get(f"{guest.at}/mine-saker").text, consents.page(guest)


def test_what_runs_out_is_told_before_and_after(site: SiteAt) -> None:
    consents.given(site.visitor("stille"))

    list_, page = pages(site, 5, 15)
    assert UNTIL in list_
    assert not any(told in list_ + page for told in (SOON, OVER, ANEW))

    list_, page = pages(site, 6, 1)
    assert SOON not in list_
    assert f"Siste dag er 30. juni 2027. {ANEW}" in page

    list_, page = pages(site, 6, 30)
    assert SOON in list_
    assert ANEW in page

    list_, page = pages(site, 7, 1)
    assert OVER in list_
    assert UNTIL not in list_
    assert SOON not in list_
    assert f"Siste dag var 30. juni 2027. {ANEW}" in page
