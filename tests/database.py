"""Every row of a database, so that a test can say that nothing changed."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy
from sqlalchemy import create_engine

OURS = ("main", "public", "dbos")
RESTLESS = {"seen_at", "sealed_aside"}
"""Columns of a log-in that change with nothing else: when it was last seen, and what waits for its owner."""

BEATING = {"workers", "chores"}
"""The tables in which a worker says again and again that it is alive, and what it is at."""
GROWING = "access_log"
"""The table that reading adds to: who opened which case stands there before the page is sent."""


def rows(url: str, *, but: str = GROWING) -> dict[str, list[str]]:
    """All rows of all tables but one, the hand-over's too, in an order that does not depend on the database."""
    return {
        table: sorted(repr(list(zip(names, row, strict=True))) for row in found)
        for table, names, found in _tables(url, but)
    }


def fingerprint(url: str) -> dict[str, list[int]]:
    """As ``rows``, told apart by a number for each row alone: a tenth of the work, where nobody has to read them."""
    return {table: sorted(map(_number, found)) for table, _, found in _tables(url, GROWING)}


def _number(row: tuple[Any, ...]) -> int:
    try:
        return hash(row)
    except TypeError:  # a list in it, as PostgreSQL gives JSON
        return hash(repr(row))


def _tables(url: str, but: str) -> Iterator[tuple[str, list[str], list[tuple[Any, ...]]]]:
    """Each table's name, its columns, and what stands in them."""
    engine = create_engine(url, poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        inspector = sqlalchemy.inspect(connection)
        for schema in set(inspector.get_schema_names()) & set(OURS):
            for table in set(inspector.get_table_names(schema)) - {but, *BEATING}:
                asked = f'SELECT * FROM {schema}."{table}"'  # noqa: S608 -- the names are the database's own
                result = connection.exec_driver_sql(asked)
                names = result.keys()
                kept = [name for name in names if name not in RESTLESS]
                yield f"{schema}.{table}", kept, [tuple(row) for row in result.columns(*kept)]
    engine.dispose()
