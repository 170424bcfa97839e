"""The fence around every route, walked from the application's own map of addresses (A-041, A-054)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_wtf.csrf import generate_csrf

from tests.guest import CANARY, Guest
from tests.integration.fence.conftest import World
from tests.integration.fence.in_process import in_process
from tests.integration.fence.knocking import (
    Knock,
    address_of,
    doors_of,
    knocks,
    let_in_exactly_whom_the_table_says,
    read_by_every_method,
    rules_with,
    selected,
)
from tests.running_site import Site
from wizard import access, whose_page
from wizard.access_table import TABLE
from wizard.app import create_app
from wizard.routes import here
from wizard.routes.given_back import ELSEWHERE
from wizard.routes.what_was_written import BUTTONS, FORMS, WORDS

WRITING = {"POST", "PUT", "DELETE", "PATCH"}
PUBLIC = {
    "static",
    "public.national",
    "public.start",
    "public.guide",
    "public.guide_page",
    "public.form",
    "public.search",
    "public.found",
    "public.privacy",
    "public.security_txt",
    "public.accessibility",
    "public.blank",
    "public.theme",
    "public.warned_style",
    "public.language",
    "public.left",
    "public.policy_reports",
    "public.live",
    "public.ready",
    "public.metrics",
    "account.login",
    "account.enter",
    "account.logout",
    "account.leave",
    "account.present",
    "account.time_left",
    "account.way_to_provider",
    "account.sent_to_provider",
    "account.sent_back",
    "account.out",
    "account.ended_elsewhere",
    "account.staff_ended_elsewhere",
    "account.ended_in_frame",
    "account.way_to_staff_provider",
    "account.sent_to_staff_provider",
    "account.staff_sent_back",
    "account.confirm",
    "account.confirm_here",
    "account.way_to_confirm",
    "account.sent_to_confirm",
    "account.carry_code",
    "account.own_keys",
}
"""What anybody may call. A route that is not here must ask who one is."""


@pytest.fixture(scope="module")
def app(site: Site) -> Iterator[Flask]:
    with in_process(site) as app:
        yield app


def test_every_view_carries_one_of_the_access_rules(app: Flask) -> None:
    unguarded = [
        name for name, view in app.view_functions.items() if getattr(view, "access_rule", None) not in TABLE
    ]
    assert unguarded == []


def test_what_anybody_may_call_is_named_here(app: Flask) -> None:
    public = {
        name for name, view in app.view_functions.items() if vars(view).get("access_rule") is access.anyone
    }
    assert public == PUBLIC


def test_a_view_without_a_rule_is_refused(site: Site) -> None:
    app = create_app(site.settings())
    app.add_url_rule("/forgotten", view_func=lambda: "open to all", endpoint="forgotten")
    answer = app.test_client().get("/forgotten", base_url="http://127.0.0.1")
    app.extensions["tools"].store.close()
    assert answer.status_code == 404


def test_routes_only_know_post_to_write(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        assert (rule.methods or set()) <= {"GET", "HEAD", "OPTIONS", "POST"}, rule
        assert not ({"GET", "POST"} <= (rule.methods or set())), f"{rule}: one view reads, another writes"


@pytest.fixture(
    params=[("site", "world"), ("postgresql_site", "small_world")], ids=["site", "postgresql_site"]
)
def either_world(request: pytest.FixtureRequest) -> tuple[Site, World]:
    """What there is to be opened, on each kind of database."""
    site, world = map(request.getfixturevalue, request.param)
    return site, world


def test_a_041_who_is_not_logged_in_is_sent_to_log_in(app: Flask, either_world: tuple[Site, World]) -> None:
    site, world = either_world
    nobody = world.visitors["nobody"]
    token = nobody.token("/larvik/")
    told_where_one_writes = {"apply.autosave", "apply.answer"}
    with site.unchanged():
        for one in selected(knocks(app, world)):
            if one.key != "nobody" or one.rule.endpoint in PUBLIC:
                continue
            answer = nobody.http.request(
                one.method, one.address, data={"csrf_token": token} if one.method == "POST" else None
            )
            if one.method == "POST" and one.rule.endpoint in told_where_one_writes:
                assert answer.status_code == 401, "led away from nothing that was typed"
                continue
            assert answer.status_code == 302, (one.method, one.address)
            assert answer.headers["location"].split("?")[0] == "/larvik/logg-inn"


NEVER_A_PAGE_HERE = {
    "account.ended_in_frame": "nobody has a log-in at a provider",
    "account.out": "leads on",
    "account.own_keys": "the demo has none",
    "account.present": "says nothing but that it heard",
    "account.sent_back": "nobody comes from a provider",
    "account.way_to_confirm": "the demo has no provider",
    "account.way_to_provider": "the demo has none",
    "account.way_to_staff_provider": "the demo has none",
    "account.staff_sent_back": "nobody comes from a provider",
    "apply.deadline": "no case here has one",
    "apply.documents": "a part of a page, which leads to its page",
    "apply.name": "everybody here has a name, and is led on",
    "apply.preview": "the file here has no picture",
    "office.attachment": "none was signed",
    "office.say_archived": "no case here has its documents",
    "office.say_not_archived": "nor has any been said to be in the archive",
    "office.last_day": "no case here is a complaint",
    "office.missing_numbers": "nobody's number is missing",
    "office.power_taken_back": "no case here is a power",
    "office.spoken": "no case here is a consent",
    "account.confirm": "nobody is asked here",
    "public.metrics": "no token is set here",
    "public.security_txt": "nobody to tell of a hole is named here",
}
"""What is let in and leads elsewhere, or finds nothing."""


def test_the_application_lets_in_exactly_whom_the_table_says(site: Site, app: Flask, world: World) -> None:
    whom_the_table_says(site, app, world, selected(knocks(app, world)))


def whom_the_table_says(site: Site, app: Flask, world: World, those: list[Knock]) -> None:
    """Reading writes nothing, and who is refused leaves nothing behind but a row in the access log that says so."""
    shown = set()

    def opened(one: Knock) -> None:
        if one.rule.endpoint not in shown:
            read_by_every_method(world, one)
        shown.add(one.rule.endpoint)

    assert let_in_exactly_whom_the_table_says(site, world, those, opened) == []
    never = {rule.endpoint for rule in rules_with(app, "GET")} - shown
    assert never == set(NEVER_A_PAGE_HERE), "every page was shown to somebody, or this would show nothing"


def test_a_rule_that_the_table_does_not_know_lets_nobody_in(site: Site) -> None:
    app = create_app(site.settings())
    view = access.guarded_by(lambda _tools, _visitor, _place: None)(lambda: "open to all")
    app.add_url_rule("/forgotten", view_func=view, endpoint="forgotten")
    answer = app.test_client().get("/forgotten", base_url="http://127.0.0.1")
    app.extensions["tools"].store.close()
    assert answer.status_code == 404


WITHOUT_TOKEN = {
    "account.logout": "ends a log-in, also on a page that stood open too long",
    "account.leave": "the same, and at once",
    "account.ended_elsewhere": "a provider's word, signed",
    "account.staff_ended_elsewhere": "the same",
    "public.policy_reports": "browsers, of what the content policy stopped",
}
"""Where one may write without a token of one's own page, and why."""


def test_a_066_no_route_that_writes_opens_without_a_token(site: Site, app: Flask, world: World) -> None:
    writing = {rule.endpoint for rule in rules_with(app, "POST")} - WITHOUT_TOKEN.keys()
    tried, opened = set[str](), list[tuple[str, int]]()
    with site.unchanged():
        for one in knocks(app, world):
            endpoint = one.rule.endpoint
            if one.method != "POST" or not one.let_in or endpoint not in writing - tried:
                continue
            tried.add(endpoint)
            answer = world.visitors[one.key].http.post(one.address, data={"journey": "coordination"})
            if answer.status_code != 400:
                opened.append((endpoint, answer.status_code))
    assert opened == []
    assert tried == writing, "somebody is let in everywhere, or this would show nothing"


def written_on_a_page_of(app: Flask, guest: Guest) -> dict[str, str]:
    """A form, whatever it asks, with the token of a page that this person had in another session."""
    with app.test_request_context(headers={"Cookie": f"veiviser={guest.cookie}"}):
        whose_page.tie(here.tools(), here.visitor().account_id)
        return {"csrf_token": generate_csrf(), "anything": CANARY, "code": "ABCD-2345"}


OWN_PAGE = {"public.found", "apply.put_in", "apply.confirmed"}
"""What is done all the same from a page that is too old, or is shown there again with what its own form asked."""
NEEDS_NO_LOG_IN = {"public.found", "apply.begin"}
"""Open to everybody, or remembered over the log-in."""


def comes_back(app: Flask, one: Knock, guest: Guest) -> Iterator[bool]:
    """From a page that is too old, the second time too often, and after the log-in: then nobody else reads it."""
    written, browser = written_on_a_page_of(app, guest), app.test_client()
    browser.set_cookie("veiviser", guest.cookie, domain="localhost")
    old, often, over = (
        client.post(one.address, data=written) for client in (browser, browser, app.test_client())
    )
    yield old.status_code == 400 and (CANARY in old.text or one.rule.endpoint in OWN_PAGE)
    yield often.status_code == 429 and CANARY in often.text
    yield CANARY not in over.text and (over.status_code == 401 or one.rule.endpoint in NEEDS_NO_LOG_IN)
    yield all("ABCD-2345" not in answer.text for answer in (old, often, over))


def test_a_068_what_was_written_into_any_form_comes_back(site: Site, world: World, tmp_path: Path) -> None:
    few = {"posts_a_minute": 1, "people_behind_address": 1000, "limits_file": tmp_path / "few"}
    app = create_app(site.settings(**few))
    writing = {rule.endpoint for rule in rules_with(app, "POST")} - ELSEWHERE.keys() - BUTTONS
    came = dict[str, list[bool]]()
    with site.unchanged():
        for one in knocks(app, world):
            endpoint = one.rule.endpoint
            if (
                one.method == "POST"
                and one.let_in
                and one.key != "nobody"
                and endpoint in writing - came.keys()
            ):
                came[endpoint] = list(comes_back(app, one, world.visitors[one.key]))
    app.extensions["tools"].store.close()
    assert {endpoint: found for endpoint, found in came.items() if not all(found)} == {}
    assert came.keys() == writing, "somebody is let in everywhere, or this would show nothing"
    assert FORMS.keys() | WORDS.keys() == writing, "what is given back is shown, and not told to be there"


def test_a_054_other_methods_are_refused_and_change_nothing(site: Site, app: Flask, world: World) -> None:
    stille = world.visitors["stille"]
    form = stille.told("/larvik/").controls
    with site.unchanged():
        for rule in app.url_map.iter_rules():
            allowed = {
                m for one in app.url_map.iter_rules() if one.rule == rule.rule for m in one.methods or ()
            }
            for door in doors_of(rule, world)[:1]:  # what may be done is the same at all
                for method in {"GET", "HEAD", *WRITING} - allowed:
                    address = address_of(rule, world, door)
                    answer = stille.http.request(method, address, data=form)
                    # 308: to a page under this name as a municipality, which there is none of
                    assert answer.status_code in {405, 308}, (method, address, answer.status_code)
