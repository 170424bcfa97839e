"""The table of deliveries: what leaves for a municipality's own systems, by which way, and what came of it."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, literal_column
from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Case, Table


class Delivery(Table):
    """One package of a case by one channel. What comes later, and a new try after a no, is a further one."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index(
            "ix_deliveries_waiting",
            "made_at",
            sqlite_where=literal_column("state = 'waiting'"),
            postgresql_where=literal_column("state = 'waiting'"),
        ),
        Index(
            "ix_deliveries_refused",
            "case_id",
            sqlite_where=literal_column("state = 'refused'"),
            postgresql_where=literal_column("state = 'refused'"),
        ),
    )
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id), primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    """A key of ``forms.delivery.CHANNELS``."""
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """0 for the first package by that channel, and one more for each that followed."""
    state: Mapped[str]
    """``waiting``, ``delivered`` or ``refused``."""
    attempts: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    tried_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    """When the receipt came, or the no."""
    trouble: Mapped[str] = mapped_column(default="")
    """Why the last attempt came to nothing: a word of ours, never one of the receiver's."""
    receipt: Mapped[str | None]
    """The receiver's id of it, or the SHA-256 of what was laid in the folder."""
    sealed_reason: Mapped[bytes | None]
    """Why the receiver said no, in its own words: they may quote the case."""
