"""Lays a package into the municipality's folder: whole or not at all, and once, also where it is fetched away at once.

It is made beside, under ``.levert``; then a note says where it lies and what its hash is; then it gets its name. Who
finds the note and nothing beside knows that it had its name already, though its receiver has taken it meanwhile.
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from wizard.failpoints import reach

BESIDE = ".levert"
OWN_EYES, OWN_FOLDER = 0o640, 0o750
"""The group may read: whoever fetches it is another user of it."""
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def lay(folder: Path, name: str, files: Callable[[], Mapping[str, bytes]]) -> str:
    """Gives the hash of what was laid; ``files`` is asked only where nothing is laid yet."""
    beside = folder / BESIDE
    beside.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    note = beside / name
    if not note.exists():
        _make(beside, name, files())
    reach("folder_noted")
    found = json.loads(note.read_text())
    with suppress(FileNotFoundError):
        (beside / found["made"]).rename(folder / name)
    _settle(folder)
    reach("folder_named")
    for rest in beside.glob(f"{name}.*"):
        _drop(rest)
    receipt: str = found["sha256"]
    return receipt


def _make(beside: Path, name: str, files: Mapping[str, bytes]) -> None:
    """All files in a folder of their own, and the note that they are all there: the first to write it is believed."""
    own = beside / f"{name}.{uuid.uuid4().hex}"
    own.mkdir(mode=OWN_FOLDER)
    for file, content in files.items():
        _write(own / file, content)
        reach("folder_half")
    _settle(own)
    told = json.dumps({"made": own.name, "sha256": digest(files)}).encode()
    draft = beside / f"{own.name}.note"
    _write(draft, told)
    with suppress(FileExistsError):
        os.link(draft, beside / name)
    draft.unlink()
    _settle(beside)


def digest(files: Mapping[str, bytes]) -> str:
    """The SHA-256 over names and hashes, as ``sha256sum`` prints them, in the order of the names."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, NEW, OWN_EYES), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _drop(rest: Path) -> None:
    """What an attempt that was cut off left there."""
    if rest.is_dir():
        shutil.rmtree(rest, ignore_errors=True)
    else:
        rest.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """What was named in it is so after a loss of power too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
