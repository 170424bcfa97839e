"""A database's error tells nothing of what was to be written: it may be logged."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.guest import CANARY
from wizard.store import open_engine


def test_an_error_of_the_database_carries_no_value(database_url: str) -> None:
    for writes in (True, False):
        engine = open_engine(database_url, writes=writes)
        with pytest.raises(DBAPIError) as failed, engine.begin() as connection:
            connection.execute(text("INSERT INTO nowhere VALUES (:value)"), {"value": CANARY})
        engine.dispose()
        assert "nowhere" in str(failed.value)
        assert CANARY not in str(failed.value)
