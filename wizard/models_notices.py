"""The tables of notices by e-mail: where somebody wants them, the code that proves it, and what waits to be sent."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forms.language import Code
from wizard.models import Account, Table


class NoticeAddress(Table):
    """An e-mail address that its owner has confirmed, in one municipality: another is told no address of theirs."""

    __tablename__ = "notice_addresses"
    account_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Account.id, ondelete="CASCADE"), primary_key=True
    )
    municipality: Mapped[str] = mapped_column(primary_key=True)
    sealed_address: Mapped[bytes]
    confirmed_at: Mapped[datetime]
    language: Mapped[Code] = mapped_column(String(200))
    """In which they read when they last said something on the page."""
    off: Mapped[list[str]]
    """Keys of ``wizard.cases.notice_kinds.KINDS`` that they do not want."""
    refused_at: Mapped[datetime | None]
    """When a mail server said that there is no such address; nothing more is sent to it."""
    mailed_at: Mapped[datetime | None]
    """When the last notice went to it: there are not many a day."""


class AddressCode(Table):
    """An address that somebody has typed, and the code that was sent to it. Of the code a keyed hash is kept."""

    __tablename__ = "address_codes"
    __table_args__ = (UniqueConstraint("account_id", "municipality"),)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id, ondelete="CASCADE"))
    municipality: Mapped[str]
    sealed_address: Mapped[bytes]
    code_hash: Mapped[bytes]
    expires_at: Mapped[datetime]
    wrong: Mapped[int] = mapped_column(default=0)
    refused_at: Mapped[datetime | None]


class CodeMail(Table):
    """That a code was asked for, by whom and to which address: counted for a day, also after the account is gone."""

    __tablename__ = "code_mails"
    id: Mapped[int] = mapped_column(primary_key=True)
    counted_hash: Mapped[bytes] = mapped_column(index=True)
    """Of the person, or of the address."""
    at: Mapped[datetime]


class Notice(Table):
    """A mail that waits to be sent. Its row goes when it is sent, and when its time is over."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("account_id", "municipality", "kind", "about"),)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id, ondelete="CASCADE"))
    municipality: Mapped[str]
    kind: Mapped[str]
    """A key of ``wizard.cases.notice_kinds``."""
    about: Mapped[str]
    """The random id of what it is about: of each thing it is told once."""
    language: Mapped[Code] = mapped_column(String(200))
    made_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    """From when it may be sent; moved on before each attempt, so that no other worker sends it meanwhile."""
    ends_at: Mapped[datetime]
    """From when it is of no use any more."""
    attempts: Mapped[int] = mapped_column(default=0)
    sealed_to: Mapped[bytes | None]
    """Address and code, where it is not for the confirmed address."""
