"""The log holds: many at once, whoever tampers, whatever fails, and after a change of keys."""

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from tests import powers
from tests.draft import Draft
from tests.forked import HOUSE
from tests.guest import Guest
from tests.integration.seen.conftest import in_hands
from tests.running_site import Site, key
from tests.seen import checked, log, office, rename, tampered
from wizard import process
from wizard.app import create_app
from wizard.cases.checking_access import noted as from_text

READERS, TIMES = 6, 8


def opened(site: Site, draft: Draft, staff: str = "lun") -> Guest:
    guest = site.visitor(staff)
    assert guest.get(office(draft)).status_code == 200
    return guest


def somebody(site: Site) -> tuple[Guest, Draft]:
    """Who has said why they open a case, and that case."""
    sent = in_hands(site)
    return opened(site, sent), sent


def command(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    return site.run("check-access-log", *arguments, check=False)


def test_a_040_many_who_read_at_once_leave_one_whole_chain(own_site: Site) -> None:
    sent = in_hands(own_site)
    guests = [opened(own_site, sent, "lun" if one % 2 else "mild") for one in range(READERS)]
    before, barrier = len(log(own_site, sent)), Barrier(READERS)

    def read(guest: Guest) -> list[int]:
        barrier.wait()
        return [guest.http.get(office(sent)).status_code for _ in range(TIMES)]

    with ThreadPoolExecutor(READERS) as pool:
        assert {code for codes in pool.map(read, guests) for code in codes} == {200}
    rows = log(own_site, sent)
    assert len(rows) == before + READERS * TIMES, "one row a request, and none lost"
    numbers = [row.number for row in rows]
    assert numbers == list(range(numbers[0], numbers[0] + len(rows))), "no gap, and no fork"
    assert checked(own_site).breaks == []


TAMPERED = {
    "UPDATE access_log SET reason = 'in_hand' WHERE number = {b}": "Row {b} is not as it was written",
    "UPDATE access_log SET at = '2026-01-01 12:00:00' WHERE number = {b}": "Row {b} is not as it was written",
    "UPDATE access_log SET outcome = 'denied' WHERE number = {b}": "Row {b} is not as it was written",
    "UPDATE access_log SET account_id = case_id WHERE number = {b}": "Row {b} is not as it was written",
    "UPDATE access_log SET hash = (SELECT hash FROM access_log WHERE number = {a}) WHERE number = {b}": (
        "Row {b} is not as it was written"
    ),
    "UPDATE access_log SET sealed_entry = (SELECT sealed_entry FROM access_log WHERE number = {a})"
    " WHERE number = {b}": "Row {b} cannot be opened",
    "DELETE FROM access_log WHERE number = {b}": "Rows are missing between {a} and {c}",
    "DELETE FROM access_log WHERE number = 1": "Rows are missing between 0 and 2",
    "DELETE FROM access_log WHERE number = {b}; UPDATE access_log SET number = {b} WHERE number = {c}": (
        "Row {b} cannot be opened"
    ),
    "UPDATE access_log SET number = 0 WHERE number = 1": "Rows are missing between 0 and 0",
}


def test_the_checker_says_where_somebody_tampered(own_site: Site, subtests: pytest.Subtests) -> None:
    lun, sent = somebody(own_site)
    for _ in range(3):
        lun.get(office(sent))
    last = log(own_site, sent)[-1].number
    places = {"a": last - 2, "b": last - 1, "c": last}
    for statements, told in TAMPERED.items():
        with subtests.test(statements):
            with tampered(own_site, *statements.format(**places).split("; ")):
                found = checked(own_site).breaks
            assert told.format(**places) in found[0]
            assert len(found) <= 2, "the rows after it are as they were"
    assert checked(own_site).breaks == []


def test_what_is_taken_off_the_end_is_missed_by_what_was_noted_elsewhere(own_site: Site) -> None:
    lun, sent = somebody(own_site)
    said = command(own_site)
    assert said.returncode == 0
    last = log(own_site, sent)[-1].number
    assert f"Whole: {last} rows." in said.stdout
    noted = said.stdout.split()[-1]
    lun.get(office(sent))
    assert command(own_site, "--noted", noted).returncode == 0, "more may have come"
    with tampered(own_site, f"DELETE FROM access_log WHERE number >= {last}"):  # noqa: S608 -- a number of ours
        assert checked(own_site).breaks == [], "the rows that are left follow each other"
        found = command(own_site, "--noted", noted)
        assert (found.returncode, "Traceback" in found.stderr) == (1, False)
        assert f"The rows after {last - 1} are gone; {last} was noted." in found.stdout
        opened(own_site, sent, "mild")
        another = checked(own_site, from_text(noted)).breaks
        assert another == [f"Row {last} is another than the one that was noted."]
    assert command(own_site, "--noted", "yesterday").returncode == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_log SET reason = 'in_hand'",
        "UPDATE access_log SET number = number + 1",
        "UPDATE access_log SET hash = sealed_entry",
        "DELETE FROM access_log",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_a_row(own_site: Site, statement: str) -> None:
    _, sent = somebody(own_site)
    before = [row.hash for row in log(own_site, sent)]
    with own_site.tools() as tools, pytest.raises(DBAPIError), tools.store.writer.begin() as db:
        db.execute(text(statement))
    assert [row.hash for row in log(own_site, sent)] == before


def closed(answer: httpx.Response) -> None:
    assert answer.status_code == 503
    assert "Vi får ikke skrevet ned hvem som åpner saken." in answer.text
    assert "Stille" not in answer.text
    assert "invented document" not in answer.text


def ask(site: Site, guest: Guest, path: str) -> httpx.Response:
    return httpx.get(site.url + path, cookies={"veiviser": guest.cookie})


def test_a_040_without_the_log_staff_get_nothing_and_the_owner_everything(own_site: Site) -> None:
    sent = in_hands(own_site)
    lun, mild = (opened(own_site, sent, one) for one in ("lun", "mild"))
    lun.post(f"{office(sent)}/tatt-i-hand", page=office(sent))
    proxy = own_site.visitor("myk")
    power = powers.given(sent.guest, proxy)
    assert power.send().status_code == 303
    draft = powers.begin_for(own_site, proxy, power)
    rename(own_site, "access_log", "gone")
    for guest in (lun, mild):
        for end in ("", "/dokument/pdf"):
            closed(ask(own_site, guest, office(sent) + end))
    elsewhere = own_site.visitor("klar", "kristiansand")
    closed(ask(own_site, elsewhere, office(sent)))
    closed(ask(own_site, proxy, draft.step("role")))
    assert ask(own_site, lun, "/larvik/kontor/").status_code == 200
    assert sent.guest.get(sent.path).status_code == 200
    assert '"event": "access_not_logged"' in own_site.logs()
    rename(own_site, "gone", "access_log")
    assert ask(own_site, lun, office(sent)).status_code == 200
    assert checked(own_site).breaks == []


def test_a_040_a_log_that_can_be_read_but_not_written_shows_nothing(own_site: Site) -> None:
    sent = in_hands(own_site)
    lun = opened(own_site, sent)
    app = create_app(own_site.settings())
    writer, browser = app.extensions["tools"].store.writer, app.test_client()
    read_only = (
        "PRAGMA query_only=ON" if writer.dialect.name == "sqlite" else "SET default_transaction_read_only=on"
    )

    @event.listens_for(writer, "connect")
    def shut(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]  # the driver's own
        cursor.execute(read_only)
        cursor.close()
        if writer.dialect.name != "sqlite":
            connection.commit()  # type: ignore[attr-defined]  # as above

    browser.set_cookie("veiviser", lun.cookie, domain="localhost")
    rows = len(log(own_site, sent))
    for end in ("", "/dokument/pdf"):
        answer = browser.get(office(sent) + end)
        assert answer.status_code == 503
        assert "Vi får ikke skrevet ned hvem som åpner saken." in answer.text
        assert "Stille" not in answer.text
    assert browser.get("/larvik/kontor/").status_code == 200
    assert len(log(own_site, sent)) == rows
    app.extensions["tools"].store.close()


def test_the_chain_stays_whole_when_everything_is_sealed_anew(own_site: Site) -> None:
    _, sent = somebody(own_site)
    hashes = [row.hash for row in log(own_site, sent)]
    old, new = own_site.environment["VEIVISER_KEYS"], f"two:{key()}"
    assert process.reseal(own_site.settings(keys=f"{new},{old}")) > 0
    found = process.check_access_log(own_site.settings(keys=new), "")
    assert (found.rows, found.breaks) == (log(own_site, sent)[-1].number, [])
    assert [row.hash for row in log(own_site, sent)] == hashes
    dropped = process.check_access_log(own_site.settings(), "")
    assert "Row 1 cannot be opened" in dropped.breaks[0]
    process.reseal(own_site.settings(keys=f"{old},{new}"))
    assert checked(own_site).breaks == []


def test_a_log_by_another_look_up_key_does_not_fit(own_site: Site) -> None:
    somebody(own_site)
    found = process.check_access_log(own_site.settings(lookup_key=key()), "")
    assert len(found.breaks) == found.rows > 1, "without the key nobody makes rows that fit"


def test_a_page_costs_one_row_and_one_transaction(own_site: Site) -> None:
    lun, sent = somebody(own_site)
    app, said = create_app(own_site.settings()), list[str]()
    tools, browser = app.extensions["tools"], app.test_client()
    browser.set_cookie("veiviser", lun.cookie, domain="localhost")
    assert browser.get(office(sent)).status_code == 200, "connections are open now"

    @event.listens_for(tools.store.writer, "before_cursor_execute")
    def listen(*what: object) -> None:
        said.append(str(what[2]).split()[0])

    assert browser.get(office(sent)).status_code == 200
    assert said.count("INSERT") == 1
    assert said.count("SELECT") <= 2, "the last row, and on PostgreSQL the lock"
    assert len(said) <= 4
    tools.store.close()


def test_no_code_but_the_log_s_own_adds_to_it_or_takes_its_words_out() -> None:
    """That none changes it is the database's own word: see above."""
    writes = re.compile(r"\b(insert|update|delete)\(Access\b|\bAccess\(\w+=")
    names = [path for path in (HOUSE / "wizard").rglob("*.py") if writes.search(path.read_text())]
    assert sorted(path.name for path in names) == ["access_log.py", "old_log_words.py"]
