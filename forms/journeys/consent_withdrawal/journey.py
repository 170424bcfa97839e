"""Taking back a consent: three pages, so that it is as easy as giving it.

Whoever is under 16 is asked besides whether the parents may know, and where to be reached safely (pbrl § 3-4).
"""

from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.notes import about
from forms.blocks.subject import SubjectForm, YouForm
from forms.declared import Declared
from forms.journey import Journey, Step
from forms.journeys.consent_withdrawal.child import SAFE_PLACE, YOUNG
from forms.journeys.consent_withdrawal.parts import STEP, WHICH, may_be_taken_back, takes
from forms.journeys.consent_withdrawal.seen import afterwards, notes, received, steps_after, tie
from forms.journeys.consent_withdrawal.seen_by import warns
from forms.journeys.consent_withdrawal.what import WhatForm
from forms.journeys.consent_withdrawal.who import WithdrawerForm
from forms.language import N_
from forms.naming import MESSAGE

CONSENT_WITHDRAWAL = Journey(
    "consent_withdrawal",
    N_("Trekke et samtykke"),
    (
        Step(STEP, N_("Samtykket du trekker"), WhatForm, part=N_("Hva du trekker"), told=WHICH.told),
        Step("role", N_("Hvem som trekker samtykket"), WithdrawerForm),
        Step("you", N_("Om deg"), YouForm, when=are.for_self, only_if=paper.FOR_SELF),
        YOUNG,
        SAFE_PLACE,
        Step("subject", N_("Den det gjelder"), SubjectForm, when=are.for_other, only_if=paper.FOR_OTHER),
    ),
    path="trekk-samtykke",
    kind="declaration",
    sort="revocation",
    naming=MESSAGE,
    declares=Declared(
        N_("Jeg trekker det som står her, og opplysningene er riktige, så langt jeg vet."),
        N_("Kryss av for at du trekker det som står her."),
    ),
    lead=N_("For deg som har sagt ja til noe og vil ta det tilbake. Du trenger ikke si hvorfor."),
    notes=notes,
    received=received,
    afterwards=afterwards,
    steps_after=steps_after,
    looks_back=True,
    warns=warns,
    follows=may_be_taken_back,
    tie=tie,
    takes=takes,
    about=about,
    restricted=WHICH.restricted,
)
