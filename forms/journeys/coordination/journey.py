"""The application for an individual plan, a coordinator or a child coordinator: its steps in their order."""

from forms.journey import Journey, Step
from forms.journeys.coordination import circumstances as are
from forms.journeys.coordination.contact import ContactForm, LanguageForm
from forms.journeys.coordination.daily_life import GpForm, HomeForm, UrgencyForm
from forms.journeys.coordination.enclosed import AttachmentsForm, DecisionContactForm, RelativesForm
from forms.journeys.coordination.need import NeedForm, RequestForm
from forms.journeys.coordination.notes import about, notes
from forms.journeys.coordination.own_view import OwnViewForm
from forms.journeys.coordination.representative import OtherParentForm, RepresentativeForm
from forms.journeys.coordination.services import CoordinationForm, CoordinatorForm, ServicesForm
from forms.journeys.coordination.subject import SubjectForm, YouForm
from forms.journeys.coordination.submitter import AddressProtectionForm, RoleForm
from forms.language import N_

PROTECTION = N_("Vi spør tidlig om dette, så du slipper å skrive noe som kan røpe hvor noen er.")
NO_DEMAND = N_("Alt her er frivillig. Skriv det du tror er nyttig for oss å vite.")

COORDINATION = Journey(
    "coordination",
    N_("Søknad om individuell plan, koordinator eller barnekoordinator"),
    (
        Step("role", N_("Hvem som fyller ut"), RoleForm, part=N_("Hvem søknaden gjelder")),
        Step("address-protection", N_("Sperret adresse"), AddressProtectionForm, PROTECTION),
        Step("you", N_("Om deg"), YouForm, when=are.for_self),
        Step("subject", N_("Den det gjelder"), SubjectForm, when=are.for_other),
        Step("representative", N_("Om deg som fyller ut"), RepresentativeForm, when=are.represents),
        Step("other-parent", N_("Den andre forelderen"), OtherParentForm, when=are.has_other_parent),
        Step("contact", N_("Kontakt"), ContactForm, when=are.reachable),
        Step("language", N_("Språk og tilrettelegging"), LanguageForm, NO_DEMAND),
        Step("own-view", N_("Med egne ord"), OwnViewForm, when=are.for_born_other, part=N_("Hva som trengs")),
        Step("request", N_("Det du søker om"), RequestForm),
        Step("need", N_("Behovet for hjelp"), NeedForm),
        Step("services", N_("Hjelp i dag og framover"), ServicesForm),
        Step(
            "coordination",
            N_("Å få hjelpen til å henge sammen"),
            CoordinationForm,
            when=are.wants_coordination,
        ),
        Step("coordinator", N_("Ønske om koordinator"), CoordinatorForm, NO_DEMAND, are.wants_coordination),
        Step("urgency", N_("Om det haster"), UrgencyForm),
        Step("home", N_("Hjemme"), HomeForm, NO_DEMAND, part=N_("Hverdagen")),
        Step("gp", N_("Fastlege"), GpForm, when=are.may_have_gp),
        Step("relatives", N_("Pårørende"), RelativesForm, NO_DEMAND),
        Step("attachments", N_("Det du legger ved"), AttachmentsForm, part=N_("Vedlegg og kontakt")),
        Step("decision-contact", N_("Når det passer"), DecisionContactForm, when=are.reachable),
    ),
    notes=notes,
    about=about,
    restricted=are.protected,
)
