"""The verbs of photos that are the pages of one paper: turn one, put them in order, make one document of them."""

import uuid
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, update

from forms.fields.files import Files
from forms.language import N_
from forms.situation import FileInfo
from wizard.cases.attaching import add_row, field_of, kept_file
from wizard.cases.beginning import find_draft, lock_draft
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import RefusedFileError
from wizard.cases.filed import drop_bytes, stored_bytes
from wizard.cases.freezing import void
from wizard.cases.ground import hold_ground
from wizard.cases.inspecting import Sound
from wizard.cases.kept_names import called
from wizard.cases.quotas import hold_quota, refuse_beyond
from wizard.cases.screening import screen
from wizard.models import Attachment
from wizard.tools import Tools
from wizard.uploads.apart import Read, bound_apart, turned_apart

FEWEST = 2
NOT_BOUND = N_("Vi fikk ikke satt sammen bildene. Fjern noen av dem, og prøv igjen.")
NOT_TURNED = N_("Vi fikk ikke snudd bildet. Prøv igjen om litt.")
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
    pictures = _pictures(tools, case_id, reader, where)
    if len(pictures) < FEWEST:
        return None
    read = bound_apart([stored_bytes(tools, uuid.UUID(one.id)) for one in pictures])
    name = reader.language.text(NAME, pages=len(pictures))
    return _replace(tools, case_id, reader, where, Made(pictures, name, read, NOT_BOUND))


def turn(
    tools: Tools, case_id: uuid.UUID, reader: Reader, where: tuple[str, str], file_id: uuid.UUID
) -> uuid.UUID | None:
    """Turn a photo by a quarter, clockwise; gives the id that it has then, and None where it is gone."""
    pictures = [one for one in _pictures(tools, case_id, reader, where) if one.id == str(file_id)]
    if not pictures:
        return None
    read = turned_apart(pictures[0].media_type, stored_bytes(tools, file_id))
    return _replace(tools, case_id, reader, where, Made(pictures, pictures[0].name, read, NOT_TURNED))


class Made(NamedTuple):
    """What was made of photos, and is to stand in their place; ``failed`` is what is told where it cannot."""

    of: Sequence[FileInfo]
    name: str
    read: Read
    failed: str


def _pictures(
    tools: Tools, case_id: uuid.UUID, reader: Reader, where: tuple[str, str]
) -> tuple[FileInfo, ...]:
    with tools.store.connect() as db:
        draft = read_draft(db, tools, find_draft(db, case_id), reader)
    return field_of(draft, *where).pictures


def _replace(
    tools: Tools, case_id: uuid.UUID, reader: Reader, where: tuple[str, str], made: Made
) -> uuid.UUID:
    if made.read.why:
        raise RefusedFileError(reader.language.text(made.failed))
    content = made.read.content
    screened = screen(tools.clamd, reader.language, content)
    sound = Sound(made.name, made.read.media_type, content, screened, made.read.preview)
    row = kept_file(tools, reader, case_id, where[1], sound)
    file_id = row.id
    try:
        former = _put_in_place(tools, reader, where, row, made)
    except RefusedFileError:
        drop_bytes(tools, called(row.stored, file_id))
        raise
    drop_bytes(tools, *former)
    return file_id


def _put_in_place(
    tools: Tools, reader: Reader, where: tuple[str, str], row: Attachment, made: Made
) -> list[str]:
    """``RefusedFileError`` where the photos are gone by now, or in another order: then nothing is changed.

    One that takes one's place stands where that stood, several become the last. Gives the names of the photos' files.
    """
    taken = [one.id for one in made.of]
    with tools.store.write() as db:
        draft, field = _hold(db.connection(), tools, row.case_id, reader, where)
        if [one.id for one in field.pictures if one.id in taken] != taken:
            raise RefusedFileError(reader.language.text(made.failed))
        hold_quota(db.connection(), draft)
        old = [db.get_one(Attachment, uuid.UUID(one)) for one in taken]
        former = [called(one.stored, one.id) for one in old]
        if len(old) == 1:
            row.place, row.added_at = old[0].place, old[0].added_at
        for one in old:
            db.delete(one)
        db.flush()
        refuse_beyond(db.connection(), tools, draft, len(made.read.content))
        add_row(db, tools, reader, row)
        void(db.connection(), row.case_id, tools.clock(), draft.actor_id)
        return former


def _hold(
    db: Connection, tools: Tools, case_id: uuid.UUID, reader: Reader, where: tuple[str, str]
) -> tuple[Draft, Files]:
    locked = lock_draft(db, case_id)
    hold_ground(db, tools, reader.participant_id)
    draft = read_draft(db, tools, locked, reader)
    return draft, field_of(draft, *where)
