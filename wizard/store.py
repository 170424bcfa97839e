"""The database: one engine that writes, one that cannot; a transaction is one ``with`` block."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import InternalError, OperationalError
from sqlalchemy.orm import Session

from wizard.database_limits import Limits
from wizard.turn import Turn

WAIT_MS = 5000
TURN_SECONDS = 2.0
"""How long a writer waits for its turn, before it waits for SQLite: together less than a browser waits for a save."""


def _prepare_sqlite(engine: Engine, *, writes: bool) -> None:
    @event.listens_for(engine, "connect")
    def pragmas(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the transaction's begin is ours, see below
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",  # NORMAL may lose an acknowledged submission at power loss
            f"busy_timeout={WAIT_MS}",
            "foreign_keys=ON",
            "trusted_schema=OFF",
            f"query_only={'OFF' if writes else 'ON'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        # a deferred transaction that reads before it writes fails when another writer came between
        if writes:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:  # it cannot fail, and is asked for several times in each request
            connection.connection.dbapi_connection.execute("BEGIN")


def open_engine(url: str, *, writes: bool, limits: Limits | None = None) -> Engine:
    """An engine on SQLite (WAL, FULL, IMMEDIATE) or PostgreSQL; one that does not write is refused by the database.

    Without ``limits`` a statement may take as long as it needs: for what is done once, by hand.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, hide_parameters=True)
        _prepare_sqlite(engine, writes=writes)
        return engine
    options = {} if writes else {"postgresql_readonly": True}
    limited = limits.for_engine(parsed) if limits else {}
    engine = create_engine(
        parsed, pool_pre_ping=True, execution_options=options, hide_parameters=True, **limited
    )
    event.listen(engine, "handle_error", _say_it_is_away)
    return engine


def _say_it_is_away(context: ExceptionContext) -> None:
    """PostgreSQL has ended the connection for a transaction that did nothing: to whoever asked, as if it were away."""
    if context.is_disconnect and isinstance(context.sqlalchemy_exception, InternalError):
        raise OperationalError(None, None, context.original_exception, hide_parameters=True)


class Store:
    """Reads go through an engine that cannot write, so a GET cannot either."""

    def __init__(self, url: str, limits: Limits | None = None) -> None:
        self.writer = open_engine(url, writes=True, limits=limits)
        self.reader = open_engine(url, writes=False, limits=limits)
        on_file = self.writer.dialect.name == "sqlite" and self.writer.url.database
        self._turn = Turn(Path(on_file)) if on_file else None

    @contextmanager
    def read(self) -> Iterator[Session]:
        with Session(self.reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self, *, seconds: float = TURN_SECONDS) -> Iterator[Session]:
        """A transaction: committed at the end of the block, rolled back by any error.

        ``OperationalError`` where others have written for so many ``seconds`` that no turn came.
        """
        with self._taken(seconds), Session(self.writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """As ``read``, without a Session: for the statements of every request, of which it is half the cost."""
        with self.reader.connect() as connection:
            yield connection

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """As ``write``, without a Session."""
        with self._taken(TURN_SECONDS), self.writer.begin() as connection:
            yield connection

    @contextmanager
    def _taken(self, seconds: float) -> Iterator[None]:
        if self._turn is None:
            yield
            return
        with ExitStack() as holding:
            try:
                holding.enter_context(self._turn.taken(seconds))
            except TimeoutError as error:
                raise OperationalError("turn", None, error) from error
            yield

    def close(self) -> None:
        if self._turn:
            self._turn.close()
        self.writer.dispose()
        self.reader.dispose()
