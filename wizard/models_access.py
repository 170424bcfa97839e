"""The table of who has opened which case: rows are added, and never taken away."""

import uuid
from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Table


class Access(Table):
    """One request about a case by somebody else than its owner: who, what, why, when, and by which log-in.

    It points at account and case without foreign keys, since it outlives both. The database refuses every other
    change than sealing ``sealed_entry`` anew, or taking the words out of it.
    """

    __tablename__ = "access_log"
    __table_args__ = (
        Index("ix_access_log_case", "case_id", "login"),
        Index("ix_access_log_stated", "stated"),
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """1, 2, 3 ... without a gap: a row that is gone is missed."""
    at: Mapped[datetime]
    outcome: Mapped[str]
    """``read``, ``denied``, or ``stated`` where somebody said why they open a case.

    ``searched`` where the office looked for somebody, and ``found`` for each case that the answer showed."""
    account_id: Mapped[uuid.UUID]
    staff_of: Mapped[str | None]
    """The municipality whose office they work in; None for a citizen."""
    login: Mapped[bytes]
    """By which log-in, as the hash of its token."""
    level: Mapped[str]
    """How they were authenticated, in the provider's own word."""
    case_id: Mapped[uuid.UUID]
    """All zeros where it is about no single case."""
    what: Mapped[str]
    """The route: the case's page, a document, an attachment."""
    which: Mapped[str]
    """Of a document its format, of an attachment its id; empty for a page.

    Of a search the keyed hash of what was looked for, which is kept nowhere else.
    Of a reason ``related``, where they said that they know somebody in the case."""
    capacity: Mapped[str]
    """``staff``, or as what they take part in the case."""
    reason: Mapped[str]
    """Why they open it, or why they may not, by its key; empty for whoever takes part in the case."""
    stated: Mapped[int | None]
    """The row in which they gave that reason, or of the search that found it."""
    sealed_entry: Mapped[bytes]
    """Their name, their office, and the reason in their own words."""
    hash: Mapped[bytes]
    """The keyed hash over all of this as it reads unsealed, and over the hash of the row before."""
    emptied_at: Mapped[datetime | None]
    """When the words went out of ``sealed_entry``, see ``wizard.cases.old_log_words``; it is not hashed."""
