"""What a case's document keeps back from those who are handed a copy, read for the office from the answers."""

from sqlalchemy import select

from forms.language import Language
from forms.walk import Walk
from wizard.accounts import account_person
from wizard.cases.about import walk_of
from wizard.cases.drafts import Reader
from wizard.cases.finding import CaseRow
from wizard.models import Account
from wizard.tools import Tools


def owners_walk(tools: Tools, case: CaseRow, language: Language) -> Walk | None:
    """The walk as its owner took it, in another reader's language; None where it cannot be opened."""
    with tools.store.read() as db:
        account = db.scalars(select(Account).where(Account.id == case.owner_id)).one()
        person = account_person(tools, account.id, account.sealed_person)
    return walk_of(tools, case, Reader(person, language))
