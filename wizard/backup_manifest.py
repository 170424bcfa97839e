"""What a backup says of itself: what must be in it, and by what hash each part is known to be whole."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "manifest.json"
FILES = "files"
DATABASES = {"sqlite": "database.sqlite", "postgresql": "database.dump"}
"""The database's name in a backup, by its kind."""
BLOCK = 1 << 20


class BackupError(Exception):
    """Why nothing was backed up or restored, in sentences for whoever runs it."""


@dataclass(frozen=True)
class Manifest:
    kind: str
    version: str
    migration: str
    taken_at: str
    rows: dict[str, int]
    """How many rows each table has."""
    sums: dict[str, str]
    """The SHA-256 of the database and of each file, by its path in the backup."""
    missing: list[str]
    """Files that rows speak of, and that were gone before the backup began."""

    @property
    def database(self) -> str:
        return DATABASES[self.kind]

    @property
    def files(self) -> int:
        return sum(path.startswith(f"{FILES}/") for path in self.sums)

    def write(self, folder: Path) -> None:
        told = asdict(self)
        (folder / NAME).write_text(json.dumps(told | {"sum": _sum(told)}, indent=1))
        (folder / NAME).chmod(0o600)


def _sum(told: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def read(folder: Path) -> Manifest:
    """The manifest of a backup; ``BackupError`` where there is none that is whole."""
    try:
        told = json.loads((folder / NAME).read_text())
        known = told.pop("sum")
        found = Manifest(**told)
    except OSError as error:
        raise BackupError(f"{folder / NAME} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(f"{folder / NAME} is damaged.") from error
    if known != _sum(told) or found.kind not in DATABASES:
        raise BackupError(f"{folder / NAME} is not as it was written.")
    return found


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def wrong_in(folder: Path, manifest: Manifest) -> list[str]:
    """A sentence for each part that is missing, is not as it was, or does not belong there."""
    said = []
    for name, known in manifest.sums.items():
        path = folder / name
        if not path.is_file():
            said.append(f"{name} is missing.")
        elif sha256(path) != known:
            said.append(f"{name} is not as it was written.")
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    return said + [f"{name} is not part of it." for name in sorted(there - {NAME, *manifest.sums})]
