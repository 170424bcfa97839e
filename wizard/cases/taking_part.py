"""Who takes part in a case, as far as it is told without opening it: a condition for queries of ``Case``."""

from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from wizard.models import Account, Case, Submission
from wizard.models_acting import Invitation, Participant, Power, Signed
from wizard.models_paper import PaperIntake


def takes_part(lookup: bytes) -> ColumnElement[bool]:
    """Whether whoever is known by that keyed hash is part of a case, as far as that is told without opening it."""
    own = select(Account.id).where(Account.lookup == lookup).scalar_subquery()
    accounts = Account.lookup == lookup, or_(Account.id == Case.owner_id, Account.id == Case.author_id)
    sent = aliased(Submission)
    return or_(
        _there_is(Account.id, *accounts),
        _there_is(Participant.id, Participant.case_id == Case.id, Participant.account_id == own),
        _there_is(Signed.id, Signed.case_id == Case.id, Signed.account_id == own),
        _there_is(Invitation.id, Invitation.case_id == Case.id, Invitation.lookup == lookup),
        _there_is(Power.case_id, Power.case_id == Case.id, Power.proxy_lookup == lookup),
        _there_is(PaperIntake.case_id, PaperIntake.case_id == Case.id, PaperIntake.subject_lookup == lookup),
        _there_is(sent.case_id, sent.case_id == Case.id, sent.subject_lookup == lookup),
    )


def _there_is(what: InstrumentedAttribute[Any], *where: ColumnElement[bool]) -> ColumnElement[bool]:
    """Never unknown, also where no account or no author is: it may be denied."""
    return exists(select(what).where(*where).correlate(Case))
