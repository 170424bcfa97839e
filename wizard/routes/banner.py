"""The banner that says who acts for whom, over every page about a case."""

from typing import NamedTuple

from flask import g, request, url_for

from forms.language import N_
from wizard.cases.acting import acting
from wizard.cases.assisting import helpers_now
from wizard.cases.finding import CaseRow
from wizard.cases.participants import (
    APPLICANT,
    ASSISTANT,
    PRINCIPAL,
    PROXY,
    SECOND_PARENT,
    YOUNG_PERSON,
)
from wizard.routes.here import language, participant, tools, visitor, who, writes_down

SAYS = {
    PROXY: N_("Du handler for %(name)s. Du er logget inn som %(own)s."),
    ASSISTANT: N_("Du hjelper %(name)s med å fylle ut. Du skriver ikke under. Du er logget inn som %(own)s."),
    SECOND_PARENT: N_("%(name)s har bedt deg lese og skrive under. Du er logget inn som %(own)s."),
    YOUNG_PERSON: N_("Saken er din, og %(name)s har fylt ut. Du er logget inn som %(own)s."),
    APPLICANT: N_("Saken er din, og %(name)s har fylt ut. Du er logget inn som %(own)s."),
    PRINCIPAL: N_("%(name)s har fylt ut en fullmakt fra deg. Du er logget inn som %(own)s."),
    "": N_("%(name)s fyller ut for deg."),
}
HELPED = N_("%(office)s hjelper deg med å fylle ut. Du kan avslutte hjelpen når du vil.")


class Banner(NamedTuple):
    """Finished text, and whether the reader may take over what another fills in for them."""

    text: str
    may_take_over: bool


def banner() -> Banner | None:
    """None on pages that are about no case, and where somebody is alone with their own."""
    case = g.get("case") if request.blueprint == "apply" else None
    if case is None:
        return None
    found = acting(tools(), case, participant())
    if found is None:
        return _helped(case)
    text = language().text(SAYS[found.capacity], name=found.other, own=visitor().name)
    return Banner(text, may_take_over=not found.capacity)


def _helped(case: CaseRow) -> Banner | None:
    helping = helpers_now(tools(), case.id) if case.with_help and not case.submitted else []
    if not helping:
        return None
    return Banner(language().text(HELPED, office=helping[0].office), may_take_over=False)


def own_start() -> str:
    """Where a page about a case leads back to: one's own cases, the counter, or what came on paper."""
    here = who()
    if writes_down():
        return url_for("office.paper")
    return url_for("counter.page" if here and here.staff else "apply.mine")
