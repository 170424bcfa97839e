"""The engine that pages read through cannot write, on either database."""

import uuid

import pytest
from sqlalchemy import delete, insert
from sqlalchemy.exc import DBAPIError

from tests.running_site import Site
from wizard.models import Account
from wizard.tools import Tools

FORBIDDEN = ("readonly", "read-only")


def test_the_reading_engine_refuses_to_write(either_site: Site) -> None:
    account = insert(Account).values(id=uuid.uuid4(), lookup=b"x", staff_of=None, sealed_person=b"x")
    with either_site.tools() as tools, either_site.unchanged():
        for statement in (account, delete(Account)):
            with tools.store.read() as db, pytest.raises(DBAPIError) as refused:
                db.execute(statement)
            assert any(word in str(refused.value.orig) for word in FORBIDDEN)


def test_a_write_that_fails_leaves_nothing_behind(either_site: Site) -> None:
    with either_site.tools() as tools, either_site.unchanged(), pytest.raises(ZeroDivisionError):
        write_and_fail(tools)


def write_and_fail(tools: Tools) -> None:
    with tools.store.write() as db:
        db.execute(insert(Account).values(id=uuid.uuid4(), lookup=b"x", staff_of=None, sealed_person=b"x"))
        raise ZeroDivisionError
