"""The ledger of consents: each single yes, and what only words took back of it."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Account, Case, Table


class Consent(Table):
    """One yes to one thing: to a plan, to a coordinator, or to one service that shares.

    What was said is never changed and never deleted: that it holds, and that it is taken back, is written beside it.
    It holds from ``confirmed_at`` until ``ended_at``, and until ``last_day``, included, counted in Europe/Oslo.
    """

    __tablename__ = "consents"
    __table_args__ = (Index("ix_consents_owner", "owner_id", "municipality"),)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id), index=True)
    """The case in which it was said."""
    place: Mapped[int]
    """Its place among what was said yes to in that case, from 0."""
    owner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id))
    """Whose case it was said in."""
    subject_lookup: Mapped[bytes | None] = mapped_column(index=True)
    """The keyed hash by which whom it is about is known again; None where no number of theirs was told."""
    municipality: Mapped[str]
    kind: Mapped[str]
    """A key of ``forms.yes``."""
    given_at: Mapped[datetime]
    given_by: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id))
    capacity: Mapped[str]
    """In what role it was said: a key of ``forms.acting.ROLES``."""
    last_day: Mapped[date | None]
    lacks: Mapped[str]
    """What was missing when it was said; empty where nothing was."""
    confirmed_at: Mapped[datetime | None]
    text_version: Mapped[str]
    text_sha256: Mapped[str]
    """Of the very text that was agreed to, which lies sealed in the detail."""
    sealed_detail: Mapped[bytes]
    withdrawn_at: Mapped[datetime | None]
    """When it was taken back."""
    ended_at: Mapped[datetime | None]
    """From when it holds no longer: as soon as it was taken back, or from a later day."""
    withdrawn_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Account.id))
    withdrawn_in: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Case.id))
    """The case by which it was taken back."""


class ConsentLimit(Table):
    """What was taken back in words that no single yes is, such as a topic: it limits what holds of a case's."""

    __tablename__ = "consent_limits"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id), index=True)
    """The case in which the yes was said."""
    said_in: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id))
    said_by: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id))
    said_at: Mapped[datetime]
    holds_from: Mapped[datetime]
    sealed_words: Mapped[bytes]
