"""The tables of the workers: that each is alive, and who does what only one of them does each day."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Table


class Worker(Table):
    """A worker that has not stopped in order. Who looks at the row tells by its beats whether it is alive."""

    __tablename__ = "workers"
    id: Mapped[str] = mapped_column(primary_key=True)
    """``VEIVISER_WORKER_ID``."""
    beats: Mapped[int]
    """Another number at each beat: machines whose clocks differ agree on whether it has changed."""
    seen_at: Mapped[datetime]
    """When it last beat, by its own clock."""


class Chore(Table):
    """Work that one of the workers does, once a day."""

    __tablename__ = "chores"
    name: Mapped[str] = mapped_column(primary_key=True)
    taken_by: Mapped[str | None]
    """The worker that is at it; None where none is."""
    taken_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    """When it was last done to its end."""
