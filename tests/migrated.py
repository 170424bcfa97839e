"""Databases with this version's tables: of each kind one is brought there once, and copied from then on."""

import tempfile
import uuid
from functools import cache
from pathlib import Path

from sqlalchemy import URL, NullPool, create_engine, inspect, make_url, text

from wizard.migrate import migrate


@cache
def _first() -> bytes:
    """A database that nobody has written to."""
    with tempfile.TemporaryDirectory(prefix="veiviser-migrated-") as folder:
        file = Path(folder) / "first.sqlite"
        migrate(f"sqlite:///{file}")
        return file.read_bytes()


@cache
def _first_on_server(server: URL) -> str:
    """As ``_first``, on that server."""
    name = uuid.uuid4().hex
    _do(server, f'CREATE DATABASE "{name}"')
    migrate(server.set(database=name).render_as_string(hide_password=False))
    return name


def _do(server: URL, *statements: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))


def _is_empty(url: URL) -> bool:
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        return not inspect(connection).get_table_names()


def migrated(database_url: str) -> None:
    """What ``veiviser migrate`` does to it, sooner where it is empty or an SQLite file that is not there yet."""
    url = make_url(database_url)
    on_file = url.get_backend_name() == "sqlite"
    if on_file and not Path(url.database or "").exists():
        Path(url.database or "").write_bytes(_first())
    elif on_file or not _is_empty(url):
        migrate(database_url)
    else:
        server = url.set(database="postgres")
        first = _first_on_server(server)
        _do(server, f'DROP DATABASE "{url.database}"', f'CREATE DATABASE "{url.database}" TEMPLATE "{first}"')
