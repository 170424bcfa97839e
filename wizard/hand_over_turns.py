"""The hand-over's own engine on SQLite, which takes its turn as every other writer does.

DBOS waits for SQLite's lock by looking for it now and then. Where citizens send case after case, it may find it taken
for seconds, at each of the many writes of a hand-over, and hardly a document would be made as long as that lasts.
"""

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from wizard.turn import Turn

WAIT_SECONDS = 30.0
"""As long as DBOS itself waits; after a turn that does not come, SQLite's lock decides, as it always does."""
TURN = "turn"


def own_engine(url: str) -> Engine | None:
    """What DBOS shall work on; None where it makes its own, on any other database than a file of SQLite."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    engine = create_engine(parsed, hide_parameters=True)
    event.listen(engine, "connect", _as_dbos_wants_it)
    _take_turns(engine, Turn(Path(parsed.database)))
    return engine


def _as_dbos_wants_it(connection: Any, _: Any) -> None:
    connection.isolation_level = "IMMEDIATE"
    for pragma in (f"busy_timeout={WAIT_SECONDS * 1000:.0f}", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _take_turns(engine: Engine, turn: Turn) -> None:
    """From the first statement that writes to the end of its transaction."""

    @event.listens_for(engine, "before_cursor_execute")
    def begun(connection: Connection, _: Any, statement: str, *__: Any) -> None:
        held = connection.connection.info
        if TURN not in held and not statement.lstrip().upper().startswith(("SELECT", "PRAGMA")):
            held[TURN] = ExitStack()
            with suppress(TimeoutError):
                held[TURN].enter_context(turn.taken(WAIT_SECONDS))

    for moment in ("commit", "rollback"):
        event.listen(engine, moment, lambda connection: _let_go(connection.connection.info))
    event.listen(engine, "engine_disposed", lambda _: turn.close())
    event.listen(engine, "checkin", lambda _, record: _let_go(record.info))


def _let_go(held: dict[Any, Any]) -> None:
    taken: ExitStack = held.pop(TURN, None) or ExitStack()
    taken.close()
