"""The buttons of a step that work without JavaScript: a row more or less, a file more or less, another language."""

import uuid
from dataclasses import replace
from typing import NamedTuple

from flask import request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import BadRequest

from forms.fields.files import LARGEST
from forms.fields.rows import add_row, new_row, remove_row
from forms.language import N_
from forms.question import Fault
from wizard.cases import answering, attaching, paging
from wizard.cases.drafts import Filled, Typed
from wizard.cases.errors import NoFileNowError, NoFilesHereError, RefusedFileError
from wizard.cases.inspecting import NOT_NOW, shown_name
from wizard.languages import choose
from wizard.routes.here import case, files_came, language, reader, tools
from wizard.routes.reading_time import reading
from wizard.routes.told import ATTACHED, DETACHED, FAULTS_SHOWN, MOVED, STAYED, TURNED, tell
from wizard.routes.typed import control, number

NOTHING_CHOSEN = N_("Du har ikke valgt noen fil. Velg en fil først, og trykk «Last opp» etterpå.")


class Pressed(NamedTuple):
    """Where on the step to go on, or the files that could not be taken."""

    anchor: str = ""
    refused: tuple[Fault, ...] = ()
    left_out: bool = False
    """Whether those came along, and what else is on the step is as it was."""


def press_button(filled: Filled) -> Pressed | None:
    """Do what the pressed button says and keep what is typed; None where it was the step's main button.

    Files that came along are kept either way. Raises what ``answering.keep_typed`` raises.
    """
    refused = _take_files(filled.slug)
    if refused:
        return Pressed(refused=refused, left_out=True)
    if control("_language"):
        choose(control("_language"))
        tell(STAYED)
        if control("_faults"):
            tell(FAULTS_SHOWN)
        answering.keep_typed(tools(), case(), reader(), filled)
        return Pressed()
    name, _, change = (
        control("_rows") or control("_remove") or control("_upload") or control("_pages")
    ).partition(":")
    if not name:
        return None
    if control("_upload") and not _chosen():
        return Pressed(refused=(Fault(name, language().text(NOTHING_CHOSEN)),))
    tell(STAYED)
    anchor = name
    if control("_rows"):
        filled = replace(filled, typed=_change_rows(filled.typed, name, change))
        anchor = new_row(filled.typed, name) if change == "add" else name
    elif control("_remove"):
        _drop_file(change)
        tell(DETACHED, name)
    elif control("_pages"):
        pressed = _page(filled.slug, name, change)
        if pressed.refused:
            return pressed
        anchor = pressed.anchor
    answering.keep_typed(tools(), case(), reader(), filled, exactly=bool(control("_rows")))
    return Pressed(anchor)


def _chosen() -> list[tuple[str, FileStorage]]:
    """The files that came along, each with its question: a browser sends an empty one where none was chosen."""
    return [(question, file) for question, file in request.files.items(multi=True) if file.filename]


def _take_files(slug: str) -> tuple[Fault, ...]:
    """Each is taken or refused for itself; of several, a refusal is told with the file's name.

    After one that nobody could read in time, the rest are refused unread.
    """
    chosen, refused, unread = _chosen(), list[Fault](), ""
    for question, file in chosen:
        name = f"{shown_name(str(file.filename))}: " if len(chosen) > 1 else ""
        if unread:
            refused.append(Fault(question, f"{name}{unread}"))
            continue
        upload = attaching.Upload(slug, question, str(file.filename), file.stream.read(LARGEST + 1))
        try:
            with reading():
                tell(ATTACHED, str(attaching.attach(tools(), case().id, reader(), upload)))
        except RefusedFileError as error:
            if isinstance(error, NoFileNowError):
                unread = language().text(NOT_NOW)
            refused.append(Fault(question, f"{name}{error}"))
        except NoFilesHereError as error:
            raise BadRequest from error
        else:
            files_came()
    return tuple(refused)


def _change_rows(typed: Typed, name: str, change: str) -> Typed:
    if change == "add":
        return add_row(typed, name)
    verb, _, digits = change.partition(":")
    index = number(digits)
    if verb != "remove" or index is None:
        raise BadRequest
    return remove_row(typed, name, index)


def _page(slug: str, question: str, change: str) -> Pressed:
    """Put a photo before another, turn it, or make one document of all."""
    here, (verb, _, file) = (tools(), case().id, reader(), (slug, question)), change.partition(":")
    try:
        if verb == "up":
            paging.move_up(*here, uuid.UUID(file))
            tell(MOVED, question)
            return Pressed(file)
        if verb == "turn":
            with reading():
                turned = paging.turn(*here, uuid.UUID(file))
            tell(TURNED, question)
            return Pressed(str(turned or question))
        if change != "bind":
            raise BadRequest
        with reading():
            document = paging.bind(*here)
        if document:
            tell(ATTACHED, str(document))
    except RefusedFileError as error:
        return Pressed(refused=(Fault(question, str(error)),))
    except (NoFilesHereError, ValueError) as error:
        raise BadRequest from error
    return Pressed(question)


def _drop_file(file: str) -> None:
    try:
        attaching.detach(tools(), case().id, reader(), uuid.UUID(file))
    except ValueError as error:
        raise BadRequest from error
