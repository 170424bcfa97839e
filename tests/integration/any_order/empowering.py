"""Rules of powers of attorney: given, revoked, given back, and what a proxy may open by one."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.integration.any_order import begun
from tests.integration.any_order.cast import GIVER, MOTHER, OUTSIDER, PLACE
from tests.integration.any_order.machine import WHICH, InTown, some, taken
from tests.integration.any_order.model import PROXY, Case, Power, Way, restricted
from tests.integration.any_order.town import brief, own_ways
from tests.powers import AT_ONCE

PAGE = f"/{PLACE}/handle-for"


class Empowering(InTown):
    @precondition(lambda self: len(self.books.powers) < 4)
    @rule(days=st.sampled_from([None, 2, 12]))
    def give(self, days: int | None) -> None:
        self.step()
        begun.give_power(self.town, days)

    def given(self) -> list[Power]:
        return [power for power in self.books.powers if not power.ended]

    @precondition(lambda self: self.given())
    @rule(which=WHICH)
    def revoke(self, which: int) -> None:
        """From now on, by a form of its own."""
        power = some(self.given(), which)
        self.step()
        journey = "power_of_attorney_revocation"
        path = begun.begin(self.town, GIVER, journey, about=power.reference)
        steps = [("revocation", AT_ONCE | {"poa_reference": power.reference}), ("you", begun.NAMES)]
        for slug, typed in steps:
            version = str(self.town.version(Case(path, journey, "", GIVER, GIVER, {}), slug))
            answer = self.town.post(GIVER, f"{path}/steg/{slug}", {"version": version, **typed})
            assert taken(answer), brief(answer)
        self._ends(power, begun.sent_at_once(self.town, journey, path))

    def _ends(self, power: Power, by: Case | None = None) -> None:
        power.ended = True
        given = next(case for case in self.books.cases if case.path == power.path)
        if by:
            by.ties.append(given)
            given.ties.append(by)
        self.touched = [case for case in self.applications() if any(way.power is power for way in case.ways)]

    @precondition(lambda self: self.given())
    @rule(which=WHICH, stranger=st.booleans())
    def give_back(self, which: int, *, stranger: bool) -> None:
        """By the proxy; nobody else has it to give."""
        power = some(self.given(), which)
        self.step()
        data = {"power": power.path.rsplit("/", 1)[1]}
        answer = self.town.post(OUTSIDER if stranger else MOTHER, f"{PAGE}/avslutt", data)
        assert taken(answer) is not stranger
        if not stranger:
            self._ends(power)

    def givers_sent(self) -> list[Case]:
        return [case for case in self.books.cases if case.owner == GIVER and case.sent]

    @precondition(lambda self: self.givers_sent())
    @rule(which=WHICH, by=WHICH)
    def a_proxy_opens_what_was_sent(self, which: int, by: int) -> None:
        case, power = some(self.givers_sent(), which), some(self.books.powers, by)
        self.step(case)
        case.reference = case.reference or begun.referred(self.town, GIVER, case.path)
        data = {"power": power.path.rsplit("/", 1)[1], "reference": case.reference}
        answer = self.town.post(MOTHER, f"{PAGE}/se", data)
        may = power.holds(self.now) and case.journey == "coordination" and not restricted(case)
        assert taken(answer) is may, "read without a ground, or refused with one"
        if may:
            path = begun.case_of(begun.led(answer))
            if path not in {way.path for way in own_ways(case, MOTHER, {PROXY})}:
                case.ways.append(Way(MOTHER, PROXY, path, power))
