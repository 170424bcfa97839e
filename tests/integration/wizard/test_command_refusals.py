"""A command that cannot do its work says so in a sentence, with what to do, and shows nothing of the database's."""

import os
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.migrated import migrated
from tests.running_site import Site, free_port, key
from wizard import process
from wizard.cli import main
from wizard.handover import enqueue
from wizard.models import Account
from wizard.providers import invented
from wizard.settings import Settings
from wizard.tools import make_tools

STILLE = next(one.national_id for one in invented() if one.key == "stille")
Run = Callable[..., Result]


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """A site that does not run, and has no database yet."""
    return Site(tmp_path, f"sqlite:///{tmp_path / 'own.sqlite'}").environment


@pytest.fixture
def run(settings: dict[str, str]) -> Run:
    def command(*words: str, typed: str = "", **changed: str) -> Result:
        told = {f"VEIVISER_{name}": value for name, value in changed.items()}
        done = CliRunner().invoke(main, list(words), input=typed, env=settings | told)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    return command


@pytest.fixture
def made(settings: dict[str, str]) -> Settings:
    """The settings of that site, whose database was made and filled by its keys."""
    migrated(settings["VEIVISER_DATABASE_URL"])
    read = {name.removeprefix("VEIVISER_").lower(): value for name, value in settings.items()}
    found = Settings.model_validate({name: read[name] for name in Settings.model_fields if name in read})
    process.fill_in(found)
    return found


COMMANDS = [
    ("purge", "--dry-run"),
    ("purge",),
    ("archive-message", "V-2345-6789"),
    ("check-access-log",),
    ("reseal",),
    ("rehash",),
    ("put-out", "--citizen"),
    ("put-out", "--everybody"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_database_without_its_tables_is_to_be_migrated(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert "run veiviser migrate" in done.output


def test_the_worker_says_it_too(tmp_path: Path) -> None:
    done = Site(tmp_path, f"sqlite:///{tmp_path / 'own.sqlite'}").run("worker", check=False)
    assert (done.returncode, "run veiviser migrate" in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("migrate",), *COMMANDS[:3]], ids=" ".join)
def test_a_database_that_is_away_is_said_to_be(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, DATABASE_URL=f"postgresql+psycopg://veiviser:hush@127.0.0.1:{free_port()}/veiviser")
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert "No database answers at VEIVISER_DATABASE_URL" in done.output
    assert "hush" not in done.output


@pytest.mark.parametrize("words", [("migrate",), ("purge",), ("put-out", "larvik")], ids=" ".join)
def test_a_folder_without_municipalities_is_named(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    migrated(f"sqlite:///{tmp_path / 'own.sqlite'}")
    done = run(*words, MUNICIPALITIES="/nowhere")
    assert (done.exit_code, "Error: VEIVISER_MUNICIPALITIES" in done.output) == (1, True)


def test_a_folder_that_cannot_be_made_is_named_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    out = tmp_path / "a file" / "out"
    done = run("archive-message", "V-2345-6789", "--out", str(out))
    assert (done.exit_code, done.output) == (1, f"Error: {out} cannot be written: Not a directory.\n")


@pytest.mark.parametrize("words", [("--citizen",), ("larvik",)], ids=" ".join)
def test_by_another_look_up_key_nobody_is_said_to_be_out(
    run: Run, made: Settings, words: tuple[str, ...]
) -> None:
    assert made.database_url
    done = run("put-out", *words, typed=f"{STILLE}\n", LOOKUP_KEY=key())
    assert done.exit_code == 1
    assert "VEIVISER_LOOKUP_KEY is not what the database was filled with" in done.output
    assert "Identity number" not in done.output, "nobody types one in vain"


@pytest.mark.parametrize("words", [("--citizen",), ("larvik",)], ids=" ".join)
@pytest.mark.parametrize("typed", ["14835749827", "123", ""])
@pytest.mark.usefixtures("made")
def test_what_is_no_number_reassures_nobody(run: Run, words: tuple[str, ...], typed: str) -> None:
    done = run("put-out", *words, typed=f"{typed}\n")
    assert (done.exit_code, "That is no identity number" in done.output) == (1, True)
    assert not typed or typed not in done.output


@pytest.mark.usefixtures("made")
def test_a_municipality_that_is_none_reassures_nobody(run: Run) -> None:
    done = run("put-out", "lavrik", typed=f"{STILLE}\n")
    assert (done.exit_code, "There is no such municipality; there are " in done.output) == (1, True)
    assert "larvik" in done.output


@pytest.mark.usefixtures("made")
def test_whoever_is_logged_in_nowhere_is_said_to_be(run: Run) -> None:
    done = run("put-out", "--citizen", typed=f"{STILLE}\n")
    assert (done.exit_code, done.output) == (1, "Error: They are logged in nowhere.\n"), (
        "and no warning of echo"
    )


def test_without_the_key_that_sealed_it_resealing_names_key_and_column(run: Run, made: Settings) -> None:
    tools = make_tools(made, enqueue)
    with tools.store.write() as db:
        sealed = tools.vault.seal(b"an invented person", "accounts:whoever")
        db.add(Account(id=uuid.uuid4(), lookup=os.urandom(32), sealed_person=sealed))
    tools.store.close()
    done = run("reseal", KEYS=f"two:{key()}")
    assert done.exit_code == 1
    assert "A value in accounts.sealed_person is sealed with the key one" in done.output
    changed = run("reseal", KEYS=f"two:{key()},{made.keys.get_secret_value()}")
    assert (changed.exit_code, "sealed for another place, or changed" in changed.output) == (1, True)
