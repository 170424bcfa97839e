"""What ought to be so, by a few lines of our own: who has which ground, which signatures hold, what was saved.

It knows nothing of the application's code: where the two say different things, one of them is wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from forms.language import OSLO
from tests.integration.any_order.cast import age

SECOND_PARENT, YOUNG_PERSON = SIGNERS = ("second_parent", "young_person")
OWNER, PROXY, ASSISTANT, TO_OWNER = "owner", "proxy", "assistant", "to_owner"
AUTHOR = "author"
"""As what somebody signs what they filled in themselves."""
LOST, NOBODY = "lost", ""
"""Somebody whose ground is over, and somebody who never had one."""
WRITERS = (OWNER, PROXY, ASSISTANT)
IDLE, ALIVE = timedelta(minutes=30), timedelta(minutes=1)
HELP_AT_MOST = timedelta(hours=4)
COPY_WITHIN = timedelta(minutes=15)


def day_of(at: datetime) -> date:
    return at.astimezone(OSLO).date()


@dataclass(eq=False)
class Power:
    """It holds until its last day, unless it was ended."""

    path: str
    reference: str
    last_day: date | None
    ended: bool = False

    def holds(self, now: datetime) -> bool:
        return not self.ended and (self.last_day is None or day_of(now) <= self.last_day)


@dataclass(eq=False)
class Way:
    """Somebody's own address in a case of somebody else's."""

    who: str
    capacity: str
    path: str
    power: Power | None = None
    seen: datetime | None = None
    """When a helper did something there last: to read is nothing."""
    since: datetime | None = None
    ended: bool = False
    declined: bool = False


@dataclass(eq=False)
class Code:
    text: str
    purpose: str
    who: str
    """Empty where it is for whoever helps at the counter."""
    made: datetime
    until: datetime
    over: bool = False

    def open(self, now: datetime) -> bool:
        return not self.over and now < self.until


@dataclass(eq=False)
class Case:
    """A draft, or what became of it. ``about`` is the child that a parent fills it in for."""

    path: str
    journey: str
    reference: str
    owner: str
    author: str
    saved: dict[str, str]
    about: str = ""
    agrees: bool = True
    protected: bool = False
    unfinished: bool = False
    typed: str = ""
    frozen: str = ""
    frozen_on: datetime | None = None
    signed: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Whose signatures hold: as what, and on which hash."""
    ever: set[str] = field(default_factory=set)
    sent: datetime | None = None
    sent_hash: str = ""
    kept: str = ""
    """All that was sent, as it was first read."""
    withdrawn: bool = False
    thrown: bool = False
    ties: list["Case"] = field(default_factory=list)
    everybodys: list["Case"] = field(default_factory=list, repr=False)
    """All cases there are, of which an owner's own hang together once the owner hides."""
    ways: list[Way] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)

    def ground(self, who: str, way: Way | None, now: datetime) -> str:
        """As what they may come in by that address, or by the owner's where there is none."""
        if self.thrown:
            return NOBODY
        if way is None:
            return OWNER if who == self.owner else NOBODY
        if way.who != who:
            return NOBODY
        return LOST if self._over(way, now) else way.capacity

    def _over(self, way: Way, now: datetime) -> bool:
        if way.ended or (way.power and not way.power.holds(now)):
            return True
        if way.capacity == ASSISTANT:
            assert way.seen
            assert way.since
            return now - way.seen >= IDLE or now - way.since >= HELP_AT_MOST
        return way.capacity in SIGNERS and not self.names(way.capacity, way.who, now)

    def copy_over(self, way: Way | None, now: datetime) -> bool:
        """Whether a helper was to have handed over the copy by now; a signed paper they still put in."""
        if way is None or way.capacity != ASSISTANT or self.sent is None:
            return False
        return now - self.sent >= COPY_WITHIN

    def names(self, capacity: str, who: str, now: datetime) -> bool:
        """Whether they signed what stands, or are one whom the answers name; a birthday alone sends nobody away."""
        if who in self.signed and self.signed[who][0] == capacity:
            return True
        days = [self.sent] if self.sent else [now, *([self.frozen_on] if self.frozen_on else [])]
        return any(self._fits(capacity, who, day_of(day)) for day in days)

    def _fits(self, capacity: str, who: str, day: date) -> bool:
        if capacity not in self.wanted(day):
            return False
        return who == self.about if capacity == YOUNG_PERSON else who not in {self.about, self.author}

    def wanted(self, day: date) -> dict[str, bool]:
        """Who may sign beside the author, and whether they must: a protected address is shown to nobody."""
        if not self.about or self.protected:
            return {}
        years = age(self.about, day)
        if years >= 16:
            return {YOUNG_PERSON: True}
        found = {SECOND_PARENT: False} if self.agrees else {}
        return found | ({YOUNG_PERSON: False} if years >= 12 else {})

    def outdated(self, now: datetime) -> bool:
        """Whether a birthday has passed since the first signature, by which others decide."""
        if self.sent or not self.frozen_on or not self.about:
            return False
        before, today = (age(self.about, day_of(one)) for one in (self.frozen_on, now))
        return any(before < limit <= today for limit in (12, 16))

    def waits(self, now: datetime) -> bool:
        return bool(self.frozen) and not self.sent and not self.outdated(now)

    @property
    def whole(self) -> bool:
        """Whether all is answered, and nothing half done."""
        return not (self.unfinished or self.typed)

    def state(self, capacity: str, now: datetime) -> str:
        """``signed``, ``declined``, ``awaited`` or nothing."""
        whose = self.about if capacity == YOUNG_PERSON else ""
        if any(as_what == capacity and whose in {"", who} for who, (as_what, _) in self.signed.items()):
            return "signed"
        mine = [way for way in self.ways if way.capacity == capacity and not way.ended]
        if mine:
            return "declined" if mine[-1].declined else "awaited"
        asked = [code for code in self.codes if code.purpose == capacity][-1:]
        return "awaited" if any(code.open(now) for code in asked) else ""

    def all_signed(self, now: datetime) -> bool:
        """Whether it is sent with the signature that was just given."""
        wanted = self.wanted(day_of(now))
        states = {one: self.state(one, now) for one in wanted}
        awaited = [one for one, state in states.items() if state == "awaited" or (wanted[one] and not state)]
        found = set(states.values())
        return self.waits(now) and "signed" in found and not awaited and "declined" not in found

    def changes(self, now: datetime, *, another: bool = False) -> None:
        """Something is said otherwise: nothing is signed any more, and whoever is not named is let go."""
        self.falls()
        for code in self.codes:
            if code.purpose in SIGNERS and (another or not self._may_come(code, now)):
                code.over = True
        for way in self.ways:
            if way.capacity in SIGNERS and not way.ended:
                way.ended = another or not self.names(way.capacity, way.who, now)

    def _may_come(self, code: Code, now: datetime) -> bool:
        wanted = code.purpose in self.wanted(day_of(now))
        return wanted and (code.purpose == SECOND_PARENT or code.who == self.about)

    def falls(self) -> None:
        self.signed, self.frozen, self.frozen_on = {}, "", None

    def signs(self, who: str, capacity: str, sha256: str) -> None:
        self.signed[who] = (capacity, sha256)
        self.ever.add(who)

    def goes_in(self, now: datetime, sha256: str, *, at_counter: bool = False) -> None:
        """What is in is in; whoever is not named is let go, and who helps too, where it was not sent with them."""
        for way in self.ways:
            way.ended = way.ended or (way.capacity == ASSISTANT and not at_counter)
            if way.capacity in SIGNERS and not way.ended:
                way.ended = not self.names(way.capacity, way.who, now)
        for code in self.codes:
            code.over = code.over or (code.purpose in SIGNERS and not self._may_come(code, now))
        self.sent, self.sent_hash = now, sha256

    def end(self, capacity: str, but: str = "") -> None:
        """Nobody is asked as that any more, or helps."""
        for code in self.codes:
            code.over = code.over or code.purpose == capacity
        for way in self.ways:
            way.ended = way.ended or (way.capacity == capacity and way.who != but)


def restricted(case: Case) -> bool:
    """What tells of a protected address, what hangs together with it, and what its owner had sent before."""
    return any(one.sent and (one.protected or _hidden_later(one)) for one in _together(case, []))


def _hidden_later(case: Case) -> bool:
    hides = [one.sent for one in case.everybodys if one.owner == case.owner and one.protected and one.sent]
    return any(case.sent and at >= case.sent for at in hides)


def _together(case: Case, seen: list[Case]) -> Iterator[Case]:
    if any(one is case for one in seen):
        return
    seen.append(case)
    yield case
    for one in case.ties:
        yield from _together(one, seen)


@dataclass(eq=False)
class Yes:
    """A single yes of the ledger."""

    id: str
    case: Case
    name: str
    told: str
    gives: bool
    receives: bool
    last_day: date | None
    over_from: datetime | None = None

    @property
    def shares(self) -> bool:
        return self.gives or self.receives

    def holds(self, now: datetime) -> bool:
        if self.over_from and self.over_from <= now:
            return False
        return self.last_day is None or day_of(now) <= self.last_day


@dataclass
class Books:
    """All that ought to be so."""

    now: datetime
    cases: list[Case] = field(default_factory=list)
    powers: list[Power] = field(default_factory=list)
    yeses: list[Yes] = field(default_factory=list)

    def said_in(self, owner: str) -> list[Yes]:
        """What holds of what was said in somebody's cases."""
        return [yes for yes in self.yeses if yes.case.owner == owner and yes.holds(self.now)]

    def child(self) -> Case:
        return next(case for case in self.cases if case.about)

    def take_back(self, chosen: list[Yes], at: datetime) -> None:
        """They end then; and so does sharing that is left with nobody to give, or nobody to receive."""
        for yes in chosen:
            yes.over_from = min(at, yes.over_from or at)
        for case in {id(yes.case): yes.case for yes in chosen}.values():
            left = [
                one
                for one in self.yeses
                if one.case is case and one.shares and not (one.over_from and one.over_from <= at)
            ]
            shares = any(one.gives for one in left) and any(one.receives for one in left)
            if not shares or len(left) < 2:
                for one in left:
                    one.over_from = at
