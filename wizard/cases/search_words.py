"""By what the office finds a case without opening it: keyed hashes of how its names and its reference begin.

Only how they begin, up to ``LONGEST`` letters: what is found by it is opened, and held against all that was asked for.
"""

import re
import unicodedata
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, delete, insert, select, union_all
from sqlalchemy.orm import Session

from docgen.contract import DocumentRequest
from forms.person import Person
from wizard.accounts import person_of
from wizard.models import Case, Submission
from wizard.models_search import SearchWord
from wizard.tools import Tools

SHORTEST, LONGEST = 3, 6
"""Letters. A shorter word is found by itself alone; a longer one by its first letters, as are many others then."""
INNER = re.compile(r"[^\W_]+")
"""What a word is made of that is written together with hyphens or the like."""


def folded(text: str) -> list[str]:
    """The words, their letters alike however they are typed: composed or not, upper or lower case."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split()


def find_by(db: Session, tools: Tools, submission: Submission, request: DocumentRequest) -> None:
    """Let a case that is in be found by its reference and by whom it names."""
    case = db.get_one(Case, submission.case_id)
    texts = [case.reference, *(fact.value for fact in request.content.facts)]
    rows = [{"word_hash": one, "case_id": case.id} for one in _hashes(tools, case.municipality, texts)]
    db.execute(delete(SearchWord).where(SearchWord.case_id == case.id))
    db.execute(insert(SearchWord), rows)
    submission.awaits_words = False
    known = select(SearchWord.id).where(SearchWord.account_id == case.owner_id).limit(1)
    if db.scalar(known) is None:
        find_owner_by(db, tools, case.owner_id, person_of(db.connection(), tools, case.owner_id))


def find_owner_by(db: Session, tools: Tools, account_id: uuid.UUID, owner: Person) -> None:
    """Let all cases of somebody who has mended their name be found by each that they have said."""
    if not owner.told_first:
        return
    db.execute(delete(SearchWord).where(SearchWord.account_id == account_id))
    rows = [{"word_hash": one, "account_id": account_id} for one in _hashes(tools, "", owner.names)]
    db.execute(insert(SearchWord), rows)


def found_by(tools: Tools, municipality: str, words: list[str]) -> list[ColumnElement[bool]]:
    """Conditions on a ``Submission``: in each case that they let through, something begins as each word does."""
    return [Submission.case_id.in_(_cases(tools, municipality, word)) for word in words]


def _cases(tools: Tools, municipality: str, word: str) -> CompoundSelect[Any]:
    own = select(SearchWord.case_id).where(
        SearchWord.word_hash == _hashed(tools, municipality, word[:LONGEST]), SearchWord.case_id.is_not(None)
    )
    owned = (
        select(Case.id)
        .join(SearchWord, SearchWord.account_id == Case.owner_id)
        .where(SearchWord.word_hash == _hashed(tools, "", word[:LONGEST]))
    )
    return union_all(own, owned)


def _hashes(tools: Tools, municipality: str, texts: Iterable[str]) -> list[bytes]:
    begun = {one for text in texts for word in folded(text) for one in _beginnings(word)}
    return sorted(_hashed(tools, municipality, one) for one in begun)


def _beginnings(word: str) -> Iterator[str]:
    for start in {0, *(inner.start() for inner in INNER.finditer(word))}:
        rest = word[start : start + LONGEST]
        yield rest
        yield from (rest[:length] for length in range(SHORTEST, len(rest)))


def _hashed(tools: Tools, municipality: str, beginning: str) -> bytes:
    """Of each municipality apart, and of owners apart: alike beginnings there are not seen to be alike."""
    return tools.vault.lookup(f"begins at {municipality}:{beginning}")
