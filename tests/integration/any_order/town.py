"""The whole application over HTTP in the test's own process, everybody in it, and the clock that the test moves."""

import copy
import re
import shutil
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import select, update

from tests.at_a_time import SiteAt, quick
from tests.database import fingerprint
from tests.guest import Guest, as_pairs
from tests.integration.any_order.cast import BEGINS, EVERYBODY, PLACES, person
from tests.integration.any_order.model import ASSISTANT, Books, Case, Way
from wizard.accounts import lookup_of
from wizard.models import Account, LoginSession, StepAnswers
from wizard.store import Store
from wizard.tools import Tools

NOT_THE_CASES = {"login_sessions", "access_log", "code_tries", "access_heads"}
"""Who is logged in, who looked where, and who guessed: no verb on a case, and written whoever comes."""


@dataclass
class Town:
    """``books`` say what ought to be so; everything else is the application's."""

    site: SiteAt
    guests: dict[str, Guest]
    tokens: dict[str, str]
    books: Books
    entered: dict[str, int]
    """At which turn of the clock each logged in last."""
    turn: int = 0
    texts: int = 0
    nothings: dict[tuple[Any, ...], tuple[Any, ...]] = field(default_factory=dict)
    """What each is told of a case that there is none of."""

    @property
    def tools(self) -> Tools:
        tools: Tools = self.site.app.extensions["tools"]
        return tools

    def passes(self, time: timedelta) -> None:
        self.site.now += time
        self.books.now = self.site.now
        if time >= timedelta(minutes=4):
            self.turn += 1

    def guest(self, who: str) -> Guest:
        """Logged in over HTTP, once; whoever comes after a while has a log-in as new as another one would be."""
        if who not in self.entered:
            self.guests[who].log_in(who)
            self.tokens[who] = self.guests[who].token(f"/{PLACES[who]}/personvern")
        elif self.entered[who] != self.turn:
            self.enter_anew(who)
        self.entered[who] = self.turn
        return self.guests[who]

    def enter_anew(self, who: str) -> None:
        now = dict.fromkeys(("started_at", "seen_at", "authenticated_at"), self.site.now)
        whose = lookup_of(self.tools, person(who).national_id, person(who).staff_of)
        known = Account.number_lookup if person(who).staff_of else Account.lookup
        account = select(Account.id).where(known == whose).scalar_subquery()
        with self.tools.store.write() as db:
            done = db.execute(update(LoginSession).where(LoginSession.account_id == account).values(now))
            assert done.rowcount == 1  # type: ignore[attr-defined]  # SQLAlchemy tells it of an update

    def get(self, who: str, path: str) -> httpx.Response:
        return self.guest(who).http.get(path)

    def post(self, who: str, path: str, data: Any = None) -> httpx.Response:
        """Press a button, and see the page that it leads to."""
        answer = led = self.fill_in(who, path, data)
        while led.is_redirect:
            led = self.get(who, led.headers["location"])
        return answer

    def fill_in(self, who: str, path: str, data: Any) -> httpx.Response:
        """One page after the other, without a look at the next. Whoever helps is seen by doing something."""
        guest = self.guest(who)
        for case, way in ((one, way) for one in self.books.cases for way in one.ways):
            helps = way.capacity == ASSISTANT and case.ground(who, way, self.books.now) == ASSISTANT
            if helps and path.startswith(way.path):
                way.seen = self.books.now
        return guest.submit(path, [("csrf_token", self.tokens[who]), *as_pairs(data)])

    @staticmethod
    def at(case: Case, way: Way | None = None) -> str:
        """The address in their hands."""
        return way.path if way else case.path

    def version(self, case: Case, slug: str) -> int:
        key = StepAnswers.case_id == uuid.UUID(case.path.rsplit("/", 1)[1]), StepAnswers.slug == slug
        with self.tools.store.connect() as db:
            return db.execute(select(StepAnswers.version).where(*key)).scalar_one_or_none() or 0

    def new_text(self) -> str:
        """Words that nobody has written before."""
        self.texts += 1
        return f"Noe nytt, nummer {self.texts} av mange."

    def rows(self) -> dict[str, list[int]]:
        """All that is kept of cases, a number for each row."""
        return {
            table: rows
            for table, rows in fingerprint(self.site.database_url).items()
            if table.rpartition(".")[2] not in NOT_THE_CASES
        }

    def close(self) -> None:
        """The day is over, and what was kept of it is gone."""
        self.tools.store.close()
        database = Path(self.site.database_url.removeprefix("sqlite:///"))
        for path in database.parent.glob(f"{database.name}*"):
            path.unlink()


class Morning:
    """A day that many orders of things begin with: made once, over HTTP, and copied for each."""

    def __init__(self, folder: Path) -> None:
        self.site = SiteAt(folder)
        self.site.now = BEGINS
        self.days = 0

    def open(self) -> Town:
        """The first of all days, with nobody's case in it."""
        self.site.__enter__()
        guests = {who: self.site.visitor(None, PLACES[who]) for who in EVERYBODY}
        for who, guest in guests.items():
            guest.key = who
        return Town(self.site, guests, {}, Books(BEGINS), {})

    def keep(self, town: Town) -> None:
        """What has been done until now is how each day begins."""
        for who in EVERYBODY:
            town.guest(who)
        town.tools.store.close()
        self.town, self.cookies = town, {who: list(town.guests[who].http.cookies.jar) for who in EVERYBODY}
        self.database = Path(self.site.database_url.removeprefix("sqlite:///"))

    def copied(self) -> Town:
        self.days += 1
        database = self.database.with_name(f"day-{self.days}.sqlite")
        shutil.copyfile(self.database, database)
        kept, site = self.town, self.site
        site.now, site.database_url = kept.books.now, f"sqlite:///{database}"
        site.environment["VEIVISER_DATABASE_URL"] = site.database_url
        tools: Tools = site.app.extensions["tools"]
        site.app.extensions["tools"] = replace(tools, store=quick(Store(site.database_url)))
        for who, guest in kept.guests.items():
            guest.http.cookies.jar.clear()
            for cookie in self.cookies[who]:
                guest.http.cookies.jar.set_cookie(cookie)
        books = copy.deepcopy(kept.books)
        return Town(site, kept.guests, dict(kept.tokens), books, dict(kept.entered), kept.turn, kept.texts)

    def close(self) -> None:
        self.site.__exit__()


def brief(answer: httpx.Response) -> tuple[Any, ...]:
    """What came, for whoever reads that it was not what ought to have come."""
    heading = re.search("<h1[^>]*>(.*?)</h1>", answer.text, re.DOTALL)
    faults = re.findall(r"ds-validation-message[^>]*>(.*?)<", answer.text, re.DOTALL)
    return answer.status_code, answer.headers.get("location"), heading and heading[1].strip(), faults


def own_ways(case: Case, who: str, capacities: Iterable[str]) -> list[Way]:
    """Their addresses in the case, the last first."""
    wanted = set(capacities)
    return [way for way in reversed(case.ways) if way.who == who and way.capacity in wanted]
