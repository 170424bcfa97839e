"""The tables of those who act for others: powers of attorney, and who takes part in a case."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Account, Case, Table


class Power(Table):
    """A power of attorney that was given here: what a proxy's every request is held against.

    It holds from ``confirmed_at`` on, when the principal's signature has come, until ``ended_at``, and only from
    ``first_day`` to ``last_day``, both included, counted in Europe/Oslo.
    """

    __tablename__ = "powers"
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id), primary_key=True)
    municipality: Mapped[str]
    principal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id), index=True)
    proxy_lookup: Mapped[bytes | None] = mapped_column(index=True)
    """The keyed hash by which the proxy's account is found; None as long as their identity number is not known."""
    scope: Mapped[list[str]]
    """What the proxy may do: keys of the question ``scope``, and ``share`` where they may say yes to sharing."""
    about_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Case.id))
    """The one case that it is for; None where it is for all, or for one that was only told of in words."""
    one_case: Mapped[bool]
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class Participant(Table):
    """Somebody who takes part in a case that is not their own: as what, by what right, since when."""

    __tablename__ = "participants"
    __table_args__ = (Index("ix_participants_account", "account_id", "case_id"),)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id))
    capacity: Mapped[str]
    """As what: so far ``wizard.cases.participants.PROXY`` alone."""
    power_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Power.case_id), index=True)
    """The power of attorney that a proxy acts by."""
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]
