"""Who works at an office: whoever does can be nobody's proxy there (forvaltningsloven § 12). Reads only."""

from collections.abc import Callable

from sqlalchemy import Connection, select

from wizard.accounts import lookup_of
from wizard.cases.errors import GroundLostError
from wizard.cases.participants import WORKS_HERE
from wizard.models import Account
from wizard.tools import Tools


def at_the_office(tools: Tools, municipality: str) -> Callable[[str], bool]:
    """Tells of an identity number whether somebody of that number has logged in there as staff."""

    def works_here(national_id: str) -> bool:
        with tools.store.connect() as db:
            return _is_staff(db, tools, national_id, municipality)

    return works_here


def refuse_staff(db: Connection, tools: Tools, national_id: str, municipality: str) -> None:
    """``GroundLostError`` for somebody who has come to work there since their power was given."""
    if _is_staff(db, tools, national_id, municipality):
        raise GroundLostError(WORKS_HERE)


def _is_staff(db: Connection, tools: Tools, national_id: str, municipality: str) -> bool:
    lookup = lookup_of(tools, national_id, municipality)
    return db.scalar(select(Account.id).where(Account.number_lookup == lookup)) is not None
