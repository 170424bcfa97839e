"""A database's error tells nothing of what was to be written: it may be logged."""

import time
import uuid

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from tests.guest import CANARY
from tests.integration.postgresql_server import PostgresqlServer
from wizard.database_limits import Limits
from wizard.store import Store, open_engine


def test_an_error_of_the_database_carries_no_value(database_url: str) -> None:
    for writes in (True, False):
        engine = open_engine(database_url, writes=writes)
        with pytest.raises(DBAPIError) as failed, engine.begin() as connection:
            connection.execute(text("INSERT INTO nowhere VALUES (:value)"), {"value": CANARY})
        engine.dispose()
        assert "nowhere" in str(failed.value)
        assert CANARY not in str(failed.value)


HELD = Limits(pool=1, overflow=0, free_seconds=0.2, statement_seconds=0.2, lock_seconds=0.1, idle_seconds=0.2)


def test_postgresql_lets_nobody_wait_for_ever_and_says_it_as_if_it_were_away(
    postgresql: PostgresqlServer,
) -> None:
    url = postgresql.database(uuid.uuid4().hex)
    own, held = Store(url), Store(url, HELD)
    with own.begin() as db:
        db.exec_driver_sql("CREATE TABLE things (id integer)")
    with held.begin() as db, pytest.raises(OperationalError, match="statement timeout"):
        db.exec_driver_sql("SELECT pg_sleep(5)")
    with own.begin() as holds, held.begin() as db:
        holds.exec_driver_sql("LOCK TABLE things")
        with pytest.raises(OperationalError, match="lock timeout"):
            db.exec_driver_sql("SELECT * FROM things")
    with held.writer.connect() as db:
        db.exec_driver_sql("SELECT 1")
        time.sleep(0.5)
        with pytest.raises(OperationalError, match="idle-in-transaction"):
            db.exec_driver_sql("SELECT 1")
    with held.begin() as db:
        assert db.exec_driver_sql("SHOW statement_timeout").scalar() == "200ms"
    asks = Store(f"{url}&options=-c%20statement_timeout%3D7s", HELD)
    with asks.begin() as db:
        assert db.exec_driver_sql("SHOW statement_timeout").scalar() == "7s", "what the URL asks for stands"
    for store in (own, held, asks):
        store.close()
