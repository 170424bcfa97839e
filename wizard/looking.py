"""Writes down who opens a case that is not their own, before the view that shows it is called."""

import uuid

from flask import Flask, Response, current_app, g, request

from wizard.access import At
from wizard.accounts import Visitor
from wizard.case_address import CaseAddress
from wizard.cases.access_log import DENIED, READ, STAFF, Entry, append
from wizard.cases.errors import NotLoggedError
from wizard.cases.participants import ASSISTANT
from wizard.routes.documents import TYPES
from wizard.routes.here import office_name, tools, visitor

READING = ("GET", "HEAD")
LED_ON = range(300, 400)
"""An answer that only leads on shows nothing."""
BAD = 400
"""From here on nothing of what was posted was taken."""


def init_app(app: Flask) -> None:
    """First of what comes after the view, so that a page that is not written down goes no further."""
    app.after_request(_note_shown)


def note(at: At) -> None:
    """Of staff, at the counter too, every request, since any may show the case; of others who take part what they read.

    What those others post is written down once its answer is known, where that is a page.
    """
    g.takes_part = None
    if request.method == "OPTIONS":
        return
    if at.reason:
        _append(Entry(READ, at.case.id, *_what(), STAFF, *at.reason, office=office_name()))
    elif at.participant and (request.method in READING or at.participant.capacity == ASSISTANT):
        _note_participant(at)
    elif at.participant:
        g.takes_part = at


def _note_participant(at: At) -> None:
    if at.participant:
        _append(Entry(READ, at.case.id, *_what(), at.participant.capacity))


def _note_shown(answer: Response) -> Response:
    at: At | None = g.get("takes_part")
    if at is None or answer.status_code in LED_ON:
        return answer
    g.takes_part = None
    try:
        _note_participant(at)
    except NotLoggedError as error:
        g.taken = answer.status_code < BAD
        g.case = g.participant = None  # the page tells nothing of the case
        return current_app.make_response(current_app.handle_user_exception(error))
    return answer


def note_refused(knocking: Visitor | None, why: str) -> None:
    """Staff who are refused a case leave a row too; a citizen's knock stands in the technical log alone."""
    if knocking and knocking.staff and "case_id" in g.place:
        case: CaseAddress | uuid.UUID = g.place["case_id"]
        case_id = case.case_id if isinstance(case, CaseAddress) else case
        _append(Entry(DENIED, case_id, *_what(), STAFF, why))


def _append(entry: Entry) -> None:
    append(tools(), visitor(), entry)


def _what() -> tuple[str, str]:
    """The route, and which document or attachment; what a step is about is told by nobody's log."""
    kind = g.place.get("format", "")
    which = kind if kind in TYPES else g.place.get("file_id", "")  # a word of the visitor's own is not logged
    return request.endpoint or "", str(which)
