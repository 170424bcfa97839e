"""The bytes of attachments and documents, and what is told when their store is in trouble."""

import uuid

import structlog

from wizard.cases.errors import FileUnavailableError
from wizard.tools import Tools
from wizard.vault import SealBrokenError

log = structlog.get_logger()


def stored_bytes(tools: Tools, file_id: uuid.UUID) -> bytes:
    """The content of a file that has a row; ``FileUnavailableError`` where it cannot be read now."""
    try:
        return tools.blobs.get(file_id)
    except (OSError, SealBrokenError) as error:
        raise FileUnavailableError(file_id, type(error).__name__) from error


def drop_bytes(tools: Tools, file_id: uuid.UUID) -> None:
    """Delete the content of a file whose row is gone; what cannot be deleted now is swept away later."""
    try:
        tools.blobs.delete(file_id)
    except OSError as error:
        log.warning("file_left_behind", file=str(file_id), cause=type(error).__name__)
