"""The name that somebody says themselves, as their provider tells none: the first is kept, and a later one mends it."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select, update

from forms.own_name import mends
from forms.person import Person
from wizard.accounts import Visitor, account_person, open_account, said_by_oneself, seal_account
from wizard.cases.search_words import find_owner_by
from wizard.models import Account
from wizard.tools import Tools

MOST = 3
"""So often a name is mended: whoever does it more does not mend."""


class OtherNameError(Exception):
    """It is no slip of the pen that is mended: another name than the one that was told first."""


class MendedOftenError(Exception):
    """The name has been mended so often that it may not be done once more."""


def keep_name(tools: Tools, here: Visitor, name: str) -> Visitor:
    """What somebody says that they are called, for the first time or mended; ``OtherNameError``, ``MendedOftenError``.

    It is held against what they said first, which stays, so that no row of small steps leads to another name.
    """
    mine = Account.id == here.account_id
    with tools.store.write() as db:
        sealed = db.execute(select(Account.sealed_person).where(mine).with_for_update()).scalar_one()
        told = _with(open_account(tools, here.account_id, sealed), name)
        sealed = seal_account(tools, here.account_id, told)
        db.execute(update(Account).where(mine).values(sealed_person=sealed))
        find_owner_by(db, tools, here.account_id, account_person(tools, here.account_id, sealed))
    return replace(here, person=said_by_oneself(told), said_name=True)


def _with(opened: dict[str, Any], name: str) -> dict[str, Any]:
    before: Person = said_by_oneself(opened)
    told = {"name": name, "national_id": before.national_id, "said": True}
    if not before.name:
        return told
    first, times = before.told_first or before.name, opened.get("mended", 0)
    if name != before.name:
        if not mends(first, name):
            raise OtherNameError
        if times >= MOST:
            raise MendedOftenError
        times += 1
    return told | ({"first": first, "mended": times} if times else {})
