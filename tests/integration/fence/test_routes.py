"""The fence around every route, walked from the application's own map of addresses (A-041, A-054)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.routing import Map, Rule

from tests.integration.fence.conftest import World
from tests.running_site import Site
from wizard import access
from wizard.app import create_app
from wizard.case_address import CaseConverter
from wizard.models import LoginSession

RULES = {
    access.anyone,
    access.citizen,
    access.owner,
    access.writer,
    access.taking_part,
    access.signer,
    access.office,
    access.office_case,
    access.paper_intake,
    access.helper,
    access.assistant,
    access.helped,
    access.sender,
    access.office_door,
}
CONVERTERS = {"case": CaseConverter}
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
    "public.accessibility",
    "public.blank",
    "public.theme",
    "public.language",
    "public.left",
    "public.live",
    "account.login",
    "account.enter",
    "account.logout",
    "account.leave",
    "account.fresh",
    "account.present",
    "account.sent_to_provider",
    "account.sent_back",
    "account.out",
    "account.ended_elsewhere",
    "account.staff_ended_elsewhere",
    "account.ended_in_frame",
    "account.sent_to_staff_provider",
    "account.staff_sent_back",
    "account.confirm",
    "account.confirm_here",
    "account.sent_to_confirm",
    "account.carry_code",
    "account.own_keys",
}
"""What anybody may call. A route that is not here must ask who one is."""


@pytest.fixture(scope="module")
def app(site: Site) -> Iterator[Flask]:
    app = create_app(site.settings())
    yield app
    app.extensions["tools"].store.close()


LONG_AGO = timedelta(minutes=5)
"""Long enough for a reader's log-in to be noted as still in use: the one write that reading may cause."""


def addresses(rule: Rule, world: World) -> set[str]:
    """The rule's addresses about drafts, the case that is in, and things of theirs that are not there."""
    values = {
        "municipality": "larvik",
        "file_id": world.file_id,
        "format": "pdf",
        "slug": "role",
        "filename": "favicon.svg",
        "word": "koordinator-og-plan",
        "page": "20",
        "mark": "x",
    }
    assert rule.arguments <= {*values, "case_id"}, f"{rule}: give the new argument a value here"
    built = set()
    office = rule.endpoint.startswith("office.")
    cases = (world.draft.id, world.sent.id, world.waits.id, world.paper.id)
    elsewhere = () if office else (world.asked, *(one.address for one in world.helped))
    for case_id in (*cases, *elsewhere):
        for slug in ("role", "need", "ingen"):
            wanted = {name: (values | {"case_id": case_id, "slug": slug})[name] for name in rule.arguments}
            built.add(Map([rule.empty()], converters=CONVERTERS).bind("").build(rule.endpoint, wanted))
    return built


def rules_with(app: Flask, method: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]


def test_every_view_carries_one_of_the_access_rules(app: Flask) -> None:
    unguarded = [
        name for name, view in app.view_functions.items() if getattr(view, "access_rule", None) not in RULES
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


def test_a_041_who_is_not_logged_in_is_sent_to_log_in(site: Site, app: Flask, world: World) -> None:
    nobody = world.visitors["nobody"]
    token = nobody.token("/larvik/")
    with site.unchanged():
        for method in ("GET", "POST"):
            for rule in rules_with(app, method):
                if rule.endpoint in PUBLIC:
                    continue
                for address in addresses(rule, world):
                    answer = nobody.http.request(
                        method, address, data={"csrf_token": token} if method == "POST" else None
                    )
                    if rule.endpoint == "apply.autosave":
                        assert answer.status_code == 401, (
                            "told in the status line, not led away from the text"
                        )
                        continue
                    if (rule.endpoint, method) == ("apply.answer", "POST"):
                        assert answer.status_code == 401, "what was typed comes back"
                        continue
                    assert answer.status_code == 302, (method, address)
                    assert answer.headers["location"].split("?")[0] == "/larvik/logg-inn"


def test_reading_never_writes_whoever_reads(site: Site, app: Flask, world: World) -> None:
    opened = set()
    with site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(seen_at=datetime.now(UTC) - LONG_AGO))
    with site.unchanged():
        for visitor in world.visitors.values():
            for rule in rules_with(app, "GET"):
                for address in addresses(rule, world):
                    for method in ("GET", "OPTIONS"):
                        answer = visitor.http.request(method, address)
                        if answer.status_code == 200:
                            opened.add(rule.endpoint)
                            visitor.http.head(address)  # to others it is shut before it is read
                    htmx = visitor.get(address, headers={"HX-Request": "true"})
                    assert htmx.status_code in {200, 302, 303, 204, 404, 409}, (address, htmx.status_code)
    never = {rule.endpoint for rule in rules_with(app, "GET")} - opened
    assert never == set(), "every page was open to somebody, or this test would show nothing"


def test_a_054_other_methods_are_refused_and_change_nothing(site: Site, app: Flask, world: World) -> None:
    owner = world.visitors["owner"]
    form = owner.told("/larvik/").controls
    with site.unchanged():
        for rule in app.url_map.iter_rules():
            allowed = {
                m for one in app.url_map.iter_rules() if one.rule == rule.rule for m in one.methods or ()
            }
            for address in addresses(rule, world):
                for method in {"GET", "HEAD", *WRITING} - allowed:
                    answer = owner.http.request(method, address, data=form)
                    # 308: to a page under this name as a municipality, which there is none of
                    assert answer.status_code in {405, 308}, (method, address, answer.status_code)
