"""Logged in for as long as somebody is there, and for one working day at most."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from forms.situation import Person
from tests.draft import begin
from tests.running_site import Site
from wizard import accounts
from wizard.models import Account, LoginSession
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


def test_a_receipt_that_waits_for_its_files_keeps_no_log_in_alive(site: Site) -> None:
    """It asks every few seconds, for as long as docgen is away, whether or not anybody is there."""
    draft = begin(site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    assert "every 3s" in draft.receipt()
    long_ago = datetime.now(UTC) - timedelta(minutes=5)
    with site.tools() as tools:
        with tools.store.write() as db:
            db.execute(update(LoginSession).values(seen_at=long_ago))
        answer = draft.guest.get(f"{draft.path}/dokumenter", headers={"HX-Request": "true"})
        assert answer.status_code == 204
        assert last_seen(tools) == long_ago
        draft.receipt()
        assert last_seen(tools) > long_ago, "who reads is there"


def test_a_page_that_asks_how_long_is_left_keeps_no_log_in_alive(either_site: Site) -> None:
    guest, half_an_hour = either_site.visitor("stille"), 30 * 60
    assert 0 < half_an_hour - guest.get("/tid-igjen").json()["seconds"] < 30
    with either_site.tools() as tools:
        for columns, seconds, longer in (
            ({"seen_at": timedelta(minutes=29)}, 60, True),
            ({"started_at": timedelta(hours=7, minutes=59)}, 60, False),
        ):
            at = tools.clock()
            with tools.store.write() as db:
                db.execute(update(LoginSession).values(seen_at=at))
                db.execute(update(LoginSession).values({name: at - ago for name, ago in columns.items()}))
            for _ in range(2):
                told = guest.get("/tid-igjen").json()
                assert (seconds - 20 < told["seconds"] <= seconds, told["longer"]) == (True, longer)
        assert guest.get("/til-stede").status_code == 204
    guest.log_out()
    assert guest.get("/tid-igjen").json() == {"seconds": 0, "longer": False}


def last_seen(tools: Tools) -> datetime:
    with tools.store.read() as db:
        return max(db.scalars(select(LoginSession.seen_at)))


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
        tokens.append(accounts.log_in(tools, SOMEBODY, level="demo", post=accounts.Post("larvik")))
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
