"""The files of the citizen's own copy: where each lies in the ZIP, and why some are not in it."""

import re
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any, TypeAlias

import structlog

from forms.situation import FileInfo
from wizard.cases import following
from wizard.cases.attaching import read_attachment
from wizard.cases.errors import FileHeldBackError, FileUnavailableError
from wizard.cases.finding import CaseRow
from wizard.cases.following import Sent
from wizard.routes.here import tools
from wizard.zipped import Entry

INFECTED, WAITS, UNAVAILABLE, GONE = "infected", "not_screened_yet", "cannot_be_read_now", "gone"
GIVEN_UP = "could_not_be_screened"

Absent: TypeAlias = dict[str, str]
"""Of each file that is not in the ZIP, why."""

NO_NAMES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""What Windows takes for a device, whatever ending it has."""

log = structlog.get_logger()


def attached(case: CaseRow, infos: list[FileInfo]) -> dict[str, Any]:
    """What the JSON tells of a case's files."""
    return {
        "files": [
            {"file": place, "name": info.name, "size": info.size, "sha256": info.sha256}
            for place, info in zip(_places(case, infos), infos, strict=True)
        ]
    }


def documents(found: Sent, absent: Absent) -> Iterator[Entry]:
    here, case = tools(), found.case
    for one in found.documents:
        name = f"{case.reference}/{case.reference}.{one.format}"
        read = partial(following.document_bytes, here, case.id, one.format)
        yield Entry(name, partial(_bytes, absent, name, read))


def entries(case: CaseRow, infos: list[FileInfo], absent: Absent) -> Iterator[Entry]:
    here = tools()
    for name, info in zip(_places(case, infos), infos, strict=True):
        file_id = uuid.UUID(info.id)

        def read(file_id: uuid.UUID = file_id) -> bytes | None:
            found = read_attachment(here, case.id, file_id)
            return found and found[1]

        yield Entry(name, partial(_bytes, absent, name, read))


def _places(case: CaseRow, infos: list[FileInfo]) -> list[str]:
    """By the name that its owner gave it, as pages show it; a second one of that name gets a number."""
    taken, places = set[str](), list[str]()
    for info in infos:
        path, number = PurePosixPath(_plain(info.name)), 2
        name = path.name
        while name.casefold() in taken:
            name, number = f"{path.stem} ({number}){path.suffix}", number + 1
        taken.add(name.casefold())
        places.append(f"{case.reference}/vedlegg/{name}")
    return places


def _plain(name: str) -> str:
    """A name that every system can write to its disk."""
    bare = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "_", name).strip(" .") or "_"
    return f"_{bare}" if NO_NAMES.match(bare) else bare


def _bytes(absent: Absent, name: str, read: Callable[[], bytes | None]) -> bytes | None:
    """The file, where its page would hand it out now; else it is left out, and ``absent`` says why."""
    try:
        found = read()
    except FileHeldBackError as error:
        absent[name] = INFECTED if error.infected else GIVEN_UP if error.given_up else WAITS
        return None
    except FileUnavailableError as error:
        log.error("file_unavailable", file=str(error.file_id), cause=error.cause)  # noqa: TRY400 -- a traceback tells no more
        absent[name] = UNAVAILABLE
        return None
    if found is None:
        absent[name] = GONE
    return found
