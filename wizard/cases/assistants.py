"""Who of a helping office helps in a case, and what they are told of its owner. Reads only."""

import uuid

from sqlalchemy import Connection, bindparam, select

from forms.helped import Help, initials
from forms.language import OSLO
from wizard.accounts import account_person
from wizard.cases.participants import ASSISTANT
from wizard.models import Account
from wizard.models_acting import Participant
from wizard.tools import Tools

HELPED = (
    select(
        Participant.office,
        Participant.since,
        Participant.related,
        Account.id.label("account_id"),
        Account.sealed_person,
    )
    .join(Account, Account.id == Participant.account_id)
    .where(Participant.case_id == bindparam("case_id"), Participant.capacity == ASSISTANT)
    .order_by(Participant.since)
)
NAMED = select(Participant.capacity, Participant.sealed_name).where(Participant.id == bindparam("id"))


def helps(db: Connection, tools: Tools, case_id: uuid.UUID) -> tuple[Help, ...]:
    """Everybody who helped, the first first; who helped twice on one day stands there once."""
    found = [
        Help(
            row.office,
            initials(account_person(tools, row.account_id, row.sealed_person).name),
            row.since.astimezone(OSLO).date(),
            row.related,
        )
        for row in db.execute(HELPED, {"case_id": case_id})
    ]
    return tuple(dict.fromkeys(found))


def has_helped(tools: Tools, case_id: uuid.UUID, account_id: uuid.UUID) -> bool:
    """Whether it is somebody who helps in the case, or has."""
    query = select(Participant.id).where(Participant.case_id == case_id, Participant.account_id == account_id)
    with tools.store.connect() as db:
        return db.execute(query.where(Participant.capacity == ASSISTANT).limit(1)).first() is not None


def numbers_of_helpers(db: Connection, tools: Tools, case_id: uuid.UUID) -> set[str]:
    """Of everybody who helps in the case, or has: who helps somebody else is never in it themselves."""
    rows = db.execute(HELPED, {"case_id": case_id})
    return {account_person(tools, row.account_id, row.sealed_person).national_id for row in rows}


def is_assistant(db: Connection, participant_id: uuid.UUID | None) -> bool:
    if participant_id is None:
        return False
    row = db.execute(NAMED, {"id": participant_id}).one_or_none()
    return row is not None and row.capacity == ASSISTANT


def name_as_told(db: Connection, tools: Tools, participant_id: uuid.UUID | None) -> str:
    """What the assistant wrote as the citizen's name; empty for one who took a draft up by a code, and for others."""
    row = db.execute(NAMED, {"id": participant_id}).one_or_none()
    if row is None or row.sealed_name is None:
        return ""
    return str(tools.vault.open_json(row.sealed_name, sealed_at(participant_id)))


def sealed_at(participant_id: uuid.UUID | None) -> str:
    """The place that the name is bound to."""
    return f"participants:{participant_id}:name"
