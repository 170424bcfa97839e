"""The writers of the ledger of consents: a yes is added, confirmed and ended; all in the caller's transaction.

A row is never deleted, and what was said in it is never changed.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from forms.agreed import VERSION, agreed, sha256
from forms.blocks.circumstances import for_self, parents_decide
from forms.language import OSLO
from forms.marks import OWN_CONSENT, UNREAD, UNSIGNED, unsigned
from forms.paper_intake.numbers import subject_number
from forms.signers import APPLICANT, YOUNG_PERSON
from forms.situation import Situation
from forms.yes import NOTIFYING, NUMBER, PAPER, Yes
from wizard.accounts import lookup_of
from wizard.cases.consented import consent_place
from wizard.cases.drafts import Draft
from wizard.cases.standing import SIGNATURE_CAME
from wizard.models import CaseEvent, Submission
from wizard.models_consents import Consent
from wizard.tools import Tools

THEMSELVES = frozenset({YOUNG_PERSON, APPLICANT})
"""As whom the person it is about signs what another filled in: that is a yes of their own."""
OWN_ROLE = "self"
BY_NUMBER = (NUMBER, UNREAD)
"""What a yes on paper may lack that a number tells: whose it is, and the age."""


class Signed(NamedTuple):
    """What the signatures leave missing, and as what others than the author have signed."""

    lacks: str
    by: frozenset[str]


class Ending(NamedTuple):
    """When it was told that something is taken back, from when, by whom, and by which case."""

    at: datetime
    holds_from: datetime
    by: uuid.UUID | None
    by_case: uuid.UUID


def said_before(told: Ending, said: date | None) -> Ending:
    """What was only said ended when that day began in Norway; said on the day when it is told, it ends now."""
    if said is None or said >= told.at.astimezone(OSLO).date():
        return told
    return told._replace(holds_from=datetime.combine(said, time(), OSLO))


def came_before(told: Ending, came: datetime | None) -> Ending:
    """What came on paper ended when it came, not when it was registered; a later day that was told stands."""
    if came is None or told.holds_from > told.at:
        return told
    return told._replace(holds_from=min(came, told.at))


def ending(at: datetime, day: date | None, by: uuid.UUID | None, by_case: uuid.UUID) -> Ending:
    """At once, or when the later day begins in Norway."""
    begins = at if day is None else datetime.combine(day, time(), OSLO)
    return Ending(at, max(at, begins), by, by_case)


def register(db: Session, tools: Tools, draft: Draft, at: datetime, signed: Signed) -> None:
    """Write down each yes that the draft, just sent, gives; nothing where it gives none."""
    said = draft.walk.journey.says_yes(draft.walk.now)
    db.add_all(_row(tools, draft, place, yes, at, signed) for place, yes in enumerate(said))
    db.flush()


def _row(tools: Tools, draft: Draft, place: int, yes: Yes, at: datetime, signed: Signed) -> Consent:
    consent_id, text = uuid.uuid4(), yes.said.text or agreed(draft.walk, yes.steps)
    by, capacity = _giver(draft, yes)
    lacks = _lacks(draft, yes, capacity, signed)
    return Consent(
        id=consent_id,
        case_id=draft.case.id,
        place=place,
        owner_id=draft.case.owner_id,
        subject_lookup=None if yes.kind == NOTIFYING else whose(tools, draft),
        municipality=draft.case.municipality,
        kind=yes.kind,
        given_at=at,
        given_by=by,
        capacity=capacity,
        last_day=yes.last_day,
        lacks=lacks,
        confirmed_at=None if lacks else at,
        text_version=VERSION,
        text_sha256=sha256(text),
        sealed_detail=tools.vault.seal_json(
            yes.said._replace(text=text)._asdict(), consent_place(consent_id)
        ),
        withdrawn_at=None,
        ended_at=None,
        withdrawn_by=None,
        withdrawn_in=None,
    )


def whose(tools: Tools, draft: Draft) -> bytes | None:
    """By what whom it is about is known again; None where no number of theirs is told."""
    now = draft.walk.now
    number = now.submitter.national_id if for_self(now) else subject_number(now)
    return lookup_of(tools, number) if number else None


def _giver(draft: Draft, yes: Yes) -> tuple[uuid.UUID, str]:
    """Whoever filled in, in their role; an owner who signs what another filled in for them says yes themselves."""
    owner, author = draft.case.owner_id, draft.case.author_id
    if draft.actor_id == owner != author:
        return owner, OWN_ROLE
    return author, yes.capacity


def _lacks(draft: Draft, yes: Yes, capacity: str, signed: Signed) -> str:
    own = capacity == OWN_ROLE != yes.capacity or bool(themselves(signed.by, draft.walk.now))
    return signed.lacks if own else yes.lacks or signed.lacks


def end(db: Session, which: ColumnElement[bool], told: Ending) -> None:
    """What would hold longer ends then; a notification's yes was used up, and cannot be taken back."""
    longer = or_(Consent.ended_at.is_(None), Consent.ended_at > told.holds_from)
    db.execute(
        update(Consent)
        .where(which, longer, Consent.kind != NOTIFYING)
        .values(
            withdrawn_at=told.at,
            ended_at=told.holds_from,
            withdrawn_by=told.by,
            withdrawn_in=told.by_case,
        )
        .execution_options(synchronize_session=False)
    )
    same_day = Consent.withdrawn_in == told.by_case, Consent.ended_at < Consent.given_at
    db.execute(
        update(Consent)
        .where(*same_day)
        .values(ended_at=Consent.given_at)
        .execution_options(synchronize_session=False)
    )


def paper_came(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """The signature has come that was promised on paper; nothing where the case gives no consent."""
    _confirm(db, case_id, PAPER, at)


def themselves(signed: Iterable[str], now: Situation) -> frozenset[str]:
    """Of those capacities that say a yes of their own: not a child's, for whom the parents decide (pbrl § 4-4)."""
    return frozenset() if parents_decide(now) else THEMSELVES.intersection(signed)


def signature_came(db: Session, draft: Draft, capacity: str, at: datetime) -> None:
    """Somebody has signed what was sent without them."""
    case_id = draft.case.id
    if themselves([capacity], draft.walk.now):
        _confirm(db, case_id, OWN_CONSENT, at)
    db.flush()
    if not still_unsigned(db, case_id):
        _confirm(db, case_id, UNSIGNED, at)


def known_by_number(
    db: Session, tools: Tools, draft: Draft, before: uuid.UUID, at: datetime, *, signed: bool
) -> None:
    """Whose they are is known now, and what the number tells of age: each lacks what it would have lacked with it.

    ``draft`` is its owner's, with the numbers told; ``before`` is the account that nobody could log in to.
    """
    case, number = draft.case, subject_number(draft.walk.now)
    known = update(Consent).execution_options(synchronize_session=False)
    db.execute(known.where(Consent.given_by == before).values(given_by=case.owner_id))
    db.execute(known.where(Consent.owner_id == before).values(owner_id=case.owner_id))
    if number:
        db.execute(known.where(Consent.case_id == case.id).values(subject_lookup=lookup_of(tools, number)))
    said = tuple(draft.walk.journey.says_yes(draft.walk.now))
    weigh_again(db, case.id, Weighed(said, BY_NUMBER, "" if signed else PAPER), at)


class Weighed(NamedTuple):
    """Each yes of a case with what it lacks now, which lack that concerns, and what it lacks beside the answers."""

    said: tuple[Yes, ...]
    lacked: tuple[str, ...]
    rest: str


def weigh_again(db: Session, case_id: uuid.UUID, weighed: Weighed, at: datetime) -> None:
    """What was missing is there now: what lacks nothing else holds from now on, and the rest lacks what it lacks."""
    waiting = (
        update(Consent)
        .where(Consent.case_id == case_id, Consent.confirmed_at.is_(None), Consent.lacks.in_(weighed.lacked))
        .execution_options(synchronize_session=False)
    )
    for place, yes in enumerate(weighed.said):
        lacks = yes.lacks or weighed.rest
        one = waiting.where(Consent.place == place)
        db.execute(one.values(lacks=lacks) if lacks else one.values(confirmed_at=at))


def number_gone(db: Session, case_id: uuid.UUID, said: tuple[Yes, ...], at: datetime, *, whole: bool) -> None:
    """The number was somebody else's: what is not over waits again. ``whole`` where the giver's own is gone."""
    known = update(Consent).where(Consent.case_id == case_id).execution_options(synchronize_session=False)
    db.execute(known.values(subject_lookup=None))
    for place, yes in enumerate(said):
        lacks = yes.lacks if whole or yes.lacks != NUMBER else ""
        if lacks in BY_NUMBER:
            one = known.where(Consent.place == place, or_(Consent.ended_at.is_(None), Consent.ended_at > at))
            db.execute(one.values(lacks=lacks, confirmed_at=None))


def _confirm(db: Session, case_id: uuid.UUID, lacked: str, at: datetime) -> None:
    waiting = update(Consent).where(
        Consent.case_id == case_id, Consent.lacks == lacked, Consent.confirmed_at.is_(None)
    )
    db.execute(waiting.values(confirmed_at=at).execution_options(synchronize_session=False))


def still_unsigned(db: Session, case_id: uuid.UUID) -> bool:
    """Whether a signature is missing that the case was sent without."""
    missing = db.get_one(Submission, case_id).marks
    came = db.scalars(
        select(CaseEvent.detail).where(CaseEvent.case_id == case_id, CaseEvent.kind == SIGNATURE_CAME)
    )
    return any(mark.startswith(f"{UNSIGNED} ") for mark in set(missing) - {unsigned(one) for one in came})
