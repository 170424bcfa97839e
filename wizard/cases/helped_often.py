"""How many drafts one helper may begin together with others: who begins more fills the lists of people elsewhere."""

import uuid
from datetime import datetime, timedelta

import structlog
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wizard.cases.errors import TooManyBegunError
from wizard.models import Account, Case, Submission
from wizard.models_acting import Participant
from wizard.tools import Tools

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

log = structlog.get_logger()


def hold_begun(db: Session, tools: Tools, helper_id: uuid.UUID, owner_id: uuid.UUID, at: datetime) -> None:
    """``TooManyBegunError`` where the helper has begun too many in an hour, or for that citizen in a day.

    Of one citizen's only those count that this helper began and that are not sent: what others did for the same person
    is nothing that can be told from it. A refusal stands in the technical log.
    """
    if db.get_bind().dialect.name != "sqlite":  # there a transaction that writes is alone from its begin
        db.execute(select(Account.id).where(Account.id == helper_id).with_for_update(key_share=True))
    begun = (
        select(func.count())
        .select_from(Participant)
        .join(Case, Case.id == Participant.case_id)
        .where(Participant.account_id == helper_id, Participant.sealed_name.is_not(None))
    )
    lately = db.scalar(begun.where(Participant.since > at - HOUR)) or 0
    unsent = begun.outerjoin(Submission, Submission.case_id == Case.id).where(Submission.case_id.is_(None))
    here = unsent.where(Case.owner_id == owner_id, Participant.since > at - DAY)
    limits = tools.settings
    if lately >= limits.helped_drafts_an_hour:
        _refuse(helper_id, for_one=False)
    if (db.scalar(here) or 0) >= limits.helped_drafts_of_one:
        _refuse(helper_id, for_one=True)


def _refuse(helper_id: uuid.UUID, *, for_one: bool) -> None:
    log.warning("too_many_begun_together", account=str(helper_id), for_one=for_one)
    raise TooManyBegunError(for_one=for_one)
