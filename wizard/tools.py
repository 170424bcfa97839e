"""What the verbs work with: database, keys, files, the clock and the hand-over's queue, made once per process."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from forms.language import OSLO
from wizard.clamd import Clamd, clamd
from wizard.files.opening import open_store
from wizard.files.sealed import SealedFiles
from wizard.settings import Settings
from wizard.store import Store
from wizard.vault import Vault

Enqueue = Callable[[Session, uuid.UUID], None]
"""Puts a case's hand-over into the queue, inside the transaction that is open."""


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Tools:
    settings: Settings
    store: Store
    vault: Vault
    blobs: SealedFiles
    enqueue: Enqueue
    clock: Callable[[], datetime] = now
    clamd: Clamd | None = None
    """By which files are screened for viruses; None in a demo without."""

    def today(self) -> date:
        """The day in Europe/Oslo, where deadlines and ages are counted."""
        return self.clock().astimezone(OSLO).date()


def make_tools(settings: Settings, enqueue: Enqueue) -> Tools:
    """``NoClamdError`` where files would go unscreened."""
    screens = clamd(settings)
    vault = Vault(settings)
    return Tools(
        settings=settings,
        store=Store(settings.database_url, settings.database_limits()),
        vault=vault,
        blobs=SealedFiles(open_store(settings), vault),
        enqueue=enqueue,
        clamd=screens,
    )
