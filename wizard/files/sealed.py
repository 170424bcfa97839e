"""Files sealed with the site's keys, over any store: bytes are encrypted before they leave this process."""

import uuid

from wizard.files.interface import FORMER, FileStore
from wizard.vault import Vault


class SealedFiles:
    """Attachments and documents by name. What the store has is useless without the keys and the name."""

    def __init__(self, store: FileStore, vault: Vault) -> None:
        self.store = store
        """As the bytes lie there: to list, copy and take away, never to read."""
        self._vault = vault

    def put(self, name: str, content: bytes) -> None:
        self.store.put(name, self._vault.seal(content, place_of(name)))

    def get(self, name: str) -> bytes:
        """The content; ``FileNotFoundError`` where there is none, ``SealBrokenError`` where it cannot be opened."""
        return self._vault.open(self.store.get(name), place_of(name))

    def has(self, name: str) -> bool:
        return self.store.has(name)

    def delete(self, name: str) -> None:
        self.store.delete(name)

    def reseal(self, name: str) -> bool:
        """Seal the content with the current key; False where it is already."""
        sealed = self.store.get(name)
        if self._vault.sealed_with_current(sealed):
            return False
        self.put(name, self._vault.open(sealed, place_of(name)))
        return True


def place_of(name: str) -> str:
    """Where the vault has it that a file is sealed; of a former name it is the id that it was made of."""
    return f"blob:{uuid.UUID(name) if FORMER.fullmatch(name) else name}"
