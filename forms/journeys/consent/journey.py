"""The consent: to a plan or a coordinator, and to sharing. Each has pages of its own, and neither needs the other."""

from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.notes import about
from forms.blocks.other_parent import STEP as OTHER_PARENT
from forms.blocks.own_view import OwnViewForm
from forms.blocks.subject import SubjectForm
from forms.blocks.submitter import AddressProtectionForm
from forms.declared import Declared
from forms.journey import Journey, Step
from forms.journeys.consent import child, kinds
from forms.journeys.consent.consenter import (
    ConsenterForm,
    ConsentRepresentativeForm,
    ConsentRoleForm,
    SaysYesForm,
    with_staff,
)
from forms.journeys.consent.helping import HelpForm
from forms.journeys.consent.said_yes import says_yes
from forms.journeys.consent.seen import afterwards, apart, notes, restricted, steps_after
from forms.journeys.consent.sharing import DurationForm, ServicesForm, TopicsForm, asks_back
from forms.journeys.consent.voluntary import VoluntaryForm
from forms.language import N_
from forms.naming import CONSENT as NAMING

HELP_ONLY = N_("Dette er bare et ja til selve hjelpen. Det gir ingen lov til å dele opplysninger.")
SHARING_ONLY = N_("Dette er bare et ja til å dele opplysninger. Du bestemmer hvem, om hva og hvor lenge.")
TO_HELP = N_("Fyll ut hvis du sier ja til plan, koordinator eller barnekoordinator.")
TO_SHARING = N_("Fyll ut hvis du sier ja til at tjenester deler opplysninger.")
FOR_CHILD = N_("Fyll ut hvis det gjelder et barn.")
FOR_GROWN_UP = N_("Fyll ut hvis det gjelder en annen voksen.")

WHO = (
    Step("role", N_("Hvem som fyller ut"), ConsentRoleForm, part=N_("Hvem samtykket gjelder")),
    Step(
        "address-protection",
        N_("Sperret adresse"),
        AddressProtectionForm,
        N_("Vi spør tidlig om dette, så du slipper å skrive noe som kan røpe hvor noen er."),
    ),
    Step("you", N_("Om deg"), ConsenterForm, when=are.for_self, only_if=paper.FOR_SELF),
    Step("subject", N_("Den det gjelder"), SubjectForm, when=are.for_other, only_if=paper.FOR_OTHER),
    Step(
        "representative",
        N_("Om deg som fyller ut"),
        ConsentRepresentativeForm,
        when=are.represents,
        only_if=paper.FOR_OTHER,
    ),
    OTHER_PARENT,
    Step(
        "own-view",
        N_("Med egne ord"),
        OwnViewForm,
        when=child.grown_up_other,
        only_if=FOR_GROWN_UP,
    ),
    Step(
        "child",
        N_("Det barnet mener"),
        child.ChildForm,
        when=child.born_child,
        only_if=FOR_CHILD,
        told=child.told,
    ),
)
WHAT = (
    Step(
        "says-yes",
        N_("Den som sier ja"),
        SaysYesForm,
        when=with_staff,
        only_if=N_("Fyll ut hvis du hjelper en annen med å fylle ut."),
    ),
    Step(
        "kinds",
        N_("Hva samtykket gjelder"),
        kinds.KindsForm,
        N_("Det er frivillig å si ja, og du kan ombestemme deg når som helst."),
        part=N_("Det du sier ja til"),
        told=kinds.told,
    ),
    Step("help", N_("Ja til plan og koordinator"), HelpForm, HELP_ONLY, kinds.to_help, only_if=TO_HELP),
    Step(
        "sharing",
        N_("Ja til å dele opplysninger"),
        ServicesForm,
        SHARING_ONLY,
        kinds.to_sharing,
        only_if=TO_SHARING,
    ),
    Step(
        "topics",
        N_("Hva som kan deles"),
        TopicsForm,
        when=kinds.to_sharing,
        only_if=TO_SHARING,
        told=asks_back,
    ),
    Step("duration", N_("Hvor lenge det kan deles"), DurationForm, when=kinds.to_sharing, only_if=TO_SHARING),
    Step("voluntary", N_("Det er frivillig"), VoluntaryForm, part=N_("Til slutt")),
)

CONSENT = Journey(
    "consent",
    N_("Samtykke til plan, koordinator eller deling av opplysninger"),
    WHO + WHAT,
    path="samtykke",
    kind="declaration",
    sort="declaration",
    naming=NAMING,
    declares=Declared(
        N_("Jeg sier ja frivillig, og opplysningene er riktige, så langt jeg vet."),
        N_("Kryss av for at du sier ja frivillig."),
    ),
    lead=N_(
        "For deg som vil si ja til plan eller koordinator, eller til at tjenester deler opplysninger om deg."
    ),
    notes=notes,
    apart_on_paper=("address-protection", "persons_excluded"),
    afterwards=afterwards,
    steps_after=steps_after,
    says_yes=says_yes,
    about=about,
    apart=apart,
    others_sign=True,
    restricted=restricted,
)
