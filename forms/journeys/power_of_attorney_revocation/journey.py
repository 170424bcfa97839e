"""Taking back a power of attorney: two pages or three, so that it is as easy as it can be."""

from forms.blocks.about_case import EARLY
from forms.blocks.earlier_case import of
from forms.blocks.subject import YouForm
from forms.blocks.submitter import AddressProtectionForm
from forms.declared import Declared
from forms.journey import Journey, Step
from forms.journeys.power_of_attorney.seen import for_you
from forms.journeys.power_of_attorney_revocation.revocation import STEP, WHICH, RevocationForm
from forms.journeys.power_of_attorney_revocation.seen import afterwards, notes, received, tie
from forms.language import N_
from forms.naming import MESSAGE

POWER_OF_ATTORNEY_REVOCATION = Journey(
    "power_of_attorney_revocation",
    N_("Trekke en fullmakt"),
    (
        Step(STEP, N_("Fullmakten du trekker"), RevocationForm, part=N_("Hva du trekker"), told=WHICH.told),
        Step(
            "address-protection",
            N_("Sperret adresse"),
            AddressProtectionForm,
            EARLY,
            WHICH.asks_protection,
            only_if=N_("Fyll ut uansett hvilken fullmakt det er."),
        ),
        Step("you", N_("Om deg"), YouForm),
    ),
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
    restricted=WHICH.restricted,
)
