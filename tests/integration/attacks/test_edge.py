"""Attacks A-055, A-056, A-064, A-065, A-071 and A-072: sessions, cookies and addresses."""

import secrets

import httpx
import pytest

from tests.draft import Draft, begin
from tests.forged import holds
from tests.guest import TRUST, hidden, watch
from tests.running_site import Site
from wizard import kiosk
from wizard.app import create_app

ELSEWHERE = [
    "//evil.no",
    "https:evil.no",
    "/\\evil.no",
    "/\t/evil.no",
    "https://kommune.no.evil.no",
    "\t//evil.no",
]


@pytest.fixture
def draft(either_site: Site) -> Draft:
    return begin(either_site.visitor("stille"))


def browser(site: Site, cookie: str = "") -> httpx.Client:
    cookies = {"veiviser": cookie} if cookie else {}
    return httpx.Client(
        base_url=site.url, timeout=30, cookies=cookies, event_hooks={"response": [watch]}, verify=TRUST
    )


def test_a_055_a_session_planted_before_log_in_is_dead_after_it(either_site: Site) -> None:
    victim = either_site.visitor()
    victim.get("/larvik/mine-saker")
    victim.token("/larvik/logg-inn")
    planted = victim.cookie
    victim.log_in("aile")
    assert victim.cookie != planted
    assert victim.get("/larvik/mine-saker").status_code == 200
    with browser(either_site, planted) as attacker:
        assert "/logg-inn" in attacker.get("/larvik/mine-saker").headers["location"]


def test_a_055_logging_in_again_ends_the_first_log_in(either_site: Site) -> None:
    guest = either_site.visitor("aile")
    first = guest.cookie
    guest.log_in("var")
    with browser(either_site, first) as replay:
        assert replay.get("/larvik/mine-saker").status_code == 302


@pytest.mark.parametrize("way_out", ["/logg-ut", "/forlat"])
def test_a_056_a_cookie_from_before_log_out_opens_nothing(
    either_site: Site, draft: Draft, way_out: str
) -> None:
    captured = draft.guest.cookie
    with browser(either_site, captured) as replay:
        assert replay.get(draft.path).status_code == 303, "it worked before"
        answer = draft.guest.post(way_out, page="/larvik/")
        assert answer.status_code == 303
        assert answer.headers["clear-site-data"] == '"cache", "storage"'
        for address in ("/larvik/mine-saker", draft.path, draft.step("role")):
            after = replay.get(address)
            assert (after.status_code, after.headers["location"]) == (302, "/larvik/logg-inn")
            assert after.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_064_no_redirect_leaves_the_site(either_site: Site, target: str) -> None:
    """``back`` is the one address that a form tells; the log-in reads none."""
    guest = either_site.visitor()
    for address in ("/sprak", "/logg-ut"):
        answer = guest.post(address, {"code": "nb", "back": target}, page="/larvik/")
        assert answer.headers["location"] == "/"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_064_not_even_what_a_session_holds_leaves_the_site(site: Site, target: str) -> None:
    """The page that was asked for before the log-in, and the one to come back to once somebody has confirmed."""
    guest = site.visitor()
    guest.get("/larvik/logg-inn")
    holds(site, guest, next=target)
    answer = guest.post("/larvik/logg-inn", {"person": "aile"}, page="/larvik/logg-inn")
    assert answer.headers["location"] == "/larvik/mine-saker"
    holds(site, guest, confirm=target)
    assert guest.post("/larvik/bekreft", page="/larvik/").headers["location"] == "/larvik/mine-saker"


def test_a_064_after_log_in_one_comes_where_one_wanted_to(either_site: Site, draft: Draft) -> None:
    guest = either_site.visitor()
    assert guest.get(draft.step("role")).headers["location"] == "/larvik/logg-inn"
    answer = guest.post("/larvik/logg-inn", {"person": "stille"})
    assert answer.headers["location"] == draft.step("role")


@pytest.mark.parametrize(
    ("asked", "person", "led_to"),
    [
        ("/larvik/kontor/", "stille", "/larvik/mine-saker"),
        ("/larvik/kontor/", "lun", "/larvik/kontor/"),
        ("step", "lun", "/larvik/kontor/"),
        ("step", "myk", "/larvik/mine-saker"),
        ("step", "stille", "step"),
        ("/larvik/mine-saker", "klar", "/kristiansand/kontor/"),
    ],
)
def test_after_log_in_nobody_is_led_to_a_page_of_somebody_else(
    either_site: Site, draft: Draft, asked: str, person: str, led_to: str
) -> None:
    """The address is remembered of whoever sat here before."""
    guest = either_site.visitor(municipality="kristiansand" if person == "klar" else "larvik")
    assert "/logg-inn" in guest.get(asked.replace("step", draft.step("role"))).headers["location"]
    answer = guest.post(f"{guest.at}/logg-inn", {"person": person})
    assert answer.headers["location"] == led_to.replace("step", draft.step("role"))
    assert guest.get(answer.headers["location"]).status_code == 200


def test_staff_come_back_to_the_case_that_they_asked_for_and_say_why(either_site: Site, draft: Draft) -> None:
    draft.complete().send()
    case, guest = f"/larvik/kontor/sak/{draft.id}", either_site.visitor()
    assert "/logg-inn" in guest.get(case).headers["location"]
    answer = guest.post("/larvik/logg-inn", {"person": "lun"})
    assert (answer.status_code, answer.headers["location"]) == (303, case)
    assert guest.http.get(case).headers["location"] == f"{case}/grunn"


@pytest.mark.parametrize(("way_out", "target"), [("/forlat", "/borte"), ("/logg-ut", "/")])
def test_the_way_out_is_open_from_an_old_page_too(
    either_site: Site, draft: Draft, way_out: str, target: str
) -> None:
    with either_site.unchanged():
        answer = draft.guest.submit(way_out, [], headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert draft.guest.get("/larvik/mine-saker").status_code == 200
    for headers in ({}, {"Origin": "null"}, {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": "same-origin"}):
        guest = either_site.visitor("stille")
        answer = guest.submit(way_out, [("csrf_token", "old")], headers=headers)
        assert (answer.status_code, answer.headers["location"]) == (303, target)
        assert answer.headers["clear-site-data"] == '"cache", "storage"'
        assert guest.get("/larvik/mine-saker").status_code == 302, "what looks done is done"


def test_a_log_in_that_ended_while_one_typed_leads_back_to_the_text(either_site: Site, draft: Draft) -> None:
    told = draft.guest.told(draft.step("role")).along({"submitter_role": "self"})
    guest = either_site.visitor()
    kept = guest.submit(f"{draft.step('role')}/autolagring", told, headers={"HX-Request": "true"})
    assert kept.status_code == 401
    assert "Du er logget ut. Teksten din står her ennå." in kept.text
    assert "<html" not in kept.text
    assert 'href="/larvik/logg-inn" target="_blank"' in kept.text
    assert "hx-redirect" not in kept.headers
    assert guest.submit(draft.step("role"), told).status_code == 401
    answer = guest.post("/larvik/logg-inn", {"person": "stille"})
    assert answer.headers["location"] == "/larvik/mine-saker", "the step would open as it was saved before"
    assert "Det du skrev, står i den andre fanen." in guest.get("/larvik/mine-saker").text
    assert "i den andre fanen" not in guest.get("/larvik/mine-saker").text, "told once"


def test_whoever_goes_elsewhere_and_logs_in_then_is_led_there(site: Site) -> None:
    guest = site.visitor("stille")
    told = guest.told("/larvik/innlogginger").along({"full_name": "Stille"})
    guest.log_out()
    assert guest.submit("/larvik/navn", told).status_code == 401
    assert guest.get("/larvik/samtykker").status_code == 302
    came = guest.post("/larvik/logg-inn", {"person": "stille"})
    assert came.headers["location"] == "/larvik/samtykker"
    assert "i den andre fanen" not in guest.get("/larvik/samtykker").text


def test_staff_who_log_out_come_to_their_own_way_in(site: Site) -> None:
    for person, page in (("lun", "/larvik/kontor/"), ("fin", "/larvik/skranke/")):
        guest = site.visitor(person)
        back = own_way_out(guest.get(page).text)
        out = guest.post("/logg-ut", {"back": back}, page=page)
        assert out.headers["location"] == "/larvik/logg-inn?staff=inn"
        assert "Du er logget ut." in guest.get(out.headers["location"]).text
    citizen = site.visitor("stille").get("/larvik/mine-saker").text
    assert own_way_out(citizen) == "/larvik/"


def own_way_out(page: str) -> str:
    """Where the button to log out says that it leads."""
    return hidden(page.partition('class="inline out"')[2], "back")


def test_the_language_of_an_error_page_leads_to_a_page(draft: Draft) -> None:
    over = {"/larvik/begynn": "/larvik/", f"{draft.step('role')}/autolagring": draft.step("role")}
    for address, page in over.items():
        answer = draft.guest.get(address)
        assert answer.status_code == 405
        assert hidden(answer.text, "back") == page, "the page that posts there"
        assert draft.guest.get(page).status_code == 200
    assert 'form="steg"' in draft.see("role").split('name="_language"')[0], (
        "on a step it is a button of the step's form"
    )


def test_a_071_another_host_is_refused(either_site: Site) -> None:
    with browser(either_site) as client:
        assert client.get("/larvik/", headers={"Host": "evil.no"}).status_code == 400
        from_there = {"Host": "evil.no", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
        refused = client.post("/larvik/logg-inn", headers=from_there, data={"person": "stille"})
        assert (refused.status_code, refused.text) == (400, "Ukjent adresse.")
        forwarded = {
            "X-Forwarded-Host": "evil.no",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Prefix": "/evil",
        }
        answer = client.get("/larvik/mine-saker", headers=forwarded)
        assert answer.headers["location"] == "/larvik/logg-inn"
        assert "evil" not in client.get("/larvik/", headers=forwarded).text


def test_a_072_cookies_are_closed(either_site: Site) -> None:
    app = create_app(either_site.settings(secure_cookies=True, trusted_hosts=["veiviser.test"]))
    client = app.test_client()
    answer = client.get("/larvik/mine-saker", base_url="https://veiviser.test")
    with app.test_request_context(base_url="https://veiviser.test"):
        marked = kiosk.mark(app.make_response(""), "larvik")
    cookies = [*answer.headers.getlist("Set-Cookie"), *marked.headers.getlist("Set-Cookie")]
    assert len(cookies) == 2
    for cookie in cookies:
        name, *flags = (one for one in cookie.split("; ") if not one.startswith(("Expires=", "Max-Age=")))
        assert name.startswith(("__Host-veiviser=", "__Host-veiviser-skjerm="))
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} == set(flags)
        assert len(cookie) < 4096
    app.extensions["tools"].store.close()


def test_a_072_no_address_makes_a_cookie_that_browsers_drop(either_site: Site, draft: Draft) -> None:
    guest = either_site.visitor()
    guest.get(draft.step(secrets.token_urlsafe(2800)))
    assert len(guest.cookie) < 1000
    guest.log_in("stille")
    assert guest.get("/larvik/mine-saker").status_code == 200
