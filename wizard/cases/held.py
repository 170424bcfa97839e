"""The powers of attorney that were given here, as their proxies and their forms are told of them. Reads only."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select
from sqlalchemy.orm import aliased

from forms.powers import CASES, SEE, SOON, HeldPower, may_begin
from wizard.accounts import account_person, lookup_of
from wizard.cases.finding import CaseRow
from wizard.cases.participants import ENDED, out_of_time
from wizard.models import Account, Case
from wizard.models_acting import Participant, Power
from wizard.tools import Tools

ENDS_SOON = "ends_soon"
LISTED_FOR = timedelta(days=90)
"""So long a power that is over is still told of."""
About, Begun = aliased(Case), aliased(Case)
HELD = (
    select(
        Power.case_id,
        Power.municipality,
        Power.principal_id,
        Power.proxy_lookup,
        Power.scope,
        Power.one_case,
        Power.first_day,
        Power.last_day,
        Power.confirmed_at,
        Power.ended_at,
        Case.reference,
        About.reference.label("about"),
        select(Participant.id)
        .join(Begun, Begun.id == Participant.case_id)
        .where(Participant.power_id == Power.case_id)
        .where(Begun.id != Power.case_id, Begun.journey.in_(CASES))
        .exists()
        .label("begun"),
        Account.sealed_person,
    )
    .join(Case, Case.id == Power.case_id)
    .join(Account, Account.id == Power.principal_id)
    .outerjoin(About, About.id == Power.about_id)
)

HOLDS_ANY = select(
    exists(
        select(Power.case_id)
        .join(Account, Account.lookup == Power.proxy_lookup)
        .where(Account.id == bindparam("account"), Power.municipality == bindparam("place"))
    )
)


@dataclass(frozen=True)
class Held:
    """A power as it stands, with what its proxy is told of it."""

    id: uuid.UUID
    municipality: str
    principal_id: uuid.UUID
    proxy_lookup: bytes | None
    power: HeldPower
    confirmed_at: datetime | None
    ended_at: datetime | None
    begun: bool = False
    """Whether a case has been begun by it."""

    @property
    def spent(self) -> bool:
        """Whether it was for one case told in words, and that case has been begun."""
        return self.power.one_case and not self.power.about and self.begun

    @property
    def first_day(self) -> date:
        return self.power.first_day

    @property
    def last_day(self) -> date | None:
        return self.power.last_day

    def lost(self, today: date) -> str:
        """Why it does not hold; empty where it does."""
        return ENDED if self.ended_at else out_of_time(self, today)

    def state(self, today: date) -> str:
        """As ``lost``, or that it ends soon; empty where there is nothing to tell."""
        ends_soon = self.last_day is not None and self.last_day - today <= SOON
        return self.lost(today) or (ENDS_SOON if ends_soon else "")

    def long_over(self, at: datetime, today: date) -> bool:
        if self.ended_at:
            return self.ended_at < at - LISTED_FOR
        return self.last_day is not None and self.last_day < today - LISTED_FOR

    def begins(self, slug: str) -> bool:
        """Whether its scope lets the proxy begin that journey."""
        return may_begin(slug, self.power.scope, self.power.about, spent=self.spent)

    @property
    def sees(self) -> bool:
        """Whether its scope lets the proxy read what the principal has sent before."""
        return SEE in self.power.scope


def held(tools: Tools, national_id: str, municipality: str) -> list[Held]:
    """What somebody holds there, what holds before what does not; what has long been over is not listed."""
    query = HELD.where(
        Power.proxy_lookup == lookup_of(tools, national_id), Power.municipality == municipality
    ).order_by(Power.first_day.desc(), Case.reference)
    with tools.store.connect() as db:
        found = [_held(tools, row) for row in db.execute(query)]
    at, today = tools.clock(), tools.today()
    listed = [one for one in found if not one.long_over(at, today)]
    return sorted(listed, key=lambda one: bool(one.lost(today)))


def holds_any(tools: Tools, account_id: uuid.UUID, municipality: str) -> bool:
    """Whether there is anything to list for that account."""
    with tools.store.connect() as db:
        return bool(db.scalar(HOLDS_ANY, {"account": account_id, "place": municipality}))


def find_held(db: Connection, tools: Tools, power_id: uuid.UUID) -> Held | None:
    """None where there is no such power."""
    row = db.execute(HELD.where(Power.case_id == power_id)).one_or_none()
    return None if row is None else _held(tools, row)


def name_by_lookup(db: Connection, tools: Tools, lookup: bytes | None) -> str:
    """Of whoever has the account of that number; empty where nobody has."""
    row = db.execute(select(Account.id, Account.sealed_person).where(Account.lookup == lookup)).one_or_none()
    return account_person(tools, row.id, row.sealed_person).name if row else ""


def power_of_author(db: Connection, tools: Tools, case: CaseRow) -> HeldPower | None:
    """The power by which whoever fills in acts for the owner, and whether it is lost by now; None for none."""
    if case.author_id == case.owner_id:
        return None
    by = (
        select(Participant.power_id)
        .where(Participant.case_id == case.id, Participant.account_id == case.author_id)
        .where(Participant.power_id != case.id)  # none that the case itself gives
        .order_by(Participant.since.desc())
        .limit(1)
    )
    row = db.execute(HELD.where(Power.case_id == by.scalar_subquery())).one_or_none()
    if row is None:
        return None
    found = _held(tools, row)
    return replace(found.power, lost=found.lost(tools.today()))


def _held(tools: Tools, row: Any) -> Held:
    power = HeldPower(
        reference=row.reference,
        principal=account_person(tools, row.principal_id, row.sealed_person),
        scope=tuple(row.scope),
        one_case=row.one_case,
        about=row.about or "",
        first_day=row.first_day,
        last_day=row.last_day,
    )
    return Held(
        row.case_id,
        row.municipality,
        row.principal_id,
        row.proxy_lookup,
        power,
        row.confirmed_at,
        row.ended_at,
        row.begun,
    )
