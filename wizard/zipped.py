"""A ZIP that is made while it is sent: no more than one file of it is ever in memory, and none of it on disk."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Entry(NamedTuple):
    """A file of the ZIP: its name there, and what gives its bytes when its turn has come; None leaves it out."""

    name: str
    content: Callable[[], bytes | None]


class _Taken:
    """What ``zipfile`` writes to; it finds no ``tell`` here, and so never goes back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits: it is taken piece by piece."""

    def take(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken


def zipped(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The ZIP, file after file."""
    out = _Taken()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:  # type: ignore[call-overload]  # it needs no more than this
        for entry in entries:
            content = entry.content()
            if content is None:
                continue
            packed.writestr(entry.name, content)
            yield out.take()
    yield out.take()
