"""Taking back a power of attorney: one page, so that it is as easy as it can be."""

from forms.blocks.earlier_case import of
from forms.declared import Declared
from forms.journey import Journey, Step
from forms.journeys.power_of_attorney.seen import for_you
from forms.journeys.power_of_attorney_revocation.revocation import RevocationForm
from forms.journeys.power_of_attorney_revocation.seen import STEP, afterwards, notes, received, tie
from forms.language import N_
from forms.naming import MESSAGE

POWER_OF_ATTORNEY_REVOCATION = Journey(
    "power_of_attorney_revocation",
    N_("Trekke en fullmakt"),
    (Step(STEP, N_("Fullmakten du trekker"), RevocationForm, part=N_("Hva du trekker")),),
    path="trekk-fullmakt",
    kind="declaration",
    sort="revocation",
    naming=MESSAGE,
    declares=Declared(
        N_("Jeg trekker fullmakten, og opplysningene er riktige, så langt jeg vet."),
        N_("Kryss av for at du trekker fullmakten."),
    ),
    lead=N_("For deg som har gitt noen fullmakt og vil ta den tilbake. Du trenger ikke si hvorfor."),
    notes=notes,
    received=received,
    afterwards=afterwards,
    looks_back=True,
    follows=of("power_of_attorney"),
    tie=tie,
    about=for_you,
)
