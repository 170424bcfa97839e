"""Reading cases that are under way: the citizen's list and case page, the office's list and case page."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from pydantic import ValidationError
from sqlalchemy import BindParameter, ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from docgen.contract import DocumentRequest
from wizard.accounts import account_person
from wizard.cases.edge import ORDER, Edge
from wizard.cases.errors import UnreadableError
from wizard.cases.eyes import Eyes
from wizard.cases.filed import stored_bytes
from wizard.cases.finding import COLUMNS, CaseRow
from wizard.cases.standing import REFUSED, Happened, awaits_paper, delayed, in_hand, stage
from wizard.models import Account, Case, CaseEvent, Document, StepAnswers, Submission
from wizard.tools import Tools
from wizard.vault import SealBrokenError

PAGE = 50

log = structlog.get_logger()


@dataclass(frozen=True)
class Made:
    """A finished document: its format ("pdf", "docx"), size in bytes, and the id its bytes are kept under."""

    format: str
    size: int
    id: uuid.UUID


@dataclass(frozen=True)
class Held:
    """Who of the office has the case in hand, and by which event."""

    number: int
    staff_id: uuid.UUID
    name: str
    since: datetime


@dataclass(frozen=True)
class Sent:
    """A case that is in, with everything that its pages show."""

    case: CaseRow
    received_at: datetime
    marks: tuple[str, ...]
    """Keys of ``forms.marks``."""
    request: DocumentRequest
    events: tuple[Happened, ...]
    documents: tuple[Made, ...]
    held: Held | None

    @property
    def awaits_paper(self) -> bool:
        """Whether it lacks the signature that was promised on paper."""
        return awaits_paper(event.kind for event in self.events)

    @property
    def refused(self) -> bool:
        """Whether the documents cannot be made, as it stands now."""
        return stage(event.kind for event in self.events) == REFUSED

    @property
    def delayed(self) -> bool:
        """Whether the documents are long in coming, as it stands now."""
        return delayed(event.kind for event in self.events)


CASES: BindParameter[Any] = bindparam("case_ids", expanding=True)
EVENTS = (
    select(
        CaseEvent.case_id, CaseEvent.id, CaseEvent.kind, CaseEvent.at, CaseEvent.actor_id, CaseEvent.detail
    )
    .where(CaseEvent.case_id.in_(CASES))
    .order_by(CaseEvent.id)
)
DOCUMENTS = (
    select(Document.case_id, Document.format, Document.size, Document.id)
    .where(Document.case_id.in_(CASES))
    .order_by(Document.format.desc())
)


def events_of(db: Session, case_ids: list[uuid.UUID]) -> dict[uuid.UUID, tuple[Happened, ...]]:
    found: dict[uuid.UUID, tuple[Happened, ...]] = {}
    for row in db.execute(EVENTS, {"case_ids": case_ids}) if case_ids else ():
        found[row.case_id] = (
            *found.get(row.case_id, ()),
            Happened(row.id, row.kind, row.at, row.actor_id, row.detail),
        )
    return found


def _held(
    db: Session, tools: Tools, happened: dict[uuid.UUID, tuple[Happened, ...]]
) -> dict[uuid.UUID, Held]:
    taken = {case_id: by for case_id, events in happened.items() if (by := in_hand(events))}
    if not taken:
        return {}
    staff = db.scalars(select(Account).where(Account.id.in_({by.actor_id for by in taken.values()})))
    names = {row.id: account_person(tools, row.id, row.sealed_person).name for row in staff}
    return {
        case_id: Held(by.number, by.actor_id, names[by.actor_id], by.at)
        for case_id, by in taken.items()
        if by.actor_id
    }


def _documents(db: Session, case_ids: list[uuid.UUID]) -> dict[uuid.UUID, tuple[Made, ...]]:
    found: dict[uuid.UUID, tuple[Made, ...]] = {}
    for row in db.execute(DOCUMENTS, {"case_ids": case_ids}) if case_ids else ():
        found[row.case_id] = (*found.get(row.case_id, ()), Made(row.format, row.size, row.id))
    return found


@dataclass(frozen=True)
class Shut:
    """A case that is in but cannot be opened: the list of all cases must not fall with one of them."""

    case: CaseRow
    received_at: datetime


def edge_of(page: list[Sent | Shut]) -> Edge | None:
    """From where to read on; None where the page is the last."""
    return Edge(page[-1].received_at, page[-1].case.id) if len(page) == PAGE else None


def _with_all(db: Session, tools: Tools, rows: list[tuple[CaseRow, Submission]]) -> list[Sent]:
    ids = [case.id for case, _ in rows]
    happened, made = events_of(db, ids), _documents(db, ids)
    held = _held(db, tools, happened)
    return [
        Sent(
            case,
            row.received_at,
            tuple(row.marks),
            open_request(tools, row),
            happened.get(case.id, ()),
            made.get(case.id, ()),
            held.get(case.id),
        )
        for case, row in rows
    ]


def open_request(tools: Tools, submission: Submission) -> DocumentRequest:
    """What was signed and sent; ``UnreadableError`` where it cannot be opened here."""
    try:
        plain = tools.vault.open(submission.sealed_request, f"submissions:{submission.case_id}")
        return DocumentRequest.model_validate_json(plain)
    except (SealBrokenError, ValidationError) as error:
        log.error("case_unreadable", case=str(submission.case_id), kind=type(error).__name__)  # noqa: TRY400 -- its text may quote an answer
        raise UnreadableError from None


def _opened(db: Session, tools: Tools, case: CaseRow, submission: Submission) -> Sent | Shut:
    try:
        return _with_all(db, tools, [(case, submission)])[0]
    except UnreadableError:
        return Shut(case, submission.received_at)


def _each_opened(db: Session, tools: Tools, rows: list[tuple[CaseRow, Submission]]) -> list[Sent | Shut]:
    """All at once where all can be opened, as nearly always."""
    try:
        return [*_with_all(db, tools, rows)]
    except UnreadableError:
        return [_opened(db, tools, case, submission) for case, submission in rows]


def sent(tools: Tools, case: CaseRow) -> Sent | None:
    """The case as it was sent; None while it is a draft."""
    with tools.store.read() as db:
        submission = db.get(Submission, case.id)
        return None if submission is None else _with_all(db, tools, [(case, submission)])[0]


def sent_or_fail(tools: Tools, case: CaseRow) -> Sent:
    """As ``sent``, for a case whose access rule has found that it is in; ``LookupError`` otherwise."""
    found = sent(tools, case)
    if found is None:
        raise LookupError(case.id)
    return found


CHANGED = func.coalesce(
    Submission.received_at,
    select(func.max(StepAnswers.saved_at)).where(StepAnswers.case_id == Case.id).scalar_subquery(),
    Case.started_at,
)
OWN = (
    select(Submission.received_at, CHANGED.label("changed_at"), *COLUMNS)
    .select_from(Case)
    .outerjoin(Submission, Submission.case_id == Case.id)
    .where(Case.owner_id == bindparam("owner"), Case.municipality == bindparam("place"))
    .order_by(CHANGED.desc())
)


@dataclass(frozen=True)
class Line:
    """A line of the citizen's list: ``received_at`` is None for a draft."""

    case: CaseRow
    received_at: datetime | None
    changed_at: datetime
    events: tuple[Happened, ...]
    waits: bool
    """Whether the draft is signed, and waits for others to sign."""


def own_cases(tools: Tools, owner_id: uuid.UUID, municipality: str) -> list[Line]:
    """The citizen's cases in a municipality, the last changed first."""
    with tools.store.read() as db:
        rows = db.execute(OWN, {"owner": owner_id, "place": municipality}).all()
        happened = events_of(db, [row.id for row in rows])
    return [
        Line(
            CaseRow._make(row[2:]),
            row.received_at,
            row.changed_at,
            happened.get(row.id, ()),
            waits=row.frozen and row.received_at is None,
        )
        for row in rows
    ]


def office_cases(
    tools: Tools,
    municipality: str,
    before: Edge | None = None,
    *,
    eyes: Eyes,
    among: Sequence[ColumnElement[bool]] = (),
    few: bool = False,
) -> list[Sent | Shut]:
    """The office's cases, the newest first, a page at a time; ``before`` is where the last page ended.

    Without those that ``eyes`` may not see; with ``among``, of ``Submission``, those alone for which all of it holds.
    Where these are ``few``, the list's own index is not read along: it would be read to its end.
    """
    place = func.coalesce(Submission.municipality, "") if few else Submission.municipality
    query = (
        select(Submission, *COLUMNS)
        .select_from(Case)
        .join(Submission, Submission.case_id == Case.id)
        .where(place == municipality, Submission.removed_at.is_(None), *eyes.let_in(), *among)
        .order_by(*ORDER)
        .limit(PAGE)
    )
    if before is not None:
        query = query.where(before.beyond())
    with tools.store.read() as db:
        return _each_opened(db, tools, [(CaseRow._make(row[1:]), row[0]) for row in db.execute(query)])


def document_bytes(tools: Tools, case_id: uuid.UUID, wanted: str) -> bytes | None:
    """The finished document of that format; None while it is not made."""
    with tools.store.read() as db:
        made = next((one for one in _documents(db, [case_id]).get(case_id, ()) if one.format == wanted), None)
    return None if made is None else stored_bytes(tools, made.id)
