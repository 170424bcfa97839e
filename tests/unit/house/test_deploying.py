"""Who follows README's "Deploy" line by line comes to settings that wizard and docgen start with."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from dotenv import dotenv_values

from docgen import settings as docgen_settings
from docgen.keyring import Keyring
from docgen.sound_settings import held
from tests.unit.house.files import HOUSE
from tests.unit.house.test_image import OURS, SERVICES
from wizard import cli
from wizard.settings import Settings

README = (HOUSE / "README.md").read_text(encoding="utf-8").partition("## Deploy\n")[2].partition("\n### ")[0]
PAPER = (HOUSE / "docs" / "deploying.md").read_text(encoding="utf-8")
SAMPLES = ("wizard.env.example", "docgen.env.example", "staff.toml.example")
RUN = re.compile(r"docker compose run --rm (?:-[\w-]+ )*([\w-]+)(?: ([^-(<\n]\S*))?(?: ([a-z-]+))?")


def lines(text: str, first: str) -> str:
    """The indented lines from that one on."""
    found = re.search(rf"(?:^ +\S.*\n)*?^( +){re.escape(first)}.*\n(?:^\1.*\n)*", text, re.MULTILINE)
    assert found
    return dedent(found[0])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As it lies on the host, but for its owner, who is whoever runs this."""
    made = tmp_path_factory.mktemp("deployed")
    for name in SAMPLES:
        shutil.copy(HOUSE / name, made)
    told = lines(README, "umask 077") + lines(PAPER, "openssl req")
    commands = "\n".join(line for line in told.splitlines() if not line.startswith("chown"))
    subprocess.run(["bash", "-euc", commands], cwd=made, check=True, capture_output=True)
    for file in re.findall(r"own-key (/run/keys/\w+\.json)$", README, re.MULTILINE):
        run = CliRunner().invoke(cli.main, ["own-key", on_host("own-key", file, made)])
        assert run.exit_code == 0, run.output
    return made


def on_host(service: str, value: str, folder: Path) -> str:
    """What a path in the container is outside of it, by what the service has mounted."""
    for mount in SERVICES[service].get("volumes", ()):
        source, target = mount.split(":")[:2]
        if value.startswith(target) and source.startswith("./"):
            return value.replace(target, str(folder / source), 1)
    return value


def environment(service: str, folder: Path) -> Mapping[str, str]:
    sample = dotenv_values(folder / SERVICES[service]["env_file"][0])
    told = {name: str(value) for name, value in (sample | SERVICES[service]["environment"]).items()}
    return {name: on_host(service, value, folder) for name, value in told.items()}


def enter(monkeypatch: pytest.MonkeyPatch, service: str, folder: Path) -> None:
    for name in [f"VEIVISER_{one.upper()}" for one in Settings.model_fields]:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment(service, folder).items():
        monkeypatch.setenv(name, value)


def test_the_wizards_settings_are_sound(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(monkeypatch, "wizard", folder)
    monkeypatch.setenv("VEIVISER_CLAMD", str(folder / "clamd.sock"))  # its host's name leads nowhere here
    run = CliRunner().invoke(cli.main, ["check-settings"])
    assert (run.exit_code, run.stdout) == (0, "The settings are sound.\n"), run.output


def test_docgen_has_its_token_and_a_seal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(monkeypatch, "docgen", folder)
    settings = held(docgen_settings.load())
    Keyring(settings).current()
    token = (folder / "secrets/wizard/VEIVISER_DOCGEN_TOKEN").read_text().strip()
    assert [one.get_secret_value() for one in settings.tokens] == [token]


def test_the_database_lets_in_by_the_password_that_it_was_made_with(folder: Path) -> None:
    pgpass = Path(environment("wizard", folder)["PGPASSFILE"])
    assert pgpass.stat().st_mode & 0o777 == 0o600, "PostgreSQL's client leaves it unread otherwise"
    password = (folder / "secrets/database").read_text().strip()
    assert pgpass.read_text().strip() == f"database:5432:veiviser:veiviser:{password}"


def test_the_samples_name_settings_that_there_are_and_hold_no_secret() -> None:
    for sample in SAMPLES[:2]:
        text = (HOUSE / sample).read_text(encoding="utf-8")
        named = re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE)
        known = {f"VEIVISER_{one.upper()}" for one in Settings.model_fields}
        known |= {f"DOCGEN_{one.upper()}" for one in docgen_settings.Settings.model_fields}
        assert set(named) <= known
        assert not re.search(r"^\w*(SECRET_KEY|KEYS|LOOKUP_KEY|TOKENS?|PASS\w+)=", text, re.MULTILINE)


def test_nobody_but_the_command_may_write_the_log_in_keys() -> None:
    mounts = {name: [one for one in SERVICES[name].get("volumes", ()) if "keys" in one] for name in SERVICES}
    assert {name: found for name, found in mounts.items() if found} == {
        "wizard": ["./secrets/keys:/run/keys:ro"],
        "own-key": ["./secrets/keys:/run/keys"],
    }
    assert SERVICES["own-key"]["network_mode"] == "none"
    assert "env_file" not in SERVICES["own-key"]


def test_every_line_for_docker_names_a_service_and_a_command_that_there_are() -> None:
    told = RUN.findall(README + PAPER)
    assert len(told) > 10
    for service, program, command in told:
        assert service in OURS
        assert program in ("", "veiviser") or service == "own-key"
        assert service == "own-key" or command in ("", *cli.main.commands)
