"""Encryption at rest: AES-256-GCM with named keys, and the keyed hash that finds a person without telling who."""

import base64
import hmac
import json
import os
import re
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wizard.settings import Settings

NONCE_BYTES = 12


class SealBrokenError(Exception):
    """What was stored cannot be opened: another place, another key, or changed bytes."""


def _told(name: bytes) -> str:
    """A key's name, which is no secret; what can be none may be anything, and is not shown."""
    told = name.decode("ascii", "replace")
    return f"the key {told}" if re.fullmatch(r"[A-Za-z0-9._-]{1,40}", told) else "another key"


class Vault:
    """Seals bytes for one place (table, row, column), so that a row's content cannot be moved to another row.

    A sealed value is ``length of key name (1 byte) | key name | nonce (12 bytes) | ciphertext and tag``.
    """

    def __init__(self, settings: Settings) -> None:
        entries = [entry.partition(":") for entry in settings.keys.get_secret_value().split(",")]
        self._keys = {name.encode(): AESGCM(base64.b64decode(key)) for name, _, key in entries}
        self._current = next(iter(self._keys))
        self._lookups = [base64.b64decode(key) for key in settings.lookup_key.get_secret_value().split(",")]

    def seal(self, plain: bytes, place: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._keys[self._current].encrypt(nonce, plain, place.encode())
        return bytes([len(self._current)]) + self._current + nonce + sealed

    def open(self, sealed: bytes, place: str) -> bytes:
        """The plain bytes; ``SealBrokenError`` where the key is not here or the bytes are not for this place."""
        start = 1 + int.from_bytes(sealed[:1])
        key = self._keys.get(sealed[1:start])
        if key is None:
            raise SealBrokenError(f"sealed with {_told(sealed[1:start])}, which is not in VEIVISER_KEYS")
        nonce, body = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
        try:
            return key.decrypt(nonce, body, place.encode())
        except (InvalidTag, ValueError) as error:  # a nonce cut short is a ValueError
            raise SealBrokenError("sealed for another place, or changed") from error

    def seal_json(self, value: Any, place: str) -> bytes:
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), place)

    def open_json(self, sealed: bytes, place: str) -> Any:
        return json.loads(self.open(sealed, place))

    def sealed_with_current(self, sealed: bytes) -> bool:
        return sealed[1 : 1 + sealed[0]] == self._current

    @property
    def lookup_keys(self) -> int:
        return len(self._lookups)

    def lookup(self, value: str, keys: int | None = None) -> bytes:
        """The keyed hash (HMAC-SHA-256) of a value that must be found again but not read.

        By the first ``keys`` look-up keys, one laid over the other; by all where it is not said.
        """
        found = value.encode()
        for key in self._lookups[:keys]:
            found = hmac.new(key, found, sha256).digest()
        return found

    def further(self, found: bytes, keys: int) -> bytes:
        """A hash that has been through that many keys, through all."""
        for key in self._lookups[keys:]:
            found = hmac.new(key, found, sha256).digest()
        return found

    def link(self, before: bytes, content: bytes) -> bytes:
        """The keyed hash (HMAC-SHA-256) that ties a row of a log to the one before it.

        By the first look-up key, which stays whatever key is changed: without it nobody makes a row that fits.
        """
        return hmac.new(self._lookups[0], b"access_log\0" + before + content, sha256).digest()
