"""One-time codes: for one person, once, for a while; whoever guesses is stopped (A-075)."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from forms.situation import Person
from tests.made import READER, completed
from tests.running_site import Site
from wizard import accounts
from wizard.cases import codes
from wizard.cases.errors import CodeOverError, TooManyTriesError, WrongCodeError
from wizard.models_acting import Invitation
from wizard.tools import Tools

MINUTE = timedelta(minutes=1)
OTHER = Person("Rask Elveblest", "19851199708")


@pytest.fixture
def tools(site: Site) -> Iterator[Tools]:
    with site.tools() as found:
        yield found


def account(tools: Tools, person: Person) -> uuid.UUID:
    visitor = accounts.visitor(tools, accounts.log_in(tools, person, level="demo"))
    assert visitor
    return visitor.account_id


def made(tools: Tools, who: Person | None, lifetime: timedelta = MINUTE) -> str:
    owner = account(tools, READER.person)
    wanted = codes.Wanted(completed(tools, owner), "applicant", who, owner, lifetime)
    with tools.store.write() as db:
        return codes.invite(db, tools, wanted)


def later(tools: Tools, after: timedelta) -> Tools:
    now = tools.clock()
    return replace(tools, clock=lambda: now + after)


@pytest.mark.parametrize("typed", [str, str.lower, lambda code: f" {code.replace('-', ' ')} "])
def test_a_code_opens_once_for_whom_it_is(tools: Tools, typed: object) -> None:
    code, who = made(tools, OTHER), account(tools, OTHER)
    assert callable(typed)
    found = codes.open_code(tools, who, typed(code))
    with tools.store.write() as db:
        codes.use(db, found, tools.clock())
    with pytest.raises(CodeOverError) as over:
        codes.open_code(later(tools, MINUTE / 2), who, code)
    assert over.value.why == codes.USED


def test_of_two_at_once_one_takes_it_up(tools: Tools) -> None:
    code, who = made(tools, None), account(tools, OTHER)
    found = codes.open_code(tools, who, code)
    with tools.store.write() as db:
        codes.use(db, found, tools.clock())
    with pytest.raises(CodeOverError), tools.store.write() as db:
        codes.use(db, found, tools.clock())


def test_a_code_ends_with_its_time_and_when_it_is_taken_back(tools: Tools) -> None:
    code, who = made(tools, OTHER), account(tools, OTHER)
    with pytest.raises(CodeOverError) as over:
        codes.open_code(later(tools, MINUTE), who, code)
    assert over.value.why == codes.EXPIRED
    found = codes.open_code(tools, who, code)
    with tools.store.write() as db:
        codes.revoke(db, found.id, tools.clock())
    with pytest.raises(CodeOverError) as over:
        codes.open_code(tools, who, code)
    assert over.value.why == codes.REVOKED


def test_nobody_can_tell_anothers_code_from_none(tools: Tools) -> None:
    code, another = made(tools, OTHER), account(tools, READER.person)
    answers = []
    for one in (code, "2222-2222"):
        with pytest.raises(WrongCodeError) as wrong:
            codes.open_code(tools, another, one)
        answers.append(repr(wrong.value))
    assert len(set(answers)) == 1


def test_a_075_five_a_minute_and_not_one_more(tools: Tools) -> None:
    code, who = made(tools, OTHER, 10 * MINUTE), account(tools, OTHER)
    soon = later(tools, 5 * MINUTE)
    for guess in range(codes.TRIES):
        with pytest.raises(WrongCodeError):
            codes.open_code(soon, who, f"2222-222{guess + 2}")
    with pytest.raises(TooManyTriesError):
        codes.open_code(soon, who, code)
    assert codes.open_code(later(soon, MINUTE), who, code).purpose == "applicant"


def test_a_code_that_others_try_again_and_again_is_locked(tools: Tools) -> None:
    code, who = made(tools, OTHER, 100 * MINUTE), account(tools, OTHER)
    for minute in range(codes.WRONG_PEOPLE):
        another = account(tools, Person(f"Nummer {minute}", f"{minute:011}"))
        with pytest.raises(WrongCodeError):
            codes.open_code(later(tools, (10 + 2 * minute) * MINUTE), another, code)
    with pytest.raises(CodeOverError):
        codes.open_code(later(tools, 60 * MINUTE), who, code)


def test_no_code_is_kept(tools: Tools) -> None:
    code = made(tools, OTHER)
    with tools.store.read() as db:
        rows = list(db.scalars(select(Invitation)))
    bare = code.replace("-", "")
    for row in rows:
        for column in Invitation.__table__.columns:
            assert bare not in str(getattr(row, column.key))
            assert OTHER.name not in str(getattr(row, column.key))
