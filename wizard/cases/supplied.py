"""What the office has got since a form came on paper, as its events tell. Reads only."""

from datetime import date

from sqlalchemy import Connection, select

from forms.paper_intake.supplied import with_authorization, with_last_day
from forms.situation import Situation
from wizard.cases.finding import CaseRow
from wizard.cases.standing import AUTHORIZATION_GOOD, LAST_DAY_READ
from wizard.models import CaseEvent

GOT = (AUTHORIZATION_GOOD, LAST_DAY_READ)


def supplied(db: Connection, case: CaseRow, situation: Situation) -> Situation:
    """The situation of what came on paper, as if all that the office has written down of it since had stood there."""
    if not case.submitted:
        return situation
    got = select(CaseEvent.kind, CaseEvent.detail).where(
        CaseEvent.case_id == case.id, CaseEvent.kind.in_(GOT)
    )
    for kind, detail in db.execute(got.order_by(CaseEvent.id)):
        if kind == AUTHORIZATION_GOOD:
            situation = with_authorization(situation)
        else:
            situation = with_last_day(situation, last_day_in(detail))
    return situation


def last_day_in(detail: str) -> date:
    """The day in the detail of ``LAST_DAY_READ``."""
    return date.fromisoformat(detail.partition(" ")[0])
