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
    """As what: one of ``wizard.cases.participants.CAPACITIES``."""
    power_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Power.case_id), index=True)
    """The power of attorney that a proxy acts by, or whoever an assistant helps."""
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    declined_at: Mapped[datetime | None]
    """When somebody who was asked to sign said no; None again once they sign."""
    sealed_word: Mapped[bytes | None]
    """What they wrote to whoever asked them, when they said no."""
    seen_at: Mapped[datetime | None]
    """When an assistant last did something there: help at the counter ends when nobody is there any more."""
    office: Mapped[str | None]
    """From which helping office an assistant helps."""
    related: Mapped[bool] = mapped_column(default=False)
    """Whether an assistant has said that they are related to the citizen, or know them privately."""
    sealed_name: Mapped[bytes | None]
    """The citizen's name as the assistant wrote it: whether the citizen was known before is not told."""


class Invitation(Table):
    """A one-time code for one person: to sign, or to go on with a case on another screen.

    The code is kept as its keyed hash alone. ``lookup`` says for whom it is; None where whoever holds it now
    is meant, as when a citizen reads it aloud at the counter.
    """

    __tablename__ = "invitations"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), index=True)
    purpose: Mapped[str]
    """What whoever takes it up becomes: a capacity of ``wizard.cases.participants``."""
    lookup: Mapped[bytes | None] = mapped_column(index=True)
    code_hash: Mapped[bytes] = mapped_column(unique=True)
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    wrong: Mapped[int] = mapped_column(default=0)
    """How many people tried it whom it is not for."""
    sealed_who: Mapped[bytes]
    """The name as whoever asked wrote it, and which accounts tried the code without being meant."""


class CodeTry(Table):
    """A code that somebody typed and that opened nothing: five a minute are let through."""

    __tablename__ = "code_tries"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id, ondelete="CASCADE"), index=True)
    at: Mapped[datetime]


class Frozen(Table):
    """The content of a draft as it stood when its first signature was given: every other one signs the same."""

    __tablename__ = "frozen"
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime]
    content_sha256: Mapped[str]
    language: Mapped[str]
    sealed_content: Mapped[bytes]


class Signed(Table):
    """A signature on the frozen content; ``voided_at`` where the draft was changed after it."""

    __tablename__ = "signatures"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id))
    capacity: Mapped[str]
    at: Mapped[datetime]
    content_sha256: Mapped[str]
    voided_at: Mapped[datetime | None]
    sealed_signature: Mapped[bytes]
