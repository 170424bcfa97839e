"""The lock files hold what pyproject.toml asks for, with hashes, from no particular index."""

import re
import tomllib

import pytest

from tests.audit.pins import PINNED, pinned, plain
from tests.unit.house.files import HOUSE

PYPROJECT = (HOUSE / "pyproject.toml").read_text()


def locked(name: str) -> dict[str, str]:
    return pinned(HOUSE / name)


def asked(groups: list[list[str]]) -> dict[str, str]:
    pins = [pin for group in groups for pin in group]
    found = [PINNED.match(pin) for pin in pins]
    assert all(found), "every dependency is pinned"
    return {plain(pin[1]): pin[2] for pin in found if pin}


PROJECT = tomllib.loads(PYPROJECT)
RUNNING, DEVELOPING = PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]["dev"]


@pytest.mark.parametrize(
    ("name", "groups"),
    [("requirements.lock", [RUNNING]), ("requirements-dev.lock", [RUNNING, DEVELOPING])],
)
def test_a_lock_file_holds_every_version_that_is_asked_for(name: str, groups: list[list[str]]) -> None:
    assert asked(groups).items() <= locked(name).items()


def test_what_runs_is_what_was_tested() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_has_hashes_and_names_no_index(name: str) -> None:
    text = (HOUSE / name).read_text()
    assert text.count("--hash=sha256:") >= len(locked(name))
    assert not re.search(r"index.url|https?:/|--find-links", text)


def test_every_dependency_says_what_it_is_for() -> None:
    lines = re.findall(r'^    "[\w.-]+(?:\[\w+\])?==.*$', PYPROJECT, re.MULTILINE)
    assert len(lines) == len(RUNNING) + len(DEVELOPING)
    assert [line for line in lines if not re.search(r'", +# \w+', line)] == []


def test_what_runs_carries_no_encoder_under_the_gpl() -> None:
    """The wheel of pillow-heif bundles x265; pi-heif reads the same photos without it."""
    assert "pillow-heif" not in locked("requirements.lock")
    assert "pi-heif" in locked("requirements.lock")
