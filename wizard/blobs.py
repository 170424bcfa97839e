"""The file store: sealed bytes in a folder, written whole or not at all."""

import os
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from wizard.failpoints import reach
from wizard.vault import Vault

HEX = "[0-9a-f]"
NAME = HEX * 32
UNFINISHED = ".part"


class Blobs:
    """Attachments and documents by id. The bytes on disk are useless without the keys and the id."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def put(self, key: uuid.UUID, content: bytes) -> None:
        """Keep the content: sealed, synced to disk, then visible under its name in one step."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}{UNFINISHED}")
        sealed = self._vault.seal(content, f"blob:{key}")
        try:
            _write(draft, sealed)
        except OSError:
            draft.unlink(missing_ok=True)  # a full disk needs the room that half a file takes
            raise
        reach("blob_unfinished")
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def get(self, key: uuid.UUID) -> bytes:
        """The content; ``FileNotFoundError`` where nothing is kept under that id."""
        return self._vault.open(self._path(key).read_bytes(), f"blob:{key}")

    def has(self, key: uuid.UUID) -> bool:
        """Whether something is kept under that id; it is not read."""
        return self._path(key).is_file()

    def reseal(self, key: uuid.UUID) -> bool:
        """Seal the content with the current key; False where it is already."""
        if self._vault.sealed_with_current(self._path(key).read_bytes()):
            return False
        self.put(key, self.get(key))
        return True

    def delete(self, key: uuid.UUID) -> None:
        self._path(key).unlink(missing_ok=True)

    def written_before(self, moment: datetime) -> Iterator[list[uuid.UUID]]:
        """The ids of what was written before then, folder by folder."""
        for folder in self._folders():
            yield [uuid.UUID(path.name) for path in folder.glob(NAME) if _older(path, moment)]

    def clear_unfinished(self, moment: datetime) -> int:
        """Remove what was begun before then and never became whole; gives how many."""
        found = [path for folder in self._folders() for path in folder.glob(f"*{UNFINISHED}")]
        old = [path for path in found if _older(path, moment)]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _folders(self) -> Iterator[Path]:
        return self._folder.glob(HEX * 2)

    def _path(self, key: uuid.UUID) -> Path:
        return self._folder / key.hex[:2] / key.hex


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _older(path: Path, moment: datetime) -> bool:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) < moment
    except FileNotFoundError:  # taken away, or finished, meanwhile
        return False
