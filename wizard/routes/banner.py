"""The banner that says who acts for whom, over every page about a case."""

from typing import NamedTuple

from flask import g, request

from forms.language import N_
from wizard.cases.acting import acting
from wizard.routes.here import language, participant, tools, visitor

ACTS = N_("Du handler for %(name)s. Du er logget inn som %(own)s.")
FOR_YOU = N_("%(name)s fyller ut for deg.")


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
    text = language().text(FOR_YOU if found.own else ACTS, name=found.other, own=visitor().name)
    return Banner(text, may_take_over=found.own)
