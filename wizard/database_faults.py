"""What is said of a database that does not answer, or that lacks this version's tables: in place of its own words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from wizard.migrate import is_behind


class UnfitDatabaseError(Exception):
    """The command cannot do its work; says what to do, and nothing of what was asked of the database."""


@contextmanager
def in_words(database_url: str) -> Iterator[None]:
    """``UnfitDatabaseError`` where a fault inside comes of such a database; any other fault stays as it is."""
    try:
        yield
    except DBAPIError as error:
        try:
            behind = is_behind(database_url)
        except (DBAPIError, OSError) as away:
            raise UnfitDatabaseError(
                f"No database answers at VEIVISER_DATABASE_URL ({type(away).__name__}): see to it that it runs, and"
                " that the address, the name and the password are right"
            ) from error
        if behind:
            raise UnfitDatabaseError(
                "The database does not have this version's tables: run veiviser migrate"
            ) from error
        raise
