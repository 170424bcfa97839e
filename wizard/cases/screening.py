"""The verbs that look for viruses: in a file as it comes, and later in what nobody could look at then.

While clamd is away files are taken all the same: nobody is to miss a deadline by it. They wait in quarantine, sealed as
all others, and nobody can open them before they are screened. One of which clamd tells nothing, while it tells of
others, is given up after a day: its owner is told that nobody got it, as if a virus were in it.
"""

import uuid
from datetime import timedelta

import structlog
from sqlalchemy import select, update

from forms.language import N_, Language
from wizard.cases.beginning import record
from wizard.cases.errors import FileUnavailableError, GoneError, RefusedFileError
from wizard.cases.filed import stored_bytes
from wizard.cases.finding import lock_case
from wizard.cases.signature_files import OF_SIGNATURES
from wizard.cases.standing import FILE_GIVEN_UP, FILE_INFECTED
from wizard.clamd import GIVEN_UP, INFECTED, Clamd
from wizard.models import Attachment
from wizard.tools import Tools

VIRUS = N_(
    "Det er virus i filen, så vi har ikke tatt imot den. Finn en kopi uten virus, eller lever den på papir."
)

MOST_TRIES, LONGEST = 10, timedelta(days=1)
"""So often, and over so long a time, clamd is asked of a file in vain before it is given up."""
TOLD_AS = {INFECTED: FILE_INFECTED, GIVEN_UP: FILE_GIVEN_UP}

log = structlog.get_logger()


def screen(clamd: Clamd | None, language: Language, content: bytes) -> str | None:
    """What clamd says of a file that comes in, None where nothing; ``RefusedFileError`` where it is infected."""
    verdict = clamd.screen(content) if clamd else None
    if verdict == INFECTED:
        log.warning("infected_file_refused")
        raise RefusedFileError(language.text(VIRUS))
    return verdict


def screen_waiting(tools: Tools) -> None:
    """Screen what waits, first what was never tried; nothing where clamd is away still."""
    waiting = select(Attachment.id).where(Attachment.screened.is_(None))
    waiting = waiting.order_by(Attachment.tries, Attachment.added_at)
    with tools.store.read() as db:
        found = list(db.scalars(waiting)) if tools.clamd else []
    if not tools.clamd or not found or not tools.clamd.is_there():
        return
    for file_id in found:
        try:
            verdict = tools.clamd.screen(stored_bytes(tools, file_id))
        except FileUnavailableError as error:
            log.error("file_unavailable", file=str(file_id), cause=error.cause)  # noqa: TRY400 -- it may quote
            continue
        if verdict is None:
            if not tools.clamd.is_there():  # it is not the file's fault
                return
            verdict = _tried_in_vain(tools, file_id)
        if verdict:
            _settle(tools, file_id, verdict)
        if tools.clamd.rests:
            return


def _tried_in_vain(tools: Tools, file_id: uuid.UUID) -> str | None:
    """``GIVEN_UP`` where that was so often enough, and for long enough."""
    now = tools.clock()
    with tools.store.write() as db:
        file = db.get(Attachment, file_id, with_for_update=True)
        if file is None:  # taken away meanwhile
            return None
        file.tries += 1
        file.tried_since = since = file.tried_since or now
        over = file.tries >= MOST_TRIES and now - since >= LONGEST
    return GIVEN_UP if over else None


def _settle(tools: Tools, file_id: uuid.UUID, verdict: str) -> None:
    """A draft's writer is told by the draft itself; what is sent, or a signature, is told by an event."""
    with tools.store.write() as db:
        file = db.get(Attachment, file_id)
        if file is None:  # taken away meanwhile
            return
        try:
            case = lock_case(db.connection(), file.case_id)
        except GoneError:
            return
        settled = update(Attachment).where(Attachment.id == file_id, Attachment.screened.is_(None))
        settled_now = db.execute(settled.values(screened=verdict).returning(Attachment.id)).first()
        log.info("file_screened", file=str(file_id), verdict=verdict)
        if settled_now and verdict in TOLD_AS and (case.submitted or file.question in OF_SIGNATURES):
            record(db, case.id, TOLD_AS[verdict], tools.clock())
