"""Takes the words out of old rows of the access log, so that the chain stays whole and shows whoever tampers.

A row is never taken away, and nothing that was hashed is changed: in place of its words lies, sealed, a keyed hash over
all else in the row, over its own hash and that of the row before. The checker reads that instead of the words.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

import structlog
from sqlalchemy import ColumnElement, Exists, and_, exists, or_, select, update
from sqlalchemy.orm import aliased

from wizard.cases.access_log import BEGINNING, HASH, SEALED, content, entry_place
from wizard.models import Case
from wizard.models_access import Access
from wizard.tools import Tools
from wizard.vault import SealBrokenError

KEPT = timedelta(days=5 * 366)
"""Five years: so long a gross breach of confidentiality can be prosecuted (straffeloven § 210, § 86 letter b)."""
ROUNDS = 30
AT_A_TIME = 500
MARK, EMPTIED = "without_words", "emptied_at"
COLUMNS = [column.key for column in Access.__table__.columns]
Before, Later = aliased(Access), aliased(Access)

log = structlog.get_logger()


class Gone(NamedTuple):
    """In how many rows the words went, or would, and how many somebody tampered with.

    Those that are not as they were written stay as they are; where only ``emptied_at`` is false, the words go.
    """

    rows: int
    broken: int


class Looked(NamedTuple):
    """A row that was opened: whether it is as it was written, has its words, and its ``emptied_at`` tells that truly.

    That column is not hashed: whoever owns the database could set it, so that the words would be passed by for ever.
    """

    whole: bool
    words: bool
    told_truly: bool


def hashed(row: Access) -> dict[str, Any]:
    """What of a row is hashed beside its words; that they are gone is told by what lies in their place alone."""
    return {name: getattr(row, name) for name in COLUMNS if name not in {SEALED, HASH, EMPTIED}}


def looked_at(tools: Tools, before: bytes, row: Access) -> Looked:
    """Open it, and hold it to the hash ``before`` of the row before. ``SealBrokenError`` where it cannot be opened."""
    plain = tools.vault.open_json(row.sealed_entry, entry_place(row.number))
    words = MARK not in plain
    if words:
        whole = tools.vault.link(before, content(hashed(row), plain)) == row.hash
    else:
        whole = bool(plain[MARK] == _mark(tools, before, row))
    return Looked(whole, words, told_truly=words == (row.emptied_at is None))


def _mark(tools: Tools, before: bytes, row: Access) -> str:
    return tools.vault.link(before + row.hash, content(hashed(row), {MARK: ""})).hex()


def forget_words(tools: Tools, *, dry_run: bool = False) -> Gone:
    """Take them out where they are old, and the case that they are about is gone; with ``dry_run`` only count."""
    done = broken = 0
    for row, before in _rows(tools):
        looked = _looked_at(tools, before, row)
        broken += not (looked.whole and looked.told_truly)
        if looked.whole and (looked.words or not looked.told_truly):
            done += dry_run or _empty(tools, before, row)
    if broken and not dry_run:
        log.error("access_log_broken", rows=broken)
    return Gone(done, broken)


def _due(tools: Tools) -> ColumnElement[bool]:
    """Nor any that a row points at in which they are kept: a reason is told beside what was opened for it.

    Of those that are told to be without words some are looked at each day, so that all are within ``ROUNDS`` days.
    """
    before = tools.clock() - KEPT
    looked_at_today = Access.number % ROUNDS == tools.today().toordinal() % ROUNDS
    pointing = exists(
        select(Later.number).where(Later.stated == Access.number, or_(Later.at > before, _is_here(Later)))
    )
    to_look_at = or_(Access.emptied_at.is_(None), looked_at_today)
    return and_(Access.at <= before, to_look_at, ~_is_here(Access), ~pointing)


def _is_here(row: type[Access]) -> Exists:
    """Whether there is anything yet of the case that it is about."""
    return exists(select(Case.id).where(Case.id == row.case_id))


def _rows(tools: Tools) -> Iterator[tuple[Access, bytes]]:
    """In their order, some at a time, each with the hash of the one before."""
    query = (
        select(Access, Before.hash)
        .outerjoin(Before, Before.number == Access.number - 1)
        .where(_due(tools))
        .order_by(Access.number)
        .limit(AT_A_TIME)
    )
    following = query
    while True:
        with tools.store.read() as db:
            some = [(row, before or BEGINNING) for row, before in db.execute(following)]
        yield from some
        if not some:
            return
        following = query.where(Access.number > some[-1][0].number)


def _looked_at(tools: Tools, before: bytes, row: Access) -> Looked:
    try:
        return looked_at(tools, before, row)
    except SealBrokenError:
        return Looked(whole=False, words=True, told_truly=True)


def _empty(tools: Tools, before: bytes, row: Access) -> bool:
    mark = tools.vault.seal_json({MARK: _mark(tools, before, row)}, entry_place(row.number))
    one = update(Access).where(Access.number == row.number, Access.sealed_entry == row.sealed_entry)
    with tools.store.begin() as db:  # what was sealed anew meanwhile goes the next time
        return db.execute(one.values(sealed_entry=mark, emptied_at=tools.clock())).rowcount > 0
