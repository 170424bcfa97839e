"""The complaint on how the help is given: its steps in their order. It has no deadline, and is nobody's appeal."""

from forms.blocks import circumstances as are
from forms.blocks.complaining import IDENTITY, REACHING, WHOM, role
from forms.blocks.notes import about
from forms.journey import Journey, Step
from forms.journeys.service_complaint import telling
from forms.journeys.service_complaint.complaint import (
    AboutForm,
    HappenedForm,
    HarmForm,
    RecipientForm,
    RightsForm,
)
from forms.journeys.service_complaint.letter import addressee, apart, notes, points
from forms.language import N_
from forms.naming import SERVICE_COMPLAINT as NAMING

_COMPLAINT = (
    Step("about", N_("Det du klager på"), AboutForm, part=N_("Klagen på hjelpen"), told=telling.help_now),
    Step("happened", N_("Det som skjedde"), HappenedForm),
    Step("harm", N_("Hvis noe alvorlig skjedde"), HarmForm),
    Step("rights", N_("Rettighetene dine"), RightsForm, told=telling.own_way),
    Step("recipient", N_("Hvem klagen går til"), RecipientForm, told=telling.not_here),
)

SERVICE_COMPLAINT = Journey(
    "service_complaint",
    N_("Klage på hvordan hjelpen blir gitt"),
    (role(WHOM), *IDENTITY, *_COMPLAINT, *REACHING),
    path="klage-pa-hjelpen",
    kind="letter",
    sort="service_complaint",
    naming=NAMING,
    lead=N_("For deg som ikke får hjelpen du skulle hatt, eller er misfornøyd med hvordan den blir gitt."),
    notes=notes,
    addressee=addressee,
    points=points,
    foremost=("happened",),
    afterwards=telling.afterwards,
    lasting=telling.own_way,
    about=about,
    apart=apart,
    restricted=are.protected,
)
