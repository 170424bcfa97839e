"""A backup while everything runs: the database as it is at one moment, and each file that its rows speak of.

A file is written before its row, and taken away after it. So whatever is there is copied first, then the database, then
what came meanwhile: what a row of the copy speaks of was there before the database was copied. Only a file that came
and went within that short time can be missed; then the database is copied anew.
"""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy.engine import make_url

from wizard import backup_manifest, database_snapshot
from wizard.backup_manifest import DATABASES, FILES, BackupError, Manifest
from wizard.database_snapshot import Snapshot
from wizard.files.folder import Folder, sync
from wizard.files.interface import FileStore

TRIES = 3
"""What is still missing after so many copies of the database was missing before."""


def back_up(database_url: str, files: FileStore, to: Path) -> Manifest:
    """Write a backup as the folder ``to``, which is there only when it is whole; ``BackupError`` where it is not."""
    with _whole_or_not_at_all(to) as draft:
        kind = make_url(database_url).get_backend_name()
        kept = Folder(draft / FILES)
        kept.path.mkdir(mode=0o700)
        _copy_new(files, kept)
        snapshot, missing = _database(database_url, draft / DATABASES[kind], files, kept)
        _drop_others(kept, snapshot.files)
        sums = {str(path.relative_to(draft)): backup_manifest.sha256(path) for path in _contents(draft)}
        told = Manifest(
            kind=kind,
            version=version("veiviser"),
            migration=snapshot.migration,
            taken_at=datetime.now(UTC).isoformat(timespec="seconds"),
            rows=snapshot.rows,
            sums=sums,
            missing=sorted(missing),
        )
        told.write(draft)
        return told


@contextmanager
def _whole_or_not_at_all(to: Path) -> Iterator[Path]:
    draft = to.with_name(f".{to.name}.{uuid.uuid4().hex}.part")
    if to.exists():
        raise BackupError(f"{to} is there already: each backup gets a folder of its own.")
    try:
        draft.mkdir(mode=0o700)
        yield draft
        for folder in (draft, *(path for path in draft.rglob("*") if path.is_dir())):
            sync(folder)
        draft.rename(to)
        sync(to.parent)
    except OSError as error:
        raise BackupError(f"{to} is not written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _database(url: str, target: Path, files: FileStore, kept: Folder) -> tuple[Snapshot, set[str]]:
    for _ in range(TRIES):
        target.unlink(missing_ok=True)
        snapshot = database_snapshot.take(url, target)
        _copy_new(files, kept)
        missing = snapshot.files.difference(*kept.names())
        if not missing:
            break
    return snapshot, missing


def _copy_new(files: FileStore, kept: Folder) -> None:
    """As they lie there, sealed; a name is never given to other content."""
    for names in files.names():
        for name in names:
            if not kept.has(name):
                with suppress(FileNotFoundError):  # taken away meanwhile
                    kept.put(name, files.get(name))


def _drop_others(kept: Folder, wanted: set[str]) -> None:
    """What lost its row meanwhile, or never got one, is nobody's to keep."""
    for names in kept.names():
        for name in set(names) - wanted:
            kept.delete(name)


def _contents(draft: Path) -> list[Path]:
    return sorted(path for path in draft.rglob("*") if path.is_file())
