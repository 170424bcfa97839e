"""The verbs of the paper way in: begin to write down what came on paper, and register it as the case it is."""

import uuid
from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from docgen.contract import Content, Fact, Signature, printable
from forms import document
from forms.language import N_, OSLO
from forms.paper_intake.days import arrived_on
from forms.paper_intake.earlier import case_of, told_day
from forms.paper_intake.numbers import owner_number, subject_number
from forms.paper_intake.papers import by_mark, is_signed, witness
from forms.paper_intake.person import full_name, hides_places
from forms.paper_intake.seen import signer
from forms.paper_intake.sender import owned_by
from forms.signatures import OnThePaper, hand_signature, signed_on_paper
from forms.situation import Person, Situation
from forms.walk import Walk
from wizard.cases.beginning import new_case, record
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import CameAlreadyError, ContentChangedError, IncompleteError
from wizard.cases.eyes import Eyes
from wizard.cases.finding import COLUMNS, CaseRow, lock_case
from wizard.cases.following import CHANGED
from wizard.cases.owners import account_for
from wizard.cases.paper_read import came_already, has_restricted, hold_person, subject_lookup
from wizard.cases.putting_in import Came, Putting, put_in
from wizard.cases.standing import REGISTERED
from wizard.cases.unseen_names import unseen_names
from wizard.models import Case, Submission
from wizard.models_paper import PaperIntake
from wizard.tools import Tools

log = structlog.get_logger()


class Begun(NamedTuple):
    """What somebody is about to register, and when it was changed last."""

    case: CaseRow
    changed_at: datetime


class Registering(NamedTuple):
    """What staff saw (its hash), whether they know that it came before, and what they may see."""

    content_sha256: str
    once_more: bool
    eyes: Eyes


def begin_paper(tools: Tools, staff_id: uuid.UUID, municipality: str, slug: str, language: str) -> uuid.UUID:
    """A new draft of a member of staff, about a form of that journey in that language."""
    with tools.store.write() as db:
        case_id = new_case(db, (staff_id, staff_id), municipality, slug, tools.clock())
        db.add(PaperIntake(case_id=case_id, staff_id=staff_id, language=language, subject_lookup=None))
    return case_id


def begun(tools: Tools, staff_id: uuid.UUID, municipality: str) -> list[Begun]:
    """What the member of staff has begun and not registered, the last changed first."""
    query = (
        select(CHANGED.label("changed_at"), *COLUMNS)
        .select_from(Case)
        .join(PaperIntake, PaperIntake.case_id == Case.id)
        .outerjoin(Submission, Submission.case_id == Case.id)
        .where(PaperIntake.staff_id == staff_id, Case.municipality == municipality)
        .where(Submission.case_id.is_(None))
        .order_by(CHANGED.desc())
    )
    with tools.store.read() as db:
        return [Begun(CaseRow._make(row[1:]), row.changed_at) for row in db.execute(query)]


def intake_of(tools: Tools, case_id: uuid.UUID) -> PaperIntake | None:
    """None for a case that did not come on paper."""
    with tools.store.read() as db:
        return db.get(PaperIntake, case_id)


def shown_content(draft: Draft) -> Content:
    """The cover of the scanned papers; ``IncompleteError`` where a step does not hold.

    Nobody declares anything by it: what the person declared stands on the paper.
    """
    if missing := draft.unsound():
        raise IncompleteError(missing)
    return document.content(draft.walk, draft.case.reference).model_copy(update={"declarations": []})


def register(tools: Tools, case_id: uuid.UUID, reader: Reader, registering: Registering) -> None:
    """Put in what came on paper: from the commit on it is a case like any other, and its owner's. Twice is once.

    Raises ``IncompleteError``, ``ContentChangedError`` where it is not what was shown, and ``CameAlreadyError`` where
    the same has come and ``once_more`` does not say that this is known; then nothing is written.
    """
    try:
        _register(tools, case_id, reader, registering)
    except IntegrityError:  # the owner's account was made by a log-in at the same moment: now it is there
        _register(tools, case_id, reader, registering)


def _register(tools: Tools, case_id: uuid.UUID, reader: Reader, registering: Registering) -> None:
    with tools.store.write() as db:
        here = db.connection()
        case = lock_case(here, case_id)
        if case.submitted:
            return
        draft = read_draft(here, tools, case, reader)
        content, now = shown_content(draft), draft.walk.now
        if content.sha256() != registering.content_sha256:
            raise ContentChangedError
        hold_person(here, tools, now)
        found = came_already(here, tools, case, now, eyes=registering.eyes)
        if any(one.same_day for one in found) and not registering.once_more:
            raise CameAlreadyError
        hidden = has_restricted(here, tools, case, subject_number(now))
        marks = unseen_names(db, tools, draft)
        owned = _give_to_owner(db, tools, draft)
        at = tools.clock()
        came_at = _came_at(arrived_on(now), at)
        came = Came(came_at, _counts_from(now, came_at), receipt_of(draft.walk, at), hidden)
        record(db, case_id, REGISTERED, at, actor=reader.account_id, detail=str(arrived_on(now)))
        put_in(db, tools, owned, Putting(content, (_signature(draft, content),), at, came, marks))
    log.info("paper_registered", case=str(case_id), account=str(reader.account_id))


def _give_to_owner(db: Session, tools: Tools, draft: Draft) -> Draft:
    """The draft as its owner's, whose doing it is from here on: staff only wrote it down."""
    case, now = draft.case, draft.walk.now
    owner_id = account_for(db, tools, Person(owner_name(now), owner_number(now)))
    db.execute(update(Case).where(Case.id == case.id).values(owner_id=owner_id))
    intake = update(PaperIntake).where(PaperIntake.case_id == case.id)
    db.execute(intake.values(subject_lookup=subject_lookup(tools, now)))
    owned = case._replace(owner_id=owner_id, author_id=owner_id)
    return replace(draft, case=owned, reader=replace(draft.reader, account_id=owner_id))


def owner_name(now: Situation) -> str:
    """The name of whoever's case it becomes, as it stands on the form."""
    theirs = owned_by(now) == "subject"
    return str(full_name(now) if theirs else now.answer("sender", "sender_name"))


def _came_at(day: date | None, at: datetime) -> datetime:
    """The day it came, at the time of day it was registered: what came on one day keeps its order in the list."""
    local = at.astimezone(OSLO)
    return at if day in {None, local.date()} else datetime.combine(day or local.date(), local.time(), OSLO)


def _counts_from(now: Situation, came_at: datetime) -> datetime:
    """The day that stands on the paper begins in Norway; one before it came counts for nothing.

    Nor does one before whom a yes was said for began to decide (pbrl § 4-3).
    """
    earlier = case_of(now, now.answer("earlier", "earlier_reference") or "")
    decides = earlier.subject_decides_from if earlier and earlier.given_by else None
    days = (datetime.combine(day, time(), OSLO) for day in (told_day(now), decides) if day)
    return max([came_at, *days])


def receipt_of(walk: Walk, at: datetime) -> list[Fact]:
    """What becomes known by registering it."""
    now, text = walk.now, walk.now.language.text
    day, office = arrived_on(now), now.municipality.office.name
    by = text(N_("%(when)s, av %(office)s"), when=now.language.moment(at), office=office)
    return [
        Fact(label=text(N_("Mottatt")), value=now.language.day(day) if day else ""),
        Fact(label=text(N_("Registrert")), value=by),
        *(
            Fact(label=printable(note.label), value=printable(note.value))
            for note in walk.received(at)
            if note.label
        ),
    ]


def _signature(draft: Draft, content: Content) -> Signature:
    """The one on the paper; where it lacks, lines to sign on."""
    now, (name, role) = draft.walk.now, signer(draft.walk.now)
    if is_signed(now):
        seen = OnThePaper(name, role, by_mark(now), witness(now))
        return signed_on_paper(seen, content.sha256(), now.language)
    return hand_signature(Person(name, ""), role, content.sha256(), now.language, protected=hides_places(now))
