"""A case as it leaves for an archive: the message, and beside it the files that it speaks of."""

import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from wizard.archive_message.matter import Matter
from wizard.archive_message.message import message
from wizard.archive_message.names import MESSAGE, named
from wizard.archive_message.schema import hold

OWN_EYES, OWN_FOLDER = 0o600, 0o700
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@dataclass(frozen=True)
class Package:
    """``files`` are bytes by name, the message first: everything that is delivered, and in no other form."""

    case_id: uuid.UUID
    reference: str
    files: Mapping[str, bytes] = field(repr=False)


def package(matter: Matter) -> Package:
    """``NotByTheSchemaError`` where an archive would refuse it."""
    told = message(matter)
    hold(told)
    files = {one.name: one.file.content for group in named(matter) for one in group}
    return Package(matter.case_id, matter.reference, MappingProxyType({MESSAGE: told} | files))


def write(made: Package, folder: Path) -> Path:
    """Lay it into a folder of its own, for nobody but whoever runs this; ``FileExistsError`` where one is there.

    The folder gets its name when all is in it: what was cut off is taken for no package, and hinders no other try.
    """
    own = folder / made.reference
    if own.exists():
        raise FileExistsError(own)
    with TemporaryDirectory(prefix=".", dir=folder) as beside:
        whole = Path(beside) / made.reference
        whole.mkdir(mode=OWN_FOLDER)
        for name, content in made.files.items():
            with os.fdopen(os.open(whole / name, NEW, OWN_EYES), "wb") as file:
                file.write(content)
        whole.rename(own)
    return own
