"""A site that people are on is moved from one kind of database to the other, with all that is in it."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.database import rows
from tests.draft import Draft, begin, filled, told
from tests.guest import TRUST, Guest
from tests.integration.carrying.web import Sender, serve, unwatched
from tests.integration.handover.world import World, until
from tests.integration.postgresql_server import PostgresqlServer
from tests.sendable import pdf

KEPT = ("VEIVISER_KEYS", "VEIVISER_LOOKUP_KEY", "VEIVISER_SECRET_KEY", "VEIVISER_FILES")
TYPED = "Det jeg skrev før flyttingen."


@contextmanager
def on(folder: Path, url: str, old: World) -> Iterator[World]:
    """The same site on another database: keys and files are what they were."""
    folder.mkdir()
    new = World(folder, url)
    new.environment |= {name: old.environment[name] for name in KEPT}
    with new:
        yield new


def counted(url: str) -> dict[str, int]:
    found = {table.rpartition(".")[2]: len(kept) for table, kept in rows(url, but="").items()}
    return {name: count for name, count in found.items() if count and name != "alembic_version"}


def urls(kind: str, folder: Path, server: PostgresqlServer) -> tuple[str, str]:
    own, other = f"sqlite:///{folder / 'own.sqlite'}", server.database(uuid.uuid4().hex)
    return (own, other) if kind == "to-postgresql" else (other, own)


def handled(old: World, citizen: Guest) -> Draft:
    """A case with a file, whose documents are made, and which the office has opened."""
    done = begin(citizen).complete()
    attach(done)
    assert done.send().status_code == 303
    until(lambda: old.delivered(done.id))
    office = unwatched(old, "lun")
    assert office.get(done.path.replace("/sak/", "/kontor/sak/")).status_code == 200
    return done


@pytest.mark.parametrize("way", ["to-postgresql", "to-sqlite"])
def test_a_lived_in_site_goes_on_where_it_was_moved_to(
    way: str, tmp_path: Path, postgresql: PostgresqlServer
) -> None:
    source, target = urls(way, tmp_path, postgresql)
    (tmp_path / "old").mkdir()
    with World(tmp_path / "old", source) as old:
        old.start_small_docgen()
        old.start_worker()
        serve(old)
        citizen = unwatched(old, "stille")
        done = handled(old, citizen)
        draft = begin(citizen)
        draft.fill(until="need")
        answers = filled(draft.walk(told(need={"what_matters": TYPED})), "need")
        old.docgen_is(status=503)
        queued = begin(citizen).complete()
        assert queued.send().status_code == 303
        until(lambda: len(old.asked()) > 2)
        sender = Sender([begin(citizen).complete() for _ in range(12)])
        sender.start()
        until(lambda: sender.acknowledged)
        said = old.run("move", source, target).stdout
        sender.join()
        assert "Moved and compared" in said
        assert len(sender.acknowledged) < len(sender.drafts), "it was moved meanwhile"
        before, late = counted(source), draft.answer("need", answers)
        assert late.status_code == 503
        assert "Vi fikk ikke lagret akkurat nå" in late.text
        assert TYPED in late.text
        assert old.run("check-access-log", VEIVISER_DATABASE_URL=target).stdout.startswith("Whole: ")
        assert counted(source) == before, "what has been moved takes nothing"
        old.stop()
    assert counted(target) == before
    with on(tmp_path / "new", target, old) as new:
        new.start_small_docgen()
        new.start_worker()
        serve(new)
        sent = [done.id, queued.id, *sender.acknowledged]
        until(lambda: all(new.delivered(case_id) for case_id in sent))
        assert {case_id: new.events(case_id).count("delivered") for case_id in sent} == dict.fromkeys(sent, 1)
        assert new.unreconciled() == 0
        assert new.asked(), "the queue was worked off here"
        assert new.reference(done.id) not in {reference for _, reference, _ in new.asked()}
        citizen.http = httpx.Client(base_url=new.url, cookies=citizen.http.cookies, verify=TRUST)
        new.guests.append(citizen)
        assert draft.answer("need", answers).status_code == 303, "the same log-in goes on with the same draft"
        assert TYPED in draft.see("need")
        assert "Last ned" in citizen.get(done.path).text
        assert begin(new.visitor("myk")).complete().send().status_code == 303, "further rows are numbered on"
        assert new.run("check-access-log").stdout.startswith("Whole: ")


def attach(draft: Draft) -> None:
    """A file of the citizen's own."""
    page = draft.step("attachments")
    answer = draft.guest.http.post(
        page,
        data=dict(draft.guest.told(page).controls),
        files={"attachments": ("brev.pdf", pdf(), "application/pdf")},
    )
    assert answer.status_code in {200, 303}, answer.text
