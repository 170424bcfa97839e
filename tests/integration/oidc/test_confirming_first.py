"""What is lost, binds, or lets others in is asked for once more by who shows anew who they are, with what was typed."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from tests.integration.oidc.presses import PRESSES, WORD, decline
from tests.integration.oidc.test_confirming import long_ago
from tests.running_site import Site
from wizard.app import create_app
from wizard.models import LoginSession
from wizard.routes.unconfirmed import UNCONFIRMED


@pytest.fixture(scope="module")
def app(site: Site) -> Iterator[Flask]:
    app = create_app(site.settings())
    yield app
    app.extensions["tools"].store.close()


def test_every_view_that_writes_asks_first_or_says_why_not(app: Flask) -> None:
    writes = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    asks = {name for name in writes if getattr(app.view_functions[name], "asks_to_confirm", False)}
    told = [name for names in UNCONFIRMED.values() for name in names]
    assert sorted([*asks, *told]) == sorted(writes), "each of them once, and none that is gone"
    assert asks == PRESSES.keys(), "each is pressed below"


@pytest.mark.parametrize("view", PRESSES)
def test_nothing_happens_before_one_has_shown_who_one_is(site: Site, view: str) -> None:
    press = PRESSES[view](site)
    guest, address = press.guest, f"{press.page}{press.verb}"
    posted = guest.told(guest.get(press.page).headers.get("location", press.page)).along(press.data)
    long_ago(site)
    with site.unchanged():
        asks = guest.submit(address, posted)
    assert (asks.status_code, asks.headers["location"]) == (303, "/larvik/bekreft")
    assert "Ingenting skjer før det." in guest.get("/larvik/bekreft").text
    back = guest.post("/larvik/bekreft")
    assert (back.status_code, back.headers["location"]) == (303, press.page)
    shown = guest.http.get(press.page, follow_redirects=True).text
    assert "Ingenting har skjedd ennå. Trykk på knappen én gang til." in shown
    assert press.shown in shown
    assert press.shown in guest.http.get(press.page, follow_redirects=True).text, (
        "loaded anew it is there still"
    )
    done = guest.submit(address, posted)
    assert (done.status_code, done.headers.get("location")) != (303, "/larvik/bekreft")
    assert done.status_code in {200, 303, 409, 422}, "whatever the view itself says to it"


def test_what_was_typed_lies_sealed_goes_to_nobody_else_and_away_with_the_press(either_site: Site) -> None:
    press = decline(either_site)
    guest, another = press.guest, either_site.visitor("frisk")
    posted, before = guest.told(press.page).along(press.data), aside(either_site)
    long_ago(either_site)
    assert guest.submit(f"{press.page}/nei", posted).headers["location"] == "/larvik/bekreft"
    (kept,) = aside(either_site) - before
    assert WORD.encode() not in kept
    assert press.shown not in another.get(press.page).text, "nor to themselves on another machine"
    assert guest.post("/larvik/bekreft").status_code == 303
    assert press.shown in guest.get(press.page).text
    assert guest.submit(f"{press.page}/nei", posted).headers["location"] == press.page
    assert aside(either_site) <= before


def aside(site: Site) -> set[bytes]:
    with site.tools() as tools, tools.store.read() as db:
        return {one for one in db.scalars(select(LoginSession.sealed_aside)) if one}
