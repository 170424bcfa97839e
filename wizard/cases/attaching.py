"""The verbs of attachments: add a file to a draft, take it away, hand it out."""

import hashlib
import uuid
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

import structlog
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from docgen.contract import Content, printable
from forms.fields.files import Files
from forms.situation import FileInfo
from wizard.cases.beginning import find_draft, lock_draft
from wizard.cases.drafts import Draft, Reader, read_draft, read_files
from wizard.cases.errors import FileHeldBackError, FileUnavailableError, NoFilesHereError, RefusedFileError
from wizard.cases.filed import drop_bytes, info_of, preview_place, stored_bytes
from wizard.cases.following import Sent
from wizard.cases.freezing import void
from wizard.cases.ground import hold_ground
from wizard.cases.inspecting import NOT_NOW, Sound, inspect, refuse_too_many
from wizard.cases.kept_names import called, still_kept
from wizard.cases.quotas import hold_quota, refuse_beyond
from wizard.cases.signature_files import of_signatures, replaced
from wizard.failpoints import reach
from wizard.files.naming import name_of
from wizard.models import Attachment
from wizard.tools import Tools

log = structlog.get_logger()


@dataclass(frozen=True)
class Upload:
    """A file as the browser sent it: for which question of which step, its own name, and its bytes."""

    slug: str
    question: str
    name: str
    content: bytes


def attach(tools: Tools, case_id: uuid.UUID, reader: Reader, upload: Upload) -> uuid.UUID:
    """Keep a file under a generated name; gives its id.

    ``RefusedFileError`` where kind, size or number is not allowed, or the file cannot be kept now. It is read and its
    bytes are kept before the database is locked for the row: both may take long. What is left without a row, by a
    crash or since the draft changed meanwhile, is swept away later.
    """
    with tools.store.connect() as db:
        draft = read_draft(db, tools, find_draft(db, case_id), reader)
        refuse_beyond(db, tools, draft, len(upload.content))
    sound = inspect(field_of(draft, upload.slug, upload.question), upload.name, upload.content, tools.clamd)
    reach("attachment_unwritten")
    row = kept_file(tools, reader, case_id, upload.question, sound)
    reach("attachment_without_row")
    try:
        _add(tools, case_id, reader, upload, row, len(sound.content))
    except RefusedFileError:
        drop_bytes(tools, called(row.stored, row.id))
        raise
    reach("attachment_with_row")
    return row.id


def _add(
    tools: Tools, case_id: uuid.UUID, reader: Reader, upload: Upload, row: Attachment, size: int
) -> None:
    """Whether there is room is asked once more: of files that came at once, each was the first."""
    with tools.store.write() as db:
        locked = lock_draft(db.connection(), case_id)
        hold_ground(db.connection(), tools, reader.participant_id)
        draft = read_draft(db.connection(), tools, locked, reader)
        refuse_too_many(field_of(draft, upload.slug, upload.question))
        hold_quota(db.connection(), draft)
        refuse_beyond(db.connection(), tools, draft, size)
        add_row(db, tools, reader, row)
        void(db.connection(), case_id, row.added_at, draft.actor_id)
        reach("attachment_uncommitted")


def kept_file(tools: Tools, reader: Reader, case_id: uuid.UUID, question: str, sound: Sound) -> Attachment:
    """Keep the bytes, and give the row that is to be added for them; ``RefusedFileError`` where that cannot be now."""
    file_id, sha256 = uuid.uuid4(), hashlib.sha256(sound.content).hexdigest()
    name = name_of(tools.vault, case_id, sha256)
    info = {
        "id": str(file_id),
        "name": sound.name,
        "size": len(sound.content),
        "media_type": sound.media_type,
        "sha256": sha256,
    }
    _keep(tools, reader, name, sound.content)
    return Attachment(
        id=file_id,
        case_id=case_id,
        question=question,
        added_at=tools.clock(),
        sealed_info=tools.vault.seal_json(info, f"attachments:{file_id}"),
        screened=sound.screened,
        sealed_preview=tools.vault.seal(sound.preview, preview_place(file_id)) if sound.preview else None,
        stored=name,
    )


def add_row(db: Session, tools: Tools, reader: Reader, row: Attachment) -> None:
    """Add the row of a file that is kept; ``RefusedFileError`` where it just went with another row of its content."""
    name = called(row.stored, row.id)
    with _refused(reader, name):
        if not still_kept(db, tools, name):
            raise FileNotFoundError
    db.add(row)


def _keep(tools: Tools, reader: Reader, name: str, content: bytes) -> None:
    with _refused(reader, name):
        tools.blobs.put(name, content)


@contextmanager
def _refused(reader: Reader, name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        log.error("file_not_kept", file=name, cause=type(error).__name__)  # noqa: TRY400 -- a traceback may quote
        raise RefusedFileError(reader.language.text(NOT_NOW)) from error


def field_of(draft: Draft, slug: str, question: str) -> Files:
    """The question that files are for, where the draft as it is now asks it; ``NoFilesHereError`` for any other."""
    form = draft.walk.form(draft.visit(slug))
    field = next((one for one in form if one.name == question), None)
    if not isinstance(field, Files):
        raise NoFilesHereError
    return field


def detach(tools: Tools, case_id: uuid.UUID, reader: Reader, file_id: uuid.UUID) -> None:
    """Take a file out of a draft; one that is already gone is no error."""
    with tools.store.write() as db:
        case = lock_draft(db.connection(), case_id)
        hold_ground(db.connection(), tools, reader.participant_id)
        row = db.get(Attachment, file_id)
        if row is None or row.case_id != case_id:
            return
        name = called(row.stored, row.id)
        db.delete(row)
        void(db.connection(), case_id, tools.clock(), reader.account_id or case.author_id)
    drop_bytes(tools, name)


def read_attachment(tools: Tools, case_id: uuid.UUID, file_id: uuid.UUID) -> tuple[FileInfo, bytes] | None:
    """The file of that case with its bytes; None where the case has no such file.

    ``FileHeldBackError`` where a virus is in it, nobody has looked for one yet, or nobody could.
    """
    with tools.store.read() as db:
        row = db.get(Attachment, file_id)
    if row is None or row.case_id != case_id:
        return None
    info = info_of(tools, row)
    if info.waits or info.not_taken:
        raise FileHeldBackError(infected=info.infected, given_up=info.given_up)
    try:
        return info, stored_bytes(tools, file_id)
    except FileUnavailableError:
        with tools.store.read() as db:
            if db.get(Attachment, file_id) is None:  # taken away meanwhile
                return None
        raise


def sent_files(tools: Tools, sent: Sent) -> list[FileInfo]:
    """The files that follow the form as it was signed; one of a branch no longer taken stays the citizen's own."""
    with tools.store.connect() as db:
        beside = of_signatures(read_files(db, tools, sent.case.id))
        return [*files_of(db, tools, sent.case.id, sent.request.content), *beside]


def replaced_papers(tools: Tools, case_id: uuid.UUID) -> set[str]:
    """The ids of signed papers that do not count any more, since another was scanned in their place."""
    with tools.store.connect() as db:
        return replaced(read_files(db, tools, case_id))


def files_of(db: Connection, tools: Tools, case_id: uuid.UUID, content: Content) -> list[FileInfo]:
    """The files that follow that content. Of those with the same name and bytes each is one of its own, in turn."""
    kept = defaultdict[tuple[str, str], deque[FileInfo]](deque)
    for info in chain.from_iterable(read_files(db, tools, case_id).values()):
        kept[printable(info.name), info.sha256].append(info)
    signed = ((one.name, one.sha256) for one in content.attachments)
    return [kept[one].popleft() for one in signed if kept[one]]


def read_sent_attachment(tools: Tools, sent: Sent, file_id: uuid.UUID) -> tuple[FileInfo, bytes] | None:
    """A file of the form as it was signed, with its bytes; None for any other."""
    if all(info.id != str(file_id) for info in sent_files(tools, sent)):
        return None
    return read_attachment(tools, sent.case.id, file_id)
