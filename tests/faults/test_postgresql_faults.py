"""F-21: PostgreSQL is started anew, and connections are reset in mid-transaction, while people send cases."""

import signal
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from html import escape
from pathlib import Path

import httpx
import pytest

from tests.draft import Draft, begin, filled, told
from tests.forked import BIN, Program
from tests.guest import Guest
from tests.integration.handover.world import World, until
from tests.integration.postgresql_server import PostgresqlServer
from wizard.store import open_engine

TYPED = "Noe jeg har tenkt lenge på."
BEFORE, DURING = 4, 12


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    """One of its own: others must not lose their connections."""
    with PostgresqlServer(Path(tempfile.mkdtemp(prefix="veiviser-restarted-"))) as server:
        yield server


@pytest.fixture
def world(server: PostgresqlServer, tmp_path: Path) -> Iterator[World]:
    """Everything runs: wizard, worker and a small docgen."""
    with World(tmp_path, server.database(uuid.uuid4().hex)) as world:
        world.environment["VEIVISER_DATABASE_LOCK_SECONDS"] = "1"
        world.start_small_docgen()
        serve = [BIN / "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{world.port}", "-w", "2"]
        world.start("wizard", serve)
        world.wait(f"{world.url}/")
        world.start_worker()
        until(lambda: "worker_ready" in world.logs())  # one that finds no database as it starts may end
        yield world


def unwatched(world: World) -> Guest:
    """Somebody who may be told that the site cannot save just now."""
    guest = world.visitor("stille")
    guest.http.event_hooks = {}
    return guest


def alive(programs: list[Program]) -> bool:
    return all(program.poll() is None for program in programs)


@contextmanager
def away(server: PostgresqlServer, _: str) -> Iterator[None]:
    server.stop()
    try:
        yield
    finally:
        server.start()


@contextmanager
def held(_: PostgresqlServer, url: str) -> Iterator[None]:
    """Somebody holds the answers' table, and does not let go of it."""
    engine = open_engine(url, writes=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("LOCK TABLE step_answers")
        yield
    engine.dispose()


@pytest.mark.parametrize("without", [away, held], ids=["away", "held"])
def test_f_21_what_is_typed_while_nothing_is_saved_is_given_back_in_clear_words_and_saved_later(
    world: World, server: PostgresqlServer, without: Callable[..., AbstractContextManager[None]]
) -> None:
    draft = begin(unwatched(world))
    draft.fill(until="need")
    shown = draft.guest.told(draft.step("need"))
    answers = shown.along(filled(draft.walk(told(need={"what_matters": TYPED})), "need"))
    with without(server, world.database_url):
        answer = draft.guest.submit(draft.step("need"), answers)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "Vi får ikke lagret akkurat nå" in answer.text
    assert escape(TYPED) in answer.text
    assert draft.guest.submit(draft.step("need"), answers).status_code == 303
    assert TYPED in draft.see("need")
    assert alive(world.processes)


def sent(draft: Draft) -> Draft:
    """Pressed until it is told that the case is in: the same press again, as a person presses again."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            answer = draft.send()
        except httpx.TransportError as error:  # the wizard itself must not go away
            raise AssertionError("the wizard was away") from error
        except (AssertionError, KeyError):  # the page that it is pressed on was not there
            time.sleep(0.1)
            continue
        if answer.headers.get("location", "").endswith("/kvittering"):
            return draft
        assert answer.status_code in {409, 503, 400, 403}, answer.status_code
        time.sleep(0.1)
    raise AssertionError("it was never sent")


def restarted(how: signal.Signals) -> Callable[[World, PostgresqlServer], None]:
    def restart(_: World, server: PostgresqlServer) -> None:
        server.stop(how)
        time.sleep(0.3)
        server.start()

    return restart


def reset(world: World, server: PostgresqlServer) -> None:
    for _ in range(20):
        server.reset_connections(world.own.store.writer.url.database or "")
        time.sleep(0.05)


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(restarted(signal.SIGINT), id="in-order"),
        pytest.param(restarted(signal.SIGQUIT), id="crash"),
        pytest.param(reset, id="reset"),
    ],
)
def test_f_21_under_load_wizard_and_worker_go_on_and_nothing_is_lost_or_doubled(
    world: World, server: PostgresqlServer, trouble: Callable[[World, PostgresqlServer], None]
) -> None:
    guests = [unwatched(world), unwatched(world)]
    drafts = [begin(guests[number % 2]).complete() for number in range(BEFORE + DURING)]
    for draft in drafts[:BEFORE]:
        sent(draft)
    halves = [drafts[BEFORE + place :: 2] for place in (0, 1)]
    senders = [threading.Thread(target=lambda own=own: list(map(sent, own))) for own in halves]
    for sender in senders:
        sender.start()
    trouble(world, server)
    for sender in senders:
        sender.join(timeout=120)
    assert alive(world.processes), "nothing had to be started anew"
    until(lambda: all(world.delivered(draft.id) for draft in drafts))
    assert all(world.events(draft.id) == ["documents_made", "delivered"] for draft in drafts)
    assert world.unreconciled() == 0
    assert all(kept.keys() == {"docx", "pdf"} for kept in map(world.documents, (one.id for one in drafts)))
