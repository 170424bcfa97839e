"""A running site's database moved into another one, of whatever kind: all rows, compared, or none.

Whatever a citizen was told is kept must be in the one that counts. So the old one is held while it is read, and takes
nothing any more from the moment on at which the new one is whole; and the new one takes nothing before that. A move
that is killed leaves one of these:

- before the new one is whole: the old site goes on, and the new database is as empty as it was;
- after that: the old site goes on, and what was written in vain into the new one is refused by it and by a next move;
- once the old one takes nothing any more: the same move, begun again, compares both and opens the new one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Table
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from wizard import database_snapshot, migrate, moving_tables
from wizard.backup_manifest import BackupError
from wizard.failpoints import reach
from wizard.moving_fence import fence, hold, is_fenced, lift
from wizard.moving_tables import Content
from wizard.store import Store

HELD_SECONDS = 60.0
"""How long a move waits for its turn at writing."""
FILLED_ANEW = {"lookup_keys"}
"""What ``veiviser migrate`` writes into an empty database, and the move writes again."""


def move(source: str, target: str) -> dict[str, Content]:
    """Move everything, and give what each table holds. ``BackupError`` with a sentence where it cannot be done."""
    if make_url(source) == make_url(target):
        raise BackupError("Both are the same database.")
    with _writing(source) as old:
        if not migrate.stands_at_newest(old):
            raise BackupError(
                "The old database has another version's tables: run veiviser migrate there first."
            )
        if is_fenced(old):
            return _finished(old, target)
        _prepare(target)
        with _writing(target) as new:
            told = _copied(old, new)
            fence(new)
        reach("move_written")
        fence(old)
    reach("move_fenced")
    _open(target)
    return told


@contextmanager
def _writing(url: str) -> Iterator[Connection]:
    """One transaction in which nobody else writes."""
    on_file = make_url(url)
    if on_file.get_backend_name() == "sqlite" and not Path(on_file.database or "").is_file():
        raise BackupError(f"There is no database at {on_file.database}.")
    store = Store(url)
    try:
        with store.write(seconds=HELD_SECONDS) as db:
            connection = db.connection()
            hold(connection)
            yield connection
    finally:
        store.close()


def _prepare(target: str) -> None:
    """Make this version's tables where there are none, and touch no others."""
    url = make_url(target)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return migrate.migrate(target)
    store = Store(target)
    try:
        with store.connect() as connection:
            if is_fenced(connection):
                raise BackupError("An earlier move into the new database was not finished: empty it first.")
            there = {name for _, name in database_snapshot.tables(connection)}
            ready = not there or migrate.stands_at_newest(connection)
    finally:
        store.close()
    if not ready:
        raise BackupError("The new database has other tables than this version's: give an empty one.")
    migrate.migrate(target)
    return None


def _copied(old: Connection, new: Connection) -> dict[str, Content]:
    outs = {table.name: table for table in moving_tables.tables(old)}
    pairs = [(outs[into.name], into) for into in moving_tables.tables(new)]
    if full := [
        into.name
        for _, into in pairs
        if into.name not in FILLED_ANEW and not moving_tables.is_empty(new, into)
    ]:
        raise BackupError(f"The new database is not empty: there are rows in {', '.join(full)}.")
    for out, into in pairs:
        if into.name in FILLED_ANEW:
            new.execute(into.delete())
        _copy(old, out, new, into)
        reach("move_half_written")
        moving_tables.count_on(new, into)
    return _compared(old, new)


def _copy(old: Connection, out: Table, new: Connection, into: Table) -> None:
    try:
        moving_tables.copy(old, out, new, into)
    except DBAPIError as error:
        why = type(error.orig).__name__
        raise BackupError(
            f"Nothing is moved: the new database does not take what is in {into.name} ({why})."
        ) from error


def _compared(old: Connection, new: Connection) -> dict[str, Content]:
    """What both hold; ``BackupError`` where they differ."""
    told = {table.name: moving_tables.content(old, table) for table in moving_tables.tables(old)}
    found = {table.name: moving_tables.content(new, table) for table in moving_tables.tables(new)}
    if differ := [name for name in told if told[name] != found[name]]:
        raise BackupError(f"Nothing is moved: {', '.join(differ)} came out as another than it is.")
    return told


def _finished(old: Connection, target: str) -> dict[str, Content]:
    """What a move did that was killed when all was written and the old database closed."""
    with _writing(target) as new:
        if not migrate.stands_at_newest(new) or not is_fenced(new):
            raise BackupError("The old database has been moved before, and takes nothing any more.")
        told = _compared(old, new)
        lift(new)
    return told


def _open(target: str) -> None:
    with _writing(target) as new:
        lift(new)
