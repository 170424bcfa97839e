"""Whether the ground of somebody who takes part holds, asked where something is written. Reads only."""

import uuid

from sqlalchemy import Connection

from wizard.accounts import person_of
from wizard.cases.errors import GroundLostError
from wizard.cases.finding import find_case
from wizard.cases.participants import ENDED, PROXY, find_participant
from wizard.cases.staff import refuse_staff
from wizard.tools import Tools


def hold_ground(db: Connection, tools: Tools, participant_id: uuid.UUID | None) -> None:
    """``GroundLostError`` where somebody who writes may no longer; within the transaction that writes.

    The rule of the page was asked before: since then a power of attorney may have been taken back, or the proxy have
    come to work at the office.
    """
    if participant_id is None:
        return
    found = find_participant(db, participant_id)
    lost = ENDED if found is None else found.lost(tools.today())
    if lost:
        raise GroundLostError(lost)
    case = found and find_case(db, found.case_id)
    if found and case and found.capacity == PROXY:
        refuse_staff(db, tools, person_of(db, tools, found.account_id).national_id, case.municipality)
