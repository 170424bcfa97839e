"""The verbs of photos that are the pages of one paper: put them in order, and make one document of them."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Connection, delete, update

from forms.fields.files import Files
from forms.language import N_
from forms.situation import FileInfo
from wizard.cases.attaching import field_of, kept_file
from wizard.cases.beginning import find_draft, lock_draft
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import RefusedFileError
from wizard.cases.filed import drop_bytes, stored_bytes
from wizard.cases.freezing import void
from wizard.cases.ground import hold_ground
from wizard.cases.inspecting import Sound
from wizard.cases.quotas import hold_quota, refuse_beyond
from wizard.cases.screening import screen
from wizard.models import Attachment
from wizard.tools import Tools
from wizard.uploads.apart import bound_apart

FEWEST = 2
NOT_BOUND = N_("Vi fikk ikke satt sammen bildene. Fjern noen av dem, og prøv igjen.")
NAME = N_("Dokument, %(pages)s sider.pdf")


def move_up(
    tools: Tools, case_id: uuid.UUID, reader: Reader, where: tuple[str, str], file_id: uuid.UUID
) -> None:
    """Put a photo before the one that stands over it; of the first, and of one that is gone, nothing is moved.

    ``where`` is the step and the question.
    """
    with tools.store.write() as db:
        draft, field = _hold(db.connection(), tools, case_id, reader, where)
        order = [uuid.UUID(one.id) for one in field.received]
        pictures = [uuid.UUID(one.id) for one in field.pictures]
        if file_id not in pictures[1:]:
            return
        over = order.index(pictures[pictures.index(file_id) - 1])
        at = order.index(file_id)
        order[over], order[at] = order[at], order[over]
        for place, each in enumerate(
            order, start=-len(order)
        ):  # what comes later stands at 0, and so after them
            db.execute(update(Attachment).where(Attachment.id == each).values(place=place))
        void(db.connection(), case_id, tools.clock(), draft.actor_id)


def bind(tools: Tools, case_id: uuid.UUID, reader: Reader, where: tuple[str, str]) -> uuid.UUID | None:
    """Make one PDF of a question's photos, in their order, in place of them; gives its id.

    None where there are none to bind, as when the button is pressed twice. ``RefusedFileError`` where they cannot be
    bound or kept. The photos stay until the document is there.
    """
    with tools.store.connect() as db:
        draft = read_draft(db, tools, find_draft(db, case_id), reader)
    pictures = field_of(draft, *where).pictures
    if len(pictures) < FEWEST:
        return None
    row, size = _document(tools, draft, where[1], pictures)
    try:
        _put_in_place(tools, reader, where, row, (pictures, size))
    except RefusedFileError:
        drop_bytes(tools, row.id)
        raise
    for picture in pictures:
        drop_bytes(tools, uuid.UUID(picture.id))
    return row.id


def _document(
    tools: Tools, draft: Draft, question: str, pictures: Sequence[FileInfo]
) -> tuple[Attachment, int]:
    """The row that is to be added for the document, and its size; its bytes are kept."""
    language = draft.reader.language
    read = bound_apart([stored_bytes(tools, uuid.UUID(one.id)) for one in pictures])
    if read.why:
        raise RefusedFileError(language.text(NOT_BOUND))
    sound = Sound(
        language.text(NAME, pages=len(pictures)),
        read.media_type,
        read.content,
        screen(tools.clamd, language, read.content),
        read.preview,
    )
    return kept_file(tools, draft.reader, draft.case.id, question, sound), len(read.content)


def _put_in_place(
    tools: Tools,
    reader: Reader,
    where: tuple[str, str],
    row: Attachment,
    bound: tuple[Sequence[FileInfo], int],
) -> None:
    """``RefusedFileError`` where the photos are others by now, or in another order: then nothing is changed."""
    pictures, size = bound
    with tools.store.write() as db:
        draft, field = _hold(db.connection(), tools, row.case_id, reader, where)
        if [one.id for one in field.pictures] != [one.id for one in pictures]:
            raise RefusedFileError(reader.language.text(NOT_BOUND))
        hold_quota(db.connection(), draft)
        db.execute(delete(Attachment).where(Attachment.id.in_([uuid.UUID(one.id) for one in pictures])))
        refuse_beyond(db.connection(), tools, draft, size)
        db.add(row)
        void(db.connection(), row.case_id, row.added_at, draft.actor_id)


def _hold(
    db: Connection, tools: Tools, case_id: uuid.UUID, reader: Reader, where: tuple[str, str]
) -> tuple[Draft, Files]:
    locked = lock_draft(db, case_id)
    hold_ground(db, tools, reader.participant_id)
    draft = read_draft(db, tools, locked, reader)
    return draft, field_of(draft, *where)
