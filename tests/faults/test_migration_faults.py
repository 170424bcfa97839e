"""F-29: a migration that dies half way is gone on with, and the former release lives beside the new tables."""

import signal
import uuid
from pathlib import Path
from typing import cast

import pytest
from alembic import command
from sqlalchemy import create_engine, inspect

from tests import previous_release
from tests.database import rows
from tests.draft import Draft, begin
from tests.forked import BIN, Program
from tests.integration.handover.world import World, until
from tests.running_site import Site, free_port
from wizard.migrate import configuration, migrate

LAST = "0023"
"""The first migration that the former release does not know."""


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Site:
    return Site(tmp_path, database_url)


def killed(site: Site, point: str) -> None:
    died = site.run("migrate", check=False, VEIVISER_FAIL=f"{point}:kill")
    assert died.returncode == -signal.SIGKILL


def test_f_29_a_migration_that_dies_half_way_is_gone_on_with(site: Site, tmp_path: Path) -> None:
    for point in ("migrated_0009", f"migrated_{LAST}", "migrated_ours"):
        killed(site, point)
    site.run("migrate")
    fresh = f"sqlite:///{tmp_path / 'fresh.sqlite'}"
    migrate(fresh)
    made, expected = rows(site.database_url, but=""), rows(fresh, but="")
    assert {name.rpartition(".")[2] for name in expected} <= {name.rpartition(".")[2] for name in made}


def test_f_29_several_that_migrate_at_once_take_turns(site: Site) -> None:
    command_line = [BIN / "veiviser", "migrate"]
    programs = [site.start(f"migrate-{number}", command_line) for number in range(3)]
    assert [program.wait(120) for program in programs] == [0, 0, 0], site.logs()


def test_f_29_the_former_release_can_write_to_every_table_that_it_knows(database_url: str) -> None:
    """No table or column of it is gone or of another kind, and none is new that it would have to fill in."""
    former, newest = columns(database_url, previous_release.NEWEST), columns(database_url, "head")
    for table, known in former.items():
        now = newest[table]
        assert {name: now.get(name) for name in known} == known, table
        assert all(free for name, (_, free) in now.items() if name not in known), table


def columns(url: str, version: str) -> dict[str, dict[str, tuple[str, bool]]]:
    """Each table's columns at that migration: of what kind, and whether whoever writes may leave it out."""
    engine = create_engine(url)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), version)
        seen = inspect(connection)
        found = {
            table: {
                column["name"]: (
                    str(column["type"]),
                    bool(column["nullable"]) or column["default"] is not None,
                )
                for column in seen.get_columns(table)
            }
            for table in seen.get_table_names()
        }
    engine.dispose()
    return found


class Upgraded(World):
    """A site of the former release, with a wizard of it at a port of its own, before anything of the new one runs."""

    def __init__(self, folder: Path, database_url: str) -> None:
        super().__init__(folder, database_url)
        self.code = previous_release.unpack(folder / "former")
        self.former_url = f"http://127.0.0.1:{free_port()}"
        self.former = previous_release.start(self, self.code, "wizard", "migrate")
        assert self.former.wait(120) == 0, self.logs()
        address = self.former_url.removeprefix("http://")
        self.former = previous_release.start(
            self, self.code, "gunicorn", "wsgi:app", "-b", address, "--threads", "4"
        )
        self.processes.append(cast("Program", self.former))  # it is ended as the others are
        self.wait(f"{self.former_url}/")


@pytest.fixture
def upgraded(database_url: str, tmp_path: Path) -> Upgraded:
    return Upgraded(tmp_path, database_url)


def at_former(site: Upgraded, person: str) -> Draft:
    """A draft of somebody whose browser speaks with the former wizard."""
    now, site.url = site.url, site.former_url
    guest = site.visitor(person)
    site.url = now
    guest.plant = None
    return begin(guest)


def test_f_29_a_wizard_of_the_former_release_serves_while_the_tables_are_made_new_and_afterwards(
    upgraded: Upgraded,
) -> None:
    site = upgraded
    site.start_small_docgen()
    before = at_former(site, "stille").complete()
    assert before.send().status_code == 303
    begun = at_former(site, "stille").complete()
    stranded(site, before.id)
    with site:
        assert begun.send().status_code == 303, "it was begun before, and is sent by the former wizard after"
        later = at_former(site, "myk").complete()
        assert later.send().status_code == 303
        serve = [BIN / "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{site.port}"]
        site.start("wizard", serve)
        site.wait(f"{site.url}/")
        new = begin(site.visitor("stille")).complete()
        assert new.send().status_code == 303
        site.start_worker(name="former")
        cases = [before.id, begun.id, later.id, new.id]
        until(lambda: all(site.delivered(case_id) for case_id in cases))
        assert {case_id: site.events(case_id).count("delivered") for case_id in cases} == dict.fromkeys(
            cases, 1
        )
        assert site.unreconciled() == 0
        assert at_former(site, "stille").guest.get(new.path).status_code == 200


def stranded(site: Upgraded, case_id: uuid.UUID) -> None:
    """A worker of the former release has begun the hand-over, kept the first document, and died."""
    worker = previous_release.start(
        site, site.code, "wizard", "worker", VEIVISER_FAIL="kept_make_docx:kill", VEIVISER_WORKER_ID="former"
    )
    assert worker.wait(120) == -signal.SIGKILL, site.logs()
    assert case_id
