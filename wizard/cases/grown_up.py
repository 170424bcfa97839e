"""When those were born for whom others have said yes, read from the cases' answers. Reads only."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import structlog
from sqlalchemy import Connection, bindparam, select

from forms.blocks.circumstances import HAS_NUMBER, OLDER, YOUNGER
from forms.situation import SentCase
from forms.validators import age, birth_dates
from forms.yes import FOR_CHILDREN
from wizard.cases.consented import ALL, DECIDES_FROM, Consented, read
from wizard.cases.step_places import place_of
from wizard.models import Case, StepAnswers
from wizard.models_consents import Consent
from wizard.tools import Tools
from wizard.vault import SealBrokenError

STEP = "subject"
OF_CHILDREN = ALL.where(
    Case.reference.in_(bindparam("references", expanding=True)), Consent.capacity.in_(FOR_CHILDREN)
)

log = structlog.get_logger()


def with_births(tools: Tools, found: Iterable[Consented]) -> list[Consented]:
    """The same, each that was said for a child with the child's birth date: it tells who decides now."""
    with tools.store.connect() as db:
        return births(db, tools, found)


def births(db: Connection, tools: Tools, found: Iterable[Consented]) -> list[Consented]:
    """As ``with_births``, by a connection that is open."""
    known: dict[uuid.UUID, date | None] = {}
    return [
        replace(one, born=_born(db, tools, one.case_id, known)) if one.capacity in FOR_CHILDREN else one
        for one in found
    ]


def deciding(
    db: Connection, tools: Tools, sent: tuple[SentCase, ...], on: date | None = None
) -> tuple[SentCase, ...]:
    """The same cases of one owner; of each it is told whether the child decides whom the owner said yes for.

    That is as it was ``on`` the day when something was said, or came; without it as it is now.
    """
    if not sent:
        return ()
    said = list(read(db, tools, OF_CHILDREN, references=[one.reference for one in sent]))
    day, known = on or tools.today(), births(db, tools, said)
    over = {one.reference for one in known if one.decided_by_subject(day)}
    begins = {one.reference: one.decides_from() for one in known}
    return tuple(
        replace(
            one,
            decided_by_subject=one.reference in over,
            subject_decides_from=begins.get(one.reference),
        )
        for one in sent
    )


def _born(
    db: Connection, tools: Tools, case_id: uuid.UUID, known: dict[uuid.UUID, date | None]
) -> date | None:
    if case_id not in known:
        subject = _subject(db, tools, case_id)
        number = subject.get("subject_national_id") if subject.get("subject_no_id") == HAS_NUMBER else ""
        told = subject.get("subject_birth_date")
        day = date.fromisoformat(told) if told else None
        known[case_id] = _of_number(number, tools.today(), subject) if number else day
    return known[case_id]


def _of_number(number: str, today: date, subject: dict[str, Any]) -> date | None:
    which = min if subject.get("subject_age") == OLDER else max
    return which(birth_dates(number, today), default=None)


def age_told(db: Connection, tools: Tools, case_id: uuid.UUID, possible: list[int]) -> int:
    """Which of two ages it is, the lower first, as the case tells of whom it is about.

    Where the case does not tell, whoever may be a child is treated as one.
    """
    subject = _subject(db, tools, case_id)
    if told := subject.get("subject_birth_date"):
        return age(date.fromisoformat(told), tools.today())
    chosen = subject.get("subject_age")
    child = chosen == YOUNGER or (chosen != OLDER and possible[0] < DECIDES_FROM)
    return possible[0] if child else possible[-1]


def _subject(db: Connection, tools: Tools, case_id: uuid.UUID) -> dict[str, Any]:
    """Nothing where it cannot be opened: a page must not fall with one of its lines."""
    query = select(StepAnswers.sealed_answers).where(StepAnswers.case_id == case_id, StepAnswers.slug == STEP)
    sealed = db.scalar(query)
    try:
        return tools.vault.open_json(sealed, place_of(case_id, STEP, "answers")) if sealed else {}
    except SealBrokenError:
        log.warning("consent_unreadable", case=str(case_id))
        return {}
