"""A store of files in a folder: each is on the disk before it is there by its name.

It is our own code, since obstore's store of local files does not sync what it writes: a file whose row is kept would be
gone with the power.
"""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from wizard.failpoints import reach
from wizard.files.interface import NAME

PARTS = "[0-9a-f]" * 2
UNFINISHED = ".part"
"""How the name of what is not whole yet ends."""
OWNER_ONLY = 0o700


class Folder:
    """As ``FileStore``; the files lie in folders by the first two letters of their names, for their owner alone."""

    def __init__(self, folder: Path) -> None:
        self.path = folder

    def put(self, name: str, content: bytes) -> None:
        path = self._path(name)
        path.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        draft = path.with_name(f"{name}.{uuid.uuid4().hex}{UNFINISHED}")
        try:
            _write(draft, content)
        except OSError:
            draft.unlink(missing_ok=True)  # a full disk needs the room that half a file takes
            raise
        reach("blob_unfinished")
        draft.replace(path)
        sync(path.parent)

    def get(self, name: str) -> bytes:
        return self._path(name).read_bytes()

    def has(self, name: str) -> bool:
        return self._path(name).is_file()

    def delete(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def names(self, before: datetime | None = None) -> Iterator[list[str]]:
        for folder in self._folders():
            named = (path for path in folder.iterdir() if NAME.fullmatch(path.name))
            yield [path.name for path in named if before is None or _older(path, before)]

    def clear_unfinished(self, before: datetime) -> int:
        found = [path for folder in self._folders() for path in folder.glob(f"*{UNFINISHED}")]
        old = [path for path in found if _older(path, before)]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    @contextmanager
    def filling(self) -> Iterator["Folder"]:
        """They lie beside until all are there, and the folder gets its name last."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_name(f".{self.path.name}.{uuid.uuid4().hex}{UNFINISHED}")
        try:
            draft.mkdir(mode=OWNER_ONLY)
            yield Folder(draft)
            sync(draft)
            draft.replace(self.path)
            sync(self.path.parent)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def try_out(self) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.path, prefix="ready-") as file:
            file.write(b"ready")
            file.flush()

    def _folders(self) -> Iterator[Path]:
        return self.path.glob(PARTS)

    def _path(self, name: str) -> Path:
        return self.path / name[:2] / name


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """See to it that the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _older(path: Path, moment: datetime) -> bool:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) < moment
    except FileNotFoundError:  # taken away, or finished, meanwhile
        return False
