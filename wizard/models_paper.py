"""The table of what came on paper and was registered by staff."""

import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Account, Case, Table


class PaperIntake(Table):
    """A case whose form came on paper. Until it is registered, the member of staff who writes it down owns it."""

    __tablename__ = "paper_intakes"
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), primary_key=True)
    staff_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Account.id), index=True)
    language: Mapped[str]
    """The code of the language that the form is in."""
    subject_lookup: Mapped[bytes | None] = mapped_column(index=True)
    """The keyed hash of whom it is about, by which the same form is known to have come already; None for a draft."""
