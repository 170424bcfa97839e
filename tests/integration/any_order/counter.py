"""Rules of the counter: taken there by a code, written and signed in front of a helper, taken home, ended."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.guest import hidden
from tests.integration.any_order import begun
from tests.integration.any_order.cast import GIVER, HELPER, MOTHER, PLACE
from tests.integration.any_order.machine import WHICH, some, taken
from tests.integration.any_order.model import ASSISTANT, LOST, PROXY, TO_OWNER, Case, Way, day_of
from tests.integration.any_order.signing import Signing
from tests.integration.any_order.town import brief, own_ways
from tests.integration.wizard.test_counter_signing import DRAWN, PAPER

FOR_MINUTES = timedelta(minutes=15)
COUNTER = f"/{PLACE}/skranke"


class AtCounter(Signing):
    @precondition(lambda self: self.drafts())
    @rule(
        which=WHICH,
        late=st.booleans(),
        then=st.sampled_from(["", "", "writes", "signs", "goes home", "is changed"]),
    )
    def come_to_the_counter(self, which: int, *, late: bool, then: str) -> None:
        """By a code that whoever fills in reads aloud."""
        case = some(self.drafts(), which)
        way = self.helped(case, late=late and which % 3 == 0)
        if way is None:
            return
        if then == "writes":
            self.write(case, HELPER, way)
        if then in {"signs", "is changed"}:
            self.sign_there_and_then(case, way, DRAWN | {"send_when": "wait"})
        if then == "is changed":
            self.write(case, *self.author_of(case))
        if then == "goes home":
            self.home_by_code(case, way)

    def helped(self, case: Case, *, late: bool) -> Way | None:
        self.step(case)
        who, own = self.author_of(case)
        may = case.ground(who, own, self.now) in {"owner", PROXY} and not case.sent
        answer = self.town.post(who, f"{self.town.at(case, own)}/hjelp")
        assert (answer.status_code == 200) is may, (who, answer.status_code)
        if not may:
            return None
        for code in case.codes:
            code.over = code.over or code.purpose == ASSISTANT
        code = self.handed(case, answer.text, ASSISTANT, "", FOR_MINUTES)
        if late:
            self.town.passes(FOR_MINUTES)
        return self.taken_up(case, code.text, own and own.power, may=code.open(self.now))

    def taken_up(self, case: Case, code: str, power: Any, *, may: bool) -> Way | None:
        answer = self.town.post(HELPER, f"{COUNTER}/kode", {"code": code, "related": "no"})
        assert taken(answer) is may, brief(answer)
        if not may:
            return None
        case.codes[-1].over = True
        for one in own_ways(case, HELPER, {ASSISTANT}):  # one helper takes part once
            one.ended = True
        way = Way(HELPER, ASSISTANT, begun.case_of(begun.led(answer)), power, self.now, self.now)
        case.ways.append(way)
        return way

    def helps(self) -> list[tuple[Case, Way]]:
        """All help that there ever was, the last first."""
        return [
            (case, way) for case in self.applications() for way in case.ways if way.capacity == ASSISTANT
        ][::-1]

    @precondition(lambda self: self.helps())
    @rule(which=WHICH, typed=st.sampled_from([DRAWN | {"send_when": "wait"}, DRAWN, PAPER]))
    def sign_at_the_counter(self, which: int, typed: dict[str, Any]) -> None:
        case, way = some(self.helps(), which)
        self.sign_there_and_then(case, way, typed)

    def sign_there_and_then(self, case: Case, way: Way, typed: dict[str, Any]) -> None:
        """The person signs, and the helper sees it; what is signed already is not signed once more."""
        self.step(case)
        there = case.ground(HELPER, way, self.now) == ASSISTANT
        at = self.town.at(case, way)
        page = self.town.get(HELPER, f"{at}/underskrift")
        ready = there and not case.sent and not case.frozen and case.whole
        assert (page.status_code == 200) is ready, (case, page.status_code, page.headers.get("location"))
        sha256 = hidden(page.text, "content") if ready else case.frozen
        answer = self.town.post(HELPER, f"{at}/underskrift", typed | {"content": sha256})
        assert there or answer.status_code == 403
        if not ready:
            return
        paper = typed["way"] == "paper"
        waits = typed.get("send_when") == "wait" and not paper and bool(case.wanted(day_of(self.now)))
        assert begun.led(answer) == f"{at}/{'underskrifter' if waits else 'kvittering'}"
        self.signed(case, case.author, sha256, waits=waits, paper=paper, at_counter=True)

    @precondition(lambda self: self.helps())
    @rule(which=WHICH)
    def helper_writes(self, which: int) -> None:
        case, way = some(self.helps(), which)
        self.write(case, HELPER, way)

    @precondition(lambda self: self.helps())
    @rule(which=WHICH)
    def helper_tries_to_sign(self, which: int) -> None:
        """By their own log-in: refused whatever has happened."""
        case, way = some(self.helps(), which)
        self.step(case)
        data = {"info_read": "yes", "declaration": "yes", "sign_method": "electronic", "content": case.frozen}
        assert self.town.post(HELPER, f"{way.path}/send", data).status_code in {403, 404}

    @precondition(lambda self: self.helps())
    @rule(which=WHICH, who=st.sampled_from(["", "", GIVER, MOTHER]))
    def take_it_home(self, which: int, who: str) -> None:
        case, way = some(self.helps(), which)
        self.home_by_code(case, way, who)

    def home_by_code(self, case: Case, way: Way, who: str = "") -> None:
        """By a code for the owner alone."""
        self.step(case)
        there = case.ground(HELPER, way, self.now) == ASSISTANT
        answer = self.town.post(HELPER, f"{self.town.at(case, way)}/over-til-telefon")
        assert answer.status_code == (403 if not there else 409 if case.sent else 200)
        if answer.status_code != 200:
            return
        for code in case.codes:
            code.over = code.over or code.purpose == TO_OWNER
        code = self.handed(case, answer.text, TO_OWNER, case.owner, FOR_MINUTES)
        self.come(case, code, who or case.owner)

    @precondition(lambda self: self.helps())
    @rule(which=WHICH, by=st.sampled_from(["helper", "owner", "author"]))
    def end_the_help(self, which: int, by: str) -> None:
        case, way = some(self.helps(), which)
        self.step(case)
        hands = {"helper": (HELPER, way), "owner": (case.owner, None), "author": self.author_of(case)}
        who, own = hands[by]
        lost = case.ground(who, own, self.now) == LOST
        answer = self.town.post(who, f"{self.town.at(case, own)}/hjelp/avslutt")
        assert answer.status_code == (403 if lost else 303)
        if lost:
            return
        for one in [way] if by == "helper" else own_ways(case, HELPER, {ASSISTANT}):
            one.ended = True
