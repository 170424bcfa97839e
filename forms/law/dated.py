"""A legal constant with the days it holds: looked up by day, changed by adding an entry."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True)
class Entry(Generic[V]):
    """What the law says from one day to another, and the paragraph that says so."""

    value: V
    source: str
    valid_from: date
    """The first day that we vouch for; the rule itself may be older."""
    valid_until: date | None = None
    """The last day; None while no end is known."""


@dataclass(frozen=True)
class Dated(Generic[V]):
    """One constant through time: each entry begins on the day after the one before has ended."""

    entries: tuple[Entry[V], ...]

    def __post_init__(self) -> None:
        ends = [entry.valid_until for entry in self.entries]
        begins = [entry.valid_from - timedelta(days=1) for entry in self.entries[1:]]
        if ends != [*begins, None] or sorted(begins) != begins:
            raise ValueError("Entries follow each other day by day, and the last has no end.")

    def on(self, day: date) -> Entry[V]:
        """The entry of this day. A day older than we vouch for gets the first entry."""
        begun = [entry for entry in self.entries if entry.valid_from <= day]
        return begun[-1] if begun else self.entries[0]

    def then(self, valid_from: date, value: V, source: str) -> "Dated[V]":
        """The same constant with a change: what held until now ends on the day before."""
        *before, last = self.entries
        ended = replace(last, valid_until=valid_from - timedelta(days=1))
        return Dated((*before, ended, Entry(value, source, valid_from)))


def since(valid_from: date, value: V, source: str) -> Dated[V]:
    """A constant that has had one entry so far."""
    return Dated((Entry(value, source, valid_from),))
