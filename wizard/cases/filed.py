"""What is kept of attachments and documents, and what is told when their store is in trouble."""

import uuid
from typing import Protocol

import structlog
from sqlalchemy.exc import SQLAlchemyError

from forms.situation import FileInfo
from wizard.cases.errors import FileUnavailableError
from wizard.cases.kept_names import drop, name_kept
from wizard.clamd import CLEAN, GIVEN_UP, INFECTED
from wizard.tools import Tools
from wizard.vault import SealBrokenError

log = structlog.get_logger()


def preview_place(file_id: uuid.UUID) -> str:
    """Where the vault has it that a file's preview is sealed."""
    return f"attachments:{file_id}:preview"


class KeptFile(Protocol):
    """What the row of an attachment tells."""

    @property
    def id(self) -> uuid.UUID: ...
    @property
    def sealed_info(self) -> bytes: ...
    @property
    def screened(self) -> str | None: ...


def info_of(tools: Tools, row: KeptFile, *, previewed: bool = False) -> FileInfo:
    """Where nothing is ever screened, in a demo without clamd, nothing waits for it."""
    told = tools.vault.open_json(row.sealed_info, f"attachments:{row.id}")
    waits = tools.clamd is not None and row.screened is None
    return FileInfo(
        **told,
        waits=waits,
        infected=row.screened == INFECTED,
        given_up=row.screened == GIVEN_UP,
        clean=row.screened == CLEAN,
        previewed=previewed and not waits and row.screened in {CLEAN, None},
    )


def stored_bytes(tools: Tools, file_id: uuid.UUID) -> bytes:
    """The content of a file that has a row; ``FileUnavailableError`` where it cannot be read now."""
    try:
        return tools.blobs.get(name_kept(tools, file_id))
    except (OSError, SealBrokenError) as error:
        raise FileUnavailableError(file_id, type(error).__name__) from error


def drop_bytes(tools: Tools, *names: str) -> None:
    """Delete files whose rows are gone; what cannot be deleted now is swept away later."""
    for name in names:
        try:
            drop(tools, name)
        except (OSError, SQLAlchemyError) as error:
            log.warning("file_left_behind", file=name, cause=type(error).__name__)
