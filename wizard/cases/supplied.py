"""What the office has got since a form came on paper, as its events tell. Reads only."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select

from forms.paper_intake.missing_numbers import PROXY, without_number
from forms.paper_intake.supplied import with_authorization, with_last_day
from forms.situation import Situation
from wizard.cases.finding import CaseRow
from wizard.cases.standing import AUTHORIZATION_GOOD, LAST_DAY_READ, NUMBER_ADDED, NUMBER_WRONG
from wizard.models import CaseEvent

GOT = (AUTHORIZATION_GOOD, LAST_DAY_READ, NUMBER_ADDED, NUMBER_WRONG)


def supplied(db: Connection, case: CaseRow, situation: Situation) -> Situation:
    """The situation of what came on paper, as if all that the office has written down of it since had stood there.

    A number that was somebody else's does not stand there; one that was added is told by ``added_numbers``.
    """
    if not case.submitted:
        return situation
    got = select(CaseEvent.kind, CaseEvent.detail).where(
        CaseEvent.case_id == case.id, CaseEvent.kind.in_(GOT)
    )
    for kind, detail in db.execute(got.order_by(CaseEvent.id)):
        if kind == AUTHORIZATION_GOOD:
            situation = with_authorization(situation)
        elif kind == LAST_DAY_READ:
            situation = with_last_day(situation, last_day_in(detail))
        elif kind == NUMBER_ADDED:
            situation = _with_added(situation, detail.partition(" ")[0], added=True)
        else:
            situation = _with_added(without_number(situation, detail), detail, added=False)
    return situation


def _with_added(situation: Situation, whose: str, *, added: bool) -> Situation:
    return replace(situation, proxy_added=added) if whose == PROXY else situation


def last_day_in(detail: str) -> date:
    """The day in the detail of ``LAST_DAY_READ``."""
    return date.fromisoformat(detail.partition(" ")[0])
