"""The office looks for cases by a name, a reference or an identity number.

How names begin, and a number, are known again by keyed hashes; what stands within a word is looked for in each case,
which is opened for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, union_all

from forms.validators import is_identity_number
from wizard.accounts import Visitor, account_person, lookup_of
from wizard.cases.access_log import FOUND, NO_CASE, SEARCHED, STAFF, Entry, Together, append_all
from wizard.cases.access_reasons import FOR_PAPER, SOUGHT
from wizard.cases.edge import Edge
from wizard.cases.eyes import Eyes
from wizard.cases.finding import COLUMNS, CaseRow
from wizard.cases.following import PAGE, Sent, Shut, edge_of, office_cases
from wizard.cases.in_force import SAID_IN
from wizard.cases.search_words import folded, found_by
from wizard.models import Account, Case, Submission
from wizard.models_acting import Power
from wizard.tools import Tools

SEEK, FOR_PAPER_ROUTE = "office.seek", "office.for_paper"
"""What was searched by, as the log has it: the office's search, and what a paper that is registered leads to."""
AT_ONCE = 10 * PAGE
"""How many cases are opened for one search: about a second of work. Older ones are looked through by asking on."""


@dataclass(frozen=True)
class Left:
    """A case that lies in the archive alone, and in which a yes was said or a power given."""

    case: CaseRow
    received_at: datetime
    owner: str
    known_by: tuple[str, ...] = ()
    """Every name that its owner has said."""


@dataclass(frozen=True)
class Sought:
    cases: list[Sent | Shut | Left]
    """The newest first, and those after all others of which only a stub is left."""
    looked_through: int
    """How many cases were opened to look for it."""
    older: Edge | None
    """From where to look on; None where there is nothing older."""


def seek(
    tools: Tools,
    municipality: str,
    asked: str,
    before: Edge | None = None,
    *,
    eyes: Eyes,
    inside: bool = False,
) -> Sought:
    """Cases in which a word of a name or the reference begins as each word that is asked for, large or small letters.

    Or those that are somebody's, are about them or give them a power, where it is their number. With ``inside`` also
    those where it stands within a word, which all must be opened for. Those that ``eyes`` may not see never are.
    """
    words = folded(asked)
    if not words:
        return Sought([], 0, None)
    by_number = _by_number(tools, municipality, "".join(words))
    looking = Looking(tools, municipality, words, by_number, eyes)
    quick = Looked([], 0, None) if inside else looking.among(looking.known(), before, few=True)
    slow = looking.among([] if inside else [Submission.awaits_words.expression], before)
    older = max((one.older for one in (quick, slow) if one.older), default=None)
    found: list[Sent | Shut | Left] = [
        one
        for one in sorted([*quick.found, *slow.found], key=_place, reverse=True)
        if older is None or _place(one) >= older
    ]
    if before is None:
        left = _left(tools, municipality, eyes)
        found += [
            one
            for one in left
            if one.case.id in by_number or _stands_in(words, [one.case.reference, *one.known_by])
        ]
    return Sought(found, slow.seen, older)


class Looked(NamedTuple):
    """What was found, among how many, and from where to look on."""

    found: list[Sent | Shut]
    seen: int
    older: Edge | None


def _place(one: Sent | Shut) -> Edge:
    return Edge(one.received_at, one.case.id)


@dataclass(frozen=True)
class Looking:
    """What is looked for, where, and by whom."""

    tools: Tools
    municipality: str
    words: list[str]
    by_number: set[UUID]
    eyes: Eyes

    def known(self) -> list[ColumnElement[bool]]:
        """Conditions by which cases are found without being opened."""
        found = found_by(self.tools, self.municipality, self.words)
        if self.by_number:
            by_either = union_all(
                select(Submission.case_id).where(*found), select(Case.id).where(Case.id.in_(self.by_number))
            )
            found = [Submission.case_id.in_(by_either)]
        return [~Submission.awaits_words, *found]

    def among(self, which: list[ColumnElement[bool]], before: Edge | None, *, few: bool = False) -> Looked:
        """Open the newest of them until a page is found, or so many are opened."""
        found, seen = list[Sent | Shut](), 0
        while seen < AT_ONCE and len(found) < PAGE:
            page = office_cases(self.tools, self.municipality, before, eyes=self.eyes, among=which, few=few)
            known_by = _known_by(self.tools, page)
            found += [
                one for one in page if one.case.id in self.by_number or _holds(one, self.words, known_by)
            ]
            seen += len(page)
            before = edge_of(page)
            if before is None:
                break
        return Looked(found, seen, before)


def _left(tools: Tools, municipality: str, eyes: Eyes) -> list[Left]:
    """What may hold yet, and be taken back at the office: named by its owner, since its own words are gone."""
    query = (
        select(Submission.received_at, Account.sealed_person, *COLUMNS)
        .select_from(Case)
        .join(Submission, Submission.case_id == Case.id)
        .join(Account, Account.id == Case.owner_id)
        .where(Case.municipality == municipality, Submission.removed_at.is_not(None), SAID_IN, *eyes.let_in())
        .order_by(Submission.received_at.desc())
    )
    with tools.store.connect() as db:
        rows = [(CaseRow._make(row[2:]), row) for row in db.execute(query)]
    owners = [account_person(tools, case.owner_id, row.sealed_person) for case, row in rows]
    return [
        Left(case, row.received_at, owner.name, owner.names)
        for (case, row), owner in zip(rows, owners, strict=True)
    ]


def _known_by(tools: Tools, page: list[Sent | Shut]) -> Mapping[UUID, tuple[str, ...]]:
    """The names of each owner who has mended theirs: what was sent bears one of them."""
    owners = {one.case.owner_id for one in page if isinstance(one, Sent)}
    query = select(Account.id, Account.sealed_person).where(Account.id.in_(owners))
    with tools.store.connect() as db:
        found = list(db.execute(query))
    people = {row.id: account_person(tools, row.id, row.sealed_person) for row in found}
    return {known: owner.names for known, owner in people.items() if owner.told_first}


def _by_number(tools: Tools, municipality: str, number: str) -> set[UUID]:
    if not is_identity_number(number, synthetic=tools.settings.allow_synthetic_numbers):
        return set()
    key = lookup_of(tools, number)
    query = (
        select(Case.id)
        .join(Account, Account.id == Case.owner_id)
        .join(Submission, Submission.case_id == Case.id)
        .outerjoin(Power, Power.case_id == Case.id)
        .where(Case.municipality == municipality)
        .where(or_(Account.lookup == key, Submission.subject_lookup == key, Power.proxy_lookup == key))
    )
    with tools.store.connect() as db:
        return set(db.scalars(query))


def note(tools: Tools, visitor: Visitor, asked: str, found: Sought, *, office: str) -> None:
    """Write down that somebody looked, by a keyed hash of what for, and every case that the answer shows.

    A name alone is confidential (helse- og omsorgstjenesteloven § 12-1), and nobody looks one up without a reason
    (helsepersonelloven § 21). ``NotLoggedError`` where it cannot be written down: then nothing may be sent.
    """
    first = Entry(SEARCHED, NO_CASE, SEEK, _hashed(tools, asked), STAFF, office=office)
    shown = (Entry(FOUND, one.case.id, SEEK, "", STAFF, SOUGHT, office=office) for one in found.cases)
    append_all(tools, visitor, Together(first, tuple(shown)))


def note_for_paper(
    tools: Tools, visitor: Visitor, paper: CaseRow, asked: str, references: list[str], *, office: str
) -> None:
    """As ``note``, of the cases that are shown to whoever writes down a paper, by the number or name typed there.

    The paper may be thrown away unregistered, or never have been: what was shown stays in the log of those cases.
    """
    first = Entry(SEARCHED, NO_CASE, FOR_PAPER_ROUTE, _hashed(tools, asked), STAFF, office=office)
    here = select(Case.id).where(Case.municipality == paper.municipality, Case.reference.in_(references))
    with tools.store.connect() as db:
        found = db.scalars(here).all()
    shown = (Entry(FOUND, one, FOR_PAPER_ROUTE, "", STAFF, FOR_PAPER, office=office) for one in found)
    append_all(tools, visitor, Together(first, tuple(shown)))


def _hashed(tools: Tools, asked: str) -> str:
    return tools.vault.lookup(f"sought:{' '.join(sorted(folded(asked)))}").hex()


def _holds(one: Sent | Shut, words: list[str], known_by: Mapping[UUID, tuple[str, ...]]) -> bool:
    names = [one.case.reference, *known_by.get(one.case.owner_id, ())]
    if isinstance(one, Sent):
        names += [fact.value for fact in one.request.content.facts]
    return _stands_in(words, names)


def _stands_in(words: list[str], names: list[str]) -> bool:
    within = " ".join(folded(" ".join(names)))
    return all(word in within for word in words)
