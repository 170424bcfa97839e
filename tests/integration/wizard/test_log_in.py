"""Logged in for as long as somebody is there, and for one working day at most."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from forms.situation import Person
from tests.running_site import Site
from wizard import accounts
from wizard.models import Account
from wizard.tools import Tools

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOMEBODY = Person("Glad Fjellbekk", "17882099989")


def at(tools: Tools, moment: datetime) -> Tools:
    return replace(tools, clock=lambda: moment)


def test_a_log_in_dies_when_nobody_is_there(either_site: Site) -> None:
    with either_site.tools() as tools:
        token = accounts.log_in(at(tools, NOON), SOMEBODY, level="demo")
        assert accounts.visitor(at(tools, NOON + timedelta(minutes=29)), token)
        assert accounts.visitor(at(tools, NOON + timedelta(minutes=58)), token), "reading keeps it alive"
        assert accounts.visitor(at(tools, NOON + timedelta(minutes=89)), token) is None


def test_a_log_in_dies_after_its_hours_whoever_is_there(either_site: Site) -> None:
    with either_site.tools() as tools:
        token = accounts.log_in(at(tools, NOON), SOMEBODY, level="demo")
        for minutes in range(20, 8 * 60, 20):
            assert accounts.visitor(at(tools, NOON + timedelta(minutes=minutes)), token)
        assert accounts.visitor(at(tools, NOON + timedelta(hours=8)), token) is None


def test_a_log_in_is_over_at_log_out_and_unknown_tokens_open_nothing(either_site: Site) -> None:
    with either_site.tools() as tools:
        token = accounts.log_in(tools, SOMEBODY, level="demo")
        accounts.log_out(tools, token)
        for nothing in (token, "", "x" * 5000, "\x00"):
            assert accounts.visitor(tools, nothing) is None


def test_one_person_has_one_account_and_staff_another(either_site: Site) -> None:
    with either_site.tools() as tools:
        tokens = [accounts.log_in(tools, SOMEBODY, level="demo") for _ in range(2)]
        tokens.append(accounts.log_in(tools, SOMEBODY, level="demo", staff_of="larvik"))
        found = [accounts.visitor(tools, token) for token in tokens]
    first, second, staff = [one.account_id for one in found if one]
    assert first == second != staff
    assert [one.staff for one in found if one] == [False, False, True]


def test_the_first_two_log_ins_of_one_person_may_meet(either_site: Site) -> None:
    """The account is made by somebody else after the log-in has looked for it and before it has made its own."""
    newcomer = Person("Mild Havgløtt", "21856799960")
    with either_site.tools() as tools, either_site.tools() as others, ThreadPoolExecutor() as beside:
        with others.store.write() as db:
            key = others.vault.lookup(f"citizen:{newcomer.national_id}")
            db.add(Account(id=uuid.uuid4(), lookup=key, staff_of=None, sealed_person=b""))
            db.flush()
            logging_in = beside.submit(accounts.log_in, tools, newcomer, level="demo")
            time.sleep(0.5)  # by now it waits for the other transaction's end
        found = accounts.visitor(tools, logging_in.result(timeout=30))
    assert found
    assert found.person == newcomer


def test_the_day_is_counted_in_norway(site: Site) -> None:
    with site.tools() as tools:
        for moment, day in (
            (datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC), "2026-06-30"),
            (datetime(2026, 6, 30, 22, 0, 0, tzinfo=UTC), "2026-07-01"),
            (datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC), "2026-11-30"),
            (datetime(2026, 11, 30, 23, 0, 0, tzinfo=UTC), "2026-12-01"),
        ):
            assert at(tools, moment).today().isoformat() == day


@pytest.mark.parametrize("person", ["", "ingen", "klar", "../stille"])
def test_nobody_logs_in_as_somebody_who_is_not_offered(site: Site, person: str) -> None:
    guest = site.visitor()
    with site.unchanged():
        answer = guest.post("/larvik/logg-inn", {"person": person})
    assert answer.status_code == 400
    assert "Velg hvem du vil logge inn som" in answer.text


@pytest.mark.parametrize(("code", "story"), [("nn", "Har heimesjukepleie"), ("en", "Has home nursing")])
def test_the_log_in_page_speaks_one_language(site: Site, code: str, story: str) -> None:
    guest = site.visitor()
    guest.post("/sprak", {"code": code}, page="/larvik/")
    page = guest.get("/larvik/logg-inn").text
    assert story in page
    assert "Har hjemmesykepleie" not in page
