"""What others have said yes to for somebody, as far as that person may know of it and take it back. Reads only.

Until a child is 16 others say yes for it (pasient- og brukerrettighetsloven § 4-4), and from 12 years it may be a party
(§ 6-5): then it sees what was said yes to, but none of the giver's own words. Nobody is shown the words of a case that
tells of a protected address. Whoever has signed it themselves has read it all, and may read it again: so
does the other parent, who had to say yes too, and may take it back alone (barnelova § 30).
"""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, or_, true

from forms.blocks.circumstances import OF_CHILDREN
from forms.names import may_be_all
from forms.situation import Person, SentCase
from forms.validators import ages
from forms.yes import NOTIFYING, Said
from wizard.accounts import lookup_of, person_of
from wizard.cases.consented import ALL, DECIDES_FROM, Consented, gave_any, held_among, own, read
from wizard.cases.grown_up import age_told, births
from wizard.cases.looking_back import sent_among
from wizard.cases.participants import SECOND_PARENT, signed_as
from wizard.models_consents import Consent
from wizard.tools import Tools

SEES_FROM = 12


class Asker(NamedTuple):
    """Who takes back, or looks: by the log-in, or as a paper tells it; without an account they have none here yet."""

    account_id: uuid.UUID | None
    person: Person


def consents_of(tools: Tools, person_id: uuid.UUID, municipality: str) -> list[Consented]:
    """All that was said in somebody's cases there, and by others for them, the newest first."""
    with tools.store.connect() as db:
        mine = list(read(db, tools, ALL.where(own(person_id, municipality))))
        asker = Asker(person_id, person_of(db, tools, person_id))
        found = [*mine, *_seen(db, tools, asker, municipality)]
        return sorted(found, key=lambda one: one.given_at, reverse=True)


def may_see_any(tools: Tools, person_id: uuid.UUID, municipality: str) -> bool:
    """Whether there is anything that they have said yes to, or that was said for them."""
    if gave_any(tools, person_id, municipality):
        return True
    with tools.store.connect() as db:
        asker = Asker(person_id, person_of(db, tools, person_id))
        return any(_seen(db, tools, asker, municipality))


def cases_for(
    db: Connection, tools: Tools, person_id: uuid.UUID, municipality: str, on: date | None = None
) -> tuple[SentCase, ...]:
    """The cases in which others said yes for somebody, and that they may take back, the newest first.

    So are those that they had to say yes to as well, and of which it is told whether the child decides: now, or ``on``
    the day when something was said, or came on paper.
    """
    return cases_for_asker(db, tools, Asker(person_id, person_of(db, tools, person_id)), municipality, on)


def cases_for_asker(
    db: Connection, tools: Tools, asker: Asker, municipality: str, on: date | None = None
) -> tuple[SentCase, ...]:
    """As ``cases_for``, of somebody who may never have logged in here."""
    seen, day = births(db, tools, _seen(db, tools, asker, municipality)), on or tools.today()
    open_ = [one for one in seen if not one.closed]
    over = {one.reference for one in open_ if one.for_other and one.decided_by_subject(day)}
    for_other = {one.reference for one in open_ if one.for_other}
    begins = {one.reference: one.decides_from() for one in open_ if not one.for_other}
    held, by = held_among(tools, open_), {one.reference: giver(db, tools, one) for one in open_}
    found = sent_among(db, {one.case_id for one in open_}, tools.today())
    return tuple(
        replace(
            one,
            given_by=by[one.reference],
            signed_too=one.reference in for_other,
            decided_by_subject=one.reference in over,
            subject_decides_from=begins.get(one.reference),
            consents=held.get(one.reference, ()),
        )
        for one in found
    )


def giver(db: Connection, tools: Tools, one: Consented) -> str:
    """The name of whoever said yes."""
    return one.said.by or person_of(db, tools, one.given_by).name


def _seen(db: Connection, tools: Tools, asker: Asker, municipality: str) -> Iterator[Consented]:
    account = asker.account_id
    signed = signed_as(db, account) if account else {}
    beside = signed_as(db, account, SECOND_PARENT) if account else {}
    theirs = or_(_about(tools, asker.person), Consent.case_id.in_(beside))
    for one in list(read(db, tools, ALL.where(_of_others(account, municipality), theirs))):
        known = replace(one, signed_as=signed.get(one.case_id), for_other=one.case_id in beside)
        if seen := known if known.for_other else _as_seen(db, tools, known, asker.person):
            yield seen


def _about(tools: Tools, person: Person) -> ColumnElement[bool]:
    return Consent.subject_lookup == lookup_of(tools, person.national_id)


def _of_others(account: uuid.UUID | None, municipality: str) -> ColumnElement[bool]:
    return and_(
        Consent.owner_id != account if account else true(),
        Consent.municipality == municipality,
        Consent.kind != NOTIFYING,
    )


def _as_seen(db: Connection, tools: Tools, one: Consented, person: Person) -> Consented | None:
    """What another said yes to, as whom it is about may see it; None where they may not.

    A number that was mistyped may be somebody else's: nothing is shown to whom the name does not fit.
    """
    years = _age(db, tools, one, person)
    closed = years < DECIDES_FROM
    if years < SEES_FROM or (closed and one.restricted) or not may_be_all(one.said.about, person.names):
        return None
    hidden = one.signed_as is None and (closed or one.restricted)
    return replace(one, closed=closed, said=_without_words(one.said) if hidden else one.said)


def _age(db: Connection, tools: Tools, one: Consented, person: Person) -> int:
    """The number does not tell the century: whom a parent decides for is a child, of anybody else the case tells."""
    possible = sorted(ages(person.national_id, tools.today())) or [0]
    if len(possible) == 1 or one.capacity in OF_CHILDREN:
        return possible[0]
    return age_told(db, tools, one.case_id, possible)


def _without_words(said: Said) -> Said:
    """Which service shares and which way: what names a place, or is somebody's own words, is left out."""
    return Said(service=said.service, gives=said.gives, receives=said.receives, by=said.by)
