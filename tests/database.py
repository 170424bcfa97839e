"""Every row of a database, so that a test can say that nothing changed."""

import sqlalchemy
from sqlalchemy import create_engine, text

OURS = ("main", "public", "dbos")
RESTLESS = {"seen_at", "sealed_aside"}
"""Columns of a log-in that change with nothing else: when it was last seen, and what waits for its owner."""

GROWING = "access_log"
"""The table that reading adds to: who opened which case stands there before the page is sent."""


def rows(url: str, *, but: str = GROWING) -> dict[str, list[str]]:
    """All rows of all tables but one, the hand-over's too, in an order that does not depend on the database."""
    engine = create_engine(url, poolclass=sqlalchemy.NullPool)
    found = {}
    with engine.connect() as connection:
        inspector = sqlalchemy.inspect(connection)
        for schema in set(inspector.get_schema_names()) & set(OURS):
            for table in set(inspector.get_table_names(schema)) - {but}:
                result = connection.execute(text(f'SELECT * FROM {schema}."{table}"')).mappings()  # noqa: S608 -- the names are the database's own
                found[f"{schema}.{table}"] = sorted(
                    repr([(name, value) for name, value in row.items() if name not in RESTLESS])
                    for row in result
                )
    engine.dispose()
    return found
