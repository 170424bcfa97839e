"""The application for an individual plan, a coordinator or a child coordinator: its steps in their order."""

from forms.blocks import circumstances as are
from forms.blocks import steps
from forms.blocks.notes import about, notes
from forms.blocks.request import RequestForm
from forms.blocks.services import ServicesForm
from forms.journey import Journey, Step
from forms.language import N_

COORDINATION = Journey(
    "coordination",
    N_("Søknad om individuell plan, koordinator eller barnekoordinator"),
    (
        *steps.WHO,
        steps.OWN_VIEW,
        Step("request", N_("Det du søker om"), RequestForm),
        steps.NEED,
        Step("services", N_("Hjelp i dag og framover"), ServicesForm),
        steps.COORDINATION,
        steps.WISH,
        *steps.DAILY_LIFE,
    ),
    path="koordinator-og-plan",
    lead=N_("For deg som trenger at hjelpen fra flere steder henger bedre sammen, og for familier med barn."),
    notes=notes,
    about=about,
    others_sign=True,
    restricted=are.protected,
)
