"""A unit test cannot reach network or database: tried from every side."""

import socket
import sqlite3
from collections.abc import Callable

import httpx
import psycopg
import pytest
import sqlalchemy
from pytest_socket import SocketBlockedError

from tests.unit.conftest import DatabaseBlockedError


@pytest.mark.parametrize(
    "reach",
    [
        lambda: sqlalchemy.create_engine("sqlite://"),
        lambda: sqlite3.connect(":memory:"),
        lambda: sqlite3.dbapi2.connect(":memory:"),
        lambda: psycopg.connect("host=127.0.0.1 port=9"),
    ],
    ids=["SQLAlchemy", "sqlite3", "dbapi2", "psycopg"],
)
def test_no_unit_test_reaches_a_database(reach: Callable[[], object]) -> None:
    with pytest.raises(DatabaseBlockedError):
        reach()


@pytest.mark.parametrize(
    "reach",
    [lambda: socket.create_connection(("127.0.0.1", 9)), lambda: httpx.get("http://127.0.0.1:9")],
    ids=["socket", "httpx"],
)
def test_no_unit_test_reaches_the_network(reach: Callable[[], object]) -> None:
    with pytest.raises((SocketBlockedError, UserWarning), match="A test tried to use socket"):
        reach()
