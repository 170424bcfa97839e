"""Copies files from one store to another, as they lie there: sealed."""

import hashlib
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass

from wizard.files.interface import FileStore


@dataclass
class Copied:
    """How many files were copied now, and how many were in the other store already; ``bytes`` are of both."""

    copied: int = 0
    there: int = 0
    bytes: int = 0


class NotCopiedError(Exception):
    """A file does not come back from the other store as it was put there; says which."""


def copy_all(source: FileStore, target: FileStore, wanted: Container[str] | None = None) -> Copied:
    """Copy every file, or those that are ``wanted``, and read each again from where it went.

    Each is held against the SHA-256 of what was read first: ``NotCopiedError`` where it is another. May be stopped and
    repeated; one that is taken away meanwhile is left out.
    """
    done = Copied()
    for names in source.names():
        for name in names:
            if wanted is None or name in wanted:
                _copy(source, target, name, done)
    return done


def _copy(source: FileStore, target: FileStore, name: str, done: Copied) -> None:
    try:
        content = source.get(name)
    except FileNotFoundError:
        return
    digest = hashlib.sha256(content).digest()
    if _digest(target, name) == digest:
        done.there += 1
    else:
        target.put(name, content)
        if _digest(target, name) != digest:
            raise NotCopiedError(
                f"The file {name} does not come back as it was: look at the store, and repeat."
            )
        done.copied += 1
    done.bytes += len(content)


def _digest(store: FileStore, name: str) -> bytes | None:
    with suppress(FileNotFoundError):
        return hashlib.sha256(store.get(name)).digest()
    return None
