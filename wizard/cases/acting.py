"""Who acts for whom in a case, for the banner over every page of it. Reads only."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select

from wizard.accounts import person_of
from wizard.cases.assistants import name_as_told
from wizard.cases.finding import CaseRow
from wizard.cases.held import power_of_author
from wizard.cases.participants import ParticipantRow
from wizard.models import Account
from wizard.tools import Tools


@dataclass(frozen=True)
class Acting:
    """``capacity`` is that of the visitor, empty for the owner; ``other`` is the name of the one on the other side."""

    capacity: str
    other: str
    lost: bool = False
    """Whether whoever filled in for the owner may no longer."""


def acting(tools: Tools, case: CaseRow, participant: ParticipantRow | None) -> Acting | None:
    """None where somebody is alone with their own case.

    Who acts for another is told whose case it is, and who signs who filled in; an owner is told who fills in for
    them, as long as it is not sent.
    """
    if participant is None and (case.author_id == case.owner_id or case.submitted):
        return None
    with tools.store.connect() as db:
        acts = participant is not None and not participant.signs
        person = person_of(db, tools, case.owner_id if acts else case.author_id)
        told = name_as_told(db, tools, participant.id) if participant else ""
        power = None if participant else power_of_author(db, tools, case)
    lost = bool(power and power.lost)
    return Acting(participant.capacity if participant else "", told or person.name, lost)


def name_of(tools: Tools, account_id: uuid.UUID) -> str:
    """Of an account that is there."""
    with tools.store.connect() as db:
        return person_of(db, tools, account_id).name


def at_an_office(tools: Tools, account_id: uuid.UUID) -> bool:
    """Whether the account is that of a member of staff."""
    with tools.store.connect() as db:
        return db.scalar(select(Account.staff_of).where(Account.id == account_id)) is not None
