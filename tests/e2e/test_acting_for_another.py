"""A proxy and their principal in front of their pages: each state looked at by axe, and measured on a phone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests import powers
from tests.draft import Draft
from tests.e2e.conftest import Open
from tests.e2e.looking import measured
from tests.e2e.pages import Citizen
from tests.e2e.test_open_pages import trouble
from tests.e2e.window import Window
from tests.later import sent
from tests.running_site import Site

APPLICATION = "Søknad om individuell plan, koordinator eller barnekoordinator"


@pytest.fixture(scope="module")
def power(site: Site) -> Draft:
    return sent(powers.given(site.visitor("stille"), site.visitor("myk")))


@contextmanager
def entered(opened: Open, person: str, *, scripts: bool = True) -> Iterator[Citizen]:
    citizen = Citizen(opened(scripts=scripts), person)
    citizen.enter()
    citizen.window.go("/larvik/mine-saker")
    yield citizen


def assert_fine(window: Window) -> None:
    """Nothing that axe finds, nothing too wide for a phone, nothing too small for a thumb."""
    assert trouble(window, "here") == {}
    with window.examined() as page:
        assert not measured(page, "tooSmall(44, false)")


def test_a_proxy_finds_whom_they_act_for_and_begins(
    opened: Open, site: Site, power: Draft, *, by_turns: bool
) -> None:
    jevn, myk_ = site.visitor("jevn"), site.visitor("myk")
    sent(powers.revocation(sent(powers.given(jevn, myk_))))
    with entered(opened, "myk", scripts=by_turns) as myk:
        assert_fine(myk.window)
        myk.follow("Handle for en annen")
        assert_fine(myk.window)
        assert myk.page.get_by_text("Avsluttet").count()
        myk.press(APPLICATION)
        assert "Du handler for Stille Bjørkeløv." in myk.page.locator(".acting").inner_text()
        assert_fine(myk.window)
        myk.press("Lagre og fortsett")
        assert "." in myk.window.path.split("/sak/")[1]
        myk.window.go("/larvik/mine-saker")
        assert_fine(myk.window)
    draft = powers.filled_in(powers.begin_for(site, site.visitor("myk"), power))
    with entered(opened, "stille", scripts=by_turns) as stille:
        assert_fine(stille.window)
        stille.window.go(f"{powers.owners(draft, site.visitor('stille')).path}/se-over")
        assert_fine(stille.window)
        stille.press("Ta over")
        assert "Du har tatt over." in stille.page.locator("main").inner_text()
        assert_fine(stille.window)


def test_whoever_may_not_any_more_is_told_where_they_write(opened: Open, site: Site) -> None:
    power = sent(powers.given(site.visitor("stille"), site.visitor("myk")))
    draft = powers.filled_in(powers.begin_for(site, site.visitor("myk"), power))
    with entered(opened, "myk") as myk:
        myk.window.expected.add(403)
        myk.window.go(draft.step("need"))
        sent(powers.revocation(power))
        field = myk.page.locator("[name=need_description]")
        field.fill("Skrevet etter at fullmakten ble trukket.")
        myk.page.get_by_text("Ikke lagret. Du handler ikke for denne personen nå.").wait_for()
        assert field.input_value() == "Skrevet etter at fullmakten ble trukket."
        assert_fine(myk.window)
        myk.window.go(f"{draft.path}/se-over")
        assert "Du handler ikke lenger for denne personen" in myk.page.locator("h1").inner_text()
        assert_fine(myk.window)


def test_what_lacks_an_authorization_tells_how_it_comes(opened: Open, site: Site) -> None:
    nephew = site.visitor("nevo", "kristiansand")
    draft = sent(powers.lacking(nephew))
    window = opened()
    citizen = Citizen(window, "nevo", "kristiansand")
    citizen.enter()
    window.go(f"{draft.path}/kvittering")
    assert citizen.page.get_by_role("link", name="Skriv ut skjema").count()
    assert_fine(window)
