"""Writes down who opens a case that is not their own, before the view that shows it is called."""

import uuid

from flask import g, request

from wizard.access import At
from wizard.accounts import Visitor
from wizard.case_address import CaseAddress
from wizard.cases.access_log import DENIED, READ, STAFF, Entry, append
from wizard.routes.documents import TYPES
from wizard.routes.here import office_name, tools, visitor

READING = ("GET", "HEAD")


def note(at: At) -> None:
    """Of staff every request, since any may show the case; of whoever takes part what they read."""
    if at.reason and request.method != "OPTIONS":
        _append(Entry(READ, at.case.id, *_what(), STAFF, *at.reason, office=office_name()))
    elif at.participant and request.method in READING:
        _append(Entry(READ, at.case.id, *_what(), at.participant.capacity))


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
