"""The cases that somebody fills in, or has sent, for others by a power of attorney that holds. Reads only."""

import uuid
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, bindparam, select

from wizard.case_address import CaseAddress
from wizard.cases.finding import COLUMNS, CaseRow
from wizard.cases.following import CHANGED, Line, events_of
from wizard.cases.participants import PROXY, out_of_time
from wizard.models import Case, Submission
from wizard.models_acting import Participant, Power
from wizard.tools import Tools

ACCOUNT: BindParameter[Any] = bindparam("account")
OTHERS = (
    select(Participant.id.label("participant_id"), Submission.received_at, CHANGED.label("at"), *COLUMNS)
    .add_columns(Power.confirmed_at, Power.first_day, Power.last_day)
    .select_from(Case)
    .join(Participant, Participant.case_id == Case.id)
    .join(Power, Power.case_id == Participant.power_id)
    .outerjoin(Submission, Submission.case_id == Case.id)
    .where(Participant.account_id == ACCOUNT, Participant.capacity == PROXY)
    .where(Case.author_id == ACCOUNT, Case.municipality == bindparam("place"), Case.id != Power.case_id)
    .where(Participant.ended_at.is_(None), Power.ended_at.is_(None))
    .order_by(CHANGED.desc())
)


class Others(NamedTuple):
    """A line of the list, and the address by which its proxy comes to it."""

    address: CaseAddress
    line: Line


def cases_for_others(tools: Tools, account_id: uuid.UUID, municipality: str) -> list[Others]:
    """The last changed first."""
    whose = {"account": account_id, "place": municipality}
    with tools.store.read() as db:
        rows = [row for row in db.execute(OTHERS, whose) if not out_of_time(row, tools.today())]
        happened = events_of(db, [row.id for row in rows])
    return [
        Others(
            CaseAddress(row.id, row.participant_id),
            Line(
                CaseRow(*(getattr(row, name) for name in CaseRow._fields)),
                row.received_at,
                row.at,
                happened.get(row.id, ()),
                waits=False,
            ),
        )
        for row in rows
    ]
