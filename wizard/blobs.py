"""The file store: sealed bytes in a folder, written whole or not at all."""

import os
import uuid
from pathlib import Path

from wizard.vault import Vault


class Blobs:
    """Attachments and documents by id. The bytes on disk are useless without the keys and the id."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def put(self, key: uuid.UUID, content: bytes) -> None:
        """Keep the content: sealed, synced to disk, then visible under its name in one step."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
        with draft.open("wb") as file:
            file.write(self._vault.seal(content, f"blob:{key}"))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def get(self, key: uuid.UUID) -> bytes:
        """The content; ``FileNotFoundError`` where nothing is kept under that id."""
        return self._vault.open(self._path(key).read_bytes(), f"blob:{key}")

    def reseal(self, key: uuid.UUID) -> bool:
        """Seal the content with the current key; False where it is already."""
        if self._vault.sealed_with_current(self._path(key).read_bytes()):
            return False
        self.put(key, self.get(key))
        return True

    def delete(self, key: uuid.UUID) -> None:
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: uuid.UUID) -> Path:
        return self._folder / key.hex[:2] / key.hex
