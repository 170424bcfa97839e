"""Whoever signs, or opens what is protected, shows anew who they are, where that is long ago, as surely as is asked."""

from time import time
from typing import Any

import pytest
from sqlalchemy import func, select, update

from tests.draft import CONSENTS, Draft, begin, told
from tests.guest import hidden
from tests.integration.oidc.openid_provider import HIGH, LOW, SUBSTANTIAL
from tests.integration.oidc.real_site import MYK, STILLE, Browser, Employee, RealSite, query
from tests.running_site import Site
from wizard.models import LoginSession
from wizard.models_access import Access
from wizard.oidc.id_token import SKEW

AN_HOUR = 3600
SAFE_CONTACT = {"address_protected": "yes", "safe_contact": "attendance"}


def known_since(site: RealSite, seconds: int | None) -> Browser:
    """Stille, whom the provider lets in by a log-in of some time ago; None where it does not tell when that was."""
    browser = site.browser()
    address = browser.at_provider(browser.leave_for_provider(), pid=STILLE, acr=HIGH)
    at = None if seconds is None else int(time()) - seconds
    site.provider.alter_next(claims={"auth_time": at})
    if browser.come_back(address).headers["location"].endswith("/navn"):
        browser.guest.post("/larvik/navn", {"full_name": "Stille Fjordmo"})
    browser.guest.key = "stille"
    return browser


def ready(browser: Browser) -> Draft:
    return begin(browser.guest).complete()


@pytest.mark.parametrize("seconds", [AN_HOUR, None])
def test_before_one_signs_one_shows_who_one_is_and_comes_back_to_the_page(
    either_real_site: RealSite, seconds: int | None
) -> None:
    browser = known_since(either_real_site, seconds)
    draft, guest = ready(browser), browser.guest
    before = guest.cookie
    asks = guest.get(f"{draft.path}/send")
    assert (asks.status_code, asks.headers["location"]) == (302, "/larvik/bekreft")
    assert "Bekreft med ID-porten" in guest.get("/larvik/bekreft").text
    back = browser.confirm()
    assert (back.status_code, back.headers["location"]) == (303, f"{draft.path}/send")
    thief = either_real_site.browser()
    thief.guest.http.cookies.set("veiviser", before, domain="127.0.0.1")
    assert not thief.is_logged_in(), "the log-in's token is another one now"
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"


def test_whoever_has_just_logged_in_is_not_asked(real_site: RealSite) -> None:
    browser = known_since(real_site, 60)
    assert ready(browser).send().status_code == 303


def test_what_was_chosen_is_still_chosen_and_nothing_is_signed_meanwhile(either_real_site: RealSite) -> None:
    browser = known_since(either_real_site, 60)
    draft, guest = ready(browser), browser.guest
    page = guest.told(f"{draft.path}/send").along(CONSENTS)
    long_ago(either_real_site)
    with either_real_site.unchanged():
        asks = guest.submit(f"{draft.path}/send", page)
    assert (asks.status_code, asks.headers["location"]) == (303, "/larvik/bekreft")
    assert "Ingenting skjer før det." in guest.get("/larvik/bekreft").text
    shown = guest.get(browser.confirm().headers["location"]).text
    assert "Ingenting har skjedd ennå. Trykk på knappen én gang til." in shown
    assert shown.count(" checked") == len(CONSENTS)
    assert guest.submit(f"{draft.path}/send", page).headers["location"] == f"{draft.path}/kvittering"


def long_ago(site: Site) -> None:
    """All who are logged in showed a year ago who they are."""
    with site.tools() as tools, tools.store.write() as db:
        at = tools.clock().replace(year=tools.clock().year - 1)
        db.execute(update(LoginSession).values(authenticated_at=at))


def test_another_person_confirms_nothing_and_takes_no_ones_place(either_real_site: RealSite) -> None:
    browser = known_since(either_real_site, AN_HOUR)
    draft, guest = ready(browser), browser.guest
    guest.get(f"{draft.path}/send")
    browser.there.cookies.clear()
    with either_real_site.unchanged():
        answer = browser.confirm(MYK)
    assert answer.status_code == 403
    assert "Det var en annen som logget inn nå." in answer.text
    assert "Stille Fjordmo" in guest.get("/larvik/mine-saker").text
    assert guest.get(f"{draft.path}/send").headers["location"] == "/larvik/bekreft"


def test_an_earlier_log_in_at_the_provider_does_not_do(real_site: RealSite) -> None:
    """Asked for with ``prompt`` and ``max_age``, and held: the provider's page comes, whatever session it has."""
    browser = known_since(real_site, AN_HOUR)
    address = browser.leave_for_provider("bekreft/innlogging")
    asked = browser.asked(address)
    assert asked["prompt"] == "login"
    assert int(asked["max_age"]) == SKEW
    assert set(query(address)) == {"client_id", "request_uri"}
    for claims in ({"auth_time": int(time()) - 600}, {"auth_time": None}, {"acr": LOW}):
        back = browser.at_provider(browser.leave_for_provider("bekreft/innlogging"), pid=STILLE, acr=HIGH)
        real_site.provider.alter_next(claims=claims)
        with real_site.unchanged():
            answer = browser.come_back(back)
        assert answer.status_code in {400, 403}
        assert "Bekreft at det er deg" in answer.text
    assert browser.is_logged_in()


def test_whoever_goes_back_is_where_they_were(real_site: RealSite) -> None:
    browser = known_since(real_site, AN_HOUR)
    there = browser.leave_for_provider("bekreft/innlogging")
    answer = browser.come_back(browser.at_provider(there, cancel="1"))
    assert answer.status_code == 200
    assert "Du har ikke bekreftet at det er deg." in answer.text
    assert browser.is_logged_in()


def test_the_log_in_ended_meanwhile_and_is_made_anew(real_site: RealSite) -> None:
    browser = known_since(real_site, AN_HOUR)
    back = browser.at_provider(browser.leave_for_provider("bekreft/innlogging"), pid=STILLE, acr=HIGH)
    with real_site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(seen_at=tools.clock().replace(year=2000)))
    assert browser.come_back(back).headers["location"] == "/larvik/mine-saker"
    assert browser.is_logged_in()


def test_a_042_at_a_lower_level_nothing_is_read_until_the_person_steps_up(either_real_site: RealSite) -> None:
    """As after the municipality has come to ask for more: the log-ins from before are worth no more than they were."""
    browser = known_since(either_real_site, 60)
    draft = ready(browser)
    with either_real_site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(level=SUBSTANTIAL))
    typed = {"need_description": "Skrevet etterpå"}
    with either_real_site.unchanged():
        for page in ("", "/se-over", "/send", "/steg/need", "/steg/need/autolagring"):
            answer = browser.guest.get(f"{draft.path}{page}")
            assert answer.status_code in {302, 405}
            assert "fjellrev" not in answer.text
        kept = browser.guest.submit(draft.step("need"), [("version", "1"), *typed.items()])
    assert kept.status_code in {400, 401}
    back = browser.guest.get(draft.path).headers["location"]
    assert back.startswith("/larvik/logg-inn")
    browser.there.cookies.clear()
    assert browser.asked(browser.leave_for_provider())["acr_values"] == HIGH
    assert browser.log_in(acr=SUBSTANTIAL).status_code == 403
    assert browser.log_in(acr=HIGH).headers["location"].startswith(draft.path)
    assert "fjellrev" in browser.guest.get(f"{draft.path}/se-over").text


def test_staff_show_anew_who_they_are_before_they_open_what_is_protected(either_real_site: RealSite) -> None:
    citizen = known_since(either_real_site, 60)
    protected = begin(citizen.guest).complete(told(address_protection=SAFE_CONTACT))
    open_one = ready(citizen)
    for draft in (protected, open_one):
        assert draft.send().status_code == 303
    browser = either_real_site.browser()
    who = Employee("trusted", roles=("saksbehandler-skjermet",))
    browser.log_in_as_staff(who)
    long_ago(either_real_site)
    read = opened(either_real_site)
    assert browser.guest.get(f"/larvik/kontor/sak/{open_one.id}").status_code == 200
    case = f"/larvik/kontor/sak/{protected.id}"
    first = browser.guest.http.get(case).headers["location"]
    asks = browser.guest.http.get(first)
    assert asks.headers["location"] == "/larvik/bekreft"
    assert "sperret adresse" in browser.guest.get("/larvik/bekreft").text
    assert opened(either_real_site) == read + 1, "nobody has opened it yet"
    back = browser.log_in_as_staff(who, way="bekreft/innlogging")
    assert (back.status_code, back.headers["location"]) == (303, first)
    assert browser.guest.get(case).status_code == 200


WRITTEN = ("grunn", "send-videre", "samtykke-trukket/skriv-ned")
PRESSED = ("tatt-i-hand", "gi-slipp", "arkivert", "arkivert/angre")


@pytest.mark.parametrize("end", WRITTEN + PRESSED)
def test_nor_do_they_post_to_what_is_protected_unless_it_is_open(
    real_site: RealSite, protected: Draft, end: str
) -> None:
    """Neither saying why nor taking it in hand opens it; nor does the page of its answer."""
    browser, who = real_site.browser(), Employee("trusted", roles=("saksbehandler-skjermet",))
    browser.log_in_as_staff(who)
    typed = {"reason": "handles", "related": "no"}
    assert browser.guest.post(f"/larvik/kontor/sak/{protected.id}/grunn", typed).status_code == 303
    long_ago(real_site)
    with real_site.unchanged():
        asks = browser.guest.post(f"/larvik/kontor/sak/{protected.id}/{end}", typed, page="/larvik/kontor/")
        head = browser.guest.http.head(f"/larvik/kontor/sak/{protected.id}/grunn")
    if end in PRESSED:
        assert (asks.status_code, asks.headers["location"]) == (303, "/larvik/bekreft")
    else:
        assert asks.status_code == 403
        assert 'href="/larvik/bekreft"' in asks.text
        assert hidden(asks.text, "reason") == "handles", "what was written is there to be sent again"
    assert head.headers["location"] == "/larvik/bekreft"
    back = browser.log_in_as_staff(who, way="bekreft/innlogging").headers["location"]
    assert back in {f"/larvik/kontor/sak/{protected.id}", f"/larvik/kontor/sak/{protected.id}/grunn"}, (
        "a page"
    )


def test_what_staff_write_in_a_protected_case_that_is_open_is_taken(
    real_site: RealSite, protected: Draft
) -> None:
    browser = real_site.browser()
    browser.log_in_as_staff(Employee("trusted", roles=("saksbehandler-skjermet",)))
    case = f"/larvik/kontor/sak/{protected.id}"
    assert browser.guest.get(case).status_code == 200
    long_ago(real_site)
    answer = browser.guest.post(f"{case}/send-videre", {}, page="/larvik/kontor/")
    assert answer.headers.get("location", "") != "/larvik/bekreft"
    for opening in ("grunn", "tatt-i-hand"):
        asks = browser.guest.post(f"{case}/{opening}", {}, page="/larvik/kontor/")
        assert asks.headers["location"] == "/larvik/bekreft"


def test_what_is_not_taken_shows_the_protected_case_to_nobody_who_has_not_confirmed(
    real_site: RealSite, protected: Draft
) -> None:
    """Else a press that misses would be a way past the question."""
    browser, who = real_site.browser(), Employee("trusted", roles=("saksbehandler-skjermet",))
    browser.log_in_as_staff(who)
    case = f"/larvik/kontor/sak/{protected.id}"
    assert browser.guest.post(f"{case}/tatt-i-hand", page=case).status_code == 303
    late = browser.guest.post(f"{case}/gi-slipp", {"held": "0"}, page=case)
    assert (late.status_code, "sperret adresse" in late.text) == (409, True)
    long_ago(real_site)
    with real_site.unchanged():
        asks = browser.guest.post(f"{case}/gi-slipp", {"held": "0"}, page="/larvik/kontor/")
    assert (asks.status_code, asks.headers["location"]) == (303, "/larvik/bekreft")
    assert browser.log_in_as_staff(who, way="bekreft/innlogging").headers["location"] == case


@pytest.fixture
def protected(real_site: RealSite) -> Draft:
    draft = begin(known_since(real_site, 60).guest).complete(told(address_protection=SAFE_CONTACT))
    assert draft.send().status_code == 303
    return draft


def opened(site: RealSite) -> int:
    with site.tools() as tools, tools.store.read() as db:
        found: Any = db.scalar(select(func.count()).where(Access.outcome == "read"))
    return int(found)


def test_another_member_of_staff_confirms_nothing(real_site: RealSite) -> None:
    browser = real_site.browser()
    browser.log_in_as_staff(Employee("first"))
    browser.there.cookies.clear()
    answer = browser.log_in_as_staff(Employee("second"), way="bekreft/innlogging")
    assert answer.status_code == 403
    assert "Det var en annen som logget inn nå." in answer.text
    assert browser.works()


def test_outside_the_demo_the_button_does_nothing(real_site: RealSite) -> None:
    browser = known_since(real_site, AN_HOUR)
    with real_site.unchanged():
        assert browser.guest.post("/larvik/bekreft", page="/larvik/personvern").status_code == 404


def test_the_reason_that_was_given_holds_in_the_log_in_that_takes_its_place(
    either_real_site: RealSite,
) -> None:
    draft = ready(known_since(either_real_site, 60))
    assert draft.send().status_code == 303
    browser, who = either_real_site.browser(), Employee("trusted-on")
    browser.log_in_as_staff(who)
    case = f"/larvik/kontor/sak/{draft.id}"
    assert browser.guest.http.get(case).headers["location"] == f"{case}/grunn"
    assert browser.guest.get(case).status_code == 200, "a reason is given on the way"
    browser.log_in_as_staff(who, way="bekreft/innlogging")
    assert browser.guest.http.get(case).status_code == 200
    another = either_real_site.browser()
    another.log_in_as_staff(who)
    assert another.guest.http.get(case).headers["location"] == f"{case}/grunn", "in no other log-in"
