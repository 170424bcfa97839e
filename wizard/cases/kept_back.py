"""What a case's document keeps back from those who are handed a copy, read for the office from the answers."""

from forms.language import Language
from forms.walk import Walk
from wizard.accounts import person_of
from wizard.cases.about import walk_of
from wizard.cases.drafts import Reader
from wizard.cases.finding import CaseRow
from wizard.tools import Tools


def authors_walk(tools: Tools, case: CaseRow, language: Language) -> Walk | None:
    """The walk as it was filled in, in another reader's language; None where it cannot be opened."""
    with tools.store.connect() as db:
        person = person_of(db, tools, case.author_id)
    return walk_of(tools, case, Reader(person, language))
