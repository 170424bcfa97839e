"""By what a case is found at the office, without a name of anybody."""

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Account, Case, Table


class SearchWord(Table):
    """The keyed hash of how a word begins: of a case that is in, or of the names of an owner who has mended theirs."""

    __tablename__ = "search_words"
    __table_args__ = (
        Index("ix_search_words_word", "word_hash", "case_id", "account_id"),
        CheckConstraint("(case_id IS NULL) <> (account_id IS NULL)", name="of_one"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    word_hash: Mapped[bytes]
    case_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Case.id, ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Account.id, ondelete="CASCADE"), index=True
    )
