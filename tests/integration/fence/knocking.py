"""Everybody at every address by every method, and what the running application answers."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import httpx
from flask import Flask
from sqlalchemy import select, update
from werkzeug.routing import Rule

from tests.database import GROWING
from tests.guest import TRUST
from tests.integration.fence.conftest import AS_SUCH, Door, World
from tests.running_site import Site
from wizard.access_table import TABLE, WITHOUT_CASE, Who
from wizard.cases.access_log import DENIED
from wizard.models import LoginSession
from wizard.models_access import Access

LONG_AGO = timedelta(minutes=5)
"""Long enough for a reader's log-in to be noted as still in use: the one write that reading may cause."""
LEADS_TO_THE_LOG_IN = {"account.confirm"}
"""Open to everybody, and of no use to whoever is not logged in: asked of nobody there, who is led to log in."""
ENDS_THE_LOG_IN = {"account.logout", "account.leave"}
"""Open to everybody, without a token even: asked of nobody here, since whoever asks is nobody afterwards."""


class Knock(NamedTuple):
    """Somebody at an address, by a method."""

    rule: Rule
    method: str
    address: str
    key: str
    who: Who
    let_in: bool
    """Whether the table says so."""
    door: Door | None


def rules_with(app: Flask, method: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]


def address_of(rule: Rule, world: World, door: Door | None, slug: str = "need") -> str:
    """The rule's address about the case behind that door."""
    values: dict[str, object] = {
        "municipality": "larvik",
        "file_id": world.file_id,
        "format": "pdf",
        "slug": slug,
        "filename": "favicon.svg",
        "word": "koordinator-og-plan",
        "page": "20",
        "mark": "x",
        "seconds": 60,
    }
    if door:
        office = rule.endpoint.startswith("office.")
        values["case_id"] = door.address.case_id if office else door.address
    assert rule.arguments <= {*values, "case_id"}, f"{rule}: give the new argument a value here"
    wanted = {name: values[name] for name in rule.arguments}
    built = rule.build(wanted)
    assert built, rule
    return built[1]


def doors_of(rule: Rule, world: World) -> list[Door | None]:
    """Where the rule's addresses are: the office comes to a case by one door only."""
    if "case_id" not in rule.arguments:
        return [None]
    if not rule.endpoint.startswith("office."):
        return list(world.doors)
    return list({door.address.case_id: door for door in world.doors}.values())


def knocks(app: Flask, world: World) -> Iterator[Knock]:
    """Everybody at every door by reading and by writing."""
    for method in ("GET", "POST"):
        for rule in rules_with(app, method):
            asked = vars(app.view_functions[rule.endpoint])["access_rule"]
            for door in doors_of(rule, world):
                at = address_of(rule, world, door)
                for key in AS_SUCH:
                    who, state = knocker(rule, door, key), door.state if door else WITHOUT_CASE
                    alike = (key, who) == ("frisk", "citizen")  # who comes for their own door alone
                    shut = ENDS_THE_LOG_IN if key != "nobody" else LEADS_TO_THE_LOG_IN
                    if alike or rule.endpoint in shut:
                        continue
                    yield Knock(rule, method, at, key, who, who in TABLE[asked][state], door)


def selected(all_knocks: Iterable[Knock]) -> list[Knock]:
    """Each kind of visitor once at each address by each method; in each state of a case where that is what decides.

    Who of that kind comes, by which door, and in which state whoever is refused in all of them, goes round from address
    to address; ``make soak`` lets all come.
    """
    every = list(all_knocks)
    goes_round = sorted(enumerate(every), key=lambda one: crc32(str(one[0]).encode()))
    somewhere = {(one.rule.endpoint, one.who) for one in every if one.let_in}
    chosen, met = [], set[object]()
    for _, one in goes_round:
        decides = (one.rule.endpoint, one.who) in somewhere
        state = one.door.state if one.door and decides else None
        kind = (one.rule.endpoint, one.method, one.who, one.let_in, state)
        if kind not in met:
            chosen.append(one)
        met.add(kind)
    return chosen


def knocker(rule: Rule, door: Door | None, key: str) -> Who:
    """What somebody is there: to the office's addresses nobody comes by a door of their own but who registers."""
    office = rule.endpoint.startswith("office.") and door and door.role != "registrar"
    return AS_SUCH[key] if office or not door else door.knocking(key)


class Gate:
    """Tells by answer and log whether the application let somebody in."""

    def __init__(self, site: Site) -> None:
        self.log: Path = site.folder / "wizard.log"
        self.read_so_far = self.log.stat().st_size

    def denied(self) -> bool:
        """Whether a rule has refused somebody since this was asked."""
        with self.log.open("rb") as log:
            log.seek(self.read_so_far)
            new = log.read()
        self.read_so_far += len(new)
        return b'"event": "denied"' in new

    def let_in(self, answer: httpx.Response) -> bool:
        """What is not there behind an open door is told as what is behind a closed one: the log knows."""
        denied = self.denied()
        if answer.status_code in {401, 403}:
            return False
        if answer.status_code == 404:
            return not denied
        led_to = answer.headers.get("location", "").split("?")[0]
        return not led_to.endswith(("/logg-inn", "/grunn"))


def let_in_exactly_whom_the_table_says(
    site: Site, world: World, all_knocks: list[Knock], opened: Callable[[Knock], None]
) -> list[str]:
    """Where the application answers otherwise; ``opened`` hears of each page that was shown.

    Whoever is to be refused sends a token of their own along; whoever is let in sends none, so that nothing is done.
    """
    forget_when_seen(site)
    tokens = {key: guest.token(f"{guest.at}/") for key, guest in world.visitors.items()}
    browsers = {
        key: httpx.Client(base_url=site.url, cookies=guest.http.cookies, verify=TRUST)
        for key, guest in world.visitors.items()
    }
    gate, otherwise = Gate(site), []

    def knock(one: Knock) -> httpx.Response:
        post = one.method == "POST"
        data = {"csrf_token": "" if one.let_in else tokens[one.key]} if post else None
        answer = browsers[one.key].request(one.method, one.address, data=data)
        assert answer.status_code < 500, one
        if gate.let_in(answer) != one.let_in:
            otherwise.append(f"{one.who} {one.method} {one.rule.endpoint} {answer.status_code} {one.address}")
        return answer

    before = access_rows(site)
    with site.unchanged():
        for one in all_knocks:
            if not one.let_in:
                knock(one)
    assert {row.outcome for row in access_rows(site)[len(before) :]} <= {DENIED}
    with site.unchanged():
        for one in all_knocks:
            if one.let_in and knock(one).status_code == 200 and one.method == "GET":
                opened(one)
    for browser in browsers.values():
        browser.close()
    return otherwise


def read_by_every_method(world: World, one: Knock) -> None:
    """What is open to be read is so for the head alone, as a fragment, and for who asks what may be done."""
    guest = world.visitors[one.key]
    assert guest.http.head(one.address).status_code == 200
    assert guest.http.options(one.address).status_code == 200
    htmx = guest.http.get(one.address, headers={"HX-Request": "true"})
    assert htmx.status_code in {200, 204, 302, 303}, (one.address, htmx.status_code)


def forget_when_seen(site: Site) -> None:
    with site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(seen_at=datetime.now(UTC) - LONG_AGO))


def access_rows(site: Site) -> list[Access]:
    assert Access.__tablename__ == GROWING
    with site.tools() as tools, tools.store.read() as db:
        return list(db.scalars(select(Access).order_by(Access.number)))
