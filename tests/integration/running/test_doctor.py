"""``veiviser doctor`` tells in words each thing that is wrong, by breaking each in turn, and only that one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import httpx
import pytest
from click.testing import CliRunner
from sqlalchemy import create_engine, text
from werkzeug.serving import make_server

from docgen.app import create_app
from docgen.settings import Settings as DocgenSettings
from tests import made
from tests.clamav import ClamAv
from tests.migrated import migrated
from tests.running_site import Site, free_port, key
from wizard import doctor_neighbours, process
from wizard.cli import main
from wizard.heartbeat import Heartbeats
from wizard.oidc import own_key

TOKEN = "invented-token-of-the-tests"
NOWHERE = f"127.0.0.1:{free_port()}"


@dataclass(frozen=True)
class Patient:
    site: Site
    folder: Path

    def told(self) -> tuple[int, list[str]]:
        """The exit code, and each line."""
        run = CliRunner().invoke(main, ["doctor"], env=self.site.environment)
        assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
        return run.exit_code, [line for line in run.output.splitlines() if line]

    def set(self, **settings: str) -> None:
        self.site.environment |= {f"VEIVISER_{name}": value for name, value in settings.items()}

    def execute(self, statement: str) -> None:
        engine = create_engine(self.site.database_url)
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="module")
def docgen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    seal = tmp_path_factory.mktemp("seal") / "seal.p12"
    settings = DocgenSettings(tokens=TOKEN, seal_file=seal, seal_passphrase="x", seal_make=True)
    with make_server("127.0.0.1", 0, create_app(settings), threaded=True) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def patient(tmp_path: Path, docgen: str, clamav: ClamAv) -> Patient:
    """A site that is well, and whose worker was there just now."""
    site = Site(tmp_path, f"sqlite:///{tmp_path / 'own.sqlite'}", clamav.socket)
    site.environment |= {"VEIVISER_DOCGEN_URL": docgen, "VEIVISER_MAIL_SERVER": "", "VEIVISER_MAIL_FROM": ""}
    migrated(site.database_url)
    process.fill_in(site.settings())
    with site.tools() as tools:
        Heartbeats(tools.store).beat("worker-1")
    return Patient(site, tmp_path)


def test_a_site_that_is_well(patient: Patient) -> None:
    assert patient.told() == (0, ["Nothing is wrong."])


def a_setting(patient: Patient) -> None:
    patient.set(SECRET_KEY="short")


def database_away(patient: Patient) -> None:
    patient.set(DATABASE_URL=f"postgresql+psycopg://veiviser@{NOWHERE}/veiviser")


def tables_of_another_version(patient: Patient) -> None:
    patient.execute("UPDATE alembic_version SET version_num = '0001'")


def database_read_only(patient: Patient) -> None:
    patient.execute(
        "CREATE TRIGGER shut BEFORE UPDATE ON alembic_version BEGIN SELECT RAISE(ABORT, 'shut'); END"
    )


def other_keys(patient: Patient) -> None:
    patient.set(LOOKUP_KEY=key())


def no_folder(patient: Patient) -> None:
    (patient.folder / "files").write_text("no folder")


def no_room(patient: Patient) -> None:
    patient.set(LEAST_FREE_BYTES=str(10**18))


def docgen_away(patient: Patient) -> None:
    patient.set(DOCGEN_URL=f"http://{NOWHERE}")


def another_token(patient: Patient) -> None:
    patient.set(DOCGEN_TOKEN="another-token-than-docgen-has")


def clamd_away(patient: Patient) -> None:
    patient.set(CLAMD=NOWHERE)


def mail_server_away(patient: Patient) -> None:
    patient.set(MAIL_SERVER=NOWHERE, MAIL_FROM="varsler@kommune.example", MAIL_TLS="none")


def provider_away(patient: Patient) -> None:
    own_key.make(patient.folder / "own.json")
    patient.set(DEMO="false", OIDC_ISSUER=f"http://{NOWHERE}", OIDC_CLIENT_ID="veiviser")
    patient.set(OIDC_KEY_FILE=str(patient.folder / "own.json"))


def no_worker(patient: Patient) -> None:
    with patient.site.tools() as tools:
        made.send(tools, made.completed(tools, made.applicant(tools), "Hjelp i hverdagen"))
    patient.execute("UPDATE submissions SET received_at = '2020-01-01 00:00:00.000000'")


def worker_not_seen(patient: Patient) -> None:
    patient.execute("UPDATE workers SET seen_at = '2020-01-01 00:00:00.000000'")


def without_its_work(patient: Patient) -> None:
    """A document that a delivered case lacks."""
    no_worker(patient)
    patient.execute("UPDATE submissions SET awaits_documents = false")


BROKEN: dict[Callable[[Patient], None], str] = {
    a_setting: "VEIVISER_SECRET_KEY",
    database_away: "No database answers at VEIVISER_DATABASE_URL",
    tables_of_another_version: "veiviser migrate",
    database_read_only: "takes no write",
    other_keys: "VEIVISER_LOOKUP_KEY",
    no_folder: "VEIVISER_FILES",
    no_room: "MB left",
    docgen_away: "docgen does not answer",
    another_token: "VEIVISER_DOCGEN_TOKEN",
    clamd_away: "VEIVISER_CLAMD",
    mail_server_away: "VEIVISER_MAIL_SERVER",
    provider_away: "log-in provider",
    no_worker: "cases wait for their documents",
    worker_not_seen: "No worker has said that it is alive",
    without_its_work: "do not belong together",
}


@pytest.mark.parametrize("broken", BROKEN, ids=lambda one: one.__name__)
def test_what_is_wrong_is_told_and_nothing_else(patient: Patient, broken: Callable[[Patient], None]) -> None:
    broken(patient)
    code, told = patient.told()
    assert code == 1
    wrong = [line for line in told if BROKEN[broken] in line]
    assert wrong
    assert wrong == [line for line in told if line != "Error: The site is not well:"]
    assert not any(str(patient.folder) in line for line in told)


def answer(code: int = 200, date: datetime | None = None, **told: object) -> httpx.Response:
    headers = {"Date": f"{date:%a, %d %b %Y %H:%M:%S} GMT"} if date else {}
    return httpx.Response(code, headers=headers, json=told)


def test_a_seal_that_ends_and_one_that_cannot_be_used() -> None:
    assert list(doctor_neighbours.seal(answer(status="ok", certificate_days=31))) == []
    assert "ends in 30 days" in next(doctor_neighbours.seal(answer(status="warning", certificate_days=30)))
    assert "cannot seal" in next(doctor_neighbours.seal(answer(503)))


def test_clocks_that_are_apart() -> None:
    now = datetime(2026, 11, 28, 12, tzinfo=UTC)
    assert list(doctor_neighbours.clock(answer(date=now + timedelta(seconds=59)), now)) == []
    assert "61 seconds apart" in next(doctor_neighbours.clock(answer(date=now - timedelta(seconds=61)), now))
    assert list(doctor_neighbours.clock(answer(), now)) == []
