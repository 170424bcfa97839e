"""What is said of a database that does not answer, or never lets go, while one is moved into another."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from wizard.backup_manifest import BackupError


@contextmanager
def in_words(source: str, target: str) -> Iterator[None]:
    """``BackupError`` in place of a database's own words, which may hold anything."""
    try:
        yield
    except DBAPIError as error:
        for name, url in (("old", source), ("new", target)):
            if away := _away(url):
                raise BackupError(
                    f"Nothing is moved: the {name} database does not answer ({away}). See to it that it runs, and that"
                    " the address, the name and the password are right."
                ) from error
        if isinstance(error, OperationalError):
            raise BackupError("Nothing is moved: others wrote all the time. Try again.") from error
        raise


def _away(url: str) -> str:
    engine = create_engine(make_url(url), hide_parameters=True)
    try:
        engine.connect().close()
    except DBAPIError as error:
        return type(error).__name__
    finally:
        engine.dispose()
    return ""
