"""Goes through the access log from its first row, and says where it is not as it was written. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select

from wizard.cases.access_log import BEGINNING
from wizard.cases.old_log_words import looked_at
from wizard.models_access import Access
from wizard.tools import Tools
from wizard.vault import SealBrokenError

AT_A_TIME = 500
FALSELY = {
    True: "has its words, and is said to be without them.",
    False: "is without its words, and is not said so.",
}
"""By whether it has them."""


class Noted(NamedTuple):
    """A row that was the last when somebody noted it elsewhere: what was taken off the end since is missed."""

    number: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.number}:{self.hash.hex()}"


@dataclass(frozen=True)
class Checked:
    """How many rows there are, the last of them, and what is wrong, a sentence each; no row is called last of none."""

    rows: int
    last: Noted | None
    breaks: list[str]


def noted(text: str) -> Noted:
    """From ``NUMBER:HASH``, as the command prints it; ``ValueError`` for anything else."""
    number, _, linked = text.partition(":")
    return Noted(int(number), bytes.fromhex(linked))


def check(tools: Tools, earlier: Noted | None = None) -> Checked:
    """Read every row; ``earlier`` is what was noted at a check before this one."""
    count, last, found = 0, Noted(0, BEGINNING), list[str]()
    for row in _rows(tools):
        found += _breaks(tools, row, last)
        if earlier and row.number == earlier.number and row.hash != earlier.hash:
            found.append(f"Row {row.number} is another than the one that was noted.")
        last = Noted(row.number, row.hash)
        count += 1
    if earlier and earlier.number > last.number:
        found.append(f"The rows after {last.number} are gone; {earlier.number} was noted.")
    return Checked(count, last if count else None, found)


def _rows(tools: Tools) -> Iterator[Access]:
    """In their order, some at a time: the log is longer than what fits in memory."""
    query = following = select(Access).order_by(Access.number).limit(AT_A_TIME)
    while True:
        with tools.store.read() as db:
            some = list(db.scalars(following))
        yield from some
        if not some:
            return
        following = query.where(Access.number > some[-1].number)


def _breaks(tools: Tools, row: Access, last: Noted) -> Iterator[str]:
    if row.number != last.number + 1:
        # what it followed is not there, so its own hash tells nothing
        yield f"Rows are missing between {last.number} and {row.number}."
        return
    try:
        looked = looked_at(tools, last.hash, row)
    except SealBrokenError as error:
        yield f"Row {row.number} cannot be opened: {error}."
        return
    if looked.whole and not looked.told_truly:
        yield f"Row {row.number} {FALSELY[looked.words]}"
    if not looked.whole:
        yield f"Row {row.number} is not as it was written, or does not follow the one before it."
