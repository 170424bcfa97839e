"""The ledger of consents as it is read: what holds, what waits, what is over. Reads only."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Connection, Label, Select, and_, bindparam, exists, not_, select
from sqlalchemy.orm import InstrumentedAttribute

from forms.language import OSLO
from forms.marks import OWN_CONSENT
from forms.validators import age, birthday
from forms.yes import FOR_CHILDREN, NOTIFYING, HeldYes, Said
from wizard.models import Account, Case, Submission
from wizard.models_consents import Consent, ConsentLimit
from wizard.models_paper import PaperIntake
from wizard.tools import Tools
from wizard.vault import SealBrokenError

HOLDS, WAITS, EXPIRED, TAKEN_BACK, USED = "holds", "waits", "expired", "taken_back", "used"
LAPSED = "lapsed"
"""What was missing never came, and cannot come any more: nobody took it back."""
BEFORE_16 = "before_16"
"""It holds as others said it for a child, who has turned 16 since and decides now (pbrl § 4-3)."""
CAN_BE_TAKEN_BACK = (HOLDS, WAITS, BEFORE_16)
DECIDES_FROM, OF_AGE = 16, 18
VERGE = "verge"

log = structlog.get_logger()


@dataclass(frozen=True)
class Consented:
    """One yes, with everything that its pages show."""

    id: uuid.UUID
    case_id: uuid.UUID
    reference: str
    journey: str
    kind: str
    said: Said
    given_at: datetime
    given_by: uuid.UUID
    capacity: str
    last_day: date | None
    lacks: str
    confirmed_at: datetime | None
    text_version: str
    text_sha256: str
    withdrawn_at: datetime | None
    ended_at: datetime | None
    withdrawn_by: uuid.UUID | None
    withdrawn_in: uuid.UUID | None
    owner_id: uuid.UUID
    """Whose case it was said in."""
    restricted: bool
    """Whether that case tells of a protected address, or of who must not know; not where another case does."""
    of_owner: bool
    """Whether it is about the owner themselves, as far as numbers tell."""
    by_subject: bool
    """Whether whom it is about took it back themselves."""
    born: date | None = None
    """When a child was born for whom it was said; None where that is not told, or nobody asked."""
    closed: bool = False
    """Whether whoever reads may see it, but not take it back."""
    signed_as: uuid.UUID | None = None
    """As whom whoever reads takes part in the case, where they signed it beside its author: they know its words."""
    for_other: bool = False
    """Whether whoever reads had to say yes to it beside its author, as a child's other parent (barnelova § 30)."""
    on_paper: bool = False
    """Whether it was said on paper, and staff wrote it down."""
    withdrawn_on_paper: bool = False

    def state(self, at: datetime, today: date) -> str:
        """How it stands at that moment; ``today`` is the day in Europe/Oslo then."""
        if self.kind == NOTIFYING:
            return USED
        if self.last_day is not None and self.last_day < min(today, self._ended_on or today):
            return EXPIRED
        if self.ended_at is not None and self.ended_at <= at:
            return TAKEN_BACK if self.withdrawn_at else LAPSED
        if self.confirmed_at is None:
            return WAITS
        return BEFORE_16 if self._outgrown(today) else HOLDS

    @property
    def _ended_on(self) -> date | None:
        """The day in Norway from which it is taken back."""
        return self.ended_at.astimezone(OSLO).date() if self.ended_at else None

    def decided_by_subject(self, today: date) -> bool:
        """Whether the child decides now for whom its owner said it (pbrl § 4-3); as for a verge, until it is of age.

        What waits for the child's own yes is the owner's alone as long as nobody else has said it.
        """
        if self.lacks == OWN_CONSENT and self.confirmed_at is None:
            return False
        own = self.of_owner or (self.on_paper and self.capacity == VERGE)
        if self.born is None or self.capacity not in FOR_CHILDREN or own:
            return False
        years = age(self.born, today)
        return years >= DECIDES_FROM and (self.capacity != VERGE or years < OF_AGE)

    def decides_from(self) -> date | None:
        """The 16th birthday of the child for whom its owner said it; None where it was said for no child."""
        if self.born is None or self.capacity not in FOR_CHILDREN or self.of_owner:
            return None
        return birthday(self.born, DECIDES_FROM)

    def _outgrown(self, today: date) -> bool:
        if self.born is None or self.capacity not in FOR_CHILDREN:
            return False
        given = self.given_at.astimezone(OSLO).date()
        return age(self.born, given) < DECIDES_FROM <= age(self.born, today)


@dataclass(frozen=True)
class Limit:
    """Words that limit what holds of a case's."""

    case_id: uuid.UUID
    words: str
    holds_from: datetime
    said_by: uuid.UUID
    """Whose case it was said in."""
    by_subject: bool
    """Whether that is whom the yes is about."""


def consent_place(consent_id: uuid.UUID) -> str:
    """The place that its sealed detail is bound to."""
    return f"consents:{consent_id}"


def limit_place(limit_id: uuid.UUID) -> str:
    return f"consent_limits:{limit_id}"


NAMES = (
    "id",
    "case_id",
    "kind",
    "given_at",
    "given_by",
    "capacity",
    "last_day",
    "lacks",
    "confirmed_at",
    "text_version",
    "text_sha256",
    "withdrawn_at",
    "ended_at",
    "withdrawn_by",
    "withdrawn_in",
    "owner_id",
    "sealed_detail",
)


def _on_paper(case_id: InstrumentedAttribute[Any], name: str) -> Label[bool]:
    came = select(PaperIntake.case_id).where(PaperIntake.case_id == case_id)
    return exists(came.correlate(Case, Consent)).label(name)


def _is_subject(account: InstrumentedAttribute[Any], name: str) -> Label[bool]:
    same = select(Account.id).where(Account.id == account, Account.lookup == Consent.subject_lookup)
    return exists(same.correlate(Consent)).label(name)


ALL: Select[Any] = (
    select(
        *(getattr(Consent, name) for name in NAMES),
        Case.reference,
        Case.journey,
        and_(Submission.restricted, not_(Submission.hidden_by_another)).label("restricted"),
        _is_subject(Consent.owner_id, "of_owner"),
        _is_subject(Consent.withdrawn_by, "by_subject"),
        _on_paper(Consent.case_id, "on_paper"),
        _on_paper(Consent.withdrawn_in, "withdrawn_on_paper"),
    )
    .join(Case, Case.id == Consent.case_id)
    .join(Submission, Submission.case_id == Consent.case_id)
    .order_by(Consent.given_at.desc(), Consent.case_id, Consent.place)
)


BY_SUBJECT = exists(
    select(Account.id)
    .join(Consent, Consent.subject_lookup == Account.lookup)
    .where(Account.id == Case.owner_id, Consent.case_id == ConsentLimit.case_id)
    .correlate(Case, ConsentLimit)
).label("by_subject")


def consents_of_case(tools: Tools, case_id: uuid.UUID) -> list[Consented]:
    """In the order in which they stand in the form."""
    with tools.store.connect() as db:
        return list(read(db, tools, ALL.where(Consent.case_id == case_id)))


def limits_of(tools: Tools, case_ids: set[uuid.UUID]) -> list[Limit]:
    """In the order in which they were said."""
    query = (
        select(ConsentLimit, Case.owner_id, BY_SUBJECT)
        .join(Case, Case.id == ConsentLimit.said_in)
        .where(ConsentLimit.case_id.in_(case_ids))
        .order_by(ConsentLimit.said_at)
    )
    with tools.store.read() as db:
        return [
            Limit(row.case_id, _words(tools, row), row.holds_from, said_by, by_subject)
            for row, said_by, by_subject in db.execute(query)
        ]


def held_of_owner(
    db: Connection, tools: Tools, owner_id: uuid.UUID, municipality: str
) -> dict[str, tuple[HeldYes, ...]]:
    """What can be taken back now of what was said in somebody's cases there, by the case's reference."""
    return held_among(tools, read(db, tools, ALL.where(own(owner_id, municipality))))


def held_among(tools: Tools, consents: Iterable[Consented]) -> dict[str, tuple[HeldYes, ...]]:
    """Of these what can be taken back now, by the case's reference."""
    at, today = tools.clock(), tools.today()
    found: dict[str, tuple[HeldYes, ...]] = {}
    for one in consents:
        state = one.state(at, today)
        if state in CAN_BE_TAKEN_BACK:
            ends = one.ended_at.astimezone(OSLO).date() if one.ended_at else None
            what = one.kind, one.said.service, one.said.department
            held = HeldYes(str(one.id), *what, waits=state == WAITS, ends=ends)
            found[one.reference] = (*found.get(one.reference, ()), held)
    return found


SAID = select(Consent.id).where(
    Consent.owner_id == bindparam("owner"),
    Consent.municipality == bindparam("place"),
    Consent.kind != NOTIFYING,
)
GAVE, GAVE_IN = select(exists(SAID)), select(exists(SAID.where(Consent.case_id == bindparam("at_case"))))


def gave_any(tools: Tools, owner_id: uuid.UUID, municipality: str, case_id: uuid.UUID | None = None) -> bool:
    """Whether a yes was ever said in somebody's cases there, or in one of them, to be shown to them."""
    whose = {"owner": owner_id, "place": municipality, "at_case": case_id}
    with tools.store.connect() as db:
        return bool(db.scalar(GAVE if case_id is None else GAVE_IN, whose))


def own(owner_id: uuid.UUID, municipality: str) -> ColumnElement[bool]:
    return (Consent.owner_id == owner_id) & (Consent.municipality == municipality)


def read(db: Connection, tools: Tools, query: Select[Any], **values: Any) -> Iterator[Consented]:
    """What the query, made out of ``ALL``, finds."""
    for row in db.execute(query, values):
        known = dict(row._mapping)  # noqa: SLF001 -- SQLAlchemy's documented name
        yield Consented(said=said_of(tools, row.id, known.pop("sealed_detail")), **known)


def said_of(tools: Tools, consent_id: uuid.UUID, sealed: bytes) -> Said:
    """Nothing where it cannot be opened: a page must not fall with one of its lines."""
    try:
        opened: dict[str, Any] = tools.vault.open_json(sealed, consent_place(consent_id))
    except SealBrokenError:
        log.warning("consent_unreadable", consent=str(consent_id))
        return Said()
    return Said(**{**opened, "text": tuple(opened["text"])})


def _words(tools: Tools, row: ConsentLimit) -> str:
    try:
        return str(tools.vault.open_json(row.sealed_words, limit_place(row.id)))
    except SealBrokenError:
        log.warning("consent_unreadable", limit=str(row.id))
        return ""
