"""The ledger of consents as it is read: what holds, what waits, what is over. Reads only."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Connection, Select, exists, select

from forms.yes import NOTIFYING, HeldYes, Said
from wizard.models import Case
from wizard.models_consents import Consent, ConsentLimit
from wizard.models_paper import PaperIntake
from wizard.tools import Tools
from wizard.vault import SealBrokenError

HOLDS, WAITS, EXPIRED, TAKEN_BACK, USED = "holds", "waits", "expired", "taken_back", "used"
CAN_BE_TAKEN_BACK = (HOLDS, WAITS)

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
    on_paper: bool = False
    """Whether it was said on paper, and staff wrote it down."""

    def state(self, at: datetime, today: date) -> str:
        """How it stands at that moment; ``today`` is the day in Europe/Oslo then."""
        if self.kind == NOTIFYING:
            return USED
        if self.ended_at is not None and self.ended_at <= at:
            return TAKEN_BACK
        if self.last_day is not None and self.last_day < today:
            return EXPIRED
        return WAITS if self.confirmed_at is None else HOLDS


@dataclass(frozen=True)
class Limit:
    """Words that limit what holds of a case's."""

    case_id: uuid.UUID
    words: str
    holds_from: datetime


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
    "sealed_detail",
)
ALL: Select[Any] = (
    select(*(getattr(Consent, name) for name in NAMES), Case.reference, Case.journey)
    .add_columns(
        exists(select(PaperIntake.case_id).where(PaperIntake.case_id == Case.id).correlate(Case)).label(
            "on_paper"
        )
    )
    .join(Case, Case.id == Consent.case_id)
    .order_by(Consent.given_at.desc(), Consent.case_id, Consent.place)
)


def consents_of_case(tools: Tools, case_id: uuid.UUID) -> list[Consented]:
    """In the order in which they stand in the form."""
    return _found(tools, ALL.where(Consent.case_id == case_id))


def consents_of_owner(tools: Tools, owner_id: uuid.UUID, municipality: str) -> list[Consented]:
    """All that was said in somebody's cases there, the newest first."""
    return _found(tools, ALL.where(_own(owner_id, municipality)))


def limits_of(tools: Tools, case_ids: set[uuid.UUID]) -> list[Limit]:
    """In the order in which they were said."""
    query = select(ConsentLimit).where(ConsentLimit.case_id.in_(case_ids)).order_by(ConsentLimit.said_at)
    with tools.store.read() as db:
        return [Limit(row.case_id, _words(tools, row), row.holds_from) for row in db.scalars(query)]


def held_of_owner(
    db: Connection, tools: Tools, owner_id: uuid.UUID, municipality: str
) -> dict[str, tuple[HeldYes, ...]]:
    """What can be taken back now of what was said in somebody's cases there, by the case's reference."""
    at, today = tools.clock(), tools.today()
    own = ALL.where(_own(owner_id, municipality))
    found: dict[str, tuple[HeldYes, ...]] = {}
    for one in _read(tools, db.execute(own)):
        state = one.state(at, today)
        if state in CAN_BE_TAKEN_BACK:
            held = HeldYes(str(one.id), one.kind, one.said.service, one.said.department, state == WAITS)
            found[one.reference] = (*found.get(one.reference, ()), held)
    return found


def gave_any(tools: Tools, owner_id: uuid.UUID, municipality: str, case_id: uuid.UUID | None = None) -> bool:
    """Whether a yes was ever said in somebody's cases there, or in one of them, to be shown to them."""
    said = select(Consent.id).where(_own(owner_id, municipality), Consent.kind != NOTIFYING)
    if case_id is not None:
        said = said.where(Consent.case_id == case_id)
    with tools.store.connect() as db:
        return bool(db.scalar(select(exists(said))))


def _own(owner_id: uuid.UUID, municipality: str) -> ColumnElement[bool]:
    return (Consent.owner_id == owner_id) & (Consent.municipality == municipality)


def _found(tools: Tools, query: Select[Any]) -> list[Consented]:
    with tools.store.connect() as db:
        return list(_read(tools, db.execute(query)))


def _read(tools: Tools, rows: Any) -> Iterator[Consented]:
    for row in rows:
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
