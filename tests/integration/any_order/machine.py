"""Everybody in one town, and what all rules share: whose case, by which address, and what is looked at afterwards."""

from datetime import timedelta
from typing import Any, ClassVar, TypeVar

import httpx
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from tests.integration.any_order.model import Case, Way
from tests.integration.any_order.town import Morning

WHICH = st.integers(min_value=0, max_value=11)
NEED = "need"
T = TypeVar("T")


class InTown(RuleBasedStateMachine):
    """One order of things, on a day of its own."""

    morning: ClassVar[Morning]

    def __init__(self) -> None:
        super().__init__()
        self.town = self.morning.copied()
        self.books = self.town.books
        self.touched: list[Case] = []

    def step(self, *cases: Case) -> None:
        """Some seconds later somebody does something about these."""
        self.town.passes(timedelta(seconds=20))
        self.touched = [case for case in cases if not case.thrown]

    @property
    def now(self) -> Any:
        return self.books.now

    def drafts(self) -> list[Case]:
        """Applications under way, whose ever."""
        return [case for case in self.applications() if not case.sent]

    def applications(self) -> list[Case]:
        return [case for case in self.books.cases if case.journey == "coordination" and not case.thrown]

    def children(self) -> list[Case]:
        return [case for case in self.applications() if case.about]

    def hands(self, case: Case) -> list[tuple[str, Way | None]]:
        """Everybody who ever filled in, or may: the owner first."""
        ways = [way for way in case.ways if way.capacity in {"proxy", "assistant"}]
        return [(case.owner, None), *((way.who, way) for way in ways)]

    def author_of(self, case: Case) -> tuple[str, Way | None]:
        """Whoever fills in, by their own address."""
        if case.author == case.owner:
            return case.owner, None
        return next((way.who, way) for way in case.ways if way.capacity == "proxy" and way.who == case.author)


def some(found: list[T], which: int) -> T:
    return found[which % len(found)]


def taken(answer: httpx.Response) -> bool:
    """Whether a verb was done: everything else is told by a page of its own."""
    return answer.status_code == 303
