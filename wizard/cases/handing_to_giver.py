"""A power of attorney that the proxy filled in becomes the giver's own as soon as the giver has signed it."""

import uuid
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from wizard.cases.finding import CaseRow
from wizard.cases.participants import PROXY
from wizard.models import Case
from wizard.models_acting import Participant


def hand_to_giver(db: Session, case: CaseRow, giver_id: uuid.UUID, at: datetime) -> None:
    """The giver can follow it, and take it back, as if they had filled it in; the proxy goes on seeing it.

    Within the transaction of the giver's signature.
    """
    owned = update(Case).where(Case.id == case.id).values(owner_id=giver_id, author_id=case.author_id)
    db.execute(owned)
    db.add(Participant(id=uuid.uuid4(), case_id=case.id, account_id=case.author_id, capacity=PROXY, since=at))
    db.flush()
