"""The banner that says who acts for whom, over every page about a case."""

from typing import NamedTuple

from flask import g, request

from forms.language import N_
from wizard.cases.acting import acting
from wizard.cases.participants import (
    APPLICANT,
    ASSISTANT,
    PRINCIPAL,
    PROXY,
    SECOND_PARENT,
    YOUNG_PERSON,
)
from wizard.routes.here import language, participant, tools, visitor

SAYS = {
    PROXY: N_("Du handler for %(name)s. Du er logget inn som %(own)s."),
    ASSISTANT: N_("Du hjelper %(name)s med å fylle ut. Du skriver ikke under. Du er logget inn som %(own)s."),
    SECOND_PARENT: N_("%(name)s har bedt deg lese og skrive under. Du er logget inn som %(own)s."),
    YOUNG_PERSON: N_("Saken er din, og %(name)s har fylt ut. Du er logget inn som %(own)s."),
    APPLICANT: N_("Saken er din, og %(name)s har fylt ut. Du er logget inn som %(own)s."),
    PRINCIPAL: N_("%(name)s har fylt ut en fullmakt fra deg. Du er logget inn som %(own)s."),
    "": N_("%(name)s fyller ut for deg."),
}
LOST = N_("%(name)s fylte ut for deg, men fullmakten gjelder ikke nå. Ta over for å gå videre selv.")


class Banner(NamedTuple):
    """Finished text, and whether the reader may take over what another fills in for them."""

    text: str
    may_take_over: bool


def banner() -> Banner | None:
    """None on pages that are about no case, and where somebody is alone with their own."""
    case = g.get("case") if request.blueprint == "apply" else None
    found = acting(tools(), case, participant()) if case else None
    if found is None:
        return None
    says = LOST if found.lost else SAYS[found.capacity]
    text = language().text(says, name=found.other, own=visitor().name)
    return Banner(text, may_take_over=not found.capacity)
