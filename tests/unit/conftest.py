"""Unit tests reach neither network nor database: what they test needs none, and they stay fast."""

import sqlite3
from typing import Any, NoReturn

import psycopg
import pytest
import sqlalchemy


class DatabaseBlockedError(RuntimeError):
    """A unit test asked for a database. It belongs into tests/integration."""


def _blocked(*_: Any, **__: Any) -> NoReturn:
    raise DatabaseBlockedError


@pytest.fixture(autouse=True)
def _no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlalchemy.Engine, "__init__", _blocked)
    monkeypatch.setattr(sqlalchemy.Engine, "connect", _blocked)
    monkeypatch.setattr(sqlite3, "connect", _blocked)
    monkeypatch.setattr(sqlite3.dbapi2, "connect", _blocked)
    monkeypatch.setattr(psycopg.Connection, "connect", _blocked)
    monkeypatch.setattr(psycopg, "connect", _blocked)


@pytest.fixture(autouse=True)
def _no_network(socket_disabled: None) -> None:
    """pytest-socket's fixture, for every unit test; what two processes of this machine say to each other is none."""
