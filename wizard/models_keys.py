"""The table of by which keys the look-up hashes were made: a site with others would find nobody."""

from sqlalchemy.orm import Mapped, mapped_column

from wizard.models import Table


class LookupKeys(Table):
    """One row, from the first start on."""

    __tablename__ = "lookup_keys"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    applied: Mapped[int]
    """How many keys, one after the other, each hash has been through."""
    mark: Mapped[bytes]
    """The hash of a word that everybody knows, by those keys: by it they are known again."""
