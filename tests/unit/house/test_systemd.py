"""docs/systemd has a unit for each program, with as little let to it as it needs, and systemd takes each of them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from dotenv import dotenv_values

from docgen.settings import Settings as DocgenSettings
from tests.forked import BIN
from tests.unit.house.files import HOUSE
from wizard.cli import main
from wizard.settings import Settings

FOLDER = HOUSE / "docs" / "systemd"
UNITS = sorted(FOLDER.glob("*.service"))
TIMER = FOLDER / "veiviser-backup.timer"
LEAST = {
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "RestrictNamespaces=yes",
    "SystemCallFilter=@system-service",
    "UMask=0077",
}
LIMITS = ("MemoryMax", "CPUQuota", "TasksMax")


def set_in(unit: str) -> set[str]:
    """The names of the settings that it sets."""
    return {
        name
        for line in re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)
        for name in re.findall(r"(\w+)=", line)
    }


def test_each_program_has_its_unit() -> None:
    names = {path.name for path in UNITS}
    assert names == {
        f"veiviser-{one}.service" for one in ("wizard", "worker@", "docgen", "migrate", "backup")
    }
    assert {path.name for path in FOLDER.iterdir()} == names | {TIMER.name}


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_it_is_let_do_little_and_take_little(path: Path) -> None:
    lines = path.read_text().splitlines()
    assert set(lines) >= LEAST
    assert all(any(line.startswith(f"{limit}=") for line in lines) for limit in LIMITS)
    assert not any(line.startswith("User=root") for line in lines)
    assert any(line.startswith("User=") for line in lines)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_it_sets_what_there_is_and_no_secret(path: Path) -> None:
    known = {f"VEIVISER_{one.upper()}" for one in Settings.model_fields} | {
        "VEIVISER_SECRETS",
        "DOCGEN_SECRETS",
    }
    known |= {f"DOCGEN_{one.upper()}" for one in DocgenSettings.model_fields}
    told = path.read_text()
    assert set_in(told) <= known
    assert not re.search(r"(KEY|KEYS|TOKEN|PASS\w+)=", told)
    command = re.search(r"^ExecStart=/opt/veiviser/.venv/bin/(\w+) (\S+)", told, re.MULTILINE)
    assert command
    assert command[1] == "gunicorn" or command[2] in main.commands


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_what_it_sets_stands_in_no_sample_beside(path: Path) -> None:
    """A file of settings overrides what a unit sets, so a sample must not name the same."""
    samples = [dotenv_values(HOUSE / f"{one}.env.example") for one in ("wizard", "docgen")]
    assert not set_in(path.read_text()) & {name for sample in samples for name in sample} - {
        "DOCGEN_SEAL_FILE"
    }


def test_systemd_takes_them(tmp_path: Path) -> None:
    """Where there is one: on other machines the tests above are all."""
    for path in UNITS:
        told = path.read_text().replace("/opt/veiviser/.venv/bin", str(BIN))
        (tmp_path / path.name).write_text(told)
    shutil.copy(TIMER, tmp_path)
    units = [tmp_path / path.name.replace("@", "@1") for path in (*UNITS, TIMER)]
    analyze = shutil.which("systemd-analyze")
    if analyze:
        said = subprocess.run([analyze, "verify", *units], capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, "")
