"""What came on paper, as it is read: its journey, what its owner sent before, and whether it has come already."""

import uuid
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, or_, select

from forms.journey import Journey
from forms.journeys.registry import journey
from forms.language import OSLO
from forms.paper_intake.days import arrived_on
from forms.paper_intake.journey import paper_journey
from forms.paper_intake.numbers import owner_name, owner_number, subject_number
from forms.paper_intake.person import full_name
from forms.situation import Person, SentCase, Situation
from forms.unsaid import takes_nothing
from wizard.accounts import lookup_of
from wizard.cases.eyes import Eyes
from wizard.cases.finding import CaseRow
from wizard.cases.grown_up import deciding
from wizard.cases.looking_back import AWAITS_PAPER, sent_among, sent_cases
from wizard.cases.said_for import Asker, cases_for_asker
from wizard.models import Account, Case, Submission
from wizard.models_paper import PaperIntake
from wizard.tools import Tools


class Came(NamedTuple):
    """A case that is in: the same form about the same person, on the same day or near it."""

    case_id: uuid.UUID
    reference: str
    received_at: datetime
    awaits_paper: bool
    """Whether it waits for a signature that was promised on paper: this may be it."""
    same_day: bool
    takes_back: bool = False
    """Whether it is a revocation of nobody knows which power: it may be of this one."""


GIVES_POWER, TAKES_POWER = "power_of_attorney", "power_of_attorney_revocation"
TAKE_EFFECT = (GIVES_POWER, "consent")
"""What comes on paper and holds for somebody who must be known by a number."""
NEAR = timedelta(days=14)
"""So far apart the same form may be one that was sent twice, or a letter that follows what was sent digitally."""


def walked(case: CaseRow) -> Journey:
    """The journey that a case is walked by."""
    return paper_journey(case.journey) if case.on_paper else journey(case.journey)


def subject_lookup(tools: Tools, situation: Situation) -> bytes:
    """The keyed hash by which the person is known again: of the number, else of the name and what is told of age."""
    if number := subject_number(situation):
        return lookup_of(tools, number)
    born = situation.answer("subject", "subject_birth_date") or situation.answer("subject", "due_date") or ""
    return by_name(tools, full_name(situation), born)


def by_name(tools: Tools, name: str, born: str) -> bytes:
    """As ``subject_lookup`` of whom no number is told."""
    return tools.vault.lookup(f"on paper:{' '.join(name.casefold().split())}:{born}")


def account_of(db: Connection, tools: Tools, number: str) -> uuid.UUID | None:
    """The citizen's account of that number; None where there is none, or no number."""
    return db.scalar(select(Account.id).where(Account.lookup == lookup_of(tools, number))) if number else None


def hold_person(db: Connection, tools: Tools, situation: Situation) -> None:
    """Of two who register something about one person at once, the second sees what the first has registered."""
    number = subject_number(situation)
    if number:
        db.execute(select(Account.id).where(Account.lookup == lookup_of(tools, number)).with_for_update())


def sent_by_owner(db: Connection, tools: Tools, case: CaseRow, situation: Situation) -> tuple[SentCase, ...]:
    """What whoever's case it becomes has sent before; nothing once it is theirs.

    Where a consent is taken back also what others said yes to for them, and where a power is, those of the same name
    that came on paper without a number.
    """
    if case.submitted:
        return ()
    nameless = _powers_by_name(db, tools, case, situation) if case.journey == TAKES_POWER else ()
    number = owner_number(situation)
    owner = Asker(account_of(db, tools, number), Person(owner_name(situation), number))
    theirs = _of_owner(db, tools, case, owner, arrived_on(situation)) if number else ()
    return (*theirs, *nameless)


def _powers_by_name(
    db: Connection, tools: Tools, case: CaseRow, situation: Situation
) -> tuple[SentCase, ...]:
    name, born = full_name(situation), situation.answer("subject", "subject_birth_date") or ""
    same = PaperIntake.subject_lookup.in_({by_name(tools, name, one) for one in ("", born)})
    query = (
        select(Case.id)
        .join(PaperIntake, PaperIntake.case_id == Case.id)
        .where(same, Case.municipality == case.municipality, Case.journey == GIVES_POWER)
    )
    found = sent_among(db, db.scalars(query).all(), tools.today()) if name else ()
    return tuple(replace(one, given_by=name) for one in found)


def _of_owner(
    db: Connection, tools: Tools, case: CaseRow, owner: Asker, came: date | None
) -> tuple[SentCase, ...]:
    """Theirs by the log-in, if they have one; and what was said for them, where the paper bears their name.

    Who decides is as it was on the day when it ``came``.
    """
    here = case.municipality
    sent = sent_cases(db, owner.account_id, here, tools.today()) if owner.account_id else ()
    if journey(case.journey).takes is takes_nothing:
        return sent
    return (*deciding(db, tools, sent, came), *cases_for_asker(db, tools, owner, here, came))


def has_restricted(db: Connection, tools: Tools, case: CaseRow, number: str) -> bool:
    """Whether whom it is about has told here of a protected address before."""
    person = account_of(db, tools, number)
    sent = sent_cases(db, person, case.municipality, tools.today()) if person else ()
    return any(one.restricted for one in sent)


def came_already(
    db: Connection, tools: Tools, case: CaseRow, situation: Situation, *, eyes: Eyes
) -> list[Came]:
    """The same form about the same person that came near that day, on paper or not.

    Nothing as long as person and day are not told. Nothing that ``eyes`` may not see.
    """
    day = arrived_on(situation)
    if day is None or not full_name(situation):
        return []
    query = (
        select(Case.id, Case.reference, Submission.received_at, AWAITS_PAPER)
        .join(Submission, Submission.case_id == Case.id)
        .outerjoin(PaperIntake, PaperIntake.case_id == Case.id)
        .where(Case.municipality == case.municipality, Case.journey == case.journey, Case.id != case.id)
        .where(
            or_(
                PaperIntake.subject_lookup == subject_lookup(tools, situation),
                Case.owner_id == account_of(db, tools, subject_number(situation)),
            )
        )
        .where(Submission.received_at >= _begins(day - NEAR))
        .where(Submission.received_at < _begins(day + NEAR + timedelta(days=1)))
        .where(*eyes.let_in())
        .order_by(Submission.received_at)
    )
    return [_came(row, day) for row in db.execute(query)]


def _came(row: Any, day: date) -> Came:
    came = row.received_at.astimezone(OSLO).date()
    return Came(row.id, row.reference, row.received_at, bool(row.awaits_paper), came == day)


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), OSLO)
