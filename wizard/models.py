"""The tables. Columns named ``sealed_...`` are AES-GCM by ``vault``; everything else is free of personal data."""

import uuid
from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    DateTime,
    ForeignKey,
    Index,
    MetaData,
    String,
    UniqueConstraint,
    literal_column,
    true,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time, aware, in UTC; stored without zone, since SQLite has none."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- SQLAlchemy's signature
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- SQLAlchemy's signature
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Moment, str: String(200), list[str]: JSON}  # noqa: RUF012 -- SQLAlchemy's declaration


class Account(Table):
    """A citizen, found by the keyed hash of the identity number, or a member of an office's staff."""

    __tablename__ = "accounts"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    lookup: Mapped[bytes] = mapped_column(unique=True)
    staff_of: Mapped[str | None]
    """The municipality whose office they work in; None for a citizen."""
    sees_restricted: Mapped[bool] = mapped_column(default=False)
    """Whether a member of staff may see cases that tell of a protected address."""
    handles: Mapped[bool] = mapped_column(default=True)
    """Whether a member of staff works on the office's cases."""
    helps: Mapped[str | None]
    """The helping office at whose counter a member of staff works; they see there only what they help with."""
    number_lookup: Mapped[bytes | None] = mapped_column(index=True)
    """Of staff, the keyed hash by which it is known whose number works there; a provider names them otherwise."""
    sealed_person: Mapped[bytes]


class LoginSession(Table):
    """A log-in. The cookie's token is kept as its SHA-256; a row that is gone is a log-in that is over."""

    __tablename__ = "login_sessions"
    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id, ondelete="CASCADE"), index=True)
    level: Mapped[str]
    """How the person was authenticated, in the provider's own word."""
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    provider_lookup: Mapped[bytes | None] = mapped_column(index=True)
    """The keyed hash of what the provider calls this log-in (``sid``); None where it told none."""
    sealed_hint: Mapped[bytes | None]
    """The provider's ID token, by which it knows at log-out whose log-in is to end there too."""
    subject_lookup: Mapped[bytes | None] = mapped_column(index=True)
    """The keyed hash of what the provider calls the person (``sub``); None in the demo."""
    authenticated_at: Mapped[datetime | None]
    """When the person last showed who they are; None where the provider does not tell, which counts as long ago."""
    sealed_aside: Mapped[bytes | None]
    """What they had typed when they were asked to show it anew; None where nothing waits."""
    sealed_refresh: Mapped[bytes | None]
    """The refresh token by which a staff provider is asked again; None where it gave none, and of citizens."""
    answered_at: Mapped[datetime | None]
    """When that provider last said what the person may do here; None where it cannot be asked."""
    asked_at: Mapped[datetime | None]
    """When somebody last set out to ask it: no two do so at once, and none soon after one in vain."""


class Case(Table):
    """One form of one citizen in one municipality, from its first answer on."""

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_owner", "owner_id", "municipality"),)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    municipality: Mapped[str]
    journey: Mapped[str]
    owner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id))
    """Whose case it is: with what somebody filled in for them it stays theirs."""
    author_id: Mapped[uuid.UUID | None]
    """The account of whoever fills in; None for the owner. SQLite adds no foreign key to a table that is there."""
    reference: Mapped[str] = mapped_column(unique=True)
    started_at: Mapped[datetime]


class StepAnswers(Table):
    """What was filled in on one step: what was saved, and what was typed after that but not yet saved."""

    __tablename__ = "step_answers"
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    saved_at: Mapped[datetime]
    sealed_answers: Mapped[bytes | None]
    sealed_typed: Mapped[bytes | None]


class Attachment(Table):
    """A file that the citizen added: name, type, size and hash are sealed, the bytes lie sealed in the file store."""

    __tablename__ = "attachments"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), index=True)
    question: Mapped[str]
    added_at: Mapped[datetime]
    sealed_info: Mapped[bytes]
    screened: Mapped[str | None] = mapped_column(index=True)
    """What ``wizard.clamd`` told of it; None where nothing was told yet."""
    tries: Mapped[int] = mapped_column(default=0)
    """How often it was asked of this file in vain, and told of another right after."""
    tried_since: Mapped[datetime | None]
    """When that was so for the first time."""
    place: Mapped[int] = mapped_column(default=0)
    """Its order among the files of its question, before the time; below 0 once somebody has moved one."""
    sealed_preview: Mapped[bytes | None] = mapped_column(deferred=True)
    """A small JPEG of what it shows; None where there is none."""
    stored: Mapped[str | None] = mapped_column(index=True)
    """What its file is called (``files.naming``); None where it is still called by this row's id."""


class Submission(Table):
    """The frozen request of a case that is in. One a case: a second submit finds the first."""

    __tablename__ = "submissions"
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id), primary_key=True)
    municipality: Mapped[str]
    received_at: Mapped[datetime]
    content_sha256: Mapped[str]
    restricted: Mapped[bool]
    """It tells of a protected address: for those of the office alone who may see such cases."""
    hidden_by_another: Mapped[bool] = mapped_column(default=False)
    """Whether that was told in somebody else's case about the same person: its own owner is not told of it."""
    subject_lookup: Mapped[bytes | None] = mapped_column(index=True)
    """The keyed hash by which whom it is about is known again; None where no number of theirs was told."""
    marks: Mapped[list[str]]
    """Keys of ``forms.marks``, as the answers had it when it was sent; few once it is removed (``left_behind``)."""
    sealed_request: Mapped[bytes]
    removed_at: Mapped[datetime | None]
    """When all that was written was taken away here, since it lies in the municipality's archive: a stub remains."""
    awaits_documents: Mapped[bool] = mapped_column(default=True, server_default=true())
    """Until it is delivered; so that what is to be done is found among all that is done."""
    awaits_words: Mapped[bool] = mapped_column(default=True, server_default=true())
    """Until it is found by ``search_words``: what an older version has put in is filled in by the worker."""
    __table_args__ = (
        Index("ix_submissions_office", "municipality", "received_at"),
        Index(
            "ix_submissions_awaiting",
            "received_at",
            sqlite_where=literal_column("awaits_documents = 1"),
            postgresql_where=literal_column("awaits_documents"),
        ),
        Index(
            "ix_submissions_awaiting_words",
            "municipality",
            "received_at",
            sqlite_where=literal_column("awaits_words = 1"),
            postgresql_where=literal_column("awaits_words"),
        ),
    )


class Concern(Table):
    """An earlier case that a case which is in is about: in the same municipality, and of the same owner.

    Only what takes back a yes may be about another's case, in which it was said for its owner.
    """

    __tablename__ = "concerns"
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id), primary_key=True)
    earlier_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id), primary_key=True, index=True)


class CaseEvent(Table):
    """What happened to a case, in the past tense. The status is read from these, never set."""

    __tablename__ = "case_events"
    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Account.id))
    detail: Mapped[str]
    """A word of ours or a day: never a name, a number or what somebody wrote."""


class Document(Table):
    """A finished document, kept once per case and format."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("case_id", "format"),)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id))
    format: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    stored: Mapped[str | None] = mapped_column(index=True)
    """As of an attachment."""
