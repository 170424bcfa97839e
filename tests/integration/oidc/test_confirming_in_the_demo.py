"""Whoever signs shows anew who they are, where that is long ago, also where a button stands for a provider."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from tests import powers, several
from tests.counter import begun
from tests.draft import CONSENTS, begin
from tests.guest import hidden
from tests.integration.oidc.test_confirming import long_ago
from tests.running_site import Site
from wizard.models import LoginSession


def test_whoever_was_asked_to_sign_and_whoever_sends_without_waiting_are_asked_too(site: Site) -> None:
    """In the demo, whose people sign together: what is asked of them is the same."""
    parent, young = site.visitor("myk"), site.visitor("frisk")
    draft = several.filled_for(parent, young.invented, representative={"rep_authority": "none"})
    several.wait(draft)
    at = several.come(young, several.code_of(several.ask(draft, "young_person")))
    page = young.told(at).along(several.READ)
    long_ago(site)
    with site.unchanged():
        asks = young.submit(at, page)
        sends = parent.post(f"{several.page(draft)}/send", page=several.page(draft))
    assert asks.headers["location"] == sends.headers["location"] == "/larvik/bekreft"
    back = young.post("/larvik/bekreft")
    assert back.headers["location"] == at
    assert young.get(at).text.count(" checked") == len(several.READ)
    assert parent.post("/larvik/bekreft").headers["location"] == several.page(draft)
    assert several.sign(young, at).status_code == 303
    assert "Kommunen har fått søknaden" in several.receipt(young, at)


def test_a_proxy_sends_in_the_other_s_name_only_as_who_they_are_now(site: Site) -> None:
    giver, proxy = site.visitor("stille"), site.visitor("myk")
    power = powers.given(giver, proxy)
    assert power.send().status_code == 303
    draft = powers.filled_in(powers.begin_for(site, proxy, power))
    page = proxy.told(f"{draft.path}/send").along(CONSENTS)
    long_ago(site)
    with site.unchanged():
        asks = proxy.submit(f"{draft.path}/send", page)
    assert asks.headers["location"] == "/larvik/bekreft"
    assert proxy.post("/larvik/bekreft").headers["location"] == f"{draft.path}/send"
    assert proxy.submit(f"{draft.path}/send", page).status_code == 303
    assert "Du har sendt" in draft.receipt()


def test_in_the_demo_a_button_stands_for_it(site: Site) -> None:
    guest = site.visitor("aile")
    draft = begin(guest).complete()
    long_ago(site)
    assert guest.get(f"{draft.path}/send").headers["location"] == "/larvik/bekreft"
    assert "prøveversjon" in guest.get("/larvik/bekreft").text
    back = guest.post("/larvik/bekreft")
    assert back.headers["location"] == f"{draft.path}/send"
    text = guest.get(f"{draft.path}/send").text
    assert hidden(text, "content")
    assert "Ingenting har skjedd ennå." not in text, "nothing was pressed"


def test_a_helper_shows_who_they_are_before_somebody_draws(site: Site) -> None:
    """Also where there is a little time left, that would run out while they draw."""
    draft = begun(site.visitor("fin")).complete()
    at = f"{draft.path}/underskrift"
    with site.tools() as tools, tools.store.write() as db:
        known = tools.clock() - timedelta(minutes=tools.settings.confirm_minutes * 2 / 3)
        db.execute(update(LoginSession).values(authenticated_at=known))
    assert draft.guest.get(at).headers["location"] == "/larvik/bekreft"
    assert draft.guest.post("/larvik/bekreft").headers["location"] == at
    assert hidden(draft.guest.get(at).text, "content")


def test_the_copy_of_everything_is_asked_for_by_who_shows_who_they_are(site: Site) -> None:
    guest, page = site.visitor("aile"), "/larvik/opplysningene-mine"
    long_ago(site)
    asks = guest.get(f"{page}/last-ned")
    assert (asks.status_code, asks.headers["location"]) == (302, "/larvik/bekreft")
    assert guest.post("/larvik/bekreft").headers["location"] == page
    assert "Trykk på knappen én gang til." in guest.get(page).text
    assert guest.get(f"{page}/last-ned").headers["content-type"] == "application/zip"


def test_who_comes_to_the_question_again_when_it_is_answered_is_led_back_to_where_they_were(
    site: Site,
) -> None:
    guest, page = site.visitor("aile"), "/larvik/opplysningene-mine"
    long_ago(site)
    guest.get(f"{page}/last-ned")
    for _ in range(2):  # the page may stand in the browser as it was, and be pressed again
        assert guest.post("/larvik/bekreft", page=page).headers["location"] == page
        with site.unchanged():
            again = guest.get("/larvik/bekreft")
        assert (again.status_code, again.headers["location"]) == (302, page)


@pytest.mark.parametrize(
    ("key", "municipality", "own"), [("aile", "senja", "mine-saker"), ("lun", "larvik", "kontor/")]
)
def test_who_was_asked_nothing_is_led_to_the_page_that_is_theirs(
    site: Site, key: str, municipality: str, own: str
) -> None:
    guest = site.visitor(key, municipality)
    page = f"/{municipality}/bekreft"
    assert guest.get(page).headers["location"] == f"/{municipality}/{own}"
    assert guest.post(page, page="/larvik/personvern").headers["location"] == f"/{municipality}/{own}"
