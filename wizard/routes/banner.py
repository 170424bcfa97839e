"""The banner that says who acts for whom, over every page about a case."""

from typing import NamedTuple

from flask import g, request, url_for

from forms.blocks.circumstances import about_child, represents
from forms.blocks.notes import subject_name
from forms.language import N_
from forms.walk import Walk
from wizard.cases.about import walk_of
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
from wizard.routes.here import language, participant, reader, tools, visitor, who, writes_down
from wizard.routes.power_ends import ends

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
LOST = N_("%(name)s fylte ut for deg, men fullmakten gjelder ikke nå. Ta over for å gå videre selv.")


class Banner(NamedTuple):
    """Finished text, and whether the reader may take over what another fills in for them."""

    text: str
    may_take_over: bool


def banner(shown: Walk | None = None) -> Banner | None:
    """None on pages that are about no case, and where somebody fills in for themselves.

    ``shown`` is the walk over the draft on a page that has read it.
    """
    case = g.get("case") if request.blueprint == "apply" else None
    found = acting(tools(), case, participant()) if case else None
    if found is None:
        return (_helped(case) or _for_another(case, shown)) if case else None
    says = LOST if found.lost else SAYS[found.capacity]
    text = language().text(says, name=found.other, own=visitor().name)
    return Banner(" ".join(filter(None, (text, ends(participant())))), may_take_over=not found.capacity)


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


def _for_another(case: CaseRow, shown: Walk | None) -> Banner | None:
    """Without a power that was given here: for whom one fills in, once that is told.

    The draft is the reader's own, and so is its address: whoever acts is its owner, and nobody else opens it.
    """
    if case.submitted or participant() or writes_down():
        return None
    walk = shown or walk_of(tools(), case, reader())
    if walk is None or not represents(walk.now) or "subject" not in walk.answers:
        return None
    somebody = N_("barnet") if about_child(walk.now) else N_("en annen")
    name = subject_name(walk.now) or language().text(somebody)
    return Banner(language().text(N_("Du fyller ut for %(name)s."), name=name), may_take_over=False)
