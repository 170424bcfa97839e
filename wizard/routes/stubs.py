"""What is left here of a case that lies in the municipality's archive alone: for its owner, and for the office."""

from dataclasses import dataclass

from flask import render_template

from forms.journeys.registry import journey
from forms.language import N_, OSLO
from forms.powers import CAN
from wizard.cases import following, stubs
from wizard.cases.about import apart, walk_of
from wizard.cases.acting import name_of
from wizard.cases.consented import consents_of_case
from wizard.cases.ending_powers import can_end
from wizard.cases.grown_up import with_births
from wizard.cases.held import find_held, name_by_lookup
from wizard.cases.kept_for import kept_for
from wizard.cases.participants import NOT_BEGUN
from wizard.cases.standing import archived_since
from wizard.routes.came_lines import came_at
from wizard.routes.case_lines import named
from wizard.routes.consent_groups import consent_lines
from wizard.routes.here import case, language, participant, reader, tools
from wizard.routes.own_ties import OwnTies
from wizard.routes.powers_page import period

NO_MORE = N_("Fullmakten gjelder ikke.")
HOLDS = {
    True: N_("Fullmakten gjelder fortsatt."),
    False: N_("Fullmakten har ikke begynt å gjelde ennå."),
}
"""By whether its first day has come."""


def stub_page(ties: OwnTies, *, consents: bool) -> str:
    """For its owner, and for whoever takes part in it; ``consents`` where its owner said yes in it."""
    return render_template(
        "archived.html", stub=_stub(), ties=ties, consents=consents, owns=participant() is None
    )


def office_stub() -> str:
    """What the office needs yet: what was said yes to, which power was given, and the way to take either back."""
    return render_template(
        "office/archived.html",
        stub=_stub(),
        consents=consent_lines(with_births(tools(), consents_of_case(tools(), case().id))),
        owner=name_of(tools(), case().owner_id),
        can_end_power=can_end(tools(), case()),
        written=language().code,
    )


@dataclass(frozen=True)
class Stub:
    """What its pages tell, as finished text."""

    title: str
    form: str
    reference: str
    sent: str
    archived: str
    until: str
    """The day on which the stub goes; empty as long as something in it holds."""
    years: int
    power: "Given | None"
    """The power of attorney that the case was; None for any other."""


@dataclass(frozen=True)
class Given:
    """How it stands with a power, and what it is as long as it is not over."""

    state: str
    to: str = ""
    period: str = ""
    can: tuple[str, ...] = ()


def _stub() -> Stub:
    mine = following.own_cases(tools(), case().owner_id, case().municipality)
    line = next(one for one in mine if one.case.id == case().id)
    at, goes = archived_since(line.events), stubs.stays_until(tools(), case().id)
    return Stub(
        title=language().text(journey(case().journey).title),
        form=named(case()),
        reference=case().reference,
        sent=came_at(line.received_at, line.events) if line.received_at else "",
        archived=language().date(at.astimezone(OSLO).date()) if at else "",
        until=language().date(goes) if goes else "",
        years=kept_for(tools(), case()).stub_years,
        power=_power(),
    )


def _power() -> Given | None:
    with tools().store.connect() as db:
        found = find_held(db, tools(), case().id)
        if found is None:
            return None
        name = name_by_lookup(db, tools(), found.proxy_lookup)
    text, lost = language().text, found.lost(tools().today())
    if lost and lost != NOT_BEGUN:
        return Given(text(NO_MORE))
    can = tuple(text(label) for key, label in CAN if key in found.power.scope)
    # without an account of theirs their name stands in what was filled in, and nowhere else
    to = name or apart(walk_of(tools(), case(), reader()))
    return Given(text(HOLDS[not lost]), to, period(found), can)
