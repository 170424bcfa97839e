"""Databases with this version's tables; SQLite files are brought there once, and copied from then on."""

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import make_url

from wizard.migrate import migrate


@cache
def _first() -> bytes:
    """A database that nobody has written to."""
    with tempfile.TemporaryDirectory(prefix="veiviser-migrated-") as folder:
        file = Path(folder) / "first.sqlite"
        migrate(f"sqlite:///{file}")
        return file.read_bytes()


def migrated(database_url: str) -> None:
    """What ``veiviser migrate`` does to it, sooner where it is an SQLite file that is not there yet."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        Path(url.database or "").write_bytes(_first())
    else:
        migrate(database_url)
